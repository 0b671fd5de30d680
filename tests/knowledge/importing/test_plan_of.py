"""A plan document of any agency becomes the plan that its readers see in it."""

from __future__ import annotations

import datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.answers import Engine
from knowledge.importing.plan_of import plan_of
from knowledge.importing.problems import Problem, errors
from knowledge.importing.reading import read_document
from knowledge.model import Plan
from tests.knowledge.importing.papers import docx_bytes, office_plan, pdf_bytes, xlsx_bytes


def _read(data: bytes | str) -> tuple[Plan, list[Problem]]:
    return plan_of(read_document(data.encode() if isinstance(data, str) else data), 2026)


def _codes(plan: Plan) -> list[str]:
    return [task.code for task in plan.tasks]


def test_a_word_plan_with_a_header_of_two_levels_and_merged_cells_is_read_whole() -> None:
    plan, problems = _read(docx_bytes(office_plan()))
    assert not errors(problems)
    assert plan.title == "Kế hoạch Cải cách hành chính năm 2026 của Sở Nội vụ"
    assert (plan.number, plan.issued, plan.issuer) == ("125/KH-SNV", datetime.date(2026, 1, 5), "Sở Nội vụ")
    assert plan.governing_body == "UBND tỉnh Đắk Lắk"
    assert [basis.text[:15] for basis in plan.legal_bases] == ["Căn cứ Quyết đị"]
    assert _codes(plan) == ["I.1", "I.2", "II.1"]
    first, second, third = plan.tasks
    assert (first.lead_printed, first.cooperating_printed) == ("Phòng Pháp chế", "Văn phòng; Thanh tra")
    assert (first.product, first.deadline, first.place) == ("Kế hoạch", "Quý I/2026", "Phụ lục, mục I, STT 1")
    assert second.lead == first.lead, "a cell merged over two rows holds for both"
    assert third.cooperating == ()
    assert [(target.comparator, target.value) for target in plan.targets] == [(">=", 98)]


def test_a_workbook_shows_its_dates_as_the_sheet_does() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["KẾ HOẠCH"])
    sheet.append(["Công tác năm 2026 của Phòng Giáo dục"])
    sheet.append(["TT", "Đầu việc", "Sản phẩm đầu ra", "Đơn vị thực hiện", "Thời hạn hoàn thành"])
    sheet.append(["A", "Văn phòng"])
    sheet.append([1, "Lập kế hoạch", "Kế hoạch", "Tổ văn phòng", datetime.date(2026, 12, 1)])
    sheet.append([2, "Báo cáo quý", "Báo cáo", None, datetime.date(2026, 3, 25)])
    sheet.merge_cells("D5:D6")
    sheet["E5"].number_format = '"Tháng "m/yyyy'
    sheet["E6"].number_format = "dd/mm/yyyy"
    plan, _ = _read(xlsx_bytes(book))
    assert [task.deadline for task in plan.tasks] == ["Tháng 12/2026", "25/03/2026"]
    assert [task.lead_printed for task in plan.tasks] == ["Tổ văn phòng", "Tổ văn phòng"]
    assert plan.title == "Kế hoạch Công tác năm 2026 của Phòng Giáo dục"


def test_a_pdf_row_cut_by_the_page_is_made_whole_and_the_repeated_header_is_no_row() -> None:
    header = ("STT", "Nhiem vu", "Chu tri", "San pham", "Thoi han")
    pages = [
        [header, ("I. The che", "", "", "", ""), ("1.", "Xay dung de an", "Phong A", "De an", "Quy I/2026")],
        [header, ("", "ve chuyen doi so", "", "duoc duyet", ""), ("2.", "Bao cao", "Phong B", "Bao cao", "30/6/2026")],
    ]
    plan, _ = _read(pdf_bytes(pages, (60, 200, 120, 150, 120), foot="7"))
    assert [(task.title, task.product) for task in plan.tasks] == [
        ("Xay dung de an ve chuyen doi so", "De an duoc duyet"),
        ("Bao cao", "Bao cao"),
    ]


HEADER = "STT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời hạn\n"


def test_numbers_that_begin_anew_take_the_section_before_them_and_those_that_run_on_do_not() -> None:
    rows = "I. Thể chế\t\t\t\t\n01\tViệc một\tVăn phòng\t\tQuý I\nII\tBộ máy\t\t\t\n{}\tViệc hai\tThanh tra\t\tQuý II\n"
    assert _codes(_read(HEADER + rows.format("01"))[0]) == ["I.1", "II.1"]
    assert _codes(_read(HEADER + rows.format("2."))[0]) == ["1", "2"]


def test_groups_are_headings_and_their_rows_keep_their_codes() -> None:
    plan, _ = _read(
        HEADER
        + "VI. Chính quyền số\t\t\t\t\n1\tHạ tầng\t\t\t\n1.1\tMạng\tVăn phòng\t\tHàng năm\n"
        + "2\tDữ liệu\t\t\t\n2.1\tKho\tVăn phòng\t\tHàng năm\nVII. Khác\t\t\t\t\n1\tHọp\tVăn phòng\t\tHàng năm\n"
    )
    assert _codes(plan) == ["VI.1.1", "VI.2.1", "VII.1"]
    assert [(group.code, group.title) for group in plan.groups] == [("VI.1", "Hạ tầng"), ("VI.2", "Dữ liệu")]
    assert plan.tasks[0].group == "VI.1"


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        (("1.", "2."), ["1", "2"]),
        (("01", "02"), ["1", "2"]),
        (("4 / a", "4 / b"), ["4.a", "4.b"]),
        (("1", "-"), ["1", "1.1"]),
        (("7", "7"), ["7", "7-2"]),
    ],
)
def test_codes_are_read_however_they_are_printed(printed: tuple[str, str], codes: list[str]) -> None:
    rows = "".join(f"{code}\tViệc {n}\tVăn phòng\t\tQuý I/2026\n" for n, code in enumerate(printed))
    plan, problems = _read(HEADER + rows)
    assert _codes(plan) == codes
    assert not errors(problems)


def test_columns_are_known_by_their_names_in_any_order() -> None:
    plan, _ = _read(
        "| Thời gian hoàn thành | Nội dung công việc | TT | Kết quả | Cơ quan phối hợp | Cơ quan thực hiện |\n"
        "|---|---|---|---|---|---|\n"
        "| Quý II/2026 | **Rà soát văn bản** | 1 | Danh mục | Thanh tra | Văn phòng |\n"
    )
    (task,) = plan.tasks
    assert (task.code, task.title, task.deadline) == ("1", "Rà soát văn bản", "Quý II/2026")
    assert (task.lead_printed, task.cooperating_printed, task.product) == ("Văn phòng", "Thanh tra", "Danh mục")


def test_tasks_listed_under_their_unit_are_led_by_it() -> None:
    plan, _ = _read(
        "TT\tNhiệm vụ\tSản phẩm\tThời gian\nVăn phòng\t\t\t\n1\tSố hóa hồ sơ\tBáo cáo\tQuý II\n"
        "Phòng Kế hoạch\t\t\t\n2\tLập dự toán\tDự toán\t15/6/2026\n"
    )
    assert [task.lead for task in plan.tasks] == [("VP",), ("KH",)]


def test_annexes_keep_their_rows_apart_and_a_table_of_indicators_gives_targets() -> None:
    plan, problems = _read(
        "Phụ lục I\nCÁC CHỈ TIÊU\nTT\tChỉ tiêu\tĐơn vị\tKết quả\tCơ quan chủ trì\nI\tĐến năm 2030\t\t\t\n"
        "1\tTỷ lệ giao dịch số\t%\t≥ 80\tSở A\n2\tXếp hạng\tThứ bậc\t40 - 50\tSở A\n"
        "Phụ lục II\nNHIỆM VỤ NĂM 2026\n" + HEADER + "1\tViệc một\tSở A\t\tQuý I\n"
        "Phụ lục III\nNHIỆM VỤ 2026 - 2030\n" + HEADER + "1\tViệc dài\tSở B\t\t2026 - 2030\n"
    )
    assert not errors(problems)
    assert _codes(plan) == ["PL2.1", "PL3.1"]
    assert plan.tasks[1].place == "Phụ lục III, STT 1"
    first, second = plan.targets
    assert (first.comparator, first.value, first.unit, first.horizon) == (">=", 80, "%", 2030)
    assert second.value is None, "a range is no single value"
    assert "40 - 50" in second.statement


def test_a_target_of_a_place_is_called_by_what_its_table_measures() -> None:
    plan, _ = _read(
        "Phụ lục I\nMỤC TIÊU TĂNG TRƯỞNG\nTT\tNgành, lĩnh vực/ địa phương\tTốc độ bình quân (%/năm)\tCơ quan chủ trì\n"
        "1\tThái Nguyên\t10,5\t\n2\tLạng Sơn\t10,0 - 11,0\t\n"
        "Phụ lục II\nNHIỆM VỤ NĂM 2026\n" + HEADER + "1\tViệc một\tSở A\t\tQuý I\n"
    )
    first, second = plan.targets
    assert first.names == ("Thái Nguyên: Tốc độ bình quân", "Thái Nguyên: MỤC TIÊU TĂNG TRƯỞNG")
    engine = Engine(plan)
    assert engine.answer("Thái Nguyên tăng trưởng bao nhiêu").records == (first.code,)
    assert engine.answer("tốc độ bình quân của Lạng Sơn").records == (second.code,)


def test_a_row_cut_by_a_page_without_a_header_is_made_whole() -> None:
    plan, _ = _read(
        HEADER + "1\tViệc rất\tVăn\t\tQuý\nCÔNG BÁO/Số 3\n\tdài\tphòng\t\tI/2026\n2\tViệc hai\tThanh tra\t\tQuý II\n"
    )
    assert [(task.title, task.lead_printed, task.deadline) for task in plan.tasks] == [
        ("Việc rất dài", "Văn phòng", "Quý I/2026"),
        ("Việc hai", "Thanh tra", "Quý II"),
    ]


def test_columns_that_a_task_has_no_field_for_become_notes() -> None:
    plan, _ = _read(
        "STT\tTên công việc\tNgười thực hiện\tThời gian bắt đầu\tThời gian kết thúc\tLãnh đạo phụ trách\n"
        "1\tViệc một\tÔng A\t01/02/2026\t15/3/2026\tPhó Giám đốc\n"
    )
    (task,) = plan.tasks
    assert (task.lead_printed, task.deadline) == ("Ông A", "15/3/2026")
    assert task.notes == ("Thời gian bắt đầu: 01/02/2026; Lãnh đạo phụ trách: Phó Giám đốc",)


def test_a_section_printed_between_two_tables_holds_for_the_second() -> None:
    plan, _ = _read(
        "I. VỀ KINH TẾ\n" + HEADER + "1\tTrồng rừng\tVăn phòng\t\tQuý I\n"
        "II. VỀ XÃ HỘI\n" + HEADER + "1\tGiảm nghèo\tVăn phòng\t\tQuý II\n"
    )
    assert _codes(plan) == ["I.1", "II.1"]
    assert [area.title for area in plan.areas] == ["VỀ KINH TẾ", "VỀ XÃ HỘI"]


def test_a_date_in_the_product_binds_the_task_and_is_pointed_out() -> None:
    plan, problems = _read(
        "TT\tNhiệm vụ\tChủ trì\tSản phẩm\tThời hạn\n1\tRà soát\tVăn phòng\tBáo cáo trước ngày 15/8 hàng năm\tHàng năm\n"
    )
    assert plan.tasks[0].milestones == ("trước ngày 15/8 hàng năm",)
    assert [problem.subject for problem in problems if problem.code == "hidden_date"] == ["1"]


def test_every_line_outside_the_tables_stays_in_the_plan() -> None:
    text = (
        "KẾ HOẠCH\nChuyển đổi số năm 2026\nI. MỤC ĐÍCH\nLàm cho tốt hơn.\nII. TỔ CHỨC THỰC HIỆN\nVăn phòng tổng hợp.\n"
    )
    plan, _ = _read(text + HEADER + "1\tViệc\tVăn phòng\t\tQuý I/2026\n")
    kept = " ".join(passage.title + " " + passage.text for passage in plan.passages)
    for words in ("MỤC ĐÍCH", "Làm cho tốt hơn.", "TỔ CHỨC THỰC HIỆN", "Văn phòng tổng hợp."):
        assert words in kept
    assert {passage.kind for passage in plan.passages} == {"objective", "organization"}


def test_blanks_of_the_paper_are_said_and_not_filled_in() -> None:
    plan, problems = _read(
        "Số:      /KH-SGDĐT\n\nGia Lai, ngày     tháng 12 năm 2021\n\nKẾ HOẠCH\nNăm 2022 của Sở Giáo dục\n"
        + HEADER
        + "1\tViệc\tVăn phòng\t\t\n"
    )
    assert (plan.number, plan.issued, plan.year) == (None, None, 2021)
    assert {"blank_number", "blank_date", "no_deadline"} <= {problem.code for problem in problems}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="aĐI1.-/|\t\n ầ()", max_size=40), max_size=12))
def test_no_text_makes_the_reading_fail(lines: list[str]) -> None:
    text = HEADER + "\n".join(lines) + "\n1\tViệc\tVăn phòng\t\tQuý I\n"
    plan, _ = _read(text)
    assert len({task.code.casefold() for task in plan.tasks}) == len(plan.tasks)
