"""A further version of a followed plan: the office sees the difference, and only those concerned are told."""

from __future__ import annotations

import pytest

from handlers.messages import load
from knowledge.importing.export import to_yaml
from knowledge.model import Plan
from storage.records import Role
from tests.support.plans import small_plan
from tests.support.talk import Person, Talk, text_of


def amended(**deadlines: str) -> Plan:
    """The small plan with other deadlines: `I_1="Quý I/2027"`."""
    tasks = tuple(
        task.model_copy(update={"deadline": deadlines.get(task.code.replace(".", "_"), task.deadline)})
        for task in small_plan().tasks
    )
    return small_plan().model_copy(update={"tasks": tasks})


@pytest.fixture
async def minh(talk: Talk) -> Person:
    return await talk.member("Minh", Role.OFFICE)


async def send(person: Person, plan: Plan) -> str:
    return await person.sends(to_yaml(plan).encode(), "ke-hoach.yaml", "/nhapkehoach")


async def told(talk: Talk) -> dict[str, str]:
    """What members were sent: name → text."""
    async with talk.database.read() as uow:
        names = {member.id: member.name for member in await uow.members.all()}
        waiting = await uow.outbox.due(talk.now)
    return {names[m.member_id]: text_of(load(m.reply)) for m in waiting if m.member_id is not None}


async def test_the_difference_is_shown_loaded_told_to_those_concerned_and_taken_back(talk: Talk, minh: Person) -> None:
    lan, hung = await talk.member("Lan", Role.STAFF, "TH"), await talk.member("Hùng", Role.STAFF, "TC")
    await lan.says("/tiendo I.3 40%")
    said = await send(minh, amended(I_3="Quý I/2027"))
    assert "Thêm 0 nhiệm vụ, bỏ 0, sửa 1; giữ nguyên 5." in said
    assert "Thời hạn “Thường xuyên” → “Quý I/2027”" in said
    assert await told(talk) == {}
    assert "Đã báo 1 người" in await minh.takes("Nạp bản sửa đổi")
    notices = await told(talk)
    assert set(notices) == {"Lan"}
    assert "“Thường xuyên” → “Quý I/2027”" in notices["Lan"]
    assert "40%" in await lan.says("/nhiemvu I.3"), "progress stays"
    # Lan says that it is clear, and the office sees it.
    assert "0/1" in await minh.takes("Ai đã rõ")
    async with talk.database.read() as uow:
        (message,) = [m for m in await uow.outbox.due(talk.now) if m.member_id is not None]
    lan.screen = await talk.deliver("Lan", load(message.reply))
    assert "Đã ghi nhận" in await lan.takes("Đã rõ")
    await send(minh, amended(I_3="Quý I/2027"))
    await minh.says("/kehoach")
    await minh.takes("Quản lý")
    assert "1/1" in await minh.takes("Ai đã rõ")
    assert hung.screen is None


async def test_an_amendment_is_taken_back_and_those_told_hear_of_it(talk: Talk, minh: Person) -> None:
    await talk.member("Lan", Role.STAFF, "TH")
    await send(minh, amended(I_1="Quý I/2027"))
    await minh.takes("Nạp bản sửa đổi")
    assert "trở lại như trước" in await minh.takes("Hoàn tác")
    async with talk.database.read() as uow:
        (lan,) = await uow.members.of_unit("TH")
        message = await uow.outbox.get(f"decision:plan:small:2:{lan.id}:undone")
    assert message is not None
    assert "đã được Văn phòng hoàn tác" in message.reply
    assert "Tháng 12/2026" in await minh.says("/nhiemvu I.1")


async def test_a_doubt_is_settled_before_anything_is_loaded(talk: Talk, minh: Person) -> None:
    plan = small_plan()
    first = plan.tasks[0].model_copy(
        update={"code": "I.9", "printed_code": "9", "title": "Rà soát, sửa đổi quy chế làm việc của cơ quan"}
    )
    said = await send(minh, plan.model_copy(update={"tasks": (*plan.tasks[1:], first)}))
    assert "Có phải là I.1" in said
    assert "[Nạp bản sửa đổi]" not in said
    said = await minh.takes("Phải, giữ tiến độ")
    assert "sửa 1" in said
    await minh.takes("Nạp bản sửa đổi")
    assert "sửa đổi quy chế" in await minh.says("/nhiemvu I.1")


async def test_a_question_as_of_a_day_is_answered_from_the_version_of_that_day(talk: Talk, minh: Person) -> None:
    before = talk.now
    await send(minh, amended(I_1="Quý I/2027"))
    talk.now = before.replace(day=28)
    await minh.takes("Nạp bản sửa đổi")
    assert "Quý I/2027" in await minh.says("I.1 hạn khi nào?")
    said = await minh.says("tại ngày 25/11/2026 I.1 hạn khi nào?")
    assert "Tháng 12/2026" in said
    assert "bản 1" in said
    assert "chưa được nạp" in await minh.says("I.1 hạn khi nào tại ngày 1/3/2020?")
