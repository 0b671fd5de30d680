"""Cells that print the head of several names once: "các Bộ: Tài chính, Y tế" are two ministries."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from knowledge.lexicon.importing import SHARED_HEAD
from knowledge.model import Task, Unit
from knowledge.vietnamese import fold

_BETWEEN = re.compile(r"\s*,\s*|\s+và\s+")


def with_own_heads(units: Sequence[Unit], tasks: Sequence[Task]) -> tuple[list[Unit], list[Task]]:
    """The units without those that are several others under one head, and the tasks with these instead. A name is
    several only where all its parts, with the head, are names of units of their own."""
    known: dict[str, dict[str, str]] = {}
    for unit in units:
        if (match := SHARED_HEAD.fullmatch(unit.name)) and not match["several"]:
            known.setdefault(fold(match["head"]), {})[fold(match["rest"])] = unit.code
    parts: dict[str, tuple[str, ...]] = {}
    for unit in units:
        match = SHARED_HEAD.fullmatch(unit.name)
        if match is None or "," not in match["rest"]:
            continue
        others = {name: code for name, code in known.get(fold(match["head"]), {}).items() if code != unit.code}
        if len(found := _parts(match["rest"], others)) > 1:
            parts[unit.code] = found
    if not parts:
        return list(units), list(tasks)

    def apart(codes: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one for code in codes for one in parts.get(code, (code,))))

    cells = (
        task.model_copy(update={"lead": apart(task.lead), "cooperating": apart(task.cooperating)}) for task in tasks
    )
    return [unit for unit in units if unit.code not in parts], list(cells)


def _parts(rest: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """The codes of the names that a text consists of, the longest name first; () where something is left."""
    ends = [*(match for match in _BETWEEN.finditer(rest)), None]
    for cut in reversed(ends):
        code = names.get(fold(rest[: cut.start()] if cut else rest).strip())
        if code is None:
            continue
        if cut is None:
            return (code,)
        if more := _parts(rest[cut.end() :], names):
            return (code, *more)
    return ()
