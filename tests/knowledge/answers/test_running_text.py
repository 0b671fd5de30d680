"""Running text that is asked for in other words than it prints."""

from __future__ import annotations

import pytest

from tests.support.engines import default_engine
from tests.support.engines import told as _asked


@pytest.mark.parametrize(
    ("question", "record"),
    [
        ("kế hoạch lấy ai làm trung tâm?", "QD.2"),
        ("cải cách hành chính xuất phát từ lợi ích của ai?", "QD.2"),
        ("Trách nhiệm của người đứng đầu trong cải cách TTHC được gắn với thước đo nào?", "NV.II.1"),
        ("Mặt trận Tổ quốc tham gia vào khâu nào", "GP.2"),
    ],
)
def test_whom_and_what_sort_of_thing_is_asked_of_running_text(question: str, record: str) -> None:
    """An "ai" that is no doer asks for no unit, and "khâu nào" looks for no text with the word "khâu"."""
    found = _asked(question)
    assert (found.kind, found.facet, found.records) == ("answer", "section", (record,))


@pytest.mark.parametrize(
    ("question", "record", "text"),
    [
        ("phân cấp thủ tục theo nguyên tắc nào", "II.5", "NV.II.5"),
        ("phân bổ ngân sách cho các đơn vị gắn với cái gì?", "NV.V.1", "MT.V"),
        ("cơ chế tự chủ tài chính gồm những quy định gì", "V.2", "NV.V.2"),
    ],
)
def test_running_text_that_says_more_is_told_beside_the_record(question: str, record: str, text: str) -> None:
    found = _asked(question)
    assert found.records == (record,)
    assert set(found.clauses) == {text}


@pytest.mark.parametrize("question", ["đề án phân cấp giải quyết TTHC ai chủ trì", "đề án phân cấp hạn khi nào"])
def test_a_cell_that_is_asked_for_stands_alone(question: str) -> None:
    assert not _asked(question).clauses


@pytest.mark.parametrize(
    ("question", "records"),
    [
        ("cải cách thể chế đến 2030 thế nào", ("CT30.13", "CT30.14")),
        ("năm 2025 mảng thể chế phải đạt gì", ("CT25.22", "CT25.23")),
        ("mục tiêu lĩnh vực công vụ trong kế hoạch", ("MT.IV",)),
    ],
)
def test_what_an_area_comes_to_by_a_horizon_are_its_targets(question: str, records: tuple[str, ...]) -> None:
    assert _asked(question).records == records


def test_parts_are_all_listed_only_where_nothing_else_is_said() -> None:
    assert len(_asked("kế hoạch có những giải pháp nào").records) == 6
    assert _asked("bộ chỉ số đánh giá CCHC nhắc ở giải pháp nào").records == ("GP.5",)
    found = _asked("đề xuất giải pháp tháo gỡ vướng mắc về cơ chế thì Văn phòng phối hợp với những đơn vị nào")
    assert (found.facet, found.records) == ("cooperation", ("II.6",))


@pytest.mark.parametrize(
    "question",
    [
        "Cho em xin mẫu báo cáo kết quả rà soát TTHC",
        "Quyết định 602/QĐ-UBND do ai ký",
        "Dạ cho em hỏi Nghị định 99/2025 nói về gì ạ, em đang làm báo cáo",
        "kế hoạch CCHC 2026-2030 của Sở có những chỉ tiêu nào",
    ],
)
def test_forms_signatures_of_other_papers_and_other_plans_are_not_in_it(question: str) -> None:
    assert _asked(question).kind == "none"


@pytest.mark.parametrize(
    ("question", "first", "count"),
    [
        ("nhóm nhiệm vụ nào nhiều việc nhất", "Xây dựng và phát triển Chính quyền điện tử, Chính quyền số", 20),
        ("nhóm nào trong mảng chính quyền số nhiều việc nhất", "Phát triển ứng dụng, dịch vụ nội bộ", 6),
        ("nhóm hạ tầng số với nhóm dịch vụ nội bộ nhóm nào nhiều việc hơn", "Phát triển ứng dụng, dịch vụ nội bộ", 6),
        ("nhóm VI.2 với nhóm VI.4 nhóm nào nhiều việc hơn", "Phát triển ứng dụng, dịch vụ nội bộ", 6),
    ],
)
def test_groups_are_compared_by_their_tasks(question: str, first: str, count: int) -> None:
    assert _asked(question).tally[0] == (first, count)


def test_rules_of_cooperation_are_no_unit_that_cooperates() -> None:
    assert "NV.I.1" in _asked("hoàn thiện quy chế phối hợp trong công tác nào").records


def test_a_word_typed_without_marks_among_marked_ones_is_itself() -> None:
    """ "Trong" beside "vụ" is not the "trọng" of "nhiệm vụ trọng tâm"."""
    understanding = default_engine().understanding
    assert "trong" not in understanding.read("mục tiêu lĩnh vực công vụ trong kế hoạch").hard
    assert "trong" in understanding.read("nhiem vu trong tam la gi").hard


@pytest.mark.parametrize(
    ("question", "record"),
    [
        ("đổi mới phương thức làm việc trên cơ sở nào", "NV.III.3"),
        ("giảm đầu mối trung gian đến 2030", "CT30.16"),
        ("năng lực quản trị của đơn vị sự nghiệp nâng cao bằng cách gì", "NV.III.2"),
        ("đánh giá việc giải quyết thủ tục gồm những hình thức gì", "GP.5"),
        ("phân loại công chức phải theo hướng nào", "NV.IV.8"),
        ("tổ chức chính trị xã hội tham gia gì", "GP.2"),
    ],
)
def test_words_within_others_ask_for_nothing(question: str, record: str) -> None:
    """ "Cơ sở nào" asks for no department, "nâng cao bằng" names no province, "việc giải quyết" no task; "xã hội tham"
    is no courtesy ("hỏi thăm")."""
    found = _asked(question)
    assert record in (found.records or found.candidates)


def test_how_many_more_tasks_and_what_a_unit_has_no_part_in() -> None:
    assert _asked("Văn phòng hơn phòng TCCB mấy việc").difference == 18
    assert set(_asked("Bưu điện không tham gia lĩnh vực nào").records) == {"I", "III", "IV", "V"}


@pytest.mark.parametrize("question", ["lãnh đạo Sở phải làm những gì", "lãnh đạo Sở có trách nhiệm gì"])
def test_what_somebody_has_to_do_says_the_clause_that_gives_them_work(question: str) -> None:
    assert _asked(question).facts["clause"].startswith("Lãnh đạo Sở chịu trách nhiệm")


def test_who_is_what_names_nobody() -> None:
    found = _asked("ai là trung tâm của cải cách hành chính")
    assert "QD.2" in {*found.records, *found.clauses}
    assert _asked("ai là trưởng phòng tổ chức cán bộ").kind == "none"


def test_tasks_of_each_area_are_counted_and_those_with_other_agencies_listed() -> None:
    assert len(_asked("mỗi lĩnh vực có bao nhiêu nhiệm vụ").tally) == 6
    assert len(_asked("nhiệm vụ nào có cơ quan ngoài Sở phối hợp").records) == 8


def test_the_number_of_things_is_no_share_of_them() -> None:
    assert _asked("bao nhiêu thủ tục của Sở").kind == "none"
    assert _asked("bao nhiêu người dân được cấp định danh điện tử").records == ("CT25.19",)


def test_who_leads_what_was_spoken_of_is_asked_of_that_task() -> None:
    then = _asked("cơ cấu viên chức theo chức danh nghề nghiệp hạn bao giờ", "phòng nào chủ trì việc đó")
    assert then.records == ("IV.2",)
