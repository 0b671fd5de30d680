"""/nhatky nhac CODE: every reminder of a task: to whom, when, by which channel, reached or refused, answered or not.
It is what the office shows a unit that says it was not reminded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handlers.flow import IN_PLAN
from handlers.messages import Action, Block, Choice, Heading, Items, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.turn import ActionHandler, Turn
from handlers.units import unit_name
from handlers.wording import common
from handlers.wording import ledger as words
from handlers.wording import office as office_words
from handlers.wording import records as record_words
from handlers.wording import reminders as reminder_words
from handlers.wording import tasks as task_words
from knowledge.model import Plan
from knowledge.progress.codes import codes_like
from storage.records import ReminderLine

ON_PAGE = 8


async def of_task(turn: Turn, typed: str) -> Reply:
    """The reminders of the task that is named, in whichever plan that is followed; without a task, how to ask."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    typed = typed.strip()
    plans = sorted(await turn.office.plans(turn.uow), key=lambda one: one.plan.id != followed.plan.id)
    found = [(one.plan, code) for one in plans for code in (codes_like(typed, one.plan) if typed else ())]
    if typed and not found:
        # A task that a new version has dropped was reminded of all the same.
        code = typed.upper()
        told = [one.plan for one in plans if await turn.uow.reminders.of_task(one.plan.id, code, limit=1)]
        found = [(plan, code) for plan in told]
    if not found:
        return say(words.USAGE.format(code=followed.plan.tasks[0].code if followed.plan.tasks else ""))
    if len(found) == 1:
        plan, code = found[0]
        return await _page(replace(turn, in_plan=plan.id), {"code": code, "from": "0"})
    several = len({plan.id for plan, _ in found}) > 1
    choices = (
        Choice(
            code + (reminder_words.ELSEWHERE.format(plan=plan.short_title) if several else ""),
            Action("ledger.page", {"code": code, "from": "0", IN_PLAN: plan.id}),
        )
        for plan, code in found
    )
    return say(words.WHICH, choices=tuple(choices))


async def _page(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed, code = await turn.plan(), arguments["code"]
    if followed is None:
        return no_plan()
    first = int(arguments["from"])
    found = await turn.uow.reminders.of_task(followed.plan.id, code, limit=ON_PAGE + 1, offset=first)
    if not found:
        return say(words.NONE.format(code=code))
    names = {m.id: m.name for m in await turn.uow.members.all(active=None)}
    lines = tuple(_line(turn, line, names, followed.plan) for line in found[:ON_PAGE])
    task = followed.plan.task(code)
    title = record_words.title(task, 120) if task else task_words.GONE.format(code=code)
    about = {"code": code, IN_PLAN: followed.plan.id}
    turning = []
    if first:
        before = {**about, "from": str(max(0, first - ON_PAGE))}
        turning.append(Choice(common.PREVIOUS, Action("ledger.page", before), row=1))
    if len(found) > ON_PAGE:
        after = {**about, "from": str(first + ON_PAGE)}
        turning.append(Choice(common.NEXT, Action("ledger.page", after), row=1))
    blocks: list[Block] = [Heading(words.HEADING.format(code=code)), Paragraph(title), Items(lines)]
    return Reply(tuple(blocks), tuple(turning), replaces=first > 0)


def _line(turn: Turn, line: ReminderLine, names: Mapping[int, str], plan: Plan) -> str:
    """ "08:00 ngày 17/12/2026, Lan (Telegram): nhắc việc, hạn 31/12/2026; đã gửi đến nơi; chưa trả lời"."""
    if line.member_id is not None:
        who = names.get(line.member_id, office_words.SOMEBODY)
    else:
        who = words.GROUP.format(unit=unit_name(line.unit, plan))
    channel = f" ({office_words.CHANNELS.get(line.channel, line.channel)})" if line.channel else ""
    period = record_words.period(line.period)
    about = words.KINDS[line.kind] + (f", {period}" if period else "")
    about += words.DUE.format(day=common.day(line.due)) if line.due else ""
    if line.answered is not None:
        answer = words.ANSWERED.format(at=common.moment(line.answered, turn.zone), how=words.ANSWERS[line.answer])
    else:
        answer = words.UNANSWERED
    return f"{common.moment(line.at, turn.zone)}, {who}{channel}: {about}; {words.state(line)}; {answer}"


ACTIONS: Mapping[str, ActionHandler] = {"ledger.page": _page}
