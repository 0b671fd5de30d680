"""Checkable quotes: a short code by which anyone on the bot sees the same words, place and plan version again."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping, Sequence

from handlers import topics
from handlers.answered_records import target_line
from handlers.codes import ALPHABET
from handlers.flow import IN_PLAN
from handlers.messages import Action, Block, Choice, Note, Paragraph, Reply, Source, say
from handlers.turn import ActionHandler, Turn
from handlers.wording import answers as answer_words
from handlers.wording import common
from handlers.wording import desk as desk_words
from handlers.wording import quotes as words
from handlers.wording import records as record_words
from handlers.wording import tasks as task_words
from knowledge.answers import Answer, Topic, head_fact
from knowledge.model import Plan
from knowledge.progress.codes import codes_like
from storage.records import Quote, StoredPlan

PREFIX = "TD"
WHOLE = 6
"""So many records are quoted in full; of more, a line each."""
AT_MOST = 60
"""Records in one quote."""
HEAD, BASIS = "@head.", "@basis."
"""Begin what stands for a fact of the plan's head, and for a paper that it is based on (by number)."""
SEVERAL = ","
"""Between the codes of a quote of several records."""
_LENGTH = 6
_CODE = re.compile(rf"\s*{PREFIX}[\s-]*([{ALPHABET}]{{{_LENGTH}}})\s*", re.IGNORECASE)


def choice(records: Sequence[str]) -> Choice:
    """The choice that gives a quote's code."""
    return Choice(desk_words.QUOTE, Action("quotes.make", {"record": SEVERAL.join(records)}), row=950)


def offered(answer: Answer, plan: Plan) -> tuple[Choice, ...]:
    """The choice of a quote, where an answer is made of the plan's own words, few enough for one."""
    records = _quoted_by(answer, plan)
    whole = 0 < len(records) <= AT_MOST and quoted(plan, SEVERAL.join(records)) is not None
    return (choice(records),) if whole else ()


def _quoted_by(answer: Answer, plan: Plan) -> tuple[str, ...]:
    """What of the plan an answer quotes. Progress is no part of the plan."""
    bases = {basis.text: f"{BASIS}{number}" for number, basis in enumerate(plan.legal_bases, 1)}
    if answer.facet == "head":
        return (f"{HEAD}{answer.facts['asked']}",)
    if answer.thing == "basis":
        return tuple(bases.values())
    if answer.facet == "legal":
        found = (
            q.record or next((code for text, code in bases.items() if q.text in text), "") for q in answer.quotations
        )
        return tuple(dict.fromkeys(found))
    return () if answer.facet == "progress" else answer.records


def is_code(typed: str) -> bool:
    """Whether a whole message is a quote's code."""
    return _CODE.fullmatch(typed) is not None


def quoted(plan: Plan, records: str) -> tuple[str, str] | None:
    """The words of records as they are quoted, and their places; None when the plan no longer has them all."""
    codes = records.split(SEVERAL)
    found = [_quoted_one(plan, record) for record in codes]
    whole = [one for one in found if one is not None]
    if len(whole) < len(found):
        return None
    places = "; ".join(dict.fromkeys(place for _, place in whole))
    if len(codes) > WHOLE:
        return "\n".join(text.split("\n")[0] for text, _ in whole), places
    return "\n\n".join(text for text, _ in whole), places


def _quoted_one(plan: Plan, record: str) -> tuple[str, str] | None:
    if record.startswith(HEAD):
        name = record.removeprefix(HEAD)
        value = head_fact(plan, name)
        return (answer_words.FACT[name].format(value=value), words.HEAD_PLACE) if value else None
    if record.startswith(BASIS):
        number = int(record.removeprefix(BASIS))
        basis = plan.legal_bases[number - 1] if number <= len(plan.legal_bases) else None
        return (basis.text, basis.place) if basis else None
    task = plan.task(record)
    if task is not None:
        lines = [
            f"{task.code}. {task.title}",
            f"{task_words.LEAD}: {record_words.units(task.lead, task.lead_printed, plan)}",
            f"{task_words.COOPERATING}: {record_words.units(task.cooperating, task.cooperating_printed, plan)}",
            f"{task_words.PRODUCT}: {task.product or record_words.MATTER_NONE}",
            f"{task_words.PRINTED}: {'; '.join((*task.milestones, task.deadline)) or record_words.MATTER_NONE}",
        ]
        return "\n".join(lines), task.place
    target = plan.target(record)
    if target is not None:
        return "\n".join(part for part in (target_line(target), target.statement) if part), target.place
    parts = [(a.code, a.title, a.place) for a in plan.areas] + [(g.code, g.title, g.place) for g in plan.groups]
    part = next((part for part in parts if part[0] == record), None)
    if part is not None:
        return f"{part[0]}. {part[1]}", part[2]
    passage = next((p for p in plan.passages if p.code == record), None)
    return ("\n".join(part for part in (passage.title, passage.text) if part), passage.place) if passage else None


async def command(turn: Turn, typed: str) -> Reply:
    """/trichdan [CODE | task]: the quote of a code, and whether the plan has changed since; a code for a task; without
    words, a code for what was asked about last."""
    match = _CODE.fullmatch(typed)
    quote = await turn.uow.quotes.get(f"{PREFIX}-{match[1].upper()}") if match else None
    if quote is not None:
        return await _checked(turn, quote)
    followed = await turn.plan()
    record = await _asked_last(turn, followed.plan.id) if not typed and followed else ""
    codes = codes_like(typed, followed.plan) if typed and followed and not match else ()
    if len(codes) == 1:
        record = codes[0]
    if record and followed and quoted(followed.plan, record):
        return await _make(turn, {"record": record})
    if not typed:
        return say(words.USAGE)
    return say(words.UNKNOWN.format(code=common.shorten(typed, 30)), words.USAGE)


async def _asked_last(turn: Turn, plan: str) -> str:
    """What the newest answer offers to quote from the plan, else what the conversation is about."""
    incoming = turn.incoming
    for offered in await turn.uow.choices.latest_menu(incoming.channel, incoming.chat, turn.now):
        if offered.action == "quotes.make" and offered.arguments.get(IN_PLAN, plan) == plan:
            return offered.arguments["record"]
    return Topic.load(await topics.topic_of(turn)).record


async def _checked(turn: Turn, quote: Quote) -> Reply:
    """The quote as it was, and what has become of its words."""
    stored = await turn.uow.plans.get(quote.plan)
    followed = turn.office.followed(stored) if stored else None
    now = quoted(followed.plan, quote.record) if followed else None
    day = common.day(quote.at.astimezone(turn.zone).date())
    title = followed.plan.short_title if followed else quote.plan
    source = Source(words.VERSION.format(plan=title, version=quote.version, place=quote.place))
    blocks: list[Block] = [Paragraph(words.CODE.format(code=quote.code), strong=True), Paragraph(quote.text), source]
    if now is not None and now[0] == quote.text:
        blocks.append(Note(words.SAME.format(day=day)))
        if now[1] != quote.place:
            blocks.append(Note(words.MOVED.format(place=now[1])))
    else:
        since = await _amended_since(turn, quote, stored) if stored else ""
        form = words.GONE if now is None else words.CHANGED
        blocks.append(Note(form.format(day=day, since=since)))
        blocks += [Paragraph(now[0])] if now else []
    if stored is not None and not stored.active:
        blocks.append(Note(words.NOT_FOLLOWED))
    blocks += [Note(text) for text in await _extended_since(turn, quote)]
    return Reply(tuple(blocks))


async def _amended_since(turn: Turn, quote: Quote, stored: StoredPlan) -> str:
    """The first version with other words: "bản 3, ngày 05/10/2026"."""
    for number in range(quote.version + 1, stored.version + 1):
        version = await turn.uow.plans.version(quote.plan, number)
        if version is None:
            continue
        then = quoted(Plan.model_validate_json(version.document), quote.record)
        if then is None or then[0] != quote.text:
            return words.SINCE.format(version=number, day=common.day(version.loaded.astimezone(turn.zone).date()))
    return ""


async def _extended_since(turn: Turn, quote: Quote) -> list[str]:
    """Later deadlines that the office allowed after the quote was made; the printed one stays in the quote."""
    codes = quote.record.split(SEVERAL)
    given = (e for e in await turn.uow.extensions.of_plan(quote.plan) if e.task in codes and e.at > quote.at)
    newest = {(e.task, e.period): e for e in given}
    return [words.EXTENDED.format(code=e.task, due=common.day(e.due)) for e in newest.values()]


async def _make(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    found = quoted(followed.plan, arguments["record"]) if followed else None
    if followed is None or found is None:
        return say(common.CHOICE_LAPSED)
    code = f"{PREFIX}-" + "".join(secrets.choice(ALPHABET) for _ in range(_LENGTH))
    text, place = found
    quote = await turn.uow.quotes.put(
        Quote(code, followed.plan.id, followed.version, arguments["record"], text, place, turn.now)
    )
    source = Source(words.VERSION.format(plan=followed.plan.short_title, version=quote.version, place=place))
    head = Paragraph(words.CODE.format(code=quote.code), strong=True)
    return Reply((head, Paragraph(quote.text), source, Note(words.HOW)))


ACTIONS: Mapping[str, ActionHandler] = {"quotes.make": _make}
