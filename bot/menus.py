"""Each person's menu of commands follows their role, on channels that have such menus. A menu is only display: rights
are checked when a command is used."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, runtime_checkable

import structlog

from handlers.commands import commands_of
from handlers.office import Office
from handlers.wording.commands import DESCRIPTIONS
from storage.records import Role
from storage.unit_of_work import Database, UnitOfWork

log = structlog.get_logger(__name__)

BETWEEN = 0.1
"""Seconds between two calls: menus are never worth a person's wait."""

Entry = tuple[str, str]
"""A command's name and what it is for."""


@runtime_checkable
class Menued(Protocol):
    """A channel that shows each private chat a menu of commands."""

    name: str

    async def set_menu(self, chat: str, commands: Sequence[Entry]) -> bool:
        """Shows these commands (none: the strangers' menu). Whether it was done; never raises."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    channel: Menued
    key: str
    chat: str
    menu: tuple[Entry, ...]

    @property
    def mark(self) -> str:
        """What is noted when it was done."""
        return json.dumps(self.menu, ensure_ascii=False)


class Menus:
    """Brings menus up to date; what was done is noted in the database."""

    def __init__(
        self, database: Database, channels: Iterable[object], office: Office, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._channels = {channel.name: channel for channel in channels if isinstance(channel, Menued)}
        self._office = office
        self._clock = clock

    async def refresh(self) -> None:
        """Sets the menus of people whose role, standing or commands have changed."""
        if not self._channels:
            return
        async with self._database.read() as uow:
            noted = await uow.settings.all()
            outdated = [w for w in await self._wanted(uow) if noted.get(w.key, "[]") != w.mark]
        for wanted in outdated:
            if await wanted.channel.set_menu(wanted.chat, wanted.menu):
                async with self._database.write() as uow:
                    await uow.settings.set(wanted.key, wanted.mark, self._clock())
            await asyncio.sleep(BETWEEN)
        if outdated:
            log.info("menus set", action="menu", people=len(outdated))

    async def _wanted(self, uow: UnitOfWork) -> list[_Wanted]:
        followed = await self._office.plan(uow)
        code = followed.plan.tasks[0].code if followed and followed.plan.tasks else ""
        return [
            _Wanted(
                self._channels[account.channel],
                f"menu:{account.channel}:{account.account}",
                account.chat,
                menu_of(member.role, code) if member.active else (),
            )
            for member in await uow.members.all(active=None)
            for account in member.accounts
            if account.channel in self._channels and account.reachable
        ]


def menu_of(role: Role, code: str) -> tuple[Entry, ...]:
    """The menu of a role; `code`: a task of the plan, for examples."""
    return tuple((c.name, DESCRIPTIONS[c.name].format(code=code)) for c in commands_of(role))
