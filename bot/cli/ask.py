"""`dondoc ask`: questions without any setup. Imports little, so that the first answer comes fast."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.failing import told
from bot.cli.wording import ask as said

if TYPE_CHECKING:
    from bot.asking import Asker
    from bot.settings import Settings


def register(app: typer.Typer) -> None:
    """Adds the verbs of this module."""
    app.command("ask", help="Hỏi kế hoạch một câu; --jsonl: mỗi dòng một câu hỏi.")(ask)


def ask(
    question: Annotated[str | None, typer.Argument(help="Câu hỏi.")] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Đọc {"q", "session"} từng dòng, ghi kết quả từng dòng.')
    ] = False,
    plan: Annotated[Path | None, typer.Option("--plan", help="Tệp kế hoạch; mặc định theo cài đặt.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Cho thấy trợ lý hiểu câu hỏi thế nào.")] = False,
) -> None:
    """Answers one question, or one a line."""
    with told(), _for_good():
        from bot.asking import Asker
        from bot.plan_file import load_plan
        from bot.settings import Settings

        settings = Settings()
        asker = _of_office(settings) if plan is None else None
        asker = asker or Asker(load_plan(plan or settings.plan))
        asker.today = _today(settings)
    if jsonl:
        _lines(asker)
    elif question is None:
        typer.echo(said.USAGE, err=True)
        raise typer.Exit(2)
    else:
        answered = asker.ask(question)
        typer.echo(answered.text)
        for number, label in enumerate(answered.choices, 1):
            typer.echo(f"  {number}. {label}")
        if explain:
            typer.echo(asker.explain(question), err=True)


@contextmanager
def _for_good() -> Iterator[None]:
    """What is made meanwhile is needed to the end: no time is lost by looking for garbage in it."""
    gc.disable()
    yield
    gc.freeze()
    gc.enable()


def _of_office(settings: Settings) -> Asker | None:
    """Who asks the plan in use with the office's words and kept answers, where a database is set and has been filled;
    it is only read."""
    if "database_url" not in settings.model_fields_set:
        return None
    import asyncio

    return asyncio.run(_read_office(settings))


async def _read_office(settings: Settings) -> Asker | None:
    from bot.asking import Asker, Known
    from handlers.office import Office
    from knowledge.workdays import Calendar
    from storage import migrate
    from storage.sql.database import open_database
    from storage.sql.revision import HEAD

    if await migrate.current(settings.database_url) != HEAD:
        return None
    database = open_database(settings.database_url)
    try:
        async with database.read() as uow:
            followed = await Office(Calendar()).plan(uow)
            if followed is None:
                return None
            words = await uow.vocabulary.of_plan(followed.plan.id)
            kept = await uow.faq.of_plan(followed.plan.id)
            return Asker(followed.plan, Known(words, kept, followed.version, settings.zone))
    finally:
        await database.close()


def _today(settings: Settings) -> date:
    """The day by the office's clock."""
    from bot.clock import clock_for

    return clock_for(settings.now)().astimezone(settings.zone).date()


def _lines(asker: Asker) -> None:
    for line in sys.stdin:
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            answered = asker.ask(str(asked["q"]), asked.get("session"))
        except (ValueError, KeyError, TypeError):
            print(json.dumps({"error": "not a question"}), flush=True)  # noqa: T201
            continue
        out = {
            "text": answered.text,
            "kind": answered.kind,
            "records": list(answered.records),
            "choices": list(answered.choices),
        }
        print(json.dumps(out, ensure_ascii=False), flush=True)  # noqa: T201
