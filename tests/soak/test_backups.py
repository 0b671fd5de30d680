"""R10, short."""

from __future__ import annotations

from pathlib import Path

from tests.soak import backups


async def test_r10_a_bot_that_starts_from_a_backup_sends_nothing_that_was_sent(sqlite_url: str, tmp_path: Path) -> None:
    await backups.while_writing(sqlite_url, tmp_path, backups=3)
