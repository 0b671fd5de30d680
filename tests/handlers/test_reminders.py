"""The morning's digest: who gets what, once, and never for what is done or was due before following."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from handlers.messages import load
from handlers.reminders import digests, queue_digests
from storage.records import OutboxMessage, Role
from tests.support.plans import small_plan
from tests.support.talk import ZONE, Talk, text_of


def _at(day: str, hour: int = 1) -> datetime:
    """08:00 at the office unless said otherwise (hours in UTC)."""
    return datetime.fromisoformat(f"{day}T{hour:02d}:00").replace(tzinfo=UTC)


async def _queue(talk: Talk, day: str) -> list[OutboxMessage]:
    """The digests that a morning brings, as they wait in the outbox."""
    talk.now = _at(day)
    async with talk.database.write() as uow:
        await queue_digests(uow, talk.office, talk.now, ZONE)
    async with talk.database.read() as uow:
        keys = [f"digest:{day}:member:{member.id}" for member in await uow.members.all()]
        return [message for key in keys if (message := await uow.outbox.get(key)) is not None]


def _text(message: OutboxMessage) -> str:
    return text_of(load(message.reply))


async def test_a_person_gets_one_digest_of_what_their_unit_owes(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    await talk.member("Nam", unit="TC")
    # Thursday 17 December: I.1 (due 31/12) is 14 days away; TC's yearly and quarterly work is due the same day.
    found = await _queue(talk, "2026-12-17")
    assert len(found) == 2
    lan, nam = sorted(map(_text, found), key=lambda text: "I.2" in text)
    assert "I.1 Rà soát quy chế làm việc: còn 14 ngày, hạn 31/12/2026" in lan
    assert "I.2" not in lan
    assert "I.2 Quyết toán ngân sách: còn 14 ngày" in nam


async def test_queueing_twice_changes_nothing(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    assert len(await _queue(talk, "2026-12-17")) == 1
    assert len(await _queue(talk, "2026-12-17")) == 1


async def test_nothing_to_say_is_not_said(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    assert await _queue(talk, "2026-12-02") == []


async def test_nothing_on_a_day_off(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    # Sunday; the reminder of a day off is given on the working day before.
    assert await _queue(talk, "2026-12-27") == []


async def test_what_is_done_is_not_reminded(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo I.1 100%")
    await lan.takes("Đồng ý")
    assert await _queue(talk, "2026-12-17") == []


async def test_what_was_due_before_following_is_never_reminded(talk: Talk) -> None:
    await talk.member("Nam", unit="TC")
    for day in ("2026-11-25", "2026-11-30", "2026-12-07"):
        assert all("I.4" not in _text(m) for m in await _queue(talk, day))


async def test_overdue_work_comes_back_weekly_until_it_is_done(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    days = [datetime(2027, 1, 1, tzinfo=UTC) + timedelta(days=n) for n in range(28)]
    told = [d.date().isoformat() for d in days if await _queue(talk, d.date().isoformat())]
    assert 3 <= len(told) <= 5
    await lan.says("/tiendo I.1 100%")
    await lan.takes("Đồng ý")
    later = [d + timedelta(days=28) for d in days]
    assert [d for d in later if any("I.1" in _text(m) for m in await _queue(talk, d.date().isoformat()))] == []


async def test_a_unit_without_anybody_is_told_to_the_office(talk: Talk) -> None:
    await talk.member("Minh", Role.OFFICE)
    (message,) = await _queue(talk, "2026-12-17")
    assert "Phòng Tài chính: chưa có người dùng" in _text(message)


async def test_the_director_and_the_locked_are_not_nagged(talk: Talk) -> None:
    await talk.member("Sơn", Role.DIRECTOR, "TH")
    lan = await (await talk.member("Lan", unit="TH")).member()
    async with talk.database.write() as uow:
        await uow.members.change(lan.id, active=False)  # type: ignore[union-attr]
    assert await _queue(talk, "2026-12-17") == []


async def test_a_digest_is_answered_by_a_tap(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    (message,) = await _queue(talk, "2026-12-17")
    reply = load(message.reply)
    async with talk.database.write() as uow:
        from scheduler.offers import offered

        lan.screen = await offered(uow, "terminal", "Lan", reply, talk.now)
    assert "hoàn thành (100%)" in await lan.takes("1. Xong")
    assert "Đã ghi nhận I.1: 100%, hoàn thành" in await lan.takes("Đồng ý")


async def test_days_missed_while_nothing_ran_are_made_up_in_one_digest(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    await _queue(talk, "2026-12-16")
    # Nothing ran on 17 December; on the 18th the 14-day reminder is given late, once.
    (message,) = await _queue(talk, "2026-12-18")
    assert "còn 13 ngày" in _text(message)
    assert await _queue(talk, "2026-12-21") == []


async def test_a_missed_digest_expires_the_same_afternoon(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    (message,) = await _queue(talk, "2026-12-17")
    assert message.expires == datetime(2026, 12, 17, 16, tzinfo=ZONE)


async def test_an_extension_moves_the_reminder_and_says_so(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/giahan I.1 31/3/2027 chờ cấp trên")
    await minh.takes("Đồng ý")
    assert all("I.1" not in _text(m) for m in await _queue(talk, "2026-12-17"))
    found = [_text(m) for m in await _queue(talk, "2027-03-17")]
    assert any("I.1" in text and "gia hạn lần 1" in text for text in found)


@pytest.mark.sqlite
async def test_ten_lines_are_cut_to_a_screen_and_counted(talk: Talk) -> None:
    plan = small_plan()
    many = [plan.tasks[0].model_copy(update={"code": f"I.{n}"}) for n in range(10, 20)]
    await talk.follow(plan.model_copy(update={"tasks": (*plan.tasks, *many)}))
    await talk.member("Lan", unit="TH")
    (message,) = await _queue(talk, "2026-12-17")
    assert "Còn 6 việc nữa." in _text(message)
    assert "[Xem tiếp]" in _text(message)


async def test_the_preview_writes_nothing(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    async with talk.database.read() as uow:
        (digest,) = await digests(uow, talk.office, datetime(2026, 12, 17, tzinfo=ZONE).date(), ZONE)
    assert digest.member.name == "Lan"
    assert [line.standing.task.code for line in digest.lines] == ["I.1"]
