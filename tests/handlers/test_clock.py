"""What the clock says beside the morning's digest: to the silent, heads, the office, the director, groups."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest

from handlers.making import completed
from handlers.messages import Picture, load
from handlers.overviews import queue_evening, queue_summaries
from handlers.reminders import queue_digests, queue_nudges
from storage.records import OutboxMessage, Role
from tests.support.plans import small_plan
from tests.support.talk import ZONE, Talk, text_of

pytestmark = pytest.mark.sqlite


def _at(day: str, hour: int = 8, minute: int = 0) -> datetime:
    return datetime.fromisoformat(f"{day}T{hour:02d}:{minute:02d}").replace(tzinfo=ZONE).astimezone(UTC)


async def _run(talk: Talk, job: Callable[..., Awaitable[object]], at: datetime) -> None:
    """Does a job of the clock, and sends what it put."""
    talk.now = at
    async with talk.database.write() as uow:
        await job(uow, talk.office, at, ZONE)
    async with talk.database.write() as uow:
        for message in await uow.outbox.due(at + timedelta(hours=2)):
            await uow.outbox.sending(message.id, via=talk.channel)
            await uow.outbox.sent(message.id, at, "1")


async def _of(talk: Talk, name: str, key: str) -> str:
    """What a person was told under a key; "" for nothing."""
    async with talk.database.read() as uow:
        member = await uow.members.by_account(talk.channel, name)
        message: OutboxMessage | None = await uow.outbox.get(f"{key}:member:{member.id}") if member else None
    return text_of(load(message.reply)) if message else ""


async def test_in_the_afternoon_only_the_silent_hear_of_what_is_due_today(talk: Talk) -> None:
    plan = small_plan()
    second = plan.tasks[0].model_copy(update={"code": "I.7", "title": "Việc thứ hai"})
    await talk.follow(plan.model_copy(update={"tasks": (*plan.tasks, second)}))
    lan, nam = await talk.member("Lan", unit="TH"), await talk.member("Nam", unit="TC")
    await _run(talk, queue_digests, _at("2026-12-31"))
    await lan.says("/tiendo I.1 80% chờ ký")
    await nam.says("1 90%, 2 95%")
    await _run(talk, queue_nudges, _at("2026-12-31", 14))
    said = await _of(talk, "Lan", "nudge:2026-12-31")
    assert "I.7 Việc thứ hai: đến hạn hôm nay" in said
    assert "I.1" not in said
    assert await _of(talk, "Nam", "nudge:2026-12-31") == ""


async def test_what_is_only_coming_is_not_nudged(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    await _run(talk, queue_digests, _at("2026-12-17"))
    await _run(talk, queue_nudges, _at("2026-12-17", 14))
    assert await _of(talk, "Lan", "nudge:2026-12-17") == ""


async def test_what_was_put_off_until_the_afternoon_comes_then(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await _run(talk, queue_digests, _at("2026-12-17"))
    async with talk.database.write() as uow:
        from scheduler.offers import offered

        member = await lan.member()
        message = await uow.outbox.get(f"digest:2026-12-17:member:{member.id}") if member else None
        assert message is not None
        lan.screen = await offered(uow, talk.channel, "Lan", load(message.reply), talk.now)
    await lan.takes("Nhắc sau")
    assert "14:00 ngày 17/12/2026" in await lan.takes("Chiều nay 14:00")
    await _run(talk, queue_nudges, _at("2026-12-17", 14))
    assert "I.1" in await _of(talk, "Lan", "nudge:2026-12-17")


async def test_the_head_is_copied_on_the_days_that_are_a_heads(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await talk.member("Hà", Role.HEAD, "TH")
    told = []
    for day in ("2026-12-17", "2026-12-24", "2026-12-28", "2026-12-30", "2026-12-31"):
        await _run(talk, queue_digests, _at(day))
        told += [day[-2:]] if "I.1" in await _of(talk, "Hà", f"digest:{day}") else []
        await lan.says("/tiendo I.1 70% đang soạn")
    assert told == ["30", "31"]  # a week before, it stands at 70% and was reported on a week ago


async def test_a_head_without_staff_is_told_like_staff(talk: Talk) -> None:
    await talk.member("Hà", Role.HEAD, "TH")
    await _run(talk, queue_digests, _at("2026-12-17"))
    assert "I.1" in await _of(talk, "Hà", "digest:2026-12-17")


async def test_what_was_given_to_one_person_is_not_told_to_the_others(talk: Talk) -> None:
    lan, _ = await talk.member("Lan", unit="TH"), await talk.member("Hoa", unit="TH")
    member = await lan.member()
    assert member is not None
    async with talk.database.write() as uow:
        await uow.assignments.add("small", "I.1", member.id, member.id, talk.now)
    await _run(talk, queue_digests, _at("2026-12-17"))
    assert "I.1" in await _of(talk, "Lan", "digest:2026-12-17")
    assert await _of(talk, "Hoa", "digest:2026-12-17") == ""


async def test_late_work_goes_to_the_office_and_then_to_the_director(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    await talk.member("Minh", Role.OFFICE)
    await talk.member("Sơn", Role.DIRECTOR)
    seen: dict[str, list[str]] = {"Lan": [], "Minh": [], "Sơn": []}
    for n in range(1, 32):
        day = (datetime(2027, 1, 1, tzinfo=UTC) + timedelta(days=n - 1)).date().isoformat()
        await _run(talk, queue_digests, _at(day))
        for name, days in seen.items():
            lines = (await _of(talk, name, f"digest:{day}")).split("Đến hạn trong tuần")[0].split("Quá hạn chưa")[0]
            days += [day[-2:]] if "I.1 Rà soát" in lines else []
    # 31/12/2026 is a Thursday, 1/1 a holiday: working days late 1, 3, 7 and 14 are 4, 6, 12 and 21 January.
    # On the 11th Lan is asked before the reporting period closes.
    assert seen["Lan"] == ["04", "06", "11", "12", "21"]
    assert seen["Minh"] == ["06", "12"]
    assert seen["Sơn"] == ["21"]


async def test_the_office_has_its_week_on_monday_in_the_same_message_as_its_digest(talk: Talk) -> None:
    await talk.member("Minh", Role.OFFICE, "TC")
    await _run(talk, queue_digests, _at("2026-12-28"))
    said = await _of(talk, "Minh", "digest:2026-12-28")
    assert "Đến hạn trong tuần: 3" in said
    assert "I.1 Rà soát quy chế làm việc" in said
    await _run(talk, queue_digests, _at("2026-12-29"))
    assert "Đến hạn trong tuần" not in await _of(talk, "Minh", "digest:2026-12-29")


async def test_each_quarter_the_office_is_asked_whether_the_paper_has_come(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await talk.member("Lan", unit="TH")
    asked = []
    for n in range(60):
        day = (datetime(2026, 12, 15, tzinfo=UTC) + timedelta(days=n)).date().isoformat()
        await _run(talk, queue_digests, _at(day))
        asked += [day] if "chờ văn bản" in await _of(talk, "Minh", f"digest:{day}") else []
    assert asked == ["2027-01-04"]
    offered = await minh.says("/giahan chờ văn bản")
    assert "I.5" in offered
    assert "[I.1" not in offered
    await minh.says("/giahan I.5 30/6/2027 Nghị định đã ban hành “NĐ 12/2027”")
    await minh.takes("Đồng ý")
    async with talk.database.read() as uow:
        told = [text_of(load(m.reply)) for m in await uow.outbox.due(talk.now)]
    assert any("I.5" in text and "30/06/2027" in text for text in told)
    await _run(talk, queue_digests, _at("2027-06-30"))
    assert "I.5" in await _of(talk, "Lan", "digest:2027-06-30")


async def test_before_a_cut_off_those_who_reported_nothing_in_the_period_are_asked_once(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    talk.now = _at("2026-12-01")
    await lan.says("/tiendo I.3 50% đang niêm yết")
    said = {}
    for day in ("2026-12-08", "2026-12-09", "2026-12-10", "2026-12-11"):
        await _run(talk, queue_digests, _at(day))
        said[day] = await _of(talk, "Lan", f"digest:{day}")
    assert [day for day, text in said.items() if text] == ["2026-12-09"]
    assert "I.1" in said["2026-12-09"]
    assert "chốt số liệu 14/12/2026" in said["2026-12-09"]
    assert "I.3" not in said["2026-12-09"]
    assert "I.5" not in said["2026-12-09"]


async def test_heads_see_the_week_on_friday_and_nobody_else(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await talk.member("Hà", Role.HEAD, "TH")
    talk.now = _at("2026-12-17")
    await lan.says("/tiendo I.1 40% đang soạn")
    await _run(talk, queue_summaries, _at("2026-12-17", 15, 30))
    assert await _of(talk, "Hà", "summary:2026-12-17") == ""
    await _run(talk, queue_summaries, _at("2026-12-18", 15, 30))
    said = await _of(talk, "Hà", "summary:2026-12-18")
    assert "Phòng Tổng hợp: tuần đến 18/12/2026" in said
    assert "Trong 7 ngày qua: 1 lượt cập nhật, 0 việc báo hoàn thành" in said
    assert await _of(talk, "Lan", "summary:2026-12-18") == ""


async def test_the_heads_week_comes_with_one_picture_of_the_units_year(talk: Talk) -> None:
    ha = await talk.member("Hà", Role.HEAD, "TH")
    await _run(talk, queue_summaries, _at("2026-12-18", 15, 30))
    member = await ha.member()
    assert member is not None
    async with talk.database.read() as uow:
        message = await uow.outbox.get(f"summary:2026-12-18:member:{member.id}")
    assert message is not None
    whole = await completed(load(message.reply), talk.database, talk.office, ZONE)
    (picture,) = [block for block in whole.blocks if isinstance(block, Picture)]
    assert "Phòng Tổng hợp: tiến độ đến ngày 18/12/2026" in picture.alternative
    assert picture.png.startswith(b"\x89PNG")


async def test_a_friday_off_moves_the_heads_week_to_thursday(talk: Talk) -> None:
    await talk.member("Hà", Role.HEAD, "TH")
    await _run(talk, queue_summaries, _at("2027-04-15", 15, 30))  # Giỗ Tổ is Friday 16/4/2027
    assert "tuần đến 15/04/2027" in await _of(talk, "Hà", "summary:2027-04-15")


async def test_in_the_evening_the_office_learns_who_has_not_answered(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    nam = await talk.member("Nam", unit="TC")
    await talk.member("Minh", Role.OFFICE)
    await _run(talk, queue_digests, _at("2026-12-31"))
    await nam.says("1 90%, 2 95%")
    await _run(talk, queue_evening, _at("2026-12-31", 16, 30))
    said = await _of(talk, "Minh", "evening:2026-12-31")
    assert "đã nhắc mà chưa có cập nhật: 1" in said
    assert "(Lan)" in said
    assert "Nam" not in said


async def test_nobody_gets_more_than_two_messages_a_day(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    await talk.member("Hà", Role.HEAD, "TH")
    await talk.member("Minh", Role.OFFICE, "TC")
    for day in ("2026-12-30", "2026-12-31", "2027-01-04", "2027-01-08"):
        for job, hour in ((queue_digests, 8), (queue_nudges, 14), (queue_summaries, 15), (queue_evening, 16)):
            await _run(talk, job, _at(day, hour, 30 if hour > 14 else 0))
        async with talk.database.read() as uow:
            for member in await uow.members.all():
                assert await uow.reminders.messages_to(member.id, since=_at(day, 0)) <= 2


async def test_a_missed_digest_is_folded_into_the_next(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    talk.now = _at("2026-12-17")
    async with talk.database.write() as uow:
        await queue_digests(uow, talk.office, talk.now, ZONE)
        (message,) = await uow.outbox.due(talk.now + timedelta(hours=1))
        from storage.records import MessageState

        await uow.outbox.settle(message.id, MessageState.EXPIRED, "too late", _at("2026-12-17", 16))
    await _run(talk, queue_digests, _at("2026-12-18"))
    assert "I.1 Rà soát quy chế làm việc: còn 13 ngày" in await _of(talk, "Lan", "digest:2026-12-18")


async def test_a_bound_group_has_its_units_digest_without_persons(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    minh.chat = "group1"
    assert "Từ nay nhóm này nhận bản nhắc việc của Phòng Tổng hợp" in await minh.says("/ganket TH", private=False)
    talk.now = _at("2026-12-17")
    async with talk.database.write() as uow:
        await queue_digests(uow, talk.office, talk.now, ZONE)
        message = await uow.outbox.get("digest:2026-12-17:chat:terminal:group1")
    assert message is not None
    said = text_of(load(message.reply))
    assert "Nhắc việc ngày 17/12/2026 của Phòng Tổng hợp" in said
    assert "I.1" in said
    assert "Lan" not in said
    assert "[" not in said
    assert "không nhận bản nhắc việc nữa" in await minh.says("/ganket thôi", private=False)


async def test_only_the_office_binds_a_group(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    lan.chat = "group1"
    assert "dành cho Văn phòng" in await lan.says("/ganket TH", private=False)
    async with talk.database.read() as uow:
        assert await uow.unit_chats.all() == []


async def test_the_ledger_shows_every_reminder_of_a_task(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    await _run(talk, queue_digests, _at("2026-12-17"))
    await _run(talk, queue_digests, _at("2026-12-24"))
    talk.now = _at("2026-12-24", 9)
    await lan.says("/tiendo I.1 60%")
    await _run(talk, queue_digests, _at("2026-12-28"))
    said = await minh.says("/nhatky nhac I.1")
    assert "Các lần nhắc I.1" in said
    assert said.count("Lan (máy tính): nhắc việc, hạn 31/12/2026; đã gửi đến nơi") == 3
    assert said.count("trả lời lúc 09:00 ngày 24/12/2026: có cập nhật") == 2
    assert said.count("chưa trả lời") == 1
    assert "Chưa có lần nhắc nào về I.5" in await minh.says("/nhatky nhac I.5")
    assert "/nhatky nhac I.1" in await minh.says("/nhatky nhac")


async def test_the_calendar_file_names_each_deadline_for_ever(talk: Talk) -> None:
    from icalendar import Calendar

    from handlers.calendars import calendar_at, calendar_of

    lan = await talk.member("Lan", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    member = await lan.member()
    assert member is not None

    async def events() -> dict[str, str]:
        async with talk.database.read() as uow:
            content = await calendar_of(uow, talk.office, member, talk.now, ZONE)
        assert content is not None
        found = Calendar.from_ical(content).walk("VEVENT")
        assert all(event.walk("VALARM") for event in found)
        return {str(event["uid"]): str(event.decoded("dtstart")) for event in found}

    before = await events()
    assert before == {"small-I.1-once@dondoc": "2026-12-31"}
    await minh.says("/giahan I.1 31/3/2027 chờ cấp trên")
    await minh.takes("Đồng ý")
    assert await events() == {"small-I.1-once@dondoc": "2027-03-31"}

    assert "[Lấy địa chỉ" not in await lan.says("/lich")
    talk.office.public_url = "https://bot.example.vn"
    await lan.says("/lich")
    said = await lan.takes("Lấy địa chỉ tự cập nhật")
    token = said.split("/lich/")[1].split(".ics")[0]
    async with talk.database.read() as uow:
        assert await calendar_at(uow, talk.office, token, talk.now, ZONE)
        assert await calendar_at(uow, talk.office, token + "x", talk.now, ZONE) is None
    await lan.takes("Thu hồi địa chỉ")
    async with talk.database.read() as uow:
        assert await calendar_at(uow, talk.office, token, talk.now, ZONE) is None


async def test_what_the_office_missed_on_friday_is_in_mondays_message(talk: Talk) -> None:
    """Its message comes a quarter of an hour after everybody's on Mondays."""
    await talk.member("Minh", Role.OFFICE, "TH")
    await talk.member("Nam", unit="TC")
    await _run(talk, queue_digests, _at("2026-12-16"))  # nothing runs from Thursday 17 December to Sunday
    for hour, minute in ((8, 0), (8, 15)):
        talk.now = _at("2026-12-21", hour, minute)
        async with talk.database.write() as uow:
            await queue_digests(uow, talk.office, talk.now, ZONE, until=talk.now.astimezone(ZONE).time())
    assert "I.1 Rà soát quy chế làm việc: còn 10 ngày" in await _of(talk, "Minh", "digest:2026-12-21")
