"""R8, short."""

from __future__ import annotations

import asyncio

import pytest

from tests.soak import refusals


async def test_r8_a_locked_file_delays_and_loses_nothing(sqlite_url: str) -> None:
    await refusals.refused(sqlite_url, refusals.Locked(sqlite_url))


@pytest.mark.parametrize(
    ("on", "off"),
    [
        ("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000"),
        ("PRAGMA query_only = ON", "PRAGMA query_only = OFF"),
    ],
    ids=["full", "read-only"],
)
async def test_r8_a_full_or_read_only_disk_delays_and_loses_nothing(sqlite_url: str, on: str, off: str) -> None:
    with refusals.limited(on, off) as trouble:
        await refusals.refused(sqlite_url, trouble)


@pytest.mark.postgres
def test_r8_a_server_that_crashes_delays_and_loses_nothing(engine_name: str) -> None:
    with refusals.own_postgres() as (url, crash):
        asyncio.run(refusals.refused(url, crash))
