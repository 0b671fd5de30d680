"""What a broadcast costs where a channel counts its messages, and who is told that an app is full."""

from __future__ import annotations

from dataclasses import replace

from handlers.budgeting import cost
from handlers.invitations import issue_invite
from storage.records import Role
from storage.sql.database import SqlDatabase
from tests.support.plans import small_plan
from tests.support.talk import BUTTONS, ZONE, Talk


async def test_a_broadcast_says_what_it_takes_from_the_months_that_are_counted(database: SqlDatabase) -> None:
    talk = Talk(database, channel="zalo_bot")
    for name in ("Lan", "Hùng", "Mai"):
        await talk.member(name)
    await Talk(database, channel="telegram").member("Hoa")
    async with database.write() as uow:
        everybody = await uow.members.all()
        assert await cost(uow, everybody, talk.now, ZONE) == ()
        await uow.usage.add("zalo_bot", "2026-11", 1800, 3000)
        assert await cost(uow, everybody, talk.now, ZONE) == (
            "Thông báo này dùng khoảng 3 tin Zalo; tháng này còn 1200 trên 3000 tin.",
        )
        mai = next(member for member in everybody if member.name == "Mai")
        await uow.members.link(mai.id, "telegram", "mai", "mai")
        (said,) = await cost(uow, await uow.members.all(), talk.now, ZONE)
        assert "2 tin Zalo" in said


async def test_the_office_is_told_before_an_app_serves_nobody_more(database: SqlDatabase) -> None:
    talk = Talk(database, channel="zalo_bot", capabilities=replace(BUTTONS, people_at_most=3))
    minh = await talk.member("Minh", Role.OFFICE)
    for name in ("Lan", "Hùng"):
        async with database.write() as uow:
            code = (await issue_invite(uow, Role.STAFF, None, talk.now, None)).short
        assert "vào hệ thống" in await talk.stranger(name).says(code)
    member = await minh.member()
    assert member is not None
    async with database.read() as uow:
        told = [message.reply for message in await uow.outbox.due(talk.now) if message.member_id == member.id]
    assert len(told) == 1
    assert "3 người dùng" in told[0]


async def test_who_asks_to_be_let_in_counts_among_the_people_of_an_app(database: SqlDatabase) -> None:
    talk = Talk(database, channel="zalo_bot", capabilities=replace(BUTTONS, people_at_most=3))
    minh = await talk.member("Minh", Role.OFFICE)
    for name in ("Lan", "Hùng"):
        await talk.stranger(name).takes_access(f"{name}, Phòng Tổng hợp")
    assert "Zalo đã có 3 người dùng" in await talk.told(minh)


async def test_the_office_is_told_of_the_first_group_that_is_one_too_many(database: SqlDatabase) -> None:
    talk = Talk(database, channel="zalo_bot", capabilities=replace(BUTTONS, groups_at_most=3))
    await talk.follow(small_plan())
    minh, mai = await talk.member("Minh", Role.OFFICE), await talk.member("Mai", Role.OFFICE)
    said = {}
    for number in (1, 2, 3, 4):
        minh.chat = f"group{number}"
        said[number] = await minh.says("/ganket TH", private=False)
    assert ["phục vụ 3 nhóm" in said[number] for number in said] == [False, False, False, True]
    assert (await talk.told(mai)).count("Zalo có 4 nhóm nhận bản nhắc việc; gói đang dùng phục vụ 3 nhóm") == 1
