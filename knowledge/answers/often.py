"""How often work comes back, by which lists of tasks are narrowed: "6 tháng một lần", "mỗi năm 2 đợt"."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from knowledge.answers.selection import Condition
from knowledge.deadlines import Rule, phrase, read
from knowledge.lexicon import conditions
from knowledge.model import Task
from knowledge.questions import Question
from knowledge.vietnamese import fold


def comes_back(
    q: Question, year: int, rule_of: Callable[[Task], Rule], tasks: Iterable[Task]
) -> Condition[Task] | None:
    """The condition that work comes back as often as is said, whatever its days; None where nothing is said of it or
    only that it does each year, or where none of the tasks does. `year`: the plan's; `rule_of`: the rule of a task's
    deadline. "6 tháng một lần" is no "02 đợt/năm" where tasks print both."""
    said = conditions.HOW_OFTEN.search(" ".join(w for w in q.words if w not in conditions.DONE))
    rule = read(said[0], year) if said else None
    if said is None or rule is None or not (rule.every or rule.recurs not in (None, "yearly")):
        return None

    def meets(task: Task) -> bool:
        own = rule_of(task)
        return any((r.recurs, r.every) == (rule.recurs, rule.every) for r in (own, *own.milestones))

    found = [task for task in tasks if meets(task)]
    apart = conditions.TIME_APART.search(said[0]) is not None
    alike = {t.code for t in found if (conditions.TIME_APART.search(fold(t.deadline)) is not None) == apart}
    if not found:
        return None
    return Condition(
        "deadline",
        phrase(rule).lower(),
        lambda task: meets(task) and (not alike or task.code in alike),
        conditions.RHYTHM.union(said[0].split()),
    )
