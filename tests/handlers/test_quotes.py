"""Quotes that can be checked: a code shows the same words again, and what has become of them."""

from __future__ import annotations

from tests.support.engines import default_plan
from tests.support.plans import small_plan
from tests.support.talk import Talk


def _code_in(said: str) -> str:
    return next(word for word in said.split() if word.startswith("TD-"))


async def test_a_quote_is_found_again_by_its_code_and_says_whether_it_was_amended(talk: Talk) -> None:
    lan, nam = await talk.member("Lan", unit="TH"), await talk.member("Nam", unit="TC")
    await lan.says("I.1 ai chủ trì?")
    code = _code_in(await lan.takes("Trích dẫn"))
    said = await nam.says(code.lower())
    assert "Rà soát quy chế làm việc" in said
    assert "bản 1, Phụ lục, mục I, STT 1" in said
    assert "đúng như đã trích ngày 24/11/2026" in said
    plan = small_plan()
    other = plan.tasks[1].model_copy(update={"deadline": "Quý I/2027"})
    await talk.follow(plan.model_copy(update={"tasks": (plan.tasks[0], other, *plan.tasks[2:])}))
    assert "đúng như đã trích" in await nam.says(code)  # another task was amended
    amended = plan.tasks[0].model_copy(update={"deadline": "Quý I/2027"})
    await talk.follow(plan.model_copy(update={"tasks": (amended, *plan.tasks[1:])}))
    said = await nam.says(f"/trichdan {code}")
    assert "Tháng 12/2026" in said
    assert "đã được sửa sau ngày trích 24/11/2026 (từ bản 3, ngày 24/11/2026)" in said
    assert "Quý I/2027" in said
    await talk.follow(plan.model_copy(update={"tasks": plan.tasks[1:]}))
    assert "không còn trong bản kế hoạch hiện nay" in await nam.says(f"/trichdan {code}")
    assert "Không có mã trích dẫn" in await nam.says("/trichdan TD-222222")


async def test_a_code_is_given_for_what_was_asked_last_and_for_a_task_that_is_named(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert "Muốn lấy mã" in await lan.says("/trichdan")
    await lan.says("rà soát quy chế làm việc ai chủ trì?")
    asked = await lan.says("/trichdan")
    assert "Rà soát quy chế làm việc" in asked
    assert _code_in(await lan.says("/trichdan I.1")) == _code_in(asked)  # the same words have one code
    assert "Quyết toán ngân sách" in await lan.says("trích dẫn I.2")


async def test_an_answer_of_several_records_is_quoted_whole(talk: Talk) -> None:
    lan, nam = await talk.member("Lan", unit="TH"), await talk.member("Nam", unit="TC")
    await lan.says("Phòng Tài chính chủ trì những việc gì?")
    said = await nam.says(_code_in(await lan.takes("Trích dẫn")))
    for title in ("Quyết toán ngân sách", "Sắp xếp bộ máy", "Báo cáo quý"):
        assert title in said


async def test_a_target_is_quoted_with_the_year_that_it_is_for(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("hồ sơ đúng hạn bao nhiêu phần trăm")
    quote = await lan.takes("Trích dẫn")
    assert "Đến năm 2027: Hồ sơ đúng hạn: tối thiểu 95%" in quote
    assert "đúng như đã trích" in await lan.says(_code_in(quote))


async def test_the_head_papers_and_long_lists_are_quoted_too(talk: Talk) -> None:
    await talk.follow(default_plan())
    lan, nam = await talk.member("Lan", unit="VP"), await talk.member("Nam", unit="TCCB")
    for asked, words in (
        ("kế hoạch này do cơ quan nào ban hành", "Cơ quan ban hành: Sở Giáo dục và Đào tạo tỉnh Gia Lai"),
        ("kế hoạch căn cứ pháp lý nào", "Nghị quyết số 76/NQ-CP"),
        ("Văn phòng chủ trì những nhiệm vụ nào", "VI.5.4. "),
    ):
        await lan.says(asked)
        said = await nam.says(_code_in(await lan.takes("Trích dẫn")))
        assert words in said
        assert "đúng như đã trích" in said


async def test_a_code_shows_nothing_to_a_stranger(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("I.1 ai chủ trì?")
    code = _code_in(await lan.takes("Trích dẫn"))
    said = await talk.stranger("Kẻ lạ").says(f"/trichdan {code}")
    assert "Rà soát" not in said
    assert "Xin chào" in said


async def test_a_later_extension_is_told_beside_the_printed_words(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("I.1 hạn khi nào?")
    code = _code_in(await lan.takes("Trích dẫn"))
    async with talk.database.write() as uow:
        member = await lan.member()
        assert member is not None
        await uow.extensions.add(
            plan="small",
            task="I.1",
            period="",
            due=talk.now.date().replace(year=2027),
            previous=None,
            reason="chờ",
            document="",
            member_id=member.id,
            now=talk.now.replace(hour=5),
        )
    said = await lan.says(code)
    assert "đúng như đã trích" in said
    assert "đã gia hạn I.1 đến 24/11/2027" in said


async def test_without_words_the_whole_of_the_answer_just_given_is_quoted(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("Phòng Tài chính chủ trì những việc gì?")
    said = await lan.says("/trichdan")
    assert "Quyết toán ngân sách" in said
    assert "Báo cáo quý" in said
