"""Units of the agency as people name and choose them."""

from __future__ import annotations

import re

from knowledge.model import Plan, Unit
from knowledge.vietnamese import fold


def own_units(plan: Plan) -> tuple[Unit, ...]:
    """The agency's units that a person can belong to: neither outside bodies nor parts of a unit."""
    return tuple(u for u in plan.units if not u.outside and u.part_of is None)


def _bare(text: str) -> str:
    return " " + fold(re.sub(r"[^\w]+", " ", text)).strip() + " "


def unit_named(typed: str, plan: Plan) -> str | None:
    """The code of the agency's unit whose name or alias stands in the text; the longest name wins; None for none."""
    text = _bare(typed)
    names = ((name, unit.code) for unit in own_units(plan) for name in (unit.name, unit.short, *unit.aliases))
    found = [(len(name), code) for name, code in names if _bare(name) in text]
    return max(found)[1] if found else None


def unit_name(code: str | None, plan: Plan | None, none: str = "") -> str:
    """The unit's full name; the code itself when the plan does not know it; `none` when there is no code."""
    if code is None:
        return none
    unit = plan.unit(code) if plan else None
    return unit.name if unit else code
