"""What a report says, worked out from the log as it stood at a moment: the same log gives the same report for ever,
whatever was recorded later. Pure; every figure names the entries that it comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import takewhile
from typing import TypeVar
from zoneinfo import ZoneInfo

from handlers.office import FollowedPlan
from handlers.reported import Line
from handlers.standing import Standing, standing_of
from knowledge.lexicon.reporting import DOCUMENT
from knowledge.model import Task
from knowledge.report_periods import ReportPeriod, following
from knowledge.standing import Group, rate
from storage.records import Completion, EntryKind, Evidence, Extension, ProgressEntry, Ruling, Status

K = TypeVar("K")
INSTANT = timedelta(microseconds=1)
"""The smallest step of time: a cut-off this much after a moment counts what was said at it."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many lines stand in which group."""

    lines: tuple[Line, ...]

    def of(self, group: Group) -> int:
        """Lines of one group."""
        return sum(line.group is group for line in self.lines)

    @property
    def total(self) -> int:
        """All lines: the sum of the groups."""
        return len(self.lines)

    @property
    def idle(self) -> int:
        """Lines in time on which nothing was begun yet (part of Group.IN_TIME)."""
        return sum(line.group is Group.IN_TIME and not line.begun for line in self.lines)

    @property
    def rate(self) -> float | None:
        """Tỷ lệ đúng hạn."""
        return rate(line.group for line in self.lines)


@dataclass(frozen=True)
class Facts:
    """A report's contents. `cutoff`: only what was recorded before this moment counts. `lines`: what the period is
    about, by task and period; `before`: how many occurrences fell due before the plan was followed and are left out;
    `log` and `extensions`: everything that was recorded, and every extension that stands, in order of time."""

    followed: FollowedPlan
    period: ReportPeriod
    cutoff: datetime
    day: date
    lines: tuple[Line, ...]
    upcoming: tuple[Line, ...]
    before: int
    log: tuple[ProgressEntry, ...]
    extensions: tuple[Extension, ...]

    @cached_property
    def named(self) -> frozenset[str]:
        """Codes of the tasks that the report speaks of."""
        return frozenset(line.task.code for line in (*self.lines, *self.upcoming))

    @cached_property
    def tally(self) -> Tally:
        """Of the whole plan."""
        return Tally(self.lines)

    @cached_property
    def by_area(self) -> Mapping[str, Tally]:
        """By area, in the plan's order; tasks of no area of the plan under ""."""
        areas = [area.code for area in self.followed.plan.areas]
        return _grouped(self.lines, [*areas, ""], lambda task: task.area if task.area in areas else "")

    @cached_property
    def by_lead(self) -> Mapping[tuple[str, ...], Tally]:
        """By lead units as printed; a task that several units lead counts once, in a row of its own."""
        order = {unit.code: number for number, unit in enumerate(self.followed.plan.units)}

        def place(codes: tuple[str, ...]) -> list[tuple[int, str]]:
            return [(order.get(code, len(order)), code) for code in codes] or [(len(order) + 1, "")]

        return _grouped(self.lines, sorted({x.task.lead for x in self.lines}, key=place), lambda task: task.lead)

    def of(self, *groups: Group) -> list[Line]:
        """Lines of the groups, the earliest deadline first."""
        return by_due(line for line in self.lines if line.group in groups)


def by_due(lines: Iterable[Line]) -> list[Line]:
    """Lines by deadline, those without one last."""
    return sorted(lines, key=lambda line: line.due or date.max)


def _grouped(lines: Sequence[Line], keys: Iterable[K], key_of: Callable[[Task], K]) -> dict[K, Tally]:
    """A tally for each key that has lines, in the order of the keys."""
    found: dict[K, list[Line]] = {key: [] for key in keys}
    for line in lines:
        found[key_of(line.task)].append(line)
    return {key: Tally(tuple(of_key)) for key, of_key in found.items() if of_key}


@dataclass(frozen=True, slots=True)
class Records:
    """What was recorded about a plan, whole and in any order."""

    log: Sequence[ProgressEntry] = ()
    extensions: Sequence[Extension] = ()
    rulings: Sequence[Ruling] = ()
    evidence: Sequence[Evidence] = ()


def moment_of(period: ReportPeriod, now: datetime, zone: ZoneInfo) -> datetime:
    """The cut-off of a report that is asked for at `now`: the end of the period's last day, or now while it runs."""
    return min(datetime.combine(period.end + timedelta(days=1), time(), zone), now + INSTANT)


def facts(
    followed: FollowedPlan,
    records: Records,
    period: ReportPeriod,
    cutoff: datetime,
    zone: ZoneInfo,
) -> Facts:
    """The report of a period. What is not before `cutoff` (aware) is ignored."""
    known = sorted((entry for entry in records.log if entry.at < cutoff), key=lambda entry: entry.id)
    undone = {entry.undoes for entry in known if entry.kind is EntryKind.UNDO}
    standing: dict[tuple[str, str], list[ProgressEntry]] = {}
    for entry in known:
        if entry.kind is not EntryKind.UNDO and entry.id not in undone:
            standing.setdefault((entry.task, entry.period), []).append(entry)
    granted = sorted((e for e in records.extensions if _stood(e, cutoff)), key=lambda e: e.id)
    extended: dict[tuple[str, str], list[Extension]] = {}
    for extension in granted:
        extended.setdefault((extension.task, extension.period), []).append(extension)
    ruled: dict[str, list[Ruling]] = {}
    for ruling in sorted((r for r in records.rulings if _stood(r, cutoff)), key=lambda r: r.id):
        ruled.setdefault(ruling.task, []).append(ruling)
    proofs = Counter(proof.entry for proof in records.evidence if _stood(proof, cutoff))
    # The last day that is known in full or in part.
    day = (cutoff - INSTANT).astimezone(zone).date()
    found = []
    for task in followed.plan.tasks:
        for occurrence in followed.occurrences(task):
            entries = standing.get((task.code, occurrence.period), [])
            updates = [entry for entry in entries if entry.kind is EntryKind.UPDATE]
            stands = standing_of(
                task,
                occurrence,
                followed,
                day,
                zone,
                extensions=extended.get((task.code, occurrence.period), ()),
                entry=updates[-1] if updates else None,
                completion=_completion(updates),
                rulings=ruled.get(task.code, ()),
            )
            found.append(_line(stands, entries, proofs, day, zone))
    after = following(period)
    return Facts(
        followed=followed,
        period=period,
        cutoff=cutoff,
        day=day,
        lines=tuple(line for line in found if _belongs(line, period, zone)),
        upcoming=tuple(by_due(line for line in found if _upcoming(line, after))),
        before=sum(line.group is Group.BEFORE for line in found),
        log=tuple(known),
        extensions=tuple(granted),
    )


def _stood(record: Extension | Ruling | Evidence, cutoff: datetime) -> bool:
    """Whether it had been recorded and not yet been taken back before the cut-off; what was taken back nobody knows
    when never stood."""
    later = record.undone_at is not None and record.undone_at >= cutoff
    return record.at < cutoff and (later or not record.undone)


def _line(
    standing: Standing, entries: Sequence[ProgressEntry], proofs: Mapping[int, int], day: date, zone: ZoneInfo
) -> Line:
    late = 0
    if standing.due is not None and standing.group in (Group.DONE_LATE, Group.OVERDUE):
        late = ((standing.completed or day) - standing.due).days
    return Line(
        standing=standing,
        note=next((entry.note for entry in reversed(entries) if entry.note), ""),
        days_late=late,
        entries=tuple(entry.id for entry in entries),
        told=entries[0].at.astimezone(zone).date() if entries else None,
        documents=_documents(entries),
        files=sum(proofs.get(entry.id, 0) for entry in entries),
    )


def _completion(updates: Sequence[ProgressEntry]) -> Completion | None:
    """The unbroken run of reports of completion at the end of the updates, if there is one."""
    run = list(takewhile(lambda entry: entry.status is Status.DONE, reversed(updates)))
    return Completion(run[-1].id, run[-1].at, all(entry.awaits for entry in run)) if run else None


def _documents(entries: Sequence[ProgressEntry]) -> tuple[str, ...]:
    """Numbers of documents that the updates name, in order."""
    return tuple(dict.fromkeys(match for entry in entries for match in DOCUMENT.findall(entry.note)))


def _belongs(line: Line, period: ReportPeriod, zone: ZoneInfo) -> bool:
    """Whether a report of the period is about the occurrence: it had begun, fallen due or been reported on by the
    period's end, and was not over before the period's first day."""
    over = _over(line.standing, zone)
    if line.group is Group.BEFORE or (over is not None and over < period.start):
        return False
    begins = [day for day in (line.occurrence.start, line.occurrence.due) if day is not None]
    return not begins or min([*begins, line.told or begins[0]]) <= period.end


def _over(standing: Standing, zone: ZoneInfo) -> date | None:
    """The day on which it was known to be completed: reported, and confirmed where that was asked for."""
    if standing.awaiting or standing.completion is None:
        return None
    if standing.completion.awaits and standing.confirmed is not None:
        return standing.confirmed.at.astimezone(zone).date()
    return standing.completed


def _upcoming(line: Line, after: ReportPeriod) -> bool:
    """Whether it falls due in the following period and is still to be done."""
    open_ = line.group in (Group.IN_TIME, Group.OVERDUE)
    return open_ and line.due is not None and after.holds(line.due)
