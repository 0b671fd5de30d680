"""R1, R2, short."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.soak import kills
from tests.support.warm import Nursery


async def test_r1_killed_while_reminders_go_out_it_loses_none_and_marks_what_comes_again(
    sqlite_url: str, tmp_path: Path, nursery: Nursery
) -> None:
    await kills.going_out(sqlite_url, tmp_path, kills=5, messages=120, rate=200, seed=1, nursery=nursery)


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_r2_killed_while_commands_come_in_each_has_its_effect_once(
    sqlite_url: str, tmp_path: Path, nursery: Nursery, webhook: bool
) -> None:
    await kills.coming_in(sqlite_url, tmp_path, kills=3, updates=48, webhook=webhook, seed=2, nursery=nursery)
