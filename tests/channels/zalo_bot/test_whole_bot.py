"""The whole program on Zalo, as people meet it: menus by number, and groups."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from storage.records import Role
from tests.support.stage import Stage, stage
from tests.support.zalo_server import ZaloServer

AFTERNOON = datetime.fromisoformat("2026-12-23T14:30+07:00")
UNIT = "TCCB"


@pytest.fixture
async def played(sqlite_url: str) -> AsyncIterator[Stage]:
    async with stage("zalo_bot", sqlite_url, AFTERNOON) as made:
        code = await made.invitation(Role.STAFF, UNIT)
        made.phones["Hoa"] = hoa = made.phone("Hoa")
        await hoa.says(code)
        await hoa.takes("Giữ tên này")
        yield made


def _server(played: Stage) -> ZaloServer:
    server: ZaloServer = played.phones["Hoa"].server  # type: ignore[attr-defined]
    return server


async def test_a_number_means_the_newest_menu_and_the_answer_repeats_what_was_chosen(played: Stage) -> None:
    hoa = played.phones["Hoa"]
    await hoa.says("/nhiemvu")
    older = hoa.texts[-1]
    first = next(line for line in older.split("\n") if line.startswith("1. "))
    await hoa.says("1")
    assert hoa.texts[-1].startswith(f"Đã chọn 1: {first.removeprefix('1. ')}"[:40])
    newer = next(line for line in hoa.texts[-1].split("\n") if line.startswith("1. "))
    assert newer != first
    await hoa.says("1")
    assert f"Đã chọn 1: {newer.removeprefix('1. ')}" in hoa.texts[-1]


async def test_in_a_group_the_mention_is_answered_there_and_nothing_personal_is(played: Stage) -> None:
    server, hoa = _server(played), played.phones["Hoa"]
    await played.channel.start()
    server.webhook.url = ""  # the test brings what comes in
    person, group = server.person("Hoa"), server.group("Phòng")
    alone = len(person.screen)

    async def says(text: str) -> str:
        await hoa.bring(person.say(text, group))  # type: ignore[attr-defined]
        return group.screen[-1].text

    assert "chủ trì" in await says("II.5 ai chủ trì?")
    for personal in ("/dulieucuatoi", "/nhacviec", "/lienket", "/lich", "/nghiphep"):
        assert "trò chuyện riêng" in await says(personal), personal
    assert len(person.screen) == alone, "what was asked in the group is answered in the group"
