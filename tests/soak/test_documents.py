"""The program killed while it reads a plan's document, and right after the office has loaded it: the document is read
again, answered, and loaded once."""

from __future__ import annotations

import asyncio
from pathlib import Path

from storage.records import Role
from tests.knowledge.importing.papers import docx_bytes, office_plan
from tests.soak import ground
from tests.support.telegram_server import TelegramServer
from tests.support.warm import Nursery

PATIENCE = 180.0
NAME, PLAN = "125-KH-SNV.docx", "125-kh-snv-2026"


async def test_a_document_that_was_being_read_at_a_kill_is_answered_and_loaded_once(
    database_url: str, tmp_path: Path, nursery: Nursery
) -> None:
    async with TelegramServer() as server:
        minh, stranger = server.person("Minh"), server.person("Người lạ")
        database = ground.opened(database_url)
        await ground.members(database, [minh], Role.OFFICE)
        served = ground.served(server, database_url, tmp_path, nursery, ground.plan_of(1))
        await served.start()
        stranger.document(NAME, "/nhapkehoach", docx_bytes(office_plan()))
        minh.document(NAME, "/nhapkehoach", docx_bytes(office_plan()))
        await server.world.until(lambda: server.sent("getFile"), PATIENCE)
        await asyncio.sleep(0.2)
        await served.kill()
        await served.start(wait=False)
        await minh.wait_for(lambda post: "Nạp" in post.labels, PATIENCE)
        read = [post for post in minh.screen if NAME in post.text and ground.REPEAT not in post.text]
        minh.press("Nạp")
        await asyncio.sleep(0.05)
        await served.kill()
        await served.start(wait=False)
        await minh.wait_for("Đã nạp", PATIENCE)
        minh.press("Nạp")
        await minh.wait_for(lambda post: "Đã nạp" in post.text or "đã nạp đúng như vậy rồi" in post.text, PATIENCE)
        await served.stop()
        async with database.read() as uow:
            loaded = [(stored.id, stored.version) for stored in await uow.plans.active() if stored.id == PLAN]
            acts = [entry for entry in await uow.audit.newest(limit=50) if entry.action == "plan"]
        await database.close()
    assert len(read) == 1
    assert loaded == [(PLAN, 1)]
    assert len(acts) == 1
    assert not any(NAME in post.text or "Đã nạp" in post.text for post in stranger.screen)
