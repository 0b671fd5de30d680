"""R7: a service at its worst, in time that is not waited for: every kind of answer at random, from a fixed seed."""

from __future__ import annotations

import random
from collections import Counter

from scheduler.sending import Outcome, Verdict
from storage.records import MessageKind, MessageState
from storage.sql.database import SqlDatabase
from tests.soak.ground import Figures
from tests.support.outgoing import LIMITED, Office
from tests.support.times import Time


def _answers(chance: random.Random, number: int) -> list[Outcome]:
    """What the service answers about a person, call after call, before it takes the message: half of all calls are
    asked to wait, others meet a failing, a breaking or a silent server; some people are not to be reached at all."""
    if number % 50 == 0:
        return [Outcome(Verdict.GONE, error="Forbidden: bot was blocked by the user")]
    if number % 50 == 1:
        return [Outcome(Verdict.REFUSED, error="Bad Request: chat not found")]
    answers: list[Outcome] = []
    while chance.random() < 0.5:
        answers.append(Outcome(Verdict.LATER, retry_after=float(chance.randint(1, 30))))
    if chance.random() < 0.1:
        answers.append(Outcome(Verdict.LATER, error="500"))
    if chance.random() < 0.05:
        answers.append(Outcome(Verdict.UNKNOWN, error="timeout after accept"))
    return answers


async def storm(database: SqlDatabase, *, people: int, seed: int) -> Figures:
    """None lost; nothing earlier than asked; nobody delayed by another's wait; who cannot be reached is listed; what
    was accepted without an answer comes once more, marked; a group that moved is written to at its new place; then a
    ban of five minutes."""
    chance = random.Random(seed)
    office = Office(database, Time(), LIMITED)
    service = office.service
    members = [await office.member(f"p{number}") for number in range(people)]
    scripts = {f"p{number}": _answers(chance, number) for number in range(people)}
    for chat, script in scripts.items():
        service.will_answer(chat, *script)
    service.will_answer("-1", Outcome(Verdict.LATER, chat_moved="-1001"))
    keys = [await office.put(f"nhắc {n}", member=n, kind=MessageKind.REMINDER) for n in members]
    await office.put("tin nhóm", "-1")
    await office.pass_time(people / LIMITED.per_second + 1800)
    states = Counter([await office.state(key) for key in keys])
    arrived = Counter(message.chat for message in service.arrived if message.chat != "-1001")
    unmarked = Counter(m.chat for m in service.arrived if not m.repeat)
    unknown = [chat for chat, script in scripts.items() if any(a.verdict is Verdict.UNKNOWN for a in script)]
    never = (Verdict.GONE, Verdict.REFUSED)
    out_of_reach = [chat for chat, script in scripts.items() if script and script[0].verdict in never]
    _no_wait_cut_short(service.calls, scripts)
    figures: Figures = {
        "people": people,
        "calls": len(service.calls),
        "lost": people - len(out_of_reach) - len(arrived),
        "out of reach": len(out_of_reach),
        "accepted without an answer": len(unknown),
        "repeats, marked": sum(m.repeat for m in service.arrived),
        "last after s": round(max(m.at for m in service.arrived) - 1000),
    }
    assert figures["lost"] == 0, figures
    assert max(unmarked.values()) == 1, "a repeat says so"
    assert {chat for chat, count in arrived.items() if count > 1} <= set(unknown)
    assert states[MessageState.SENT] == people - len(out_of_reach), states
    assert service.texts("-1001") == ["tin nhóm"]
    async with database.read() as uow:
        unreached = [m for m in await uow.members.all() if not any(a.reachable for a in m.accounts)]
        causes = {cause.state: cause.count for cause in await uow.outbox.causes(since=office.time.start)}
    assert len(unreached) == causes[MessageState.GONE] == len(range(0, people, 50))
    assert causes[MessageState.REFUSED] == len(range(1, people, 50))
    return figures | await _ban(office, members)


async def _ban(office: Office, members: list[int]) -> Figures:
    """Every call of a minute is answered with a wait of five: nobody goes on knocking, and then all is sent."""
    banned, before = office.time.seconds, len(office.service.arrived)
    office.service.fails_with = Outcome(Verdict.LATER, retry_after=300.0)
    keys = [await office.put(f"nhắc lần nữa {n}", member=n, kind=MessageKind.REMINDER) for n in members]
    await office.pass_time(60)
    office.service.fails_with = None
    during = [at for _, at in office.service.calls if at >= banned]
    await office.pass_time(len(members) / LIMITED.per_second + 1800)
    states = Counter([await office.state(key) for key in keys])
    assert len(during) <= 40, "a ban is recognised before everybody has been tried"
    assert not {MessageState.PENDING, MessageState.HELD} & set(states), states
    assert len(office.service.arrived) - before == states[MessageState.SENT]
    return {"calls in a minute of ban": len(during), "sent after it": states[MessageState.SENT]}


def _no_wait_cut_short(calls: list[tuple[str, float]], scripts: dict[str, list[Outcome]]) -> None:
    """No call comes before the wait that the one before it was answered with has passed."""
    moments: dict[str, list[float]] = {}
    for chat, at in calls:
        moments.setdefault(chat, []).append(at)
    for chat, script in scripts.items():
        for number, outcome in enumerate(script[: len(moments[chat]) - 1]):
            if outcome.retry_after:
                assert moments[chat][number + 1] - moments[chat][number] >= outcome.retry_after - 1e-6
