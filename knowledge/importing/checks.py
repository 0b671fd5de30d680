"""What the types of a plan cannot say: codes that are unique and known, references that lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Protocol

from knowledge.importing.check_values import check_head, check_targets, check_tasks
from knowledge.importing.problems import Path, Problem
from knowledge.model import Correction, Passage, Plan, Target, Task

_CODE = re.compile(r"\w[\w.\-]*")
_LEADING_ZERO = re.compile(r"(?:^|\.)0+\d")


class _Coded(Protocol):
    @property
    def code(self) -> str: ...


def check(plan: Plan, *, warned: bool = True) -> list[Problem]:
    """Every problem of a plan whose parts have the right types; empty for a sound one. Lines are not filled in. Not
    `warned`: without the deadlines that nobody can read."""
    return list(
        chain(
            check_head(plan),
            _codes(plan),
            _blanks(plan),
            _units(plan),
            _references(plan),
            check_targets(plan),
            check_tasks(plan, warned=warned),
            _corrections(plan),
        )
    )


def _collections(plan: Plan) -> list[tuple[str, Sequence[_Coded]]]:
    return [
        ("units", plan.units),
        ("areas", plan.areas),
        ("groups", plan.groups),
        ("targets", plan.targets),
        ("tasks", plan.tasks),
        ("passages", plan.passages),
    ]


def _codes(plan: Plan) -> Iterator[Problem]:
    """People type codes in any case, so "ii.5" and "II.5" are the same code."""
    for name, records in _collections(plan):
        seen: dict[str, str] = {}
        for index, record in enumerate(records):
            path: Path = (name, index, "code")
            code = record.code
            if not _CODE.fullmatch(code):
                yield Problem("bad_code", path, subject=code, data={"value": code})
            elif code.casefold() in seen:
                yield Problem("duplicate_code", path, subject=code, data={"first": seen[code.casefold()]})
            else:
                seen[code.casefold()] = code
            if name in ("tasks", "groups") and _LEADING_ZERO.search(code):
                yield Problem("leading_zero", path, severity="warning", subject=code)
    if not plan.tasks and not plan.targets:
        yield Problem("nothing_to_follow", ())


_REQUIRED: dict[str, tuple[str, ...]] = {
    "units": ("name", "short"),
    "areas": ("title", "place"),
    "groups": ("title", "place"),
    "targets": ("metric", "statement", "place"),
    "tasks": ("title", "place"),
    "passages": ("place",),
}


def _blanks(plan: Plan) -> Iterator[Problem]:
    for field in ("id", "title", "short_title", "issuer"):
        if not getattr(plan, field).strip():
            yield Problem("blank", (field,), data={"key": field})
    for name, records in _collections(plan):
        for index, record in enumerate(records):
            for field in _REQUIRED[name]:
                if not getattr(record, field).strip():
                    yield Problem("blank", (name, index, field), subject=record.code, data={"key": field})
    for index, passage in enumerate(plan.passages):
        if not passage.title.strip() and not passage.text.strip():
            yield Problem("blank", ("passages", index, "text"), subject=passage.code, data={"key": "text"})


def _units(plan: Plan) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    codes = {unit.code for unit in plan.units}
    parents = {unit.code: unit.part_of for unit in plan.units}
    for index, unit in enumerate(plan.units):
        path: Path = ("units", index)
        if unit.part_of is not None and unit.part_of not in codes:
            yield Problem("unknown_unit", (*path, "part_of"), subject=unit.code, data={"unit": unit.part_of})
        elif _loops(unit.code, parents):
            yield Problem("part_of_itself", (*path, "part_of"), subject=unit.code)
        for label in dict.fromkeys(name.casefold() for name in unit.called if name.strip()):
            owner = owners.setdefault(label, unit.code)
            if owner != unit.code:
                data = {"name": label, "other": owner}
                yield Problem("shared_name", path, severity="warning", subject=unit.code, data=data)


def _loops(code: str, parents: dict[str, str | None]) -> bool:
    seen = {code}
    parent = parents.get(code)
    while parent is not None:
        if parent in seen:
            return True
        seen.add(parent)
        parent = parents.get(parent)
    return False


def _references(plan: Plan) -> Iterator[Problem]:
    areas = {area.code for area in plan.areas}
    groups = {group.code: group.area for group in plan.groups}
    units = {unit.code for unit in plan.units}

    def area(name: str, index: int, code: str, value: str | None) -> Iterator[Problem]:
        if value is not None and value not in areas:
            yield Problem("unknown_area", (name, index, "area"), subject=code, data={"area": value})

    for index, group in enumerate(plan.groups):
        yield from area("groups", index, group.code, group.area)
    for index, target in enumerate(plan.targets):
        yield from area("targets", index, target.code, target.area)
    for index, passage in enumerate(plan.passages):
        yield from area("passages", index, passage.code, passage.area)
    for index, task in enumerate(plan.tasks):
        path: Path = ("tasks", index)
        yield from area("tasks", index, task.code, task.area)
        if task.group is not None and task.group not in groups:
            yield Problem("unknown_group", (*path, "group"), subject=task.code, data={"group": task.group})
        elif task.group is not None and groups[task.group] != task.area:
            data = {"group": task.group, "area": groups[task.group]}
            yield Problem("group_of_other_area", (*path, "group"), subject=task.code, data=data)
        for field, codes in (("lead", task.lead), ("cooperating", task.cooperating)):
            for position, code in enumerate(codes):
                where = (*path, field, position)
                if code not in units:
                    yield Problem("unknown_unit", where, subject=task.code, data={"unit": code})
                elif code in codes[:position]:
                    yield Problem("unit_twice", where, severity="warning", subject=task.code, data={"unit": code})
        if not task.lead:
            yield Problem("no_lead", path, severity="warning", subject=task.code)


def _corrections(plan: Plan) -> Iterator[Problem]:
    yield from _corrections_of(plan, (), "", plan.corrections)
    for name, records in (("targets", plan.targets), ("tasks", plan.tasks), ("passages", plan.passages)):
        corrected: Sequence[Target | Task | Passage] = records
        for index, record in enumerate(corrected):
            yield from _corrections_of(record, (name, index), record.code, record.corrections)


def _corrections_of(record: object, path: Path, subject: str, corrections: Iterable[Correction]) -> Iterator[Problem]:
    """A correction whose words are no longer in its field has gone stale: someone edited one and not the other."""
    for index, correction in enumerate(corrections):
        where = (*path, "corrections", index)
        text = getattr(record, correction.field, None)
        if not isinstance(text, str):
            yield Problem("correction_field", where, subject=subject, data={"key": correction.field})
        elif correction.corrected not in text:
            data = {"key": correction.field, "value": correction.corrected}
            yield Problem("correction_stale", where, severity="warning", subject=subject, data=data)
