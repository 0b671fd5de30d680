"""The office's log: who did what, when, before and after."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.messages import Action, Choice, Heading, Items, Reply, say
from handlers.paging import PAGE_SIZE
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from handlers.wording import office as words
from knowledge.vietnamese import fold
from storage.records import AuditEntry


async def log_act(turn: Turn, action: str, subject: str, before: str = "", after: str = "") -> None:
    """Keeps one act of the person speaking; `action` is a key of handlers.wording.office.ACTIONS."""
    who = turn.who
    await turn.uow.audit.add(
        member_id=who.id, member_name=who.name, action=action, subject=subject, now=turn.now, before=before, after=after
    )


async def command(turn: Turn, typed: str) -> Reply:
    """/nhatky [act]: the newest acts first; a word narrows it to one kind of act ("gia hạn", "khóa")."""
    wanted = next((act for act, name in words.ACTIONS.items() if typed and fold(typed) == fold(name)), "")
    return await _page(turn, {"act": wanted, "from": "0"})


async def _page(turn: Turn, arguments: dict[str, str]) -> Reply:
    first, act = int(arguments["from"]), arguments["act"]
    found = await turn.uow.audit.newest(limit=PAGE_SIZE + 1, offset=first, action=act or None)
    if not found:
        return say(words.LOG_NONE)
    lines = tuple(_line(turn, entry) for entry in found[:PAGE_SIZE])
    turning: list[Choice] = []
    if first > 0:
        before = {"act": act, "from": str(max(0, first - PAGE_SIZE))}
        turning.append(Choice(common.PREVIOUS, Action("journal.page", before), row=1))
    if len(found) > PAGE_SIZE:
        turning.append(Choice(common.NEXT, Action("journal.page", {"act": act, "from": str(first + PAGE_SIZE)}), row=1))
    return Reply((Heading(words.LOG_HEADING), Items(lines)), tuple(turning), replaces=first > 0)


def _line(turn: Turn, entry: AuditEntry) -> str:
    act = words.ACTIONS.get(entry.action, entry.action)
    change = " → ".join(part for part in (entry.before, entry.after) if part)
    detail = f" ({change})" if change else ""
    who = entry.member_name or words.COMMAND_LINE
    return f"{common.moment(entry.at, turn.zone)}, {who}: {act} {entry.subject}{detail}"


ACTIONS: Mapping[str, ActionHandler] = {"journal.page": _page}
