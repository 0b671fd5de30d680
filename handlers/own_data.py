"""/dulieucuatoi: what is kept about a person: seen, corrected, taken along, and asked to be erased."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from handlers import consent
from handlers.flow import stop_waiting, wait_for
from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Document, Fields, Heading, Items, Paragraph, Reply, dump, say
from handlers.telling import tell
from handlers.turn import ActionHandler, FlowHandler, Turn
from handlers.units import plan_of, unit_name
from handlers.wording import account as account_words
from handlers.wording import common
from handlers.wording import office as office_words
from handlers.wording import own_data as words
from handlers.wording.roles import ROLES
from storage.records import Erasure, Member, MessageKind, MessageState, Role

ANSWER_WITHIN = timedelta(hours=72)
ALERT_AFTER = timedelta(hours=48)
MAX_NAME = 60
NAME_WORDS = range(2, 7)


async def command(turn: Turn, typed: str) -> Reply:
    """What is kept, in counts, and what can be done about it."""
    who, plan = turn.who, await plan_of(turn)
    consented = await turn.uow.privacy.consented(who.id, account_words.CONSENT_VERSION)
    facts = (
        (words.NAME, who.name),
        (words.ROLE, ROLES[who.role]),
        (words.UNIT, unit_name(who.unit, plan, office_words.NO_UNIT)),
        (words.CHANNELS, ", ".join(office_words.CHANNELS.get(a.channel, a.channel) for a in who.accounts)),
        (words.SINCE, common.day(who.created.astimezone(turn.zone).date())),
        (words.CONSENTED, await _consent_words(turn, consented)),
    )
    kept = await turn.uow.privacy.everything(who.id)
    lines = tuple(words.COUNT.format(what=words.TABLES.get(name, name), count=len(rows)) for name, rows in kept.items())
    blocks: list[Block] = [Heading(words.HEADING), Fields(facts), Paragraph(words.KEPT, strong=True), Items(lines)]
    choices = [
        Choice(words.RENAME, Action("own_data.rename"), row=1),
        Choice(words.ERASE, Action("own_data.erase"), row=1),
    ]
    if turn.capabilities.files_out:
        choices.insert(0, Choice(words.EXPORT, Action("own_data.export"), row=0))
    if consented is None:
        choices.append(Choice(account_words.CONSENT_GIVEN, Action("account.consent"), row=2))
    else:
        choices.append(Choice(account_words.WITHDRAW, Action("own_data.withdraw"), row=2))
    if turn.who.role is Role.OFFICE and (waiting := await turn.uow.privacy.erasures()):
        choices.append(Choice(words.OPEN.format(count=len(waiting)), Action("own_data.waiting"), row=3))
    return Reply(tuple(blocks), tuple(choices))


async def _consent_words(turn: Turn, consented: datetime | None) -> str:
    if consented is not None:
        return common.moment(consented, turn.zone)
    withdrawn = (await turn.uow.privacy.withdrawals()).get(turn.who.id)
    return words.WITHDRAWN.format(at=common.moment(withdrawn, turn.zone)) if withdrawn else words.NOT_YET


# ---- taking it along, correcting it ---------------------------------------------------------------------------------


async def _export(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Everything, once to be read and once for a program."""
    kept = await turn.uow.privacy.everything(turn.who.id)
    machine = json.dumps(kept, ensure_ascii=False, indent=1, default=_plain).encode()
    day = turn.today.isoformat()
    said = words.EXPORTED.format(at=common.moment(turn.now, turn.zone))
    readable = Document(words.READABLE.format(day=day), _readable(turn, kept).encode())
    return Reply((Paragraph(said), readable, Document(words.JSON.format(day=day), machine)))


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime | date) else str(value)


def _readable(turn: Turn, kept: Mapping[str, list[dict[str, object]]]) -> str:
    """The rows as text, a part a table."""
    parts = []
    for name, rows in kept.items():
        lines = [f"{words.TABLES.get(name, name).capitalize()}: {len(rows)}"]
        for number, row in enumerate(rows, 1):
            shown = "; ".join(f"{key}: {_shown(turn, value)}" for key, value in row.items() if value not in (None, ""))
            lines.append(f"  {number}. {shown}")
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _shown(turn: Turn, value: object) -> str:
    if isinstance(value, datetime):
        return common.moment(value, turn.zone)
    return common.day(value) if isinstance(value, date) else common.shorten(str(value), 500)


async def _rename(turn: Turn, arguments: dict[str, str]) -> Reply:
    await wait_for(turn, "own_data.name", {})
    return say(words.ASK_NAME, choices=(Choice(common.NO, Action("progress.drop")),))


async def _named(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    parts = typed.split()
    if typed.endswith("?"):
        return None
    if len(parts) not in NAME_WORDS or not all(part.isalpha() for part in parts) or len(typed) > MAX_NAME:
        return say(words.BAD_NAME)
    await stop_waiting(turn)
    name = " ".join(parts)
    await turn.uow.members.change(turn.who.id, name=name)
    await log_act(turn, "rename", name, turn.who.name, name)
    return say(words.RENAMED.format(before=turn.who.name, after=name))


# ---- erasing --------------------------------------------------------------------------------------------------------


async def _erase(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Asks the office to erase, which has a clock of 72 hours and is reminded after 48."""
    if arguments.get("sure") != "1":
        sure = Choice(common.YES, Action("own_data.erase", {"sure": "1"}), row=1)
        question = words.ERASE_SURE.format(name=words.ERASED_NAME.format(number=turn.who.id))
        return Reply((Paragraph(question, strong=True),), (sure, Choice(common.NO, Action("progress.drop"), row=1)))
    asked = await turn.uow.privacy.ask_erasure(turn.who.id, turn.now)
    at = common.moment(asked.asked, turn.zone)
    if asked.asked == turn.now:
        await log_act(turn, "erase.ask", turn.who.name)
        until = common.moment(asked.asked + ANSWER_WITHIN, turn.zone)
        opening = Choice(words.OPEN.format(count=1), Action("own_data.waiting"))
        office = await turn.uow.members.with_role(Role.OFFICE)
        said = words.NOTICE.format(name=turn.who.name, at=at, until=until)
        await tell(turn, office, say(said, choices=(opening,)), f"erase:{asked.id}")
        for member in office:
            await turn.uow.outbox.put(
                key=_alert_key(asked, member),
                kind=MessageKind.DECISION,
                reply=dump(say(words.ALERT.format(name=turn.who.name, at=at), choices=(opening,))),
                now=turn.now,
                member_id=member.id,
                not_before=asked.asked + ALERT_AFTER,
                roles=(Role.OFFICE,),
            )
    return Reply((Paragraph(words.ERASE_ASKED.format(at=at), strong=True),), replaces=True)


def _alert_key(erasure: Erasure, member: Member) -> str:
    return f"decision:erase:{erasure.id}:alert:{member.id}"


async def _waiting(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The requests with their clocks."""
    found = await turn.uow.privacy.erasures()
    if not found:
        return say(words.NONE_WAITING)
    choices = []
    for number, one in enumerate(found):
        which = {"id": str(one.id)}
        name = common.shorten(one.member_name, 30)
        choices.append(Choice(words.DO.format(name=name), Action("own_data.do", which), row=number))
        choices.append(Choice(words.REFUSE.format(name=name), Action("own_data.refuse", which), row=number))
    lines = tuple(_line(turn, one) for one in found)
    return Reply((Heading(words.WAITING.format(count=len(found))), Items(lines, numbered=True)), tuple(choices))


def _line(turn: Turn, one: Erasure) -> str:
    left = one.asked + ANSWER_WITHIN - turn.now
    hours = int(abs(left).total_seconds() // 3600)
    form = words.LINE if left >= timedelta() else words.LINE_LATE
    return form.format(name=one.member_name, at=common.moment(one.asked, turn.zone), hours=hours)


async def _open(turn: Turn, number: str) -> tuple[Erasure, Member] | None:
    erasure = await turn.uow.privacy.erasure(int(number))
    member = await turn.uow.members.get(erasure.member_id) if erasure else None
    return (erasure, member) if erasure and member and erasure.decided is None else None


async def _do(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Erases for good, after a second yes; the person is told where they last were."""
    found = await _open(turn, arguments["id"])
    if found is None:
        return say(words.SETTLED)
    erasure, member = found
    after = words.ERASED_NAME.format(number=member.id)
    office = await turn.uow.members.with_role(Role.OFFICE)
    if [m.id for m in office] == [member.id]:
        return say(words.LAST_OFFICE)
    if arguments.get("sure") != "1":
        sure = Choice(common.YES, Action("own_data.do", {**arguments, "sure": "1"}), row=1)
        question = Paragraph(words.DO_SURE.format(name=member.name, after=after), strong=True)
        return Reply((question,), (sure, Choice(common.NO, Action("progress.drop"), row=1)))
    await turn.uow.privacy.decide_erasure(erasure.id, turn.who.id, turn.now, done=True)
    for account in member.accounts:
        await turn.uow.outbox.put(
            key=f"decision:erased:{erasure.id}:{account.channel}",
            kind=MessageKind.DECISION,
            reply=dump(say(words.TOLD)),
            now=turn.now,
            channel=account.channel,
            chat=account.chat,
        )
    await turn.uow.outbox.cancel_for(member.id, turn.now)
    await _no_alert(turn, erasure)
    await turn.uow.privacy.pseudonymise(member.id, after)
    await log_act(turn, "erase", after)
    return Reply((Paragraph(words.DONE.format(after=after), strong=True),), replaces=True)


async def _no_alert(turn: Turn, erasure: Erasure) -> None:
    """What was decided is not warned of."""
    for member in await turn.uow.members.with_role(Role.OFFICE):
        alert = await turn.uow.outbox.get(_alert_key(erasure, member))
        if alert is not None and alert.state is MessageState.PENDING:
            await turn.uow.outbox.settle(alert.id, MessageState.CANCELLED, "decided", turn.now)


async def _refuse(turn: Turn, arguments: dict[str, str]) -> Reply:
    found = await _open(turn, arguments["id"])
    if found is None:
        return say(words.SETTLED)
    await wait_for(turn, "own_data.reason", {"id": arguments["id"]})
    asked = words.ASK_REASON.format(name=found[1].name)
    return say(asked, choices=(Choice(common.NO, Action("progress.drop")),))


async def _refused(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    found = await _open(turn, data["id"])
    await stop_waiting(turn)
    if found is None:
        return say(words.SETTLED)
    erasure, member = found
    await turn.uow.privacy.decide_erasure(erasure.id, turn.who.id, turn.now, done=False)
    await _no_alert(turn, erasure)
    await log_act(turn, "erase.refuse", member.name, after=common.shorten(typed, 200))
    await tell(turn, [member], say(words.REFUSED_TOLD.format(reason=typed)), f"erase:{erasure.id}:refused")
    return say(words.REFUSED.format(name=member.name))


ACTIONS: Mapping[str, ActionHandler] = {
    "own_data.export": _export,
    "own_data.rename": _rename,
    "own_data.erase": _erase,
    "own_data.withdraw": consent.withdraw,
}
"""For everybody."""
OFFICE_ACTIONS: Mapping[str, ActionHandler] = {
    "own_data.waiting": _waiting,
    "own_data.do": _do,
    "own_data.refuse": _refuse,
}
FLOWS: Mapping[str, FlowHandler] = {"own_data.name": _named}
OFFICE_FLOWS: Mapping[str, FlowHandler] = {"own_data.reason": _refused}
