"""The guide's conversations can be drawn from what the bot says today."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.support import chat_pictures


@pytest.mark.parametrize("name", chat_pictures.SCENES)
def test_every_conversation_of_the_guide_is_drawn(
    name: str, sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = chat_pictures.PICTURES / name
    guide = (kept.parents[1] / "huong-dan-van-phong.md").read_text(encoding="utf-8")
    assert kept.exists()
    assert f"(pictures/{name})" in guide
    monkeypatch.setattr(chat_pictures, "PICTURES", tmp_path)
    chat_pictures.drawn(sqlite_url, name)
    with Image.open(tmp_path / name) as picture:
        assert picture.width == chat_pictures.WIDTH
        assert picture.height > 600
