"""R10: backups taken while the bot writes, restored, served from: whole, and nothing that was sent is sent again."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from storage import backup
from storage.records import MessageState
from storage.sql import engines
from storage.sql.database import open_database
from storage.sql.tables import inbox
from tests.soak import ground, offices
from tests.soak.ground import Figures
from tests.support.wires import FakeChannel, update

PEOPLE = 8
MORNING = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)


async def while_writing(url: str, folder: Path, *, backups: int) -> Figures:
    """People report without a pause while backups are taken. In each, whatever was recorded has its answer, and the
    day's digests that had been sent are not sent by a bot that starts from it."""
    database = open_database(url)
    channel = FakeChannel()
    app = offices.process(database, channel, lambda: MORNING)
    await offices.follow(database, MORNING, people=PEOPLE, plan=ground.busy_plan())
    await app.tick()
    await app.settle()
    digests = {message.chat for message in channel.arrived}
    assert len(digests) == PEOPLE
    stop, written, kept, gaps, resent = asyncio.Event(), 0, [], [], 0

    async def write() -> None:
        nonlocal written
        while not stop.is_set():
            items = [update(f"{written}-{p}", f"p{p}", f"/tiendo I.{p + 1} 40% lần {written}") for p in range(PEOPLE)]
            await app.inbox.store("wire", items)
            await app.settle()
            written += PEOPLE

    writing = asyncio.create_task(write())
    for number in range(backups):
        confirmed = written
        made = await backup.backup(url, folder / f"{number}.sqlite3")
        kept.append(made.progress)
        assert confirmed <= made.progress, "what was confirmed before is in it"
        gaps.append(written - made.progress)
        while written == confirmed and not writing.done():  # noqa: ASYNC110 - a counter is what is waited for
            await asyncio.sleep(0.01)
    stop.set()
    await writing
    sent = {message.chat: message.text for message in channel.arrived}
    assert sent
    await database.close()
    for number in range(backups):
        target = f"sqlite+aiosqlite:///{folder}/restored-{number}.sqlite3"
        await backup.restore(target, folder / f"{number}.sqlite3", MORNING)
        resent += await _served_again(target)
    # Yesterday's over today's: the newer file is kept beside it.
    restored = await backup.restore(url, folder / "0.sqlite3", MORNING + timedelta(hours=1))
    assert restored.replaced is not None
    resent += await _served_again(url)
    figures: Figures = {
        "backups": backups,
        "reports in the first and the last": f"{kept[0]}, {kept[-1]}",
        "sent again after restoring": resent,
    }
    assert resent == 0, figures
    assert kept == sorted(kept)
    return figures


async def _served_again(url: str) -> int:
    """Starts a bot from a restored file, on the same morning; how many messages it sends that had been sent."""
    database, channel = open_database(url), FakeChannel()
    async with database.read() as uow:
        (plan,) = await uow.plans.active()
        log = await uow.progress.history(plan.id, limit=1_000_000)
        pending = (await uow.outbox.counts()).get(MessageState.PENDING, 0)
        sending = (await uow.outbox.counts()).get(MessageState.SENDING, 0)
        for entry in log[:200]:
            number, person = entry.note.removeprefix("lần "), int(entry.task.removeprefix("I.")) - 1
            rounds = int(number) if number.isdecimal() else 0
            assert await uow.outbox.get(f"reply:wire:{rounds}-{person}") is not None, "recorded, so answered"
    app = offices.process(database, channel, lambda: MORNING)
    await app.delivery.recover()
    waiting = _unhandled(url)
    await app.tick()
    await app.settle()
    await database.close()
    unmarked = sum(not message.repeat for message in channel.arrived)
    # What had come in or been put, but not gone out, leaves now; nothing else does.
    return max(unmarked - pending - waiting, 0) + max(len(channel.arrived) - unmarked - sending, 0)


def _unhandled(url: str) -> int:
    """How many updates have come in and are not handled."""
    counted = select(func.count()).select_from(inbox).where(inbox.c.handled.is_(None))
    with engines.make_sync(engines.parse(url), "read").connect() as connection:
        return connection.execute(counted).scalar_one()
