"""What a chat is in the middle of: choices on offer, a step that waits for text, the topic, and what the office set."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from storage.sql.database import SqlDatabase

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


async def _offer(database: SqlDatabase, *tokens: str, chat: str = "1", expires: datetime = NOW + HOUR) -> int:
    async with database.write() as uow:
        rows = [(token, f"nhãn {token}", "task.open", {"code": token, "note": "đã trình"}) for token in tokens]
        return await uow.choices.offer("telegram", chat, rows, expires)


async def test_a_typed_number_means_the_menu_that_was_shown_last(database: SqlDatabase) -> None:
    first, second = await _offer(database, "a", "b"), await _offer(database, "c", "d")
    assert second > first
    async with database.read() as uow:
        menu = await uow.choices.latest_menu("telegram", "1", NOW)
        assert [(c.position, c.token, c.label, c.menu) for c in menu] == [
            (1, "c", "nhãn c", second),
            (2, "d", "nhãn d", second),
        ]
        assert menu[0].arguments == {"code": "c", "note": "đã trình"}


async def test_a_button_of_an_older_menu_still_works_in_its_own_chat_until_it_lapses(database: SqlDatabase) -> None:
    await _offer(database, "a")
    await _offer(database, "b")
    async with database.read() as uow:
        pressed = await uow.choices.by_token("telegram", "1", "a", NOW)
        assert pressed is not None
        assert pressed.action == "task.open"
        assert await uow.choices.by_token("telegram", "2", "a", NOW) is None
        assert await uow.choices.by_token("telegram", "1", "a", NOW + HOUR) is None


async def test_a_lapsed_menu_does_not_bring_back_an_older_one(database: SqlDatabase) -> None:
    await _offer(database, "long", expires=NOW + 9 * HOUR)
    await _offer(database, "short", expires=NOW + HOUR)
    async with database.write() as uow:
        assert await uow.choices.latest_menu("telegram", "1", NOW + 2 * HOUR) == []
        assert await uow.choices.purge(NOW + 2 * HOUR) == 1


async def test_menus_offered_at_once_do_not_mix(database: SqlDatabase, other: SqlDatabase) -> None:
    menus = await asyncio.gather(
        *(_offer(through, f"{n}a", f"{n}b") for n, through in enumerate([database, other] * 4))
    )
    assert sorted(menus) == list(range(1, 9))


async def test_a_step_and_a_topic_lapse_each_at_its_own_time(database: SqlDatabase) -> None:
    key = ("telegram", "1", "lan")
    async with database.write() as uow:
        await uow.conversations.set_flow(*key, "progress.note", {"task": "II.5", "note": "đã"}, NOW + HOUR)
        await uow.conversations.set_topic(*key, "II.5", NOW + 2 * HOUR)
    async with database.read() as uow:
        now = await uow.conversations.get(*key, NOW)
        assert (now.flow, now.data, now.topic) == ("progress.note", {"task": "II.5", "note": "đã"}, "II.5")
        later = await uow.conversations.get(*key, NOW + HOUR)
        assert (later.flow, later.data, later.flow_expires, later.topic) == ("", {}, None, "II.5")
        assert (await uow.conversations.get(*key, NOW + 2 * HOUR)).topic == ""
        assert (await uow.conversations.get("telegram", "1", "minh", NOW)).flow == ""


async def test_a_step_that_is_over_leaves_the_topic(database: SqlDatabase) -> None:
    key = ("telegram", "1", "lan")
    async with database.write() as uow:
        await uow.conversations.set_topic(*key, "II.5", NOW + HOUR)
        await uow.conversations.set_flow(*key, "a", {"x": "1"}, NOW + HOUR)
        await uow.conversations.set_flow(*key, "b", {}, NOW + HOUR)
        assert (await uow.conversations.get(*key, NOW)).data == {}
        await uow.conversations.clear_flow(*key)
        ended = await uow.conversations.get(*key, NOW)
        assert (ended.flow, ended.topic) == ("", "II.5")


async def test_a_setting_is_the_last_that_was_set(database: SqlDatabase) -> None:
    async with database.write() as uow:
        assert await uow.settings.get("digest") is None
        await uow.settings.set("digest", '"08:00"', NOW)
        await uow.settings.set("digest", '"07:30"', NOW + HOUR)
        await uow.settings.set("a", "1", NOW)
    async with database.read() as uow:
        assert await uow.settings.get("digest") == '"07:30"'
        assert await uow.settings.all() == {"a": "1", "digest": '"07:30"'}
