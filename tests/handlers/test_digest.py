"""A digest answered by taps: its message becomes a checklist; who is told when nobody of a unit can be reached."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from handlers.messages import load
from handlers.reminders import preview, queue_digests
from scheduler.offers import offered
from storage.records import Role
from tests.support.plans import small_plan
from tests.support.talk import ZONE, Person, Talk, text_of

MORNING = datetime(2026, 12, 17, 1, tzinfo=UTC)


async def _morning(talk: Talk, *people: Person) -> None:
    """The digests of 1 December on people's screens."""
    talk.now = MORNING
    async with talk.database.write() as uow:
        await queue_digests(uow, talk.office, talk.now, ZONE)
        for person in people:
            member = await uow.members.by_account(talk.channel, person.name)
            message = await uow.outbox.get(f"digest:2026-12-17:member:{member.id}") if member else None
            person.screen = (
                await offered(uow, talk.channel, person.name, load(message.reply), talk.now) if message else None
            )


async def _busy(talk: Talk, count: int) -> None:
    """Follows a plan in which TH has `count` tasks due on 31 December."""
    plan = small_plan()
    more = [plan.tasks[0].model_copy(update={"code": f"I.{n}"}) for n in range(10, 9 + count)]
    await talk.follow(plan.model_copy(update={"tasks": (*plan.tasks, *more)}))


async def test_done_edits_the_digest_into_a_checklist(talk: Talk) -> None:
    await _busy(talk, 2)
    lan = await talk.member("Lan", unit="TH")
    await _morning(talk, lan)
    assert "Ghi I.1 hoàn thành (100%)?" in await lan.takes("1. Xong")
    said = await lan.takes("Đồng ý")
    assert "Đã ghi nhận I.1: 100%, hoàn thành" in said
    assert "✓ I.1 Rà soát quy chế làm việc: 100%, chờ xác nhận" in said
    assert "[1. Xong]" not in said
    assert "[2. Xong]" in said
    assert lan.screen is not None
    assert lan.screen.replaces


async def test_a_percent_and_a_note_from_the_digest(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await _morning(talk, lan)
    await lan.takes("1. Cập nhật I.1")
    await lan.takes("75%")
    said = await lan.says("đã trình lãnh đạo")
    assert "Đã ghi nhận I.1: 75%" in said
    assert "✓ I.1 Rà soát quy chế làm việc: 75%, đang thực hiện" in said


async def test_undo_from_the_digest_brings_its_line_back(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await _morning(talk, lan)
    await lan.takes("1. Cập nhật I.1")
    await lan.takes("75%")
    await lan.takes("Không ghi chú")
    said = await lan.takes("Hoàn tác")
    assert "Hiện nay: chưa có cập nhật" in said
    assert "[1. Xong]" in said


@pytest.mark.parametrize("step", ["1. Xong", "1. Cập nhật I.1"])
async def test_one_can_go_back_to_the_digest(talk: Talk, step: str) -> None:
    lan = await talk.member("Lan", unit="TH")
    await _morning(talk, lan)
    before = lan.read
    await lan.takes(step)
    assert await lan.takes("Quay lại") == before


async def test_a_long_digest_turns_its_pages_and_keeps_its_numbers(talk: Talk) -> None:
    await _busy(talk, 7)
    lan = await talk.member("Lan", unit="TH")
    await _morning(talk, lan)
    assert "Còn 2 việc nữa." in lan.read
    await lan.takes("Xem tiếp")
    assert lan.screen is not None
    assert [c.label for c in lan.screen.choices if "Xong" in c.label] == ["6. Xong", "7. Xong"]
    await lan.takes("7. Xong")
    assert "Đã ghi nhận I.15" in await lan.takes("Đồng ý")


async def test_what_a_colleague_has_answered_is_ticked(talk: Talk) -> None:
    lan, mai = await talk.member("Lan", unit="TH"), await talk.member("Mai", unit="TH")
    await _busy(talk, 2)
    await _morning(talk, lan, mai)
    await mai.takes("1. Cập nhật I.1")
    await mai.takes("50%")
    await mai.takes("Không ghi chú")
    await lan.takes("2. Xong")
    said = await lan.takes("Đồng ý")
    assert "✓ I.1" in said
    assert "✓ I.10" in said


async def test_the_office_is_told_for_a_unit_whose_people_blocked_the_bot(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    async with talk.database.write() as uow:
        await uow.members.set_reachable(talk.channel, lan.name, False)
    await _morning(talk, minh)
    assert "I.1 Rà soát quy chế làm việc: còn 14 ngày" in minh.read
    assert "[Phòng Tổng hợp: chưa có người dùng]" in minh.read


async def test_the_office_is_told_for_the_one_of_two_lead_units_that_nobody_stands_for(talk: Talk) -> None:
    plan = small_plan()
    both = plan.tasks[0].model_copy(update={"lead": ("TH", "BD")})
    await talk.follow(plan.model_copy(update={"tasks": (both,)}))
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await _morning(talk, lan, minh)
    assert "I.1" in lan.read
    assert "[Bưu điện huyện: chưa có người dùng]" in minh.read
    assert "Phòng Tổng hợp:" not in minh.read


async def test_what_nobody_would_be_told_of_is_in_the_preview(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    async with talk.database.read() as uow:
        found = await preview(uow, talk.office, MORNING.date(), ZONE, today=MORNING.date())
    assert [d.member.name for d in found.digests] == ["Lan"]
    assert {units: [line.standing.task.code for line in lines] for units, lines in found.nobody.items()} == {
        "Phòng Tài chính": ["I.2", "I.6"]
    }


async def test_a_morning_queued_ahead_waits_for_its_hour_and_keeps_the_days_before(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    async with talk.database.write() as uow:
        assert await queue_digests(uow, talk.office, MORNING, ZONE, ahead=True) == 1
    async with talk.database.write() as uow:
        assert await uow.outbox.due(talk.now) == []
        (waiting,) = await uow.outbox.due(MORNING)
        assert waiting.expires == datetime(2026, 12, 17, 16, tzinfo=ZONE)
        assert not [key for key in await uow.settings.all() if key.startswith("digest.last_day")]


async def test_a_digest_pressed_days_later_speaks_of_today(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await _morning(talk, lan)
    token = lan.choice("1. Cập nhật I.1").token
    talk.now = datetime(2026, 12, 28, 1, tzinfo=UTC)
    await lan.presses(token)
    await lan.takes("Quay lại")
    assert "còn 3 ngày" in lan.read


async def test_a_quarterly_line_names_its_quarter(talk: Talk) -> None:
    nam = await talk.member("Nam", unit="TC")
    talk.now = datetime(2026, 12, 17, 1, tzinfo=UTC)
    async with talk.database.read() as uow:
        found = await preview(uow, talk.office, talk.now.date(), ZONE, today=talk.now.date())
        from handlers import digest

        said = text_of(digest.message(found.digests[0].lines, talk.now.date(), talk.office.calendar))
    assert nam is not None
    assert "I.6 Báo cáo quý (quý IV/2026): còn 14 ngày" in said


async def test_done_pressed_again_on_an_old_copy_records_nothing(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await _morning(talk, lan)
    token = lan.choice("1. Xong").token
    await lan.presses(token)
    await lan.takes("Đồng ý")
    talk.now += timedelta(hours=3)
    assert "đã được ghi trước đó" in await lan.presses(token)
    async with talk.database.read() as uow:
        assert len(await uow.progress.history("small")) == 1
