"""The program as it runs: started, asked, stopped, killed, beside another of itself."""

from __future__ import annotations

import asyncio
import random
import socket
import subprocess
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.served import DONDOC, Served
from tests.support.telegram_fake.world import Post
from tests.support.telegram_server import TelegramServer
from tests.support.warm import Nursery, WarmServed

GREETING = "Xin chào"
REPEAT = "(gửi lại)"
PATIENCE = 120.0
"""Seconds until a test gives up: on a busy machine the program may take that long to start."""


def _first_time(post: Post) -> bool:
    """A greeting that does not say that it may be a repeat."""
    return GREETING in post.text and REPEAT not in post.text


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as started:
        yield started


@pytest.fixture
def unused_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@pytest.fixture
async def served(
    server: TelegramServer, sqlite_url: str, tmp_path: Path, nursery: Nursery
) -> AsyncIterator[WarmServed]:
    program = WarmServed(nursery, server, sqlite_url, tmp_path)
    yield program
    await program.kill()
    assert "Traceback" not in program.written()


async def test_what_came_in_before_it_was_stopped_is_answered_once_before_or_after(
    server: TelegramServer, sqlite_url: str, tmp_path: Path
) -> None:
    """Here the program is the one that is installed, from its first instruction on."""
    served = Served(server, sqlite_url, tmp_path)
    await served.start()
    people = [server.person(f"Người {number}") for number in range(40)]
    for person in people:
        person.say("/start")
    await people[0].wait_for(GREETING, PATIENCE)
    assert await served.stop() == 0
    await served.start()
    for person in people:
        await person.wait_for(GREETING, PATIENCE, ever=True)
    assert await served.stop() == 0
    assert {len(person.screen) for person in people} == {1}
    assert "Traceback" not in served.written()


async def test_killed_again_and_again_it_loses_nothing_and_repeats_only_what_was_on_its_way(
    server: TelegramServer, database_url: str, tmp_path: Path, nursery: Nursery
) -> None:
    served = WarmServed(nursery, server, database_url, tmp_path)
    chance = random.Random(7)
    kills = 3
    people = [server.person(f"Người {number}") for number in range(12 * kills)]
    waiting = iter(people)
    for _ in range(kills):
        await served.start(wait=False)
        for person in (next(waiting) for _ in range(12)):
            person.say("/start")
        first = await server.world.until(lambda: next((p for p in people if len(p.screen) == 0 and p.said), None), 90)
        await first.wait_for(GREETING, PATIENCE, ever=True)
        await asyncio.sleep(chance.uniform(0, 0.3))
        await served.kill()
    await served.start()
    for person in people:
        await person.wait_for(GREETING, PATIENCE, ever=True)
    assert await served.stop() == 0
    seen = Counter(len(person.screen) for person in people)
    again = [post for person in people for post in person.screen[1:]]
    # What is on its way at a kill is sent once more, and a kill may hit that too.
    assert set(seen) <= set(range(1, kills + 2)), seen
    assert all(REPEAT in post.text for post in again)
    # At a kill at most one message for each of the sixteen chats that are written to at once is on its way.
    assert len(again) <= kills * 16


async def test_a_second_process_takes_over_when_the_first_one_leaves(
    server: TelegramServer, served: WarmServed, tmp_path: Path
) -> None:
    second = WarmServed(served.nursery, server, served.environment["DONDOC_DATABASE_URL"], tmp_path)
    await served.start()
    await second.start()
    try:
        lan = server.person("Lan")
        lan.say("/start")
        await lan.wait_for(GREETING, PATIENCE)
        assert "action=seat" not in second.written()
        assert await served.stop() == 0
        lan.say("xin chào")
        await lan.wait_for(GREETING, PATIENCE)
        assert len(lan.screen) == 2
        assert await second.stop() == 0
    finally:
        await second.kill()


async def test_webhooks_are_registered_served_and_survive_a_restart(
    server: TelegramServer, served: WarmServed, unused_port: int
) -> None:
    address = {"public_url": f"http://127.0.0.1:{unused_port}", "listen": f"127.0.0.1:{unused_port}"}
    await served.start(**address)
    lan = server.person("Lan")
    lan.say("/start")
    await lan.wait_for(GREETING, PATIENCE)
    await served.kill()
    lan.say("xin chào")
    await served.start()
    await lan.wait_for(_first_time, PATIENCE)
    assert await served.stop() == 0
    assert len([post for post in lan.screen if _first_time(post)]) == 2
    assert not server.sent("getUpdates")


async def test_it_goes_on_when_the_service_was_away_and_its_log_never_holds_the_token(
    server: TelegramServer, served: WarmServed
) -> None:
    await served.start()
    server.faults.page(2)
    server.faults.reset_after(1, "sendMessage")
    lan = server.person("Lan")
    lan.say("/start")
    await lan.wait_for(GREETING, PATIENCE)
    await server.restart(down_for=1.0)
    lan.say("xin chào")
    await lan.wait_for(_first_time, PATIENCE)
    assert await served.stop() == 0
    assert "action=poll" in served.written(), "there was something to tell"
    assert server.token.partition(":")[2] not in served.written()


async def test_a_refused_token_is_said_plainly(server: TelegramServer, served: WarmServed) -> None:
    server.revoked = True
    await served.start(wait=False)
    assert await served.ended(PATIENCE) == 2
    assert "token" in served.written()


def test_without_a_token_it_says_how_to_get_one(tmp_path: Path) -> None:
    ran = subprocess.run([DONDOC, "serve"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "@BotFather" in ran.stderr
    assert "DONDOC_TELEGRAM_TOKEN" in ran.stderr
    assert "dondoc chat" in ran.stderr


async def test_a_plan_file_that_cannot_be_read_keeps_nobody_waiting(
    server: TelegramServer, served: Served, tmp_path: Path
) -> None:
    """What was loaded before is followed; without that, it still lets people in and says what is wrong."""
    file = tmp_path / "plan.yaml"
    file.write_text("title: [chưa đóng\n", encoding="utf-8")
    await served.start(plan=str(file))
    lan = server.person("Lan")
    lan.say("/start")
    await lan.wait_for(GREETING, PATIENCE)
    assert await served.stop() == 0
    assert "the plan file cannot be used" in served.written()
    assert "dòng " in served.written()
