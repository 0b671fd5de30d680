"""A task is corrected: what it was, what it becomes, and what was printed kept beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.lexicon.editing import NOBODY, UNITS_APART
from knowledge.model import Correction, Plan, Task
from knowledge.vietnamese import fold

LONGEST = 2000
"""Characters of a field."""


class UnknownUnit(ValueError):
    """The plan has no unit of that name."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a task, in the words of the cell: before and after."""

    field: str
    before: str
    after: str


def changed(plan: Plan, task: Task, wanted: Mapping[str, str], reason: str) -> tuple[Task, tuple[Change, ...]]:
    """The task as it becomes, and what changes in it; `reason` goes into its corrections. Raises UnknownUnit."""
    values: dict[str, object] = {}
    changes: list[Change] = []
    for field, words in wanted.items():
        words = " ".join(words.split())[:LONGEST]
        if field in ("lead", "cooperating"):
            codes = _units(plan, words)
            before, after = _named(plan, task, field), "; ".join(_name(plan, code) for code in codes)
            if codes == getattr(task, field):
                continue
            values |= {field: codes, f"{field}_printed": after}
        else:
            before, after = getattr(task, field), words
            if before == after:
                continue
            values[field] = after
        changes.append(Change(field, before, after))
    # A short name made from the old title would go on being shown in lists.
    if "title" in values:
        values["names"] = ()
    corrections = tuple(_corrected(task, change, reason) for change in changes)
    kept = tuple(c for c in task.corrections if c.field not in {change.field for change in changes})
    return task.model_copy(update={**values, "corrections": (*kept, *corrections)}), tuple(changes)


def _corrected(task: Task, change: Change, reason: str) -> Correction:
    """The correction that stands beside the field: what the paper says stays what the paper says."""
    earlier = next((c.printed for c in task.corrections if c.field == change.field), change.before)
    return Correction(field=change.field, printed=earlier, corrected=change.after, reason=reason)


def _named(plan: Plan, task: Task, field: str) -> str:
    codes: tuple[str, ...] = getattr(task, field)
    return "; ".join(_name(plan, code) for code in codes) or str(getattr(task, f"{field}_printed"))


def _name(plan: Plan, code: str) -> str:
    unit = plan.unit(code)
    return unit.name if unit else code


def _units(plan: Plan, words: str) -> tuple[str, ...]:
    """The units that the words name, each by its code, a name or an alias; a name may hold a comma or "và"."""
    if fold(words).strip(" .") in NOBODY:
        return ()
    named = {fold(name): u.code for u in plan.units for name in (u.code, *u.called)}
    if fold(words) in named:
        return (named[fold(words)],)
    found: list[str] = []
    parts = [part for part in UNITS_APART.split(words) if part.strip()]
    while parts:
        longest = next(
            (n for n in range(len(parts), 0, -1) for join in (", ", " và ") if fold(join.join(parts[:n])) in named), 0
        )
        if not longest:
            raise UnknownUnit(parts[0])
        code = next(named[key] for join in (", ", " và ") if (key := fold(join.join(parts[:longest]))) in named)
        found += [code] if code not in found else []
        parts = parts[longest:]
    return tuple(found)


def with_task(plan: Plan, task: Task) -> Plan:
    """The plan with this task in place of the one of its code; checked as a whole."""
    tasks = tuple(task if old.code == task.code else old for old in plan.tasks)
    return Plan.model_validate(plan.model_copy(update={"tasks": tasks}).model_dump())
