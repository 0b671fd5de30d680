"""Documents as offices really write them: each oddity of layout in a small paper, read into the rows people see."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import docx
import openpyxl
import pytest
from docx.enum.section import WD_ORIENT

from knowledge.importing.plan_of import plan_of
from knowledge.importing.problems import Problem, errors
from knowledge.importing.reading import read_document
from knowledge.importing.tables import Paragraph
from knowledge.model import Plan, Task
from tests.knowledge.importing.papers import docx_bytes, pdf_bytes, stamped, xlsx_bytes

HEAD = ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Sản phẩm", "Thời hạn hoàn thành")
Rows = Sequence[Sequence[str]]


def paper(*tables: Rows, before: Sequence[str] = (), between: Sequence[str] = ()) -> Any:
    """A plan of a department with an annex of these tables; `between`: a line before each table."""
    document = docx.Document()
    for line in (
        "SỞ XÂY DỰNG",
        "Số: 77/KH-SXD",
        "Hải Dương, ngày 12 tháng 02 năm 2026",
        "KẾ HOẠCH",
        "Chuyển đổi số năm 2026",
        *before,
    ):
        document.add_paragraph(line)
    document.add_paragraph("PHỤ LỤC")
    lines = iter(between)
    for rows in tables:
        if line := next(lines, ""):
            document.add_paragraph(line)
        add(document, rows)
    return document


def add(document: Any, rows: Rows) -> Any:
    """A table; a cell that repeats the one on its left with "←" or the one above with "↑" is merged with it."""
    table = document.add_table(len(rows), max(map(len, rows)))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text not in ("←", "↑"):
                table.cell(r, c).text = text
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text == "←":
                table.cell(r, c - 1).merge(table.cell(r, c))
            elif text == "↑":
                table.cell(r - 1, c).merge(table.cell(r, c))
    return table


def read(data: bytes | str) -> tuple[Plan, list[Problem]]:
    return plan_of(read_document(data.encode() if isinstance(data, str) else data), 2026)


def tasks(document: Any) -> tuple[Task, ...]:
    plan, problems = read(docx_bytes(document))
    assert not errors(problems), problems
    return plan.tasks


def rows_of(found: Sequence[Task]) -> list[tuple[str, ...]]:
    return [(t.code, t.title, t.lead_printed, t.cooperating_printed, t.product, t.deadline) for t in found]


def test_a_header_of_two_levels_with_merged_cells() -> None:
    found = tasks(
        paper(
            [
                ("TT", "Nội dung công việc", "Phân công thực hiện", "←", "Tiến độ thực hiện", "Kết quả"),
                ("↑", "↑", "Chủ trì", "Phối hợp", "↑", "↑"),
                ("1", "Số hóa hồ sơ", "Văn phòng", "Thanh tra", "Quý III/2026", "Kho dữ liệu"),
            ]
        )
    )
    assert rows_of(found) == [("1", "Số hóa hồ sơ", "Văn phòng", "Thanh tra", "Kho dữ liệu", "Quý III/2026")]


def test_cells_merged_downwards_hold_for_each_row() -> None:
    found = tasks(
        paper(
            [
                HEAD,
                ("1", "Việc một", "Phòng Quản lý đô thị", "Văn phòng", "Báo cáo", "Quý I/2026"),
                ("2", "Việc hai", "↑", "↑", "Tờ trình", "↑"),
                ("3", "Việc ba", "↑", "Thanh tra", "Đề án", "Quý II/2026"),
            ]
        )
    )
    assert [t.lead_printed for t in found] == ["Phòng Quản lý đô thị"] * 3
    assert [t.cooperating_printed for t in found] == ["Văn phòng", "Văn phòng", "Thanh tra"]
    assert [t.deadline for t in found] == ["Quý I/2026", "Quý I/2026", "Quý II/2026"]


def test_a_row_cut_by_the_page_with_the_header_repeated_is_one_row() -> None:
    found = tasks(
        paper(
            [HEAD, ("1", "Xây dựng cơ sở dữ liệu", "Văn phòng", "", "Cơ sở dữ liệu", "Quý II/2026")],
            [
                HEAD,
                ("", "quy hoạch dùng chung của ngành", "", "", "được phê duyệt", ""),
                ("2", "Việc hai", "Thanh tra", "", "Báo cáo", "Quý III/2026"),
            ],
        )
    )
    assert [t.code for t in found] == ["1", "2"]
    assert found[0].title == "Xây dựng cơ sở dữ liệu quy hoạch dùng chung của ngành"
    assert found[0].product == "Cơ sở dữ liệu được phê duyệt"


@pytest.mark.parametrize(
    "sections",
    [
        [("I. Thể chế số", "←", "←", "←", "←", "←"), ("II. Hạ tầng số", "←", "←", "←", "←", "←")],
        [("I", "Thể chế số", "", "", "", ""), ("II", "Hạ tầng số", "", "", "", "")],
        [("I", "Thể chế số", "←", "←", "←", "←"), ("II", "Hạ tầng số", "←", "←", "←", "←")],
        [("I.", "THỂ CHẾ SỐ", "", "", "", ""), ("II.", "HẠ TẦNG SỐ", "", "", "", "")],
        [("A", "Thể chế số", "", "", "", ""), ("B", "Hạ tầng số", "", "", "", "")],
        [("D", "Thể chế số", "", "", "", ""), ("Đ", "Hạ tầng số", "", "", "", "")],
    ],
)
def test_sections_however_they_are_printed(sections: Rows) -> None:
    one, two = sections
    plan, _ = read(
        docx_bytes(
            paper(
                [
                    HEAD,
                    one,
                    ("1", "Việc một", "Văn phòng", "", "Báo cáo", "Quý I/2026"),
                    ("2", "Việc hai", "Văn phòng", "", "Báo cáo", "Quý I/2026"),
                    two,
                    ("1", "Việc ba", "Thanh tra", "", "Báo cáo", "Quý I/2026"),
                ]
            )
        )
    )
    assert [area.title.casefold() for area in plan.areas] == ["thể chế số", "hạ tầng số"]
    prefixes = [task.area for task in plan.tasks]
    assert [t.code for t in plan.tasks] == [f"{prefixes[0]}.1", f"{prefixes[0]}.2", f"{prefixes[2]}.1"]
    assert prefixes[0] != prefixes[2]


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        (("1.", "2.", "3."), ["1", "2", "3"]),
        (("01", "02", "03"), ["1", "2", "3"]),
        (("1.1", "1.2", "2.1"), ["1.1", "1.2", "2.1"]),
        (("1)", "2)", "3)"), ["1", "2", "3"]),
        (("4 / a", "4 / b", "5"), ["4.a", "4.b", "5"]),
        (("a)", "b)", "c)"), ["a", "b", "c"]),
    ],
)
def test_codes_however_they_are_printed(printed: Sequence[str], codes: Sequence[str]) -> None:
    found = tasks(
        paper([HEAD, *((p, f"Việc số {n}", "Văn phòng", "", "Báo cáo", "Quý I/2026") for n, p in enumerate(printed))])
    )
    assert [t.code for t in found] == codes


def test_dashes_under_a_number_become_its_parts() -> None:
    found = tasks(
        paper(
            [
                HEAD,
                ("1", "Nâng cấp hạ tầng", "", "", "", ""),
                ("-", "Mua máy chủ", "Văn phòng", "", "Máy chủ", "Quý I/2026"),
                ("-", "Thuê đường truyền", "Văn phòng", "", "Hợp đồng", "Quý II/2026"),
                ("2", "Đào tạo", "Phòng Tổ chức", "", "Lớp học", "Quý III/2026"),
            ]
        )
    )
    assert [t.title for t in found] == ["Mua máy chủ", "Thuê đường truyền", "Đào tạo"]
    assert found[0].code.startswith("1.")
    assert len({t.code for t in found}) == 3


def test_numbers_that_run_on_over_the_sections_stay_as_printed() -> None:
    found = tasks(
        paper(
            [
                HEAD,
                ("I. Thể chế", "←", "←", "←", "←", "←"),
                ("1", "Việc một", "Văn phòng", "", "Báo cáo", "Quý I/2026"),
                ("2", "Việc hai", "Văn phòng", "", "Báo cáo", "Quý I/2026"),
                ("II. Hạ tầng", "←", "←", "←", "←", "←"),
                ("3", "Việc ba", "Văn phòng", "", "Báo cáo", "Quý I/2026"),
            ]
        )
    )
    assert [t.code for t in found] == ["1", "2", "3"]


def test_columns_in_another_order_with_other_names_and_more_of_them() -> None:
    header = (
        "STT",
        "Thời hạn",
        "Cơ quan thực hiện",
        "Nội dung công việc",
        "Kết quả",
        "Kinh phí",
        "Ghi chú",
        "Cơ quan phối hợp",
    )
    found = tasks(
        paper(
            [
                header,
                (
                    "1",
                    "Tháng 9/2026",
                    "Văn phòng",
                    "Mở cổng dữ liệu",
                    "Cổng dữ liệu",
                    "200 triệu",
                    "Chuyển tiếp",
                    "Thanh tra",
                ),
            ]
        )
    )
    assert rows_of(found) == [("1", "Mở cổng dữ liệu", "Văn phòng", "Thanh tra", "Cổng dữ liệu", "Tháng 9/2026")]
    assert "200 triệu" in found[0].notes[0]
    assert "Chuyển tiếp" in found[0].notes[0]


def test_a_table_without_a_product_and_without_numbers() -> None:
    found = tasks(
        paper(
            [
                ("Nhiệm vụ", "Đơn vị thực hiện", "Thời gian"),
                ("Rà soát thủ tục", "Văn phòng", "Trước 30/6/2026"),
                ("Công khai thủ tục", "Thanh tra", "Hằng quý"),
            ]
        )
    )
    assert [(t.code, t.title, t.lead_printed, t.product, t.deadline) for t in found] == [
        ("NV.1" if found[0].code.startswith("NV") else "1", "Rà soát thủ tục", "Văn phòng", "", "Trước 30/6/2026"),
        ("NV.2" if found[0].code.startswith("NV") else "2", "Công khai thủ tục", "Thanh tra", "", "Hằng quý"),
    ]


def test_tasks_grouped_by_unit_are_led_by_it() -> None:
    found = tasks(
        paper(
            [
                ("STT", "Nhiệm vụ", "Sản phẩm", "Thời hạn"),
                ("I", "Văn phòng Sở", "", ""),
                ("1", "Lập kế hoạch", "Kế hoạch", "Quý I/2026"),
                ("II", "Phòng Quản lý nhà", "", ""),
                ("1", "Cấp phép trực tuyến", "Giấy phép", "Thường xuyên"),
            ]
        )
    )
    assert [(t.title, t.lead_printed) for t in found] == [
        ("Lập kế hoạch", "Văn phòng Sở"),
        ("Cấp phép trực tuyến", "Phòng Quản lý nhà"),
    ]


def test_a_table_of_indicators_is_no_table_of_tasks() -> None:
    plan, _ = read(
        docx_bytes(
            paper(
                [
                    ("TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026", "Năm 2030"),
                    ("1", "Tỷ lệ hồ sơ trực tuyến", "%", "80", "95"),
                    ("2", "Số cơ sở dữ liệu dùng chung", "cơ sở dữ liệu", "3", "12"),
                ],
                [HEAD, ("1", "Việc một", "Văn phòng", "", "Báo cáo", "Quý I/2026")],
            )
        )
    )
    assert [t.title for t in plan.tasks] == ["Việc một"]
    assert sorted((t.metric, t.horizon, t.value, t.unit) for t in plan.targets) == [
        ("Số cơ sở dữ liệu dùng chung", 2026, 3, "cơ sở dữ liệu"),
        ("Số cơ sở dữ liệu dùng chung", 2030, 12, "cơ sở dữ liệu"),
        ("Tỷ lệ hồ sơ trực tuyến", 2026, 80, "%"),
        ("Tỷ lệ hồ sơ trực tuyến", 2030, 95, "%"),
    ]


@pytest.mark.parametrize(
    ("now", "before"),
    [("Kế hoạch 2026", "Thực hiện 2025"), ("KH 2026", "TH năm 2025"), ("Đến 2026", "Ước thực hiện 2025")],
)
def test_last_year_s_figures_beside_this_year_s_goals_are_what_is_compared_with(now: str, before: str) -> None:
    plan, _ = read(
        docx_bytes(
            paper(
                [("TT", "Chỉ tiêu", "ĐVT", before, now), ("1", "Tỷ lệ hộ nghèo", "%", "3,9", "2,5")],
                [HEAD, ("1", "Giảm tỷ lệ hộ nghèo", "Văn phòng", "", "Báo cáo", "Quý I/2026")],
            )
        )
    )
    (target,) = plan.targets
    assert (target.metric, target.value, target.unit, target.horizon) == ("Tỷ lệ hộ nghèo", 2.5, "%", 2026)
    assert (target.baseline, target.notes) == (f"({before}: 3,9)", ())


def test_a_heading_above_a_table_with_sections_of_its_own_is_no_empty_area() -> None:
    document = paper()
    document.add_paragraph("III. PHÂN CÔNG NHIỆM VỤ")
    add(
        document,
        [
            HEAD,
            ("A", "Công tác chỉ đạo", "", "", "", ""),
            ("1", "Việc một", "Văn phòng", "", "Báo cáo", "Quý I/2026"),
            ("B", "Truyền thông", "", "", "", ""),
            ("1", "Việc hai", "Văn phòng", "", "Báo cáo", "Quý I/2026"),
        ],
    )
    plan, problems = read(docx_bytes(document))
    assert [(area.code, area.title) for area in plan.areas] == [("A", "Công tác chỉ đạo"), ("B", "Truyền thông")]
    assert any("PHÂN CÔNG NHIỆM VỤ" in problem.data.get("text", "") for problem in problems)


def test_several_leads_in_a_cell_are_all_leads() -> None:
    plan, _ = read(
        docx_bytes(
            paper(
                [
                    HEAD,
                    (
                        "1",
                        "Việc một",
                        "Văn phòng; Thanh tra",
                        "Phòng Tổ chức, Phòng Tài chính và các đơn vị liên quan",
                        "Báo cáo",
                        "Quý I/2026",
                    ),
                    ("2", "Việc hai", "- Văn phòng\n- Phòng Tổ chức", "", "Báo cáo", "Quý I/2026"),
                ]
            )
        )
    )
    names = [[plan.unit(code).name for code in task.lead] for task in plan.tasks]  # type: ignore[union-attr]
    assert names == [["Văn phòng", "Thanh tra"], ["Văn phòng", "Phòng Tổ chức"]]
    assert len(plan.tasks[0].cooperating) == 3


def test_a_cell_that_says_as_above_says_what_stands_above() -> None:
    rows = [("1", "Việc một", "Văn phòng", "Thanh tra", "Báo cáo", "Quý I/2026")]
    rows += [("2", "Việc hai", "nt", "Như trên", "Tờ trình", "nt"), ("3", "Việc ba", "-nt-", "", "Công văn", "2027")]
    plan, _ = read(docx_bytes(paper([HEAD, *rows])))
    assert [(t.lead_printed, t.cooperating_printed, t.deadline) for t in plan.tasks] == [
        ("Văn phòng", "Thanh tra", "Quý I/2026"),
        ("Văn phòng", "Thanh tra", "Quý I/2026"),
        ("Văn phòng", "", "2027"),
    ]
    assert [c.printed for c in plan.tasks[1].corrections] == ["nt", "Như trên", "nt"]


def test_a_workbook_with_dates_titles_above_and_merged_cells() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "KẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2026 CỦA SỞ XÂY DỰNG"
    sheet.merge_cells("A1:F1")
    for column, text in enumerate(HEAD, 1):
        sheet.cell(3, column, text)
    rows = [
        (1, "Việc một", "Văn phòng", "Thanh tra", "Báo cáo", datetime.date(2026, 12, 1)),
        (2, "Việc hai", None, None, "Báo cáo", datetime.date(2026, 6, 30)),
    ]
    for r, row in enumerate(rows, 4):
        for c, value in enumerate(row, 1):
            sheet.cell(r, c, value)  # type: ignore[arg-type]
    sheet["F4"].number_format = '"Tháng "m/yyyy'
    sheet["F5"].number_format = "dd/mm/yyyy"
    sheet.merge_cells("C4:C5")
    plan, _ = read(xlsx_bytes(book))
    assert [(t.code, t.lead_printed, t.deadline) for t in plan.tasks] == [
        ("1", "Văn phòng", "Tháng 12/2026"),
        ("2", "Văn phòng", "30/06/2026"),
    ]


def test_a_workbook_grouped_by_unit_without_a_column_for_it() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line, text in enumerate(
        (
            "TẬP ĐOÀN ĐIỆN LỰC VIỆT NAM",
            "CÔNG TY ĐIỆN LỰC KON TUM",
            "CHƯƠNG TRÌNH",
            "Công tác trọng tâm năm 2026",
            "(Ban hành kèm theo Quyết định số 31/QĐ-PCKT ngày 12/01/2026)",
        ),
        1,
    ):
        sheet.cell(line, 1, text)
    rows = [
        ("Hạn hoàn thành", "Công việc", "Kết quả đạt được", "Đơn vị cùng làm", "Ghi chú"),
        ("PHÒNG KỸ THUẬT",),
        ("Quý II/2026", "Lắp đặt công tơ", "Nghiệm thu", "Phòng Kinh doanh, các Điện lực", None),
        ("PHÒNG KINH DOANH",),
        ("Hằng tháng", "Thu tiền điện", "Báo cáo", "Phòng Tổng hợp", None),
    ]
    for r, row in enumerate(rows, 8):
        for c, value in enumerate(row, 1):
            sheet.cell(r, c, value)
        if len(row) == 1:
            sheet.merge_cells(start_row=r, start_column=1, end_row=r, end_column=5)
    plan, _ = read(xlsx_bytes(book))
    assert (plan.issuer.casefold(), plan.number, plan.issued) == (
        "công ty điện lực kon tum",
        "31/QĐ-PCKT",
        datetime.date(2026, 1, 12),
    )
    assert [(t.title, t.lead_printed.capitalize(), t.cooperating_printed, t.deadline) for t in plan.tasks] == [
        ("Lắp đặt công tơ", "Phòng kỹ thuật", "Phòng Kinh doanh, các Điện lực", "Quý II/2026"),
        ("Thu tiền điện", "Phòng kinh doanh", "Phòng Tổng hợp", "Hằng tháng"),
    ]


def test_number_and_date_only_in_a_stamp_are_blanks_that_are_said() -> None:
    document = docx.Document()
    for line in (
        "SỞ XÂY DỰNG",
        "Số:        /KH-SXD",
        "Hải Dương, ngày     tháng     năm 2026",
        "KẾ HOẠCH",
        "Chuyển đổi số năm 2026",
    ):
        document.add_paragraph(line)
    add(document, [HEAD, ("1", "Việc một", "Văn phòng", "", "Báo cáo", "Quý I/2026")])
    plan, problems = read(docx_bytes(document))
    assert (plan.number, plan.issued, plan.year) == (None, None, 2026)
    assert {"blank_number", "blank_date"} <= {problem.code for problem in problems}


def test_what_was_stamped_on_a_signed_pdf_is_read_with_it() -> None:
    table = [("TT", "Nhiem vu"), ("1", "Ra soat quy che")]
    data = stamped(pdf_bytes([table], (40, 300)), [(60, 580, "125/KH-SNV"), (60, 560, "ngay 5")])
    texts = [block.text for block in read_document(data).blocks if isinstance(block, Paragraph)]
    assert {"125/KH-SNV", "ngay 5"} <= set(texts)


def test_a_signer_printed_beside_the_recipients_is_found() -> None:
    lines = (
        "KẾ HOẠCH",
        "Chuyển đổi số năm 2026",
        "Nơi nhận: TM. ỦY BAN NHÂN DÂN",
        "- Thường trực Tỉnh ủy; KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "- PCT UBND tỉnh Lê Thị Hồng;",
        "- Sở Tài chính; Nguyễn Văn Đức",
        "- Lưu: VT.",
    )
    plan, _ = read("\n\n".join(lines).encode())
    assert plan.signer == "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH, Nguyễn Văn Đức"


def test_headers_of_the_gazette_on_each_page_are_left_out_and_listed() -> None:
    head = ("STT", "Nhiem vu", "Chu tri", "San pham", "Thoi han")
    widths = (40, 300, 120, 120, 120)
    pages = [[head, (str(n), f"Viec so {n}", "Van phong", "Bao cao", f"Quy I/{2026}")] for n in range(1, 5)]
    plan, problems = read(
        pdf_bytes([[tuple(row) for row in page] for page in pages], widths, foot="CONG BAO/So 15/Ngay 12-02-2026")
    )
    assert [t.code for t in plan.tasks] == ["1", "2", "3", "4"]
    assert not any("CONG BAO" in passage.text for passage in plan.passages)
    assert (
        sum("CONG BAO" in problem.data.get("text", "") for problem in problems if problem.code == "left_out_line") >= 1
    )


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_pages_that_lie_sideways_or_on_their_head_are_read_as_they_would_stand(turn: int) -> None:
    rows = [("STT", "Nhiem vu", "Chu tri", "San pham", "Thoi han"), ("1", "Viec mot", "Van phong", "Bao cao", "2026")]
    data = pdf_bytes([[tuple(row) for row in rows]], (40, 300, 120, 120, 120))
    turned = data.replace(b"/MediaBox", b"/Rotate %d /MediaBox" % turn)
    plan, _ = read(turned)
    assert rows_of(plan.tasks) == [("1", "Viec mot", "Van phong", "", "Bao cao", "2026")]


def test_a_date_that_a_narrow_column_breaks_is_whole_again() -> None:
    head = ("STT", "Nhiem vu", "Chu tri", "San pham", "Thoi han")
    rows = [head, ("1", "Viec mot", "Van phong", "Bao cao", "28/02/20\n26"), ("2", "Viec hai", "So", "Tin", "1/3/2026")]
    plan, _ = read(pdf_bytes([rows], (40, 300, 120, 120, 120)))
    assert [t.deadline for t in plan.tasks] == ["28/02/2026", "1/3/2026"]


def test_a_landscape_section_is_read_like_any_other() -> None:
    document = paper([HEAD, ("1", "Việc một", "Văn phòng", "", "Báo cáo", "Quý I/2026")])
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    add(document, [HEAD, ("2", "Việc hai", "Thanh tra", "", "Báo cáo", "Quý II/2026")])
    assert [t.code for t in tasks(document)] == ["1", "2"]


@pytest.mark.parametrize(
    "header",
    [
        ("SIT", "Nhiệm vu", "Đơn vi chủ trì", "Đơn vị phối hơp", "San phẩm", "Thời han hoàn thành"),
        ("STT", "NHIỆM VỤ", "ĐƠN VỊ CHỦ TRÌ", "ĐƠN VỊ PHỐI HỢP", "SẢN PHẨM", "THỜI HẠN HOÀN THÀNH"),
        (
            "Số TT",
            "Nhiệm vụ / giải pháp",
            "Đơn vị\nchủ trì",
            "Đơn vị\nphối hợp",
            "Sản phẩm\ndự kiến",
            "Thời gian\nhoàn thành",
        ),
        ("STT", "N.vụ", "ĐV chủ trì", "ĐV phối hợp", "SP", "Thời hạn HT"),
        ("TT", "Tên nhiệm vụ", "Chủ trì thực hiện", "Phối hợp thực hiện", "Sản phẩm, kết quả đầu ra", "Mốc thời gian"),
        ("STT", "Đầu việc", "Đầu mối", "Đơn vị cùng phối hợp", "Kết quả cần đạt", "Hạn"),
    ],
)
def test_headers_that_are_damaged_shouted_broken_or_short(header: Sequence[str]) -> None:
    found = tasks(paper([header, ("1", "Việc một", "Văn phòng", "Thanh tra", "Báo cáo", "Quý I/2026")]))
    assert rows_of(found) == [("1", "Việc một", "Văn phòng", "Thanh tra", "Báo cáo", "Quý I/2026")]


@pytest.mark.parametrize(
    ("sentence", "comparator", "value", "unit", "horizon"),
    [
        ("- Phấn đấu 100% thủ tục hành chính được cung cấp trực tuyến toàn trình vào năm 2026.", "=", 100, "%", 2026),
        ("- Đến năm 2030, tối thiểu 90% hồ sơ công việc được xử lý trên môi trường mạng.", ">=", 90, "%", 2030),
        ("- Tỷ lệ giải ngân đạt trên 95% trong năm 2026.", ">", 95, "%", 2026),
        ("- Giảm ít nhất 10% chi phí tuân thủ thủ tục hành chính so với năm 2025.", "-", 10, "%", 2026),
        ("- Đến hết năm 2027, có ít nhất 15 cơ sở dữ liệu được kết nối.", ">=", 15, "cơ sở dữ liệu", 2027),
        ("- Tỷ lệ hồ sơ trễ hạn không quá 2%.", "<=", 2, "%", 2026),
        ("- Giảm tỷ lệ hộ nghèo đa chiều còn dưới 2,5% vào cuối năm 2026.", "<", 2.5, "%", 2026),
    ],
)
def test_targets_in_running_text(sentence: str, comparator: str, value: float, unit: str, horizon: int) -> None:
    document = paper(
        [HEAD, ("1", "Việc một", "Văn phòng", "", "Báo cáo", "Quý I/2026")], before=("I. MỤC TIÊU", sentence)
    )
    plan, _ = read(docx_bytes(document))
    assert [(t.comparator, t.value, t.unit, t.horizon) for t in plan.targets] == [(comparator, value, unit, horizon)]
    assert plan.targets[0].metric


def test_targets_of_one_thing_at_two_horizons_belong_together() -> None:
    aims = ["II. CHỈ TIÊU", "1. Trong năm 2026:", "a) Tỷ lệ hòa giải thành trên phạm vi toàn quốc đạt từ 86% trở lên;"]
    aims += ["b) 82% xã đạt chuẩn.", "2. Đến năm 2030:", "a) Tỷ lệ hòa giải thành đạt từ 90% trở lên."]
    plan, _ = read(docx_bytes(paper([HEAD, ("1", "Việc", "Văn phòng", "", "", "Quý I/2026")], before=aims)))
    first, _, last = plan.targets
    assert (first.horizon, last.horizon) == (2026, 2030)
    assert first.series == last.series != ""
    assert plan.targets[1].series is None


def test_nothing_is_silently_dropped() -> None:
    document = paper(
        [
            HEAD,
            ("1", "Việc một", "Văn phòng", "", "Báo cáo", "Quý I/2026"),
            ("", "", "", "", "", "Ghi chú: chữ lạc lõng ở cột cuối cùng"),
        ],
        [("Mã", "Tên vật tư", "Đơn giá"), ("VT1", "Máy in màu hiếm gặp", "12")],
    )
    document.add_paragraph("Một đoạn không thuộc mục nào nhưng phải còn lại.")
    plan, problems = read(docx_bytes(document))
    everything = plan.model_dump_json() + " ".join(" ".join(p.data.values()) for p in problems)
    for words in ("chữ lạc lõng", "Máy in màu hiếm gặp", "Một đoạn không thuộc mục nào"):
        assert words in everything


def test_words_that_the_spacing_of_a_pdf_broke_are_whole_again() -> None:
    rows = [
        HEAD,
        ("1", "Xây dựng cơ chế hợp tác công tư", "Văn phòng", "", "Báo cáo", "Quý I/2026"),
        ("2", "X ây dựng bến cảng theo hình thức hợp tác cô ng tư", "Văn phòng", "", "Báo cáo", "Quý I/2026"),
        ("3", "Xây dựng mô hình công tư ở nhóm B an toàn của Ban", "Văn phòng", "", "Báo cáo", "Quý I/2026"),
    ]
    found = tasks(paper(rows))
    assert found[1].title == "Xây dựng bến cảng theo hình thức hợp tác công tư"
    assert found[2].title == "Xây dựng mô hình công tư ở nhóm B an toàn của Ban"


def test_a_workbook_whose_first_sheet_is_the_paper_and_whose_second_is_its_annex() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    lines: list[tuple[str, str]] = [
        ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("TỈNH HẢI DƯƠNG", "Độc lập - Tự do - Hạnh phúc"),
        ("Số: 41/KH-UBND", "Hải Dương, ngày 21 tháng 12 năm 2026"),
        ("KẾ HOẠCH", ""),
        ("Cải cách hành chính năm 2027", ""),
        ("I. MỤC TIÊU", ""),
        *((f"- {percent}% hồ sơ nhóm {percent} được số hóa.", "") for percent in range(50, 80)),
        ("II. TỔ CHỨC THỰC HIỆN", ""),
        ("Sở Nội vụ là cơ quan thường trực.", ""),
        ("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"),
        ("- Bộ Nội vụ;", "CHỦ TỊCH"),
        ("- Lưu: VT.", "Lê Văn An"),
    ]
    for number, (left, right) in enumerate(lines, 1):
        sheet.cell(number, 1, left)
        sheet.cell(number, 5, right or None)
    annex = book.create_sheet("Phu luc")
    for row in (
        ("STT", "Nhiệm vụ", "Chủ trì", "Thời gian", ""),
        ("", "", "", "Bắt đầu", "Hoàn thành"),
        ("1", "Kiểm tra", "Sở Nội vụ", "Tháng 02/2027", "30/6/2027"),
        ("2", "Tuyên truyền", "Sở Y tế", "Thường xuyên", ""),
    ):
        annex.append(row)
    annex.merge_cells("D1:E1")
    annex.merge_cells("D4:E4")
    plan, problems = read(xlsx_bytes(book))
    assert not errors(problems)
    assert (plan.issuer, plan.number, plan.starts) == ("Ủy ban nhân dân tỉnh Hải Dương", "41/KH-UBND", 2027)
    assert plan.signer.endswith("Lê Văn An")
    assert len(plan.targets) == 30
    assert [(task.deadline, task.notes) for task in plan.tasks] == [
        ("30/6/2027", ("Bắt đầu: Tháng 02/2027",)),
        ("Thường xuyên", ()),
    ]


def test_a_table_of_indicators_with_a_column_for_each_year_under_one_header() -> None:
    plan, _ = read(
        docx_bytes(
            paper(
                [
                    ("STT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2025", "Kế hoạch giai đoạn 2026 - 2027", "←"),
                    ("↑", "↑", "↑", "↑", "2026", "2027"),
                    ("1", "Tỷ lệ che phủ rừng", "%", "62,1", "62,2", "62,4"),
                    ("2", "Diện tích trồng rừng", "ha", "16.850", "17.000", "17.200"),
                    ("2.1", "Trong đó: rừng gỗ lớn", "nt", "1.500", "2.000", "2.500"),
                ],
                before=["Thực hiện giai đoạn 2026 - 2027"],
            )
        )
    )
    found = [(target.horizon, target.value, target.unit) for target in plan.targets]
    assert found == [
        (2026, 62.2, "%"),
        (2027, 62.4, "%"),
        (2026, 17000, "ha"),
        (2027, 17200, "ha"),
        (2026, 2000, "ha"),
        (2027, 2500, "ha"),
    ]
    assert plan.targets[0].baseline == "(Thực hiện năm 2025: 62,1)"
    assert plan.targets[0].statement == "Năm 2026, Tỷ lệ che phủ rừng: 62,2%"
