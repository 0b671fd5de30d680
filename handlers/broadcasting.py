"""/thongbao: the office tells everybody, a unit, a role or those who are late; sees who was reached, who has read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from handlers import evidence
from handlers.budgeting import cost
from handlers.flow import stop_waiting, wait_for
from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Made, Note, Paragraph, Reply, dump, say
from handlers.rights import stands_for
from handlers.standing import State, standings
from handlers.turn import ActionHandler, FileHandler, FlowHandler, Turn
from handlers.units import own_units, plan_of, unit_name, unit_named
from handlers.wording import broadcasting as words
from handlers.wording import common
from handlers.wording.roles import ROLES
from knowledge.lexicon.broadcasting import ALL, LATE
from knowledge.timetable import NIGHT, end_of, within
from knowledge.vietnamese import fold
from storage.records import Announcement, Member, MessageKind, Role

LONGEST = 3000
NAMED = 30
"""People named at most."""


async def command(turn: Turn, typed: str) -> Reply:
    """/thongbao [audience: words]: asks whom and what; in one line, shows it before it is sent."""
    before, colon, after = typed.partition(":")
    audience = await _audience_named(turn, before) if colon else None
    if audience is None:
        return await _whom(turn, typed)
    if not after.strip() and turn.incoming.file is None:
        return await _ask(turn, audience)
    return await _preview(turn, audience, after.strip())


async def _audience_named(turn: Turn, typed: str) -> dict[str, str] | None:
    wanted, plan = fold(typed).strip(" ."), await plan_of(turn)
    if wanted in ALL:
        return {"to": "all"}
    if wanted in LATE:
        return {"to": "late"}
    unit = unit_named(typed, plan) if plan else None
    if unit is not None:
        return {"to": "unit", "which": unit}
    role = next((r for r, name in ROLES.items() if fold(name) == wanted), None)
    return {"to": "role", "which": role.value} if role else None


async def _whom(turn: Turn, typed: str) -> Reply:
    kept = {"words": typed} if typed else {}
    plan = await plan_of(turn)
    unit = next((u.short for u in own_units(plan)), "") if plan else ""
    choices = [
        Choice(words.ALL, Action("broadcasting.ask", {"to": "all", **kept}), row=1),
        Choice(words.LATE, Action("broadcasting.ask", {"to": "late", **kept}), row=1),
        Choice(words.UNIT, Action("broadcasting.which", {"to": "unit", **kept}), row=2),
        Choice(words.ROLE, Action("broadcasting.which", {"to": "role", **kept}), row=2),
    ]
    if await turn.uow.announcements.newest(limit=1):
        choices.append(Choice(words.PAST, Action("broadcasting.past"), row=3))
    usage = words.USAGE.format(unit=unit)
    return Reply((Paragraph(words.WHOM, strong=True), Paragraph(usage)), tuple(choices))


async def _which(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Which unit, or which role?"""
    plan = await plan_of(turn)
    if arguments["to"] == "unit":
        named = [(u.name, u.code) for u in own_units(plan)] if plan else []
        asked = words.CHOOSE_UNIT
    else:
        named, asked = [(name, role.value) for role, name in ROLES.items()], words.CHOOSE_ROLE
    choices = tuple(Choice(name, Action("broadcasting.ask", {**arguments, "which": code})) for name, code in named)
    return Reply((Paragraph(asked, strong=True),), choices, replaces=True)


async def _ask(turn: Turn, arguments: dict[str, str]) -> Reply:
    """What shall it say? Unless that was typed already."""
    if "words" in arguments:
        audience = {k: v for k, v in arguments.items() if k != "words"}
        return await _preview(turn, audience, arguments["words"])
    await wait_for(turn, "broadcasting.words", arguments)
    said = words.ASK.format(audience=await _named(turn, arguments))
    return say(said, choices=(Choice(common.NO, Action("progress.drop")),))


async def _typed(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    """The words of the announcement, or the file with the words under it."""
    return await _preview(turn, data, typed)


async def _named(turn: Turn, audience: Mapping[str, str]) -> str:
    """The audience in words."""
    match audience["to"]:
        case "unit":
            return words.OF_UNIT.format(unit=unit_name(audience["which"], await plan_of(turn)))
        case "role":
            return words.OF_ROLE.format(role=ROLES[Role(audience["which"])])
        case "late":
            return words.LATE.lower()
        case _:
            return words.ALL.lower()


async def _people(turn: Turn, audience: Mapping[str, str]) -> list[Member]:
    """Whom it is for now: active members; never the one who writes it."""
    everybody = [m for m in await turn.uow.members.all() if m.id != turn.who.id]
    followed = await turn.plan()
    match audience["to"]:
        case "unit" if followed:
            return [m for m in everybody if stands_for(m, (audience["which"],), followed.plan)]
        case "role":
            return [m for m in everybody if m.role.value == audience["which"]]
        case "late" if followed:
            found = await standings(turn.uow, followed, turn.today, turn.zone)
            units = {code for s in found if s.state is State.OVERDUE for code in s.task.lead}
            return [m for m in everybody if stands_for(m, units, followed.plan)]
        case "all":
            return everybody
        case _:
            return []


async def _preview(turn: Turn, audience: Mapping[str, str], typed: str) -> Reply:
    """What it says, to how many, who cannot be reached, what it costs where a channel has a budget; at night, that it
    may wait. `audience`: also what an earlier preview was offered with."""
    file = await evidence.received(turn, audience)
    named, people = await _named(turn, audience), await _people(turn, audience)
    reached = [m for m in people if any(a.reachable for a in m.accounts)]
    if file.fault:
        return say(words.FILE_NOT_TAKEN.format(name=turn.incoming.file.name if turn.incoming.file else ""))
    if not typed:
        return say(words.NO_WORDS)
    if len(typed) > LONGEST:
        return say(words.TOO_LONG.format(limit=LONGEST))
    if not reached:
        return say(words.NOBODY.format(audience=named))
    facts = [(words.TO, words.COUNT.format(audience=named, count=len(reached)))]
    lost = [m.name for m in people if m not in reached]
    facts += [(words.UNREACHED, _names(lost))] if lost else []
    facts += [(words.FILE, file.name)] if file.sha256 else []
    chosen = {"at": turn.key, **audience, "words": typed, **file.kept}
    send, no = Action("broadcasting.send", chosen), Choice(common.NO, Action("progress.drop"), row=1)
    notes = [Note(said) for said in await cost(turn.uow, reached, turn.now, turn.zone)]
    choices = [Choice(words.SEND, send, row=1)]
    if morning := _morning(turn):
        notes.append(Note(words.NIGHT.format(now=turn.now.astimezone(turn.zone), at=morning)))
        later = Action("broadcasting.send", {**chosen, "when": morning.isoformat()})
        now = Action("broadcasting.send", {**chosen, "when": "now"})
        choices = [Choice(words.SEND_AT.format(at=morning), later, row=1), Choice(words.SEND_NOW, now, row=1)]
    blocks: tuple[Block, ...] = (Paragraph(words.SURE, strong=True), Paragraph(typed), Fields(tuple(facts)), *notes)
    return Reply(blocks, (*choices, no))


def _morning(turn: Turn) -> datetime | None:
    """The end of the night at the office; None by day."""
    local = turn.now.astimezone(turn.zone)
    return end_of(NIGHT, local) if within(local.time(), NIGHT) else None


def _names(names: Sequence[str]) -> str:
    more = f" (+{len(names) - NAMED})" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


async def _send(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Puts one message for each, for now or for the morning; pressed again, it shows how far that is."""
    kept = await turn.uow.settings.get(f"announcement.{arguments['at']}")
    if kept is not None:
        return await _status(turn, {"id": kept})
    if _morning(turn) and "when" not in arguments:
        return await _preview(turn, arguments, arguments["words"])  # shown by day, pressed at night
    await stop_waiting(turn)
    when = arguments.get("when", "now")
    later = None if when == "now" else datetime.fromisoformat(when)
    people, named = await _people(turn, arguments), await _named(turn, arguments)
    reached = [m for m in people if any(a.reachable for a in m.accounts)]
    said = arguments["words"]
    one = await turn.uow.announcements.add(
        said,
        named,
        turn.who.id,
        len(reached),
        turn.now,
        sha256=arguments.get("file", ""),
        name=arguments.get("file_name", ""),
    )
    await turn.uow.settings.set(f"announcement.{arguments['at']}", str(one.id), turn.now)
    blocks: list[Block] = [Heading(words.HEADING), Paragraph(said)]
    blocks += [Made("files.kept", one.name, {"sha256": one.sha256, "name": one.name})] if one.sha256 else []
    read = Choice(words.READ, Action("broadcasting.read", {"id": str(one.id)}))
    notice = dump(Reply(tuple(blocks), (read,)))
    for member in reached:
        await turn.uow.outbox.put(
            key=f"broadcast:{one.id}:{member.id}",
            kind=MessageKind.BROADCAST,
            reply=notice,
            now=turn.now,
            member_id=member.id,
            not_before=later,
        )
    await log_act(turn, "announce", named, after=common.shorten(said, 200))
    queued = words.QUEUED.format(count=len(reached))
    if later is not None and later > turn.now:
        queued = words.QUEUED_AT.format(count=len(reached), at=common.moment(later, turn.zone))
    return Reply((Paragraph(queued, strong=True),), _following(one, waiting=True), replaces=True)


def _following(one: Announcement, *, waiting: bool) -> tuple[Choice, ...]:
    which = {"id": str(one.id)}
    choices = [
        Choice(words.REFRESH, Action("broadcasting.status", which), row=1),
        Choice(words.WHO, Action("broadcasting.unread", which), row=1),
    ]
    return (*choices, *((Choice(words.STOP, Action("broadcasting.stop", which), row=2),) if waiting else ()))


async def _status(turn: Turn, arguments: dict[str, str]) -> Reply:
    """How many it has reached, who could not be reached, how many have read it."""
    one = await turn.uow.announcements.get(int(arguments["id"]))
    if one is None:
        return say(words.GONE)
    states = await turn.uow.outbox.of_broadcast(one.id)
    counts = Counter(words.STATES.get(state, words.FAILED) for state in states.values())
    names = {m.id: m.name for m in await turn.uow.members.all(active=None)}
    facts = [(label, words.OF.format(count=count, people=one.people)) for label, count in sorted(counts.items())]
    readers = await turn.uow.announcements.readers(one.id)
    facts.append((words.READERS, words.OF.format(count=len(readers), people=one.people)))
    title = words.STATUS.format(at=common.moment(one.at, turn.zone), audience=one.audience)
    blocks: list[Block] = [Heading(title + (words.STOPPED_MARK if one.stopped else ""))]
    blocks += [Paragraph(common.shorten(one.words, 300)), Fields(tuple(facts))]
    failed = [names[i] for i, state in states.items() if state not in words.STATES and i in names]
    blocks += [Note(words.FAILED_NAMES.format(names=_names(failed)))] if failed else []
    return Reply(tuple(blocks), _following(one, waiting=bool(counts[words.WAITING])), replaces=True)


async def _unread(turn: Turn, arguments: dict[str, str]) -> Reply:
    one = await turn.uow.announcements.get(int(arguments["id"]))
    if one is None:
        return say(words.GONE)
    readers = await turn.uow.announcements.readers(one.id)
    names = {m.id: m.name for m in await turn.uow.members.all()}
    unread = [names[i] for i in await turn.uow.outbox.of_broadcast(one.id) if i in names and i not in readers]
    return say(words.UNREAD.format(names=_names(unread) or "0"), choices=_following(one, waiting=False)[:1])


async def _stop(turn: Turn, arguments: dict[str, str]) -> Reply:
    one = await turn.uow.announcements.get(int(arguments["id"]))
    if one is None:
        return say(words.GONE)
    count = await turn.uow.outbox.cancel_broadcast(one.id, turn.now)
    await turn.uow.announcements.stop(one.id, turn.now)
    await log_act(turn, "announce.stop", one.audience, after=str(count))
    said = Paragraph(words.STOPPED.format(count=count), strong=True)
    return Reply((said,), _following(one, waiting=False), replaces=True)


async def _past(turn: Turn, arguments: dict[str, str]) -> Reply:
    found = await turn.uow.announcements.newest()
    if not found:
        return say(words.NONE)
    lines = tuple(f"{common.moment(one.at, turn.zone)}: {common.shorten(one.words, 80)}" for one in found)
    choices = tuple(
        Choice(str(n), Action("broadcasting.status", {"id": str(one.id)}), row=1) for n, one in enumerate(found, 1)
    )
    return Reply((Heading(words.PAST), Items(lines, numbered=True)), choices)


async def _read(turn: Turn, arguments: dict[str, str]) -> Reply:
    """ "Đã đọc", by whoever got it."""
    one = int(arguments["id"])
    if turn.who.id not in await turn.uow.outbox.of_broadcast(one):
        return say(common.CHOICE_LAPSED)
    first = await turn.uow.announcements.read(one, turn.who.id, turn.now)
    return say(words.THANKS if first else words.READ_ALREADY)


ACTIONS: Mapping[str, ActionHandler] = {"broadcasting.read": _read}
"""For everybody."""
OFFICE_ACTIONS: Mapping[str, ActionHandler] = {
    "broadcasting.ask": _ask,
    "broadcasting.which": _which,
    "broadcasting.send": _send,
    "broadcasting.status": _status,
    "broadcasting.unread": _unread,
    "broadcasting.stop": _stop,
    "broadcasting.past": _past,
}
FLOWS: Mapping[str, FlowHandler] = {"broadcasting.words": _typed}
FILES: Mapping[str, FileHandler] = {"broadcasting.words": _typed}
