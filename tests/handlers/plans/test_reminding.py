"""Several plans side by side: people are reminded of the work of all of them, in one message, and answer each line in
its own plan."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from handlers import calendars, overviews
from handlers.messages import load
from handlers.reminders import preview, queue_digests, queue_nudges
from scheduler.offers import offered
from storage.records import OutboxMessage, Role
from tests.handlers.plans.test_choosing import other_plan, progress
from tests.support.talk import ZONE, Person, Talk, text_of

MORNING = datetime(2026, 12, 17, 1, tzinfo=UTC)
OTHER = "Chuyển đổi số 2026"


@pytest.fixture
async def lan(talk: Talk) -> Person:
    """TH has I.1 of both plans due on 31 December, and I.7 of the other one."""
    talk.now = talk.now.replace(minute=1)
    await talk.follow(other_plan())
    return await talk.member("Lan", Role.STAFF, "TH")


async def _digest(talk: Talk, person: Person) -> OutboxMessage:
    """The person's digest of the morning, sent and on their screen."""
    talk.now = MORNING
    async with talk.database.write() as uow:
        await queue_digests(uow, talk.office, talk.now, ZONE)
        member = await uow.members.by_account(talk.channel, person.name)
        assert member is not None
        message = await uow.outbox.get(f"digest:2026-12-17:member:{member.id}")
        assert message is not None
        await uow.outbox.sending(message.id, via=talk.channel)
        await uow.outbox.sent(message.id, talk.now, "77")
        person.screen = await offered(uow, talk.channel, person.name, load(message.reply), talk.now)
    return message


async def test_one_digest_has_the_work_of_every_plan_and_says_which(talk: Talk, lan: Person) -> None:
    await _digest(talk, lan)
    assert "I.1 Rà soát quy chế làm việc: còn 14 ngày" in lan.read
    assert f"I.1 Chuyển đổi số, việc 1: còn 14 ngày, hạn 31/12/2026; chưa có cập nhật [{OTHER}]" in lan.read
    assert f"[{OTHER}]" not in lan.read.splitlines()[1], "the default plan is not named"
    async with talk.database.read() as uow:
        lines = [line for plan in ("small", "cds") for line in await uow.reminders.since(plan, talk.now)]
    assert [(line.position, line.plan, line.task) for line in lines] == [
        (1, "small", "I.1"),
        (2, "cds", "I.1"),
        (3, "cds", "I.7"),
    ]


async def test_the_whole_digest_is_answered_in_one_message_each_line_in_its_own_plan(talk: Talk, lan: Person) -> None:
    await _digest(talk, lan)
    said = await lan.says("1 60%, 2 40% đã trình, 3 vướng kinh phí")
    assert said.count("Đã ghi nhận") == 3
    assert sorted(await progress(talk)) == [("cds", "I.1", 40), ("cds", "I.7", None), ("small", "I.1", 60)]
    assert (await lan.takes("Hoàn tác tất cả")).count("Đã hoàn tác") == 3


async def test_completion_of_another_plans_line_is_confirmed_and_recorded_there(talk: Talk, lan: Person) -> None:
    await _digest(talk, lan)
    assert "hoàn thành" in await lan.says("2 xong")
    await lan.takes("Đồng ý")
    assert await progress(talk) == [("cds", "I.1", 100)]
    await lan.takes("Hoàn tác")
    async with talk.database.read() as uow:
        assert await uow.progress.latest("cds", "I.1", "") is None


async def test_every_tap_means_its_lines_plan_whatever_plan_the_person_uses(talk: Talk, lan: Person) -> None:
    await _digest(talk, lan)
    screen = lan.screen
    await lan.says("/kehoach chuyển đổi số")
    lan.screen = screen
    await lan.takes("1. Xong")
    await lan.takes("Đồng ý")
    assert await progress(talk) == [("small", "I.1", 100)]
    lan.screen = screen
    await lan.says("/kehoach kế hoạch 2026")
    lan.screen = screen
    await lan.takes("2. Cập nhật")
    await lan.says("35%")
    assert sorted(await progress(talk)) == [("cds", "I.1", 35), ("small", "I.1", 100)]


async def test_the_checklist_keeps_the_plan_of_every_line(talk: Talk, lan: Person) -> None:
    await _digest(talk, lan)
    await lan.says("1 60%")
    async with talk.database.read() as uow:
        (edit,) = [m for m in await uow.outbox.due(talk.now) if m.replaces]
    assert "✓ I.1 Rà soát" in text_of(load(edit.reply))
    lan.screen = await talk.deliver(lan.name, load(edit.reply))
    await lan.takes("2. Xong")
    await lan.takes("Đồng ý")
    assert sorted(await progress(talk)) == [("cds", "I.1", 100), ("small", "I.1", 60)]


async def test_a_plan_put_away_meanwhile_is_not_answered(talk: Talk, lan: Person) -> None:
    await _digest(talk, lan)
    async with talk.database.write() as uow:
        await uow.plans.set_active("cds", False)
    said = await lan.says("2 60%")
    assert "Việc số 2 (I.1) không còn trong kế hoạch: chưa ghi." in said
    assert "gõ lại" not in said
    assert await progress(talk) == []


async def test_the_silent_are_asked_again_about_every_plan(talk: Talk, lan: Person) -> None:
    talk.now = MORNING
    minh = await talk.member("Minh", Role.OFFICE)
    for plan in ("small", "cds"):
        async with talk.database.write() as uow:
            await uow.plans.set_followed_from(plan, MORNING.date())
    due = datetime(2026, 12, 31, 1, tzinfo=UTC)
    talk.now = due
    async with talk.database.write() as uow:
        await queue_digests(uow, talk.office, due, ZONE)
    assert "Chuyển đổi số, việc 1: đến hạn hôm nay" in await talk.told(lan)
    await talk.told(minh)
    async with talk.database.write() as uow:
        await queue_nudges(uow, talk.office, due.replace(hour=7), ZONE)
        await overviews.queue_evening(uow, talk.office, due.replace(hour=9, minute=30), ZONE)
    talk.now = due.replace(hour=9, minute=45)
    nudged = await talk.told(lan)
    assert "Rà soát quy chế" in nudged
    assert f"[{OTHER}]" in nudged
    told = await talk.told(minh)
    assert "Rà soát quy chế" in told
    assert f"Chuyển đổi số, việc 1: đến hạn hôm nay; chưa có cập nhật [{OTHER}]" in told


async def test_head_week_preview_and_calendar_have_every_plan(talk: Talk, lan: Person) -> None:
    head = await talk.member("Hùng", Role.HEAD, "TH")
    friday = datetime(2026, 12, 18, 8, 30, tzinfo=UTC)
    async with talk.database.write() as uow:
        await overviews.queue_summaries(uow, talk.office, friday, ZONE)
    talk.now = friday.replace(hour=9)
    told = await talk.told(head)
    assert told.count("Phòng Tổng hợp") == 2
    assert f"[{OTHER}]" in told
    async with talk.database.read() as uow:
        shown = await preview(uow, talk.office, MORNING.date(), ZONE, today=MORNING.date())
        member = await lan.member()
        assert member is not None
        ics = await calendars.calendar_of(uow, talk.office, member, MORNING, ZONE)
    assert {line.plan.id for one in shown.digests for line in one.lines} == {"small", "cds"}
    assert ics is not None
    assert b"UID:small-I.1-" in ics
    assert b"UID:cds-I.1-" in ics


async def test_the_ledger_finds_a_task_in_whichever_plan_has_it_and_asks_where_several_do(
    talk: Talk, lan: Person
) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await _digest(talk, lan)
    assert "Lan (máy tính): nhắc việc, hạn 31/12/2026" in await minh.says("/nhatky nhac I.7")
    assert "Chuyển đổi số, việc 7" in minh.read
    assert "Ý đồng chí là nhiệm vụ nào?" in await minh.says("/nhatky nhac I.1")
    assert "Chuyển đổi số, việc 1" in await minh.takes(f"I.1 [{OTHER}]")
    await minh.says("/nhatky nhac I.1")
    assert "Rà soát quy chế" in await minh.takes("I.1 [Kế hoạch 2026]")


async def test_the_ledger_keeps_a_task_that_a_new_version_has_dropped(talk: Talk, lan: Person) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await _digest(talk, lan)
    plan = other_plan()
    await talk.follow(plan.model_copy(update={"tasks": tuple(t for t in plan.tasks if t.code != "I.7")}))
    said = await minh.says("/nhatky nhac i.7")
    assert "Các lần nhắc I.7" in said
    assert "Lan (máy tính): nhắc việc" in said


async def test_the_preview_names_people_by_the_units_of_every_plan(talk: Talk, lan: Person) -> None:
    plan = other_plan()
    only_here = plan.units[0].model_copy(update={"code": "CDS", "name": "Tổ chuyển đổi số", "short": "Tổ CĐS"})
    lead = plan.tasks[0].model_copy(update={"lead": ("CDS",)})
    await talk.follow(plan.model_copy(update={"units": (*plan.units, only_here), "tasks": (lead, *plan.tasks[1:])}))
    await talk.member("Tú", Role.STAFF, "CDS")
    minh = await talk.member("Minh", Role.OFFICE)
    assert "Tú (Tổ chuyển đổi số)" in await minh.says("/hethong xem trước 17/12/2026")
