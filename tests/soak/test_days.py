"""R4, R5, R6, short."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.sql.database import SqlDatabase
from tests.soak import days
from tests.support.warm import Nursery


async def test_r4_three_processes_that_are_killed_give_each_person_each_digest_once(
    database_url: str, tmp_path: Path, nursery: Nursery
) -> None:
    await days.three_processes(database_url, tmp_path, days=1, people=15, seed=4, nursery=nursery)


async def test_r5_switched_off_over_the_hour_for_days_and_over_tet_nothing_piles_up(file: SqlDatabase) -> None:
    await days.switched_off(file)


async def test_r6_when_the_clock_jumps_each_digest_comes_once_and_within_a_minute(database: SqlDatabase) -> None:
    await days.clock_steps(database)


@pytest.mark.parametrize("zone", ["UTC", "America/New_York"])
async def test_r6_a_machine_elsewhere_keeps_the_hours_of_the_office(file: SqlDatabase, zone: str) -> None:
    await days.hosts_elsewhere(file, zone)
