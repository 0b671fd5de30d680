"""Menus of commands, answered presses, "typing": nice to have, never in the way."""

from __future__ import annotations

import pytest

from bot.channels.telegram import TelegramChannel
from handlers.commands import commands_of
from handlers.wording.commands import DESCRIPTIONS
from storage.records import Role
from tests.channels.telegram.conftest import polled, settings
from tests.support.telegram_server import TelegramServer

MENU = [(command.name, DESCRIPTIONS[command.name]) for command in commands_of(Role.OFFICE)]


def names(menu: list[dict[str, str]]) -> list[str]:
    return [entry["command"] for entry in menu]


async def test_strangers_and_groups_get_menus_of_their_own(server: TelegramServer, channel: TelegramChannel) -> None:
    await channel.start()
    menus = server.world.menus
    assert names(menus["all_private_chats"]) == ["start", "trogiup"]
    assert {"hoi", "tiendo", "nhiemvu"} <= set(names(menus["all_group_chats"]))
    assert not {"duyet", "moi", "nguoidung"} & set(names(menus["all_group_chats"]))
    assert not any("{" in entry["description"] for menu in menus.values() for entry in menu)


async def test_a_member_gets_the_menu_of_their_role_and_loses_it_with_it(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    lan = server.person("Lan")
    assert await channel.set_menu(str(lan.id), MENU)
    assert names(server.world.menus[f"chat:{lan.id}"]) == [name for name, _ in MENU]
    assert await channel.set_menu(str(lan.id), [])
    assert f"chat:{lan.id}" not in server.world.menus


async def test_a_menu_is_settled_when_refused_but_not_when_the_server_is_away(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    assert await channel.set_menu("12345", MENU)
    server.faults.page(1)
    assert not await channel.set_menu(str(server.person("Lan").id), MENU)


async def test_a_pressed_button_stops_spinning(server: TelegramServer, channel: TelegramChannel) -> None:
    lan = server.person("Lan")
    post = server.world.post(lan.room, server.world.bot, "Chọn")
    async with polled(channel) as kept:
        query = lan.press_data("c:1", post)
        await kept.until(1)
        await channel.press_seen(kept.payloads[0])
    assert query.answered


@pytest.mark.parametrize("trouble", ["old", "page", "reset_before", "blocked", "away"])
async def test_a_courtesy_that_fails_harms_nothing(
    server: TelegramServer, channel: TelegramChannel, trouble: str
) -> None:
    lan = server.person("Lan")
    post = server.world.post(lan.room, server.world.bot, "Chọn")
    query = lan.press_data("c:1", post)
    query.expired = trouble == "old"
    async with polled(channel) as kept:
        await kept.until(1)
    match trouble:
        case "page" | "reset_before":
            getattr(server.faults, trouble)(2)
        case "blocked":
            lan.block()
        case "away":
            await server.stop()
    await channel.press_seen(kept.payloads[0])
    await channel.typing(str(lan.id))
    await channel.press_seen("{}")


async def test_typing_is_shown(server: TelegramServer, channel: TelegramChannel) -> None:
    lan = server.person("Lan")
    await channel.typing(str(lan.id))
    assert server.world.actions == [(lan.id, "typing")]


async def test_it_goes_through_the_proxy_that_the_environment_names(
    server: TelegramServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.url)
    monkeypatch.delenv("no_proxy", raising=False)
    behind = TelegramChannel(settings(server, telegram_api_base="http://bot-api.invalid"))
    assert await behind.answers()
    await behind.close()
    monkeypatch.setenv("no_proxy", "bot-api.invalid")
    direct = TelegramChannel(settings(server, telegram_api_base="http://bot-api.invalid"))
    assert not await direct.answers()
    await direct.close()
