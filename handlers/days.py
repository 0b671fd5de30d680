"""What decides about a day at the office: the plan's occurrences, the people, their wishes and their leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from handlers.digest_lines import Line, names_elsewhere
from handlers.office import FollowedPlan, Office
from handlers.standing import Standing, is_open, standings
from knowledge.reminders import Volume, due_today
from knowledge.timetable import Timetable
from knowledge.workdays import Calendar
from storage.records import Leave, Member, Personal, ReminderLine, Role, Silence, SilenceKind
from storage.unit_of_work import UnitOfWork

LOOK_BACK = timedelta(days=120)
"""How far back reminders are counted that nobody has answered."""

Place = tuple[str, str]
"""Task and period."""


@dataclass(frozen=True)
class Day:
    """Everything that decides who is told of what on a day at the office. `people`: active members who have not taken
    their consent back; `assigned`: by task, who was given it; `lines`: the reminders that nobody answered, by person
    and place; `since`: the last day on which the digests of a slot went out. `elsewhere`: as of
    handlers.digest_lines.Line."""

    uow: UnitOfWork
    followed: FollowedPlan
    day: date
    zone: ZoneInfo
    calendar: Calendar
    timetable: Timetable
    people: Sequence[Member]
    personal: Mapping[int, Personal]
    leaves: Sequence[Leave]
    silences: Sequence[Silence]
    assigned: Mapping[str, Sequence[int]]
    lines: Mapping[int, Mapping[Place, Sequence[ReminderLine]]]
    standings: Sequence[Standing]
    since: Callable[[str], date | None]
    elsewhere: str = ""
    _reminders: dict[tuple[Volume, date | None], list[Line]] = field(default_factory=dict)

    def hour_of(self, member: Member) -> time:
        """The hour at which the person's digest comes: their own, unless the office closed its day before it since."""
        own = self.personal.get(member.id, Personal()).hour
        return own if own is not None and own < self.timetable.digest_until else self.timetable.digest

    def slot_of(self, member: Member) -> str:
        """Whose digests go out together: those of an hour; the office's, which come later on one day of the week."""
        return OFFICE_SLOT if member.role is Role.OFFICE else slot_at(self.hour_of(member))

    def away(self, member: Member) -> Leave | None:
        """The person's leave on that day."""
        mine = (leave for leave in self.leaves if leave.member_id == member.id)
        return next((leave for leave in mine if leave.first <= self.day <= leave.last), None)

    @cached_property
    def present(self) -> list[Member]:
        """Who can be reached and is not away."""
        return [m for m in self.people if not self.away(m) and any(account.reachable for account in m.accounts)]

    @cached_property
    def by_place(self) -> Mapping[Place, Standing]:
        """Every occurrence by its place."""
        return {(s.task.code, s.occurrence.period): s for s in self.standings}

    @cached_property
    def snoozes(self) -> Mapping[int, Mapping[Place, Silence]]:
        """By person and place, the last time that it was put off and nothing was reported since."""
        found: dict[int, dict[Place, Silence]] = {}
        for silence in self.silences:
            if silence.kind is SilenceKind.SNOOZE:
                found.setdefault(silence.member_id, {})[silence.task, silence.period] = silence
        return found

    @cached_property
    def not_theirs(self) -> frozenset[tuple[int, str]]:
        """Person and task, where the person said that the task is not theirs."""
        return frozenset((s.member_id, s.task) for s in self.silences if s.kind is SilenceKind.NOT_MINE)

    def line(self, standing: Standing) -> Line:
        """A line about an occurrence of this plan."""
        left = (standing.due - self.day).days if standing.due else 0
        return Line(standing, left, self.followed.plan, self.elsewhere)

    def due_lines(self, volume: Volume, since: date | None) -> list[Line]:
        """Everything that is reminded of on the day by the timetable, whoever is told."""
        key = (volume, since)
        if key not in self._reminders:
            found = []
            for standing in self.standings:
                reminder = due_today(
                    standing.occurrence,
                    standing.due,
                    done=not is_open(standing),
                    followed_from=self.followed.followed_from,
                    today=self.day,
                    calendar=self.calendar,
                    timetable=self.timetable,
                    volume=volume,
                    since=since,
                )
                if reminder is not None:
                    found.append(replace(self.line(standing), days_left=reminder.days_left, step=reminder.step))
            self._reminders[key] = found
        return self._reminders[key]


async def read_days(uow: UnitOfWork, office: Office, day: date, zone: ZoneInfo) -> list[Day]:
    """A day in every plan that is followed, the default plan first; [] when none is."""
    plans = await office.plans(uow)
    elsewhere = names_elsewhere(plans)
    return [await read_day(uow, office, one, day, zone, elsewhere[one.plan.id]) for one in plans]


async def read_day(
    uow: UnitOfWork, office: Office, followed: FollowedPlan, day: date, zone: ZoneInfo, elsewhere: str = ""
) -> Day:
    """Reads what decides about a day in one plan. The days whose digests went out are those kept by `note_sent`."""
    start = datetime.combine(day, time.min, zone)
    lines: dict[int, dict[Place, list[ReminderLine]]] = {}
    for line in await uow.reminders.open_lines(followed.plan.id, since=start - LOOK_BACK):
        if line.member_id is not None and line.at < start:
            lines.setdefault(line.member_id, {}).setdefault((line.task, line.period), []).append(line)
    kept = {key: date.fromisoformat(value) for key, value in (await uow.settings.all()).items() if key.startswith(SENT)}
    newest = max(kept.values(), default=None)

    def since(slot: str) -> date | None:
        last = kept.get(SENT + slot, newest)
        return last if last is not None and last < day else None

    withdrawn = await uow.privacy.withdrawals()
    return Day(
        uow=uow,
        followed=followed,
        day=day,
        zone=zone,
        calendar=office.calendar,
        timetable=office.timetable,
        people=[m for m in await uow.members.all() if m.id not in withdrawn],
        personal=await uow.personal.all(),
        leaves=await uow.leaves.from_day(day),
        assigned=await uow.assignments.of_plan(followed.plan.id),
        silences=await uow.silences.standing(followed.plan.id),
        lines=lines,
        standings=await standings(uow, followed, day, zone),
        since=since,
        elsewhere=elsewhere,
    )


SENT = "digest.last_day:"
OFFICE_SLOT = "office"


def slot_at(hour: time) -> str:
    """The slot of an hour."""
    return f"{hour:%H:%M}"


async def note_sent(uow: UnitOfWork, slots: Iterable[str], day: date, now: datetime) -> None:
    """Keeps that the digests of these slots went out on a day; a later one was a wrong clock's."""
    for slot in slots:
        if await uow.settings.get(SENT + slot) != day.isoformat():
            await uow.settings.set(SENT + slot, day.isoformat(), now)
