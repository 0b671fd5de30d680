"""The program as it runs on Zalo: killed, stormed at, stopped, and beside Telegram."""

from __future__ import annotations

import asyncio
import math
import random
import socket
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.records import Role
from storage.sql.database import open_database
from tests.support.telegram_fake.errors import ApiError
from tests.support.telegram_server import TelegramServer
from tests.support.warm import Nursery, WarmServed
from tests.support.zalo_fake.claims import MEASURED, OTHERWISE
from tests.support.zalo_server import ZaloServer

GREETING = "Xin chào"
REPEAT = "(nhắc lại)"
PATIENCE = 120.0
STOP = 30.0
"""Seconds for leaving: the program takes ten at most, a busy machine more."""


@pytest.fixture(params=[MEASURED, OTHERWISE], ids=["measured", "otherwise"])
async def server(request: pytest.FixtureRequest) -> AsyncIterator[ZaloServer]:
    async with ZaloServer(request.param) as started:
        started.users_at_most = 1000
        yield started


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        found: int = free.getsockname()[1]
        return found


@pytest.fixture
async def hooked(
    server: ZaloServer, sqlite_url: str, tmp_path: Path, port: int, nursery: Nursery
) -> AsyncIterator[WarmServed]:
    """The program, called by webhook."""
    address = {"public_url": f"http://127.0.0.1:{port}", "listen": f"127.0.0.1:{port}"}
    program = WarmServed(nursery, server, sqlite_url, tmp_path, **address)
    yield program
    await program.kill()
    assert "Traceback" not in program.written()
    assert server.token.partition(":")[2] not in program.written()


async def test_killed_again_and_again_it_loses_nothing_and_repeats_only_what_was_on_its_way(
    server: ZaloServer, hooked: WarmServed
) -> None:
    chance = random.Random(11)
    server.webhook.retries = (0.5,) * 200
    server.webhook.twice = True
    kills = 3
    people = [server.person(f"Người {number}") for number in range(8 * kills)]
    await hooked.start()
    for round_ in range(kills):
        lot = people[8 * round_ : 8 * (round_ + 1)]
        for person in lot:
            person.say("/start")
        await lot[0].wait_for(GREETING, PATIENCE, ever=True)
        await asyncio.sleep(chance.uniform(0, 0.3))
        await hooked.kill()
        await hooked.start(wait=round_ == kills - 1)
    for person in people:
        await person.wait_for(GREETING, PATIENCE, ever=True)
    assert await hooked.stop(STOP) == 0
    assert server.webhook.given_up == []
    again = [post for person in people for post in person.screen[1:]]
    assert all(REPEAT in post.text for post in again)
    # A message may be on its way at more than one kill, sixteen at each.
    assert max(len(person.screen) for person in people) <= 1 + kills
    assert len(again) <= kills * 16


async def test_a_storm_loses_nothing_and_what_came_twice_says_so(server: ZaloServer, hooked: WarmServed) -> None:
    await hooked.start()
    people = [server.person(f"Người {number}") for number in range(20)]
    server.faults.page(2, "sendMessage")
    server.faults.error(ApiError(403, "Internal server error"), 2, "sendMessage")
    server.faults.reset_before(1, "sendMessage")
    server.faults.reset_after(2, "sendMessage")
    for person in people:
        person.say("/start")
    for person in people:
        await person.wait_for(GREETING, PATIENCE, ever=True)
    assert await hooked.stop(STOP) == 0
    again = [post for person in people for post in person.screen[1:]]
    assert all(REPEAT in post.text for post in again)
    assert len(again) <= 5


@pytest.fixture
async def polling(server: ZaloServer, sqlite_url: str, tmp_path: Path, nursery: Nursery) -> AsyncIterator[WarmServed]:
    """The program, fetching."""
    program = WarmServed(nursery, server, sqlite_url, tmp_path)
    yield program
    await program.kill()
    assert "Traceback" not in program.written()


async def _polled(server: ZaloServer) -> None:
    """Until somebody asks for updates (again)."""
    before = len(server.sent("getUpdates"))
    await server.bell.until(lambda: len(server.sent("getUpdates")) > before, PATIENCE)


async def test_polling_it_answers_once_outlasts_an_outage_and_stops_without_losing_anything(
    server: ZaloServer, polling: WarmServed
) -> None:
    await polling.start()
    lan, hung = server.person("Lan"), server.person("Hùng")
    # What is said while nobody polls yet may be lost: that is how the service is.
    await _polled(server)
    lan.say("/start")
    await lan.wait_for(GREETING, PATIENCE)
    server.faults.page(math.inf, "getUpdates", "sendMessage")
    await asyncio.sleep(1.5)
    server.faults.clear()
    await _polled(server)
    hung.say("/start")
    await hung.wait_for(GREETING, PATIENCE)
    await _polled(server)
    stopping = asyncio.create_task(polling.stop(STOP))
    await asyncio.sleep(0.3)
    mai = server.person("Mai")
    mai.say("/start")
    assert await stopping == 0
    await polling.start()
    if mai.said[-1] not in server.lost:
        await mai.wait_for(GREETING, PATIENCE, ever=True)
    assert await polling.stop(STOP) == 0
    assert {len(person.screen) for person in (lan, hung)} == {1}


async def test_a_zalo_token_that_is_refused_stops_zalo_alone_and_the_office_is_told_by_telegram(
    server: ZaloServer, sqlite_url: str, tmp_path: Path, nursery: Nursery
) -> None:
    async with TelegramServer() as telegram:
        minh = telegram.person("Minh")
        database = open_database(sqlite_url)
        async with database.write() as uow:
            member = await uow.members.add("Minh", Role.OFFICE, None, datetime.now(UTC))
            await uow.members.link(member.id, "telegram", str(minh.id), str(minh.id))
        await database.close()
        server.revoked = True
        both = {name.lower(): value for name, value in telegram.environment.items()}
        program = WarmServed(nursery, server, sqlite_url, tmp_path, **both)
        await program.start()
        await minh.wait_for("Kênh Zalo đang dừng", PATIENCE, ever=True)
        minh.say("/trogiup")
        await minh.wait_for("/duyet", PATIENCE)
        assert await program.stop(STOP) == 0
        await program.start()
        assert await program.stop(STOP) == 0
        assert len([post for post in minh.screen if "đang dừng" in post.text]) == 1


async def test_with_zalo_alone_a_refused_token_ends_the_program_with_what_to_do(
    server: ZaloServer, polling: WarmServed
) -> None:
    server.revoked = True
    await polling.start(wait=False)
    assert await polling.ended(PATIENCE) == 2
    assert "dondoc doctor" in polling.written()


async def test_a_webhook_in_the_way_of_polling_ends_the_program_with_the_remedy(
    server: ZaloServer, polling: WarmServed
) -> None:
    server.webhook.url = "http://127.0.0.1:9/another"
    await polling.start(wait=False)
    assert await polling.ended(PATIENCE) == 2
    assert "dondoc zalo webhook --remove" in polling.written()
    assert server.webhook.url
