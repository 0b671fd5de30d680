"""Conditions about time by which lists of tasks are narrowed: days, months, quarters, years, rhythms, no end."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from knowledge.answers.months import Months, months_of
from knowledge.answers.often import comes_back
from knowledge.answers.selection import Condition
from knowledge.deadlines import Rule, read
from knowledge.lexicon import conditions
from knowledge.lexicon.questions import Phrase, words_of
from knowledge.model import Plan, Task
from knowledge.occurrences import rule_of
from knowledge.patterns import seldom
from knowledge.questions import Question, find
from knowledge.texts import text_of
from knowledge.vietnamese import fold, fold_word

_ZERO = seldom(r"(?<!\d)0(?=[1-9](?:/|\D|$))")
"""The zero that fills a day or month: "30/06/2027"."""


class Timing:
    """Reads the conditions about time of questions about one plan."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def condition(self, q: Question, tasks: Sequence[Task]) -> Condition[Task] | None:
        """What the question says about time; `tasks`: those that are left to narrow."""
        if not q.days and (again := comes_back(q, self._plan.year, self._rule, tasks)) is not None:
            return again
        return self._dated(q, tasks) or self._of_year(q) or self._rhythm(q, tasks)

    def first_or_last(self, q: Question, tasks: Sequence[Task]) -> Condition[Task] | None:
        """Of the tasks that are left, those that are due before all others, or after them: "việc nào xong sớm nhất".
        Work that comes back, or has no last day, is neither."""
        earliest, latest = q.says(*conditions.EARLIEST), q.says(*conditions.LATEST)
        rules = [self._rule(task) for task in tasks] if earliest or latest else []
        ends = [rule.end for rule in rules if rule.end and not rule.recurs]
        if not ends or "task" not in q.things or q.ordinal:
            return None
        end = min(ends) if earliest else max(ends)
        said = "earliest" if earliest else "latest"
        words = words_of(conditions.EARLIEST if earliest else conditions.LATEST)
        return Condition("due", said, lambda t: _ends(self._rule(t), lambda day: day == end), words)

    def _rule(self, task: Task) -> Rule:
        return rule_of(task, self._plan.year)

    # ---- days, months, quarters -------------------------------------------------------------------------------------

    def _dated(self, q: Question, tasks: Sequence[Task]) -> Condition[Task] | None:
        if q.days:
            return self._of_day(q, tasks)
        if months := months_of(q):
            return self._of_months(q, months)
        if lasts := conditions.LASTS.search(" ".join(q.words)):
            said = f"{lasts[1]} {conditions.LASTING[lasts[2]]}"
            if any(said in t.deadline for t in tasks):
                return Condition("deadline", said, lambda t: said in t.deadline, {lasts[1], lasts[2]})
        return None

    def _of_day(self, q: Question, tasks: Sequence[Task]) -> Condition[Task]:
        """A day as printed; what is due before it, where that is asked and no plan prints "trước ngày …"."""
        day = q.days[0].replace(".", "/").replace("-", "/")

        named = re.compile(rf"(?<![\d/]){re.escape(day)}(?!\d)")

        def printed(task: Task) -> bool:
            return named.search(_ZERO.sub("", text_of(task))) is not None

        number, month, *year = (int(part) for part in day.split("/"))
        strictly = any(f"{conditions.BEFORE_DAY} {day}" in fold(_ZERO.sub("", text_of(t))) for t in tasks)
        if strictly or not year or not q.says(conditions.BEFORE) or not 1 <= month <= 12:
            return Condition("deadline", day, printed)
        # Written as numbers that compare, for "31/2" is no day.
        bound = (year[0], month, number)
        return Condition(
            "before", day, lambda t: _ends(self._rule(t), lambda end: (end.year, end.month, end.day) < bound)
        )

    def _of_months(self, q: Question, months: Months) -> Condition[Task] | None:
        """What is due in the months named, or before them: "trước tháng 10/2026"; of a plan of one year its own is
        meant."""
        if not q.says(*conditions.BEFORE_MONTHS):
            return Condition(
                "deadline", months.said, lambda t: months.hold([r := self._rule(t), *r.milestones]), months.explained
            )
        year = months.year or (self._plan.year if self._plan.starts == self._plan.period_ends else 0)
        if not year:
            return None
        begin = date(year, months.first, 1)
        return Condition(
            "before", months.said, lambda t: _ends(self._rule(t), lambda end: end < begin), months.explained
        )

    # ---- years ------------------------------------------------------------------------------------------------------

    def _of_year(self, q: Question) -> Condition[Task] | None:
        if q.says(*conditions.QUARTERLY):
            return Condition(
                "deadline", "quarterly", lambda t: "quarter" in self._rule(t).kind, words_of(conditions.QUARTERLY)
            )
        if after := conditions.YEAR_AFTER.search(" ".join(q.words)):
            return Condition("after", after[1], self._later(int(after[1])), words_of(conditions.GOES_ON))
        if across := self._across(q):
            return across
        year = q.years[0] if q.years else 0
        if not year or (year in self._plan.horizons and q.has("value")):
            return None
        name = "before" if q.says(conditions.BEFORE) else "deadline"
        return Condition(
            name,
            str(year),
            self._by_year(q, year),
            words_of(
                conditions.GOING_ON,
                conditions.WHOLLY,
                conditions.ACROSS,
                [said for said in conditions.SET_FOR if q.says(said)],
            ),
        )

    def _across(self, q: Question) -> Condition[Task] | None:
        """ "Việc nào kéo dài 2026-2030": what is done from one year to another."""
        said = conditions.ACROSS_YEARS.search(" ".join(q.words))
        if said is None or not q.years:
            return None  # all years of the plan are none in particular
        first, last = int(said[1]), int(said[2])

        def meets(task: Task) -> bool:
            rule = self._rule(task)
            return rule.kind == "year_range" and rule.start == date(first, 1, 1) and rule.end == date(last, 12, 31)

        return Condition("deadline", f"{first} – {last}", meets, {said[1], said[2], *words_of(conditions.GOING_ON)})

    def _later(self, year: int) -> Callable[[Task], bool]:
        """Work that is not over when a year is."""

        def meets(task: Task) -> bool:
            rule = self._rule(task)
            if rule.end is not None and rule.recurs is None:
                return rule.end.year > year
            return self._goes_on(task) or rule.recurs is not None or rule.kind == "ongoing"

        return meets

    def _by_year(self, q: Question, year: int) -> Callable[[Task], bool]:
        going_on = q.says(*conditions.GOING_ON)
        before = q.says(conditions.BEFORE)
        said = " ".join(q.words)
        ends = q.says(*conditions.ENDING) or any(form.search(said) for form in (conditions.WITHIN, conditions.ONLY_IN))

        def meets(task: Task) -> bool:
            rule = self._rule(task)
            if before:
                return rule.end is not None and not rule.recurs and rule.end < date(year, 1, 1)
            if going_on:
                return (
                    rule.start is not None and rule.start.year == year and (rule.end is None or rule.recurs is not None)
                )
            one = rule.kind in ("year", "quarter", "month", "date", "half_year") and rule.end is not None
            if ends:
                return one and rule.end is not None and rule.end.year == year
            return str(year) in task.deadline

        return meets

    # ---- rhythms, no end --------------------------------------------------------------------------------------------

    def _headed_ongoing(self) -> set[str]:
        """The areas of work that goes on, by their headings: "CÔNG VIỆC THƯỜNG XUYÊN"."""
        return {a.code for a in self._plan.areas if find(fold(a.title).split(), conditions.ONGOING) >= 0}

    def _rhythm(self, q: Question, tasks: Sequence[Task]) -> Condition[Task] | None:
        if q.says(*conditions.YEARLY):
            yearly = words_of(conditions.YEARLY)
            return Condition("deadline", "yearly", lambda t: conditions.EACH_YEAR in fold_word(t.deadline), yearly)
        ongoing = self._of_kind("ongoing")
        if q.says(conditions.ONGOING) and not q.says(conditions.IN_TIME) and any(map(ongoing, tasks)):
            beside = words_of(conditions.ALL_YEAR, conditions.UNDATED)
            headed = self._headed_ongoing()
            return Condition(
                "deadline",
                "ongoing",
                lambda t: ongoing(t) or t.area in headed or _prints(t, conditions.ONGOING),
                beside.union(conditions.ONGOING),
            )
        if q.says(*conditions.ON_PROGRESS):
            explained = words_of(
                conditions.ON_PROGRESS, conditions.UNDATED, conditions.WAITING, conditions.OF_CONDITIONS
            )
            return Condition("deadline", "conditional", self._of_kind("conditional"), explained)
        waiting = self._of_kind("conditional")
        if q.says(*conditions.WAITS_FOR) and any(map(waiting, self._plan.tasks)):
            explained = words_of(conditions.WAITING, conditions.FROM_ABOVE, conditions.WAITS_FOR)
            then = [said for said in conditions.ONLY_THEN if q.says(said)]
            return Condition("deadline", "conditional", waiting, explained.union(words_of(then)))
        if q.says(*conditions.UNDATED):
            undated = self._of_kind("conditional", "unknown")
            meets = undated if any(map(undated, tasks)) else ongoing
            return Condition("deadline", "undated", meets, words_of(conditions.UNDATED))
        if not q.years and q.says(*conditions.YEARS_ON):
            return Condition("deadline", "years_on", self._goes_on, words_of(conditions.YEARS_ON, conditions.ACROSS))
        if q.says(*conditions.WAITING) and q.says(*conditions.FROM_ABOVE):
            return Condition(
                "deadline",
                "conditional",
                self._of_kind("conditional"),
                words_of(
                    conditions.WAITING,
                    conditions.FROM_ABOVE,
                    conditions.NOT_YET,
                    [said for said in conditions.ONLY_THEN if q.says(said)],
                ),
            )
        return None

    def _of_kind(self, *kinds: str) -> Callable[[Task], bool]:
        return lambda task: self._rule(task).kind in kinds

    def _goes_on(self, task: Task) -> bool:
        """Whether work begins in a year and has no end; it may have a day of each year as well."""
        rules = (read(task.deadline, self._plan.year), self._rule(task))
        return any(r.kind == "open_ended_from_year" for r in rules)


def _prints(task: Task, said: Phrase) -> bool:
    """Whether a deadline prints a phrase, perhaps beside others: "Hằng năm, thường xuyên"."""
    return find(fold(task.deadline).split(), said) >= 0


def _ends(rule: Rule, meets: Callable[[date], bool]) -> bool:
    """Whether a day on which work that does not come back is due meets a condition."""
    return any(r.end is not None and r.recurs is None and meets(r.end) for r in (rule, *rule.milestones))
