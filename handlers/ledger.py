"""/nhatky nhac CODE: every reminder of a task: to whom, when, by which channel, reached or refused, answered or not.
It is what the office shows a unit that says it was not reminded."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.messages import Action, Block, Choice, Heading, Items, Paragraph, Reply, say
from handlers.turn import ActionHandler, Turn
from handlers.units import unit_name
from handlers.wording import common
from handlers.wording import ledger as words
from handlers.wording import office as office_words
from handlers.wording import tasks as task_words
from knowledge.model import Plan
from knowledge.progress import codes_like
from storage.reminding import ReminderLine

ON_PAGE = 8


async def of_task(turn: Turn, typed: str) -> Reply:
    """The reminders of the task that is named; without a task, how to ask."""
    followed = await turn.plan()
    if followed is None:
        return say(common.NO_PLAN)
    example = followed.plan.tasks[0].code if followed.plan.tasks else ""
    codes = codes_like(typed.strip(), followed.plan) if typed.strip() else ()
    if not codes:
        return say(words.USAGE.format(code=example))
    if len(codes) > 1:
        return say(
            words.WHICH, choices=tuple(Choice(c, Action("ledger.page", {"code": c, "from": "0"})) for c in codes)
        )
    return await _page(turn, {"code": codes[0], "from": "0"})


async def _page(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    task = followed.plan.task(arguments["code"]) if followed else None
    if followed is None or task is None:
        return say(task_words.GONE.format(code=arguments["code"]))
    first = int(arguments["from"])
    found = await turn.uow.reminders.of_task(followed.plan.id, task.code, limit=ON_PAGE + 1, offset=first)
    if not found:
        return say(words.NONE.format(code=task.code))
    names = {m.id: m.name for m in await turn.uow.members.all(active=None)}
    lines = tuple(_line(turn, line, names, followed.plan) for line in found[:ON_PAGE])
    blocks: list[Block] = [Heading(words.HEADING.format(code=task.code)), Paragraph(task_words.title(task, 120))]
    turning = []
    if first:
        before = {"code": task.code, "from": str(max(0, first - ON_PAGE))}
        turning.append(Choice(common.PREVIOUS, Action("ledger.page", before), row=1))
    if len(found) > ON_PAGE:
        after = {"code": task.code, "from": str(first + ON_PAGE)}
        turning.append(Choice(common.NEXT, Action("ledger.page", after), row=1))
    return Reply((*blocks, Items(lines)), tuple(turning), replaces=first > 0)


def _line(turn: Turn, line: ReminderLine, names: Mapping[int, str], plan: Plan) -> str:
    """ "08:00 ngày 17/12/2026, Lan (Telegram): nhắc việc, hạn 31/12/2026; đã gửi đến nơi; chưa trả lời"."""
    if line.member_id is not None:
        who = names.get(line.member_id, office_words.SOMEBODY)
    else:
        who = words.GROUP.format(unit=unit_name(line.unit, plan))
    channel = f" ({office_words.CHANNELS.get(line.channel, line.channel)})" if line.channel else ""
    period = task_words.period(line.period)
    about = words.KINDS[line.kind] + (f", {period}" if period else "")
    about += words.DUE.format(day=common.day(line.due)) if line.due else ""
    if line.answered is not None:
        answer = words.ANSWERED.format(at=common.moment(line.answered, turn.zone), how=words.ANSWERS[line.answer])
    else:
        answer = words.UNANSWERED
    return f"{common.moment(line.at, turn.zone)}, {who}{channel}: {about}; {words.state(line)}; {answer}"


ACTIONS: Mapping[str, ActionHandler] = {"ledger.page": _page}
