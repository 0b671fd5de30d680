"""The digest as a message: numbered lines with their choices, and the same message kept up to date as lines are
answered. What it was about travels with its choices as "digest", so that a tap edits the message into a checklist."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from handlers.flow import stop_waiting
from handlers.messages import Action, Block, Choice, Heading, Items, Note, Reply, say
from handlers.office import FollowedPlan
from handlers.paging import Page, page_of
from handlers.rights import stands_for
from handlers.standing import Standing, standings
from handlers.turn import Turn
from handlers.units import unit_name
from handlers.wording import common
from handlers.wording import reminders as words
from knowledge.model import Plan, Task
from knowledge.workdays import Calendar
from storage.records import Member
from storage.unit_of_work import UnitOfWork

ON_SCREEN = 5
"""Lines of a digest on one page."""


@dataclass(frozen=True, slots=True)
class Line:
    """One task in a digest. `nobody`: the lead units that have nobody on the bot, when the office is told for them;
    `answered`: something was reported since the digest's morning."""

    standing: Standing
    days_left: int
    nobody: str = ""
    answered: bool = False


def absent(task: Task, people: Collection[Member], plan: Plan) -> str:
    """Names of the task's lead units for which nobody can be reached; "" when somebody can for each."""
    present = [m for m in people if any(account.reachable for account in m.accounts)]
    missing = [code for code in task.lead if not any(stands_for(m, (code,), plan) for m in present)]
    if not task.lead:
        return task.lead_printed or words.NO_LEAD
    return ", ".join(unit_name(code, plan) for code in missing)


def message(lines: Sequence[Line], day: date, calendar: Calendar, page: str = "1") -> Reply:
    """The digest as the person reads it: numbered lines, each with its choices until it is answered."""
    about = _packed(day, lines)
    shown = page_of(lines, page, ON_SCREEN)
    texts = tuple(_text(line, calendar) for line in shown.items)
    blocks: list[Block] = [
        Heading(words.HEADING.format(day=common.day(day))),
        Items(texts, numbered=True, start=shown.first),
    ]
    if shown.pages > 1:
        blocks.append(Note(_rest(shown, len(lines))))
    turning = shown.turning("reminders.show", {"digest": about})
    return Reply(tuple(blocks), (*_choices(shown, about), *turning))


def way_back(arguments: Mapping[str, str]) -> Choice | None:
    """The choice that leads back to the digest, for a step that was reached from one."""
    if "digest" not in arguments:
        return None
    return Choice(common.BACK, Action("reminders.show", {"digest": arguments["digest"]}), row=1)


async def below(turn: Turn, followed: FollowedPlan, reply: Reply, about: str) -> Reply:
    """The reply with the digest as it stands now below it."""
    day, lines = await _lines_for(turn, followed, about)
    open_ = next((n for n, line in enumerate(lines) if not line.answered), 0)
    rest = message(lines, day, turn.office.calendar, str(open_ // ON_SCREEN + 1))
    return replace(reply, blocks=(*reply.blocks, *rest.blocks), choices=(*reply.choices, *rest.choices))


async def show(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The digest again, on the page asked for; whatever was being done about a line is dropped."""
    followed = await turn.plan()
    if followed is None:
        return say(common.NO_PLAN)
    await stop_waiting(turn)
    day, lines = await _lines_for(turn, followed, arguments["digest"])
    return replace(message(lines, day, turn.office.calendar, arguments.get("page", "1")), replaces=True)


def _packed(day: date, lines: Sequence[Line]) -> str:
    places = ((line.standing.task.code, line.standing.occurrence.period) for line in lines)
    return ";".join([day.isoformat(), *(f"{code}|{period}" for code, period in places)])


def morning(about: str, zone: ZoneInfo) -> datetime:
    """When the day of a digest began at the office."""
    return datetime.combine(date.fromisoformat(about.split(";")[0]), time.min, zone)


def about_of(reply: Reply) -> str | None:
    """What a digest is about, as its choices carry it; None when it offers nothing any more."""
    return next((c.action.arguments["digest"] for c in reply.choices if "digest" in c.action.arguments), None)


async def _lines_for(turn: Turn, followed: FollowedPlan, about: str) -> tuple[date, list[Line]]:
    return await lines_now(turn.uow, followed, turn.who, turn.today, turn.zone, about)


async def lines_now(
    uow: UnitOfWork, followed: FollowedPlan, who: Member, today: date, zone: ZoneInfo, about: str
) -> tuple[date, list[Line]]:
    """The day and the lines of a digest, as they stand now; tasks that the plan no longer has are left out."""
    day, *places = about.split(";")
    wanted = [tuple(place.split("|", 1)) for place in places]
    tasks = [task for task in followed.plan.tasks if task.code in {code for code, _ in wanted}]
    found = {(s.task.code, s.occurrence.period): s for s in await standings(uow, followed, today, zone, tasks)}
    people = await uow.members.all()
    morning = date.fromisoformat(day)
    lines = []
    for standing in (found[place] for place in wanted if place in found):
        entry = standing.entry
        answered = not standing.open or (entry is not None and entry.at.astimezone(zone).date() >= morning)
        left = (standing.due - today).days if standing.due else 0
        mine = stands_for(who, standing.task.lead, followed.plan)
        nobody = "" if mine else absent(standing.task, people, followed.plan)
        lines.append(Line(standing, left, nobody, answered))
    return morning, lines


def _text(line: Line, calendar: Calendar) -> str:
    if line.answered:
        return words.answered(line.standing)
    due = line.standing.due
    off = due is not None and not calendar.is_working(due)
    return words.line(line.standing, line.days_left, nobody=line.nobody, day_off=off)


def _choices(shown: Page[Line], about: str) -> list[Choice]:
    choices: list[Choice] = []
    for number, line in enumerate(shown.items, shown.first):
        if line.answered:
            continue
        code = line.standing.task.code
        place = {"code": code, "period": line.standing.occurrence.period, "digest": about}
        update = words.UPDATE.format(number=number, code=code)
        row = 100 + number
        choices.append(Choice(words.DONE.format(number=number), Action("reminders.done", place), row=row))
        choices.append(Choice(update, Action("progress.start", place), row=row))
    return choices


def _rest(shown: Page[Line], count: int) -> str:
    left = count - shown.first - len(shown.items) + 1
    return words.MORE.format(count=left) if left else shown.caption
