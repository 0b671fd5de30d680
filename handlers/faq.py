"""Answers that the office keeps for everybody: found by any wording of their questions, kept, changed, withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from handlers.flow import as_typed, stop_waiting, wait_for
from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Note, Paragraph, Reply, Source, say
from handlers.missing import no_plan
from handlers.office import FollowedPlan
from handlers.paging import page_of
from handlers.turn import ActionHandler, FlowHandler, Turn
from handlers.wording import common
from handlers.wording import faq as words
from knowledge.answers import Engine
from knowledge.answers.kept import NEAR, SAME, Asked, asked, likeness
from knowledge.vietnamese import fold
from storage.records import FaqEntry

LONGEST = 500
"""Characters of a question that are kept."""
FORMS_AT_MOST = 20
CODES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Alike:
    """A kept answer whose question `question` is as like what was asked as `score` says (0–1)."""

    score: float
    entry: FaqEntry
    question: str

    @property
    def same(self) -> bool:
        """Whether it is the same question: the answer may be given."""
        return self.score >= SAME


async def alike(turn: Turn, followed: FollowedPlan, engine: Engine, question: str) -> list[Alike]:
    """Kept answers to questions like this one, the most alike first, one for each entry."""
    entries = await turn.uow.faq.of_plan(followed.plan.id)
    return among(entries, question, engine, lambda form: turn.office.read_form(engine, form))


def among(
    entries: Sequence[FaqEntry], question: str, engine: Engine, read: Callable[[str], Asked] | None = None
) -> list[Alike]:
    """Those of the kept answers; `read`: how the question of one is read, where that is remembered."""
    if not entries:
        return []
    mine = asked(question, engine.understanding)
    found = []
    for entry in entries:
        forms = ((read(form) if read else asked(form, engine.understanding), form) for form in entry.questions)
        scored = ((likeness(mine, other), form) for other, form in forms)
        score, form = max(scored, default=(0.0, ""), key=lambda pair: pair[0])
        if score >= NEAR:
            found.append(Alike(score, entry, form))
    return sorted(found, key=lambda a: -a.score)


def shown(zone: ZoneInfo, version: int, found: Alike, question: str) -> Reply:
    """A kept answer as those who ask read it: whose it is, of when, and to which question. `version`: the plan's."""
    entry = found.entry
    day = common.day(entry.at.astimezone(zone).date())
    source = words.SOURCE.format(name=entry.member_name, day=day)
    blocks: list[Block] = [Paragraph(entry.answer)]
    if fold(found.question) != fold(question):
        blocks.append(Note(words.FOR_QUESTION.format(question=found.question)))
    if entry.version != version:
        blocks.append(Note(words.AMENDED))
    blocks.append(Source("; ".join(part for part in (source, entry.source) if part)))
    return Reply(tuple(blocks))


def show_choice(found: Alike) -> Choice:
    """The choice that shows the answer to a question like the one asked."""
    arguments = {"id": str(found.entry.id), "question": found.question}
    return Choice(common.shorten(found.question, 64), Action("faq.show", arguments))


async def _show(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    entry = await turn.uow.faq.get(int(arguments["id"]))
    if followed is None or entry is None or entry.withdrawn:
        return say(words.GONE)
    alike_ = Alike(1.0, entry, arguments["question"])
    return shown(turn.zone, followed.version, alike_, arguments["question"])


# ---- for the office -------------------------------------------------------------------------------------------------


async def listed(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The kept answers of the plan, newest first; `words` narrows them."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    entries = await turn.uow.faq.of_plan(followed.plan.id)
    wanted = arguments.get("words", "")
    found = [e for e in entries if fold(wanted) in fold(" ".join((*e.questions, e.answer, e.source)))]
    new = Choice(words.NEW, Action("faq.new"))
    if not found:
        return say(words.NONE_WITH.format(words=wanted) if wanted else words.NONE, choices=(new,))
    page = page_of(found, arguments.get("page", "1"))
    lines = tuple(
        words.LINE.format(question=common.shorten(e.questions[0], 100), answer=common.shorten(e.answer, 100))
        for e in page.items
    )
    blocks: list[Block] = [Heading(words.HEADING.format(count=len(found)))]
    blocks.append(Items(lines, numbered=True, start=page.first))
    blocks += [Note(page.caption)] if page.caption else []
    opening = tuple(
        Choice(common.shorten(e.questions[0], 48), Action("faq.open", {"id": str(e.id)})) for e in page.items
    )
    choices = (*opening, *page.turning("faq.list", {"words": wanted}), new)
    return Reply(tuple(blocks), choices, replaces="page" in arguments)


async def _open(turn: Turn, arguments: dict[str, str]) -> Reply:
    entry = await turn.uow.faq.get(int(arguments["id"]))
    if entry is None or entry.withdrawn:
        return say(words.GONE)
    facts = [(words.CITED, entry.source)] if entry.source else []
    facts.append((words.WRITTEN, f"{entry.member_name}, {common.moment(entry.at, turn.zone)}"))
    place = {"id": str(entry.id)}
    choices = (
        Choice(words.EDIT, Action("faq.edit", {**place, "field": "answer"}), row=1),
        Choice(words.FORM, Action("faq.edit", {**place, "field": "question"}), row=1),
        Choice(words.CITE, Action("faq.edit", {**place, "field": "source"}), row=2),
        Choice(words.WITHDRAW, Action("faq.withdraw", place), row=2),
        Choice(common.BACK, Action("faq.list", {"page": "1"}), row=3),
    )
    return Reply((Items(entry.questions), Paragraph(entry.answer), Fields(tuple(facts))), choices)


async def _new(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Asks for what is not known yet of a new entry: its question, its answer."""
    if "question" not in arguments:
        await wait_for(turn, "faq.question", arguments)
        return say(words.TYPE_QUESTION)
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    question = arguments["question"][:LONGEST]
    engine = await turn.office.engine(turn.uow, followed)
    if not asked(question, engine.understanding).stands_alone:
        left = {name: value for name, value in arguments.items() if name != "question"}
        await wait_for(turn, "faq.question", left)
        return say(words.NEEDS_CONTEXT.format(question=question))
    if "answer" not in arguments:
        await wait_for(turn, "faq.answer", {"question": question})
        return say(words.TYPE_ANSWER.format(question=question))
    await stop_waiting(turn)
    save = Action("faq.save", {"question": question, "answer": arguments["answer"]})
    facts = Fields(((words.QUESTIONS, question),))
    notes = await _cautions(turn, followed, engine, question)
    answer = Paragraph(arguments["answer"])
    return Reply((Paragraph(words.SURE, strong=True), facts, answer, *notes), _save_or_drop(save))


def _save_or_drop(save: Action) -> tuple[Choice, ...]:
    return Choice(words.SAVE, save, row=1), Choice(common.NO, Action("say", {"text": "/huy"}), row=1)


async def _cautions(
    turn: Turn, followed: FollowedPlan, engine: Engine, question: str, but: int | None = None
) -> Sequence[Note]:
    """What the office should know before it keeps a question; `but`: the entry that the question is for."""
    notes = [
        Note(words.ALIKE.format(question=a.question))
        for a in await alike(turn, followed, engine, question)
        if a.same and a.entry.id != but
    ]
    answer = engine.answer(question)
    if answer.kind == "answer" and answer.records:
        notes.append(Note(words.IN_PLAN.format(codes=", ".join(answer.records[:CODES_SHOWN]))))
    return notes


async def _question_typed(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    return await _new(turn, {**data, "question": typed})


async def _answer_typed(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    return await _new(turn, {**data, "answer": as_typed(turn, typed)})


async def keep(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The question and answer of an inquiry become an entry, once the office has seen them together."""
    inquiry = await turn.uow.inquiries.get(int(arguments["id"]))
    if inquiry is None or not inquiry.reply:
        return say(words.GONE)
    return await _new(turn, {"question": inquiry.question, "answer": inquiry.reply})


async def _save(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    question, answer = arguments["question"], arguments["answer"]
    for entry in await turn.uow.faq.of_plan(followed.plan.id):
        if question in entry.questions and entry.answer == answer:
            return say(words.KEPT_ALREADY)
    entry = await turn.uow.faq.add(
        plan=followed.plan.id,
        questions=(question,),
        answer=answer,
        source="",
        version=followed.version,
        member_id=turn.who.id,
        now=turn.now,
    )
    await log_act(turn, "keep", common.shorten(question, 80), after=common.shorten(answer, 80))
    return _kept(entry, words.KEPT)


def _kept(entry: FaqEntry, said: str) -> Reply:
    place = {"id": str(entry.id)}
    choices = (
        Choice(words.FORM, Action("faq.edit", {**place, "field": "question"}), row=1),
        Choice(words.CITE, Action("faq.edit", {**place, "field": "source"}), row=1),
        Choice(common.UNDO, Action("faq.undo", place), row=2),
    )
    return Reply((Paragraph(said, strong=True),), choices, replaces=True)


async def _edit(turn: Turn, arguments: dict[str, str]) -> Reply:
    await wait_for(turn, "faq.edit", arguments)
    return say(words.TYPE[arguments["field"]])


async def _edit_typed(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    """Shows the change before it is made."""
    followed = await turn.plan()
    entry = await turn.uow.faq.get(int(data["id"]))
    await stop_waiting(turn)
    if followed is None or entry is None or entry.withdrawn:
        return say(words.GONE)
    notes: Sequence[Note] = ()
    if data["field"] == "answer":
        typed = as_typed(turn, typed)
    if data["field"] == "question":
        typed = typed[:LONGEST]
        engine = await turn.office.engine(turn.uow, followed)
        if not asked(typed, engine.understanding).stands_alone:
            await wait_for(turn, "faq.edit", data)
            return say(words.NEEDS_CONTEXT.format(question=typed))
        notes = await _cautions(turn, followed, engine, typed, but=entry.id)
    sure = Paragraph(words.SURE_CHANGE[data["field"]], strong=True)
    return Reply((sure, Paragraph(typed), *notes), _save_or_drop(Action("faq.change", {**data, "text": typed})))


async def _change(turn: Turn, arguments: dict[str, str]) -> Reply:
    """A changed entry comes in the place of the old one, which stays in the database."""
    followed = await turn.plan()
    entry = await turn.uow.faq.get(int(arguments["id"]))
    if followed is None or entry is None or entry.withdrawn:
        return say(words.GONE)
    field, text = arguments["field"], arguments["text"]
    questions = tuple(dict.fromkeys((*entry.questions, text)))[-FORMS_AT_MOST:] if field == "question" else None
    changed = await turn.uow.faq.add(
        plan=entry.plan,
        questions=questions or entry.questions,
        answer=text if field == "answer" else entry.answer,
        source=text if field == "source" else entry.source,
        # A further wording or a source says nothing anew about the plan.
        version=followed.version if field == "answer" else entry.version,
        member_id=turn.who.id if field == "answer" else entry.member_id,
        now=turn.now if field == "answer" else entry.at,
        supersedes=entry.id,
    )
    before = {"answer": entry.answer, "source": entry.source, "question": ""}[field]
    subject = common.shorten(entry.questions[0], 80)
    await log_act(turn, "keep.change", subject, common.shorten(before, 80), common.shorten(text, 80))
    return _kept(changed, words.CHANGED)


async def _withdraw(turn: Turn, arguments: dict[str, str]) -> Reply:
    entry = await turn.uow.faq.get(int(arguments["id"]))
    if entry is None or not await turn.uow.faq.set_withdrawn(entry.id, withdrawn=True):
        return say(words.GONE)
    await log_act(turn, "keep.withdraw", common.shorten(entry.questions[0], 80))
    undo = Choice(common.UNDO, Action("faq.restore", {"id": str(entry.id)}))
    return Reply((Paragraph(words.WITHDRAWN),), (undo,), replaces=True)


async def _restore(turn: Turn, arguments: dict[str, str]) -> Reply:
    entry = await turn.uow.faq.get(int(arguments["id"]))
    if entry is None or await _replaced(turn, entry) or not await turn.uow.faq.set_withdrawn(entry.id, withdrawn=False):
        return say(words.CANNOT_RESTORE)
    await log_act(turn, "keep.restore", common.shorten(entry.questions[0], 80))
    return Reply((Paragraph(words.RESTORED),), replaces=True)


async def _replaced(turn: Turn, entry: FaqEntry) -> bool:
    """Whether an entry that stands came, perhaps over others, in the place of this one."""
    for standing in await turn.uow.faq.of_plan(entry.plan):
        earlier: FaqEntry | None = standing
        while earlier is not None and earlier.supersedes is not None:
            if earlier.supersedes == entry.id:
                return True
            earlier = await turn.uow.faq.get(earlier.supersedes)
    return False


async def _undo(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Takes an entry out and puts back what it came in the place of."""
    entry = await turn.uow.faq.get(int(arguments["id"]))
    if entry is None or not await turn.uow.faq.set_withdrawn(entry.id, withdrawn=True):
        return say(words.CANNOT_RESTORE)
    if entry.supersedes is not None:
        await turn.uow.faq.set_withdrawn(entry.supersedes, withdrawn=False)
    await log_act(turn, "keep.undo", common.shorten(entry.questions[0], 80))
    said = words.RESTORED if entry.supersedes is not None else words.WITHDRAWN
    return Reply((Paragraph(said),), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {"faq.show": _show}
"""For everybody."""
OFFICE_ACTIONS: Mapping[str, ActionHandler] = {
    "faq.list": listed,
    "faq.open": _open,
    "faq.new": _new,
    "faq.keep": keep,
    "faq.save": _save,
    "faq.edit": _edit,
    "faq.change": _change,
    "faq.withdraw": _withdraw,
    "faq.restore": _restore,
    "faq.undo": _undo,
}
FLOWS: Mapping[str, FlowHandler] = {
    "faq.question": _question_typed,
    "faq.answer": _answer_typed,
    "faq.edit": _edit_typed,
}
