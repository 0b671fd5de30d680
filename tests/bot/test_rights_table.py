"""Who may use what stands in a document that keeps up with the program."""

from __future__ import annotations

from pathlib import Path

from bot.rights_table import table


def test_the_table_of_rights_is_up_to_date() -> None:
    kept = (Path(__file__).parents[2] / "docs" / "quyen-su-dung.md").read_text()
    assert kept == table(), "run: python -m bot.rights_table > docs/quyen-su-dung.md"
