"""One process sends at a time, whatever dies."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

from bot.seat import RENEW_EVERY, TTL, Seat, holder
from storage.sql.database import SqlDatabase, open_database
from tests.support.times import Time

HOLD = """
import sys, time
from pathlib import Path
from bot.seat import holder
with holder(Path(sys.argv[1])) as name:
    print(name, flush=True)
    time.sleep(60)
"""


def _seat(database: SqlDatabase, who: str, time: Time) -> Seat:
    return Seat(database, who, clock=time.now, monotonic=time.monotonic)


async def test_a_second_process_waits_until_the_first_has_left(database: SqlDatabase) -> None:
    time = Time()
    first, second = _seat(database, "a", time), _seat(database, "b", time)
    assert await first.take()
    assert not await second.take()
    assert await first.keep()
    await first.leave()
    assert await second.take()
    assert not await first.keep()


async def test_the_seat_of_a_dead_process_is_free_when_its_lease_has_run_out(database: SqlDatabase) -> None:
    time = Time()
    first, second = _seat(database, "a", time), _seat(database, "b", time)
    assert await first.take()
    time.seconds += TTL.total_seconds() - 1
    assert not await second.take()
    time.seconds += 2
    assert await second.take()


async def test_a_holder_that_cannot_renew_gives_up_before_another_can_sit_down(sqlite_url: str) -> None:
    time = Time()
    database = open_database(sqlite_url, busy_timeout=0.01)
    seat = _seat(database, "a", time)
    assert await seat.take()
    other = sqlite3.connect(sqlite_url.partition("///")[2], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    time.seconds += RENEW_EVERY
    assert await seat.keep(), "the last renewal still holds"
    time.seconds += TTL.total_seconds() - RENEW_EVERY
    assert not await seat.keep()
    other.close()
    await database.close()


def test_a_process_that_was_killed_finds_its_name_again_and_two_at_once_differ(tmp_path: Path) -> None:
    killed = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert killed.stdout is not None
    name = killed.stdout.readline().strip()
    with holder(tmp_path) as beside:
        assert beside != name
    killed.kill()
    killed.communicate()
    with holder(tmp_path) as again:
        assert again == name
