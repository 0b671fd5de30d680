"""Records named by where they stand in the annexes."""

from __future__ import annotations

import pytest

from knowledge.answers import Engine
from knowledge.model import Area, Plan, Target, Task
from tests.support.plans import small_plan


def _task(annex: str, number: int, area: str = "I") -> Task:
    return Task(
        code=f"PL{annex}.{number}",
        printed_code=f"{number}.",
        area=f"PL{annex}.{area}",
        title=f"Xây dựng đề án {annex} {number}",
        lead=("TH",),
        lead_printed="Phòng Tổng hợp",
        deadline="Năm 2026",
        place=f"Phụ lục {annex}, mục {area}, STT {number}",
    )


def _plan() -> Plan:
    """Two annexes of tasks, one of targets; numbers begin anew in each annex, and run on over its parts."""
    tasks = (*(_task("II", n) for n in range(1, 13)), *(_task("III", n, "I" if n < 5 else "II") for n in range(1, 9)))
    targets = tuple(
        Target(
            code=f"PL1.CT{n}",
            horizon=2030,
            metric=f"Tỷ lệ thứ {n}",
            value=10 * n,
            statement=f"Tỷ lệ thứ {n}: {10 * n}%",
            place=f"Phụ lục I, mục I, STT {n}",
        )
        for n in (1, 2, 3)
    )
    areas = tuple(
        Area(code=code, title=title, place="Phụ lục")
        for code, title in (("PLII.I", "Thể chế"), ("PLIII.I", "Hạ tầng"), ("PLIII.II", "Nhân lực"))
    )
    return small_plan().model_copy(update={"tasks": tasks, "targets": targets, "areas": areas, "horizons": (2030,)})


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(_plan())


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("nhiệm vụ số 7 phụ lục III ai chủ trì", ("PLIII.7",)),
        ("nhiem vu 7 pl iii ai lam", ("PLIII.7",)),
        ("việc 12 hạn khi nào", ("PLII.12",)),
        ("stt 05 phụ lục 2 ai làm", ("PLII.5",)),
        ("mục 5 phần II phụ lục III ai làm", ("PLIII.5",)),
        ("nhiệm vụ 5 và nhiệm vụ 7 phụ lục III ai làm", ("PLIII.5", "PLIII.7")),
        ("việc 9, 10 và 12 hạn khi nào", ("PLII.9", "PLII.10", "PLII.12")),
    ],
)
def test_a_task_is_named_by_its_number(engine: Engine, question: str, codes: tuple[str, ...]) -> None:
    found = engine.answer(question)
    assert (found.kind, found.records) == ("answer", codes)


def test_a_number_that_stands_in_two_annexes_is_asked_about(engine: Engine) -> None:
    found = engine.answer("nhiệm vụ số 7 ai chủ trì")
    assert (found.kind, found.candidates) == ("clarify", ("PLII.7", "PLIII.7"))


def test_a_target_is_named_by_its_number(engine: Engine) -> None:
    assert engine.answer("chỉ tiêu số 2 phụ lục I là bao nhiêu").records == ("PL1.CT2",)


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("phụ lục III có bao nhiêu nhiệm vụ", 8),
        ("phu luc ii gom nhung viec gi", 12),
        ("phụ lục có mấy nhiệm vụ cả thảy", 20),
        ("Phòng Tổng hợp chủ trì việc nào ở phụ lục III", 8),
    ],
)
def test_an_annex_narrows_a_list(engine: Engine, question: str, count: int) -> None:
    assert engine.answer(question).count == count


@pytest.mark.parametrize(
    "question",
    ["dịch vụ công mức 4", "kế hoạch số 7", "việc 3 phòng phải làm", "việc 2 và 3 tháng nữa", "nhiệm vụ năm 2025"],
)
def test_other_numbers_are_no_places(engine: Engine, question: str) -> None:
    read = engine.understanding.read(question)
    assert (read.codes, read.candidates) == ((), ())


def test_the_annex_with_most_tasks_is_told(engine: Engine) -> None:
    assert engine.answer("phụ lục nào nhiều nhiệm vụ nhất").tally[0] == ("Phụ lục II", 12)
