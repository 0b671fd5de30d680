"""Files go as addresses where a channel carries none: they can be fetched, for a while, by whoever was given them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot import web
from bot.channels.publishing import published
from bot.linking import Links
from handlers.messages import Document, Paragraph, Picture, Reply
from storage.records import Role
from storage.sql.database import SqlDatabase
from tests.support.talk import Talk

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n"
REPLY = Reply((Paragraph("Báo cáo"), Picture(PNG, "Biểu đồ"), Document('báo "cáo"/quý.docx', b"PK")))


@pytest.fixture
def links(database: SqlDatabase) -> Links:
    return Links(database, "https://so.example/", lambda: NOW)


@pytest.fixture
async def client(database: SqlDatabase, links: Links) -> AsyncIterator[TestClient[Any, Any]]:
    async def store(channel: str, items: object) -> None:
        return None

    app = web.application(store, [], web.Health(database, lambda: NOW), links)
    async with TestClient(TestServer(app)) as opened:
        yield opened


async def _addresses(links: Links) -> list[str]:
    found = await published(REPLY, links.publish, "wire", "Lan")
    return [block.url for block in found.blocks if isinstance(block, Picture | Document)]


async def test_each_file_gets_an_address_of_its_own_that_cannot_be_guessed(links: Links) -> None:
    addresses = [*await _addresses(links), *await _addresses(links)]
    assert len(set(addresses)) == 4
    for address in addresses:
        assert address.startswith("https://so.example/tep/")
        assert len(urlsplit(address).path.split("/")[2]) >= 40


async def test_the_addresses_give_the_files_and_keep_them_from_strangers(
    client: TestClient[Any, Any], links: Links
) -> None:
    picture, document = (urlsplit(address).path for address in await _addresses(links))
    for _ in range(2):
        shown = await client.get(picture)
        assert (shown.status, shown.content_type, await shown.read()) == (200, "image/png", PNG)
        assert shown.headers["Content-Disposition"].startswith("inline")
    kept = await client.get(document)
    assert await kept.read() == b"PK"
    assert kept.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''b%C3%A1o")
    assert kept.headers["X-Robots-Tag"] == "noindex"
    assert kept.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/tep/x/y.png", "/tep/../healthz/x", "/tep/%00/x"])
async def test_any_other_address_says_what_to_do(client: TestClient[Any, Any], path: str) -> None:
    answer = await client.get(path)
    assert answer.status == 404


async def test_a_person_takes_back_their_addresses(database: SqlDatabase, client: Any, links: Links) -> None:
    talk = Talk(database, now=NOW, channel="wire")
    lan = await talk.member("Lan", Role.STAFF)
    assert "không có liên kết" in await lan.says("/thuhoi")
    picture, document = (urlsplit(address).path for address in await _addresses(links))
    assert "2 liên kết" in await lan.says("/thuhoi")
    await lan.takes("Thôi")
    assert (await client.get(picture)).status == 200
    await lan.says("/thuhoi")
    assert "Đã thu hồi 2" in await lan.takes("Đồng ý")
    for path in (picture, document):
        answer = await client.get(path)
        assert answer.status == 404
        assert "hết hạn hoặc đã được thu hồi" in await answer.text()


async def test_without_a_web_part_the_reply_stays_as_it_is() -> None:
    assert await published(REPLY, None, "wire", "Lan") is REPLY
