"""A table with years across tells for each of them what is counted below."""

from __future__ import annotations

from knowledge.answers import Engine
from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document

_PAPER = """SỞ XÂY DỰNG TỈNH A

Số: 1/KH-SXD

A, ngày 02 tháng 01 năm 2024

KẾ HOẠCH

Phát triển nhà ở giai đoạn 2024 - 2030

I. CHỈ TIÊU

Biểu số 1. Số căn nhà ở xã hội hoàn thành

| Năm | 2021 - 2023 | 2024 | 2025 | 2026 |
|---|---|---|---|---|
| Hoàn thành trong năm (căn) | 156 | 184 | 900 | 1.400 |
| Lũy kế (căn) | 156 | 340 | 1.240 | 2.640 |

Bảng 2. Nhân sự

| Năm | Nội dung | Ghi chú |
|---|---|---|
| 2024 | Tuyển dụng | |
"""


def test_years_across_are_targets_of_each_year() -> None:
    plan, problems = plan_of(read_document(_PAPER.encode()), 2024)
    told = [(t.horizon, t.metric.split(" (")[0], t.value, t.unit, t.series) for t in plan.targets]
    assert told[:3] == [
        (2024, "Hoàn thành trong năm", 184.0, "căn", "CT-1"),
        (2025, "Hoàn thành trong năm", 900.0, "căn", "CT-1"),
        (2026, "Hoàn thành trong năm", 1400.0, "căn", "CT-1"),
    ]
    assert [t.value for t in plan.targets[3:]] == [340.0, 1240.0, 2640.0]
    assert plan.targets[0].metric == "Hoàn thành trong năm (Số căn nhà ở xã hội hoàn thành)"
    assert not any("1.400" in problem.data.get("text", "") for problem in problems if problem.code == "unused_row")


def test_values_of_two_years_are_no_answer_for_their_sum() -> None:
    engine = Engine(plan_of(read_document(_PAPER.encode()), 2024)[0])
    assert engine.answer("năm 2025 và 2026 cộng lại bao nhiêu căn nhà ở xã hội").kind == "none"
    assert len(engine.answer("năm 2026 hoàn thành bao nhiêu căn nhà ở xã hội").records) in (1, 2)
