"""What an occurrence amounts to: completed in time stays in time, late stays late, groups add up."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime

from handlers.standing import Standing, State, standings
from knowledge.standing import Group
from storage.records import Role
from tests.support.talk import ZONE, Talk


async def _of(talk: Talk, task: str, period: str = "") -> Standing:
    async with talk.database.read() as uow:
        followed = await talk.office.plan(uow)
        assert followed is not None
        found = await standings(uow, followed, talk.now.astimezone(ZONE).date(), ZONE)
    return next(s for s in found if (s.task.code, s.occurrence.period) == (task, period))


async def _confirmed(talk: Talk, task: str) -> None:
    """The office confirms that it is completed."""
    minh = await talk.member("Minh", Role.OFFICE)
    assert "Đã xác nhận" in await minh.says(f"/xacnhan {task} đồng ý")


async def test_a_remark_after_the_deadline_does_not_make_completed_work_late(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    talk.now = datetime(2026, 12, 20, 2, tzinfo=UTC)
    await lan.says("/tiendo I.1 100%")
    await lan.takes("Đồng ý")
    talk.now = datetime(2027, 1, 20, 2, tzinfo=UTC)
    await lan.says("/tiendo I.1 100% đã bổ sung hồ sơ")
    await _confirmed(talk, "I.1")
    standing = await _of(talk, "I.1")
    assert (standing.state, standing.completed) == (State.DONE, date(2026, 12, 20))


async def test_completion_taken_back_and_reported_again_late_is_late(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    talk.now = datetime(2026, 12, 31, 2, tzinfo=UTC)
    await lan.says("/tiendo I.1 100%")
    await lan.takes("Đồng ý")
    await lan.takes("Hoàn tác")
    talk.now = datetime(2027, 1, 20, 2, tzinfo=UTC)
    await lan.says("/tiendo I.1 100%")
    await lan.takes("Đồng ý")
    await _confirmed(talk, "I.1")
    standing = await _of(talk, "I.1")
    assert (standing.state, standing.completed) == (State.DONE_LATE, date(2027, 1, 20))
    assert "hoàn thành quá hạn ngày 20/01/2027" in await lan.says("/nhiemvu I.1")


async def test_an_extension_makes_late_work_in_time(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    talk.now = datetime(2027, 1, 20, 2, tzinfo=UTC)
    await lan.says("/tiendo I.1 100%")
    await lan.takes("Đồng ý")
    await minh.says("/xacnhan I.1 đồng ý")
    assert (await _of(talk, "I.1")).state is State.DONE_LATE
    await minh.says("/giahan I.1 31/1/2027 chờ cấp trên")
    await minh.takes("Đồng ý")
    assert (await _of(talk, "I.1")).state is State.DONE


async def test_the_last_evening_of_the_deadline_is_in_time(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    talk.now = datetime(2026, 12, 31, 16, 59, tzinfo=UTC)  # 23:59 at the office
    await lan.says("/tiendo I.1 100%")
    await lan.takes("Đồng ý")
    talk.now = datetime(2027, 2, 1, 2, tzinfo=UTC)
    await _confirmed(talk, "I.1")
    assert (await _of(talk, "I.1")).state is State.DONE


async def test_every_occurrence_counts_in_exactly_one_group(talk: Talk) -> None:
    talk.now = datetime(2027, 4, 8, 1, tzinfo=UTC)
    async with talk.database.read() as uow:
        followed = await talk.office.plan(uow)
        assert followed is not None
        found = await standings(uow, followed, talk.now.astimezone(ZONE).date(), ZONE)
    groups = Counter(s.group for s in found)
    assert groups == {Group.OVERDUE: 4, Group.BEFORE: 4, Group.IN_TIME: 6}
