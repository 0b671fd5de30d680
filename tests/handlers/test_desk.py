"""Questions that go to the office, answers that come back, quotes that can be checked."""

from __future__ import annotations

from handlers.messages import load
from storage.records import Role
from tests.support.plans import small_plan
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
    return await minh.says(answer)


async def test_what_the_plan_does_not_say_goes_to_the_office_and_the_answer_comes_back(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    assert "Không tìm thấy" in await lan.says(UNKNOWN)
    assert "Đã chuyển câu hỏi" in await lan.takes("Hỏi Văn phòng")
    assert any("Lan hỏi" in text for text in await _told(talk, asker=False))
    assert "Đã gửi trả lời cho Lan" in await _answered(minh, "Theo Nghị định 24, đồng chí hỏi Phòng Tài chính.")
    told = await _told(talk, asker=True)
    assert any("hỏi Phòng Tài chính" in text and "lương giáo viên" in text for text in told)
    assert "Không có câu hỏi nào đang chờ" in await minh.says("/hoidap")


async def test_a_kept_answer_serves_everybody_until_it_is_taken_back(talk: Talk) -> None:
    lan, nam = await talk.member("Lan", unit="TH"), await talk.member("Nam", unit="TC")
    minh = await talk.member("Minh", Role.OFFICE)
    await lan.says(UNKNOWN)
    await lan.takes("Hỏi Văn phòng")
    await _answered(minh, "Hỏi Phòng Tài chính.")
    await minh.takes("Lưu làm trả lời mẫu")
    said = await nam.says("LUONG GIAO VIEN moi ra truong bao nhieu")
    assert "Hỏi Phòng Tài chính." in said
    assert "Văn phòng trả lời, ngày 24/11/2026" in said
    await minh.takes("Hoàn tác")
    assert "Không tìm thấy" in await nam.says(UNKNOWN)


async def test_a_question_is_answered_once(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    minh, nga = await talk.member("Minh", Role.OFFICE), await talk.member("Nga", Role.OFFICE)
    await lan.says(UNKNOWN)
    await lan.takes("Hỏi Văn phòng")
    for office in (minh, nga):
        await office.says("/hoidap")
        await office.takes("lương")
    await minh.says("Trả lời thứ nhất.")
    assert "đã được xử lý" in await nga.says("Trả lời thứ hai.")
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
    assert "Phòng Tổng hợp chủ trì" in said
    assert "đã đóng câu hỏi" in (await minh.takes("Không cần trả lời")).lower()


async def test_a_quote_is_found_again_by_its_code_and_says_whether_it_was_amended(talk: Talk) -> None:
    lan, nam = await talk.member("Lan", unit="TH"), await talk.member("Nam", unit="TC")
    await lan.says("I.1 ai chủ trì?")
    code = next(word for word in (await lan.takes("Trích dẫn")).split() if word.startswith("TD-"))
    said = await nam.says(code.lower())
    assert "Rà soát quy chế làm việc" in said
    assert "Phụ lục, mục I, STT 1" in said
    assert "chưa thay đổi" in said
    plan = small_plan()
    amended = plan.tasks[0].model_copy(update={"deadline": "Quý I/2027"})
    await talk.follow(plan.model_copy(update={"tasks": (amended, *plan.tasks[1:])}))
    said = await nam.says(f"/trichdan {code}")
    assert "Tháng 12/2026" in said
    assert "đã được sửa" in said
    assert "Quý I/2027" in said
    assert "Không có mã trích dẫn" in await nam.says("/trichdan TD-222222")
