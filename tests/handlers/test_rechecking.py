"""A digest that waited says what is true when it leaves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from handlers.messages import dump, load, say
from handlers.rechecking import Hold, still_to_be_said
from handlers.reminders import queue_digests
from storage.records import MessageKind, OutboxMessage, Role
from tests.support.plans import small_plan
from tests.support.talk import ZONE, Person, Talk, text_of

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


# ---- urgings and what was put on another day ------------------------------------------------------------------------

FRIDAY_EVENING = datetime(2027, 1, 15, 14, 0, tzinfo=UTC)
MONDAY = datetime(2027, 1, 18, 1, 0, tzinfo=UTC)


async def _urging(talk: Talk) -> OutboxMessage:
    """Lan's unit is urged on a Friday evening, which she is to read on Monday."""
    await talk.member("Lan", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    talk.now = FRIDAY_EVENING
    await minh.says("/dondoc TH")
    await minh.takes("Nhắc ngay")
    async with talk.database.read() as uow:
        lan = await uow.members.by_account("terminal", "Lan")
        assert lan is not None
        message = await uow.outbox.get(f"decision:urge:1:{lan.id}")
    assert message is not None
    talk.now = MONDAY
    return message


async def test_an_urging_counts_the_days_to_the_morning_on_which_it_is_read(talk: Talk) -> None:
    message = await _urging(talk)
    assert "quá hạn 15 ngày" in text_of(load(message.reply))
    said = await _leaves(talk, message)
    assert said is not None
    assert "quá hạn 18 ngày" in said
    assert "[Cập nhật I.1]" in said


async def test_an_urging_leaves_out_what_was_reported_meanwhile_and_is_not_sent_for_nothing(talk: Talk) -> None:
    message = await _urging(talk)
    lan = Person(talk, "Lan")
    await lan.says("/tiendo I.1 100%")
    await lan.takes("Đồng ý")
    said = await _leaves(talk, message)
    assert said is not None
    assert "I.1" not in said
    assert "I.9" in said
    await lan.says("/tiendo I.9 100%")
    await lan.takes("Đồng ý")
    await lan.says("/tiendo I.3, I.5 50%")
    assert await _leaves(talk, message) is None


@pytest.mark.parametrize(
    ("put", "leaves", "says"),
    [
        (datetime(2026, 12, 17, 9, 0, tzinfo=UTC), datetime(2026, 12, 18, 1, 0, tzinfo=UTC), True),
        (datetime(2026, 12, 17, 2, 0, tzinfo=UTC), datetime(2026, 12, 17, 9, 0, tzinfo=UTC), False),
        (datetime(2026, 12, 31, 16, 59, tzinfo=UTC), datetime(2026, 12, 31, 17, 1, tzinfo=UTC), False),
        (datetime(2026, 12, 31, 16, 59, tzinfo=UTC), datetime(2027, 1, 2, 2, 0, tzinfo=UTC), True),
        (datetime(2026, 12, 18, 1, 0, tzinfo=UTC), datetime(2026, 12, 17, 1, 0, tzinfo=UTC), False),
    ],
    ids=["the next morning", "the same day", "two minutes over midnight", "the next year", "the clock was set back"],
)
async def test_what_leaves_on_another_day_says_when_it_was_written(
    talk: Talk, put: datetime, leaves: datetime, says: bool
) -> None:
    """ "Chiều nay họp" of an announcement, "đến hạn hôm nay" of an answer that the service did not take."""
    async with talk.database.write() as uow:
        reply, to = dump(say("Chiều nay họp")), {"channel": "terminal", "chat": "Lan"}
        await uow.outbox.put(key="broadcast:1:1", kind=MessageKind.BROADCAST, reply=reply, now=put, **to)
        message = await uow.outbox.get("broadcast:1:1")
    assert message is not None
    talk.now = leaves - timedelta(minutes=5)
    said = await _leaves(talk, message)
    assert said is not None
    assert ("Tin này soạn lúc" in said) is says
    assert f"{put.astimezone(ZONE):%H:%M ngày %d/%m/%Y}" in said or not says
