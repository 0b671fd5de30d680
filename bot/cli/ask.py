"""`dondoc ask` and `dondoc eval`: questions without any setup. Imports little, so that the first answer comes fast."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.asking import Asker


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
    from bot.asking import Asker
    from bot.plan_file import PlanFileError, load_plan

    try:
        asker = Asker(load_plan(plan or _default_plan()))
    except PlanFileError as error:
        typer.echo(f"Không dùng được tệp kế hoạch {error.path}. Chạy: dondoc plan check {error.path}", err=True)
        raise typer.Exit(1) from None
    if jsonl:
        _lines(asker)
    elif question is None:
        typer.echo('Cần một câu hỏi, ví dụ: dondoc ask "II.5 ai chủ trì?"', err=True)
        raise typer.Exit(2)
    else:
        answered = asker.ask(question)
        typer.echo(answered.text)
        for number, label in enumerate(answered.choices, 1):
            typer.echo(f"  {number}. {label}")
        if explain:
            typer.echo(asker.explain(question), err=True)


def _default_plan() -> Path:
    from bot.settings import Settings

    return Settings().plan


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
