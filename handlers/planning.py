"""Who is told of what on a day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from handlers.days import Day, Place, slot_at
from handlers.digest_lines import Line, absent
from handlers.rights import stands_for
from handlers.standing import Standing, by_task, current, is_open
from knowledge.reminders import Volume, asks_for_report, for_head, late_by, opened, reached, silent_lines
from storage.records import LineKind, Member, MessageState, Personal, Role

_NEVER_ARRIVED = (MessageState.EXPIRED, MessageState.REFUSED, MessageState.GONE, MessageState.CANCELLED)


def all_lines_of(days: Sequence[Day], member: Member, *, missed: bool = True) -> list[Line]:
    """What a person is told on a day in all plans, in one order."""
    return in_order(line for day in days for line in lines_of(day, member, missed=missed))


def in_order(lines: Iterable[Line]) -> list[Line]:
    """Lines as a digest has them: as `lines_of` says; what is alike, the default plan's first."""
    return sorted(lines, key=_order)


def lines_of(day: Day, member: Member, *, missed: bool = True) -> list[Line]:
    """What a person is told on the day: what is due first, then what is overdue (the longest first), then what is
    coming, then what is asked. `missed`: with what was missed on the days before, because nothing ran."""
    if not day.calendar.is_working(day.day) or day.timetable.paused(day.day) or day.away(member):
        return []
    since = day.since(day.slot_of(member)) if missed else None
    found: dict[Place, Line] = {}
    for line in [*_own(day, member, since), *_for_absent(day, member, since)]:
        found.setdefault(line.place, line)
    if member.role is Role.OFFICE:
        for line in [*_of_nobody(day, since), *_watched(day, since)]:
            found.setdefault(line.place, line)
    if member.role is Role.DIRECTOR:
        found = {line.place: line for line in _late_for_director(day, since)}
    return sorted(found.values(), key=_order)


def _order(line: Line) -> tuple[int, bool, int]:
    ranks = {LineKind.DIGEST: 0, LineKind.NUDGE: 0, LineKind.IN_CHARGE: 1, LineKind.REPORT: 2}
    return ranks[line.kind], line.days_left != 0, line.days_left


def _own(day: Day, member: Member, since: date | None) -> list[Line]:
    """The lines of the person's unit. A head whose staff are told gets the steps that are a head's."""
    if member.role is Role.DIRECTOR:
        return []
    volume = Volume(day.personal.get(member.id, Personal()).volume)
    mine = [line for line in day.due_lines(volume, since) if _leads(day, member, line.standing)]
    lines = [line for line in mine if not only_copied(day, member, line.standing) or _head_is_told(day, line)]
    due = {line.place for line in lines}
    for place in {*day.lines.get(member.id, {}), *day.snoozes.get(member.id, {})} - due:
        standing = day.by_place.get(place)
        if standing is not None and is_open(standing) and _comes_back(day, member, place, since):
            lines.append(day.line(standing))
    lines = [kept for line in lines if (kept := _unless_silent(day, member, line)) is not None]
    return [*lines, *_for_report(day, member, since)]


def _leads(day: Day, member: Member, standing: Standing) -> bool:
    """Whether the work is the person's: of their unit, and where somebody who is there was given it, theirs to do.
    Heads answer for all of it."""
    if not stands_for(member, standing.task.lead, day.followed.plan):
        return False
    present = {m.id for m in day.present}
    doing = [who for who in day.assigned.get(standing.task.code, ()) if who in present or who == member.id]
    return not doing or member.id in doing or member.role is Role.HEAD


def only_copied(day: Day, member: Member, standing: Standing) -> bool:
    """Whether the person is told as the head of those who do the work, rather than as one of them."""
    if member.role is not Role.HEAD:
        return False
    staff = (m for m in day.present if m.role is Role.STAFF and _leads(day, m, standing))
    return any(not _not_theirs(day, m, standing) for m in staff)


def _head_is_told(day: Day, line: Line) -> bool:
    entry = line.standing.entry
    silent = (day.day - entry.at.astimezone(day.zone).date()).days if entry else None
    return for_head(line.step, entry.percent if entry else None, silent)


def _comes_back(day: Day, member: Member, place: Place, since: date | None) -> bool:
    """Whether work that the person put off, or whose reminder never arrived, is to be told today."""
    told = day.lines.get(member.id, {}).get(place, ())
    if told and told[-1].state is MessageState.EXPIRED:
        return True
    ends = _put_off_until(day, member, place)
    if ends is None:
        return False
    begins = since + timedelta(days=1) if since else day.day
    return min(begins, day.day) <= ends <= day.day


def _put_off_until(day: Day, member: Member, place: Place) -> date | None:
    snooze = day.snoozes.get(member.id, {}).get(place)
    return snooze.until.astimezone(day.zone).date() if snooze is not None and snooze.until is not None else None


def _not_theirs(day: Day, member: Member, standing: Standing) -> bool:
    return (member.id, standing.task.code) in day.not_theirs


def _unless_silent(day: Day, member: Member, line: Line) -> Line | None:
    """The line; the question whether it is still the person's after several that were not answered; or None when it
    was put off, is not theirs, or was asked already. The deadline's own day is told whatever was not answered."""
    standing = line.standing
    if _not_theirs(day, member, standing):
        return None
    put_off = _put_off_until(day, member, line.place)
    if put_off is not None and put_off > day.day:
        return None
    if line.step == 0 or only_copied(day, member, standing):
        return line
    told = [t for t in day.lines.get(member.id, {}).get(line.place, ()) if t.state not in _NEVER_ARRIVED]
    if any(t.kind is LineKind.IN_CHARGE for t in told):
        return None
    reminders = [t for t in told if t.kind is LineKind.DIGEST]
    if silent_lines([t.answered is not None for t in reminders]) >= day.timetable.unanswered:
        return replace(line, kind=LineKind.IN_CHARGE)
    return line


def _for_report(day: Day, member: Member, since: date | None) -> list[Line]:
    """Before a reporting period closes: what was not reported on since it began."""
    cut = asks_for_report(day.day, day.calendar, day.timetable, since)
    if cut is None:
        return []
    begins = opened(cut, day.timetable)
    found = []
    for of_task in by_task(day.standings).values():
        standing = current(of_task, day.day)
        entry = standing.entry
        reported = entry is not None and entry.at.astimezone(day.zone).date() >= begins
        asked = is_open(standing) and standing.reportable and not reported and _leads(day, member, standing)
        if asked and not only_copied(day, member, standing) and not _not_theirs(day, member, standing):
            found.append(replace(day.line(standing), kind=LineKind.REPORT, cut=cut))
    return found


# ---- for others -----------------------------------------------------------------------------------------------------


def _for_absent(day: Day, member: Member, since: date | None) -> list[Line]:
    """The lines of those whom the person stands in for."""
    found: list[Line] = []
    for other in day.people:
        leave = day.away(other)
        if leave is not None and leave.stand_in == member.id and not day.away(member):
            found += [replace(line, instead=other.name) for line in _own(day, other, since)]
    return found


def _of_nobody(day: Day, since: date | None) -> list[Line]:
    """What nobody of the lead unit can be told."""
    present = day.present
    marked = (
        (line, absent(line.standing.task, present, day.followed.plan)) for line in day.due_lines(Volume.STANDARD, since)
    )
    return [replace(line, nobody=units) for line, units in marked if units]


def _watched(day: Day, since: date | None) -> list[Line]:
    """What is so late that the office's list has it, or that an urging letter is due."""
    steps = (day.timetable.listed, day.timetable.letter)
    return [replace(line, watched=True) for line in _late(day, since, steps)]


def _late_for_director(day: Day, since: date | None) -> list[Line]:
    return [replace(line, watched=True) for line in _late(day, since, (day.timetable.director,))]


def _late(day: Day, since: date | None, steps: Collection[int]) -> list[Line]:
    found = []
    for standing in day.standings:
        due = standing.due
        if not is_open(standing) or due is None or due >= day.day or due < day.followed.followed_from:
            continue
        if (day.day - due).days > 3 * max(steps) + 30:
            continue  # long past every step
        late = late_by(due, day.day, day.calendar)
        hit = [step for step in steps if reached(late, day.day, day.calendar, step, since)]
        if hit:
            found.append(replace(day.line(standing), step=-max(hit)))
    return found


def of_unit(day: Day, unit: str) -> list[Line]:
    """What a unit's group chat is told: the timetable's lines, whoever works on them."""
    if not day.calendar.is_working(day.day) or day.timetable.paused(day.day):
        return []
    plan = day.followed.plan
    stand = Member(0, "", Role.STAFF, unit, True, datetime.combine(day.day, time.min, day.zone))
    lines = day.due_lines(Volume.STANDARD, day.since(slot_at(day.timetable.digest)))
    return sorted((line for line in lines if stands_for(stand, line.standing.task.lead, plan)), key=_order)
