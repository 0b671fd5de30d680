"""Units of the agency and roles of people, as they are named and chosen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from handlers.messages import Action, Choice
from handlers.turn import Turn
from handlers.wording import office as words
from handlers.wording.roles import ROLES
from knowledge.lexicon.questions import lexicon
from knowledge.lexicon.roles import ROLE_ALIASES
from knowledge.model import Plan, Unit
from knowledge.vietnamese import fold
from knowledge.vocabulary import Word, WordKind, with_names
from storage.records import Role

NO_UNIT = "-"
"""Stands for "no unit" in a choice's arguments."""


async def plan_of(turn: Turn) -> Plan | None:
    """The plan in use, or None when none is loaded."""
    followed = await turn.plan()
    return followed.plan if followed else None


async def with_office_names(turn: Turn, plan: Plan) -> Plan:
    """The plan whose units answer to the office's own names for them too (/tuvung)."""
    entries = await turn.uow.vocabulary.of_plan(plan.id)
    return with_names(plan, [Word(WordKind(e.kind), e.said, e.meant) for e in entries], lexicon())


def own_units(plan: Plan) -> tuple[Unit, ...]:
    """The agency's units that a person can belong to: neither outside bodies nor parts of a unit."""
    return tuple(u for u in plan.units if not u.outside and u.part_of is None)


def _bare(text: str) -> str:
    return " " + fold(re.sub(r"[^\w]+", " ", text)).strip() + " "


def unit_named(typed: str, plan: Plan) -> str | None:
    """The code of the agency's unit whose name or alias stands in the text; the longest name wins; None for none."""
    text = _bare(typed)
    names = ((name, unit.code) for unit in own_units(plan) for name in unit.called)
    found = [(len(name), code) for name, code in names if _bare(name) in text]
    return max(found)[1] if found else None


def named_exactly(typed: str, plan: Plan) -> str | None:
    """The code of the agency's unit that the whole text names, by code, name, short name or alias; None for none."""
    text = _bare(typed)
    names = ((n, u.code) for u in own_units(plan) for n in (u.code, *u.called))
    return next((code for name, code in names if _bare(name) == text), None)


def unit_name(code: str | None, plan: Plan | None, none: str = "") -> str:
    """The unit's full name; the code itself when the plan does not know it; `none` when there is no code."""
    if code is None:
        return none
    unit = plan.unit(code) if plan else None
    return unit.name if unit else code


def unit_name_among(code: str | None, plans: Iterable[Plan]) -> str:
    """The unit's full name by the first of the plans that knows it; the code itself when none does; "" without one."""
    return next((unit.name for plan in plans if code and (unit := plan.unit(code))), code or "")


def role_choices(action: str, arguments: Mapping[str, str]) -> tuple[Choice, ...]:
    """The roles to choose from; the choice runs `action` with the role added to the arguments."""
    return tuple(
        Choice(name.capitalize() if name[0].islower() else name, Action(action, {**arguments, "role": role.value}))
        for role, name in ROLES.items()
    )


def unit_choices(plan: Plan | None, action: str, arguments: Mapping[str, str]) -> tuple[Choice, ...]:
    """The units to choose from, and none; the choice runs `action` with the unit added to the arguments."""
    units = own_units(plan) if plan else ()
    listed = [Choice(u.name, Action(action, {**arguments, "unit": u.code})) for u in units]
    return (*listed, Choice(words.NO_UNIT, Action(action, {**arguments, "unit": NO_UNIT})))


def unit_of(argument: str) -> str | None:
    """The unit code that a choice carries; None for "no unit"."""
    return None if argument == NO_UNIT else argument


def role_named(typed: str) -> Role | None:
    """The role named in the text, or None."""
    text = f" {fold(typed)} "
    aliases = {fold(name): role for role, name in ROLES.items()} | {r.value: r for r in Role}
    aliases |= {fold(name): Role(code) for name, code in ROLE_ALIASES.items()}
    return next((role for alias, role in aliases.items() if f" {alias} " in text), None)
