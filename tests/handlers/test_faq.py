"""Answers that the office keeps for everybody."""

from __future__ import annotations

from datetime import timedelta

from storage.records import Role
from tests.support.plans import small_plan
from tests.support.talk import Person, Talk

UNKNOWN = "lương giáo viên mới ra trường bao nhiêu?"


async def _kept(minh: Person, question: str, answer: str) -> str:
    await minh.says("/hoidap")
    await minh.takes("Trả lời mẫu")
    await minh.takes("Thêm trả lời mẫu")
    await minh.says(question)
    await minh.says(answer)
    return await minh.takes("Lưu")


async def test_an_answer_to_one_person_serves_everybody_who_asks_it_in_other_words(talk: Talk) -> None:
    lan, nam = await talk.member("Lan", unit="TH"), await talk.member("Nam", unit="TC")
    minh = await talk.member("Minh", Role.OFFICE)
    await lan.says(UNKNOWN)
    await lan.takes("Hỏi Văn phòng")
    await minh.says("/hoidap")
    await minh.takes("lương")
    await minh.says("Hỏi Phòng Tài chính.")
    await minh.takes("Gửi")
    assert "Hỏi Phòng Tài chính." in await minh.takes("Lưu làm trả lời mẫu")  # seen before it is kept
    await minh.takes("Lưu")
    said = await nam.says("cho em hỏi GIAO VIEN moi ra truong luong bao nhieu ạ")
    assert "Hỏi Phòng Tài chính." in said
    assert f"Văn phòng đã trả lời câu hỏi: “{UNKNOWN}”" in said
    assert "Văn phòng trả lời (Minh), ngày 24/11/2026" in said


async def test_a_like_question_is_not_answered_but_the_kept_one_is_offered(talk: Talk) -> None:
    nam, minh = await talk.member("Nam", unit="TC"), await talk.member("Minh", Role.OFFICE)
    await _kept(minh, UNKNOWN, "Hỏi Phòng Tài chính.")
    said = await nam.says("lương giáo viên mầm non mới ra trường bao nhiêu?")
    assert "Không tìm thấy" in said
    assert "câu gần giống" in said
    assert "Hỏi Phòng Tài chính." not in said
    assert "Hỏi Phòng Tài chính." in await nam.takes("lương giáo viên mới ra trường")
    assert "gần giống" not in await nam.says("ai trực ban hôm nay?")


async def test_what_leans_on_an_earlier_question_is_not_kept_as_it_is(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await lan.says("I.1 ai chủ trì?")
    await lan.says("hạn khi nào?")
    await lan.takes("Chưa đúng")
    await minh.says("/hoidap")
    await minh.takes("hạn khi nào")
    await minh.says("Ngày 15/12/2026.")
    await minh.takes("Gửi")
    assert "chỉ hiểu được theo câu hỏi trước" in await minh.takes("Lưu làm trả lời mẫu")
    said = await minh.says("I.1 nộp báo cáo giấy ngày nào?")
    assert "Ngày 15/12/2026." in said
    await minh.takes("Lưu")
    await lan.says("I.2 ai chủ trì?")
    assert "Ngày 15/12/2026." not in await lan.says("hạn khi nào?")
    assert "Ngày 15/12/2026." in await lan.says("báo cáo giấy I.1 nộp ngày nào")


async def test_an_entry_is_changed_given_more_forms_a_source_and_withdrawn_each_time_undone(talk: Talk) -> None:
    nam, minh = await talk.member("Nam", unit="TC"), await talk.member("Minh", Role.OFFICE)
    await _kept(minh, UNKNOWN, "Hỏi Phòng Tài chính.")
    await minh.takes("Ghi nguồn")
    await minh.says("CV 12/SGDĐT-TC")
    await minh.takes("Lưu")
    assert "CV 12/SGDĐT-TC" in await nam.says(UNKNOWN)
    await minh.takes("Thêm cách hỏi")
    await minh.says("thu nhập nhà giáo tập sự mấy triệu?")
    await minh.takes("Lưu")
    assert "Hỏi Phòng Tài chính." in await nam.says("Thu nhập nhà giáo tập sự mấy triệu")
    await minh.takes("Hoàn tác")
    assert "Hỏi Phòng Tài chính." not in await nam.says("Thu nhập nhà giáo tập sự mấy triệu")
    assert "CV 12/SGDĐT-TC" in await nam.says(UNKNOWN)
    await _open(minh)
    await minh.takes("Sửa câu trả lời")
    await minh.says("Theo Nghị định 24.")
    assert "Hỏi Phòng Tài chính." in await nam.says(UNKNOWN)  # not before it is confirmed
    await minh.takes("Lưu")
    assert "Theo Nghị định 24." in await nam.says(UNKNOWN)
    await _open(minh)
    await minh.takes("Bỏ trả lời mẫu")
    assert "Không tìm thấy" in await nam.says(UNKNOWN)
    await minh.takes("Hoàn tác")
    assert "Theo Nghị định 24." in await nam.says(UNKNOWN)
    assert "sửa trả lời mẫu" in await minh.says("/nhatky")


async def _open(minh: Person) -> None:
    await minh.says("/hoidap lương")
    await minh.takes("lương")


async def test_where_the_plan_answers_too_both_can_be_read(talk: Talk) -> None:
    nam, minh = await talk.member("Nam", unit="TC"), await talk.member("Minh", Role.OFFICE)
    await minh.says("/hoidap")
    await minh.takes("Trả lời mẫu")
    await minh.takes("Thêm trả lời mẫu")
    await minh.says("quyết toán ngân sách ai chủ trì?")
    assert "Kế hoạch đã có nội dung cho câu này (I.2)" in await minh.says("Từ tháng 10 giao Phòng Tổng hợp.")
    await minh.takes("Lưu")
    assert "giao Phòng Tổng hợp" in await nam.says("quyết toán ngân sách ai chủ trì")
    assert "Phòng Tài chính chủ trì" in await nam.takes("Theo kế hoạch")


async def test_an_answer_older_than_the_plans_version_says_so(talk: Talk) -> None:
    nam, minh = await talk.member("Nam", unit="TC"), await talk.member("Minh", Role.OFFICE)
    await _kept(minh, UNKNOWN, "Hỏi Phòng Tài chính.")
    talk.now += timedelta(days=1)
    await talk.follow(small_plan().model_copy(update={"title": "Kế hoạch sửa đổi"}))
    said = await nam.says(UNKNOWN)
    assert "Hỏi Phòng Tài chính." in said
    assert "Kế hoạch đã có bản mới sau ngày trả lời này" in said


async def test_an_old_button_cannot_bring_back_what_was_replaced(talk: Talk) -> None:
    nam, minh = await talk.member("Nam", unit="TC"), await talk.member("Minh", Role.OFFICE)
    await _kept(minh, UNKNOWN, "Câu trả lời thứ nhất.")
    await _open(minh)
    await minh.takes("Bỏ trả lời mẫu")
    restore = minh.choice("Hoàn tác").token
    await minh.presses(restore)
    await _open(minh)
    await minh.takes("Sửa câu trả lời")
    await minh.says("Câu trả lời thứ hai.")
    await minh.takes("Lưu")
    assert "Không hoàn tác được" in await minh.presses(restore)
    assert "thứ hai" in await nam.says(UNKNOWN)


async def test_kept_answers_are_the_offices_to_change(talk: Talk) -> None:
    nam, minh = await talk.member("Nam", unit="TC"), await talk.member("Minh", Role.OFFICE)
    await _kept(minh, UNKNOWN, "Hỏi Phòng Tài chính.")
    assert "dành cho Văn phòng" in await nam.says("/hoidap lương")


async def test_a_question_about_one_task_by_its_code_stands_alone(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    assert "Đã lưu" in await _kept(minh, "I.4 hạn khi nào?", "Chờ UBND huyện cho lùi.")
    assert "Chờ UBND huyện" in await lan.says("i4 hạn bao giờ ạ")
    for near in ("I.2 hạn khi nào?", "I.4 ai chủ trì?", "I.4", "hạn khi nào?", "I.4 năm 2027 hạn khi nào?"):
        assert "Chờ UBND huyện" not in await lan.says(near)


async def test_after_a_kept_answer_its_task_is_spoken_of_and_no_other(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await _kept(minh, "I.4 hạn khi nào?", "Chờ UBND huyện cho lùi.")
    await _kept(minh, UNKNOWN, "Hỏi Phòng Tài chính.")
    await lan.says("I.1 ai chủ trì?")
    await lan.says("I.4 hạn khi nào?")
    assert "Theo nhiệm vụ I.4" in await lan.says("ai chủ trì?")
    await lan.says(UNKNOWN)
    assert "Theo nhiệm vụ" not in await lan.says("ai phối hợp?")
