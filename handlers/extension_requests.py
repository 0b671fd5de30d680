"""A unit asks for a later deadline: the request, its way through the head to the office, and what waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.flow import stop_waiting
from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Note, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.office import FollowedPlan
from handlers.paging import page_of
from handlers.rights import Right, right_of, stands_for
from handlers.standing import Standing, task_standings
from handlers.telling import lead_unit, tell
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from handlers.wording import extensions as words
from handlers.wording import records as record_words
from handlers.wording import tasks as task_words
from storage.records import ExtensionRequest, Member, RequestStage, Role

WHERE = {RequestStage.HEAD: words.AT_HEAD, RequestStage.OFFICE: words.AT_OFFICE}


@dataclass(frozen=True, slots=True)
class Asked:
    """A request with the occurrence that it is about, as that stands now."""

    followed: FollowedPlan
    request: ExtensionRequest
    standing: Standing

    @property
    def slots(self) -> dict[str, str]:
        """Code and day, as every sentence about the request has them."""
        return {"code": task_words.with_period(self.standing), "due": common.day(self.request.due)}

    @property
    def count(self) -> int:
        """Which extension of the occurrence it would be."""
        return task_words.times_extended(self.standing) + 1


# ---- asking ---------------------------------------------------------------------------------------------------------


async def _send(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The unit's request goes to its heads; without one, or from the head, to the office."""
    followed = await turn.plan()
    task = followed.plan.task(arguments["code"]) if followed else None
    if followed is None or task is None or right_of(turn.who, task, followed.plan) is not Right.RECORD:
        return say(common.CHOICE_LAPSED)
    of_task = await task_standings(turn.uow, followed, task, turn.today, turn.zone)
    standing = next((s for s in of_task if s.occurrence.period == arguments["period"]), None)
    due = date.fromisoformat(arguments["due"])
    if standing is None or (standing.due.isoformat() if standing.due else "") != arguments["before"]:
        return say(words.ALREADY if standing and standing.due == due else words.CHANGED)
    place = (task.code, standing.occurrence.period)
    open_ = [r for r in await turn.uow.extension_requests.open(followed.plan.id) if (r.task, r.period) == place]
    if open_:
        asked = Asked(followed, open_[0], standing)
        said = words.WAITING_ALREADY.format(where=WHERE[open_[0].stage], **asked.slots)
        return say(said, choices=_withdrawing(turn, asked))
    await stop_waiting(turn)
    heads = [m for m in await _heads(turn, followed, standing) if m.id != turn.who.id]
    direct = turn.who.role is Role.HEAD or not heads
    request = await turn.uow.extension_requests.add(
        plan=followed.plan.id,
        task=task.code,
        period=standing.occurrence.period,
        due=due,
        previous=standing.due,
        reason=arguments["reason"],
        document=arguments["document"],
        stage=RequestStage.OFFICE if direct else RequestStage.HEAD,
        member_id=turn.who.id,
        now=turn.now,
    )
    asked = Asked(followed, request, standing)
    before = common.day(standing.due) if standing.due else ""
    await log_act(turn, "extend.ask", asked.slots["code"], before, f"{asked.slots['due']}, {request.reason[:120]}")
    deciders = await turn.uow.members.with_role(Role.OFFICE) if direct else heads
    await tell(turn, deciders, notice(asked), f"extension.ask:{request.id}")
    names = ", ".join(m.name for m in heads)
    said = words.SENT_OFFICE.format(**asked.slots) if direct else words.SENT_HEAD.format(heads=names, **asked.slots)
    blocks: list[Block] = [Paragraph(said, strong=True)]
    blocks += [Note(words.NO_OFFICE)] if direct and not deciders else []
    return Reply(tuple(blocks), _withdrawing(turn, asked), replaces=True)


async def _withdraw(turn: Turn, arguments: dict[str, str]) -> Reply:
    asked = await read(turn, int(arguments["id"]))
    if asked is None or asked.request.member_id != turn.who.id:
        return say(words.SETTLED)
    waited = list(WHERE)
    if not await turn.uow.extension_requests.move(asked.request.id, waited, RequestStage.WITHDRAWN):
        return say(words.SETTLED)
    await log_act(turn, "extend.withdraw", asked.slots["code"], asked.slots["due"])
    heads = await _heads(turn, asked.followed, asked.standing)
    office = await turn.uow.members.with_role(Role.OFFICE) if asked.request.stage is RequestStage.OFFICE else []
    said = say(words.WITHDRAWN_NOTICE.format(name=turn.who.name, **asked.slots))
    people: Sequence[Member] = office or heads
    await tell(turn, people, said, f"extension.ask:{asked.request.id}:withdrawn")
    return Reply((Paragraph(words.WITHDRAWN.format(**asked.slots), strong=True),), replaces=True)


async def _heads(turn: Turn, followed: FollowedPlan, standing: Standing) -> list[Member]:
    return [m for m in await lead_unit(turn, followed, standing.task) if m.role is Role.HEAD]


def _facts(asked: Asked) -> Fields:
    request, standing = asked.request, asked.standing
    facts = [
        (words.PRINTED, standing.task.deadline or record_words.MATTER_NONE),
        (words.BEFORE, task_words.due(standing) if standing.due else words.NO_DATE),
        (words.REASON, request.reason),
    ]
    facts += [(words.DOCUMENT, request.document)] if request.document else []
    return Fields((*facts, (task_words.PROGRESS, task_words.progress(standing))))


def notice(asked: Asked) -> Reply:
    """What the one reads who has to decide, with the decision as choices."""
    said = words.ASKED.format(name=asked.request.member_name, count=asked.count, **asked.slots)
    return Reply((Paragraph(said, strong=True), _facts(asked)), deciding(asked))


def deciding(asked: Asked) -> tuple[Choice, ...]:
    """The choices of the one who has to decide."""
    which = {"id": str(asked.request.id)}
    at_head = asked.request.stage is RequestStage.HEAD
    label = words.PASS if at_head else words.GRANT
    action = "extension_requests.pass" if at_head else "extension_requests.grant"
    return (
        Choice(label, Action(action, which), row=1),
        Choice(words.REFUSE, Action("extension_requests.why", which), row=1),
    )


def _withdrawing(turn: Turn, asked: Asked) -> tuple[Choice, ...]:
    if asked.request.member_id != turn.who.id:
        return ()
    return (Choice(words.WITHDRAW, Action("extension_requests.withdraw", {"id": str(asked.request.id)})),)


# ---- what waits -----------------------------------------------------------------------------------------------------


async def _asked(turn: Turn, request: ExtensionRequest | None) -> Asked | None:
    followed = await turn.plan()
    task = followed.plan.task(request.task) if followed and request else None
    if followed is None or request is None or task is None:
        return None
    of_task = await task_standings(turn.uow, followed, task, turn.today, turn.zone)
    standing = next((s for s in of_task if s.occurrence.period == request.period), None)
    return Asked(followed, request, standing) if standing else None


async def read(turn: Turn, number: int) -> Asked | None:
    """The request with this number, as it stands now; None when it or its work is not there (any more)."""
    return await _asked(turn, await turn.uow.extension_requests.get(number))


async def _seen(turn: Turn, followed: FollowedPlan) -> list[ExtensionRequest]:
    """The open requests that concern the person: the office sees all, a unit its own."""
    found = await turn.uow.extension_requests.open(followed.plan.id)
    if turn.who.role is Role.OFFICE:
        return found
    return [r for r in found if (t := followed.plan.task(r.task)) and stands_for(turn.who, t.lead, followed.plan)]


def decides(turn: Turn, asked: Asked) -> bool:
    """Whether a request waits for this very person."""
    if asked.request.stage is RequestStage.OFFICE:
        return turn.who.role is Role.OFFICE
    leads = stands_for(turn.who, asked.standing.task.lead, asked.followed.plan)
    return asked.request.stage is RequestStage.HEAD and turn.who.role is Role.HEAD and leads


async def choice(turn: Turn, followed: FollowedPlan) -> tuple[Choice, ...]:
    """The choice that lists what waits; none when nothing does."""
    count = len(await _seen(turn, followed))
    if not count:
        return ()
    return (Choice(words.SHOW_WAITING.format(count=count), Action("extension_requests.waiting", {"page": "1"})),)


async def waiting(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The requests that wait, oldest first; each opens by a choice."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    every = [await _asked(turn, r) for r in await _seen(turn, followed)]
    found = [asked for asked in every if asked]
    if not found:
        return say(words.NONE_WAITING)
    page = page_of(found, arguments["page"])
    blocks: list[Block] = [Heading(words.ASKED_HEADING.format(count=len(found)))]
    blocks.append(Items(tuple(map(_line, page.items)), numbered=True, start=page.first))
    blocks += [Note(page.caption)] if page.caption else []
    opening = tuple(
        Choice(
            words.OPEN_REQUEST.format(number=number, code=asked.slots["code"]),
            Action("extension_requests.open", {"id": str(asked.request.id)}),
            row=(number - 1) // 3,
        )
        for number, asked in enumerate(page.items, page.first)
    )
    turning = page.turning("extension_requests.waiting", {"turned": "1"})
    return Reply(tuple(blocks), (*opening, *turning), replaces="turned" in arguments)


def _line(asked: Asked) -> str:
    request = asked.request
    return words.LINE.format(
        before=common.day(request.previous) if request.previous else words.NO_DATE,
        count=asked.count,
        name=request.member_name,
        reason=common.shorten(request.reason, 80),
        where=WHERE[request.stage],
        **asked.slots,
    )


async def _open(turn: Turn, arguments: dict[str, str]) -> Reply:
    asked = await read(turn, int(arguments["id"]))
    if asked is None or asked.request.id not in {r.id for r in await _seen(turn, asked.followed)}:
        return say(words.SETTLED)
    said = words.ASKED.format(name=asked.request.member_name, count=asked.count, **asked.slots)
    choices = deciding(asked) if decides(turn, asked) else _withdrawing(turn, asked)
    blocks: tuple[Block, ...] = (Paragraph(said, strong=True), _facts(asked))
    if not decides(turn, asked):
        blocks += (Note(words.NOT_FOR_YOU.format(where=WHERE[asked.request.stage])),)
    return Reply(blocks, choices)


async def on_card(turn: Turn, followed: FollowedPlan, standing: Standing) -> str:
    """The request that waits for an occurrence, in a few words; "" when none does."""
    place = (standing.task.code, standing.occurrence.period)
    for request in await turn.uow.extension_requests.open(followed.plan.id):
        if (request.task, request.period) == place:
            return words.ON_CARD.format(due=common.day(request.due), where=WHERE[request.stage])
    return ""


ACTIONS: Mapping[str, ActionHandler] = {
    "extension_requests.send": _send,
    "extension_requests.withdraw": _withdraw,
    "extension_requests.waiting": waiting,
    "extension_requests.open": _open,
}
