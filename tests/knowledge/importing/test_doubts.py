"""What a plan's words contradict is pointed out, with its place and what might be meant."""

from __future__ import annotations

from handlers.wording.plan import problem, proposal
from knowledge.importing.doubts import doubts
from knowledge.model import Plan, Target
from tests.support.plans import small_plan


def plan(*, targets: tuple[Target, ...] = (), **products: str) -> Plan:
    """The small plan with other products: `I_1="…"`."""
    base = small_plan()
    tasks = tuple(
        task.model_copy(update={"product": products.get(task.code.replace(".", "_"), task.product)})
        for task in base.tasks
    )
    return base.model_copy(update={"tasks": tasks, "targets": targets})


def target(metric: str, value: float = 90) -> Target:
    return (
        small_plan()
        .targets[0]
        .model_copy(
            update={
                "metric": metric,
                "value": value,
                "statement": f"Tối thiểu {value:g}% {metric}.",
                "value_printed": "",
            }
        )
    )


def test_a_target_that_nothing_works_towards_is_pointed_out() -> None:
    (found,) = doubts(plan(targets=(target("thuê bao băng rộng cáp quang"),)))
    assert (found.code, found.subject, found.severity) == ("target_without_task", "CT27.01", "warning")
    assert "thuê bao" in problem(found)
    assert proposal(found)
    assert doubts(plan(targets=(target("thủ tục được công khai"),))) == []


def test_a_product_with_another_figure_than_its_target_is_pointed_out() -> None:
    aim = target("hồ sơ nộp trực tuyến toàn trình")
    (found,) = doubts(plan(targets=(aim,), I_3="70% hồ sơ nộp trực tuyến toàn trình"))
    assert (found.code, found.subject, found.path[2]) == ("differs_from_target", "I.3", "product")
    assert "70%" in problem(found)
    assert "CT27.01" in problem(found)
    assert doubts(plan(targets=(aim,), I_3="90% hồ sơ nộp trực tuyến toàn trình")) == []
    assert doubts(plan(targets=(aim,), I_3="70% hồ sơ nộp trực tuyến toàn trình năm 2025")) == [], "another year"


def test_an_abbreviation_with_a_slip_is_pointed_out_with_what_was_meant() -> None:
    often = {f"I_{n}": f"Báo cáo TTHC số {n}" for n in range(1, 6)}
    (found,) = doubts(plan(**often, I_6="Danh mục TTHV"))
    assert (found.code, found.subject, dict(found.data)) == (
        "odd_abbreviation",
        "I.6",
        {"value": "TTHV", "other": "TTHC"},
    )
    assert "TTHC" in proposal(found)
    assert doubts(plan(**often, I_6="Ý kiến của UBND")) == []
