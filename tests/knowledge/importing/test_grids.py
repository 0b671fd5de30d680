"""Tables that set amounts for units: areas merged beside them, blocks of years, years above rows, sums, notes below."""

from __future__ import annotations

import time

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.answers import Engine
from knowledge.importing.plan_of import plan_of
from knowledge.importing.problems import Problem
from knowledge.importing.reading import read_document
from knowledge.importing.tables import Document, Paragraph, Row, table_of
from knowledge.model import Plan
from tests.knowledge.importing.papers import add_rows, docx_bytes, xlsx_bytes

_HEAD = ("ỦY BAN NHÂN DÂN HUYỆN A", "Số: 36/KH-UBND", "A, ngày 30 tháng 01 năm 2024", "KẾ HOẠCH")


def _read(data: bytes) -> tuple[Plan, list[Problem]]:
    return plan_of(read_document(data), 2026)


def _told(plan: Plan) -> dict[tuple[str, int], str]:
    return {(target.metric, target.horizon): target.value_printed for target in plan.targets}


# ---- a Word table: areas merged beside the units, a column and a row that add up ------------------------------------


@pytest.fixture(scope="module")
def by_area() -> Plan:
    document = docx.Document()
    for text in (*_HEAD, "Phòng cháy giai đoạn 2026 - 2027", "PHỤ LỤC III"):
        document.add_paragraph(text)
    document.add_paragraph("CHỈ TIÊU THÀNH LẬP MỚI TỔ LIÊN GIA AN TOÀN PCCC GIAO CÔNG AN CÁC XÃ, PHƯỜNG")
    document.add_paragraph("Đơn vị tính: tổ")
    table = document.add_table(2, 6)
    for at, text in enumerate(("TT", "Địa bàn", "Đơn vị được giao", "Số tổ thành lập mới theo năm", "", "Cộng")):
        table.cell(0, at).text = text
    table.cell(1, 3).text, table.cell(1, 4).text = "Năm 2026", "Năm 2027"
    table.cell(0, 3).merge(table.cell(0, 4))
    for at in (0, 1, 2, 5):
        table.cell(0, at).merge(table.cell(1, at))
    add_rows(
        table,
        ("1", "Khu vực Tân Hòa", "Công an phường Tân Hòa", "34", "41", "75"),
        ("2", "", "Công an phường Bến Đá", "27", "33", "60"),
        ("3", "Khu vực Cửa Lộ", "Công an xã Cửa Lộ", "25", "-", "25"),
        ("4", "", "Công an xã Ia Kring", "6", "10", "16"),
        ("TOÀN TỈNH", "", "", "92", "1.084", "1.176"),
    )
    table.cell(2, 1).merge(table.cell(3, 1))
    table.cell(4, 1).merge(table.cell(5, 1))
    return _read(docx_bytes(document))[0]


def test_a_unit_beside_its_area_has_what_the_title_says(by_area: Plan) -> None:
    told = _told(by_area)
    assert told["Thành lập mới tổ liên gia an toàn PCCC: Công an xã Ia Kring", 2027] == "10 tổ"
    assert told["Thành lập mới tổ liên gia an toàn PCCC: Toàn tỉnh", 2027] == "1.084 tổ"
    assert (
        told["Thành lập mới tổ liên gia an toàn PCCC cả giai đoạn 2026 - 2027: Công an phường Bến Đá", 2027] == "60 tổ"
    )
    assert ("Thành lập mới tổ liên gia an toàn PCCC: Công an xã Cửa Lộ", 2027) not in told
    target = next(t for t in by_area.targets if t.metric.endswith("Ia Kring"))
    assert "Số tổ thành lập mới: Công an xã Ia Kring" in target.names
    assert target.notes == ("Thuộc mục: Khu vực Cửa Lộ",)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Công an phường Tân Hòa năm 2027 phải lập mấy tổ liên gia?", "41 tổ"),
        ("xa ia kring duoc giao bao nhieu to lien gia nam 2026", "6 tổ"),
        ("toàn tỉnh năm 2026 thành lập mới bao nhiêu tổ liên gia", "92 tổ"),
        ("cả giai đoạn phường Bến Đá thành lập bao nhiêu tổ liên gia", "60 tổ"),
        ("phường Bến Đá năm 2027 lập bao nhiêu tổ liên gia", "33 tổ"),
    ],
)
def test_one_cell_is_asked_for_by_unit_and_year(by_area: Plan, question: str, value: str) -> None:
    told = Engine(by_area).answer(question)
    assert [t.value_printed for code in told.records if (t := by_area.target(code))] == [value]


# ---- a workbook: groups of tasks, two blocks of years, a second table, notes, what units are responsible for ---------

_TASKS = (
    ("Mã số", "Nhóm nhiệm vụ", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn hoàn thành"),
    ("NV01", "1. Sinh kế và tín dụng", "Giải ngân vốn vay", "Ngân hàng A", "Hội Nông dân", "Hằng năm"),
    ("NV02", None, "Nuôi cá lồng", "Phòng Nông nghiệp", "Hội Nông dân", "Quý II/2026"),
    ("NV03", "2. Đào tạo nghề", "Mở lớp dạy nghề", "Phòng Nội vụ", "Hội Nông dân", "Quý I/2025"),
)
_JOBS = "Lao động được giải quyết việc làm trong năm (người)"
_AIMS: tuple[tuple[object, ...], ...] = (
    ("BIỂU 1. CHỈ TIÊU GIAO CÁC XÃ, THỊ TRẤN GIAI ĐOẠN 2024 - 2025",),
    ("STT", "Xã, thị trấn", "Tỷ lệ hộ nghèo năm 2023 (%)", "Chỉ tiêu tỷ lệ hộ nghèo cuối năm (%)", None, _JOBS, None),
    (None, None, None, "2024", "2025", "2024", "2025"),
    ("I. VÙNG THẤP",),
    (1, "Thị trấn A", 6.8, 5.9, 5.1, 1185, 1192),
    (2, "Xã Mường Tra", 19.4, 17.2, 14.9, 164, 171),
    ("II. VÙNG CAO",),
    (3, "Xã Hua Pu", 51.2, 45.7, 40.1, 87, "-"),
    ("TOÀN HUYỆN", None, 34.2, 30.3, 26.4, 1459, 1530),
    ("Ghi chú: Tỷ lệ tính theo chuẩn nghèo đa chiều.",),
    ("BIỂU 2. CHỈ TIÊU CHUYÊN NGÀNH",),
    ("STT", "Chỉ tiêu", "ĐVT", "Kế hoạch các năm", None, "Cơ quan theo dõi"),
    (None, None, None, "2024", "2025", None),
    (1, "Tỷ lệ lao động qua đào tạo", "%", 0.52, 0.275, "Phòng Nội vụ"),
)
_DUTIES = (
    ("BIỂU 3. PHÂN CÔNG TRÁCH NHIỆM TỔ CHỨC THỰC HIỆN",),
    ("STT", "Cơ quan, đơn vị", "Trách nhiệm chính", "Lãnh đạo chỉ đạo"),
    (1, "Phòng Nông nghiệp", "Hướng dẫn mô hình sinh kế", "Ông Hoàng Đức Thuận"),
    (2, "Phòng Nội vụ", "Cơ quan thường trực", "Bà Vàng Thị Mỷ"),
)


@pytest.fixture(scope="module")
def workbook() -> tuple[Plan, list[Problem]]:
    book = openpyxl.Workbook()
    text = [(line,) for line in (*_HEAD, "Giảm nghèo bền vững giai đoạn 2024 - 2025")]
    for name, rows in (("KH", text), ("Viec", _TASKS), ("Chi tieu", _AIMS), ("Phan cong", _DUTIES)):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    book["Viec"].merge_cells("B2:B3")
    sheet = book["Chi tieu"]
    for area in ("A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2", "A9:B9", "D12:E12", "A12:A13", "B12:B13", "C12:C13"):
        sheet.merge_cells(area)
    for row in (5, 6, 8, 9):
        for at in range(3, 8):
            sheet.cell(row, at).number_format = "0.0" if at < 6 else "#,##0"
    sheet["D14"].number_format, sheet["E14"].number_format = "0%", "0.0%"
    return _read(xlsx_bytes(book))


def test_each_block_of_years_is_of_what_stands_over_it(workbook: tuple[Plan, list[Problem]]) -> None:
    told = _told(workbook[0])
    assert told["Tỷ lệ hộ nghèo: Xã Hua Pu", 2025] == "40,1%"
    assert told["Lao động được giải quyết việc làm: Thị trấn A", 2024] == "1.185 người"
    assert told["Tỷ lệ hộ nghèo: Toàn huyện", 2024] == "30,3%"
    assert ("Lao động được giải quyết việc làm: Xã Hua Pu", 2025) not in told


def test_a_year_before_the_plan_is_told_beside_the_later_ones(workbook: tuple[Plan, list[Problem]]) -> None:
    plan, problems = workbook
    target = next(t for t in plan.targets if t.metric == "Tỷ lệ hộ nghèo: Xã Hua Pu")
    assert target.baseline == "(năm 2023: 51,2%)"
    assert target.notes == ("Thuộc mục: VÙNG CAO",)
    assert not [problem for problem in problems if problem.code == "target_before_start"]


def test_a_second_table_and_the_note_between_are_read(workbook: tuple[Plan, list[Problem]]) -> None:
    plan = workbook[0]
    assert _told(plan)["Tỷ lệ lao động qua đào tạo", 2025] == "27,5%"
    assert any("chuẩn nghèo đa chiều" in passage.text for passage in plan.passages)
    assert {target.place for target in plan.targets if "Hua Pu" in target.metric} == {"Biểu 1, STT 3"}


def test_a_merged_column_of_groups_heads_the_tasks_and_is_not_their_title(
    workbook: tuple[Plan, list[Problem]],
) -> None:
    plan = workbook[0]
    areas = {area.code: area.title for area in plan.areas}
    assert [(task.title, areas[task.area]) for task in plan.tasks] == [
        ("Giải ngân vốn vay", "1. Sinh kế và tín dụng"),
        ("Nuôi cá lồng", "1. Sinh kế và tín dụng"),
        ("Mở lớp dạy nghề", "2. Đào tạo nghề"),
    ]


def test_what_units_are_responsible_for_is_text_and_no_task(workbook: tuple[Plan, list[Problem]]) -> None:
    plan = workbook[0]
    text = " ".join(passage.text for passage in plan.passages)
    assert "1. Phòng Nông nghiệp: Hướng dẫn mô hình sinh kế; Lãnh đạo chỉ đạo: Ông Hoàng Đức Thuận." in text
    assert "2. Phòng Nội vụ: Cơ quan thường trực" in text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("xã Hua Pu năm 2025 tỷ lệ hộ nghèo còn mấy %", "40,1%"),
        ("muong tra 2024 giai quyet viec lam cho bao nhieu nguoi", "164 người"),
        ("toàn huyện năm 2025 giải quyết việc làm cho bao nhiêu người", "1.530 người"),
        ("tỷ lệ lao động qua đào tạo năm 2024", "52%"),
        ("tỷ lệ lao động qua đào tạo của huyện năm 2025", "27,5%"),
        ("tỷ lệ hộ nghèo của huyện năm 2024 là bao nhiêu", "30,3%"),
    ],
)
def test_a_place_is_asked_for_with_its_head_or_without(
    workbook: tuple[Plan, list[Problem]], question: str, value: str
) -> None:
    plan = workbook[0]
    told = Engine(plan).answer(question)
    assert [t.value_printed for code in told.records if (t := plan.target(code))] == [value]


def test_what_is_set_for_all_is_not_told_of_one_place(workbook: tuple[Plan, list[Problem]]) -> None:
    assert Engine(workbook[0]).answer("xã Hua Pu tỷ lệ lao động qua đào tạo năm 2025").kind == "none"


# ---- years above rows, sums with a sign, text with tabs --------------------------------------------------------------

_LINES = "\n".join((*_HEAD, "Y tế cơ sở giai đoạn 2026 - 2027", "I. MỤC TIÊU", "1. 95% trạm y tế có bác sĩ."))
_YEARS_ABOVE = """
CHỈ TIÊU GIAO CÁC TRUNG TÂM

TT\tTrung tâm\tLượt khám (lượt)\tCa mổ (ca)\tTiêm chủng (%)
Năm 2026\t\t\t\t
1\tTrung tâm Y tế Lạc Thủy\t41.200\t320\t93,5
2\tTrung tâm Y tế Mai Hạ\t38.700\t275\t94,1
\tCộng\t79.900\t595\t94
Năm 2027\t\t\t\t
1\tTrung tâm Y tế Lạc Thủy\t43.000\t335\t94,2
2\tTrung tâm Y tế Mai Hạ\t40.100\t-\t94,8
\tCộng\t83.100\t335\t95
"""


def test_rows_under_a_year_are_of_that_year() -> None:
    plan, problems = _read((_LINES + _YEARS_ABOVE).encode())
    told = _told(plan)
    assert told["Lượt khám: Trung tâm Y tế Mai Hạ", 2027] == "40.100 lượt"
    assert told["Tiêm chủng: Trung tâm Y tế Lạc Thủy", 2026] == "93,5%"
    assert told["Ca mổ: Tổng cộng", 2026] == "595 ca"
    assert ("Ca mổ: Trung tâm Y tế Mai Hạ", 2027) not in told
    assert not [problem for problem in problems if problem.code == "unused_row"]
    series = {t.series for t in plan.targets if t.metric == "Lượt khám: Trung tâm Y tế Mai Hạ"}
    assert len(series) == 1


def test_the_row_that_adds_up_is_asked_for_as_the_whole_body() -> None:
    plan = _read((_LINES + _YEARS_ABOVE).replace("ỦY BAN NHÂN DÂN HUYỆN A", "SỞ Y TẾ TỈNH A").encode())[0]
    told = Engine(plan).answer("toàn ngành năm 2027 bao nhiêu lượt khám")
    assert [t.value_printed for code in told.records if (t := plan.target(code))] == ["83.100 lượt"]


def test_a_column_says_the_year_of_each_row() -> None:
    table = """
CHỈ TIÊU GIAO CÁC XÃ

Năm\tXã\tLượt khám (lượt)\tCa mổ (ca)
Năm 2026\tXã A\t41\t3
Năm 2026\tXã B\t38\t2
Năm 2027\tXã A\t43\t5
Năm 2027\tXã B\t40\t4
"""
    plan = _read((_LINES + table).encode())[0]
    assert _told(plan)["Lượt khám: Xã B", 2027] == "40 lượt"
    assert {target.horizon for target in plan.targets if "Ca mổ" in target.metric} == {2026, 2027}


def test_several_rows_of_one_unit_say_what_they_are_of() -> None:
    table = """
CHỈ TIÊU GIAO CÁC XÃ

STT\tĐơn vị\tChỉ tiêu\tĐVT\tNăm 2026\tNăm 2027
1\tXã A\tTỷ lệ hộ nghèo\t%\t12,5\t3
\t\tLao động có việc\tngười\t600\t100
2\tXã B\tTỷ lệ hộ nghèo\t%\t11\t10
\t\tLao động có việc\tngười\t60\t10
"""
    told = _told(_read((_LINES + table).encode())[0])
    assert told["Lao động có việc: Xã A", 2027] == "100 người"
    assert told["Tỷ lệ hộ nghèo: Xã B", 2026] == "11%"


def test_parts_of_a_year_are_of_what_the_title_says() -> None:
    table = """
PHỤ LỤC
CHỈ TIÊU THU NGÂN SÁCH GIAO CÁC XÃ NĂM 2026

STT\tĐơn vị\tCả năm\tQuý I\tQuý II
1\tXã A\t10\t4\t6
2\tXã B\t14\t6\t8
3\tXã C\t18\t8\t10
"""
    assert _told(_read((_LINES + table).encode())[0])["Thu ngân sách quý II: Xã B", 2026] == "8"


def test_what_is_no_aim_is_told_beside_those_of_the_unit() -> None:
    table = """
SỐ CĂN HỘ

TT\tXã\tDân số\tHiện trạng 2025\tNăm 2026\tNăm 2027
1\tXã A\t12.400\t10\t20\t30
2\tXã B\t9.100\t11\t21\t31
3\tXã C\t8.800\t12\t-\t-
4\tXã D\t7.700\t13\t23\t33
"""
    plan, problems = _read((_LINES + table).encode())
    first = next(target for target in plan.targets if target.metric.endswith("Xã A"))
    assert (first.baseline, first.notes) == ("(Hiện trạng 2025: 10)", ("Dân số: 12.400",))
    assert [problem.data["text"] for problem in problems if problem.code == "unused_row"] == ["Xã C: 12"]


def test_a_cell_that_holds_no_amount_is_reported() -> None:
    table = _YEARS_ABOVE.replace("38.700", "theo thực tế")
    problems = [problem.data["text"] for problem in _read((_LINES + table).encode())[1] if problem.code == "unused_row"]
    assert problems == ["Trung tâm Y tế Mai Hạ: theo thực tế"]


def test_indices_with_who_is_responsible_for_them_are_no_units() -> None:
    table = """
PHỤ LỤC

TT\tBộ chỉ số và chỉ số thành phần\tXếp hạng hiện tại\tMục tiêu năm 2026\tBộ, cơ quan chịu trách nhiệm
A\tĐổi mới sáng tạo toàn cầu (GII)\t44\t42\tBộ Khoa học
A.1\tHiệu quả thực thi pháp luật\t76\t72\tBộ Tư pháp
A.2\tChi cho giáo dục\t91\t90\tBộ Tài chính
A.3\tNăng suất lao động\t60\t58\tBộ Nội vụ
"""
    metrics = [target.metric for target in _read((_LINES + table).encode())[0].targets]
    assert "Hiệu quả thực thi pháp luật" in " ".join(metrics)
    assert not any(metric.endswith(": Chi cho giáo dục") for metric in metrics)


def test_things_beside_who_makes_them_are_no_areas() -> None:
    table = """
PHỤ LỤC

TT\tTên vật tư\tĐơn vị nhận\tNăm 2026\tNăm 2027
1\tTủ thuốc\tTrạm Y tế xã A\t44\t42
2\tMáy đo\tTrạm Y tế xã A\t76\t72
3\tXe máy\tTrung tâm Y tế B\t91\t90
"""
    metrics = [target.metric for target in _read((_LINES + table).encode())[0].targets]
    assert not any(metric.endswith(("xã A", "Y tế B")) for metric in metrics)


# ---- whatever stands in the cells ------------------------------------------------------------------------------------

_NAMES = ("Xã Hòa An", "Xã An Hòa", "Phường Mai", "Thị trấn Sơn", "Đặc khu Phú Quý", "Xã Ia Kring")
_AMOUNTS = st.integers(1, 99_999).map(lambda n: f"{n:,}".replace(",", "."))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(st.one_of(st.just("-"), st.just(""), _AMOUNTS), min_size=4, max_size=4), min_size=4, max_size=6)
)
def test_every_amount_of_a_matrix_is_the_target_of_its_unit_and_year(values: list[list[str]]) -> None:
    years = ("2026", "2027", "2028", "2029")
    columns = [[row[at] for row in values] for at in range(4)]
    if any(sum(cell not in ("-", "") for cell in column) < 3 for column in columns):
        return
    if any(sum(cell not in ("-", "") for cell in row) < 2 for row in values):
        return
    rows = [Row(("TT", "Xã", *(f"Năm {year}" for year in years)))]
    rows += [Row((str(n), _NAMES[n - 1], *row)) for n, row in enumerate(values, 1)]
    lines = [Paragraph(text) for text in (*_HEAD, "Nhà ở giai đoạn 2026 - 2029", "PHỤ LỤC", "SỐ CĂN HỘ HOÀN THÀNH")]
    plan = plan_of(Document((*lines, table_of(rows))), 2026)[0]
    wanted = {
        (f"Số căn hộ hoàn thành: {_NAMES[n]}", int(year)): cell
        for n, row in enumerate(values)
        for year, cell in zip(years, row, strict=True)
        if cell not in ("-", "")
    }
    assert _told(plan) == wanted
    assert {name for name, _ in wanted} == {f"Số căn hộ hoàn thành: {unit.name}" for unit in plan.units}


_CELLS = st.one_of(
    st.sampled_from(
        ("", "STT", "Năm 2026", "2027", "1", "12,5%", "I", "Xã A", "Tổng cộng", "Σ", "-", "Ghi chú: x", "Chỉ tiêu (%)")
    ),
    st.just("9" * 10_000),
    st.just("Xã " * 3_000),
    st.just("(" * 10_000),
    st.just("năm 2026 " * 1_000),
    st.text(max_size=12),
)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(_CELLS, min_size=5, max_size=5), min_size=1, max_size=9), st.sets(st.integers(0, 4)))
def test_no_cell_stops_the_reading(cells: list[list[str]], merged: set[int]) -> None:
    rows = [Row(tuple(row), frozenset(merged) if n else frozenset()) for n, row in enumerate(cells)]
    begun = time.perf_counter()
    plan_of(Document((*map(Paragraph, _HEAD), table_of(rows, "Chi tieu"))), 2026)
    assert time.perf_counter() - begun < 20


def test_a_table_of_one_text_merged_over_everything_sets_nothing() -> None:
    rows = [Row(("Chỉ tiêu giao các xã năm 2026",) * 6, frozenset(range(6)) if n else frozenset()) for n in range(6)]
    plan = plan_of(Document((*map(Paragraph, _HEAD), table_of(rows, "Chi tieu"))), 2026)[0]
    assert not plan.targets
