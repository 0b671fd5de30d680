"""Questions on a ministry's plan for one year: bodies with long names, parts of the annex, and the year that it is."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from knowledge.answers import Engine
from knowledge.model import Area, Passage, Plan, Target, Task, Unit

UNITS = {
    "CPB": "Cục Phổ biến, giáo dục pháp luật và Trợ giúp pháp lý",
    "VHT": "Vụ Hợp tác quốc tế",
    "NXB": "Nhà xuất bản Tư pháp",
    "HPN": "Trung ương Hội Liên hiệp Phụ nữ Việt Nam",
    "CKT": "Cục Kiểm tra văn bản và Quản lý xử lý vi phạm hành chính",
}
ROWS = (
    ("A", "Biên soạn đề cương giới thiệu luật mới", "CPB", "HPN", "Quý I/2026"),
    ("A", "Tổ chức hội nghị quán triệt các luật có hiệu lực từ ngày 01/7/2026", "CPB", "VHT", "Tháng 6/2026"),
    ("Đ", "Số hóa tài liệu, phát hành sách nói", "NXB", "CPB", "Cả năm 2026"),
    ("Đ", "Trả lời phản ánh của doanh nghiệp", "CKT", "CPB", "Tháng 5/2026"),
    ("A", "Mở cuộc thi trực tuyến đọc sách với mọi người", "VHT", "CPB", "Quý III/2026"),
    ("A", "Truyền thông cho nhóm yếu thế cùng JICA", "VHT", "CPB", "Tháng 7/2026"),
)
THEME = (
    "Chủ đề của Ngày Sách năm 2026 là “Đọc để hiểu”; cao điểm từ ngày 01/11/2026. Mỗi tổ đọc có ít nhất 03 người hướng "
    "dẫn, trong đó có nữ; vùng đồng bào dân tộc phải có người dân tộc. "
    "Địa phương biên soạn đề cương xong trước ngày 10/01."
)


@lru_cache(1)
def _engine() -> Engine:
    tasks = tuple(
        Task(
            code=str(number),
            printed_code=str(number),
            area=area,
            title=title,
            lead=(lead,),
            lead_printed=UNITS[lead],
            cooperating=(other,),
            cooperating_printed=UNITS[other],
            deadline=deadline,
            place=f"Phụ lục, mục {area}, STT {number}",
        )
        for number, (area, title, lead, other, deadline) in enumerate(ROWS, 1)
    )
    targets = tuple(
        Target(
            code=f"MT{year}",
            horizon=year,
            metric="Tỷ lệ hòa giải thành",
            comparator=">=",
            value=value,
            series="MT2026",
            statement=f"Tỷ lệ hòa giải thành đạt từ {value}% trở lên",
            place="Mục II",
        )
        for year, value in ((2026, 86), (2030, 90))
    )
    both = "Ít nhất 75% báo cáo viên và 60% hòa giải viên được bồi dưỡng"
    targets += (Target(code="MTHG", horizon=2026, metric=both, statement=both, place="Mục II"),)
    return Engine(
        Plan(
            id="ministry",
            title="Kế hoạch công tác năm 2026",
            short_title="Kế hoạch 2026",
            issuer="Bộ Tư pháp",
            year=2026,
            starts=2026,
            period_ends=2026,
            horizons=(2026, 2030),
            ends=date(2026, 12, 31),
            units=tuple(Unit(code=code, name=name, short=name) for code, name in UNITS.items()),
            areas=(
                Area(code="A", title="CÔNG TÁC THAM MƯU", place="Phụ lục, mục A"),
                Area(code="Đ", title="CHUYỂN ĐỔI SỐ TRONG CÔNG TÁC PHỔ BIẾN PHÁP LUẬT", place="Phụ lục, mục Đ"),
            ),
            tasks=tasks,
            targets=targets,
            passages=(Passage(code="P.III", kind="focus", title="TRỌNG TÂM", text=THEME, place="Mục III"),),
        )
    )


@pytest.mark.parametrize(
    ("question", "records"),
    [
        ("Cục Phổ biến pháp luật chủ trì những việc gì", ("1", "2")),
        ("Cục Quản lý xử lý vi phạm hành chính chủ trì gì", ("4",)),
        ("Trung ương Hội Phụ nữ phối hợp việc nào", ("1",)),
        ("vụ HTQT chủ trì những việc gì", ("5", "6")),
        ("NXB chủ trì việc nào", ("3",)),
        ("hội phụ nữ phối hợp việc gì", ("1",)),
    ],
)
def test_a_unit_is_known_by_a_part_of_its_long_name(question: str, records: tuple[str, ...]) -> None:
    assert _engine().answer(question).records == records


@pytest.mark.parametrize(
    ("question", "record"),
    [
        ("truyền thông cùng JICA thì vụ nào tham mưu", "6"),
        ("số hóa tài liệu là NXB hay Cục Phổ biến pháp luật làm vậy", "3"),
        ("số hóa tài liệu có phải Vụ Hợp tác quốc tế làm không", "3"),
    ],
)
def test_who_leads_is_asked_for_by_kind_of_body_and_by_putting_bodies_forward(question: str, record: str) -> None:
    answer = _engine().answer(question)
    assert (answer.kind, answer.facet, answer.records) == ("answer", "lead", (record,))


@pytest.mark.parametrize("part", ["mảng chuyển đổi số trong phụ lục", "nhóm Đ"])
def test_the_tasks_of_a_part_are_listed_by_the_beginning_of_its_title_and_by_its_letter(part: str) -> None:
    assert _engine().answer(f"{part} có những đầu việc nào").records == ("3", "4")


@pytest.mark.parametrize(
    ("question", "records"),
    [
        ("tỷ lệ hòa giải thành năm nay bao nhiêu", ("MT2026",)),
        ("tỷ lệ hòa giải thành năm nay (2026) bao nhiêu", ("MT2026",)),
        ("chủ đề Ngày Sách năm nay là gì", ("P.III",)),
        ("tới 2030 hòa giải thành phải bao nhiêu phần trăm", ("MT2030",)),
        ("mỗi tổ đọc cần ít nhất mấy người", ("P.III",)),
        ("vùng đồng bào dân tộc thì tổ đọc phải có ai", ("P.III",)),
        ("cao điểm từ ngày nào", ("P.III",)),
        ("thi đọc sách với mọi người quý nào", ("5",)),
        ("bao nhiêu % hòa giải viên được bồi dưỡng", ("MTHG",)),
        ("hội nghị quán triệt các luật hiệu lực 1/7 họp tháng nào", ("2",)),
    ],
)
def test_the_year_of_the_plan_is_this_year_and_a_day_is_no_number_of_a_law(
    question: str, records: tuple[str, ...]
) -> None:
    assert _engine().answer(question).records == records


def test_what_people_tell_of_themselves_after_the_question_asks_nothing() -> None:
    asked = "cho em xin danh sách việc NXB chủ trì ạ, em trả lời doanh nghiệp"
    assert _engine().answer(asked).records == ("3",)


def test_a_day_that_the_deadline_of_a_row_does_not_name_is_told_from_the_text() -> None:
    answer = _engine().answer("biên soạn đề cương giới thiệu luật ở địa phương xong trước ngày nào")
    assert answer.records == ("1",)
    assert "10/01" in answer.clauses["P.III"]
