"""The menu beside the text field shows what its person may do, soon after that changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from bot import menus
from bot.menus import Entry, Menus
from handlers.office import Office
from knowledge.workdays import Calendar
from storage.records import Role
from storage.sql.database import SqlDatabase

NOW = datetime(2026, 12, 1, tzinfo=UTC)


class Telephones:
    """A channel with menus; `away`: nothing can be set."""

    name = "wire"

    def __init__(self) -> None:
        self.calls: list[tuple[str, list[str]]] = []
        self.away = False

    async def set_menu(self, chat: str, commands: Sequence[Entry]) -> bool:
        if not self.away:
            self.calls.append((chat, [name for name, _ in commands]))
        return not self.away


class House:
    """A database with people, and the menus over it."""

    def __init__(self, database: SqlDatabase) -> None:
        self.database = database
        self.telephones = Telephones()

    async def refresh(self) -> list[tuple[str, list[str]]]:
        self.telephones.calls.clear()
        await Menus(self.database, [self.telephones], Office(Calendar()), lambda: NOW).refresh()
        return self.telephones.calls

    async def person(self, name: str, role: Role) -> int:
        async with self.database.write() as uow:
            member = await uow.members.add(name, role, None, NOW)
            await uow.members.link(member.id, "wire", name, f"chat of {name}")
        return member.id


@pytest.fixture
def house(database: SqlDatabase, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setattr(menus, "BETWEEN", 0.0)
    return House(database)


async def test_everybody_gets_the_commands_of_their_role_and_only_once(house: House) -> None:
    await house.person("Lan", Role.STAFF)
    await house.person("Minh", Role.OFFICE)
    set_ = dict(await house.refresh())
    assert "duyet" in set_["chat of Minh"]
    assert "duyet" not in set_["chat of Lan"]
    assert "tiendo" in set_["chat of Lan"]
    assert await house.refresh() == []


async def test_a_change_of_role_changes_the_menu_and_leaving_takes_it_away(house: House) -> None:
    lan = await house.person("Lan", Role.STAFF)
    await house.refresh()
    async with house.database.write() as uow:
        await uow.members.change(lan, role=Role.OFFICE)
    [(_, commands)] = await house.refresh()
    assert "duyet" in commands
    async with house.database.write() as uow:
        await uow.members.change(lan, active=False)
    assert await house.refresh() == [("chat of Lan", [])]


async def test_what_could_not_be_set_is_set_later(house: House) -> None:
    await house.person("Lan", Role.STAFF)
    house.telephones.away = True
    assert await house.refresh() == []
    house.telephones.away = False
    assert len(await house.refresh()) == 1


async def test_who_blocked_the_bot_is_left_alone(house: House) -> None:
    await house.person("Lan", Role.STAFF)
    async with house.database.write() as uow:
        await uow.members.set_reachable("wire", "Lan", False)
    assert await house.refresh() == []
