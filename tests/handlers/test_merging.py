"""Two records of one person become one: seen first, confirmed, told in both apps, logged, undone."""

from __future__ import annotations

from datetime import date

import pytest

from storage.records import Role
from storage.sql.database import SqlDatabase
from tests.support.plans import small_plan
from tests.support.talk import Person, Talk


@pytest.fixture
async def apps(database: SqlDatabase) -> tuple[Talk, Talk]:
    """The same office in two apps."""
    first = Talk(database, channel="telegram")
    await first.follow(small_plan())
    return first, Talk(database, channel="zalo_bot")


async def _twice(apps: tuple[Talk, Talk], *, unit: str | None = "TH") -> tuple[Person, Person, Person]:
    """Minh of the office; Lan as she joined in each app."""
    telegram, zalo = apps
    minh = await telegram.member("Minh", Role.OFFICE)
    return minh, await telegram.member("Lan", unit="TH"), await zalo.member("Lan", unit=unit)


async def _id(person: Person) -> int:
    member = await person.member()
    assert member is not None
    return member.id


async def _given(talk: Talk) -> dict[str, tuple[int, ...]]:
    async with talk.database.read() as uow:
        return await uow.assignments.of_plan("small")


async def _waiting(talk: Talk, words: str) -> set[str | None]:
    """The apps by which messages with these words leave; they count as sent from then on."""
    async with talk.database.write() as uow:
        found = [m for m in await uow.outbox.due(talk.now, limit=1000) if words in m.reply]
        for message in found:
            await uow.outbox.sending(message.id)
            await uow.outbox.sent(message.id, talk.now)
    return {m.channel for m in found}


async def test_seen_confirmed_told_in_both_apps_logged_and_undone(apps: tuple[Talk, Talk]) -> None:
    minh, here, there = await _twice(apps)
    first, second = await _id(here), await _id(there)
    async with apps[0].database.write() as uow:
        await uow.assignments.add("small", "I.1", first, first, apps[0].now)
        await uow.assignments.add("small", "I.3", second, first, apps[0].now)
        days = {"first": date(2026, 12, 1), "last": date(2026, 12, 3)}
        await uow.leaves.add(member_id=second, stand_in=None, by=second, now=apps[0].now, **days)
    await there.says("/tiendo I.1 60% đã họp")
    said = await minh.says("/nguoidung gộp Lan")
    assert "Gộp hai hồ sơ này thành một người?" in said
    assert "dùng trên Telegram, Zalo; nhiệm vụ được giao: I.1, I.3" in said
    assert await _id(there) == second, "nothing is changed before it is confirmed"
    assert "Đã gộp hai hồ sơ của Lan; nay dùng trên Telegram, Zalo" in await minh.takes("Đồng ý")
    undo = minh.choice("Hoàn tác").token
    assert (await _id(here), await _id(there)) == (first, first)
    assert await _given(apps[0]) == {"I.1": (first,), "I.3": (first,)}
    assert await _waiting(apps[0], "gộp hai hồ sơ") == {"telegram", "zalo_bot"}
    async with apps[0].database.read() as uow:
        assert [leave.member_id for leave in await uow.leaves.from_day(date(2026, 12, 1))] == [first]
    assert "60%" in await there.says("/lichsu I.1"), "what was reported stands"
    assert "gộp hồ sơ Lan" in await minh.says("/nhatky")
    assert "lại tách riêng như trước" in await minh.presses(undo)
    assert (await _id(here), await _id(there)) == (first, second)
    assert await _given(apps[0]) == {"I.1": (first,), "I.3": (second,)}
    assert await _waiting(apps[0], "tách lại hồ sơ") == {"zalo_bot"}
    async with apps[0].database.read() as uow:
        assert [leave.member_id for leave in await uow.leaves.from_day(date(2026, 12, 1))] == [second]
    assert "đã thay đổi" in await minh.presses(undo)


async def test_the_other_record_may_be_the_one_that_stays(apps: tuple[Talk, Talk]) -> None:
    minh, here, there = await _twice(apps, unit="TC")
    second = await _id(there)
    assert "khác đơn vị hoặc vai trò" in await minh.says("/nguoidung gộp lan")
    assert "Giữ lại: Lan, cán bộ, Phòng Tài chính; Zalo" in await minh.takes("Giữ hồ sơ kia")
    await minh.takes("Đồng ý")
    assert (await _id(here), await _id(there)) == (second, second)


async def test_from_the_card_of_a_person_those_of_the_same_name_come_first(apps: tuple[Talk, Talk]) -> None:
    minh, _, there = await _twice(apps)
    await apps[0].member("Tuấn", unit="TH")
    await minh.says("/phanquyen Tuấn")
    assert "Tuấn có hồ sơ nào khác?" in await minh.takes("Gộp với hồ sơ khác")
    await minh.says("/nguoidung gộp hồ sơ của Tuấn")
    assert "Hai hồ sơ khác tên" in await minh.takes("Minh")
    await minh.says("/nguoidung")
    await minh.takes("Lan")
    await minh.takes("Gộp với hồ sơ khác")
    assert minh.screen is not None
    assert minh.screen.choices[0].label == "Lan (Zalo, Phòng Tổng hợp)"
    assert "Không có người dùng đang hoạt động tên “Tâm”" in await minh.says("/nguoidung gộp Tâm")
    assert await there.member() is not None


async def test_the_last_of_the_office_is_not_closed_by_a_merger(apps: tuple[Talk, Talk]) -> None:
    minh, _, _ = await _twice(apps)
    await minh.says("/nguoidung gộp Lan")
    lan, office = await _id(apps[0].stranger("Lan")), await _id(minh)
    arguments = {"keep": str(lan), "other": str(office)}
    async with apps[0].database.write() as uow:
        offered = [("t", "x", "merging.propose", arguments)]
        await uow.choices.offer("telegram", "Minh", offered, apps[0].now.replace(year=2030))
    await minh.presses("t")
    assert "Văn phòng duy nhất đang hoạt động" in await minh.takes("Đồng ý")
    assert await _id(minh) == office


async def test_a_preview_that_has_grown_old_changes_nothing(apps: tuple[Talk, Talk]) -> None:
    minh, _, there = await _twice(apps)
    second = await _id(there)
    await minh.says("/nguoidung gộp Lan")
    yes = minh.choice("Đồng ý").token
    async with apps[0].database.write() as uow:
        await uow.members.change(second, active=False)
    assert "đã thay đổi" in await minh.presses(yes)
    assert await _id(there) == second
