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


def _without_second() -> Plan:
    """The small plan without I.2, the rows after it numbered anew."""
    rows = [task for task in small_plan().tasks if task.code != "I.2"]
    tasks = tuple(
        row.model_copy(
            update={"code": f"I.{n}", "printed_code": str(n), "place": f"Phụ lục, mục I, STT {n}"},
        )
        for n, row in enumerate(rows, 1)
    )
    return small_plan().model_copy(update={"tasks": tasks})


async def test_what_was_open_when_the_plan_was_numbered_anew_means_the_rows_that_it_was_opened_for(
    talk: Talk, minh: Person
) -> None:
    hung = await talk.member("Hùng", Role.STAFF, "TC")
    await hung.says("I.4 hạn khi nào")
    quote = (await hung.takes("Trích dẫn")).split(":")[1].split()[0]
    await hung.says("/nhiemvu")
    listed = {code: hung.choice(code).token for code in ("I.2", "I.4")}
    sure = {}
    for code in listed:
        await hung.says(f"/tiendo {code} 100%")
        sure[code] = hung.choice("Đồng ý").token
    await send(minh, _without_second())
    await minh.takes("Nạp bản sửa đổi")
    assert "I.4. Sắp xếp bộ máy" in await hung.presses(listed["I.4"])
    assert "không có nhiệm vụ I.2" in await hung.presses(listed["I.2"])
    assert "không có nhiệm vụ I.2" in await hung.presses(sure["I.2"])
    assert "Đã ghi nhận I.4: 100%" in await hung.presses(sure["I.4"])
    assert "100%, hoàn thành" in await hung.says("/lichsu I.4")
    checked = await hung.says(quote)
    assert "đúng như đã trích" in checked
    assert "Nay ở: Phụ lục, mục I, STT 3." in checked


@pytest.mark.parametrize("archived", [False, True])
async def test_nothing_new_inherits_what_was_reported_of_a_row_that_is_gone(
    talk: Talk, minh: Person, archived: bool
) -> None:
    hung = await talk.member("Hùng", Role.STAFF, "TC")
    await hung.says("/tiendo I.6 70%")
    rows = small_plan().tasks
    other = rows[-1].model_copy(update={"title": "Xây dựng kho lưu trữ điện tử"})
    without, with_other = (small_plan().model_copy(update={"tasks": t}) for t in (rows[:-1], (*rows[:-1], other)))
    await send(minh, without)
    await minh.takes("Nạp bản sửa đổi")
    if archived:
        async with talk.database.write() as uow:
            await uow.plans.set_active("small", False)
    await send(minh, with_other)
    await minh.takes("Nạp")
    said = await hung.says("/nhiemvu kho lưu trữ")
    assert "I.6-2 Xây dựng kho lưu trữ điện tử" in said
    assert "70%" not in said
    await send(minh, small_plan())
    await minh.takes("Nạp bản sửa đổi")
    assert "70%" in await hung.says("/nhiemvu I.6")


async def test_a_file_that_cannot_be_read_is_refused_for_its_fault_and_not_for_a_blank(minh: Person) -> None:
    rows = small_plan().tasks
    said = await send(minh, small_plan().model_copy(update={"tasks": (*rows, rows[0])}))
    assert "Chưa đọc được" in said
    assert "ngày ban hành" not in said
    assert "I.1" in said
