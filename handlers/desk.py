"""The office's desk for questions: what the plan does not answer goes to the office, and its answer comes back."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import explaining, faq
from handlers.flow import as_typed, stop_waiting, wait_for
from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Note, Paragraph, Reply, Source, dump, say
from handlers.missing import no_plan
from handlers.notices import tell_office
from handlers.office import FollowedPlan
from handlers.paging import page_of
from handlers.turn import ActionHandler, FlowHandler, Turn
from handlers.units import unit_name
from handlers.wording import common
from handlers.wording import desk as words
from handlers.wording import faq as faq_words
from knowledge.answers.kept import SAME, asked, likeness
from knowledge.vietnamese import fold
from storage.records import Inquiry, InquiryKind, MessageKind

LONGEST = 500
"""Characters of a question, and of what was answered, that are kept."""
UNFOUND_SHOWN = 5
UNFOUND_AT_MOST = 100


def _recognised(question: str) -> str:
    return " ".join(sorted(fold(question).split()))[:LONGEST]


# ---- from those who ask ---------------------------------------------------------------------------------------------


async def note_unfound(turn: Turn, followed: FollowedPlan, question: str) -> None:
    """Counts a question that found nothing, without who asked it. What has no words is not worth the office's time."""
    if sum(len(word) > 1 and word.isalpha() for word in fold(question).split()) < 2:
        return
    await turn.uow.inquiries.add(
        plan=followed.plan.id,
        kind=InquiryKind.UNFOUND,
        question=question[:LONGEST],
        folded=_recognised(question),
        said="",
        member_id=None,
        now=turn.now,
    )


def ask_choice(question: str) -> Choice:
    """The choice that passes a question to the office."""
    return Choice(words.ASK_OFFICE, Action("desk.ask", {"question": question[:LONGEST]}))


def wrong_choice(question: str, reply: Reply, understood: tuple[tuple[str, str], ...]) -> Choice:
    """The quiet choice that tells the office an answer was not right."""
    said = " ".join(block.text for block in reply.blocks if isinstance(block, Heading | Paragraph))
    meant = "; ".join(f"{label}: {value}" for label, value in understood)
    arguments = {"question": question[:LONGEST], "said": said[:LONGEST], "understood": meant[:LONGEST]}
    return Choice(words.WRONG, Action("desk.wrong", arguments), row=950)


async def ask_office(turn: Turn, typed: str) -> Reply:
    """/hoivanphong QUESTION: passes a question on, without looking for an answer in the plan first."""
    return await _pass_on(turn, InquiryKind.ASKED, {"question": typed[:LONGEST]}) if typed else say(words.ASK_USAGE)


async def _ask(turn: Turn, arguments: dict[str, str]) -> Reply:
    return await _pass_on(turn, InquiryKind.ASKED, arguments)


async def _wrong(turn: Turn, arguments: dict[str, str]) -> Reply:
    return await _pass_on(turn, InquiryKind.WRONG, arguments)


async def _pass_on(turn: Turn, kind: InquiryKind, arguments: Mapping[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    question = arguments["question"]
    waiting = await turn.uow.inquiries.waiting(followed.plan.id)
    if any((i.kind, i.question, i.member_id) == (kind, question, turn.who.id) for i in waiting):
        return say(words.SENT_ALREADY)
    inquiry = await turn.uow.inquiries.add(
        plan=followed.plan.id,
        kind=kind,
        question=question,
        folded=_recognised(question),
        said=arguments.get("said", ""),
        member_id=turn.who.id,
        now=turn.now,
        understood=arguments.get("understood", ""),
    )
    form = words.NOTICE if kind is InquiryKind.ASKED else words.NOTICE_WRONG
    notice = say(form.format(name=turn.who.name, question=question), choices=(_open_choice(inquiry, words.OPEN),))
    office = await tell_office(turn.uow, f"decision:inquiry:{inquiry.id}", notice, turn.now)
    if kind is InquiryKind.WRONG:
        return say(words.THANKS_WRONG)
    return say(words.SENT) if office else say(words.NO_OFFICE)


# ---- for the office: what waits -------------------------------------------------------------------------------------


def _open_choice(inquiry: Inquiry, label: str) -> Choice:
    return Choice(label, Action("desk.open", {"id": str(inquiry.id)}))


async def command(turn: Turn, typed: str) -> Reply:
    """/hoidap [words]: questions that wait, those that found nothing, the kept answers; with words, kept answers."""
    if typed:
        return await faq.listed(turn, {"words": typed})
    return await _inbox(turn, {})


async def _inbox(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    waiting = await turn.uow.inquiries.waiting(followed.plan.id)
    page = page_of(waiting, arguments.get("page", "1"))
    blocks: list[Block] = [Paragraph(words.NONE)]
    if waiting:
        lines = [await _line(turn, inquiry) for inquiry in page.items]
        blocks = [Heading(words.HEADING.format(count=len(waiting)))]
        blocks.append(Items(tuple(lines), numbered=True, start=page.first))
        blocks += [Note(page.caption)] if page.caption else []
    unfound = await _unfound(turn, followed)
    if unfound:
        shown = unfound[:UNFOUND_SHOWN]
        lines = [words.UNFOUND_LINE.format(question=common.shorten(q, 100), count=count) for q, count in shown]
        blocks += [Paragraph(words.UNFOUND, strong=True), Items(tuple(lines))]
    kept = len(await turn.uow.faq.of_plan(followed.plan.id))
    choices = [_open_choice(i, common.shorten(i.question, 48)) for i in page.items]
    choices += page.turning("desk.inbox", {})
    choices += [Choice(words.UNFOUND_OPEN, Action("desk.unfound", {"page": "1"}), row=910)] if unfound else []
    choices.append(Choice(faq_words.OPEN_LIST.format(count=kept), Action("faq.list"), row=910))
    return Reply(tuple(blocks), tuple(choices), replaces="page" in arguments)


async def _line(turn: Turn, inquiry: Inquiry) -> str:
    form = words.LINE_WRONG if inquiry.kind is InquiryKind.WRONG else words.LINE
    return form.format(question=common.shorten(inquiry.question, 120), name=await _asker(turn, inquiry))


async def _asker(turn: Turn, inquiry: Inquiry) -> str:
    member = await turn.uow.members.get(inquiry.member_id) if inquiry.member_id is not None else None
    return member.name if member else words.SOMEBODY


async def _open(turn: Turn, arguments: dict[str, str]) -> Reply:
    inquiry = await turn.uow.inquiries.get(int(arguments["id"]))
    if inquiry is None or not inquiry.open:
        return say(words.SETTLED)
    data = {"id": str(inquiry.id)}
    await wait_for(turn, "desk.answer", data)
    member = await turn.uow.members.get(inquiry.member_id) if inquiry.member_id is not None else None
    followed = await turn.plan()
    unit = unit_name(member.unit, followed.plan) if member and followed else ""
    asker = ", ".join(part for part in (member.name if member else words.SOMEBODY, unit) if part)
    facts = [(words.ASKER, asker), (words.QUESTION, inquiry.question)]
    facts += [(words.UNDERSTOOD, inquiry.understood)] if inquiry.understood else []
    facts += [(words.SAID, inquiry.said)] if inquiry.said else []
    facts.append((words.AT, common.moment(inquiry.created, turn.zone)))
    choices = [Choice(words.DISMISS, Action("desk.dismiss", data))]
    choices += [explaining.choice(inquiry.question, "")] if inquiry.kind is InquiryKind.WRONG else []
    return Reply((Fields(tuple(facts)), Paragraph(words.TYPE_ANSWER)), tuple(choices))


async def _answer(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    """Shows the office's words before they go out: what is sent cannot be taken back."""
    inquiry = await turn.uow.inquiries.get(int(data["id"]))
    await stop_waiting(turn)
    if inquiry is None or not inquiry.open:
        return say(words.SETTLED)
    said = as_typed(turn, typed)
    sure = Paragraph(words.SURE.format(name=await _asker(turn, inquiry)), strong=True)
    choices = (
        Choice(words.SEND, Action("desk.send", {**data, "reply": said}), row=1),
        Choice(words.AGAIN, Action("desk.open", data), row=1),
        Choice(common.NO, Action("say", {"text": "/huy"}), row=1),
    )
    return Reply((sure, Fields(((words.QUESTION, inquiry.question),)), Paragraph(said)), choices)


async def _send(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The office's words go to the asker as they are."""
    inquiry, said = await turn.uow.inquiries.get(int(arguments["id"])), arguments["reply"]
    if inquiry is None or not await turn.uow.inquiries.settle(inquiry.id, said, turn.who.id, turn.now):
        return say(words.SETTLED)
    await _tell(turn, inquiry, said)
    place = {"id": str(inquiry.id)}
    choices = [Choice(faq_words.KEEP, Action("faq.keep", place))]
    others = await _alike(turn, inquiry)
    if others:
        choices.append(Choice(words.SAME.format(count=len(others)), Action("desk.same", place)))
    done = Paragraph(words.ANSWERED.format(name=await _asker(turn, inquiry)), strong=True)
    return Reply((done,), tuple(choices), replaces=True)


async def _tell(turn: Turn, inquiry: Inquiry, said: str) -> None:
    if inquiry.member_id is not None:
        source = words.REPLY_SOURCE.format(name=turn.who.name, at=common.moment(turn.now, turn.zone))
        heading = Paragraph(words.REPLY.format(question=inquiry.question), strong=True)
        await turn.uow.outbox.put(
            key=f"decision:inquiry:{inquiry.id}:told",
            kind=MessageKind.DECISION,
            reply=dump(Reply((heading, Paragraph(said), Source(source)))),
            now=turn.now,
            member_id=inquiry.member_id,
        )
    await log_act(turn, "answer", common.shorten(inquiry.question, 80), after=common.shorten(said, 80))


async def _alike(turn: Turn, inquiry: Inquiry) -> list[Inquiry]:
    """Other questions that wait and ask the same."""
    followed = await turn.plan()
    if followed is None:
        return []
    understanding = (await turn.office.engine(turn.uow, followed)).understanding
    mine = asked(inquiry.question, understanding)
    waiting = await turn.uow.inquiries.waiting(inquiry.plan)
    return [
        i for i in waiting if i.kind is InquiryKind.ASKED and likeness(mine, asked(i.question, understanding)) >= SAME
    ]


async def _same(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The same answer to everybody else who asked the same."""
    inquiry = await turn.uow.inquiries.get(int(arguments["id"]))
    others = await _alike(turn, inquiry) if inquiry and inquiry.reply else []
    told = []
    for other in others:
        if inquiry and await turn.uow.inquiries.settle(other.id, inquiry.reply, turn.who.id, turn.now):
            await _tell(turn, other, inquiry.reply)
            told.append(await _asker(turn, other))
    return say(words.SAME_SENT.format(names=", ".join(told)) if told else words.SETTLED)


async def _dismiss(turn: Turn, arguments: dict[str, str]) -> Reply:
    await stop_waiting(turn)
    inquiry = await turn.uow.inquiries.get(int(arguments["id"]))
    if inquiry is None or not await turn.uow.inquiries.settle(inquiry.id, "", turn.who.id, turn.now):
        return Reply((Paragraph(words.SETTLED),), replaces=True)
    await log_act(turn, "dismiss", common.shorten(inquiry.question, 80))
    return Reply((Paragraph(words.DISMISSED),), replaces=True)


# ---- for the office: what found nothing -----------------------------------------------------------------------------


async def _unfound(turn: Turn, followed: FollowedPlan) -> list[tuple[str, int]]:
    """Questions that find nothing to this day: neither in the plan, with the office's words, nor among kept answers."""
    engine = await turn.office.engine(turn.uow, followed)
    found = []
    for question, count in await turn.uow.inquiries.unfound(followed.plan.id, limit=UNFOUND_AT_MOST):
        kept = await faq.alike(turn, followed, engine, question)
        if not (kept and kept[0].same) and engine.answer(question).kind == "none":
            found.append((question, count))
    return found


async def _unfound_page(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    unfound = await _unfound(turn, followed) if followed else []
    if not unfound:
        return say(words.UNFOUND_NONE)
    page = page_of(unfound, arguments["page"])
    lines = tuple(words.UNFOUND_LINE.format(question=common.shorten(q, 120), count=count) for q, count in page.items)
    blocks: list[Block] = [Heading(words.UNFOUND_HEADING.format(count=len(unfound)))]
    blocks.append(Items(lines, numbered=True, start=page.first))
    blocks += [Note(page.caption)] if page.caption else []
    opening = (
        Choice(common.shorten(q, 48), Action("desk.unfound_open", {"question": q, "count": str(count)}))
        for q, count in page.items
    )
    return Reply(tuple(blocks), (*opening, *page.turning("desk.unfound", {})), replaces=True)


async def _unfound_open(turn: Turn, arguments: dict[str, str]) -> Reply:
    question = arguments["question"]
    blocks = (
        Paragraph(question, strong=True),
        Paragraph(words.UNFOUND_ASKED.format(count=arguments["count"])),
        Note(words.UNFOUND_HOW),
    )
    choices = (
        Choice(words.WRITE, Action("faq.new", {"question": question}), row=1),
        Choice(words.SKIP, Action("desk.skip", {"question": question}), row=1),
        explaining.choice(question, ""),
    )
    return Reply(blocks, choices)


async def _skip(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    question = arguments["question"]
    folded = _recognised(question)
    if followed is None or not await turn.uow.inquiries.dismiss_unfound(
        followed.plan.id, folded, turn.who.id, turn.now
    ):
        return say(words.SETTLED)
    await log_act(turn, "skip", common.shorten(question, 80))
    undo = Choice(common.UNDO, Action("desk.unskip", {"question": question}))
    return Reply((Paragraph(words.SKIPPED.format(question=question)),), (undo,), replaces=True)


async def _unskip(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    await turn.uow.inquiries.restore_unfound(followed.plan.id, _recognised(arguments["question"]))
    await log_act(turn, "skip.undo", common.shorten(arguments["question"], 80))
    return Reply((Paragraph(words.SKIP_UNDONE),), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {"desk.ask": _ask, "desk.wrong": _wrong}
"""For everybody."""
OFFICE_ACTIONS: Mapping[str, ActionHandler] = {
    "desk.inbox": _inbox,
    "desk.open": _open,
    "desk.send": _send,
    "desk.same": _same,
    "desk.dismiss": _dismiss,
    "desk.unfound": _unfound_page,
    "desk.unfound_open": _unfound_open,
    "desk.skip": _skip,
    "desk.unskip": _unskip,
}
FLOWS: Mapping[str, FlowHandler] = {"desk.answer": _answer}
