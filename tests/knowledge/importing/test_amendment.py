"""Of a further version of a plan what stayed keeps its code, whatever the paper calls it now."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.importing.amendment import amend, is_version_of
from knowledge.model import Plan, Task, Unit
from tests.support.plans import small_plan


def changed(**fields: object) -> Plan:
    return small_plan().model_copy(update=fields)


def renumbered(tasks: list[Task]) -> tuple[Task, ...]:
    """The tasks as a new paper prints them: numbers begin at 1 again."""
    return tuple(task.model_copy(update={"code": f"I.{n}", "printed_code": str(n)}) for n, task in enumerate(tasks, 1))


def new_task(title: str, **fields: object) -> Task:
    return small_plan().tasks[0].model_copy(update={"code": "I.9", "printed_code": "9", "title": title, **fields})


def test_the_same_plan_changes_nothing() -> None:
    amendment = amend(small_plan(), small_plan())
    assert amendment.empty
    assert amendment.plan == small_plan()


def test_a_changed_deadline_is_told_before_and_after() -> None:
    first, *rest = small_plan().tasks
    amendment = amend(small_plan(), changed(tasks=(first.model_copy(update={"deadline": "Quý I/2027"}), *rest)))
    (change,) = amendment.changed
    assert (change.code, change.fields) == ("I.1", (("deadline", "Tháng 12/2026", "Quý I/2027"),))
    assert (amendment.added, amendment.removed, amendment.doubts) == ((), (), ())


def test_rows_that_were_only_renumbered_keep_their_codes_and_what_is_new_takes_none_of_them() -> None:
    old = small_plan()
    added = new_task("Triển khai phần mềm quản lý văn bản")
    new = changed(tasks=renumbered([added, *old.tasks[1:]]))
    amendment = amend(old, new)
    by_title = {task.title: task for task in amendment.plan.tasks}
    assert by_title["Quyết toán ngân sách"].code == "I.2"
    assert by_title["Báo cáo quý"].code == "I.6"
    assert [task.title for task in amendment.removed] == ["Rà soát quy chế làm việc"]
    (fresh,) = amendment.added
    assert fresh.title == added.title
    assert fresh.code not in {task.code for task in old.tasks}, "the history of what was removed is not its history"


def test_a_row_that_moved_up_keeps_its_code_and_says_what_it_is_printed_as() -> None:
    old = small_plan()
    amendment = amend(old, changed(tasks=renumbered(list(old.tasks[1:]))))
    assert {task.title: task.code for task in amendment.plan.tasks} == {task.title: task.code for task in old.tasks[1:]}
    assert ("2", "1") in {(change.printed_before, change.printed_after) for change in amendment.changed}


def test_likeness_that_is_not_enough_is_asked_and_the_answer_holds() -> None:
    old = small_plan()
    like = new_task("Rà soát, sửa đổi quy chế làm việc của cơ quan")
    new = changed(tasks=(like, *old.tasks[1:]))
    (doubt,) = amend(old, new).doubts
    assert (doubt.new.title, doubt.old.code) == (like.title, "I.1")
    same, other = amend(old, new, {like.code: "I.1"}), amend(old, new, {like.code: ""})
    assert same.plan.tasks[0].code == "I.1"
    assert same.changed[0].fields[0] == ("title", "Rà soát quy chế làm việc", like.title)
    assert (len(other.added), len(other.removed), other.doubts) == (1, 1, ())


def test_people_keep_their_unit_when_the_new_paper_is_read_with_other_codes() -> None:
    old = small_plan()
    codes = {"TH": "TC", "TC": "KT"}  # read anew, "TC" is another unit's code
    units = tuple(
        unit.model_copy(update={"code": codes[unit.code], "aliases": ()}) for unit in old.units if unit.code in codes
    )
    tasks = tuple(
        task.model_copy(update={"lead": tuple(codes[c] for c in task.lead), "cooperating": ()}) for task in old.tasks
    )
    stranger = Unit(code="BD", name="Ban Dân tộc", short="Ban Dân tộc")
    amendment = amend(old, changed(units=(*units, stranger), tasks=tasks))
    assert [task.lead for task in amendment.plan.tasks] == [task.lead for task in old.tasks]
    found = {unit.code: unit.name for unit in amendment.plan.units}
    assert (found["TH"], found["TC"], found["BD"]) == ("Phòng Tổng hợp", "Phòng Tài chính", "Bưu điện huyện")
    assert next(code for code, name in found.items() if name == "Ban Dân tộc") != "BD"


def test_a_raised_goal_is_the_same_target() -> None:
    old = small_plan()
    target = old.targets[0].model_copy(
        update={"code": "MT01", "value": 98.0, "statement": "Tối thiểu 98% hồ sơ đúng hạn."}
    )
    amendment = amend(old, changed(targets=(target,)))
    assert [(t.code, t.value) for t in amendment.plan.targets] == [("CT27.01", 98.0)]


def test_versions_of_a_plan_are_told_from_other_plans() -> None:
    old = small_plan()
    assert is_version_of(changed(id="so-moi", title="Sửa đổi, bổ sung Kế hoạch công tác năm 2026"), old)
    assert is_version_of(changed(id="so-moi", title="Kế hoạch khác hẳn"), old), "the tasks are the same"
    assert not is_version_of(changed(id="x", title="Kế hoạch cải cách hành chính năm 2026", tasks=()), old)
    assert not is_version_of(changed(id="x", issuer="Sở Y tế"), old)


@settings(max_examples=60, deadline=None)
@given(st.permutations(range(6)), st.integers(0, 6))
def test_no_order_and_no_cut_moves_a_code_to_another_task(order: list[int], cut: int) -> None:
    old = small_plan()
    amendment = amend(old, changed(tasks=renumbered([old.tasks[n] for n in order[:cut]])))
    titles = {task.code: task.title for task in old.tasks}
    assert all(titles[task.code] == task.title for task in amendment.plan.tasks)
    assert len(amendment.plan.tasks) == cut
    assert len({task.code for task in amendment.plan.tasks}) == cut


def test_a_code_that_an_earlier_version_used_is_not_given_to_another_row_and_comes_back_with_its_own() -> None:
    first = small_plan()
    left = changed(tasks=first.tasks[:-1], targets=())
    other = first.tasks[-1].model_copy(update={"title": "Xây dựng kho lưu trữ điện tử"})
    goal = first.targets[0].model_copy(update={"statement": "Mọi trường có thư viện số."})
    came = amend(left, changed(tasks=(*left.tasks, other), targets=(goal,)), earlier=[first]).plan
    assert [task.code for task in came.tasks if task.title == other.title] == ["I.6-2"]
    assert [target.code for target in came.targets] == ["CT27.01-2"]
    again = amend(came, first, earlier=[left, first]).plan
    assert {task.title: task.code for task in again.tasks} == {task.title: task.code for task in first.tasks}
    assert [target.code for target in again.targets] == ["CT27.01"]
