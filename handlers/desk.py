"""The office's desk for questions: what the plan does not answer goes to the office, and its answer comes back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from rapidfuzz import fuzz

from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Paragraph, Reply, Source, dump, say
from handlers.notices import tell_office
from handlers.office import FollowedPlan
from handlers.turn import ActionHandler, FlowHandler, Turn
from handlers.wording import common
from handlers.wording import desk as words
from knowledge.vietnamese import fold
from storage.records import Inquiry, InquiryKind, MessageKind

FLOW_LASTS = timedelta(minutes=30)
LONGEST = 500
"""Characters of a question that are kept."""
SAME_QUESTION = 90.0
"""How alike (0–100) a question must be to one that the office has answered for everybody."""
ON_SCREEN = 6


def _recognised(question: str) -> str:
    return " ".join(sorted(fold(question).split()))[:LONGEST]


# ---- from those who ask ---------------------------------------------------------------------------------------------


async def note_unfound(turn: Turn, followed: FollowedPlan, question: str) -> None:
    """Counts a question that found nothing, without who asked it."""
    await turn.uow.inquiries.add(
        plan=followed.plan.id,
        kind=InquiryKind.UNFOUND,
        question=question[:LONGEST],
        folded=_recognised(question),
        said="",
        member_id=None,
        now=turn.now,
    )


async def kept_answer(turn: Turn, followed: FollowedPlan, question: str) -> Reply | None:
    """What the office has answered for everybody to a question like this one, or None."""
    asked = _recognised(question)
    for kept in await turn.uow.inquiries.kept(followed.plan.id):
        if fuzz.ratio(asked, _recognised(kept.question)) >= SAME_QUESTION:
            day = common.day(kept.at.astimezone(turn.zone).date())
            return Reply((Paragraph(kept.answer, strong=True), Source(words.KEPT_SOURCE.format(day=day))))
    return None


def ask_choice(question: str) -> Choice:
    """The choice that passes a question to the office."""
    return Choice(words.ASK_OFFICE, Action("desk.ask", {"question": question[:LONGEST]}))


def wrong_choice(question: str, said: str) -> Choice:
    """The quiet choice that tells the office an answer was not right."""
    return Choice(words.WRONG, Action("desk.wrong", {"question": question[:LONGEST], "said": said[:LONGEST]}), row=950)


async def _ask(turn: Turn, arguments: dict[str, str]) -> Reply:
    return await _pass_on(turn, InquiryKind.ASKED, arguments)


async def _wrong(turn: Turn, arguments: dict[str, str]) -> Reply:
    return await _pass_on(turn, InquiryKind.WRONG, arguments)


async def _pass_on(turn: Turn, kind: InquiryKind, arguments: Mapping[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return say(common.NO_PLAN)
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
    )
    form = words.NOTICE if kind is InquiryKind.ASKED else words.NOTICE_WRONG
    notice = say(form.format(name=turn.who.name, question=question), choices=(_open_choice(inquiry, words.OPEN),))
    office = await tell_office(turn.uow, f"decision:inquiry:{inquiry.id}", notice, turn.now)
    if kind is InquiryKind.WRONG:
        return say(words.THANKS_WRONG)
    return say(words.SENT) if office else say(words.NO_OFFICE)


# ---- for the office -------------------------------------------------------------------------------------------------


def _open_choice(inquiry: Inquiry, label: str) -> Choice:
    return Choice(label, Action("desk.open", {"id": str(inquiry.id)}))


async def command(turn: Turn, typed: str) -> Reply:
    """/hoidap: questions that wait, and those that found nothing, the most frequent first."""
    followed = await turn.plan()
    if followed is None:
        return say(common.NO_PLAN)
    waiting = await turn.uow.inquiries.waiting(followed.plan.id)
    blocks: list[Block] = [Paragraph(words.NONE)]
    if waiting:
        blocks = [Heading(words.HEADING.format(count=len(waiting)))]
        blocks.append(Items(tuple(common.shorten(i.question, 120) for i in waiting[:ON_SCREEN]), numbered=True))
    unfound = await turn.uow.inquiries.unfound(followed.plan.id, limit=10)
    if unfound:
        lines = (words.UNFOUND_LINE.format(question=common.shorten(q, 100), count=count) for q, count in unfound)
        blocks += [Paragraph(words.UNFOUND, strong=True), Items(tuple(lines))]
    opening = (_open_choice(i, common.shorten(i.question, 48)) for i in waiting[:ON_SCREEN])
    return Reply(tuple(blocks), tuple(opening))


async def _open(turn: Turn, arguments: dict[str, str]) -> Reply:
    inquiry = await turn.uow.inquiries.get(int(arguments["id"]))
    if inquiry is None or not inquiry.open:
        return say(words.SETTLED)
    incoming = turn.incoming
    place = (incoming.channel, incoming.chat, incoming.account)
    data = {"id": str(inquiry.id)}
    await turn.uow.conversations.set_flow(*place, "desk.answer", data, turn.now + FLOW_LASTS)
    facts = [(words.ASKER, await _asker(turn, inquiry)), (words.QUESTION, inquiry.question)]
    facts += [(words.SAID, inquiry.said)] if inquiry.said else []
    facts.append((words.AT, common.moment(inquiry.created, turn.zone)))
    dismiss = Choice(words.DISMISS, Action("desk.dismiss", data))
    return Reply((Fields(tuple(facts)), Paragraph(words.TYPE_ANSWER)), (dismiss,))


async def _asker(turn: Turn, inquiry: Inquiry) -> str:
    member = await turn.uow.members.get(inquiry.member_id) if inquiry.member_id is not None else None
    return member.name if member else words.SOMEBODY


async def _answer(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    """The office's words go to the asker as they are."""
    incoming = turn.incoming
    await turn.uow.conversations.clear_flow(incoming.channel, incoming.chat, incoming.account)
    inquiry = await turn.uow.inquiries.get(int(data["id"]))
    if inquiry is None or not await turn.uow.inquiries.settle(inquiry.id, typed, turn.who.id, turn.now):
        return say(words.SETTLED)
    if inquiry.member_id is not None:
        told = say(words.REPLY.format(question=inquiry.question), typed)
        await turn.uow.outbox.put(
            key=f"decision:inquiry:{inquiry.id}:told",
            kind=MessageKind.DECISION,
            reply=dump(told),
            now=turn.now,
            member_id=inquiry.member_id,
        )
    await log_act(turn, "answer", common.shorten(inquiry.question, 80))
    keep = Choice(words.KEEP, Action("desk.keep", {"id": str(inquiry.id)}))
    return say(words.ANSWERED.format(name=await _asker(turn, inquiry)), choices=(keep,))


async def _dismiss(turn: Turn, arguments: dict[str, str]) -> Reply:
    incoming = turn.incoming
    await turn.uow.conversations.clear_flow(incoming.channel, incoming.chat, incoming.account)
    done = await turn.uow.inquiries.settle(int(arguments["id"]), "", turn.who.id, turn.now)
    return Reply((Paragraph(words.DISMISSED if done else words.SETTLED),), replaces=True)


async def _keep(turn: Turn, arguments: dict[str, str]) -> Reply:
    inquiry = await turn.uow.inquiries.get(int(arguments["id"]))
    if inquiry is None or not inquiry.reply:
        return say(words.SETTLED)
    for kept in await turn.uow.inquiries.kept(inquiry.plan):
        if (kept.question, kept.answer) == (inquiry.question, inquiry.reply):
            return say(words.KEPT)
    entry = await turn.uow.inquiries.keep(inquiry.plan, inquiry.question, inquiry.reply, turn.who.id, turn.now)
    await log_act(turn, "keep", common.shorten(inquiry.question, 80))
    undo = Choice(common.UNDO, Action("desk.withdraw", {"id": str(entry.id)}))
    return Reply((Paragraph(words.KEPT),), (undo,), replaces=True)


async def _withdraw(turn: Turn, arguments: dict[str, str]) -> Reply:
    await turn.uow.inquiries.withdraw(int(arguments["id"]))
    await log_act(turn, "keep.undo", f"#{arguments['id']}")
    return Reply((Paragraph(words.WITHDRAWN),), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {"desk.ask": _ask, "desk.wrong": _wrong}
"""For everybody."""
OFFICE_ACTIONS: Mapping[str, ActionHandler] = {
    "desk.open": _open,
    "desk.dismiss": _dismiss,
    "desk.keep": _keep,
    "desk.withdraw": _withdraw,
}
FLOWS: Mapping[str, FlowHandler] = {"desk.answer": _answer}
