"""Every choice and step × role × plan × unit: pressed about work of another unit it changes nothing there whatever it
names; where the unit cooperates it is a note at most. What a unit may do about its own work: test_rights_matrix."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from handlers.commands import ACTIONS, COMMANDS, FLOWS, OFFICE, SUBJECTS
from handlers.flow import IN_PLAN
from handlers.messages import dump, say
from handlers.reach import CHOICES, Reach
from handlers.reach import COMMANDS as COMMANDS_REACH
from handlers.recording import packed
from knowledge.progress.update import Update
from storage.records import EntryKind, RequestStage, Role
from storage.sql.database import open_database
from tests.support.plans import small_plan
from tests.support.talk import Person, Talk

LEADING, COOPERATING = "I.6", "I.2"
"""Tasks of another unit than TH's: one that TH has no part in, one in which it cooperates."""
PERIODS = {LEADING: "2026-Q4", COOPERATING: "2026"}
WORK = (
    *("progress", "awaiting", "rulings", "target_values", "extensions", "extension_requests", "assignments"),
    *("evidence", "urgings", "announcements", "plans", "plan_versions", "invites", "unit_chats", "faq", "vocabulary"),
)
"""Tables of what people do together; what is their own (settings, consent, questions of theirs) is not looked at."""
OF_OTHERS = ("members", "accounts", "leaves", "silences", "reminder_lines", "personal_settings", "calendar_links")
"""Tables of people's own things: nobody else's may change."""
ROLES = {name: s.roles for s in SUBJECTS for name in (*s.actions, *s.flows, *s.files)}
OTHERS = [Role.STAFF, Role.HEAD, Role.DIRECTOR]


def test_every_act_that_is_not_the_office_s_alone_says_how_far_it_reaches() -> None:
    assert {name for name, roles in ROLES.items() if roles != OFFICE} == set(CHOICES)
    assert {c.name for c in COMMANDS if c.roles != OFFICE} == set(COMMANDS_REACH)


@dataclass
class Ground:
    """Two plans; in the one that is tried, the unit TC has done something of every kind: each is number 1 of its
    kind. Lan is of the unit TH."""

    talk: Talk
    file: str
    plan: str
    lan: Person
    sha256: str

    def work(self) -> dict[str, list[tuple[object, ...]]]:
        """Everything that is not Lan's own."""
        with sqlite3.connect(self.file) as opened:
            found = {table: opened.execute(f"SELECT * FROM {table}").fetchall() for table in WORK}
            for table in OF_OTHERS:
                column = {"members": "id"}.get(table, "member_id")
                rows = f"SELECT * FROM {table} WHERE {column} <> 3 OR {column} IS NULL"
                found[table] = opened.execute(rows).fetchall()
        return found

    def arguments(self, code: str) -> dict[str, str]:
        """All that any choice has ever carried, about a task of the other unit and what was done about it."""
        day = date(2027, 3, 31).isoformat()
        update = Update(task=code, percent=60.0, status=None, note="đã họp", period=PERIODS[code])
        return {
            **dict.fromkeys(("id", "entry", "member", "page", "number", "version", "last"), "1"),
            **dict.fromkeys(("who", "giver", "keep", "to", "instead"), "2"),
            **dict.fromkeys(("due", "until", "day", "first"), day),
            **{
                "code": code,
                "codes": code,
                "task": code,
                "period": PERIODS[code],
                "before": "2026-12-31",
                "unit": "TC",
                "rest": "99%",
            },
            **{"percent": "60", "status": "in_progress", "give": "1", "ids": "2", "reason": "chờ", "document": ""},
            **{
                "stage": "head",
                "sha256": self.sha256,
                "name": "a.pdf",
                "show": "unit",
                "view": "month",
                "about": "hồ sơ",
            },
            **{
                "digest": f"2026-11-24;{code}|{PERIODS[code]}|digest",
                "offered": "2026-11-24T02:00:00+00:00",
                "sure": "1",
                "on": "1",
                "onward": "",
                "words": "",
            },
            **{"updates": packed([update]), "hour": "09:00", "volume": "light", "channel": "terminal", "text": "/huy"},
            **{"plan": self.plan, IN_PLAN: self.plan, "question": "hạn nộp?", "field": "title", "fields": "{}"},
            **{"facet": "lead", "unclear": "", "horizon": "2027", "by": "late", "health": "late", "from": "0"},
            **{"record": code, "reply": "x", "answer": "x", "count": "1", "cutoff": day, "newest": "1", "topic": ""},
            **{"kind": "withdraw", "what": "all", "which": "TC", "value": "9h", "token": "t", "area": "I"},
        }


@pytest.fixture(params=["small", "second"])
async def ground(request: pytest.FixtureRequest, sqlite_url: str) -> AsyncIterator[Ground]:
    database = open_database(sqlite_url)
    talk, plan = Talk(database), request.param
    await talk.follow(small_plan())
    await talk.follow(small_plan().model_copy(update={"id": "second", "title": "Kế hoạch thứ hai"}))
    office, theirs = await talk.member("Minh", Role.OFFICE), await talk.member("Hùng", Role.HEAD, "TC")
    lan = await talk.member("Lan", Role.STAFF, "TH")
    ids = [await _id(person) for person in (office, theirs, lan)]
    assert ids == [1, 2, 3]
    now = talk.now
    async with database.write() as uow:
        place = {"plan": plan, "task": LEADING, "period": PERIODS[LEADING]}
        said = {"percent": 40.0, "status": None, "note": "đang làm", "unit": "TC", "channel": "terminal"}
        await uow.progress.add(**place, kind=EntryKind.UPDATE, member_id=2, now=now, **said)
        file = await uow.files.put(b"%PDF-1.4", "a.pdf", "application/pdf", now, 2)
        await uow.evidence.add(1, file.sha256, "a.pdf", 2, now)
        measured = {"target": "CT27.01", "period": "2026", "day": date(2026, 11, 1), "value": 90.0, "unit": "TC"}
        await uow.target_values.add(plan=plan, document="", note="", member_id=2, now=now, **measured)
        asked = {"due": date(2027, 3, 31), "previous": date(2026, 12, 31), "reason": "chờ", "document": ""}
        await uow.extension_requests.add(**place, stage=RequestStage.HEAD, member_id=2, now=now, **asked)
        await uow.assignments.add(plan, LEADING, 2, 1, now)
        days = {"first": date(2026, 12, 1), "last": date(2026, 12, 4)}
        await uow.leaves.add(member_id=2, stand_in=None, by=2, now=now, **days)
    yield Ground(talk, sqlite_url.partition("///")[2], plan, lan, file.sha256)
    await database.close()


async def _id(person: Person) -> int:
    member = await person.member()
    assert member is not None
    return member.id


async def _takes(ground: Ground, name: str, code: str) -> str:
    talk, token = ground.talk, f"{name}-{code}"
    async with talk.database.write() as uow:
        offered = [(token, "x", name, ground.arguments(code) | PECULIAR.get(name, {}))]
        await uow.choices.offer(talk.channel, "Lan", offered, talk.now + timedelta(days=900))
    return await ground.lan.presses(token)


async def _answers(ground: Ground, name: str, code: str) -> str:
    talk = ground.talk
    until = talk.now + timedelta(days=900)
    async with talk.database.write() as uow:
        await uow.conversations.set_flow(
            talk.channel, "Lan", "Lan", name, ground.arguments(code) | PECULIAR.get(name, {}), until
        )
    return await ground.lan.says("60% đã họp với UBND")


ACTS: list[tuple[Callable[[Ground, str, str], Awaitable[str]], str]] = [
    *((_takes, name) for name in ACTIONS),
    *((_answers, name) for name in FLOWS),
]
PECULIAR = {
    "measures.typed": {"code": "CT27.01"},
    "continuing.more": {"rest": dump(say("phần còn lại"))},
    "progress.choose": {"rest": packed([Update(LEADING, 60.0, None, "đã họp")])},
}
"""Arguments of these choices that mean something else in every other one."""


async def _wrong(
    ground: Ground, role: Role, code: str, allowed: Mapping[Reach, Sequence[str]]
) -> list[tuple[str, list[str], str]]:
    """The acts open to the role that have changed what they must not, with what they said. `allowed`: tables that acts
    of a reach may change."""
    wrong, before = [], ground.work()
    for act, name in ACTS:
        if role not in ROLES[name]:
            continue  # refused for its role: test_every_choice
        said = await act(ground, name, code)
        after = ground.work()
        tables = allowed.get(CHOICES[name], ())
        if changed := [f"{t}: {after[t]}" for t in before if before[t] != after[t] and t not in tables]:
            wrong.append((name, changed, said))
        before = after
    return wrong


@pytest.mark.parametrize("role", OTHERS)
async def test_what_is_another_unit_s_stays_as_it_is_whatever_is_pressed_or_typed(ground: Ground, role: Role) -> None:
    async with ground.talk.database.write() as uow:
        await uow.members.change(3, role=role)
    # Any unit that leads work in the area of a target may record its value.
    assert await _wrong(ground, role, LEADING, {Reach.AREA: ("target_values",)}) == []


@pytest.mark.parametrize("role", [Role.STAFF, Role.HEAD])
async def test_where_the_unit_cooperates_it_adds_a_note_and_no_more(ground: Ground, role: Role) -> None:
    async with ground.talk.database.write() as uow:
        await uow.members.change(3, role=role)
    allowed = {Reach.NOTE: ("progress",), Reach.AREA: ("target_values",)}
    assert await _wrong(ground, role, COOPERATING, allowed) == []
    async with ground.talk.database.read() as uow:
        log = await uow.progress.history(ground.plan, COOPERATING, limit=100)
    assert {(entry.kind, entry.percent, entry.status) for entry in log} <= {(EntryKind.NOTE, None, None)}


@pytest.mark.parametrize("role", [Role.STAFF, Role.HEAD])
async def test_of_its_own_work_a_unit_changes_what_it_may_and_nothing_of_the_office_s(
    ground: Ground, role: Role
) -> None:
    async with ground.talk.database.write() as uow:
        await uow.members.change(3, role=role)
        await uow.members.set_unit(3, "TC")
    changed = {name for name, *_ in await _wrong(ground, role, LEADING, {})}
    assert {CHOICES[name] for name in changed} <= {Reach.LEAD, Reach.NOTE, Reach.AREA, Reach.OWN}
    assert {"progress.record", "progress.note", "answers.same", "measures.typed"} <= changed
    assert ({"extension_requests.pass"} <= changed) is (role is Role.HEAD)


@pytest.mark.parametrize(("unit", "may"), [("TH", True), ("TC", True), ("BD", False), (None, False)])
@pytest.mark.parametrize("role", OTHERS)
async def test_values_are_recorded_by_units_that_lead_work_in_the_target_s_area(
    ground: Ground, role: Role, unit: str | None, may: bool
) -> None:
    async with ground.talk.database.write() as uow:
        await uow.members.change(3, role=role)
        await uow.members.set_unit(3, unit)
    before = ground.work()
    said = await ground.lan.says("/chitieu CT27.01 97% quý IV/2026")
    assert (before != ground.work()) is may, said
