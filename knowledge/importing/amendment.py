"""A second version of a plan beside the one that is followed: what stayed, what changed, what came and went.

What stayed keeps its code, because progress, extensions and people's units are kept under codes; a row that was only
renumbered is found by its words. What came never takes a code that something else had.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rapidfuzz import fuzz

from knowledge.model import Plan, Target, Task, Unit
from knowledge.vietnamese import fold

FIELDS = ("title", "lead_printed", "cooperating_printed", "product", "deadline")
"""What is compared of a task that stayed."""
_SURE, _DOUBTFUL = 87.0, 62.0
"""Likeness (0–100) of two titles from which they are one task, and from which the office is asked."""
_SAME_NUMBER = 12.0
"""Likeness that the same code is worth."""

R = TypeVar("R", Task, Target)


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in a task that stayed: (field, before, after); its number as printed before and now."""

    code: str
    fields: tuple[tuple[str, str, str], ...]
    printed_before: str
    printed_after: str

    @property
    def renumbered(self) -> bool:
        """Whether the paper numbers it otherwise now."""
        return self.printed_before != self.printed_after


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row of the new version (by its code there) that may be this task of the old one."""

    new: Task
    old: Task


@dataclass(frozen=True, slots=True)
class Amendment:
    """`plan`: the new version with the codes of what stayed. `added` and `changed` are of it, `removed` of the old one.
    `doubts`: to be decided first; until then they count as new."""

    plan: Plan
    added: tuple[Task, ...]
    removed: tuple[Task, ...]
    changed: tuple[Change, ...]
    doubts: tuple[Doubt, ...]
    targets_added: int
    targets_removed: int

    @property
    def empty(self) -> bool:
        """Whether no task differs."""
        return not (self.added or self.removed or any(change.fields for change in self.changed))


def is_version_of(new: Plan, old: Plan) -> bool:
    """Whether `new` looks like a further version of `old`: the same name, or most of the same tasks."""
    if new.id == old.id:
        return True
    if fold(new.issuer) != fold(old.issuer):
        return False
    if fuzz.ratio(_title(new), _title(old)) >= 92 and new.starts == old.starts:
        return True
    titles = {_words(task.title) for task in old.tasks}
    shared = sum(_words(task.title) in titles for task in new.tasks)
    return bool(titles) and shared >= 0.6 * min(len(titles), len(new.tasks) or 1) and shared >= 3


def _title(plan: Plan) -> str:
    return re.sub(r"\b(?:sua doi|bo sung|dieu chinh|thay the)\b,?\s*", "", fold(plan.title))


def amend(old: Plan, new: Plan, decided: Mapping[str, str] | None = None, earlier: Sequence[Plan] = ()) -> Amendment:
    """Compares. `decided`: the office's word on doubts, code in `new` → code in `old`, "" for a task of its own.
    `earlier`: the versions before `old`, the newest first: what they had and `old` has no more keeps its codes too; a
    row that comes back has its own again."""
    with_units = _with_old_units(old, new)
    stayed, doubts = _matches(old.tasks, with_units.tasks, decided or {})
    targets, _ = _matched(old.targets, with_units.targets, _at_once, _statement)
    tasks_gone = _gone(old.tasks, [plan.tasks for plan in earlier])
    targets_gone = _gone(old.targets, [plan.targets for plan in earlier])
    back, _ = _matched(tasks_gone, _came(with_units.tasks, stayed), lambda one, two: True, lambda task: task.title)
    goals_back, _ = _matched(targets_gone, _came(with_units.targets, targets), _at_once, _statement)
    tasks = _coded(with_units.tasks, stayed | back, (*old.tasks, *tasks_gone))
    goals = _coded(with_units.targets, targets | goals_back, (*old.targets, *targets_gone))
    plan = with_units.model_copy(
        update={
            "id": old.id,
            "tasks": tuple(tasks),
            "targets": tuple(goals),
        }
    )
    by_code = {task.code: task for task in old.tasks}
    kept = set(stayed.values())
    changed = [_change(by_code[task.code], task) for task in tasks if task.code in kept]
    return Amendment(
        plan,
        tuple(task for task in tasks if task.code not in kept),
        tuple(task for task in old.tasks if task.code not in kept),
        tuple(change for change in changed if change.fields or change.renumbered),
        tuple(doubts),
        len(with_units.targets) - len(targets),
        len(old.targets) - len(targets),
    )


def keeps_codes(new: Plan, amendment: Amendment) -> bool:
    """Whether the new version has itself given what stayed the codes that it had, and nobody's unit is gone: a plan
    file that was corrected by hand, rather than a paper that was read."""
    kept = amendment.plan
    tasks = [[(task.code, task.lead, task.cooperating) for task in plan.tasks] for plan in (new, kept)]
    targets = [[target.code for target in plan.targets] for plan in (new, kept)]
    units = {unit.code for unit in new.units}
    return tasks[0] == tasks[1] and targets[0] == targets[1] and all(unit.code in units for unit in kept.units)


def _change(before: Task, after: Task) -> Change:
    fields = tuple(
        (name, getattr(before, name), getattr(after, name))
        for name in FIELDS
        if _plain(getattr(before, name)) != _plain(getattr(after, name))
    )
    return Change(after.code, fields, _number(before.printed_code), _number(after.printed_code))


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(" .;,").casefold()


def _number(printed: str) -> str:
    return printed.strip(" .)") or "-"


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


# ---- tasks and targets ----------------------------------------------------------------------------------------------


def _matches(
    old: Sequence[Task], new: Sequence[Task], decided: Mapping[str, str]
) -> tuple[dict[str, str], list[Doubt]]:
    """New code → old code of what stayed, and what the office must decide."""
    known = {task.code: task for task in old}
    stayed = {code: was for code, was in decided.items() if was in known}
    left_new = [task for task in new if task.code not in decided]
    left_old = [task for task in old if task.code not in set(stayed.values())]
    found, near = _matched(left_old, left_new, lambda one, two: True, lambda task: task.title)
    stayed |= found
    open_old = {task.code for task in left_old} - set(found.values())
    doubts: list[Doubt] = []
    for _, was, now in near:
        if was.code in open_old and now.code not in stayed and all(doubt.new != now for doubt in doubts):
            doubts.append(Doubt(now, was))
            open_old.discard(was.code)
    return stayed, doubts


def _statement(target: Target) -> str:
    """A target without its figure: a raised goal is the same target."""
    return re.sub(r"\d+(?:[.,]\d+)*", "0", target.statement)


def _matched(
    old: Sequence[R], new: Sequence[R], may: Callable[[R, R], bool], text: Callable[[R], str]
) -> tuple[dict[str, str], list[tuple[float, R, R]]]:
    """New code → old code where the words are the same or nearly so; and pairs that may be one, the likeliest first."""
    found: dict[str, str] = {}
    left = {record.code: record for record in old}
    words = {id(record): _words(text(record)) for records in (old, new) for record in records}
    for same_code in (True, False):  # the same words under the same code come before the same words elsewhere
        by_words: dict[str, list[R]] = {}
        for record in left.values():
            by_words.setdefault(words[id(record)], []).append(record)
        for record in new:
            for was in by_words.get(words[id(record)], ()):
                free = was.code in left and record.code not in found and may(was, record)
                if free and (was.code == record.code or not same_code):
                    found[record.code] = was.code
                    del left[was.code]
    pairs = sorted(
        (
            (_likeness(words[id(was)], words[id(now)], was.code == now.code), was, now)
            for now in new
            if now.code not in found
            for was in left.values()
            if may(was, now)
        ),
        key=lambda pair: -pair[0],
    )
    for likeness, was, now in pairs:
        if likeness >= _SURE and was.code in left and now.code not in found:
            found[now.code] = was.code
            del left[was.code]
    return found, [pair for pair in pairs if _DOUBTFUL <= pair[0] < _SURE]


def _likeness(one: str, other: str, same_code: bool) -> float:
    best = max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))
    return best + (_SAME_NUMBER if same_code and best >= _DOUBTFUL else 0.0)


def _at_once(one: Target, two: Target) -> bool:
    """Whether two targets are of the same horizon and year."""
    return one.horizon == two.horizon and one.year == two.year


def _gone(old: Sequence[R], earlier: Sequence[Sequence[R]]) -> list[R]:
    """What earlier versions had and the old one has no more, as it was last."""
    there = {record.code for record in old}
    found = {record.code: record for records in reversed(earlier) for record in records}
    return [record for code, record in found.items() if code not in there]


def _came(new: Sequence[R], stayed: Mapping[str, str]) -> list[R]:
    return [record for record in new if record.code not in stayed]


def _coded(new: Sequence[R], stayed: Mapping[str, str], old: Sequence[R]) -> list[R]:
    """The new records with the codes of what stayed or came back; the others keep theirs when nothing else ever had
    it."""
    before = {record.code: record for record in old}
    taken = {code.casefold() for code in before}
    out: list[R] = []
    for record in new:
        was = before.get(stayed.get(record.code, ""))
        if was is not None:
            out.append(record.model_copy(update={"code": was.code, "names": record.names or was.names}))
            continue
        code, number = record.code, 1
        while code.casefold() in taken:
            number += 1
            code = f"{record.code}-{number}"
        taken.add(code.casefold())
        out.append(record.model_copy(update={"code": code}))
    return out


# ---- units ----------------------------------------------------------------------------------------------------------


def _with_old_units(old: Plan, new: Plan) -> Plan:
    """The new plan with the old codes of its units: people belong to units by code. Units that are not named any more
    stay, so that nobody's unit is gone."""
    renamed: dict[str, str] = {}
    taken = {unit.code.casefold() for unit in old.units}
    by_name = {fold(name): unit.code for unit in old.units for name in unit.called}
    for unit in new.units:
        names = unit.called
        was = next((by_name[fold(name)] for name in names if fold(name) in by_name), None)
        if was is None or was in renamed.values():
            was, number = unit.code, 1
            while was.casefold() in taken:
                number += 1
                was = f"{unit.code}{number}"
            taken.add(was.casefold())
        renamed[unit.code] = was
    units = [_renamed_unit(unit, renamed) for unit in new.units]
    named = {unit.code for unit in units}
    before = {unit.code: unit for unit in old.units}
    units = [_joined(unit, before.get(unit.code)) for unit in units]
    units += [unit for unit in old.units if unit.code not in named]
    tasks = [
        task.model_copy(update={"lead": _mapped(task.lead, renamed), "cooperating": _mapped(task.cooperating, renamed)})
        for task in new.tasks
    ]
    return new.model_copy(update={"units": tuple(units), "tasks": tuple(tasks)})


def _renamed_unit(unit: Unit, renamed: Mapping[str, str]) -> Unit:
    part_of = renamed.get(unit.part_of, unit.part_of) if unit.part_of else None
    return unit.model_copy(update={"code": renamed[unit.code], "part_of": part_of})


def _joined(unit: Unit, before: Unit | None) -> Unit:
    """A unit as the office had it set up, with the spellings that are new."""
    if before is None:
        return unit
    known = {fold(name) for name in before.called}
    new = [name for name in (unit.name, *unit.aliases) if fold(name) not in known]
    return before.model_copy(update={"aliases": (*before.aliases, *new)})


def _mapped(codes: Iterable[str], renamed: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(renamed.get(code, code) for code in codes))
