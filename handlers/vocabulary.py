"""/tuvung: the office's own words for a plan (short forms, synonyms, names of units, ways to ask), in use at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from handlers.engines import engine_with
from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Note, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.office import FollowedPlan
from handlers.paging import page_of
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from handlers.wording import office as office_words
from handlers.wording import vocabulary as words
from knowledge import vocabulary
from knowledge.answers import Engine
from knowledge.answers.effects import lost
from knowledge.lexicon.questions import lexicon, phrase
from knowledge.model import Plan
from knowledge.vietnamese import fold
from knowledge.vocabulary import Word, WordKind
from storage.records import VocabularyEntry
from storage.unit_of_work import UnitOfWork

AT_MOST = 500
"""Words of a plan."""
TRIED = 20
"""Questions that found nothing and are tried again with a new word."""


def meaning(kind: str, meant: str, plan: Plan) -> str:
    """What a word stands for, as people read it."""
    if kind == WordKind.UNIT:
        unit = plan.unit(meant)
        return unit.name if unit else meant
    return words.ASKS.get(meant, meant) if kind == WordKind.QUESTION else meant


async def command(turn: Turn, typed: str) -> Reply:
    """/tuvung [WORD = MEANING | bỏ WORD | WORD]: adds, takes out, shows; without words, the list."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    if not typed:
        return await _page(turn, {})
    removed = vocabulary.to_remove(typed)
    word = vocabulary.read(typed, followed.plan)
    if word is not None and not removed:
        return await _preview(turn, followed, word)
    wanted = removed or typed
    entries = await turn.uow.vocabulary.of_plan(followed.plan.id)
    entry = next((e for e in entries if fold(e.said) == fold(wanted)), None)
    if entry is not None:
        return _card(turn, followed, entry, await _by(turn, entry))
    return say(words.NOT_FOUND.format(said=common.shorten(wanted, 40)), words.USAGE)


async def _page(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    entries = sorted(await turn.uow.vocabulary.of_plan(followed.plan.id), key=lambda e: fold(e.said))
    if not entries:
        return say(words.NONE, words.USAGE)
    page = page_of(entries, arguments.get("page", "1"))
    lines = tuple(line(e, followed.plan) for e in page.items)
    blocks: list[Block] = [Heading(words.HEADING.format(count=len(entries))), Items(lines)]
    blocks += [Note(page.caption)] if page.caption else []
    opening = tuple(
        Choice(common.shorten(e.said, 40), Action("vocabulary.open", {"id": str(e.id)}), row=number // 2)
        for number, e in enumerate(page.items)
    )
    choices = (*opening, *page.turning("vocabulary.page", {}))
    return Reply((*blocks, Paragraph(words.USAGE)), choices, replaces="page" in arguments)


def line(entry: VocabularyEntry, plan: Plan) -> str:
    """ "hcqt = Văn phòng (tên gọi của đơn vị)"."""
    kind = words.KINDS[WordKind(entry.kind)]
    return words.LINE.format(said=entry.said, meant=meaning(entry.kind, entry.meant, plan), kind=kind)


async def _preview(turn: Turn, followed: FollowedPlan, word: Word) -> Reply:
    """What adding the word would do, and whether to."""
    entries = await turn.uow.vocabulary.of_plan(followed.plan.id)
    if _same(entries, word):
        return say(words.ALREADY)
    if len(entries) >= AT_MOST:
        return say(words.TOO_MANY.format(limit=AT_MOST))
    plan = followed.plan
    now = await turn.office.engine(turn.uow, followed)
    # Asked of the program's own words: those of the office may be changed.
    if vocabulary.is_fixed(word.said, engine_with(plan, ()).understanding):
        return say(words.FIXED.format(said=word.said))
    shown = {
        "said": word.said,
        "meant": meaning(word.kind, word.meant, plan),
        "kind": words.KINDS[word.kind],
    }
    blocks: list[Block] = [Paragraph(words.SURE.format(**shown), strong=True)]
    before = _superseded(entries, word)
    blocks += [Note(words.REPLACES.format(meant=meaning(e.kind, e.meant, plan))) for e in before]
    of_words = word.kind in (WordKind.ABBREVIATION, WordKind.SYNONYM)
    if of_words and not any(now.index.knows(w) for w in phrase(word.meant)):
        blocks.append(Note(words.NOT_IN_PLAN.format(meant=word.meant)))
    blocks += _taken(word, plan, now)
    kept = [e for e in entries if e not in before]
    tried = VocabularyEntry(0, plan.id, word.kind, word.said, word.meant, None, turn.now)
    then = engine_with(plan, [*kept, tried])
    gone = lost(now, then)
    blocks += [Note(words.LOST.format(codes=", ".join(gone)))] if gone else []
    unfound = await turn.uow.inquiries.unfound(plan.id, limit=TRIED)
    helped = sum(then.answer(q).kind != "none" for q, _ in unfound if now.answer(q).kind == "none")
    blocks += [Paragraph(words.FOUND.format(count=helped))] if helped else []
    add = Action("vocabulary.add", {"kind": word.kind, "said": word.said, "meant": word.meant})
    drop = Choice(common.NO, Action("say", {"text": "/huy"}), row=1)
    return Reply(tuple(blocks), (Choice(common.YES, add, row=1), drop))


def _taken(word: Word, plan: Plan, engine: Engine) -> list[Note]:
    """What the word says already, that another meaning would take away."""
    unit = vocabulary.unit_called(word.said, plan)
    if unit is not None and unit.code != word.meant:
        return [Note(words.IS_UNIT.format(said=word.said, unit=unit.name))]
    if word.said.lower() in lexicon().abbreviations:
        return [Note(words.SHORT_FOR.format(said=word.said))]
    known = word.kind is not WordKind.QUESTION and all(engine.index.knows(w) for w in phrase(word.said))
    return [Note(words.IN_PLAN.format(said=word.said))] if known else []


def _same(entries: Sequence[VocabularyEntry], word: Word) -> bool:
    return any((e.kind, e.said, e.meant) == (word.kind, word.said, word.meant) for e in entries)


def _superseded(entries: Sequence[VocabularyEntry], word: Word) -> list[VocabularyEntry]:
    return [e for e in entries if fold(e.said) == fold(word.said)]


async def put(
    uow: UnitOfWork, plan: Plan, word: Word, member_id: int | None, now: datetime
) -> tuple[VocabularyEntry, list[VocabularyEntry]]:
    """Keeps a word (`member_id` None: from the command line); the word, and those whose place it takes."""
    before = _superseded(await uow.vocabulary.of_plan(plan.id), word)
    for entry in before:
        await uow.vocabulary.set_withdrawn(entry.id, withdrawn=True)
    return await uow.vocabulary.add(plan.id, word.kind, word.said, word.meant, member_id, now), before


async def put_back(uow: UnitOfWork, entry: VocabularyEntry) -> bool:
    """Uses a word again that was taken out; False when it, or another meaning of it, is in use."""
    in_use = await uow.vocabulary.of_plan(entry.plan)
    taken = any(fold(e.said) == fold(entry.said) for e in in_use)
    return not taken and await uow.vocabulary.set_withdrawn(entry.id, withdrawn=False)


async def _add(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    word = Word(WordKind(arguments["kind"]), arguments["said"], arguments["meant"])
    entries = await turn.uow.vocabulary.of_plan(followed.plan.id)
    if _same(entries, word):
        return say(words.ALREADY)
    added, before = await put(turn.uow, followed.plan, word, turn.who.id, turn.now)
    meant = meaning(word.kind, word.meant, followed.plan)
    was = "; ".join(meaning(e.kind, e.meant, followed.plan) for e in before)
    await log_act(turn, "word", word.said, was, meant)
    undo = Action("vocabulary.undo", {"id": str(added.id), "before": ",".join(str(e.id) for e in before)})
    done = Paragraph(words.DONE.format(said=word.said, meant=meant), strong=True)
    return Reply((done,), (Choice(common.UNDO, undo),), replaces=True)


async def _undo(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Takes an added word out and puts back what it stood in the place of."""
    entry = await turn.uow.vocabulary.get(int(arguments["id"]))
    if entry is None or not await turn.uow.vocabulary.set_withdrawn(entry.id, withdrawn=True):
        return say(words.GONE)
    for number in filter(None, arguments["before"].split(",")):
        await turn.uow.vocabulary.set_withdrawn(int(number), withdrawn=False)
    await log_act(turn, "word.undo", entry.said)
    return Reply((Paragraph(words.UNDONE.format(said=entry.said)),), replaces=True)


async def _by(turn: Turn, entry: VocabularyEntry) -> str:
    member = await turn.uow.members.get(entry.member_id) if entry.member_id is not None else None
    return member.name if member else office_words.COMMAND_LINE


def _card(turn: Turn, followed: FollowedPlan, entry: VocabularyEntry, by: str) -> Reply:
    facts = ((words.ADDED_BY, by), (words.ADDED_AT, common.moment(entry.at, turn.zone)))
    remove = Choice(words.REMOVE, Action("vocabulary.remove", {"id": str(entry.id)}), row=1)
    back = Choice(common.BACK, Action("vocabulary.page", {"page": "1"}), row=1)
    return Reply((Paragraph(line(entry, followed.plan), strong=True), Fields(facts)), (remove, back))


async def _open(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    entry = await turn.uow.vocabulary.get(int(arguments["id"]))
    if followed is None or entry is None or entry.withdrawn:
        return say(words.GONE)
    return _card(turn, followed, entry, await _by(turn, entry))


async def _remove(turn: Turn, arguments: dict[str, str]) -> Reply:
    entry = await turn.uow.vocabulary.get(int(arguments["id"]))
    if entry is None or not await turn.uow.vocabulary.set_withdrawn(entry.id, withdrawn=True):
        return say(words.GONE)
    await log_act(turn, "word.remove", entry.said)
    undo = Choice(common.UNDO, Action("vocabulary.restore", {"id": str(entry.id)}))
    return Reply((Paragraph(words.REMOVED.format(said=entry.said), strong=True),), (undo,), replaces=True)


async def _restore(turn: Turn, arguments: dict[str, str]) -> Reply:
    entry = await turn.uow.vocabulary.get(int(arguments["id"]))
    if entry is None:
        return say(words.GONE)
    if not await put_back(turn.uow, entry):
        return say(words.ALREADY)
    await log_act(turn, "word.restore", entry.said)
    return Reply((Paragraph(words.RESTORED.format(said=entry.said)),), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {
    "vocabulary.page": _page,
    "vocabulary.open": _open,
    "vocabulary.add": _add,
    "vocabulary.undo": _undo,
    "vocabulary.remove": _remove,
    "vocabulary.restore": _restore,
}
