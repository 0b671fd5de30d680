"""Work put off or dropped by a paper: nothing is asked of the unit, nothing is late, until it is taken up again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from handlers import reminders
from handlers.standing import Standing, State, standings
from knowledge.standing import Group
from storage.records import Role
from tests.support.talk import ZONE, Talk


async def _all(talk: Talk) -> dict[tuple[str, str], Standing]:
    async with talk.database.read() as uow:
        followed = await talk.office.plan(uow)
        assert followed is not None
        found = await standings(uow, followed, talk.now.astimezone(ZONE).date(), ZONE)
    return {(s.task.code, s.occurrence.period): s for s in found}


async def test_work_is_put_off_by_a_paper_and_taken_up_again(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    said = await minh.says("/tamdung I.1 chờ hướng dẫn mới CV 12/UBND-VX")
    assert "Lý do: chờ hướng dẫn mới" in said
    assert "Văn bản: CV 12/UBND-VX" in said
    assert "Đã ghi nhận: I.1 tạm dừng" in await minh.takes("Đồng ý")
    talk.now = datetime(2027, 1, 20, 2, tzinfo=UTC)
    standing = (await _all(talk))[("I.1", "")]
    assert (standing.state, standing.group) == (State.SUSPENDED, Group.SUSPENDED)
    assert "tạm dừng theo CV 12/UBND-VX: chờ hướng dẫn mới" in await lan.says("/nhiemvu I.1")
    assert "I.1" not in await lan.says("/hanchot")
    async with talk.database.read() as uow:
        found = await reminders.digests(uow, talk.office, talk.now.date(), ZONE)
    assert all(line.standing.task.code != "I.1" for digest in found for line in digest.lines)
    await minh.says("/tieptuc")
    await minh.takes("I.1")
    await minh.takes("Đồng ý")
    assert (await _all(talk))[("I.1", "")].state is State.OVERDUE
    log = await minh.says("/nhatky")
    assert "tạm dừng I.1 (chưa có cập nhật → chờ hướng dẫn mới, CV 12/UBND-VX)" in log
    assert "Minh: tạm dừng, lý do: chờ hướng dẫn mới (CV 12/UBND-VX)" in await lan.says("/lichsu I.1")


async def test_work_that_comes_back_rests_once_or_from_then_on(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/tamdung I.2 sáp nhập “QĐ 5/QĐ-UBND”")
    await minh.takes("Chỉ năm 2026")
    found = await _all(talk)
    assert [found[("I.2", year)].open for year in ("2026", "2027")] == [False, True]
    await minh.says("/khongthuchien I.2 hết nhiệm vụ “QĐ 6/QĐ-UBND”")
    assert "I.2 (từ năm 2026 trở đi) không thực hiện" in await minh.takes("Từ năm 2026 trở đi")
    found = await _all(talk)
    assert [found[("I.2", year)].state for year in ("2026", "2027")] == [State.WITHDRAWN] * 2
    await minh.takes("Hoàn tác")
    found = await _all(talk)
    assert [found[("I.2", year)].state for year in ("2026", "2027")] == [State.SUSPENDED, State.IN_TIME]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("/tamdung", "Tạm dừng nhiệm vụ nào?"),
        ("/tamdung I.1", "cần có lý do"),
        ("/tamdung I.1 chờ kinh phí", "phải theo văn bản"),
        ("/khongthuchien I.1 chờ kinh phí", "phải theo văn bản"),
        ("/tamdung X.9 chờ", "không có nhiệm vụ X.9"),
        ("/tieptuc", "Không có nhiệm vụ nào đang tạm dừng"),
        ("/tieptuc I.1", "hiện không tạm dừng"),
    ],
)
async def test_what_lacks_is_asked_for(talk: Talk, typed: str, answer: str) -> None:
    assert answer in await (await talk.member("Minh", Role.OFFICE)).says(typed)


async def test_step_by_step_from_the_card(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/nhiemvu I.1")
    await minh.takes("Tạm dừng")
    assert "phải theo văn bản" in await minh.says("chờ kinh phí")
    await minh.says("chờ kinh phí, công văn số 7/STC-NS")
    await minh.takes("Đồng ý")
    assert (await _all(talk))[("I.1", "")].state is State.SUSPENDED
    assert "hiện đã tạm dừng theo công văn số 7/STC-NS" in await minh.says("/tamdung I.1 chờ “CV 1”")


async def test_completed_work_is_not_put_off_and_a_report_ends_the_rest(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await minh.says("/tamdung I.1 chờ “CV 1/UBND”")
    await minh.takes("Đồng ý")
    await lan.says("/tiendo I.1 100%")
    await lan.takes("Đồng ý")
    assert (await _all(talk))[("I.1", "")].state is State.AWAITING
    assert "đã được báo hoàn thành" in await minh.says("/tamdung I.1 chờ “CV 1/UBND”")


async def test_yes_pressed_twice_rules_once(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/tamdung I.1 chờ “CV 1/UBND”")
    token = minh.choice("Đồng ý").token
    await minh.presses(token)
    assert "đã thay đổi" in await minh.presses(token)
    async with talk.database.read() as uow:
        assert len(await uow.rulings.of_plan("small")) == 1
