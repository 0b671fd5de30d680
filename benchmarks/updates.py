"""Updates a second through the whole Telegram path, beside a bare aiogram echo bot: `python -m benchmarks.updates`.

Both bots are processes of their own that poll the same fake Bot API server over HTTP, in turns. Ours stores each update
in a fresh SQLite database (every transaction flushed to the disk), handles it as a member's, and sends the answer; the
echo bot keeps nothing. Every person sends one message a round, so that no chat's own rate limit is measured.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bot.opening import opened
from bot.settings import Settings
from handlers.invitations import issue_invite
from storage.records import Role
from tests.support.telegram_fake.people import Person
from tests.support.telegram_server import TelegramServer

ROOT = Path(__file__).parents[1]
MESSAGES = ("/hanchot", "ai chủ trì II.5?", "mức độ hài lòng về giải quyết TTHC đến 2030 là bao nhiêu")
UNLIMITED = "100000"
"""Messages a second that our bot may send: the pace that Telegram asks for is not what is measured."""
PAUSE = 3.0
"""Seconds between rounds, for the pace of a single chat."""
PATIENCE = 120.0


@contextlib.asynccontextmanager
async def process(*arguments: str, environment: dict[str, str]) -> AsyncIterator[None]:
    """A bot as a process of its own, stopped at the end."""
    bot = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, cwd=ROOT, env=os.environ | environment, stdout=asyncio.subprocess.DEVNULL
    )
    try:
        yield
    finally:
        if bot.returncode is None:
            bot.terminate()
        await bot.wait()


def answered(server: TelegramServer) -> int:
    """Chats with at least one answer since the calls were last cleared."""
    return len({call.parameters["chat_id"] for call in server.calls if call.method.lower() == "sendmessage"})


async def until(condition: Callable[[], bool]) -> None:
    """Waits until something holds; TimeoutError when it does not for too long."""
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110 - what is waited for is in another process
            await asyncio.sleep(0.01)


async def one_round(server: TelegramServer, people: Sequence[Person], say: Callable[[int], str]) -> float:
    """Everybody says something at once; seconds until everybody has an answer."""
    server.calls.clear()
    began = time.perf_counter()
    for at, person in enumerate(people):
        person.say(say(at))
    await until(lambda: answered(server) >= len(people))
    return time.perf_counter() - began


async def rounds_of(server: TelegramServer, people: Sequence[Person], rounds: int) -> list[float]:
    """Updates a second of each round."""
    rates = []
    for turn in range(rounds):
        await asyncio.sleep(PAUSE)
        seconds = await one_round(server, people, lambda at, turn=turn: MESSAGES[(at + turn) % len(MESSAGES)])  # type: ignore[misc]
        rates.append(len(people) / seconds)
    return rates


async def codes(settings: Settings, count: int) -> list[str]:
    """Invitation codes for so many members of the units that lead a task."""
    now = datetime.now(UTC)
    async with opened(settings, now) as database, database.write() as uow:
        return [(await issue_invite(uow, Role.STAFF, "VP", now, None))[0] for _ in range(count)]


async def ours(count: int, rounds: int) -> tuple[list[float], float]:
    """Rates of our bot with members who ask, and of letting them in."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            "DONDOC_DATABASE_URL": f"sqlite+aiosqlite:///{folder}/bench.sqlite3",
            "DONDOC_TELEGRAM_RATE": UNLIMITED,
            "DONDOC_LISTEN": "127.0.0.1:0",
        }
        invitations = await codes(Settings(database_url=environment["DONDOC_DATABASE_URL"]), count)
        async with TelegramServer() as server:
            environment |= {"DONDOC_TELEGRAM_API_BASE": server.url, "DONDOC_TELEGRAM_TOKEN": server.token}
            people = [server.person(f"Người {n}") for n in range(count)]
            async with process("-m", "bot", "serve", environment=environment):
                await until(lambda: server.delivery.polling > 0)
                joined = count / await one_round(server, people, lambda at: f"/start {invitations[at]}")
                return await rounds_of(server, people, rounds), joined


async def echo(count: int, rounds: int) -> list[float]:
    """Rates of the echo bot."""
    async with TelegramServer() as server:
        people = [server.person(f"Người {n}") for n in range(count)]
        async with process("-m", "benchmarks.echo_bot", server.url, server.token, environment={}):
            await until(lambda: server.delivery.polling > 0)
            return await rounds_of(server, people, rounds)


async def measure(count: int, rounds: int) -> str:
    """The table."""
    mine, joined = await ours(count, rounds)
    plain = await echo(count, rounds)
    lines = ["| bot | updates/s, median | lowest | highest |", "|---|---:|---:|---:|"]
    for name, rates in (("dondoc serve, members asking", mine), ("aiogram echo bot", plain)):
        lines.append(f"| {name} | {median(rates):.0f} | {min(rates):.0f} | {max(rates):.0f} |")
    lines.append(f"\ndondoc ÷ echo: {median(mine) / median(plain):.2f}; letting members in: {joined:.0f} updates/s")
    return "\n".join(lines)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    print(asyncio.run(measure(args.people, args.rounds)))


if __name__ == "__main__":
    main()
