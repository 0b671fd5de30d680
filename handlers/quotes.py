"""Checkable quotes: a short code by which anyone on the bot sees the same words, place and plan version again."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping

from handlers.account import CODE_ALPHABET
from handlers.messages import Action, Block, Choice, Note, Paragraph, Reply, Source, say
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from handlers.wording import desk as desk_words
from handlers.wording import quotes as words
from handlers.wording import targets as target_words
from handlers.wording import tasks as task_words
from knowledge.model import Plan
from storage.records import Quote

PREFIX = "TD"
_LENGTH = 6
_CODE = re.compile(rf"\s*{PREFIX}[\s-]*([{CODE_ALPHABET}]{{{_LENGTH}}})\s*", re.IGNORECASE)


def choice(record: str) -> Choice:
    """The choice that gives a quote's code."""
    return Choice(desk_words.QUOTE, Action("quotes.make", {"record": record}), row=950)


def is_code(typed: str) -> bool:
    """Whether a whole message is a quote's code."""
    return _CODE.fullmatch(typed) is not None


def quoted(plan: Plan, record: str) -> tuple[str, str] | None:
    """The words of a record as they are quoted, and their place; None when the plan no longer has it."""
    task = plan.task(record)
    if task is not None:
        lines = [
            f"{task.code}. {task.title}",
            f"{task_words.LEAD}: {task_words.units(task.lead, task.lead_printed, plan)}",
            f"{task_words.COOPERATING}: {task_words.units(task.cooperating, task.cooperating_printed, plan)}",
            f"{task_words.PRODUCT}: {task.product or task_words.MATTER_NONE}",
            f"{task_words.PRINTED}: {'; '.join((*task.milestones, task.deadline)) or task_words.MATTER_NONE}",
        ]
        return "\n".join(lines), task.place
    target = plan.target(record)
    if target is not None:
        value = target_words.value(target)
        return "\n".join(part for part in (f"{target.metric}: {value}", target.statement) if part), target.place
    passage = next((p for p in plan.passages if p.code == record), None)
    return ("\n".join(part for part in (passage.title, passage.text) if part), passage.place) if passage else None


async def command(turn: Turn, typed: str) -> Reply:
    """/trichdan CODE: the quote, and whether the plan has changed since."""
    if not typed:
        return say(words.USAGE)
    match = _CODE.fullmatch(typed)
    code = f"{PREFIX}-{match[1].upper()}" if match else common.shorten(typed, 30)
    quote = await turn.uow.quotes.get(code) if match else None
    if quote is None:
        return say(words.UNKNOWN.format(code=code), words.USAGE)
    stored = await turn.uow.plans.get(quote.plan)
    followed = turn.office.followed(stored) if stored else None
    now = quoted(followed.plan, quote.record) if followed else None
    day = common.day(quote.at.astimezone(turn.zone).date())
    title = followed.plan.short_title if followed else quote.plan
    source = Source(words.VERSION.format(plan=title, version=quote.version, place=quote.place))
    blocks: list[Block] = [Paragraph(words.CODE.format(code=quote.code), strong=True), Paragraph(quote.text), source]
    if now is None:
        blocks.append(Note(words.GONE.format(day=day)))
    elif now[0] == quote.text:
        blocks.append(Note(words.SAME.format(day=day)))
    else:
        blocks += [Note(words.CHANGED.format(day=day)), Paragraph(now[0])]
    return Reply(tuple(blocks))


async def _make(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    found = quoted(followed.plan, arguments["record"]) if followed else None
    if followed is None or found is None:
        return say(common.CHOICE_LAPSED)
    code = f"{PREFIX}-" + "".join(secrets.choice(CODE_ALPHABET) for _ in range(_LENGTH))
    text, place = found
    quote = await turn.uow.quotes.put(
        Quote(code, followed.plan.id, followed.version, arguments["record"], text, place, turn.now)
    )
    source = Source(words.VERSION.format(plan=followed.plan.short_title, version=quote.version, place=place))
    head = Paragraph(words.CODE.format(code=quote.code), strong=True)
    return Reply((head, Paragraph(quote.text), source, Note(words.HOW)))


ACTIONS: Mapping[str, ActionHandler] = {"quotes.make": _make}
