"""The sending of messages as the office sees it: told once when a channel fails and when it is back, when a monthly
budget runs low, asked about broadcasts of which nobody knows whether they arrived; and how things stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.budgeting import forecast, too_fast
from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Note, Paragraph, Reply, say
from handlers.notices import tell_office
from handlers.turn import ActionHandler, Turn
from handlers.wording import budgeting as budget_words
from handlers.wording import common
from handlers.wording import delivering as words
from handlers.wording import office as office_words
from storage.records import Member, MessageKind, MessageState, Unclear
from storage.unit_of_work import UnitOfWork

RECENT = timedelta(days=7)
SETTLED_FOR = timedelta(minutes=2)
"""The office is asked about unclear broadcasts when none was added to them for so long."""
NAMES = 20
"""People named at most."""


def _channel(name: str) -> str:
    return office_words.CHANNELS.get(name, name)


def _down_key(channel: str) -> str:
    return f"channel:{channel}:down"


async def down_since(uow: UnitOfWork, channel: str) -> str:
    """Since when (ISO) the channel does not send, as the office was told; "" when it does."""
    return await uow.settings.get(_down_key(channel)) or ""


async def channel_down(
    uow: UnitOfWork, channel: str, since: datetime, now: datetime, zone: ZoneInfo, *, full: bool
) -> str:
    """Tells the office, by its other channels, that one has failed for a while, or that it takes no more for now
    (`full`); since when, in ISO."""
    waiting = (await uow.outbox.counts()).get(MessageState.PENDING, 0)
    said = (words.FULL if full else words.DOWN).format(
        channel=_channel(channel), since=common.moment(since, zone), waiting=waiting
    )
    await uow.settings.set(_down_key(channel), since.isoformat(), now)
    await tell_office(uow, f"channel:{channel}:down:{since.isoformat()}", say(said), now, not_by=channel)
    return since.isoformat()


async def channel_back(uow: UnitOfWork, channel: str, now: datetime, zone: ZoneInfo) -> None:
    """Tells the office that the channel sends again."""
    since = await down_since(uow, channel)
    if not since:
        return
    began = common.moment(datetime.fromisoformat(since), zone)
    await uow.settings.set(_down_key(channel), "", now)
    said = words.BACK.format(channel=_channel(channel), since=began)
    await tell_office(uow, f"channel:{channel}:back:{since}", say(said), now)


async def budget(
    uow: UnitOfWork, channel: str, month: str, spent: int, quota: int, saving: bool, now: datetime
) -> None:
    """Tells the office, once each, that a channel's month runs low and that the rest is kept for what is urgent."""
    form = words.SAVING if saving else words.WARN
    share = common.percent(round(100 * spent / quota))
    said = form.format(channel=_channel(channel), spent=spent, quota=quota, share=share)
    await tell_office(uow, f"budget:{channel}:{month}:{'saving' if saving else 'warn'}", say(said), now)


async def ask_unclear(uow: UnitOfWork, now: datetime) -> bool:
    """Asks the office about broadcasts whose fate is unknown, once for each lot; whether there was something to ask."""
    unclear = await uow.outbox.unclear(MessageKind.BROADCAST)
    if unclear is None or now - unclear.since < SETTLED_FOR:
        return False
    return await tell_office(uow, f"unclear:{unclear.newest}", _question(unclear), now) > 0


def _question(unclear: Unclear) -> Reply:
    arguments = {"newest": str(unclear.newest)}
    choices = (
        Choice(words.AGAIN.format(count=unclear.count), Action("delivering.again", arguments), row=1),
        Choice(words.DROP, Action("delivering.drop", arguments), row=1),
    )
    return Reply((Paragraph(words.UNCLEAR.format(count=unclear.count)), Note(words.UNCLEAR_NOTE)), choices)


async def _again(turn: Turn, arguments: dict[str, str]) -> Reply:
    return await _decide(turn, arguments, again=True)


async def _drop(turn: Turn, arguments: dict[str, str]) -> Reply:
    return await _decide(turn, arguments, again=False)


async def _decide(turn: Turn, arguments: dict[str, str], *, again: bool) -> Reply:
    newest = int(arguments["newest"])
    count = await turn.uow.outbox.decide(MessageKind.BROADCAST, newest, turn.now, again=again)
    if not count:
        return say(words.SETTLED)
    await log_act(turn, "unclear.again" if again else "unclear.drop", str(count))
    return say((words.SENT_AGAIN if again else words.DROPPED).format(count=count))


# ---- how things stand -----------------------------------------------------------------------------------------------


async def command(turn: Turn, typed: str) -> Reply:
    """ "Hàng chờ" of /hethong: how sending stands, and what the office has to decide about it."""
    blocks = await standing(turn.uow, turn.now, turn.zone)
    unclear = await turn.uow.outbox.unclear(MessageKind.BROADCAST)
    if unclear is None:
        return Reply(blocks)
    question = _question(unclear)
    return Reply((*blocks, *question.blocks), question.choices)


async def standing(uow: UnitOfWork, now: datetime, zone: ZoneInfo) -> tuple[Block, ...]:
    """The queue, the channels that fail, budgets, failures by cause, people who cannot be reached."""
    pairs = [(words.WAITING, str((await uow.outbox.counts()).get(MessageState.PENDING, 0)))]
    for name in office_words.CHANNELS:
        if since := await down_since(uow, name):
            began = common.moment(datetime.fromisoformat(since), zone)
            pairs.append((_channel(name), words.CHANNEL_DOWN.format(since=began)))
    for used in await uow.usage.all(f"{now.astimezone(zone):%Y-%m}"):
        share = common.percent(round(100 * used.messages / used.quota))
        said = words.USED.format(spent=used.messages, quota=used.quota, share=share)
        today = now.astimezone(zone).date()
        if (whole := forecast(used.messages, today)) is not None:
            ahead = budget_words.WEEKLY if too_fast(used.messages, used.quota, today) else budget_words.FORECAST
            said = f"{said}; {ahead.format(whole=whole)}"
        pairs.append((words.BUDGET.format(channel=_channel(used.channel)), said))
    blocks: list[Block] = [Heading(words.HEADING), Fields(tuple(pairs)), *await _failures(uow, now)]
    unreached = [m for m in await uow.members.all() if not any(a.reachable for a in m.accounts)]
    if unreached:
        blocks.append(Paragraph(words.UNREACHED.format(count=len(unreached), names=_names(unreached))))
    return tuple(blocks)


async def _failures(uow: UnitOfWork, now: datetime) -> list[Block]:
    causes = await uow.outbox.causes(since=now - RECENT)
    if not causes:
        return [Paragraph(words.NONE_FAILED)]
    lines = []
    for cause in causes:
        said = words.CAUSES[cause.state] + (f" ({_channel(cause.via)})" if cause.via else "")
        lines.append(words.FAILED_LINE.format(count=cause.count, cause=said))
    return [Paragraph(words.FAILED), Items(tuple(lines))]


def _names(people: list[Member]) -> str:
    names = ", ".join(member.name for member in people[:NAMES])
    return words.MORE_NAMES.format(names=names, count=len(people) - NAMES) if len(people) > NAMES else names


ACTIONS: Mapping[str, ActionHandler] = {"delivering.again": _again, "delivering.drop": _drop}
