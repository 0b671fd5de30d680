"""What is said where the plan has no sure answer."""

from __future__ import annotations

from datetime import date

import pytest

from handlers import answering
from handlers.messages import Items
from knowledge.answers import Answer, Engine
from knowledge.answers.excerpts import excerpt
from knowledge.model import Passage
from storage.records import Role
from tests.support.engines import default_engine, default_plan
from tests.support.plans import small_plan
from tests.support.talk import Talk, text_of

pytestmark = pytest.mark.sqlite


async def test_what_came_near_is_shown_as_no_more_than_near(talk: Talk) -> None:
    """The subject is another than the target's: refused, with the target beside it for whoever meant that."""
    await talk.follow(default_plan())
    lan = await talk.member("Lan", unit="VP")
    said = await lan.says("tỷ lệ doanh nghiệp có tài khoản ngân hàng là bao nhiêu")
    assert said.startswith("Không tìm thấy nội dung đồng chí hỏi trong kế hoạch.")
    assert "Nội dung gần nhất" in said
    assert "Người trưởng thành có tài khoản giao dịch tại ngân hàng" in said


def test_running_text_that_came_near_is_shown_by_the_clause_that_is_meant() -> None:
    """A part of the plan may be a page long: its beginning would not show whoever asked what they look for."""
    plan = default_plan()
    said = text_of(answering.reply(default_engine().answer("Mặt trận Tổ quốc góp mặt ở khâu xét duyệt nào"), plan))
    assert said.startswith("Không tìm thấy nội dung đồng chí hỏi trong kế hoạch.")
    assert "Tăng cường sự tham gia của Mặt trận Tổ quốc Việt Nam các cấp" in said


@pytest.mark.parametrize(
    "question",
    [
        "lương giáo viên bao nhiêu",
        "học bổng cho giáo viên nghèo",
        "camera giám sát trong trường học do ai lắp",
        "chỉ số PCI hạng mấy",
    ],
)
def test_what_came_near_is_one_short_line_each(question: str) -> None:
    plan = default_plan()
    replied = answering.reply(default_engine().answer(question), plan)
    lines = [line for block in replied.blocks if isinstance(block, Items) for line in block.items]
    assert all(len(line) <= 240 and "\n" not in line for line in lines)
    assert all(len(line) <= 135 for line in lines if " — " not in line)


def test_of_a_long_clause_the_part_is_shown_that_has_what_was_asked() -> None:
    words = " ".join(f"từ{n}" for n in range(90))
    shown = excerpt(words, {"từ40": 2.0, "từ42": 1.0, "từ3": 1.0}, lambda word: [word])
    assert shown.startswith("…từ38 ")
    assert shown.endswith("…")
    assert len(shown) <= 120
    assert excerpt("ngắn gọn", {"gọn": 1.0}, lambda word: [word]) == "ngắn gọn"


def test_a_value_is_said_once_and_a_strict_day_is_explained() -> None:
    plan, engine = default_plan(), default_engine()
    value = text_of(answering.reply(engine.answer("80% người trưởng thành có tài khoản gì ở ngân hàng"), plan))
    assert value.count("tài khoản giao dịch tại ngân hàng") == 1
    due = text_of(answering.reply(engine.answer("rà soát TTHC hạn khi nào"), plan))
    assert "muộn nhất ngày 14/8" in due


async def test_what_was_reported_or_opened_is_what_is_asked_about_next(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TC")
    await lan.says("/tiendo I.2 60% đã khớp số")
    assert "Theo nhiệm vụ I.2" in await lan.says("ai chủ trì?")
    await lan.says("đã xong I.4")
    assert "Theo nhiệm vụ I.4" in await lan.says("hạn khi nào?")
    await lan.says("/nhiemvu I.6")
    assert "Theo nhiệm vụ I.6" in await lan.says("ai chủ trì?")


async def test_what_was_chosen_from_several_can_be_reported_as_wrong(talk: Talk) -> None:
    await talk.follow(default_plan())
    lan = await talk.member("Lan", unit="VP")
    assert "nào sau đây" in await lan.says("phân cấp ai chủ trì")
    assert "Chưa đúng" in await lan.takes("II.5")


def test_several_tasks_that_may_be_meant_are_shown_with_the_cell_that_was_asked_for() -> None:
    plan = small_plan()
    said = text_of(answering.reply(Answer("clarify", "deadline", candidates=("I.1", "I.4")), plan))
    assert "I.1. Rà soát quy chế làm việc — Thời hạn: Tháng 12/2026" in said
    assert "I.4. Sắp xếp bộ máy — Thời hạn: Quý I/2026" in said


def test_number_and_day_of_the_plan_are_told_together_by_whatever_name_it_is_called() -> None:
    signed = {"number": "27/KH-UBND", "issued": date(2026, 1, 5), "issued_printed": "ngày 05 tháng 01 năm 2026"}
    plan = small_plan().model_copy(update=signed | {"signer": "CHỦ TỊCH, Nguyễn Văn An"})
    engine = Engine(plan)
    said = text_of(answering.reply(engine.answer("kế hoạch này số bao nhiêu, ngày nào"), plan))
    assert "27/KH-UBND" in said
    assert "05/01/2026" in said
    assert "Nguyễn Văn An" in text_of(answering.reply(engine.answer("kế hoạch số 27/KH-UBND ai ký"), plan))


def test_when_reports_are_due_is_told_from_whatever_part_says_so() -> None:
    duties = Passage(
        code="P.III",
        kind="other",
        title="Phân công",
        text="Văn phòng tổng hợp.\nĐịnh kỳ 02 tuần một lần (trước 16 giờ thứ Sáu), các đơn vị báo cáo về Văn phòng.",
        place="Mục III",
    )
    plan = small_plan().model_copy(update={"passages": (duties,)})
    said = text_of(answering.reply(Engine(plan).answer("bao lâu phải báo cáo một lần, trước mấy giờ?"), plan))
    assert "trước 16 giờ thứ Sáu" in said


def test_running_text_that_came_near_is_opened_by_its_choice() -> None:
    plan = default_plan()
    passage = next(p for p in plan.passages if len(p.text) > 200)
    offered = answering.reply(Answer("none", "record", candidates=(passage.code,)), plan)
    assert passage.text[:100] in text_of(offered)
    (choice,) = offered.choices
    opened = answering.reply(default_engine().record(choice.action.arguments["code"], "record"), plan)
    assert passage.text in text_of(opened)


def test_a_heading_of_the_running_text_is_told_with_the_points_under_it() -> None:
    points = ("1. Các phòng tự lo kinh phí.", "2. Văn phòng đôn đốc.", "3. Thanh tra kiểm tra.")
    head = Passage(code="P.III", kind="organization", title="TỔ CHỨC THỰC HIỆN", place="Mục III")
    below = (
        Passage(code=f"P.III.{n}", kind="organization", text=text, place=f"Mục III, điểm {n}")
        for n, text in enumerate(points, 1)
    )
    plan = small_plan().model_copy(update={"passages": (head, *below)})
    opened = text_of(answering.reply(Answer("answer", "section", records=("P.III",)), plan))
    assert "TỔ CHỨC THỰC HIỆN" in opened
    assert "\n".join(points) in opened
    listed = text_of(answering.reply(Engine(plan).answer("tổ chức thực hiện"), plan))
    assert "\n".join(points) in listed
    assert listed.endswith("Mục III")


def test_of_a_long_passage_the_clause_that_answers_goes_first() -> None:
    clause = "Môi trường đầu tư vào nhóm 3 nước dẫn đầu vào năm 2028."
    text = " ".join(("Các phòng rà soát quy trình, cắt giảm giấy tờ cho người dân.",) * 9) + f" {clause}"
    long = Passage(code="P.II.1", kind="body_task", text=text, place="Mục II, đoạn 1")
    plan = small_plan().model_copy(update={"passages": (long,)})
    said = text_of(answering.reply(Engine(plan).answer("môi trường đầu tư vào nhóm mấy nước dẫn đầu"), plan))
    assert said.startswith(clause)
    assert text[:400] in said


async def test_a_long_list_is_turned_page_by_page(talk: Talk) -> None:
    plan = small_plan()
    tasks = tuple(
        task.model_copy(update={"code": f"I.{round_ * 6 + number}"})
        for round_ in range(15)
        for number, task in enumerate(plan.tasks, 1)
    )
    await talk.follow(plan.model_copy(update={"tasks": tasks}))
    lan = await talk.member("Lan", unit="TC")
    first = await lan.says("kế hoạch có tất cả bao nhiêu nhiệm vụ, kể ra")
    assert first.startswith("90 nhiệm vụ")
    assert ("I.15 " in first, "I.16 " in first) == (True, False)
    second = await lan.takes("Xem tiếp")
    assert ("I.15 " in second, "I.16 " in second, "I.31 " in second) == (False, True, False)
    assert "I.15 " in await lan.takes("Trang trước")


async def test_a_page_leaves_the_messages_of_the_one_before_as_they_are(talk: Talk) -> None:
    """A page may be more than one message; an edit would take the place of the last of them only."""
    plan = small_plan()
    rows = (plan.tasks[0].model_copy(update={"code": f"I.{n}", "title": "Rà soát " * 20}) for n in range(1, 101))
    await talk.follow(plan.model_copy(update={"tasks": tuple(rows)}))
    lan = await talk.member("Lan", unit="TC")
    await lan.says("liệt kê các nhiệm vụ")
    await lan.takes("Xem tiếp")
    assert lan.screen is not None
    assert not lan.screen.replaces


async def test_a_number_below_an_answer_is_no_complaint_where_buttons_have_no_numbers(talk: Talk) -> None:
    plan = small_plan()
    numbered = tuple(t.model_copy(update={"code": str(n)}) for n, t in enumerate(plan.tasks, 1))
    await talk.follow(plan.model_copy(update={"tasks": numbered}))
    lan = await talk.member("Lan", unit="TC")
    assert "Chưa đúng" in await lan.says("nhiệm vụ 4")
    for number, title in (("1", "Rà soát quy chế"), ("2", "Quyết toán"), ("3", "Công khai thủ tục")):
        assert title in await lan.says(number)
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/nguoidung")
    assert "Rà soát quy chế" not in await minh.says("1"), "the lines of a list have numbers"


async def test_the_codes_of_one_plan_are_no_topic_in_another(talk: Talk) -> None:
    other = small_plan().model_copy(update={"id": "other", "short_title": "Kế hoạch khác"})
    lan = await talk.member("Lan", unit="TC")
    await lan.says("sắp xếp bộ máy ai chủ trì")
    assert "Theo nhiệm vụ I.4" in await lan.says("hạn khi nào?")
    card = lan.choice("I.4").token
    await talk.follow(other)
    await lan.says("/kehoach Kế hoạch khác")
    assert "I.4" not in await lan.says("hạn khi nào?")
    await lan.presses(card)
    assert "I.4" not in await lan.says("hạn khi nào?")


async def test_products_are_named_in_a_list_of_products(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TC")
    assert "I.2 Quyết toán ngân sách — Sản phẩm: Báo cáo số 2" in await lan.says(
        "phòng Tài chính phải nộp những sản phẩm nào"
    )


def test_what_was_worked_out_is_said_with_what_it_is_of() -> None:
    plan, engine = default_plan(), default_engine()
    share = text_of(answering.reply(engine.answer("bao nhiêu % nhiệm vụ do Văn phòng chủ trì"), plan))
    assert share.startswith("68,3%: 28 trong 41 nhiệm vụ của kế hoạch (Văn phòng chủ trì).")
    growth = text_of(answering.reply(engine.answer("2022 đến 2024 số hóa kết quả TTHC tăng mấy %"), plan))
    assert "50% (2022) → 90% (2024): tăng 40 điểm phần trăm." in growth
    papers = text_of(answering.reply(engine.answer("liệt kê các nghị quyết được dẫn"), plan))
    assert "Nghị quyết số 18-NQ/TW" in papers


@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        ("có bao nhiêu nhiệm vụ", "6 nhiệm vụ"),
        ("liệt kê các nhiệm vụ", "6 nhiệm vụ"),
        ("danh sách nhiệm vụ", "6 nhiệm vụ"),
        ("các lĩnh vực", "1 lĩnh vực"),
    ],
)
async def test_what_is_asked_of_the_whole_plan_is_no_follow_up(talk: Talk, asked: str, heading: str) -> None:
    lan = await talk.member("Lan", unit="TC")
    await lan.says("I.4 hạn khi nào")
    assert (await lan.says(asked)).startswith(heading)


async def test_a_plan_that_numbers_its_tasks_takes_a_number_for_the_code_where_no_digest_was_sent(talk: Talk) -> None:
    plan = small_plan()
    numbered = tuple(t.model_copy(update={"code": str(n)}) for n, t in enumerate(plan.tasks, 1))
    await talk.follow(plan.model_copy(update={"tasks": numbered}))
    lan = await talk.member("Lan", unit="TC")
    assert "Đã ghi nhận 4: 60%" in await lan.says("4 xong 60% rồi")
    assert "không có bản nhắc việc nào" in await lan.says("9 xong 60% rồi")


async def test_who_it_goes_to_and_who_issues_it_are_told_apart_where_the_plan_has_a_column_for_each(talk: Talk) -> None:
    plan = small_plan()
    note = "Cấp trình: Chính phủ; Cấp ban hành: Thủ tướng Chính phủ"
    tasks = (plan.tasks[0].model_copy(update={"notes": (note,)}), *plan.tasks[1:])
    await talk.follow(plan.model_copy(update={"tasks": tasks}))
    lan = await talk.member("Lan", unit="TC")
    for asked in ("I.1 trình cấp nào", "I.1 ai phê duyệt"):
        assert (await lan.says(asked)).startswith(f"{note}.")


async def test_how_far_a_task_is_may_be_asked_in_its_words(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    title = small_plan().tasks[0].title
    await lan.says("I.1 60%")
    assert "60%, đang thực hiện" in await lan.says(f"{title} làm xong chưa?")
