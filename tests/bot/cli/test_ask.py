"""`dondoc ask` on the office's own database."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.opening import opened
from bot.settings import Settings
from storage.records import Role
from tests.support.plans import small_plan
from tests.support.talk import Talk

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
ANSWER = "Biểu mẫu quyết toán lấy ở tủ hồ sơ tầng 2."


@pytest.fixture(autouse=True)
def _office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text(small_plan().model_dump_json(), encoding="utf-8")
    monkeypatch.setenv("DONDOC_PLAN", "plan.json")
    monkeypatch.setenv("DONDOC_DATABASE_URL", "sqlite+aiosqlite:///office.sqlite3")
    monkeypatch.chdir(tmp_path)


def test_an_answer_that_the_office_keeps_is_given_at_the_command_line_as_in_the_chat() -> None:
    question = "bieu mau quyet toan lay o tu nao vay a"
    in_chat = asyncio.run(_kept("Biểu mẫu quyết toán lấy ở tủ nào?", question))
    lines = (json.dumps({"q": q, "session": "s"}) for q in (question, "Quyết toán ngân sách ai chủ trì?"))
    ran = CliRunner().invoke(app, ["ask", "--jsonl"], input="\n".join(lines))
    kept, by_plan = (json.loads(line) for line in ran.output.splitlines())
    assert in_chat.startswith(ANSWER)
    assert kept["kind"] == "answer"
    assert kept["text"].startswith(ANSWER)
    assert "Chị Hoa" in kept["text"], "whose answer it is"
    assert by_plan["records"] == ["I.2"], "another question is answered from the plan"


async def _kept(form: str, question: str) -> str:
    """The office keeps its answer to a question; what a member who asks `question` reads in the chat."""
    async with opened(Settings(), NOW) as database:
        talk = Talk(database, NOW)
        await talk.member("Chị Hoa", Role.OFFICE)
        an = await talk.member("An")
        async with database.write() as uow:
            hoa = next(m for m in await uow.members.all() if m.name == "Chị Hoa")
            await uow.faq.add(
                plan="small", questions=[form], answer=ANSWER, source="", version=1, member_id=hoa.id, now=NOW
            )
        return await an.says(question)
