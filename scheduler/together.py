"""Small writes that go together: those that come while another one is being committed share the next transaction.

A commit waits for the disk, on an office machine some ten milliseconds; delivery needs two for each message.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from storage.errors import NotWritten
from storage.unit_of_work import Database, UnitOfWork

T = TypeVar("T")
Act = Callable[[UnitOfWork], Awaitable[T]]

AT_MOST = 50
"""Writes in one transaction."""


@dataclass(slots=True, eq=False)
class _Wish:
    act: Act[Any]
    outcome: asyncio.Future[Any]


class Together:
    """Writes over one database. Each act is committed when its `write` returns; one that fails fails alone."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turn = asyncio.Lock()
        self._wishes: list[_Wish] = []

    async def write(self, act: Act[T]) -> T:
        """What `act` gives, once that is committed. Raises what it raises, and NotWritten; then nothing of it stands.
        It may be called again after a transaction that failed, so it must have no effect but on storage."""
        wish = _Wish(act, asyncio.get_running_loop().create_future())
        self._wishes.append(wish)
        try:
            async with self._turn:
                if not wish.outcome.done():
                    await self._commit()
        finally:
            if wish in self._wishes:
                self._wishes.remove(wish)
        result: T = wish.outcome.result()
        return result

    async def _commit(self) -> None:
        wishes = self._wishes[:AT_MOST]
        try:
            await self._try(wishes)
        except NotWritten as error:
            for wish in wishes:
                wish.outcome.set_exception(error)
        except Exception:
            # One of them is at fault: each on its own.
            for wish in wishes:
                await self._alone(wish)
        self._wishes = [wish for wish in self._wishes if not wish.outcome.done()]

    async def _alone(self, wish: _Wish) -> None:
        try:
            await self._try([wish])
        except Exception as error:
            wish.outcome.set_exception(error)

    async def _try(self, wishes: list[_Wish]) -> None:
        async with self._database.write() as uow:
            results = [await wish.act(uow) for wish in wishes]
        for wish, result in zip(wishes, results, strict=True):
            wish.outcome.set_result(result)
