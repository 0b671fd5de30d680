"""The office corrects a task: previewed, a new version of the plan, what was printed beside it, told, undone."""

from __future__ import annotations

import pytest

from knowledge.editing import UnknownUnit, changed
from knowledge.lexicon.editing import fields_in
from storage.records import Role, StoredPlan
from tests.support.plans import small_plan
from tests.support.talk import Person, Talk


async def _stored(talk: Talk) -> StoredPlan:
    async with talk.database.read() as uow:
        stored = await uow.plans.get("small")
    assert stored is not None
    return stored


async def test_a_correction_is_previewed_kept_beside_the_printed_words_told_and_undone(talk: Talk) -> None:
    lan, nam = await talk.member("Lan", unit="TH"), await talk.member("Nam", unit="TC")
    minh = await talk.member("Minh", Role.OFFICE)
    before = (await _stored(talk)).document
    said = await minh.says(
        "/suanhiemvu I.1 hạn: 31/3/2027; chủ trì: Phòng Tài chính; sản phẩm: Quyết định; kèm báo cáo"
    )
    assert "Thời hạn: Tháng 12/2026 → 31/3/2027" in said
    assert "Chủ trì: Phòng Tổng hợp → Phòng Tài chính" in said
    assert "Sản phẩm: Báo cáo số 1 → Quyết định; kèm báo cáo" in said
    assert "Hạn kỳ hiện nay: 31/12/2026 → 31/03/2027" in said
    assert (await _stored(talk)).version == 1
    assert "bản 2 của kế hoạch" in await minh.takes("Đồng ý")
    for person in (lan, nam):
        assert "Văn phòng đã sửa nhiệm vụ I.1" in await talk.told(person)
    card = await nam.says("/nhiemvu I.1")
    assert "Chủ trì: Phòng Tài chính" in card
    assert "Thời hạn in trong kế hoạch: “Tháng 12/2026” (Văn phòng sửa ngày 24/11/2026)" in card
    assert "Hạn: 31/03/2027" in card
    assert "Đã ghi nhận I.1: 10%" in await nam.says("/tiendo I.1 10%")
    assert "sửa nhiệm vụ I.1, thời hạn (Tháng 12/2026 → 31/3/2027)" in await minh.says("/nhatky")
    undo = await _undo_token(minh, talk)
    assert "Đã hoàn tác việc sửa nhiệm vụ I.1" in await minh.presses(undo)
    assert (await _stored(talk)).document == before
    assert "không hoàn tác được" in await minh.presses(undo)


async def _undo_token(minh: Person, talk: Talk) -> str:
    """The token of the undo that was offered when the plan was changed."""
    async with talk.database.write() as uow:
        undo = {"code": "I.1", "version": "2", "before": "1"}
        await uow.choices.offer(
            talk.channel, minh.name, [("undo", "x", "editing.undo", undo)], talk.now.replace(year=2030)
        )
    return "undo"


async def test_what_was_printed_stays_through_several_corrections(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    for words in ("31/3/2027", "30/6/2027"):
        await minh.says(f"/suanhiemvu I.1 hạn: {words}")
        await minh.takes("Đồng ý")
    assert "Thời hạn in trong kế hoạch: “Tháng 12/2026”" in await minh.says("/nhiemvu I.1")


async def test_step_by_step(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/suanhiemvu")
    await minh.takes("I.3")
    await minh.takes("Sản phẩm")
    assert "Báo cáo số 3 → Danh mục thủ tục" in await minh.says("Danh mục thủ tục")
    await minh.takes("Đồng ý")
    assert "Sản phẩm: Danh mục thủ tục" in await minh.says("/nhiemvu I.3")


async def test_two_of_the_office_do_not_overwrite_each_other(talk: Talk) -> None:
    minh, hoa = await talk.member("Minh", Role.OFFICE), await talk.member("Hòa", Role.OFFICE)
    await minh.says("/suanhiemvu I.1 hạn: 31/3/2027")
    await hoa.says("/suanhiemvu I.3 sản phẩm: Danh mục")
    await hoa.takes("Đồng ý")
    assert "Chưa sửa gì" in await minh.takes("Đồng ý")
    assert (await _stored(talk)).version == 2


async def test_what_a_new_deadline_means_for_what_was_recorded_is_said(talk: Talk) -> None:
    nam, minh = await talk.member("Nam", unit="TC"), await talk.member("Minh", Role.OFFICE)
    await nam.says("/tiendo I.2 60%")
    assert "Tiến độ đã ghi cho năm 2026" in await minh.says("/suanhiemvu I.2 hạn: 31/3/2027")
    assert "không có ngày đến hạn" in await minh.says("/suanhiemvu I.1 hạn: khi nào xong")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("/suanhiemvu X.9 hạn: 1/1/2027", "không có nhiệm vụ X.9"),
        ("/suanhiemvu I.1 chủ trì: Phòng Vũ trụ", "không có đơn vị “Phòng Vũ trụ”"),
        ("/suanhiemvu I.1 chủ trì: không", "Chủ trì không được để trống"),
        ("/suanhiemvu I.1 tên:", "Nhiệm vụ không được để trống"),
        ("/suanhiemvu I.1 hạn: Tháng 12/2026", "giống nội dung hiện nay"),
        ("/suanhiemvu I.1 đổi giúp tôi", "Chưa rõ sửa mục nào"),
    ],
)
async def test_what_cannot_be_corrected_is_explained(talk: Talk, typed: str, answer: str) -> None:
    assert answer in await (await talk.member("Minh", Role.OFFICE)).says(typed)


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ("hạn: 31/3/2027", {"deadline": "31/3/2027"}),
        ("Thoi han = quý II/2027 ; CHỦ TRÌ: TH, TC", {"deadline": "quý II/2027", "lead": "TH, TC"}),
        ("sản phẩm: Quyết định; kèm báo cáo; hạn: 2027", {"product": "Quyết định; kèm báo cáo", "deadline": "2027"}),
        ("phối hợp: không", {"cooperating": "không"}),
        ("hạn chót là khi nào", {}),
    ],
)
def test_fields_are_read_as_people_type_them(typed: str, fields: dict[str, str]) -> None:
    assert fields_in(typed) == fields


def test_units_are_named_by_code_name_or_alias_several_at_once() -> None:
    plan = small_plan()
    after, _ = changed(
        plan, plan.tasks[0], {"lead": "tai chinh và Phòng Tổng hợp", "cooperating": "bưu điện huyện"}, ""
    )
    assert (after.lead, after.cooperating) == (("TC", "TH"), ("BD",))
    assert after.lead_printed == "Phòng Tài chính; Phòng Tổng hợp"
    with pytest.raises(UnknownUnit):
        changed(plan, plan.tasks[0], {"lead": "TH, Phòng lạ"}, "")
