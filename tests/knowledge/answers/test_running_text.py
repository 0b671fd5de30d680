"""Running text that is asked for in other words than it prints."""

from __future__ import annotations

import pytest

from bot.plan_file import load_plan
from bot.settings import DEFAULT_PLAN
from knowledge.answers import Answer, Engine

_ENGINE = Engine(load_plan(DEFAULT_PLAN))


def _asked(question: str) -> Answer:
    return _ENGINE.answer(question)


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
