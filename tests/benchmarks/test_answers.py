"""Judging: the outcome of an answer is what a strict reader would say."""

from __future__ import annotations

import pytest

from benchmarks.answers import Asked, Judged, failures, judge, report

LEAD = Asked(
    "1", "ai chủ trì?", "task_lead", "clean", [["văn phòng"], ["ii.5", "phân cấp"]], ["traceback"], max_items=2
)


@pytest.mark.parametrize(
    ("out", "outcome"),
    [
        ({"kind": "answer", "text": "VĂN PHÒNG chủ trì phân  cấp."}, "passed"),
        ({"kind": "answer", "text": "Văn phòng", "choices": ["II.5 Đề án"]}, "passed"),
        ({"kind": "answer", "text": "Văn phòng chủ trì."}, "wrong"),
        ({"kind": "answer", "text": "Văn phòng phân cấp Traceback"}, "wrong"),
        ({"kind": "none", "text": "Không tìm thấy"}, "refused"),
        ({"kind": "clarify", "text": "Việc nào?", "choices": [{"label": "III.3"}]}, "asked"),
        ({"kind": "answer", "text": "Văn phòng II.5", "records": ["II.5", "II.6", "II.7"]}, "wrong"),
    ],
)
def test_an_answer_is_judged_by_what_it_shows(out: dict[str, object], outcome: str) -> None:
    assert judge(LEAD, out) == outcome


def test_the_report_counts_each_outcome_by_kind() -> None:
    judged = [
        Judged(LEAD, {}, "passed"),
        Judged(LEAD, {}, "wrong"),
        Judged(LEAD, {}, "refused"),
        Judged(LEAD, {}, "asked"),
    ]
    assert "| task_lead | 4 | 25.0 % | 1 | 1 | 1 |" in report({"dev": judged})


def test_failures_can_be_narrowed_to_one_outcome() -> None:
    judged = [Judged(LEAD, {"text": "x"}, "wrong"), Judged(LEAD, {"text": "y"}, "asked")]
    assert failures(judged, 5, ["asked"]).startswith("1 failed")
