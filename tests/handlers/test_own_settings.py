"""/nhacviec, /nghiphep: a person's own hour, volume, quiet hours, leave and stand-in."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from handlers.messages import load
from handlers.reminders import queue_digests
from storage.records import Role
from tests.support.talk import ZONE, Talk, text_of

pytestmark = pytest.mark.sqlite
MORNING = datetime(2026, 12, 17, 1, tzinfo=UTC)


async def _digests(talk: Talk, at: datetime, until: time | None = None) -> dict[str, str]:
    """Who has a digest of the day after the job ran: name → what it says."""
    talk.now = at
    async with talk.database.write() as uow:
        await queue_digests(uow, talk.office, at, ZONE, until=until)
        day = at.astimezone(ZONE).date().isoformat()
        found = {m.name: await uow.outbox.get(f"digest:{day}:member:{m.id}") for m in await uow.members.all()}
    return {name: text_of(load(message.reply)) for name, message in found.items() if message}


async def test_a_person_has_an_hour_of_their_own(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await talk.member("Hoa", unit="TH")
    assert "Đã đặt giờ nhắc: 09:30" in await lan.says("/nhacviec 9h30")
    assert set(await _digests(talk, MORNING, time(8))) == {"Hoa"}
    assert set(await _digests(talk, MORNING.replace(hour=2, minute=30), time(9, 30))) == {"Hoa", "Lan"}


async def test_moving_the_hour_back_loses_no_digest(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/nhacviec 10h")
    assert await _digests(talk, MORNING, time(8)) == {}
    talk.now = MORNING.replace(hour=2)
    await lan.says("/nhacviec 8h")
    assert set(await _digests(talk, MORNING.replace(hour=2, minute=5), time(9, 5))) == {"Lan"}


async def test_light_hears_of_the_day_itself_only(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert "Nhẹ" in await lan.says("/nhacviec nhẹ")
    assert await _digests(talk, MORNING) == {}
    assert "đến hạn hôm nay" in (await _digests(talk, datetime(2026, 12, 31, 1, tzinfo=UTC)))["Lan"]


@pytest.mark.parametrize(
    "typed", ["/nhacviec 12h", "/nhacviec 16h30", "/nhacviec 22h", "/nhacviec 25h", "/nhacviec xyz"]
)
async def test_an_hour_at_which_nothing_may_come_is_refused(talk: Talk, typed: str) -> None:
    lan = await talk.member("Lan", unit="TH")
    said = await lan.says(typed)
    assert "chưa đặt" in said or "Chưa thay đổi" in said
    async with talk.database.read() as uow:
        member = await lan.member()
        assert member is not None
        assert (await uow.personal.get(member.id)).hour is None


async def test_own_quiet_hours_hold_back_what_is_put_in_them(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert "15:00–16:00" in await lan.says("/nhacviec yên lặng 15h-16h")
    await _digests(talk, datetime(2026, 12, 17, 8, 5, tzinfo=UTC))
    async with talk.database.read() as uow:
        member = await lan.member()
        assert member is not None
        message = await uow.outbox.get(f"digest:2026-12-17:member:{member.id}")
    assert message is not None
    assert message.not_before == datetime(2026, 12, 17, 9, tzinfo=UTC)


async def test_who_is_away_is_not_asked_and_the_stand_in_is(talk: Talk) -> None:
    lan, nam = await talk.member("Lan", unit="TH"), await talk.member("Nam", unit="TC")
    said = await lan.says("/nghiphep 15–18/12 thay: Nam")
    assert "Người thay: Nam" in said
    assert "Đã ghi Lan nghỉ 15/12/2026 – 18/12/2026" in await lan.takes("Đồng ý")
    found = await _digests(talk, MORNING)
    assert "Lan" not in found
    assert "I.1" in found["Nam"]
    assert "[thay Lan]" in found["Nam"]
    assert nam.name == "Nam"
    later = await _digests(talk, datetime(2026, 12, 24, 1, tzinfo=UTC))
    assert "I.1" in later["Lan"]
    assert "I.1" not in later.get("Nam", "")


async def test_the_office_sets_it_for_anybody_and_they_learn_of_it(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    lan, nam = await talk.member("Lan", unit="TH"), await talk.member("Nam", unit="TC")
    await minh.says("/nghiphep Lan 15-18/12 thay: Nam")
    await minh.takes("Đồng ý")
    assert "Lan: 15/12/2026 – 18/12/2026, thay: Nam" in await minh.says("/nghiphep")
    async with talk.database.read() as uow:
        told = [text_of(load(m.reply)) for m in await uow.outbox.due(talk.now)]
    assert any("Đồng chí được báo làm thay Lan" in text for text in told)
    assert any("Văn phòng đã ghi đồng chí nghỉ" in text for text in told)
    assert "Chỉ Văn phòng" in await nam.says("/nghiphep Lan 15-18/12")
    await lan.says("/nghiphep")
    assert "Đã bỏ kỳ nghỉ" in await lan.takes("Bỏ: Lan")


@pytest.mark.parametrize("typed", ["31/2", "abc", "10/8-3/8", "3-10/8 thay: Không Có Ai"])
async def test_leave_that_is_unclear_is_not_kept(talk: Talk, typed: str) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert "Chưa ghi gì" in await lan.says(f"/nghiphep {typed}")
    async with talk.database.read() as uow:
        assert not await uow.leaves.from_day(talk.now.date())


async def test_several_of_one_name_are_asked_about(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await talk.member("Trần Nam", unit="TC")
    await talk.member("Lê Nam", unit="TC")
    await lan.says("/nghiphep 15-18/12 thay: Nam")
    assert "Người thay: Lê Nam" in await lan.takes("Lê Nam")


async def test_leave_can_be_said_in_a_sentence(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await talk.member("Hùng", unit="TH")
    assert "Người thay: Hùng" in await lan.says("em xin nghỉ phép 20-25/12 thay Hùng")
    assert "Ghi nghỉ phép" not in await lan.says("nghỉ phép 20/12 có phải báo cáo không?")
    assert "Ghi nghỉ phép" not in await lan.says("nghỉ hưu trước tuổi năm 2026")


async def test_everybody_may_look_at_their_own_leave_only(talk: Talk) -> None:
    lan, nam = await talk.member("Lan", unit="TH"), await talk.member("Nam", unit="TC")
    await lan.says("/nghiphep 15-18/12")
    await lan.takes("Đồng ý")
    assert "15/12/2026" in await lan.says("/nghiphep")
    assert "15/12/2026" not in await nam.says("/nghiphep")


async def test_a_leave_over_new_year_is_told_what_it_comes_in_the_place_of(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await talk.member("Nam", unit="TC")
    assert "28/12/2026 – 05/01/2027" in await lan.says("em nghỉ tết từ 28/12 đến 5/1 thay: Nam")
    assert "sẽ được thay" not in lan.read
    await lan.takes("Đồng ý")
    assert "sẽ được thay bằng kỳ này: 28/12/2026 – 05/01/2027, thay: Nam" in await lan.says("/nghiphep 2-10/1")
    await lan.takes("Đồng ý")
    shown = await lan.says("/nghiphep")
    assert "02/01/2027 – 10/01/2027" in shown
    assert "28/12/2026" not in shown
    assert "Chưa rõ nghỉ từ ngày nào" in await lan.says("em nghỉ 20, 22, 24/12")
