"""`dondoc zalo`: the first day's test asks everything that is left open, saves it, and keeps the token to itself."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.channels.zalo_bot.api import Api
from bot.channels.zalo_oa.tokens import tokens_of
from bot.logs import Redactor
from bot.settings import Settings
from bot.smoke import Smoke
from storage.sql.database import open_database
from tests.support.served import DONDOC
from tests.support.zalo_fake.claims import MEASURED, OTHERWISE, Claims
from tests.support.zalo_oa_server import ZaloOaServer
from tests.support.zalo_server import ZaloServer


@pytest.fixture(params=[MEASURED, OTHERWISE], ids=["measured", "otherwise"])
async def server(request: pytest.FixtureRequest) -> AsyncIterator[ZaloServer]:
    async with ZaloServer(request.param) as started:
        yield started


async def _dondoc(server: ZaloServer, folder: Path, *words: str) -> tuple[int | None, str]:
    environment = {"DONDOC_ZALO_BOT_TOKEN": server.token, "DONDOC_ZALO_BOT_API_BASE": server.url, "PATH": ""}
    ran = await asyncio.create_subprocess_exec(
        *(DONDOC, "zalo", *words), env=environment, cwd=folder, stdout=-1, stderr=-2
    )
    out, _ = await ran.communicate()
    return ran.returncode, out.decode()


def _saved(folder: Path) -> list[str]:
    return [path.read_text() for path in sorted(folder.glob("*.json"))]


async def test_every_answer_is_saved_without_the_token(server: ZaloServer, tmp_path: Path) -> None:
    told: list[str] = []
    lan, group = server.person("Lan"), server.group("Phòng")

    def tell(line: str) -> None:
        """Whoever runs it does on the phone what it asks."""
        told.append(line)
        if "một tin bất kỳ" in line:
            lan.say("chào")
        elif "đúng ba tin" in line:
            for number in range(3):
                lan.say(f"tin {number}")
        elif "Trong một nhóm" in line:
            lan.say("hạn II.5", group)
        elif "→ Gửi cho bot" in line:
            kind = line.rpartition(": ")[2].rstrip(".")
            {"nhãn dán": lan.sticker, "ảnh": lan.photo, "tin thoại": lan.voice}.get(kind, lan.file)()

    api = Api(server.token, server.url)
    test = Smoke(api, tmp_path, Redactor([server.token]), tell, wait=0.7, offline=0.01)
    assert await test.run()
    await api.close()
    found = dict(test.findings)
    claims: Claims = server.claims
    assert found["Gửi 2000 ASCII"] == "nhận"
    assert "400" in found["Gửi 2001 ASCII"]
    assert ("400" in found["Gửi 1001 emoji"]) is claims.utf16
    assert ("404" in found["Webhook"]) is claims.clean_is_404
    assert claims.photo_field in found["Khi gửi ảnh, nhận được"]
    assert found["Khi gửi tệp, nhận được"] == "không có gì"
    assert ("@Bot" in found["Chữ nhận được trong nhóm"]) is claims.mention_kept
    assert (found["Số lần một tin cũ được đưa lại"] != "0") is claims.replays
    saved = _saved(tmp_path)
    assert {json.loads(one)["method"] for one in saved} == {"getMe", "getWebhookInfo", "getUpdates", "sendMessage"}
    assert not any(server.token.partition(":")[2] in one for one in saved)


async def test_the_command_ends_with_what_it_saved(server: ZaloServer, tmp_path: Path) -> None:
    code, said = await _dondoc(server, tmp_path, "smoke", "--wait", "0.1", "--offline", "0.1", "--save", "kept")
    assert code == 0, said
    assert "không ai nhắn" in said
    assert _saved(tmp_path / "kept")


async def test_a_token_that_is_refused_is_told(server: ZaloServer, tmp_path: Path) -> None:
    server.revoked = True
    code, said = await _dondoc(server, tmp_path, "smoke", "--wait", "0.1")
    assert code == 1
    assert "Zalo không nhận" in said


async def test_a_registered_webhook_is_shown_and_removed_when_asked_to(server: ZaloServer, tmp_path: Path) -> None:
    assert "Chưa có webhook" in (await _dondoc(server, tmp_path, "webhook"))[1]
    server.webhook.url = "https://another.example/hook"
    assert "another.example" in (await _dondoc(server, tmp_path, "webhook"))[1]
    assert server.webhook.url
    assert "Đã gỡ" in (await _dondoc(server, tmp_path, "webhook", "--remove"))[1]
    assert not server.webhook.url


async def test_the_consent_of_an_account_is_asked_for_taken_and_kept_for_the_program(tmp_path: Path) -> None:
    async with ZaloOaServer() as server:
        url = f"sqlite+aiosqlite:///{tmp_path}/d.sqlite3"
        given = {name: value for name, value in server.environment.items() if name != "ZALO_OA_REFRESH_TOKEN"}
        environment = {f"DONDOC_{name}": value for name, value in given.items()}
        environment |= {"DONDOC_DATABASE_URL": url, "DONDOC_PUBLIC_URL": "https://so.example", "PATH": ""}
        ran = await asyncio.create_subprocess_exec(
            *(DONDOC, "zalo", "oa"), env=environment, cwd=tmp_path, stdin=-1, stdout=-1, stderr=-2
        )
        assert ran.stdout is not None
        said = ""
        while "/v4/oa/permission" not in said:
            said += (await ran.stdout.readline()).decode()
        server.challenge = said.partition("Code challenge: ")[2].split()[0]
        address = said.split()[-1]
        out, _ = await ran.communicate(f"{server.consent(address)}\n".encode())
        assert ran.returncode == 0, said + out.decode()
        assert "Đã cấp quyền" in out.decode()
        assert server.access
        assert server.access not in said + out.decode()
        named: dict[str, Any] = {name.lower(): value for name, value in given.items()}
        settings = Settings(_env_file=None, **named)
        database = open_database(url)
        async with httpx.AsyncClient() as client:
            assert await tokens_of(settings, database, lambda: datetime.now(UTC)).access(client) == server.access
        await database.close()


async def test_a_consent_that_was_not_given_is_told_with_what_to_do(tmp_path: Path) -> None:
    async with ZaloOaServer() as server:
        environment = {f"DONDOC_{name}": value for name, value in server.environment.items()} | {"PATH": ""}
        environment["DONDOC_DATABASE_URL"] = f"sqlite+aiosqlite:///{tmp_path}/d.sqlite3"
        for words, code, told in (
            ((), 2, "--callback"),
            (("--callback", "https://so.example", "--code", "https://so.example/?error=-14003"), 1, "Không thấy mã"),
            (("--callback", "https://so.example", "--code", "never-given"), 1, "Zalo không nhận mã"),
        ):
            ran = await asyncio.create_subprocess_exec(
                *(DONDOC, "zalo", "oa", *words), env=environment, cwd=tmp_path, stdout=-1, stderr=-2
            )
            out, _ = await ran.communicate()
            assert (ran.returncode, told in out.decode()) == (code, True), out.decode()
            assert "Traceback" not in out.decode()
