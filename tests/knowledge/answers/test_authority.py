"""Who the result of a task goes to, where a plan has a column for it."""

from __future__ import annotations

import pytest

from knowledge.answers import Engine
from knowledge.answers.authority import authority_of
from tests.support.plans import small_plan


@pytest.fixture(scope="module")
def engine() -> Engine:
    """I.1 and I.2 go to the provincial council, I.4 to the Prime Minister, I.6 to
    the Assembly and the Government; the other rows say nothing."""
    cells = {"I.1": "HĐND tỉnh", "I.2": "HĐND tỉnh", "I.4": "Thủ tướng Chính phủ", "I.6": "Quốc hội, Chính phủ"}
    plan = small_plan()
    tasks = tuple(
        task.model_copy(update={"notes": (f"Cấp trình/ phê duyệt: {cells[task.code]}",)})
        if task.code in cells
        else task
        for task in plan.tasks
    )
    return Engine(plan.model_copy(update={"tasks": tasks}))


@pytest.mark.parametrize("question", ["sắp xếp bộ máy trình cấp nào", "sap xep bo may ai phe duyet", "I.4 trình ai"])
def test_to_whom_a_task_goes_is_a_cell_of_its_own(engine: Engine, question: str) -> None:
    found = engine.answer(question)
    assert (found.kind, found.facet, found.records) == ("answer", "authority", ("I.4",))


@pytest.mark.parametrize(
    ("question", "records"),
    [
        ("những việc nào trình HĐND tỉnh", ("I.1", "I.2")),
        ("việc nào do Thủ tướng phê duyệt", ("I.4",)),
        ("nhiệm vụ nào Thủ tướng Chính phủ phê duyệt", ("I.4",)),
        ("nhiệm vụ nào trình Chính phủ", ("I.6",)),
        ("những việc trình Quốc hội", ("I.6",)),
    ],
)
def test_tasks_are_listed_by_whom_they_go_to(engine: Engine, question: str, records: tuple[str, ...]) -> None:
    assert engine.answer(question).records == records


def test_a_plan_without_such_a_column_reads_the_words_as_before() -> None:
    plain = Engine(small_plan())
    assert "authority" not in plain.understanding.read("sắp xếp bộ máy ai phê duyệt").asks
    assert plain.answer("sắp xếp bộ máy trình cấp nào").facet != "authority"


def test_other_columns_are_no_authority() -> None:
    task = small_plan().tasks[0].model_copy(update={"notes": ("Ghi chú: xem công văn; Thẩm quyền ban hành: Bộ Y tế",)})
    assert authority_of(task) == "Bộ Y tế"
    assert authority_of(task.model_copy(update={"notes": ("Ghi chú: trình bày lại",)})) == ""
