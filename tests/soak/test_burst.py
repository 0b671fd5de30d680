"""R9, short: the counts only; pace and memory are measured in the long form."""

from __future__ import annotations

from pathlib import Path

from tests.soak import burst
from tests.support.warm import Nursery


async def test_r9_a_morning_s_digests_reach_everybody_once_while_questions_are_answered(
    sqlite_url: str, tmp_path: Path, nursery: Nursery
) -> None:
    await burst.burst(sqlite_url, tmp_path, people=300, rate=1000, nursery=nursery)
