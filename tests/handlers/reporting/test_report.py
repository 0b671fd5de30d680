"""The three files of a periodic report, read back: the paper's skeleton and figures, the workbook, the picture."""

from __future__ import annotations

import io
from datetime import date, datetime

import pytest
from docx import Document
from openpyxl import load_workbook
from PIL import Image

from handlers.messages import Picture
from handlers.reporting.agency import agency
from handlers.reporting.facts import facts, moment_of
from handlers.reporting.files import Content
from handlers.reporting.targets import target_lines
from knowledge.model import Plan
from knowledge.report_periods import ReportPeriod, part, quarter
from storage.records import TargetValue
from tests.handlers.reporting.logs import BLOCKED, DOING, DONE, Log, at, followed, words_of
from tests.handlers.reporting.test_letters import PLAN
from tests.support.talk import ZONE

HALF = part("first_half", 2026)


def log() -> Log:
    """Something in every group."""
    told = Log()
    told.says(at("2026-02-10"), "I.4", 100, DONE, "theo Quyết định 9/QĐ-UBND")
    told.says(at("2026-04-02"), "I.6", 100, DONE, period="2026-Q1")
    told.says(at("2026-04-03"), "I.2", 30, DOING, "đang đối chiếu", period="2026")
    told.says(at("2026-05-05"), "I.3", 40, BLOCKED, "thiếu kinh phí")
    told.extend(at("2026-03-01"), "I.4", date(2026, 4, 30), date(2026, 3, 31))
    return told


def made(told: Log, period: ReportPeriod = HALF, plan: Plan = PLAN, now: datetime | None = None) -> Content:
    """The report's contents."""
    cutoff = moment_of(period, now or at("2028-01-01"), ZONE)
    values = [
        TargetValue(
            1, plan.id, "CT27.01", "2026-Q1", date(2026, 3, 31), 90.5, "4/BC-TH", "", 1, "Lan", "TH", at("2026-04-04")
        )
    ]
    found = facts(followed(plan), told.records, period, cutoff, ZONE)
    return Content(found, agency(plan, {}), target_lines(plan, values, found.day, cutoff), ZONE)


def day(*parts: int) -> datetime:
    """A day (and hour) as a workbook gives it."""
    return datetime(*parts)  # type: ignore[arg-type, misc] # noqa: DTZ001


# ---- the paper ------------------------------------------------------------------------------------------------------


def test_the_paper_has_the_skeleton_of_a_periodic_report_in_order() -> None:
    said = words_of(made(log()).docx().content)
    places = [
        said.index(words)
        for words in (
            "UBND TỈNH HÒA BÌNH",
            "Số:        /BC-UBND",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "BÁO CÁO",
            "Kết quả thực hiện Kế hoạch công tác 6 tháng đầu năm 2026",
            "Kính gửi: Ủy ban nhân dân tỉnh Hòa Bình.",
            "Thực hiện Kế hoạch số …/KH-UBND",
            "số liệu từ ngày 15/12/2025 đến ngày 14/06/2026; chốt đến hết ngày 14/06/2026) như sau:",
            "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
            "II. KẾT QUẢ THỰC HIỆN",
            "1. Công tác chung",
            "III. ĐÁNH GIÁ CHUNG",
            "2. Tồn tại, hạn chế và nguyên nhân",
            "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM 2026",
            "V. ĐỀ XUẤT, KIẾN NGHỊ",
            "Trên đây là báo cáo",
            "kính báo cáo Ủy ban nhân dân tỉnh Hòa Bình./.",
            "Nơi nhận:",
            "PHÓ CHỦ TỊCH",
            "Phụ lục I",
            "DANH MỤC NHIỆM VỤ",
            "Phụ lục II",
            "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU",
        )
    ]
    assert places == sorted(places)


def test_the_paper_says_each_figure_with_its_work() -> None:
    said = words_of(made(log()).docx().content)
    for words in (
        "Tổng số nhiệm vụ trong kỳ: 06, trong đó: hoàn thành đúng hạn 01; hoàn thành quá hạn 01; đang thực hiện trong "
        "hạn 04 (chưa triển khai 02). Tỷ lệ đúng hạn: 50,0%.",
        "- Sắp xếp bộ máy (Phòng Tài chính), hoàn thành ngày 10/02/2026 (9/QĐ-UBND).",
        "- Báo cáo quý (quý I/2026) (Phòng Tài chính), hoàn thành ngày 02/04/2026, sau hạn 2 ngày.",
        "- Quyết toán ngân sách (năm 2026) (Phòng Tài chính): 30%, đang thực hiện; đang đối chiếu.",
        "Hồ sơ đúng hạn: đạt 90,5% (quý I/2026); mục tiêu: tối thiểu 95% (năm 2027).",
        "Phòng Tổng hợp | 2 | 0 | 0 | 2 | 0 | 0 | –",
        "Phòng Tài chính | 4 | 1 | 1 | 2 | 0 | 0 | 50,0%",
        "Cộng | 6 | 1 | 1 | 4 | 0 | 0 | 50,0%",
        "- Phòng Tổng hợp: thiếu kinh phí (nhiệm vụ I.3).",
        "Hoàn thành chậm nhất ngày 30/06/2026:",
        "I.4 | Sắp xếp bộ máy | Phòng Tài chính |  | Báo cáo số 4 | "
        "Quý I/2026 (hạn 31/03/2026); gia hạn đến 30/04/2026 theo CV 12/SKHĐT-TH | 100%, hoàn thành. theo Quyết định "
        "9/QĐ-UBND | Hoàn thành đúng hạn | 9/QĐ-UBND | ",
    ):
        assert words in said


def test_files_that_speak_for_an_update_are_counted_as_of_the_cut_off() -> None:
    told = log()
    for day in ("2026-02-10", "2026-02-11", "2026-06-20"):
        told.prove(at(day), 1)
    said = words_of(made(told).docx().content)
    assert "hoàn thành ngày 10/02/2026 (9/QĐ-UBND; 02 tệp)." in said
    book = load_workbook(io.BytesIO(made(told).xlsx().content))
    assert "9/QĐ-UBND; 02 tệp" in [cell.value for cell in book["Nhiệm vụ"][4]]


def test_late_work_is_named_with_its_deadline_and_days() -> None:
    said = words_of(made(Log(), quarter(2026, 3)).docx().content)
    assert "còn 03 nhiệm vụ quá hạn chưa hoàn thành:" in said
    assert "- Sắp xếp bộ máy (Phòng Tài chính): hạn 31/03/2026, đã quá hạn 167 ngày; chưa có cập nhật." in said
    assert (
        "Quá hạn chưa hoàn thành (nêu cụ thể tại điểm 2 mục III): nhiệm vụ I.4, I.6 (quý I/2026), I.6 (quý II/2026)."
        in said
    )
    assert "1. Tập trung hoàn thành 03 nhiệm vụ đã quá hạn nêu tại điểm 2 mục III." in said


def test_what_the_office_returned_stays_between_it_and_the_unit() -> None:
    told = log()
    told.says(at("2026-06-01"), "I.3", 40, DOING, "Văn phòng trả lại: thiếu số văn bản")
    said = words_of(made(told).docx().content)
    assert "thiếu số văn bản" not in said
    assert "- Công khai thủ tục (Phòng Tổng hợp): 40%, đang thực hiện." in said


def test_no_row_is_cut_by_the_end_of_a_page_but_one_that_no_page_can_hold() -> None:
    def cut(title: str) -> int:
        tasks = tuple(task.model_copy(update={"title": title}) for task in PLAN.tasks[2:3])
        document = Document(io.BytesIO(made(Log(), plan=PLAN.model_copy(update={"tasks": tasks})).docx().content))
        annex = next(t for t in document.tables if t.rows[0].cells[0].text == "Mã")
        return sum("<w:cantSplit/>" not in row._tr.xml for row in annex.rows)

    assert cut("Công khai thủ tục " * 20) == 0
    assert cut("Công khai thủ tục " * 120) == 1


def test_while_the_period_runs_the_paper_says_until_when_it_counts() -> None:
    said = words_of(made(log(), quarter(2026, 4), now=at("2026-11-24", "09:15")).docx().content)
    assert "chốt đến 09:15 ngày 24/11/2026)" in said


def test_annexes_lie_across_repeat_their_heads_and_count_their_pages_anew() -> None:
    document = Document(io.BytesIO(made(log()).docx().content))
    widths = [round(section.page_width.mm) for section in document.sections if section.page_width]
    assert widths == [210, 297, 297]
    for section in document.sections:
        assert section._sectPr.xml.count('w:start="1"') == 1
        assert section.different_first_page_header_footer
    assert document.element.body.xml.count("<w:tblHeader/>") == 4  # two rows over the summary, one over each annex


# ---- the workbook ---------------------------------------------------------------------------------------------------


def test_the_workbook_has_real_dates_and_numbers_filters_and_formulas_for_totals() -> None:
    book = load_workbook(io.BytesIO(made(log()).xlsx().content))
    assert book.sheetnames == ["Tổng hợp", "Nhiệm vụ", "Đến hạn kỳ sau", "Chỉ tiêu", "Cập nhật", "Gia hạn"]
    tasks = book["Nhiệm vụ"]
    assert (tasks.freeze_panes, tasks.auto_filter.ref) == ("D2", "A1:T7")
    row = {cell.value: other.value for cell, other in zip(tasks[1], tasks[4], strict=True)}
    assert (row["Mã"], row["Hạn ban đầu"], row["Hạn hiện nay"]) == ("I.4", day(2026, 3, 31), day(2026, 4, 30))
    assert (row["Tiến độ (%)"], row["Ngày hoàn thành"], row["Căn cứ (số cập nhật)"]) == (
        100,
        day(2026, 2, 10),
        "#1",
    )
    log_sheet = book["Cập nhật"]
    assert [cell.value for cell in log_sheet[2]][:3] == [1, day(2026, 2, 10, 10), "I.4"]
    assert log_sheet["I2"].value == "Phòng Tổng hợp"
    summary = book["Tổng hợp"]
    sums = [cell.value for cell in summary[8]]
    assert sums[0] == "Cộng"
    assert sums[1:] == [*(f"=SUM({c}6:{c}7)" for c in "BCDEF"), "=SUM(B8:F8)", '=IF((B8+C8+E8)=0,"",B8/(B8+C8+E8))']
    shown = load_workbook(io.BytesIO(made(log()).xlsx().content), data_only=True)["Tổng hợp"]
    assert [cell.value for cell in shown[8]] == ["Cộng", 1, 1, 4, 0, 0, 6, 0.5]


def test_what_was_recorded_in_the_period_is_on_the_sheets_whatever_it_is_about() -> None:
    told = log()
    told.extend(at("2026-05-20"), "I.1", date(2027, 1, 31), date(2026, 12, 31))
    gone = told.says(at("2026-06-01"), "I.2", 5, DOING, "chuẩn bị sớm", period="2027")
    told.undo(at("2026-06-02"), gone)
    told.says(at("2026-06-20"), "I.1", 10, DOING, "sang kỳ sau")
    book = load_workbook(io.BytesIO(made(told).xlsx().content))
    logged = [(row[2].value, row[6].value, row[9].value) for row in book["Cập nhật"].iter_rows(min_row=2)]
    assert ("I.2", "chuẩn bị sớm", "đã hoàn tác") in logged
    assert ("I.2", None, f"hoàn tác cập nhật số {gone}") in logged
    assert "sang kỳ sau" not in {note for _, note, _ in logged}
    extended = [(row[1].value, row[4].value) for row in book["Gia hạn"].iter_rows(min_row=2)]
    assert extended == [("I.4", day(2026, 4, 30)), ("I.1", day(2027, 1, 31))]


def test_each_sheet_prints_across_with_its_head_on_every_page_and_no_more_columns_than_can_be_read() -> None:
    book = load_workbook(io.BytesIO(made(log()).xlsx().content))
    for sheet in book.worksheets[1:]:
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.print_title_rows == "$1:$1"
        columns = sheet[sheet.print_area.partition("!")[2]][0]
        assert sum(sheet.column_dimensions[cell.column_letter].width for cell in columns) < 210
        if sheet.title == "Nhiệm vụ":
            heads = {cell.value for cell in columns}
    assert {"Mã", "Nhiệm vụ", "Đơn vị chủ trì", "Hạn hiện nay", "Tình trạng", "Ghi chú"} < heads


def test_long_names_have_room_in_the_summary() -> None:
    units = tuple(unit.model_copy(update={"name": unit.name + " và đơn vị có liên quan" * 4}) for unit in PLAN.units)
    summary = load_workbook(io.BytesIO(made(log(), plan=PLAN.model_copy(update={"units": units})).xlsx().content))[
        "Tổng hợp"
    ]
    assert (summary.row_dimensions[6].height or 0) >= 2 * (summary.row_dimensions[9].height or 15)


@pytest.mark.parametrize(
    "evil", ["=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "http://a.b", "{=1}", "=cmd|' /C calc'!A0"]
)
def test_nothing_that_people_type_becomes_a_formula_or_a_link(evil: str) -> None:
    told = Log()
    told.says(at("2026-02-10"), "I.4", 40, DOING, evil)
    tasks = tuple(task.model_copy(update={"title": evil, "product": evil}) for task in PLAN.tasks)
    units = tuple(unit.model_copy(update={"name": evil}) for unit in PLAN.units)
    plan = PLAN.model_copy(update={"tasks": tasks, "units": units})
    book = load_workbook(io.BytesIO(made(told, plan=plan).xlsx().content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert sum(cell.value == evil.strip() for cell in cells) > 5
    assert {cell.data_type for cell in cells if cell.value == evil.strip()} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)
    assert {str(cell.value)[:5] for cell in cells if cell.data_type == "f"} <= {"=SUM(", "=IF(("}


# ---- all three ------------------------------------------------------------------------------------------------------


def test_the_same_data_give_the_same_bytes_whatever_was_recorded_later() -> None:
    first, again = made(log()), log()
    again.says(at("2026-09-01"), "I.1", 70, DOING, "mới")
    second = made(again)
    assert first.docx() == second.docx()
    assert first.xlsx() == second.xlsx()
    assert first.png() == second.png()
    assert made(again, quarter(2026, 4)).docx().content != first.docx().content


def test_the_picture_fits_a_phone_and_says_the_same_in_words() -> None:
    picture = made(log()).png()
    assert isinstance(picture, Picture)
    with Image.open(io.BytesIO(picture.png)) as image:
        assert image.width == 1080
        assert image.height < 2 * image.width
    assert "Phòng Tài chính: hoàn thành đúng hạn 1, hoàn thành quá hạn 1, trong hạn 2" in picture.alternative
    assert picture.caption == (
        "6 tháng đầu năm 2026: kết quả theo đơn vị (6 nhiệm vụ, đúng hạn 50,0%). "
        "Hoàn thành đúng hạn 1, hoàn thành quá hạn 1, trong hạn 4."
    )


def test_a_report_in_which_nothing_happened_can_be_made() -> None:
    plan = PLAN.model_copy(update={"tasks": (), "targets": (), "areas": ()})
    empty = made(Log(), plan=plan)
    assert "Tổng số nhiệm vụ trong kỳ: 00" in words_of(empty.docx().content)
    assert "Phụ lục" not in words_of(empty.docx().content)
    assert empty.xlsx().content
    assert empty.png().png
