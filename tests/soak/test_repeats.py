"""R3, R12, short."""

from __future__ import annotations

from storage.sql.database import SqlDatabase
from tests.soak import repeats


async def test_r3_the_same_updates_a_hundred_times_over_have_one_effect_and_one_answer_each(database_url: str) -> None:
    await repeats.same_update(database_url, updates=3, times=100, at_once=8)


async def test_r12_sixteen_people_at_once_about_one_task_are_all_kept(database: SqlDatabase) -> None:
    await repeats.people_at_once(database, people=16, rounds=4)
