"""Every setting is documented where an operator looks for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import Settings

ROOT = Path(__file__).parents[2]


def test_the_example_file_lists_exactly_the_settings() -> None:
    listed = re.findall(r"^(DONDOC_[A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert sorted(listed) == sorted(f"DONDOC_{name.upper()}" for name in Settings.model_fields)


def test_the_example_file_copied_as_it_is_gives_the_defaults(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text((ROOT / ".env.example").read_text())
    from_example = Settings()
    (tmp_path / ".env").unlink()
    assert from_example == Settings()


def test_secrets_do_not_print(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONDOC_TELEGRAM_TOKEN", "123456:AAsecret")
    monkeypatch.setenv("DONDOC_WEBHOOK_SECRET", "hush-hush")
    settings = Settings()
    assert "AAsecret" not in f"{settings!r}{settings}{settings.model_dump()}"
    assert "hush" not in f"{settings!r}{settings}{settings.model_dump()}"


@pytest.mark.parametrize(("name", "value"), [("DONDOC_TIMEZONE", "Asia/Nowhere"), ("DONDOC_NOW", "2026-12-01T08:00")])
def test_a_setting_that_cannot_be_meant_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ValueError, match=r"zone"):
        Settings()
