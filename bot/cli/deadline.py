"""`dondoc deadline`: how a printed deadline is read. Writes nothing."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any

import typer

from bot.cli.wording import deadline as said


def register(app: typer.Typer) -> None:
    """Adds the verb of this module."""

    @app.command("deadline", help="Cho xem một thời hạn in trong kế hoạch được hiểu thế nào (không ghi gì).")
    def deadline(
        words: Annotated[str | None, typer.Argument(help="thời hạn như in trong kế hoạch", show_default=False)] = None,
        year: Annotated[
            int | None, typer.Option(help="năm của văn bản, cho thời hạn không ghi năm (mặc định: năm nay)")
        ] = None,
        jsonl: Annotated[
            bool, typer.Option("--jsonl", help='đọc mỗi dòng một {"text", "year"}, viết mỗi dòng một kết quả')
        ] = False,
    ) -> None:
        if jsonl:
            for line in sys.stdin:
                if line.strip():
                    print(json.dumps(_answer(line, year), ensure_ascii=False), flush=True)  # noqa: T201
        elif words is None:
            typer.echo(said.USAGE, err=True)
            raise typer.Exit(2)
        else:
            typer.echo(_shown(words, year or _this_year()))


def _this_year() -> int:
    """The year of the office's clock; read only when a phrase needs one."""
    from bot.clock import clock_for
    from bot.settings import Settings

    settings = Settings()
    return clock_for(settings.now)().astimezone(settings.zone).year


def _answer(line: str, year: int | None) -> dict[str, Any]:
    from knowledge.deadlines import read

    try:
        asked = json.loads(line)
        text = str(asked["text"])
        named = asked.get("year") or year or _this_year()
        return _fields(read(text, int(named)))
    except (ValueError, KeyError, TypeError, AttributeError):
        return {"error": said.NO_TEXT}


def _fields(rule: Any) -> dict[str, Any]:
    """The rule as JSON: dates in ISO form, absent facts null."""
    from knowledge.deadlines import phrase

    return {
        "kind": rule.kind,
        "start": rule.start and rule.start.isoformat(),
        "end": rule.end and rule.end.isoformat(),
        "recurs": rule.recurs,
        "due_month_day": rule.due_month_day,
        "boundary": rule.boundary,
        "months": rule.months,
        "weekday": rule.weekday,
        "after": rule.after,
        "condition": rule.condition or None,
        "milestones": [_fields(milestone) for milestone in rule.milestones],
        "phrase": phrase(rule),
    }


def _shown(words: str, year: int) -> str:
    from knowledge.deadlines import phrase, read

    rule = read(words, year)
    lines = [f"{words.strip() or said.EMPTY}: {said.KINDS[rule.kind]}"]
    for one in (rule, *rule.milestones):
        if one.kind == "unknown":
            continue
        own = phrase(one) if one is not rule or not rule.milestones else phrase(_alone(rule))
        days = [f"{label} {day:%d/%m/%Y}" for label, day in ((said.FROM, one.start), (said.UNTIL, one.end)) if day]
        lines.append(f"- {own}" + (f" ({', '.join(days)})" if days else ""))
    return "\n".join(lines)


def _alone(rule: Any) -> Any:
    from dataclasses import replace

    return replace(rule, milestones=())
