"""The office's own words for a plan: added from the chat, understood at once, taken out and put back."""

from __future__ import annotations

import pytest

from storage.records import Role
from tests.support.plans import small_plan
from tests.support.talk import Person, Talk


async def _adds(minh: Person, line: str) -> str:
    await minh.says(f"/tuvung {line}")
    return await minh.takes("Đồng ý")


async def test_a_short_form_is_understood_as_soon_as_it_is_added_and_no_longer_when_undone(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    assert "Không tìm thấy" in await lan.says("ZKT ai chủ trì?")
    said = await minh.says("/tuvung ZKT = quyết toán ngân sách")
    assert "Từ nay hiểu “ZKT” là “quyết toán ngân sách” (viết tắt)?" in said
    assert "Không tìm thấy" in await lan.says("ZKT ai chủ trì?")  # not before it is confirmed
    await minh.takes("Đồng ý")
    assert "Phòng Tài chính chủ trì" in await lan.says("zkt ai chủ trì?")
    await minh.takes("Hoàn tác")
    assert "Không tìm thấy" in await lan.says("ZKT ai chủ trì?")


async def test_what_a_word_is_follows_from_what_it_stands_for(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    assert "tên gọi của đơn vị" in await minh.says("/tuvung P.HCQT là Phòng Tài chính")
    await minh.takes("Đồng ý")
    assert "Quyết toán ngân sách" in await lan.says("p.hcqt chủ trì những việc gì?")
    assert "Phòng Tài chính chủ trì" in await lan.says("/nhiemvu P.HCQT")
    assert "Phòng Tài chính" in await lan.says("/hanchot p.hcqt")
    assert "Phòng Tài chính" in await minh.says("/moi cán bộ P.HCQT")
    assert "cách hỏi" in await minh.says("/tuvung đứng mũi = hỏi chủ trì")
    await minh.takes("Đồng ý")
    assert "Phòng Tổng hợp chủ trì" in await lan.says("rà soát quy chế làm việc ai đứng mũi")
    assert "từ cùng nghĩa" in await minh.says("/tuvung chốt sổ = quyết toán ngân sách")
    await minh.takes("Đồng ý")
    assert "Phòng Tài chính chủ trì" in await lan.says("chốt sổ ai chủ trì")


async def test_a_new_meaning_takes_the_place_of_the_old_one_and_undoing_brings_it_back(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await _adds(minh, "BCQ = báo cáo quý")
    assert "Thay cho nghĩa đang dùng: “báo cáo quý”" in await minh.says("/tuvung bcq = sắp xếp bộ máy")
    await minh.takes("Đồng ý")
    assert "Sắp xếp bộ máy" in await lan.says("BCQ hạn khi nào?")
    await minh.takes("Hoàn tác")
    assert "Báo cáo quý" in await lan.says("BCQ hạn khi nào?")


async def test_words_are_listed_taken_out_put_back_and_logged(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    assert "chưa thêm từ nào" in await minh.says("/tuvung")
    await _adds(minh, "ZKT = quyết toán ngân sách")
    assert "ZKT = quyết toán ngân sách (viết tắt)" in await minh.says("/tuvung")
    assert "Người thêm: Minh" in await minh.takes("ZKT")
    assert "Đã bỏ từ “ZKT”" in await minh.takes("Bỏ từ này")
    assert "dùng lại" in await minh.takes("Hoàn tác")
    await minh.says("/tuvung bỏ zkt")
    await minh.takes("Bỏ từ này")
    assert "chưa thêm từ nào" in await minh.says("/tuvung")
    log = await minh.says("/nhatky")
    assert "thêm từ ZKT (quyết toán ngân sách)" in log
    assert "bỏ từ ZKT" in log


async def test_a_word_that_would_hide_a_task_is_warned_of_and_one_that_helps_says_so(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    said = await minh.says("/tuvung quyết toán ngân sách = sắp xếp bộ máy")
    assert "không còn tìm thấy theo tên: I.2" in said
    assert "đang là tên gọi của Phòng Tổng hợp" in await minh.says("/tuvung Tổng hợp = báo cáo quý")
    await lan.says("ZKT ai chủ trì?")
    assert "tìm được câu trả lời cho 1 câu hỏi" in await minh.says("/tuvung ZKT = quyết toán ngân sách")
    assert "Kế hoạch không có chữ nào" in await minh.says("/tuvung XYZ = phi thuyền vũ trụ")


async def test_what_is_no_word_is_answered_with_how_to_write_one(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    for typed in ("TTHC", "=", "a = a", "= x", "😀 = 😀", "a = b=c", "x" * 90 + " = yy"):
        assert "ví dụ: /tuvung TTHC = thủ tục hành chính" in await minh.says(f"/tuvung {typed}")


async def test_words_are_the_offices_business_and_belong_to_one_plan(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    assert "dành cho Văn phòng" in await lan.says("/tuvung ZKT = quyết toán ngân sách")
    await _adds(minh, "ZKT = quyết toán ngân sách")
    async with talk.database.write() as uow:
        other = small_plan().model_copy(update={"id": "other"})
        await uow.plans.put("other", other.model_dump_json(), talk.now.date(), other.ends, talk.now)
        assert await uow.vocabulary.of_plan("other") == []
        assert [e.said for e in await uow.vocabulary.of_plan("small")] == ["ZKT"]


@pytest.mark.parametrize(
    "word", ["chủ trì = phối hợp", "ai = khi nào", "I.1 = sắp xếp bộ máy", "CT27.01 = báo cáo quý"]
)
async def test_codes_and_the_words_of_questions_keep_their_meaning(talk: Talk, word: str) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    assert "không đổi nghĩa được" in await minh.says(f"/tuvung {word}")
    assert "chưa thêm từ nào" in await minh.says("/tuvung")
