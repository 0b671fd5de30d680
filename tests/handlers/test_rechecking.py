"""A digest that waited says what is true when it leaves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from handlers.messages import load
from handlers.rechecking import Hold, still_to_be_said
from handlers.reminders import queue_digests
from storage.records import MessageKind, OutboxMessage, Role
from tests.support.plans import small_plan
from tests.support.talk import ZONE, Talk, text_of

MORNING = datetime(2026, 12, 17, 1, 0, tzinfo=UTC)


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """Two tasks of Lan's unit are due for a reminder on 17 December."""
    plan = small_plan()
    second = plan.tasks[0].model_copy(update={"code": "I.9", "title": "Rà soát văn bản"})
    await talk.follow(plan.model_copy(update={"tasks": (*plan.tasks, second)}))
    return talk


async def _digest(talk: Talk) -> OutboxMessage:
    talk.now = MORNING
    async with talk.database.write() as uow:
        await queue_digests(uow, talk.office, talk.now, ZONE)
        lan = await uow.members.by_account("terminal", "Lan")
        assert lan is not None
        message = await uow.outbox.get(f"digest:2026-12-17:member:{lan.id}")
    assert message is not None
    talk.now = MORNING + timedelta(minutes=5)
    return message


async def _leaves(talk: Talk, message: OutboxMessage) -> str | None:
    async with talk.database.read() as uow:
        reply = await still_to_be_said(
            uow, message, load(message.reply), talk.now + timedelta(minutes=5), office=talk.office, zone=ZONE
        )
    assert not isinstance(reply, Hold)
    return text_of(reply) if reply else None


async def test_an_untouched_digest_leaves_as_it_was_put(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    message = await _digest(talk)
    assert await _leaves(talk, message) == text_of(load(message.reply))


async def test_a_line_answered_meanwhile_is_ticked_under_its_number_and_a_digest_without_lines_is_not_sent(
    talk: Talk,
) -> None:
    lan = await talk.member("Lan", unit="TH")
    message = await _digest(talk)
    await lan.says("/tiendo I.1 60%")
    text = await _leaves(talk, message)
    assert text is not None
    assert "✓ I.1" in text
    assert "[1. Xong]" not in text
    assert "[2. Xong]" in text
    await lan.says("/tiendo I.9 30%")
    assert await _leaves(talk, message) is None


async def test_what_was_reported_before_the_digest_was_put_is_still_reminded_of(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    talk.now = MORNING - timedelta(hours=1)
    await lan.says("/tiendo I.1 60%")
    message = await _digest(talk)
    assert "I.1" in (await _leaves(talk, message) or "")


async def test_who_changed_units_meanwhile_hears_nothing_of_the_old_one(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    message = await _digest(talk)
    member = await lan.member()
    assert member is not None
    async with talk.database.write() as uow:
        await uow.members.set_unit(member.id, "TC")
    assert await _leaves(talk, message) is None


async def test_who_left_the_office_hears_nothing_of_units_without_people(talk: Talk) -> None:
    lan = await talk.member("Lan", Role.OFFICE)
    message = await _digest(talk)
    assert "I.1" in (await _leaves(talk, message) or "")
    member = await lan.member()
    assert member is not None
    async with talk.database.write() as uow:
        await uow.members.change(member.id, role=Role.STAFF)
    assert await _leaves(talk, message) is None


async def test_a_task_that_a_new_version_drops_keeps_its_place_in_a_digest_that_waits(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    message = await _digest(talk)
    async with talk.database.read() as uow:
        (followed,) = await talk.office.plans(uow)
    left = tuple(task for task in followed.plan.tasks if task.code != "I.1")
    await talk.follow(followed.plan.model_copy(update={"tasks": left}), MORNING - timedelta(days=30))
    text = await _leaves(talk, message)
    assert text is not None
    assert "I.1: không còn trong kế hoạch" in text
    assert "[1. " not in text
    assert "[2. Xong]" in text
    await talk.follow(followed.plan.model_copy(update={"tasks": ()}), MORNING - timedelta(days=30))
    assert await _leaves(talk, message) is None, "nothing is left to be said"


async def test_the_lines_of_a_plan_put_away_do_not_leave_with_a_digest_that_waits(talk: Talk) -> None:
    plan = small_plan()
    task = plan.tasks[0].model_copy(update={"title": "Cập nhật chuyển đổi số"})
    await talk.follow(plan.model_copy(update={"id": "cds", "tasks": (task,)}))
    await talk.member("Lan", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    message = await _digest(talk)
    async with talk.database.write() as uow:
        office = await uow.members.by_account("terminal", minh.name)
        assert office is not None
        week = await uow.outbox.get(f"digest:2026-12-17:member:{office.id}")
        await uow.plans.set_active("cds", False)
    assert "chuyển đổi số" in text_of(load(message.reply))
    text = await _leaves(talk, message)
    assert text is not None
    assert "chuyển đổi số" not in text
    assert text.count("không còn trong kế hoạch") == 1
    assert text.count("Xong]") == 2
    assert week is not None
    assert "chuyển đổi số" not in (await _leaves(talk, week) or "")


@pytest.mark.parametrize("lan_is_there", [True, False], ids=["the week alone", "lines and the week"])
async def test_the_week_that_the_office_is_told_of_loses_a_plan_put_away(talk: Talk, *, lan_is_there: bool) -> None:
    plan = small_plan()
    task = plan.tasks[0].model_copy(update={"title": "Cập nhật chuyển đổi số"})
    await talk.follow(plan.model_copy(update={"id": "cds", "tasks": (task,)}))
    if lan_is_there:
        await talk.member("Lan", unit="TH")
        await talk.member("Nam", unit="TC")
    minh = await talk.member("Minh", Role.OFFICE)
    talk.now = datetime(2026, 12, 28, 1, 20, tzinfo=UTC)
    async with talk.database.write() as uow:
        await queue_digests(uow, talk.office, talk.now, ZONE)
        office = await minh.member()
        assert office is not None
        message = await uow.outbox.get(f"digest:2026-12-28:member:{office.id}")
        assert message is not None
    put = text_of(load(message.reply))
    assert ("Xong]" in put) is not lan_is_there
    assert "chuyển đổi số" in put.partition("Đến hạn trong tuần")[2]
    assert await _leaves(talk, message) == put
    async with talk.database.write() as uow:
        await uow.plans.set_active("cds", False)
    text = await _leaves(talk, message) or ""
    assert "Đến hạn trong tuần" in text
    assert "chuyển đổi số" not in text
    async with talk.database.write() as uow:
        await uow.plans.set_active("small", False)
    assert await _leaves(talk, message) is None


async def test_other_messages_leave_as_they_were_put(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    message = await _digest(talk)
    other = OutboxMessage(**{f: getattr(message, f) for f in OutboxMessage.__slots__} | {"key": "decision:1"})  # type: ignore[arg-type]
    assert other.kind is MessageKind.REMINDER
    assert await _leaves(talk, other) == text_of(load(message.reply))
