"""The office decides who is let in: requests of strangers, approved or refused."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import consent
from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Paragraph, Reply, dump, say
from handlers.paging import page_of
from handlers.people import person_choice
from handlers.turn import ActionHandler, Turn
from handlers.units import plan_of, role_choices, unit_choices, unit_name, unit_of
from handlers.wording import account as account_words
from handlers.wording import common
from handlers.wording import office as words
from handlers.wording.roles import ROLES
from storage.records import AccessRequest, MessageKind, RequestState, Role


async def command(turn: Turn, typed: str) -> Reply:
    """/duyet: who is waiting; each opens by a choice."""
    waiting = await turn.uow.requests.pending()
    if not waiting:
        return say(words.REQUESTS_NONE)
    if len(waiting) == 1:
        return await _show_request(turn, waiting[0])
    page = page_of(waiting, typed or "1")
    opening = tuple(Choice(common.shorten(r.words, 40), Action("requests.open", {"id": str(r.id)})) for r in page.items)
    blocks: list[Block] = [Heading(words.REQUESTS_HEADING.format(count=len(waiting)))]
    blocks.append(Items(tuple(r.words for r in page.items), numbered=True, start=page.first))
    return Reply(tuple(blocks), (*opening, *page.turning("requests.page", {})))


async def _requests_page(turn: Turn, arguments: dict[str, str]) -> Reply:
    return await command(turn, arguments["page"])


async def _request(turn: Turn, arguments: dict[str, str]) -> AccessRequest | None:
    found = await turn.uow.requests.get(int(arguments["id"]))
    return found if found and found.state is RequestState.PENDING else None


async def _open_request(turn: Turn, arguments: dict[str, str]) -> Reply:
    request = await _request(turn, arguments)
    return await _show_request(turn, request) if request else say(words.REQUEST_GONE)


async def _show_request(turn: Turn, request: AccessRequest) -> Reply:
    plan = await plan_of(turn)
    arguments = {"id": str(request.id)}
    choices: list[Choice] = []
    if request.unit:
        label = words.APPROVE_AS.format(role=ROLES[Role.STAFF], unit=unit_name(request.unit, plan))
        approve = Action("requests.approve", {**arguments, "role": Role.STAFF.value, "unit": request.unit})
        choices.append(Choice(label, approve))
    choices.append(Choice(words.APPROVE_OTHER, Action("requests.approve", arguments)))
    choices.append(Choice(words.REFUSE, Action("requests.refuse", arguments)))
    facts = (
        (words.NAME, request.name),
        (words.WROTE, request.words),
        (words.CHANNEL, words.CHANNELS.get(request.channel, request.channel)),
        (words.SENT_AT, common.moment(request.created, turn.zone)),
    )
    return Reply((Heading(words.REQUEST_HEADING), Fields(facts)), tuple(choices), replaces=True)


async def _approve(turn: Turn, arguments: dict[str, str]) -> Reply:
    request = await _request(turn, arguments)
    if request is None:
        return say(words.REQUEST_GONE)
    plan = await plan_of(turn)
    if "role" not in arguments:
        question = words.CHOOSE_ROLE_FOR.format(name=request.name)
        return Reply((Paragraph(question),), role_choices("requests.approve", arguments), replaces=True)
    if "unit" not in arguments:
        question = words.CHOOSE_UNIT_FOR.format(name=request.name)
        return Reply((Paragraph(question),), unit_choices(plan, "requests.approve", arguments), replaces=True)
    role, unit = Role(arguments["role"]), unit_of(arguments["unit"])
    if not await turn.uow.requests.decide(request.id, RequestState.APPROVED, turn.who.id, turn.now):
        return say(words.REQUEST_GONE)
    member = await turn.uow.members.add(request.name, role, unit, turn.now)
    await turn.uow.members.link(member.id, request.channel, request.account, request.chat)
    where = unit_name(unit, plan, words.NO_UNIT)
    await log_act(turn, "approve", member.name, after=f"{ROLES[role]}, {where}")
    told = Paragraph(account_words.approved(ROLES[role], unit_name(unit, plan)))
    help_ = Choice(common.HELP, Action("say", {"text": "/trogiup"}))
    await _tell(turn, request, Reply((told, *await consent.notice(turn)), (consent.choice(), help_)))
    done = words.APPROVED.format(name=member.name, role=ROLES[role], unit=where)
    return Reply((Paragraph(done, strong=True),), (person_choice(member),), replaces=True)


async def _refuse(turn: Turn, arguments: dict[str, str]) -> Reply:
    request = await _request(turn, arguments)
    if request is None:
        return say(words.REQUEST_GONE)
    if arguments.get("sure") != "1":
        sure = Choice(words.REFUSE, Action("requests.refuse", {**arguments, "sure": "1"}), row=1)
        back = Choice(common.BACK, Action("requests.open", arguments), row=1)
        return Reply((Paragraph(words.REFUSE_SURE.format(name=request.name)),), (sure, back), replaces=True)
    if not await turn.uow.requests.decide(request.id, RequestState.REFUSED, turn.who.id, turn.now):
        return say(words.REQUEST_GONE)
    await log_act(turn, "refuse", request.name)
    await _tell(turn, request, say(account_words.REFUSED))
    return Reply((Paragraph(words.REFUSED.format(name=request.name)),), replaces=True)


async def _tell(turn: Turn, request: AccessRequest, reply: Reply) -> None:
    """Queues the decision to the person who asked."""
    await turn.uow.outbox.put(
        key=f"decision:request:{request.id}:told",
        kind=MessageKind.DECISION,
        reply=dump(reply),
        now=turn.now,
        channel=request.channel,
        chat=request.chat,
    )


ACTIONS: Mapping[str, ActionHandler] = {
    "requests.page": _requests_page,
    "requests.open": _open_request,
    "requests.approve": _approve,
    "requests.refuse": _refuse,
}
