"""R7, short."""

from __future__ import annotations

from storage.sql.database import SqlDatabase
from tests.soak import storms


async def test_r7_in_a_storm_none_is_lost_and_no_wait_is_cut_short(file: SqlDatabase) -> None:
    await storms.storm(file, people=200, seed=7)
