"""How long a channel rests after failures: by what they tell about the service, not by how many were on their way."""

from __future__ import annotations

from scheduler.line import Line
from scheduler.sending import Outcome, Verdict
from storage.sql.database import SqlDatabase
from tests.support.outgoing import Office
from tests.support.times import Time
from tests.support.wires import FakeService


def test_failures_of_one_wave_pause_the_channel_as_one() -> None:
    line = Line(FakeService())
    for _ in range(11):
        line.failed(100.0)
    assert 100.0 < line.pacer.ready_at("") <= 101.0


def test_failures_one_after_the_other_lengthen_the_pause_up_to_a_bound() -> None:
    line, pauses = Line(FakeService()), []
    for _ in range(12):
        now = max(100.0, line.pacer.ready_at(""))
        line.failed(now)
        pauses.append(line.pacer.ready_at("") - now)
    assert pauses[2:6] == [1.0, 2.0, 4.0, 8.0]
    assert pauses[-1] == 15.0
    line.well()
    line.failed(line.pacer.ready_at(""))
    assert line.failures == 1, "one message that was taken, and the next failure is a first one"


def test_a_service_that_names_a_longer_time_is_waited_for() -> None:
    line = Line(FakeService())
    for _ in range(11):
        line.failed(100.0)
    line.later("a", Outcome(Verdict.LATER, retry_after=60.0, everyone=True), 1, 100.5, 0.0)
    assert line.pacer.ready_at("") == 160.5


async def test_eleven_faults_at_once_hold_nobody_up_for_long(file: SqlDatabase, time: Time) -> None:
    office = Office(file, time)
    for number in range(20):
        if number < 8:
            office.service.will_answer(f"p{number}", Outcome(Verdict.LATER, error="502"))
        elif number < 11:
            office.service.will_answer(f"p{number}", Outcome(Verdict.UNKNOWN, error="reset"))
        await office.put("Xin chào", f"p{number}")
    await office.pass_time(60)
    assert {a.chat for a in office.service.arrived} == {f"p{n}" for n in range(20)}
    assert max(a.at for a in office.service.arrived) - 1000 <= 15
    assert sum(a.repeat for a in office.service.arrived) == 3
