"""Whatever a document holds, reading it never fails, and no word of it is lost without a word about it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

import docx
import openpyxl
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.wording import plan as words
from knowledge.importing.export import to_yaml
from knowledge.importing.plan_of import plan_of
from knowledge.importing.problems import Problem, errors
from knowledge.importing.reading import read_document
from knowledge.importing.yaml_plan import read_plan
from knowledge.model import Plan
from tests.knowledge.importing.papers import docx_bytes, xlsx_bytes

HEAD = ("UBND TỈNH X", "SỞ XÂY DỰNG", "Số: 77/KH-SXD", "Hải Dương, ngày 12 tháng 02 năm 2026", "KẾ HOẠCH", "Năm 2026")
TASKS = ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Sản phẩm", "Thời hạn hoàn thành")
MORE = ("Ghi chú", "Cấp trình", "Cơ quan ban hành", "Do ai ban hành", "Kinh phí", "Người ký", "Mức độ")
GOALS = ("TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026")
ODD = [
    "≥ 80% (2026)",
    "1.234,5",
    "31/02",
    "31/02/2026",
    "29/2/2027",
    "Quý V/2026",
    "13/2026",
    "00/00/0000",
    "năm 9999",
    "²",
    "½",
    "١",
    "-",
    "…",
    "\u200b",
    "é",
    "nt",
    "x",
    "Hằng năm",
    "Trước ngày 15/8 hàng năm",
    "2026-2030",
    "1/3",
    "100% (100/100)",
    "999999999999999999999999",
    "“",
    "#",
    "1. Việc",
    "10 nhiệm vụ",
]
CODES = [
    "1",
    "2",
    "3",
    "01",
    "1.",
    "1)",
    "a)",
    "b)",
    "-",
    "+",
    "I",
    "II",
    "A",
    "B",
    "Đ",
    "1.1",
    "1.2",
    "VI.4.2",
    "I-1",
    "NV1",
    "*",
    "0",
    "²",
    "١",
    "(1)",
    "999",
    "4/a",
]
LINES = [
    "I. MỤC TIÊU",
    "1. Mục tiêu chung",
    "II. NHIỆM VỤ",
    "Điều 1. Ban hành",
    "- Tỷ lệ hồ sơ đúng hạn đạt từ 98% trở lên.",
    "Ninh Bình, ngày 31 tháng 02 năm 2026",
    "10 nhiệm vụ trọng tâm",
    "2026 là năm bản lề",
    "Nơi nhận:",
    "TM. ỦY BAN NHÂN DÂN",
    "PHỤ LỤC",
    "PHỤ LỤC II",
    "QUYẾT ĐỊNH",
    "KẾ HOẠCH",
    "Bảng 1. Chỉ tiêu",
    "1.",
    "“",
    "Căn cứ Luật số 01/2025/QH15;",
    "Đơn vị chủ trì: Sở A",
]
SECTIONS = ("I. Thể chế", "II. Bộ máy", "A. Nhóm", "Nhóm việc của Sở Y tế", "Ghi chú: xem", "2026 là năm")

Grid = list[list[str]]


@st.composite
def cells(draw: st.DrawFn) -> str:
    """A cell's text; "@" becomes a word that stands nowhere else."""
    odd = draw(st.lists(st.sampled_from(ODD), max_size=2))
    return " ".join(draw(st.permutations(["@" * draw(st.integers(0, 1)), *odd]))).strip() * draw(
        st.sampled_from((1,) * 20 + (600,))
    )


@st.composite
def tables(draw: st.DrawFn) -> Grid:
    """A table as offices draw it: with columns too many or too few, headings, blank cells, the header again."""
    if draw(st.booleans()):
        chosen = [name for name in TASKS if name in ("STT", "Nhiệm vụ") or draw(st.integers(0, 5))]
        header = chosen + draw(st.lists(st.sampled_from(MORE), max_size=24, unique=True))
    else:
        header = list(GOALS[: draw(st.integers(3, 4))]) + draw(st.lists(st.sampled_from(MORE), max_size=1))
    rows = [header]
    for number in range(draw(st.integers(0, 5))):
        kind = draw(st.integers(0, 7))
        if kind == 0:
            rows.append([f"{draw(st.sampled_from(SECTIONS))} @", *[""] * (len(header) - 1)])
        elif kind == 1:
            rows.append([draw(st.sampled_from(["I", "II", "A", "1"])), "Mục @", *[""] * (len(header) - 2)])
        else:
            code = draw(st.sampled_from(CODES)) if kind == 2 else str(number + 1)
            rows.append([code, *(draw(cells()) for _ in header[1:])])
    return rows


@st.composite
def documents(draw: st.DrawFn) -> list[str | Grid]:
    """A document: lines and tables, each "@" a word of its own."""
    lines = st.sampled_from(LINES) | st.sampled_from(ODD) | st.just("Rà soát @") | st.just("@")
    parts: list[str | Grid] = list(HEAD) if draw(st.integers(0, 3)) else draw(st.lists(lines, max_size=3))
    for _ in range(draw(st.integers(0, 3))):
        parts += draw(st.lists(lines, max_size=4))
        parts.append(draw(tables()))
    parts += [*draw(st.lists(lines, max_size=3)), "Hết"]
    numbers = iter(range(10_000, 1_000_000))

    def own(text: str) -> str:
        return re.sub("@", lambda match: f"từ{next(numbers)}khoá", text)

    return [own(part) if isinstance(part, str) else [[own(cell) for cell in row] for row in part] for part in parts]


def as_text(parts: Sequence[str | Grid]) -> bytes:
    lines: list[str] = []
    for part in parts:
        lines += [part] if isinstance(part, str) else ["\t".join(row) for row in part] + [""]
    return "\n".join(lines).encode()


def as_word(parts: Sequence[str | Grid]) -> bytes:
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(len(part), len(part[0]))
        for row, texts in zip(table.rows, part, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    return docx_bytes(document)


def as_sheet(parts: Sequence[str | Grid]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for part in parts:
        for row in [[part]] if isinstance(part, str) else part:
            sheet.append(row)
    return xlsx_bytes(book)


def read(data: bytes) -> tuple[Plan, list[Problem]]:
    return plan_of(read_document(data), 2026)


def lost(data: bytes) -> set[str]:
    """The words of a document that stand neither in the plan nor in what is said of it. Headers of columns are words of
    the table, not of the plan."""
    plan, problems = read(data)
    said = " ".join(json.dumps(dict(problem.data), ensure_ascii=False) for problem in problems)
    there = {word for block in read_document(data).blocks for word in re.findall(r"từ\d+khoá", repr(block))}
    return {word for word in there if word not in plan.model_dump_json() + said}


@settings(deadline=None, max_examples=60, derandomize=True)
@given(parts=documents(), form=st.sampled_from((as_text, as_word, as_sheet)))
def test_any_document_is_read_to_the_end_and_told_in_words(parts: list[str | Grid], form: object) -> None:
    assert callable(form)
    data = form(parts)
    plan, problems = read(data)
    for problem in problems:
        assert words.listed(problem)
    assert not lost(data)
    if not errors(problems):
        again, found = read_plan(to_yaml(plan).encode())
        assert (again, errors(found)) == (plan, [])


def test_a_row_whose_figures_follow_each_other_is_no_row_of_column_numbers() -> None:
    plan, _ = read(as_text([*HEAD, [list(GOALS), ["5", "Số trường đạt chuẩn", "trường", "6"]]]))
    assert [(target.metric, target.value) for target in plan.targets] == [("Số trường đạt chuẩn", 6)]


def test_a_row_that_numbers_the_columns_is_left_out_whatever_signs_it_has() -> None:
    for numbers in (["(1)", "(2)", "(3)", "(4)"], ["A", "B", "1", "2"], ["(1)", "(2)", "(3)", "(4)=(3)x2"], ["²"] * 4):
        plan, _ = read(as_text([*HEAD, [list(GOALS), numbers, ["1", "Số trường", "trường", "12"]]]))
        assert "Số trường" in [target.metric for target in plan.targets]


def test_a_second_table_of_a_sheet_is_read_by_its_own_header() -> None:
    """A sheet is one grid, however many tables stand in it."""
    second = ["TT", "Thời hạn", "Nhiệm vụ", "Chủ trì", "Sản phẩm"]
    plan, _ = read(
        as_sheet(
            [
                *HEAD,
                [list(TASKS), ["1", "Số hóa hồ sơ", "Văn phòng", "Thanh tra", "Kho dữ liệu", "Quý I/2026"]],
                "DANH MỤC ĐỀ ÁN",
                [second, ["1", "Quý II/2026", "Lập đề án vị trí việc làm", "Phòng Tổ chức", "Đề án"]],
            ]
        )
    )
    found = [(task.title, task.lead_printed, task.product, task.deadline) for task in plan.tasks]
    assert found == [
        ("Số hóa hồ sơ", "Văn phòng", "Kho dữ liệu", "Quý I/2026"),
        ("Lập đề án vị trí việc làm", "Phòng Tổ chức", "Đề án", "Quý II/2026"),
    ]


def test_the_headings_of_a_table_of_targets_stay_with_its_rows() -> None:
    table = [list(GOALS), ["I", "VỀ KINH TẾ", "", ""], ["1", "Tăng trưởng", "%", "8"], ["II", "VỀ XÃ HỘI", "", ""]]
    plan, problems = read(as_text([*HEAD, table]))
    assert plan.targets[0].notes == ("Thuộc mục: VỀ KINH TẾ",)
    assert [dict(problem.data)["text"] for problem in problems if problem.code == "unused_row"] == ["VỀ XÃ HỘI"]


def test_what_stands_beside_a_heading_is_told() -> None:
    table = [list(TASKS), ["I", "Thể chế", "Sở Tư pháp", "", "", ""], ["1", "Việc", "Văn phòng", "", "", "Quý I/2026"]]
    _, problems = read(as_text([*HEAD, table]))
    assert [dict(problem.data)["text"] for problem in problems if problem.code == "group_values"] == ["Sở Tư pháp"]


def test_targets_of_years_before_the_plan_are_told() -> None:
    table = [["TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2025"], ["1", "Hồ sơ đúng hạn", "%", "90"]]
    plan, problems = read(as_text([*HEAD, table]))
    told = [words.problem(problem) for problem in problems if problem.code == "target_before_start"]
    assert plan.targets == ()
    assert len(told) == 1
    assert "Hồ sơ đúng hạn: 90" in told[0]


def test_text_that_stands_before_the_number_of_the_paper_is_kept() -> None:
    plan, _ = read(as_text(["Giao Văn phòng làm đầu mối.", *HEAD, "I. MỤC TIÊU", "Nâng cao chất lượng."]))
    assert "Giao Văn phòng làm đầu mối." in " ".join(passage.text for passage in plan.passages)


def test_a_row_under_a_merged_number_that_differs_by_its_year_is_kept() -> None:
    book = openpyxl.Workbook()
    rows = [
        TASKS,
        ("1", "Rà soát", "Văn phòng", "", "Báo cáo kết quả thực hiện nhiệm vụ được giao năm 2026", "Quý I/2026"),
        ("", "", "", "", "Báo cáo kết quả thực hiện nhiệm vụ được giao năm 2027", ""),
    ]
    for row in rows:
        book.active.append(row)
    for column in "AB":
        book.active.merge_cells(f"{column}2:{column}3")
    assert "năm 2027" in read(xlsx_bytes(book))[0].tasks[0].product


def test_words_in_the_column_of_finer_numbers_belong_to_the_title() -> None:
    table = [["STT", "Mục", *TASKS[1:]], ["1", "Đề án", "về thể chế", "Văn phòng", "", "Đề án", "Quý I/2026"]]
    assert read(as_text([*HEAD, table]))[0].tasks[0].title == "Đề án về thể chế"


def test_what_stands_in_content_controls_and_text_boxes_is_read() -> None:
    """Templates of offices have both."""
    document = docx.Document()
    for line in HEAD:
        document.add_paragraph(line)
    table = document.add_table(2, 4)
    for row, texts in zip(
        table.rows, (("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"), ("1", "Việc", "VP", "Quý I/2026")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    table._tbl.addprevious(control)
    control[0].append(table._tbl)
    box = "<w:pict><w:txbxContent><w:p><w:r><w:t>Chữ trong hộp</w:t></w:r></w:p></w:txbxContent></w:pict>"
    document.add_paragraph("Lời")._p.append(parse_xml(f"<w:r {nsdecls('w')}>{box}</w:r>"))
    plan, _ = read(docx_bytes(document))
    assert [task.title for task in plan.tasks] == ["Việc"]
    assert "Chữ trong hộp" in plan.model_dump_json()


def test_the_head_of_the_paper_that_follows_belongs_neither_to_the_recipients_nor_to_the_signature() -> None:
    for end in (["Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- Như Điều 3; Lê Văn An"], ["KT. CHỦ TỊCH", "Lê Văn An"]):
        next_page = [
            "UBND TỈNH X CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Mở rộng thí điểm.",
        ]
        plan, _ = read(as_text([*HEAD, "I. MỤC TIÊU", "Nâng cao chất lượng.", *end, *next_page]))
        ended = next(p for p in plan.passages if p.kind in ("recipient", "signature"))
        assert "CỘNG HÒA" not in ended.text
        assert "Mở rộng thí điểm." in " ".join(p.text for p in plan.passages if p is not ended)
