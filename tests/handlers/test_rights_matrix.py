"""Every act on a task × role × the unit's part in it: allowed exactly where handlers.rights and the table of commands
say, and where it is refused nothing has changed."""

from __future__ import annotations

import pytest

from handlers.assigning import may_assign
from handlers.commands import ACTIONS, BY_NAME
from handlers.office import FollowedPlan
from handlers.rights import Right, right_of
from knowledge.model import Task
from storage.records import Member, Role
from tests.support.plans import small_plan
from tests.support.talk import Person, Talk

TASKS = {"own": "I.1", "cooperating": "I.2", "other": "I.6"}
"""By the part that unit TH has in them."""
TYPED = {
    "tiendo": "/tiendo {code} 60% đã họp",
    "giahan": "/giahan {code} 31/3/2027 chờ UBND tỉnh",
    "giao": "/giao {code}",
    "xacnhan": "/xacnhan {code} đồng ý",
    "suanhiemvu": "/suanhiemvu {code}",
    "tamdung": "/tamdung {code} CV 12/UBND-NC",
    "khongthuchien": "/khongthuchien {code} CV 12/UBND-NC",
    "dondoc": "/dondoc TH",
}
PRESSED = ("extensions.start", "answers.later", "answers.not_mine", "assigning.people", "evidence.ask")
REFUSALS = (
    "dành cho",
    "Chưa ghi gì",
    "nên đồng chí không",
    "không giao được",
    "Chỉ người của đơn vị chủ trì",
    "hết hạn",
)


def _may(name: str, who: Member, task: Task, followed: FollowedPlan, roles: frozenset[Role]) -> bool:
    if who.role not in roles:
        return False
    if name in ("giao", "assigning.people"):
        return may_assign(who, task, followed)
    if name in ("tiendo", "giahan", *PRESSED):
        return right_of(who, task, followed.plan) is Right.RECORD
    return True


async def _kept(talk: Talk) -> list[int]:
    """How much there is of everything that an act may leave behind."""
    async with talk.database.read() as uow:
        history = [len(await uow.progress.history("small", code, limit=100)) for code in TASKS.values()]
        assigned = await uow.assignments.of_plan("small")
        return [
            *history,
            len(assigned),
            len(await uow.extensions.of_plan("small")),
            len(await uow.silences.standing("small")),
        ]


async def _presses(talk: Talk, person: Person, name: str, arguments: dict[str, str]) -> str:
    token = f"t-{name}-{person.name}-{arguments['code']}"
    async with talk.database.write() as uow:
        await uow.choices.offer(talk.channel, person.name, [(token, "x", name, arguments)], talk.now.replace(year=2030))
    return await person.presses(token)


@pytest.mark.sqlite
@pytest.mark.parametrize("role", list(Role))
async def test_an_act_on_a_task_is_allowed_exactly_where_the_rights_say(talk: Talk, role: Role) -> None:
    office = await talk.member("Văn Phòng", Role.OFFICE)
    person = await talk.member("Người này", role, None if role is Role.OFFICE else "TH")
    entries = {}
    for code in TASKS.values():
        await office.says(f"/tiendo {code} 10% bắt đầu")
        async with talk.database.read() as uow:
            entries[code] = (await uow.progress.history("small", code, limit=1))[0]
    who, plan = await person.member(), small_plan()
    assert who is not None
    async with talk.database.read() as uow:
        followed = await talk.office.plan(uow)
    assert followed is not None
    wrong = []
    for part, code in TASKS.items():
        task = plan.task(code)
        assert task is not None
        for name in (*TYPED, *PRESSED):
            before = await _kept(talk)
            if name in TYPED:
                said = await person.says(TYPED[name].format(code=code))
                roles = BY_NAME[name].roles
            else:
                place = {"code": code, "period": entries[code].period, "entry": str(entries[code].id)}
                said = await _presses(talk, person, name, {**place, "until": "day"})
                roles = ACTIONS[name][1].roles
            allowed, refused = _may(name, who, task, followed, roles), any(words in said for words in REFUSALS)
            if allowed == refused or (refused and await _kept(talk) != before):
                wrong.append((name, part, allowed, said))
            await person.says("/huy")
    assert wrong == []


@pytest.mark.sqlite
@pytest.mark.parametrize("role", [Role.STAFF, Role.HEAD, Role.DIRECTOR])
async def test_a_cooperating_unit_adds_a_note_and_another_unit_nothing(talk: Talk, role: Role) -> None:
    person = await talk.member("Người này", role, "TH")
    assert "Đã thêm ghi chú cho I.2" in await person.says("/tiendo I.2 đã góp ý dự thảo")
    before = await _kept(talk)
    assert "Chưa ghi gì" in await person.says("/tiendo I.6 đã góp ý dự thảo")
    assert await _kept(talk) == before
