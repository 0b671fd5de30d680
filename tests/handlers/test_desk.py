"""Questions that go to the office, and answers that come back."""

from __future__ import annotations

from handlers.messages import load
from storage.records import Role
from tests.support.talk import Person, Talk, text_of

UNKNOWN = "lương giáo viên mới ra trường bao nhiêu?"


async def _told(talk: Talk, *, asker: bool) -> list[str]:
    """What waits in the outbox about questions: for those who asked, or for the office."""
    async with talk.database.read() as uow:
        found = [m for m in await uow.outbox.due(talk.now) if m.key.startswith("decision:inquiry:")]
    return [text_of(load(m.reply)) for m in found if m.key.endswith(":told") == asker]


async def _answered(minh: Person, answer: str) -> str:
    await minh.says("/hoidap")
    await minh.takes("lương")
    await minh.says(answer)
    return await minh.takes("Gửi")


async def test_what_the_plan_does_not_say_goes_to_the_office_and_the_answer_comes_back(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    assert "Không tìm thấy" in await lan.says(UNKNOWN)
    assert "Đã chuyển câu hỏi" in await lan.takes("Hỏi Văn phòng")
    assert any("Lan hỏi" in text for text in await _told(talk, asker=False))
    assert "Đã gửi trả lời cho Lan" in await _answered(minh, "Theo Nghị định 24, đồng chí hỏi Phòng Tài chính.")
    told = await _told(talk, asker=True)
    assert any("hỏi Phòng Tài chính" in text and "lương giáo viên" in text for text in told)
    assert "Không có câu hỏi nào đang chờ" in await minh.says("/hoidap")


async def test_a_question_is_answered_once(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    minh, nga = await talk.member("Minh", Role.OFFICE), await talk.member("Nga", Role.OFFICE)
    await lan.says(UNKNOWN)
    await lan.takes("Hỏi Văn phòng")
    for office in (minh, nga):
        await office.says("/hoidap")
        await office.takes("lương")
    await nga.says("Trả lời thứ hai.")
    await minh.says("Trả lời thứ nhất.")
    await minh.takes("Gửi")
    assert "đã được xử lý" in await nga.takes("Gửi")
    assert len(await _told(talk, asker=True)) == 1


async def test_asking_twice_is_one_question(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await talk.member("Minh", Role.OFFICE)
    await lan.says(UNKNOWN)
    token = lan.choice("Hỏi Văn phòng").token
    await lan.presses(token)
    assert "đã được chuyển" in await lan.presses(token)
    assert len(await _told(talk, asker=False)) == 1


async def test_the_office_sees_what_found_nothing_most_frequent_first_without_names(talk: Talk) -> None:
    lan, nam = await talk.member("Lan", unit="TH"), await talk.member("Nam", unit="TC")
    minh = await talk.member("Minh", Role.OFFICE)
    await lan.says("hôm nay trời có mưa không?")
    await lan.says(UNKNOWN)
    await nam.says(UNKNOWN)
    said = await minh.says("/hoidap")
    assert "lương giáo viên mới ra trường bao nhiêu? (2 lần)" in said
    assert said.index("lương") < said.index("trời")
    assert "Lan" not in said


async def test_a_wrong_answer_is_reported_with_what_was_said(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await lan.says("rà soát quy chế làm việc ai chủ trì?")
    assert "Đã ghi nhận phản ánh" in await lan.takes("Chưa đúng")
    await minh.says("/hoidap")
    said = await minh.takes("rà soát")
    assert "Lan, Phòng Tổng hợp" in said
    assert "Hỏi về: đơn vị chủ trì" in said  # what was understood
    assert "Phòng Tổng hợp chủ trì" in said  # what was answered
    assert "đã đóng câu hỏi" in (await minh.takes("Không cần trả lời")).lower()


async def test_an_answer_is_seen_before_it_goes_out_with_its_lines(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await lan.says(UNKNOWN)
    await lan.takes("Hỏi Văn phòng")
    await minh.says("/hoidap")
    await minh.takes("lương")
    assert "Gửi câu trả lời này cho Lan?" in await minh.says("I.1 hạn khi nào?")  # a stray question
    assert "Đã thôi" in await minh.takes("Thôi")
    assert await _told(talk, asker=True) == []
    await minh.says("/hoidap")
    await minh.takes("lương")
    await minh.says("Theo hai văn bản:\n1. Nghị định 24\n2. Thông tư 7")
    await minh.takes("Gửi")
    (told,) = await _told(talk, asker=True)
    assert "Theo hai văn bản:\n1. Nghị định 24\n2. Thông tư 7" in told
    assert "Văn phòng (Minh), 09:00 ngày 24/11/2026" in told


async def test_everybody_who_asked_the_same_gets_the_answer_at_once(talk: Talk) -> None:
    lan, nam = await talk.member("Lan", unit="TH"), await talk.member("Nam", unit="TC")
    thu, minh = await talk.member("Thu", unit="TC"), await talk.member("Minh", Role.OFFICE)
    for person, question in (
        (lan, UNKNOWN),
        (nam, "luong giao vien moi ra truong la bao nhieu a"),
        (thu, "lương hiệu trưởng bao nhiêu?"),
    ):
        await person.says(question)
        await person.takes("Hỏi Văn phòng")
    await minh.says("/hoidap")
    await minh.takes("lương giáo viên")
    await minh.says("Hỏi Phòng Tài chính.")
    await minh.takes("Gửi")
    assert "Đã gửi cho: Nam." in await minh.takes("Gửi luôn cho 1 người")
    assert len(await _told(talk, asker=True)) == 2
    said = await minh.says("/hoidap")
    assert "Câu hỏi đang chờ: 1" in said
    assert "hiệu trưởng" in said


async def test_what_found_nothing_leaves_the_list_once_it_is_answered_or_skipped(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await lan.says(UNKNOWN)
    await lan.says("ZKT ai chủ trì?")
    await lan.says("hôm nay trời có mưa không?")
    await lan.says("😀 %s {{7*7}}")
    assert "Câu hỏi chưa tìm thấy: 3" in await _unfound(minh)
    await minh.takes("hôm nay")
    await minh.takes("Bỏ qua")
    assert "Câu hỏi chưa tìm thấy: 2" in await _unfound(minh)
    await minh.says("/tuvung ZKT = quyết toán ngân sách")
    await minh.takes("Đồng ý")
    assert "Câu hỏi chưa tìm thấy: 1" in await _unfound(minh)
    await minh.takes("lương")
    await minh.takes("Soạn trả lời mẫu")
    await minh.says("Hỏi Phòng Tài chính.")
    await minh.takes("Lưu")
    assert "Hỏi mà chưa tìm thấy" not in await minh.says("/hoidap")
    assert "Hỏi Phòng Tài chính." in await lan.says(UNKNOWN)


async def test_a_skipped_question_comes_back_when_that_is_undone(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await lan.says(UNKNOWN)
    await _unfound(minh)
    await minh.takes("lương")
    await minh.takes("Bỏ qua")
    await minh.takes("Hoàn tác")
    assert "Câu hỏi chưa tìm thấy: 1" in await _unfound(minh)


async def _unfound(minh: Person) -> str:
    await minh.says("/hoidap")
    return await minh.takes("Xử lý câu chưa tìm thấy")


async def test_a_label_is_taken_when_it_is_typed_without_its_sign(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("I.1 ai chủ trì?")
    assert "Đã ghi nhận phản ánh" in await lan.says("chưa đúng")


async def test_a_question_is_put_to_the_office_itself(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await talk.member("Minh", Role.OFFICE)
    assert "Đã chuyển câu hỏi" in await lan.says("hỏi Văn phòng: II.5 báo cáo quý này gửi ai?")
    assert "đã được chuyển" in await lan.says("/hoivanphong II.5 báo cáo quý này gửi ai?")
    assert "/hoivanphong" in await lan.says("/hoivanphong")
    (notice,) = await _told(talk, asker=False)
    assert "Lan hỏi: II.5 báo cáo quý này gửi ai?" in notice


async def test_a_question_about_the_office_is_none_to_it(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await talk.member("Minh", Role.OFFICE)
    await lan.says("cho em hỏi Văn phòng chủ trì mấy việc")
    assert not await _told(talk, asker=False)
