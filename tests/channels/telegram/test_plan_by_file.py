"""The office loads a plan on a phone: the file goes in, the workbook comes out, one press loads it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scheduler.pacing import UNLIMITED
from storage.records import Role
from tests.channels.telegram.test_whole_bot import _join, running
from tests.knowledge.importing.papers import docx_bytes, office_plan
from tests.support import databases
from tests.support.telegram_server import TelegramServer

LONG = 60.0


@pytest.fixture
def database_file() -> Iterator[str]:
    with databases.fresh("sqlite") as fresh:
        yield fresh


async def test_a_plan_sent_as_a_file_is_shown_checked_and_loaded(server: TelegramServer, database_file: str) -> None:
    async with running(server, database_file, UNLIMITED) as whole:
        minh = server.person("Minh")
        await _join(whole.app, minh, Role.OFFICE, "VP")
        minh.document("125-KH-SNV.docx", "/nhapkehoach", docx_bytes(office_plan()))
        await minh.wait_for("125/KH-SNV", LONG)
        workbook = await minh.wait_for(lambda post: post.document_name.endswith(".xlsx"), LONG, ever=True)
        assert server.world.files[workbook.document][1].startswith(b"PK")
        minh.press("Nạp")
        await minh.wait_for("Đã nạp kế hoạch", LONG)
        async with whole.app.database.read() as uow:
            assert len(await uow.plans.active()) == 2


async def test_a_file_that_the_service_does_not_give_out_is_explained(
    server: TelegramServer, database_file: str
) -> None:
    async with running(server, database_file, UNLIMITED) as whole:
        minh = server.person("Minh")
        await _join(whole.app, minh, Role.OFFICE, "VP")
        server.faults.reset_before(20, "file")
        minh.document("125-KH-SNV.docx", "/nhapkehoach", docx_bytes(office_plan()))
        await minh.wait_for("Chưa tải được tệp “125-KH-SNV.docx”", LONG)
        minh.document("to.pdf", "/nhapkehoach", b"%PDF-" + b"x" * (21 * 1024 * 1024))
        await minh.wait_for("lớn hơn 10 MB", LONG)
