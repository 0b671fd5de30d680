"""Fifteen faults that were found in other bots of this kind, each tried on the real parts of this one."""

from __future__ import annotations

import re
import subprocess
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.rendering import render
from bot.channels.telegram.channel import CAPABILITIES as TELEGRAM
from bot.channels.terminal import TerminalChannel
from handlers.messages import Action, Choice, say
from handlers.office import Office as HandlersOffice
from knowledge.occurrences import Occurrence
from knowledge.reminders import due_today
from knowledge.standing import Group, Timing, standing
from knowledge.timetable import DEFAULTS, Timetable
from knowledge.workdays import Calendar
from scheduler.jobs import JOBS
from scheduler.sending import Outcome, Verdict
from storage.records import MessageKind, MessageState, Role
from storage.sql.database import SqlDatabase, open_database
from tests.soak import ground, offices
from tests.soak.days import Mornings, working_days
from tests.support.outgoing import Office
from tests.support.plans import small_plan
from tests.support.talk import Talk
from tests.support.telegram_server import TOKEN
from tests.support.times import Time
from tests.support.wires import FakeChannel

ROOT = Path(__file__).parents[2]
REMINDER = MessageKind.REMINDER


@pytest.fixture
async def file(sqlite_url: str):  # type: ignore[no-untyped-def]
    database = open_database(sqlite_url)
    yield database
    await database.close()


@pytest.fixture
async def mornings(file: SqlDatabase) -> Mornings:
    office = Mornings(file, "2026-12-01T07:00")
    await office.follow()
    return office


@pytest.mark.parametrize("verdict", [Verdict.REFUSED, Verdict.LATER, Verdict.GONE])
async def test_1_what_failed_to_arrive_is_not_recorded_as_sent(file: SqlDatabase, verdict: Verdict) -> None:
    office = Office(file, Time())
    office.service.fails_with = Outcome(verdict)
    key = await office.put("nhắc", kind=REMINDER)
    await office.pass_time(60)
    assert await office.state(key) is not MessageState.SENT
    assert office.service.arrived == []


async def test_2_a_crash_between_sending_and_noting_it_gives_one_repeat_that_says_so(file: SqlDatabase) -> None:
    office = Office(file, Time())
    office.service.will_answer("a", Outcome(Verdict.UNKNOWN, error="nobody heard the answer"))
    await office.put("nhắc", kind=REMINDER)
    await office.pass_time(3600)
    assert [message.repeat for message in office.service.arrived] == [False, True]


async def test_3_a_reminder_that_is_found_again_every_minute_arrives_once(mornings: Mornings) -> None:
    mornings.clock.now = offices.at("2026-12-01T08:00")
    for _ in range(30):
        await mornings.app.tick()
        await mornings.app.settle()
        mornings.clock.forward(minutes=1)
    assert {len(days) for days in mornings.arrived.values()} == {1}


def test_4_work_that_is_overdue_for_any_number_of_days_is_overdue() -> None:
    due = date(2026, 12, 1)
    for days in range(1, 400):
        judged = standing(
            Occurrence("I.1", "2026", due, due),
            due,
            None,
            None,
            followed_from=date(2026, 1, 1),
            today=due + timedelta(days=days),
        )
        assert (judged.group, judged.timing) == (Group.OVERDUE, Timing.PAST)


@pytest.mark.parametrize("minute", ["08:00", "08:03", "11:17", "15:59"])
async def test_5_a_minute_that_was_slow_does_not_cost_the_day(mornings: Mornings, minute: str) -> None:
    mornings.clock.now = offices.at(f"2026-12-01T{minute}:31")
    await mornings.app.tick()
    await mornings.app.settle()
    assert len(mornings.arrived) == 3


async def test_6_people_who_come_and_go_while_digests_leave_cost_nobody_theirs(file: SqlDatabase) -> None:
    office = Office(file, Time())
    people = [await office.member(f"p{number}") for number in range(20)]
    for member in people:
        await office.put(f"nhắc {member}", member=member, kind=REMINDER)
    async with file.write() as uow:
        await uow.members.change(people[3], active=False)
        await uow.members.change(people[4], active=False)
    await office.member("mới")
    await office.pass_time(60)
    assert len(office.service.arrived) == 18


def test_7_a_setting_changes_what_it_names_and_nothing_else() -> None:
    early, late = (
        {job.name: job.hours(HandlersOffice(Calendar(), Timetable(digest=hour)), ()) for job in JOBS}
        for hour in (time(7, 45), time(9))
    )
    assert [name for name in early if early[name] != late[name]] == ["digest"]


@given(st.integers(-2000, 2000), st.sampled_from([None, "not_started", "in_progress", "blocked", "done", "suspended"]))
def test_8_every_day_and_every_status_belong_to_exactly_one_group(days: int, status: str | None) -> None:
    due = date(2026, 12, 1)
    completed = due + timedelta(days=days) if status == "done" else None
    judged = standing(
        Occurrence("I.1", "2026", due, due),
        due,
        status,  # type: ignore[arg-type]
        completed,
        followed_from=date(2026, 1, 1),
        today=due + timedelta(days=days),
    )
    assert judged.group in Group
    assert judged.timing is (Timing.TODAY if days == 0 else judged.timing)


def test_9_the_guide_names_the_days_and_hours_that_the_program_reminds_on() -> None:
    guide = (ROOT / "docs" / "huong-dan-van-phong.md").read_text(encoding="utf-8").replace("\n", " ")
    for work, days in (
        ("việc năm nhắc trước", DEFAULTS.yearly),
        ("việc quý và việc có ngày", DEFAULTS.dated),
        ("việc tháng", DEFAULTS.monthly),
        ("việc tuần", DEFAULTS.weekly),
        ("Quá hạn:", DEFAULTS.late),
    ):
        assert f"{work} {', '.join(map(str, days))}" in guide
    for message, hour in (
        ("bản nhắc việc sáng", DEFAULTS.digest),
        ("nhắc chiều", DEFAULTS.nudge),
        ("tổng hợp tuần của đơn vị", DEFAULTS.summary),
        ("danh sách tuần", DEFAULTS.week),
        ("cuối ngày", DEFAULTS.evening),
    ):
        assert f"| {message} | {hour:%H:%M}" in guide
    assert f"muộn nhất {DEFAULTS.digest_until:%H:%M}" in guide
    assert f"({', '.join(f'{first:%H:%M}–{last:%H:%M}' for first, last in DEFAULTS.quiet)})" in guide


async def test_10_two_processes_that_do_the_same_job_send_one_notice(file: SqlDatabase) -> None:
    clock, channel = offices.Clock(offices.at("2026-12-01T08:00")), FakeChannel()
    await offices.follow(file, clock.now, people=3, plan=ground.busy_plan())
    for app in (offices.process(file, channel, clock), offices.process(file, channel, clock)):
        await app.tick()
        await app.settle()
    assert len(channel.arrived) == 3


def test_11_overdue_work_is_reminded_of_on_working_days_only_and_not_for_ever() -> None:
    calendar, due = Calendar(), date(2026, 1, 30)
    days = [due + timedelta(days=n) for n in range(1, 330)]
    occurrence = Occurrence("I.1", "2026", due, due)
    told = [
        day
        for day in days
        if due_today(occurrence, due, done=False, followed_from=date(2026, 1, 1), today=day, calendar=calendar)
    ]
    assert all(calendar.is_working(day) for day in told)
    assert len(told) == len(DEFAULTS.late)


async def test_12_five_tasks_that_are_due_are_one_message(file: SqlDatabase) -> None:
    plan = ground.plan_of(5)
    same_day = tuple(task.model_copy(update={"deadline": "Ngày 01/12/2026"}) for task in plan.tasks)
    clock, channel = offices.Clock(offices.at("2026-12-01T08:00")), FakeChannel()
    await offices.follow(file, clock.now, people=1, plan=plan.model_copy(update={"tasks": same_day}))
    app = offices.process(file, channel, clock)
    await app.tick()
    await app.settle()
    assert len(channel.arrived) == 1
    assert all(f"I.{number}" in str(channel.arrived[0].reply.blocks) for number in range(1, 6))


@pytest.mark.parametrize("capabilities", [TELEGRAM, TerminalChannel.capabilities], ids=["telegram", "terminal"])
def test_13_too_many_choices_do_not_cost_the_message(capabilities) -> None:  # type: ignore[no-untyped-def]
    choices = tuple(Choice(f"Việc {n}", Action("x"), token=f"t{n}") for n in range(500))
    parts = render(say("Danh sách việc", choices=choices), capabilities)
    assert "Danh sách việc" in parts[0].plain
    if capabilities.buttons:
        assert max(sum(len(row) for row in part.buttons) for part in parts) <= capabilities.max_buttons


@pytest.mark.sqlite
async def test_14_a_right_that_the_client_claims_counts_for_nothing(database: SqlDatabase) -> None:
    talk = Talk(database)
    await talk.follow(small_plan())
    minh, lan = await talk.member("Minh", Role.OFFICE), await talk.member("Lan", unit="TC")
    await minh.says("/giahan I.1 31/3/2027 chờ cấp trên")
    token = minh.choice("Đồng ý").token
    said = await lan.presses(token)
    lan.chat = "Minh"  # even from the office's own chat
    assert "không dành cho đồng chí" in said or "hết hạn" in said
    assert "Văn phòng" in await lan.presses(token)
    async with database.read() as uow:
        assert await uow.extensions.of_plan("small") == []


def test_15_no_token_that_might_be_real_stands_in_the_repository() -> None:
    shape = re.compile(r"\b\d{8,11}:[A-Za-z0-9_-]{30,}")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found = {}
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            text = (ROOT / name).read_bytes().decode("utf-8", "ignore")
            found |= {match: name for match in shape.findall(text) if match != TOKEN}
    # What stands in tests is spelled so that nobody can take it for a real one.
    assert {m: n for m, n in found.items() if not re.search("test|fake|example|xxx|AAAA", m, re.IGNORECASE)} == {}


def test_the_days_of_these_trials_are_working_days() -> None:
    assert working_days(date(2026, 12, 1), 2) == [date(2026, 12, 1), date(2026, 12, 2)]
    assert datetime(2026, 12, 1, tzinfo=UTC).isoweekday() == 2
