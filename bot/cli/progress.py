"""`dondoc progress`: how a progress message is read. Writes nothing."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.wording import common
from bot.cli.wording import progress as said

if TYPE_CHECKING:
    from knowledge.model import Plan
    from knowledge.progress.update import Reading, Update


def register(app: typer.Typer) -> None:
    """Adds the verb of this module."""

    @app.command("progress", help="Cho xem một tin cập nhật tiến độ được hiểu thế nào (không ghi gì).")
    def progress(
        words: Annotated[str | None, typer.Argument(help="tin như gõ trong chat", show_default=False)] = None,
        plan: Annotated[
            Path | None, typer.Option(help="tệp kế hoạch (mặc định: theo DONDOC_PLAN)", show_default=False)
        ] = None,
        jsonl: Annotated[
            bool, typer.Option("--jsonl", help='đọc mỗi dòng một {"text"}, viết mỗi dòng một kết quả')
        ] = False,
    ) -> None:
        if words is None and not jsonl:
            typer.echo(said.USAGE, err=True)
            raise typer.Exit(2)
        followed = _plan(plan)
        if words is not None:
            typer.echo(_shown(_read(words, followed)))
            return
        for line in sys.stdin:
            if line.strip():
                print(json.dumps(_answer(line, followed), ensure_ascii=False), flush=True)  # noqa: T201


def _plan(path: Path | None) -> Plan:
    from bot.plan_file import PlanFileError, load_plan
    from bot.settings import Settings

    try:
        return load_plan(path or Settings().plan)
    except PlanFileError as error:
        typer.echo(common.PLAN_FILE.format(path=error.path), err=True)
        raise typer.Exit(1) from error


def _read(words: str, plan: Plan) -> Reading:
    from knowledge.progress.reading import read

    # A message that begins with the command says so itself.
    return read(words, plan, commanded=False)


def _answer(line: str, plan: Plan) -> dict[str, Any]:
    try:
        text = str(json.loads(line)["text"])
    except (ValueError, KeyError, TypeError):
        return {"error": "empty", "choices": [], "problem": said.NO_TEXT}
    reading = _read(text, plan)
    if reading.error:
        return {"error": reading.error, "choices": list(reading.candidates)}
    updates = [_fields(update) for update in reading.updates]
    return updates[0] if len(updates) == 1 else {"tasks": updates}


def _fields(update: Update) -> dict[str, Any]:
    from knowledge.progress.update import implied_status

    return {
        "task": update.task,
        "percent": update.percent,
        "status": implied_status(update),
        "note": update.note,
        "period": update.period,
    }


def _shown(reading: Reading) -> str:
    if reading.error:
        near = f": {', '.join(reading.candidates)}" if reading.candidates else ""
        return said.NOT_RECORDED.format(why=said.ERRORS[reading.error]) + near
    return "\n".join(_line(update) for update in reading.updates)


def _line(update: Update) -> str:
    from knowledge.progress.update import implied_status

    facts = [said.PERIOD.format(code=update.task, period=update.period) if update.period else update.task]
    if update.percent is not None:
        facts.append(f"{update.percent:g}%".replace(".", ","))
    status = implied_status(update)
    if status:
        facts.append(said.STATUSES[status])
    if update.note:
        facts.append(said.NOTE.format(note=update.note))
    return " · ".join(facts)
