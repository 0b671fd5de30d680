"""Progress is written: each update checked, confirmed where needed, written once, and repeated to the person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from pydantic import TypeAdapter

from handlers import digest, evidence, reminded, topics
from handlers.evidence import Received
from handlers.flow import stop_waiting
from handlers.messages import Action, Block, Choice, Fields, Items, Note, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.office import FollowedPlan, confirmation_required
from handlers.plans.current import pinned
from handlers.rights import Right, right_of
from handlers.standing import Standing, State, current, task_standings
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from handlers.wording import plans as plan_words
from handlers.wording import progress as words
from handlers.wording import records as record_words
from handlers.wording import tasks as task_words
from knowledge.occurrences import named
from knowledge.progress.update import Update
from storage.records import EntryKind, ProgressEntry, Role, Status

SAME_WITHIN = timedelta(minutes=2)
"""The same words typed again within this time are one update; later they say that nothing has changed since."""
UPDATES: TypeAdapter[list[Update]] = TypeAdapter(list[Update])


def packed(updates: Sequence[Update]) -> str:
    """Updates as an argument of a choice."""
    return UPDATES.dump_json(list(updates)).decode()


def to_record(turn: Turn, updates: Sequence[Update], kept: Mapping[str, str] | None = None) -> Action:
    """What a choice does that records these updates: once, however often it is taken. `kept`: see `record`."""
    return Action("progress.record", {"offered": turn.now.isoformat(), **(kept or {}), "updates": packed(updates)})


@dataclass(frozen=True, slots=True)
class Checked:
    """An update that may be recorded: the plan it is of, the occurrence where it goes with what stands there, and the
    newest entry of that occurrence's log (a note or an undo too). `late`: an earlier occurrence that is overdue, when
    the person named none: in January many mean last year's."""

    update: Update
    followed: FollowedPlan
    standing: Standing
    newest: ProgressEntry | None
    late: Standing | None = None

    @property
    def after(self) -> tuple[float | None, Status | None]:
        """Percent and status that stand after it."""
        return after(self.update, self.standing.entry)

    @property
    def there(self) -> Update:
        """The update with the period that it goes to: a choice that is taken in the next year means it too."""
        return replace(self.update, period=self.standing.occurrence.period)

    @property
    def only_note(self) -> bool:
        """It leaves percent and status as they are."""
        return self.update.percent is None and self.update.status is None

    def is_in(self, entry: ProgressEntry | None, member_id: int) -> bool:
        """Whether the entry is this very update, by this person, and stands."""
        if entry is None or entry.undone or entry.kind is EntryKind.UNDO:
            return False
        said = (entry.member_id, entry.percent, entry.status, entry.note)
        return said == (member_id, *self.after, self.update.note or "")


def after(update: Update, before: ProgressEntry | None) -> tuple[float | None, Status | None]:
    """Percent and status that stand after an update: what it says; a status implies a percent and the other way."""
    percent, status = update.percent, Status(update.status) if update.status else None
    if percent is None and status is None:
        return (before.percent, before.status) if before else (None, None)
    if percent is None:
        implied = {Status.DONE: 100.0, Status.NOT_STARTED: 0.0}
        kept = before.percent if before and before.percent != 100 else None
        return (implied.get(status, kept) if status else kept), status
    if status is None or (status is Status.DONE and percent < 100):
        status = Status.DONE if percent == 100 else Status.NOT_STARTED if percent == 0 else Status.IN_PROGRESS
    return percent, status


async def record(
    turn: Turn, followed: FollowedPlan, updates: Sequence[Update], kept: Mapping[str, str] | None = None
) -> Reply:
    """Records all updates, or none: each is checked first; what needs a confirmation is asked about once.

    `kept` is what the choice brought along that was taken to get here: "offered" when (ISO), "sure" when a question was
    answered with yes and "seen" the state of the log that was asked about, "digest" the digest it stood under.
    """
    file = await evidence.received(turn, kept or {})
    kept = {**(kept or {}), **file.kept}
    found = [await _place(turn, followed, update) for update in updates]
    refused = [reply for reply in found if isinstance(reply, Reply)]
    placed = [one for one in found if isinstance(one, Checked)]
    if len(found) == len(placed) == 1:
        await topics.speak_of(turn, placed[0].followed, placed[0].standing.task.code)
    if refused:
        return _refusal(turn, refused, [one.there for one in placed], kept)
    places = [_where(one) for one in placed]
    if len(set(places)) < len(places):
        return say(words.TWICE.format(code=max(places, key=places.count)[1]))
    checked = await _read_again(turn, placed)
    if written := _written_since(turn, checked, kept.get("offered")):
        return await _echo(turn, checked, written, kept, file, again=True)
    seen = ",".join(str(one.newest.id if one.newest else 0) for one in checked)
    questions = [q for q in map(_question, checked) if q]
    if questions and not (kept.get("sure") and kept.get("seen", seen) == seen):
        return _ask(turn, questions, checked, {**kept, "seen": seen})
    await stop_waiting(turn)
    entries = [await _write(turn, one) for one in checked]
    again = all(entry == one.newest for entry, one in zip(entries, checked, strict=True))
    return await _echo(turn, checked, entries, kept, file, again=again)


async def _record_choice(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    done = await record(turn, followed, UPDATES.validate_json(arguments["updates"]), arguments)
    return replace(done, replaces=True)


def _written_since(turn: Turn, checked: Sequence[Checked], offered: str | None) -> list[ProgressEntry]:
    """The entries of these updates when the choice was taken before; [] when any is not there."""
    if offered is None:
        return []
    since = datetime.fromisoformat(offered)
    found = [one.newest for one in checked if one.newest and one.is_in(one.newest, turn.who.id)]
    return found if len(found) == len(checked) and all(entry.at >= since for entry in found) else []


# ---- checking -------------------------------------------------------------------------------------------------------


def _refusal(turn: Turn, refused: Sequence[Reply], fine: Sequence[Update], kept: Mapping[str, str]) -> Reply:
    """Why nothing was recorded; the updates of the message that are in order can be recorded by a choice."""
    blocks = tuple(block for reply in refused for block in reply.blocks)
    if "file" in kept and turn.incoming.file is not None:
        blocks += (Note(words.FILE_WAITS),)
    choices = refused[0].choices if len(refused) == 1 and not fine else ()
    if fine:
        label = words.RECORD_REST.format(codes=", ".join(update.task for update in fine))
        choices = (Choice(label, to_record(turn, fine, {k: v for k, v in kept.items() if k.startswith("file")})),)
    return Reply(blocks, choices)


async def _place(turn: Turn, followed: FollowedPlan, update: Update) -> Checked | Reply:
    """The update with the occurrence that it goes to; or why it cannot be recorded."""
    if update.plan not in ("", followed.plan.id):
        plans = await turn.office.plans(turn.uow)
        there = next((one for one in plans if one.plan.id == update.plan), None)
        if there is None:
            return say(plan_words.NOT_FOLLOWED)
        followed = there
    task = followed.plan.task(update.task)
    if task is None:
        return say(task_words.GONE.format(code=update.task))
    right = right_of(turn.who, task, followed.plan)
    units = record_words.units(task.lead, task.lead_printed, followed.plan)
    if right is Right.NONE:
        return say(words.NOT_ALLOWED.format(code=task.code, units=units))
    if right is Right.NOTE and (update.percent is not None or update.status is not None):
        only = replace(update, percent=None, status=None)
        note = Choice(words.RECORD_NOTE_ONLY, to_record(turn, [only]))
        return say(words.ONLY_NOTE.format(code=task.code, units=units), choices=(note,) if update.note else ())
    of_task = await task_standings(turn.uow, followed, task, turn.today, turn.zone)
    meant = period_meant(of_task, update.period, turn)
    if meant is None:
        return _other_periods(turn, of_task, update)
    late = [s for s in of_task if s.state is State.OVERDUE and s != meant and not update.period]
    return Checked(update, followed, meant, None, late[-1] if late else None)


def period_meant(of_task: Sequence[Standing], period: str, turn: Turn) -> Standing | None:
    """The occurrence named by its period's name or in a person's words; the one in hand when none is named; None when
    the task has no such occurrence."""
    if not period:
        return current(of_task, turn.today)
    exactly = next((s for s in of_task if s.occurrence.period == period), None)
    if exactly is not None:
        return exactly
    chosen = named([s.occurrence for s in of_task], period, turn.today)
    return next((s for s in of_task if chosen and s.occurrence.period == chosen.period), None)


def _other_periods(turn: Turn, of_task: Sequence[Standing], update: Update) -> Reply:
    """The period named does not exist: those nearest to today are offered."""
    near = sorted(of_task, key=lambda s: abs(((s.due or turn.today) - turn.today).days))[:4]
    choices = tuple(
        Choice(
            record_words.period(s.occurrence.period) or s.task.code,
            to_record(turn, [replace(update, period=s.occurrence.period)]),
        )
        for s in sorted(near, key=lambda s: s.occurrence.period)
    )
    return say(words.NO_SUCH_PERIOD.format(code=update.task, period=update.period), choices=choices)


async def _read_again(turn: Turn, placed: Sequence[Checked]) -> list[Checked]:
    """What stands at each place, read so that nobody else writes there until we have; in one order for everybody."""
    found: dict[tuple[str, str, str], Checked] = {}
    for one in sorted(placed, key=_where):
        newest = await turn.uow.progress.newest(*_where(one))
        stands = newest is None or (newest.kind is EntryKind.UPDATE and not newest.undone)
        entry = newest if stands else await turn.uow.progress.latest(*_where(one))
        found[_where(one)] = replace(one, standing=replace(one.standing, entry=entry), newest=newest)
    return [found[_where(one)] for one in placed]


def _where(one: Checked) -> tuple[str, str, str]:
    return one.followed.plan.id, one.standing.task.code, one.standing.occurrence.period


def _question(one: Checked) -> str:
    """What must be confirmed before this is recorded; "" for nothing."""
    if one.only_note:
        return ""
    percent, status = one.after
    before, code = one.standing.entry, task_words.with_period(one.standing)
    if (status is Status.DONE or percent == 100) and not one.standing.done:
        return words.SURE_DONE.format(code=code)
    if one.standing.done and status is not Status.DONE:
        return words.SURE_REOPEN.format(code=code, after=words.standing(percent, status))
    if before is not None and before.percent is not None and percent is not None and percent < before.percent:
        shown = (common.percent(before.percent), common.percent(percent))
        return words.SURE_DROP.format(code=code, before=shown[0], after=shown[1])
    return ""


def _for_late(turn: Turn, checked: Sequence[Checked]) -> tuple[Choice, ...]:
    """A choice that records for the overdue occurrence instead; only where one update is spoken of."""
    if len(checked) > 1 or (late := checked[0].late) is None:
        return ()
    update = replace(checked[0].update, period=late.occurrence.period)
    # Completion is what was asked about; anything else is asked about that occurrence.
    sure = {"sure": "1"} if checked[0].after[1] is Status.DONE else {}
    label = words.FOR_PERIOD.format(period=record_words.period(late.occurrence.period))
    return (Choice(label, to_record(turn, [update], sure), row=1),)


def _ask(turn: Turn, questions: Sequence[str], checked: Sequence[Checked], kept: Mapping[str, str]) -> Reply:
    sure = {**kept, "sure": "1", "offered": turn.now.isoformat()}
    yes = Choice(common.YES, to_record(turn, [one.there for one in checked], sure), row=1)
    no = digest.way_back(kept) or Choice(common.NO, Action("progress.drop"), row=1)
    asked: list[Block] = [Paragraph(questions[0], strong=True)]
    if len(questions) > 1:
        asked = [Paragraph(words.SURE_HEADING, strong=True), Items(tuple(questions))]
    if beside := [one for one in checked if not _question(one)]:
        said = [one.update.note or "" if one.only_note else words.standing(*one.after) for one in beside]
        codes = [task_words.with_period(one.standing) for one in beside]
        lines = [words.STANDS.format(code=code, said=told) for code, told in zip(codes, said, strict=True)]
        asked += [Paragraph(words.RECORDED_WITH), Items(tuple(lines))]
    return Reply(tuple(asked), (yes, *_for_late(turn, checked), no))


# ---- writing --------------------------------------------------------------------------------------------------------


async def _write(turn: Turn, one: Checked) -> ProgressEntry:
    """The entry; the one that is there when it says the same and is minutes old."""
    if one.newest and one.is_in(one.newest, turn.who.id) and turn.now - one.newest.at <= SAME_WITHIN:
        return one.newest
    percent, status = one.after
    completes = status is Status.DONE and not one.only_note
    awaits = completes and turn.who.role is not Role.OFFICE and await confirmation_required(turn.uow)
    await reminded.reported(turn, *_where(one))
    return await turn.uow.progress.add(
        plan=one.followed.plan.id,
        task=one.standing.task.code,
        period=one.standing.occurrence.period,
        kind=EntryKind.NOTE if one.only_note else EntryKind.UPDATE,
        percent=percent,
        status=status,
        note=one.update.note or "",
        member_id=turn.who.id,
        unit=turn.who.unit,
        channel=turn.incoming.channel,
        now=turn.now,
        awaits=awaits,
    )


async def _echo(
    turn: Turn,
    checked: Sequence[Checked],
    entries: Sequence[ProgressEntry],
    kept: Mapping[str, str],
    file: Received,
    *,
    again: bool,
) -> Reply:
    """Repeats what was recorded, with ways to correct it; an update made from a digest has the digest's rest below."""
    blocks: list[Block] = []
    for one, entry in zip(checked, entries, strict=True):
        blocks.append(Paragraph(_said(one, entry), strong=True))
        facts = [(words.NOTE, entry.note)] if entry.note else []
        facts.append((words.AT, common.moment(entry.at, turn.zone)))
        period = record_words.period(entry.period)
        facts += [(words.PERIOD, period)] if period else []
        blocks.append(Fields(tuple(facts)))
    blocks += await evidence.put_to(turn, entries, file)
    if any(entry.awaits for entry in entries):
        blocks.append(Note(words.AWAITS))
    if again:
        blocks.append(Note(words.ALREADY))
    origin = {name: kept[name] for name in ("digest", "checklist", "aside") if name in kept}
    if "checklist" in origin:
        await digest.check_off(turn, origin["digest"], origin["checklist"])
    undo = Action("progress.undo", {"ids": ",".join(str(e.id) for e in entries), **origin})
    if len(entries) > 1:
        return Reply(tuple(blocks), (Choice(words.UNDO_ALL, undo),))
    place = {"code": entries[0].task, "period": entries[0].period}
    edit = Choice(words.EDIT, Action("progress.start", {**place, **origin}), row=1)
    attach = (evidence.attach_choice(entries[0]),) if turn.capabilities.files_in and turn.incoming.private else ()
    echo = pinned(Reply(tuple(blocks), (edit, Choice(common.UNDO, undo, row=1), *attach)), checked[0].followed)
    if origin and "checklist" not in origin:
        return await digest.below(turn, echo, origin["digest"])
    show = Choice(words.OPEN.format(code=entries[0].task), Action("tasks.open", place), row=1)
    further = Reply((), (show, *_move(checked[0], entries[0])))
    return replace(echo, choices=(*echo.choices, *pinned(further, checked[0].followed).choices))


def _move(one: Checked, entry: ProgressEntry) -> tuple[Choice, ...]:
    """A choice that takes the update to the overdue occurrence, if there is one."""
    if one.late is None:
        return ()
    label = words.MOVE.format(period=record_words.period(one.late.occurrence.period))
    return (Choice(label, Action("progress.move", {"id": str(entry.id), "period": one.late.occurrence.period})),)


def _said(one: Checked, entry: ProgressEntry) -> str:
    if entry.kind is EntryKind.NOTE:
        return words.NOTED.format(code=entry.task, progress=words.standing(entry.percent, entry.status))
    before = one.standing.entry if one.standing.entry != entry else None
    return words.RECORDED.format(code=entry.task, change=words.change(before, entry.percent, entry.status))


ACTIONS: Mapping[str, ActionHandler] = {"progress.record": _record_choice}
