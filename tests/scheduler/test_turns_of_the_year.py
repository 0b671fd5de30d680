"""The last minute of the year, Tết, and leave over both: one digest a working day, none on days off, words and periods
of the year in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from handlers.office import Office
from handlers.standing import State, current, standings
from knowledge.model import Plan
from knowledge.workdays import Calendar
from storage.sql.database import SqlDatabase
from tests.soak import offices
from tests.soak.days import Mornings
from tests.soak.ground import plan_of
from tests.support.talk import ZONE, text_of

pytestmark = pytest.mark.sqlite
NEW_YEAR, BACK = "2027-01-01", "2027-01-04"
EVE_OF_TET = "2027-02-05"
"""29 tháng Chạp: Friday, the first day off; Tết is on 6 February 2027."""


def plan() -> Plan:
    """Work due on the last day of the year, on days off around it, over Tết, and every year."""
    deadlines = ("Ngày 31/12/2026", "Ngày 01/01/2027", "Ngày 03/01/2027", "Ngày 08/02/2027", "Hàng năm", "Quý I/2027")
    tasks = plan_of(len(deadlines)).tasks
    dated = (task.model_copy(update={"deadline": said}) for task, said in zip(tasks, deadlines, strict=True))
    return plan_of(1).model_copy(update={"tasks": tuple(dated)})


async def office(database: SqlDatabase, start: str) -> Mornings:
    """Three people of the unit, from that moment on."""
    mornings = Mornings(database, start)
    await offices.follow(database, mornings.clock.now, people=3, plan=plan())
    return mornings


def texts(mornings: Mornings, person: str = "p0") -> list[str]:
    return [text_of(message.reply) for message in mornings.channel.arrived if message.chat == person]


async def test_the_last_minute_of_the_year_and_the_first_days_off_bring_nothing(database: SqlDatabase) -> None:
    mornings = await office(database, "2026-12-31T07:30")
    await mornings.minutes("2026-12-31T23:59")
    last = mornings.arrived["p0"]
    assert last == ["2026-12-31"]
    assert "I.1 Rà soát số 1: đến hạn hôm nay" in texts(mornings)[0]
    before = len(mornings.channel.arrived)
    for _ in range(3):  # 23:59, 00:00, 00:01
        await mornings.app.tick()
        await mornings.app.settle()
        mornings.clock.forward(minutes=1)
    await mornings.minutes(f"{BACK}T07:59")
    assert len(mornings.channel.arrived) == before, "neither at midnight nor on the holiday and the weekend"
    await mornings.minutes(f"{BACK}T09:00")
    assert mornings.arrived["p0"] == ["2026-12-31", BACK]
    said = texts(mornings)[-1]
    assert "I.1 Rà soát số 1: đã quá hạn 4 ngày" in said
    assert "hôm nay" not in said.split("I.1", 1)[1].split("\n", 1)[0]


@pytest.mark.parametrize("step", [2, -2, 60 * 24, -60 * 24], ids=["on 2 min", "back 2 min", "on a day", "back a day"])
async def test_a_clock_that_jumps_over_the_turn_of_the_year_doubles_no_digest(database: SqlDatabase, step: int) -> None:
    mornings = await office(database, "2026-12-31T07:30")
    await mornings.minutes("2026-12-31T23:59")
    mornings.clock.forward(minutes=step)
    await mornings.app.tick()
    await mornings.app.settle()
    mornings.clock.now = offices.at(f"{NEW_YEAR}T00:01")
    await mornings.minutes("2027-01-05T18:00")
    for days in mornings.arrived.values():
        assert len(days) == len(set(days)), days
        assert {"2026-12-31", BACK} <= set(days) <= {"2026-12-30", "2026-12-31", BACK, "2027-01-05"}


async def test_the_year_that_a_report_is_of_turns_at_the_offices_midnight(database: SqlDatabase) -> None:
    mornings = await office(database, "2026-12-31T23:59")
    yearly = plan().tasks[4]
    for moment, period, state in (
        ("2026-12-31T23:59", "2026", State.TODAY),
        (f"{NEW_YEAR}T00:00", "2026", State.OVERDUE),
    ):
        now = offices.at(moment)
        async with database.read() as uow:
            (followed,) = await Office(Calendar()).plans(uow)
            found = await standings(uow, followed, now.date(), ZONE, [yearly])
        standing = next(one for one in found if one.occurrence.period == period)
        assert standing.state is state
        assert current(found, now.date()).occurrence.period in {"2026", "2027"}
    assert mornings.arrived == {}


async def over_tet(mornings: Mornings) -> Sequence[date]:
    """From the day before the holidays to two days after them; the working days among them."""
    days, day = [], date(2027, 2, 4)
    while day <= date(2027, 2, 16):
        days.append(day)
        day += timedelta(days=1)
    mornings.off("2027-02-04T07:00")
    await mornings.minutes("2027-02-16T18:00")
    return [day for day in days if Calendar().is_working(day)]


async def test_over_tet_nobody_is_written_to_and_the_first_morning_brings_one_digest(database: SqlDatabase) -> None:
    mornings = await office(database, "2027-02-04T07:00")
    working = await over_tet(mornings)
    assert date.fromisoformat(EVE_OF_TET) not in working
    for days in mornings.arrived.values():
        assert len(days) == len(set(days)), days
        assert set(days) <= {day.isoformat() for day in working}
    first = next(day for day in working if day > date(2027, 2, 8))
    (said,) = [text for text in texts(mornings) if f"Nhắc việc ngày {first:%d/%m/%Y}" in text]
    late = (first - date(2027, 2, 8)).days
    assert f"I.4 Rà soát số 4: đã quá hạn {late} ngày" in said


async def test_leave_over_new_year_and_tet_goes_to_the_stand_in_and_no_day_is_told_twice(database: SqlDatabase) -> None:
    mornings = await office(database, "2026-12-30T07:00")
    async with database.write() as uow:
        await uow.members.set_unit(3, "TC")
        for first, last in ((date(2026, 12, 31), date(2027, 1, 4)), (date(2027, 2, 4), date(2027, 2, 15))):
            await uow.leaves.add(member_id=1, first=first, last=last, stand_in=3, by=1, now=mornings.clock.now)
    await mornings.minutes("2027-01-05T18:00")
    assert not {"2026-12-31", BACK} & set(mornings.arrived["p0"])
    assert BACK in mornings.arrived["p2"]
    assert any("[thay Người 0]" in text for text in texts(mornings, "p2"))
    working = await over_tet(mornings)
    on_leave = {day.isoformat() for day in working if day <= date(2027, 2, 15)}
    assert not on_leave & set(mornings.arrived["p0"])
    assert all(len(days) == len(set(days)) for days in mornings.arrived.values()), "no day twice for the stand-in"
