"""Which targets a table sets for one of several units."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.lexicon.matrices import OF_ALL
from knowledge.model import Plan
from knowledge.vietnamese import fold


def cells_of(plan: Plan) -> Mapping[str, str]:
    """The unit, by its code, of each target that a table sets for one unit among several; "" for one of all of them."""
    units = {fold(name): unit.code for unit in plan.units for name in (unit.name, unit.short)}
    cells: dict[str, str] = {}
    for target in plan.targets:
        indicator, cut, unit = target.metric.rpartition(": ")
        if cut and f"{unit}: {indicator}" in target.names:
            code = "" if OF_ALL.match(fold(unit)) else units.get(fold(unit))
            if code is not None:
                cells[target.code] = code
    return cells
