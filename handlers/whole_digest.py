"""A whole digest answered in one message, by the numbers of its lines: "1 xong, 2 60% đã trình, 3 vướng kinh phí"."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

from handlers import digest, topics
from handlers.digest_answers import as_last_time, found_line, set_aside
from handlers.messages import Action, Block, Choice, Note, Paragraph, Reply, say
from handlers.recording import record
from handlers.turn import Turn
from handlers.wording import common
from handlers.wording import digest_answers as words
from handlers.wording import progress as progress_words
from knowledge.progress.reading import read
from knowledge.progress.update import Update
from knowledge.progress.whole_digest import Answer, Part, answers
from storage.records import ReminderLine

NUMBERS_LAST = timedelta(days=4)
"""For how long "1 xong, 2 60%" means the lines of a digest: over a weekend."""


@dataclass
class _Read:
    """What the numbers say: updates to be recorded; lines that are not the person's, and what was done about them; what
    cannot be recorded any more; what is not understood."""

    updates: list[Update] = field(default_factory=list)
    aside: list[ReminderLine] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    past: list[str] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)


async def message(turn: Turn, typed: str) -> Reply | None:
    """Answers to the lines of the person's newest digest by their numbers; None for every other message."""
    parts = answers(turn.lines(typed))
    followed = await turn.plan() if parts else None
    if not parts or followed is None or not turn.incoming.private:
        return None
    lines = await turn.uow.reminders.latest_of(turn.who.id, since=turn.now - NUMBERS_LAST)
    if not lines:
        numbers = {str(number) for part in parts for number in part.numbers}
        if numbers and all(followed.plan.task(number) for number in numbers):
            return None  # a plan that numbers its tasks: what is typed are their codes
        sure = any(part.answer in (Answer.DONE, Answer.SAME) or "%" in part.body for part in parts)
        return say(words.NO_DIGEST) if sure else None
    if turn.incoming.forwarded:
        return say(progress_words.FORWARDED)
    if await _of_another_list(turn, lines, parts):
        return say(words.OTHER_LIST)
    found = await _read(turn, lines, parts)
    kept = {"digest": _about(turn, lines), "checklist": lines[0].key}
    if found.aside:
        kept["aside"] = ";".join(f"{line.plan}|{line.task}" for line in found.aside)
    if found.updates:
        reply = await record(turn, followed, found.updates, kept)
    elif found.aside:
        await digest.check_off(turn, kept["digest"], kept["checklist"])
        reply = Reply((), (Choice(common.UNDO, Action("progress.undo", {"ids": "", **kept}), row=1),))
    else:
        reply = Reply(())
    blocks: list[Block] = [*reply.blocks, *(Paragraph(line, strong=True) for line in found.said)]
    blocks += [Note(line) for line in (*found.past, *found.unclear)]
    blocks += [Note(words.HOW_AGAIN)] if found.unclear else []
    return replace(reply, blocks=tuple(blocks))


async def _of_another_list(turn: Turn, lines: list[ReminderLine], parts: tuple[Part, ...]) -> bool:
    """Whether a list was shown since, in which a number stands before another task."""
    kept = await topics.kept(turn)
    shown, told = dict(enumerate(kept.topic.listed, 1)), {line.position: line.task for line in lines}
    numbers = [number for part in parts for number in part.numbers or tuple(told)]
    return kept.live and bool(shown) and any(shown.get(number) != told.get(number) for number in numbers)


def _about(turn: Turn, lines: list[ReminderLine]) -> str:
    day = lines[0].at.astimezone(turn.zone).date().isoformat()
    return ";".join([day, *(f"{line.task}|{line.period}|{line.kind.value}|{line.plan}" for line in lines)])


async def _read(turn: Turn, lines: list[ReminderLine], parts: tuple[Part, ...]) -> _Read:
    by_number = {line.position: line for line in lines}
    plans = {one.plan.id: one.plan for one in await turn.office.plans(turn.uow)}
    found = _Read()
    for part in parts:
        for number in part.numbers or tuple(by_number):
            line = by_number.get(number)
            if line is None:
                found.unclear.append(words.NO_SUCH_NUMBER.format(number=number, count=len(lines)))
            elif line.plan not in plans or plans[line.plan].task(line.task) is None:
                found.past.append(words.GONE.format(number=number, code=line.task))
            else:
                await _one(replace(turn, in_plan=line.plan), line, part, found)
    return found


async def _one(turn: Turn, line: ReminderLine, part: Part, into: _Read) -> None:
    """Adds what one number says, in a turn about its line's plan."""
    place = await found_line(turn, {"code": line.task, "period": line.period})
    if place is None:
        into.past.append(words.MOVED.format(number=line.position, code=line.task))
        return
    followed, standing = place
    if part.answer is Answer.NOT_MINE:
        into.said.append(await set_aside(turn, followed, standing))
        into.aside.append(line)
        return
    update: Update | None = None
    if part.answer is Answer.DONE:
        update = Update(line.task, 100.0, "done", None, line.period)
    elif part.answer is Answer.SAME:
        entry = standing.entry
        update = as_last_time(standing, entry) if entry is not None and entry.percent is not None else None
    elif part.answer is Answer.REPORT:
        reading = read(f"{line.task} {part.body}", followed.plan, commanded=True)
        if not reading.error and [one.task for one in reading.updates] == [line.task]:
            update = replace(reading.updates[0], period=reading.updates[0].period or line.period)
    if update is None:
        into.unclear.append(words.UNCLEAR.format(number=line.position, words=common.shorten(part.body, 60)))
    else:
        into.updates.append(replace(update, plan=line.plan))
