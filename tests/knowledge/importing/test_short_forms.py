"""Units have the names in full that a plan's text gives their short forms, however it gives them."""

from __future__ import annotations

import docx
import pytest

from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document
from knowledge.model import Plan
from knowledge.short_forms import Given, ShortForms, explained, fits
from tests.knowledge.importing.papers import add_rows, docx_bytes

_HEAD = "\n\n".join(
    ("SỞ Y TẾ TỈNH A", "BỆNH VIỆN TỈNH", "Số: 1/KH-BV", "A, ngày 02 tháng 01 năm 2026", "KẾ HOẠCH", "Năm 2026", "")
)


def _plan(text: str, *rows: tuple[str, str]) -> Plan:
    """A plan with this text, and a table of which the rows say who leads and who cooperates."""
    cells = "".join(f"| {n} | Việc {n} | {lead} | {others} | Quý I |\n" for n, (lead, others) in enumerate(rows, 1))
    table = f"PHỤ LỤC\n\n| TT | Nội dung | Đầu mối | Phối hợp | Thời hạn |\n|---|---|---|---|---|\n{cells}"
    return plan_of(read_document((_HEAD + text + "\n\n" + table).encode()), 2026)[0]


def _names(plan: Plan) -> list[list[str]]:
    names = {unit.code: unit.name for unit in plan.units}
    return [[names[code] for code in (*task.lead, *task.cooperating)] for task in plan.tasks]


def test_short_forms_that_the_text_lists_are_the_units_in_full() -> None:
    text = "4. QUY ƯỚC VIẾT TẮT\n\nP. KHTH: Phòng Kế hoạch tổng hợp; P. VTYT: Phòng Vật tư thiết bị y tế; "
    text += "K. KB: Khoa Khám bệnh; K. HSTC: Khoa Hồi sức tích cực - Chống độc."
    plan = _plan(text, ("K. KB", "P. KHTH; P. VTYT"), ("KHTH", "K. Ngoại tổng hợp, K. HSTC"), ("Phòng KHTH", "K.KB"))
    assert _names(plan) == [
        ["Khoa Khám bệnh", "Phòng Kế hoạch tổng hợp", "Phòng Vật tư thiết bị y tế"],
        ["Phòng Kế hoạch tổng hợp", "Khoa Ngoại tổng hợp", "Khoa Hồi sức tích cực - Chống độc"],
        ["Phòng Kế hoạch tổng hợp", "Khoa Khám bệnh"],
    ]
    assert [task.lead_printed for task in plan.tasks] == ["K. KB", "KHTH", "Phòng KHTH"]
    called = next(unit.called for unit in plan.units if unit.name == "Khoa Khám bệnh")
    assert {"K. KB", "K.KB"} <= set(called)


def test_a_note_below_the_table_explains_what_stands_in_it() -> None:
    note = "\nGhi chú: VP = Văn phòng HĐND và UBND; KTHTĐT = Phòng Kinh tế, Hạ tầng và Đô thị; CAP = Công an phường.\n"
    plan = _plan("", ("VP", "KTHTĐT, CAP"), ("CAP", "UBND tỉnh" + " |\n" + note))
    assert _names(plan)[0] == ["Văn phòng HĐND và UBND", "Phòng Kinh tế, Hạ tầng và Đô thị", "Công an phường"]


def test_a_table_of_abbreviations_is_text_that_explains_them() -> None:
    document = docx.Document()
    for line in ("TRƯỜNG ĐẠI HỌC A", "Số: 1/KH-ĐHA", "KẾ HOẠCH", "Năm học 2025 - 2026", "DANH MỤC TỪ VIẾT TẮT"):
        document.add_paragraph(line)
    table = document.add_table(1, 3)
    for column, text in enumerate(("STT", "Từ viết tắt", "Diễn giải")):
        table.cell(0, column).text = text
    add_rows(
        table,
        ("1", "P.QLKH&HTQT", "Phòng Quản lý khoa học và Hợp tác quốc tế"),
        ("2", "TT.KT&ĐBCL", "Trung tâm Khảo thí và Đảm bảo chất lượng"),
        ("3", "BGH", "Ban Giám hiệu"),
    )
    document.add_paragraph("PHỤ LỤC")
    table = document.add_table(1, 5)
    for column, text in enumerate(("TT", "Nội dung công việc", "Đầu mối", "Phối hợp", "Thời gian")):
        table.cell(0, column).text = text
    add_rows(table, ("1", "Khảo sát người học", "TT.KT&ĐBCL", "BGH, P.QLKH&HTQT và các khoa", "Tháng 12"))
    plan, problems = plan_of(read_document(docx_bytes(document)), 2025)
    assert [problem.code for problem in problems if problem.code == "unused_row"] == []
    assert _names(plan) == [
        [
            "Trung tâm Khảo thí và Đảm bảo chất lượng",
            "Ban Giám hiệu",
            "Phòng Quản lý khoa học và Hợp tác quốc tế",
            "các khoa",
        ]
    ]
    assert any("BGH: Ban Giám hiệu" in passage.text for passage in plan.passages)


def test_initials_that_nothing_explains_are_the_one_name_that_has_them() -> None:
    text = "1. Phòng Bưu chính viễn thông: quản lý trạm.\n\n2. Phòng Quản lý chất lượng theo dõi việc thực hiện."
    plan = _plan(text, ("P. BCVT", "QLCL; P. KHTC"), ("Phòng Quản lý chất lượng", "CA tỉnh, TT CNTT"))
    assert _names(plan) == [
        ["Phòng Bưu chính viễn thông", "Phòng Quản lý chất lượng", "P. KHTC"],
        ["Phòng Quản lý chất lượng", "CA tỉnh", "TT CNTT"],
    ]
    assert [unit.code for unit in plan.units][:3] == ["BCVT", "QLCL", "KHTC"]
    assert "Công an tỉnh" in next(unit.aliases for unit in plan.units if unit.name == "CA tỉnh")
    two = text + "\n\n3. Phòng Quản lý cấp lại hồ sơ."
    assert _names(_plan(two, ("P. QLCL", "")))[0] == ["P. QLCL"], "either of two may be meant"


def test_a_name_that_ends_with_what_may_be_a_duty_is_whole() -> None:
    plan = _plan("", ("Phòng Kế hoạch tổng hợp", "Phòng Cảnh sát PCCC và CNCH Công an tỉnh; Khoa Dược, Khoa Nhi"))
    assert _names(plan) == [
        ["Phòng Kế hoạch tổng hợp", "Phòng Cảnh sát PCCC và CNCH Công an tỉnh", "Khoa Dược", "Khoa Nhi"]
    ]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Trung tâm Y tế huyện (viết tắt: TTYT) khám bệnh", ("TTYT", "Trung tâm Y tế huyện")),
        ("Giao Phòng Giáo dục và Đào tạo huyện (PGDĐT) rà soát", ("PGDĐT", "Phòng Giáo dục và Đào tạo huyện")),
        ("Phòng Tài chính - Kế hoạch, sau đây gọi là Phòng TC-KH, lo", ("Phòng TC-KH", "Phòng Tài chính - Kế hoạch")),
        ("Cục Tin học (sau đây viết tắt là “Cục TH”)", ("Cục TH", "Cục Tin học")),
        (
            "Ban Chỉ đạo tỉnh (sau đây gọi là Ban Chỉ đạo)",
            ("Ban Chỉ đạo", "Ban Chỉ đạo tỉnh"),
        ),
        ("TTDL - Trung tâm dữ liệu", ("TTDL", "Trung tâm dữ liệu")),
        ("thủ tục hành chính (TTHC) đúng hạn", ("TTHC", "thủ tục hành chính")),
    ],
)
def test_short_forms_are_explained_where_their_letters_are_the_initials(text: str, given: tuple[str, str]) -> None:
    assert [*explained([text])] == [Given(*given)]


@pytest.mark.parametrize(
    "text", ["Chỉ tiêu: Đạt 90%", "UBND các xã (VNeID)", "I - Mục tiêu", "A: Bộ Y tế", "Sở Y tế (b/c)", "Lưu: VT, QLCL"]
)
def test_other_capitals_explain_nothing(text: str) -> None:
    assert [*explained([text])] == []


def test_foreign_letters_are_explained_in_a_list_of_abbreviations_alone() -> None:
    line = "- IOC - Trung tâm giám sát, điều hành thông minh"
    assert [*explained([line])] == []
    assert [*explained(["CÁC CHỮ VIẾT TẮT", line])] == [Given("IOC", "Trung tâm giám sát, điều hành thông minh")]


def test_bodies_that_everybody_writes_short_keep_their_names() -> None:
    forms = ShortForms([Given("UBND", "Ủy ban nhân dân"), Given("P", "Phòng"), Given("CNTT", "công nghệ thông tin")])
    assert forms.in_full("UBND tỉnh") == "UBND tỉnh"
    assert forms.in_full("P. Dân số") == "Phòng Dân số"
    assert forms.in_full("Phòng CNTT") == "Phòng Công nghệ thông tin"
    assert forms.in_full("CNTT") == "CNTT", "what is no name of a body names none"


def test_letters_fit_a_whole_name_its_beginning_or_some_of_its_words() -> None:
    assert fits("VP", "Văn phòng HĐND") == "begins"
    assert fits("VPHĐND", "Văn phòng HĐND") == "whole"
    assert fits("P. VTYT", "Phòng Vật tư thiết bị y tế") == "within"
    assert fits("KHTH", "Phòng Tổ chức") == ""


def test_a_form_that_is_known_needs_no_explanation_in_brackets() -> None:
    text = "thủ tục hành chính (TTHC), dịch vụ công (DVC)"
    assert [*explained([text], {"tthc"})] == [Given("DVC", "dịch vụ công")]
