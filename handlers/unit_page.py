"""/phong: what a unit owes, who has what, and about what nothing was heard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from handlers import extension_requests
from handlers.messages import Action, Block, Choice, Heading, Items, Note, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.office import FollowedPlan
from handlers.rights import led_by, stands_for
from handlers.standing import Standing, State, by_task, current, standings
from handlers.turn import ActionHandler, Turn
from handlers.units import own_units, unit_name, unit_named, with_office_names
from handlers.wording import assigning as words
from handlers.wording import common
from handlers.wording import records as record_words
from handlers.wording import tasks as task_words
from knowledge.silence import silent_days
from storage.records import Member, Role

SHOWN = 6
SOON = timedelta(days=30)


async def command(turn: Turn, typed: str) -> Reply:
    """/phong [unit]: the person's own unit; the office and the director may name any."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    named = unit_named(typed, await with_office_names(turn, followed.plan)) if typed else None
    unit = (named if _sees_all(turn) else None) or turn.who.unit
    if unit is None:
        return _choose(followed)
    return await _page(turn, {"unit": unit})


def _sees_all(turn: Turn) -> bool:
    return turn.who.role in (Role.OFFICE, Role.DIRECTOR)


def _choose(followed: FollowedPlan) -> Reply:
    units = own_units(followed.plan)
    if not units:
        return say(words.NO_UNITS)
    return say(words.NO_UNIT, choices=tuple(Choice(u.name, Action("unit_page.show", {"unit": u.code})) for u in units))


async def _page(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed, unit = await turn.plan(), arguments["unit"]
    if followed is None:
        return no_plan()
    if unit != turn.who.unit and not _sees_all(turn):
        return say(common.CHOICE_LAPSED)
    tasks = [t for t in followed.plan.tasks if led_by(unit, t, followed.plan)]
    found = await standings(turn.uow, followed, turn.today, turn.zone, tasks)
    open_ = [s for s in found if s.open and s.state is not State.BEFORE]
    overdue = [s for s in open_ if s.state is State.OVERDUE]
    soon = [s for s in open_ if s.due and turn.today <= s.due <= turn.today + SOON]
    counts = words.COUNTS.format(
        open=len(by_task(open_)), overdue=len(overdue), soon=len(soon), awaiting=sum(s.awaiting for s in found)
    )
    blocks: list[Block] = [Heading(unit_name(unit, followed.plan)), Paragraph(counts, strong=True)]
    if not open_:
        blocks.append(Paragraph(words.NOTHING))
    blocks += _listed(words.OVERDUE, [task_words.line(s, turn.today) for s in overdue])
    hands = [current(of, turn.today) for of in by_task(open_).values()]
    blocks += _listed(words.SILENT, _silent(turn, followed, hands))
    blocks += await _who(turn, followed, unit, hands)
    return Reply(tuple(blocks), await _choices(turn, followed, unit), replaces="page" in arguments)


def _listed(title: str, lines: Sequence[str]) -> list[Block]:
    if not lines:
        return []
    more = [Note(common.MORE_LINES.format(count=len(lines) - SHOWN))] if len(lines) > SHOWN else []
    return [Paragraph(title, strong=True), Items(tuple(lines[:SHOWN])), *more]


def _silent(turn: Turn, followed: FollowedPlan, hands: Sequence[Standing]) -> list[str]:
    """Lines of the tasks about which nothing was heard for too long, the longest first."""
    lines = []
    for standing in hands:
        heard = standing.entry.at.astimezone(turn.zone).date() if standing.entry else None
        if days := silent_days(standing.due, heard, followed.followed_from, turn.today):
            title = record_words.title(standing.task, 60)
            lines.append((days, words.SILENT_LINE.format(code=standing.task.code, title=title, days=days)))
    return [line for _, line in sorted(lines, key=lambda pair: -pair[0])]


async def _who(turn: Turn, followed: FollowedPlan, unit: str, hands: Sequence[Standing]) -> list[Block]:
    """Each person of the unit with the open tasks they were given, then those that nobody was given."""
    given = await turn.uow.assignments.of_plan(followed.plan.id)
    people = [m for m in await turn.uow.members.all() if stands_for(m, (unit,), followed.plan)]
    codes = [s.task.code for s in hands]
    lines = [_person(m, [c for c in codes if m.id in given.get(c, ())]) for m in people]
    nobody = [c for c in codes if not set(given.get(c, ())) & {m.id for m in people}]
    lines += [words.UNASSIGNED.format(codes=", ".join(nobody))] if nobody else []
    return [Paragraph(words.PEOPLE, strong=True), Items(tuple(lines))] if lines else []


def _person(member: Member, codes: Sequence[str]) -> str:
    line = (words.PERSON if codes else words.PERSON_NONE).format(name=member.name, codes=", ".join(codes))
    unreachable = bool(member.accounts) and not any(a.reachable for a in member.accounts)
    return line + (words.AWAY if unreachable else "")


async def _choices(turn: Turn, followed: FollowedPlan, unit: str) -> tuple[Choice, ...]:
    choices = [
        Choice(words.LIST, Action("tasks.list", {"show": "unit", "unit": unit}), row=1),
        Choice(words.DEADLINES, Action("deadlines.show", {"unit": unit, "view": "month", "page": "1"}), row=1),
    ]
    if turn.who.role is not Role.DIRECTOR:
        choices.append(Choice(words.ASSIGN, Action("assigning.tasks", {"page": "1"}), row=2))
    choices += await extension_requests.choice(turn, followed) if turn.who.role is Role.HEAD else ()
    choices += [Choice(words.OTHER, Action("unit_page.choose"), row=3)] if _sees_all(turn) else []
    return tuple(choices)


async def _other(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    return _choose(followed) if followed and _sees_all(turn) else say(common.CHOICE_LAPSED)


ACTIONS: Mapping[str, ActionHandler] = {"unit_page.show": _page, "unit_page.choose": _other}
