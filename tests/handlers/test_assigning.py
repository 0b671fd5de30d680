"""A head gives tasks of the unit to its people, and sees what the unit owes and who has what."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from storage.records import Role
from tests.support.plans import small_plan
from tests.support.talk import Talk


async def _given(talk: Talk) -> dict[str, list[str]]:
    async with talk.database.read() as uow:
        names = {m.id: m.name for m in await uow.members.all()}
        return {task: [names[i] for i in ids] for task, ids in (await uow.assignments.of_plan("small")).items()}


async def test_given_in_one_line_told_shown_and_undone(talk: Talk) -> None:
    truong, lan = await talk.member("Trường", Role.HEAD, "TH"), await talk.member("Nguyễn Thị Lan", unit="TH")
    hung = await talk.member("Hùng", unit="TH")
    assert "Đã giao I.1 cho Nguyễn Thị Lan, Hùng" in await truong.says("/giao I.1 @Lan và Hùng")
    assert await _given(talk) == {"I.1": ["Nguyễn Thị Lan", "Hùng"]}
    assert "Trường giao đồng chí phụ trách I.1 Rà soát quy chế làm việc (hạn: 31/12/2026" in await talk.told(lan)
    assert "Người phụ trách: Nguyễn Thị Lan, Hùng" in await hung.says("/nhiemvu I.1")
    assert "đã giao cho Hùng từ trước" in await truong.says("/giao I.1 hùng")
    await truong.says("/giao I.1 bỏ Lan")
    assert "Đã thôi giao" in truong.read
    assert await _given(talk) == {"I.1": ["Hùng"]}
    await truong.takes("Hoàn tác")
    assert await _given(talk) == {"I.1": ["Hùng", "Nguyễn Thị Lan"]}
    minh = await talk.member("Minh", Role.OFFICE)
    assert "giao việc I.1 (Nguyễn Thị Lan, Hùng)" in await minh.says("/nhatky")


async def test_given_step_by_step(talk: Talk) -> None:
    truong, _ = await talk.member("Trường", Role.HEAD, "TH"), await talk.member("Lan", unit="TH")
    said = await truong.says("/giao")
    assert "I.1 Rà soát quy chế làm việc — chưa giao ai" in said
    assert "I.2" not in said
    await truong.takes("I.1")
    await truong.takes("Lan")
    assert await _given(talk) == {"I.1": ["Lan"]}
    await truong.takes("Giao cho người khác")
    await truong.takes("✓ Lan")
    assert await _given(talk) == {}
    await truong.says("/giao I.1")
    assert "Đã giao I.1 cho Lan" in await truong.says("lan")


async def test_two_of_one_name_are_asked_about_and_nothing_is_given_meanwhile(talk: Talk) -> None:
    truong = await talk.member("Trường", Role.HEAD, "TH")
    for name in ("Nguyễn Thị Lan", "Trần Thu Lan"):
        await talk.member(name, unit="TH")
    assert "là ai trong những người sau" in await truong.says("/giao I.1 Lan")
    assert await _given(talk) == {}
    await truong.takes("Trần Thu Lan")
    assert await _given(talk) == {"I.1": ["Trần Thu Lan"]}


async def test_only_to_people_of_the_lead_unit_and_only_by_its_head(talk: Talk) -> None:
    truong, nam = await talk.member("Trường", Role.HEAD, "TH"), await talk.member("Nam", unit="TC")
    minh = await talk.member("Minh", Role.OFFICE)
    assert "không có ai tên “Nam”" in await truong.says("/giao I.1 Nam")
    assert "không giao được" in await truong.says("/giao I.2 Nam")
    assert "dành cho" in await nam.says("/giao I.2 Nam")
    assert "Đã giao I.2 cho Nam" in await minh.says("/giao I.2 Nam")
    assert await _given(talk) == {"I.2": ["Nam"]}


async def test_who_is_locked_out_has_no_tasks_any_more(talk: Talk) -> None:
    truong, lan = await talk.member("Trường", Role.HEAD, "TH"), await talk.member("Lan", unit="TH")
    await truong.says("/giao I.1 Lan")
    member = await lan.member()
    assert member is not None
    async with talk.database.write() as uow:
        await uow.members.change(member.id, active=False)
    assert await _given(talk) == {}


async def test_the_head_sees_what_the_unit_owes_who_has_what_and_who_is_silent(talk: Talk) -> None:
    truong, _ = await talk.member("Trường", Role.HEAD, "TH"), await talk.member("Lan", unit="TH")
    await truong.says("/giao I.1 Lan")
    talk.now = datetime(2027, 1, 10, 2, tzinfo=UTC)
    said = await truong.says("/phong")
    assert "Phòng Tổng hợp" in said
    assert "quá hạn: 1" in said
    assert "I.1 Rà soát quy chế làm việc — 47 ngày chưa có cập nhật" in said
    assert "Lan: I.1" in said
    assert "Trường: chưa được giao việc nào" in said
    assert "Chưa giao ai: I.3, I.5" in said


@pytest.mark.parametrize(("role", "unit"), [(Role.OFFICE, None), (Role.DIRECTOR, None)])
async def test_the_office_and_the_director_see_any_unit_and_a_head_only_the_own(
    talk: Talk, role: Role, unit: str | None
) -> None:
    above, truong = await talk.member("Trên", role, unit), await talk.member("Trường", Role.HEAD, "TH")
    assert "Phòng Tài chính" in await above.says("/phong TC")
    await above.says("/phong")
    assert "Phòng Tổng hợp" in await above.takes("Phòng Tổng hợp")
    assert "Phòng Tổng hợp" in await truong.says("/phong TC")


async def test_a_plan_without_units_offers_none_to_choose_from(talk: Talk) -> None:
    await talk.follow(small_plan().model_copy(update={"units": (), "tasks": ()}))
    minh = await talk.member("Minh", Role.OFFICE)
    assert "không giao việc cho đơn vị nào" in await minh.says("/phong")
