"""The program as it runs for an Official Account."""

from __future__ import annotations

import socket
from pathlib import Path

import aiohttp

from tests.support.served import Served
from tests.support.zalo_oa_server import ZaloOaServer

GREETING = "chỉ phục vụ cán bộ"
PATIENCE = 120.0
STOP = 30.0


async def test_events_are_taken_and_one_brought_again_has_one_effect(sqlite_url: str, tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    async with ZaloOaServer() as server:
        program = Served(server, sqlite_url, tmp_path, public_url=f"http://{address}", listen=address)
        await program.start()
        server.hook = f"http://{address}/hook/zalo_oa"
        async with aiohttp.ClientSession() as console, console.post(server.hook, data=b"{}") as probe:
            assert probe.status == 200, "the console's probe is not signed"
        lan = server.person("Lan")
        event = lan.say("xin chào")
        await lan.wait_for(GREETING, PATIENCE)
        for _ in range(3):
            assert await server.call_hook(event, num_retry=1) == 200
        lan.say("xin chào lần nữa")
        await lan.wait_for(GREETING, PATIENCE)
        server.forge = True
        assert await server.call_hook(event) == 401
        assert await program.stop(STOP) == 0
        assert len(lan.screen) == 2
        assert "Traceback" not in program.written()
        assert server.access not in program.written()
