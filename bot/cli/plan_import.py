"""`dondoc plan import FILE`: reads any agency's plan document, shows what was understood, and loads it."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from knowledge.importing.problems import Problem
    from knowledge.model import Plan, Task

_FIRST_ROWS = 8
_QUIET = ("left_out_line",)
"""Problems counted but not listed one by one in a terminal; --json has them all."""


def import_plan(
    file: Annotated[Path, typer.Argument(help="Tệp .docx, .xlsx, .pdf, .md, .txt, .yaml hoặc .json.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ đọc và cho xem, không ghi gì.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON.")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", help="Ghi kế hoạch ra tệp YAML để sửa hoặc dùng với --plan.")
    ] = None,
) -> None:
    """Đọc kế hoạch từ Word, Excel, PDF hoặc văn bản; xem, ghi ra YAML hoặc nạp vào cơ sở dữ liệu."""
    from handlers.wording import plan as words
    from knowledge.importing.problems import errors

    plan, problems = _read(file)
    usable = plan is not None and not errors(problems)
    if as_json:
        typer.echo(json.dumps(_plain(plan, problems), ensure_ascii=False, indent=2))
    else:
        _show(file, plan, problems)
    if plan is not None and out is not None:
        from knowledge.importing.export import to_yaml

        out.write_text(to_yaml(plan), encoding="utf-8")
        typer.echo(words.WRITTEN.format(path=out), err=as_json)
    if plan is None or not usable:
        raise typer.Exit(1)
    if not dry_run and out is None:
        loaded = asyncio.run(_load(plan))
        if loaded is None:
            typer.echo(words.AMENDMENT_UNSURE, err=True)
            raise typer.Exit(1)
        typer.echo(loaded, err=as_json)


def _read(file: Path) -> tuple[Plan | None, list[Problem]]:
    from bot.plan_file import read_any

    return read_any(file, doubting=True)


def _plain(plan: Plan | None, problems: list[Problem]) -> dict[str, Any]:
    from handlers.wording.plan import place, problem

    listed = [
        {"severity": p.severity, "code": p.code, "subject": p.subject, "place": place(p), "text": problem(p)}
        for p in problems
    ]
    if plan is None:
        return {"title": None, "tasks": [], "targets": [], "problems": listed}
    whole = plan.model_dump(mode="json", exclude={"tasks", "passages"})
    return {
        **whole,
        "tasks": [_task(task, plan) for task in plan.tasks],
        "passages": [passage.model_dump(mode="json") for passage in plan.passages],
        "problems": listed,
    }


def _task(task: Task, plan: Plan) -> dict[str, Any]:
    """A task with the words of its cells as `lead` and `cooperating`, and the units they were read as beside them."""
    from knowledge.deadlines import read

    area = next((area for area in plan.areas if area.code == task.area), None)
    group = next((group for group in plan.groups if group.code == task.group), None)
    return {
        "code": task.code,
        "printed_code": task.printed_code,
        "section": task.area,
        "section_title": area.title if area else "",
        "group": task.group,
        "group_title": group.title if group else None,
        "title": task.title,
        "lead": task.lead_printed,
        "lead_units": list(task.lead),
        "cooperating": task.cooperating_printed,
        "cooperating_units": list(task.cooperating),
        "product": task.product,
        "deadline": task.deadline,
        "deadline_kind": read(task.deadline, plan.year).kind if task.deadline else None,
        "place": task.place,
        "notes": list(task.notes),
    }


def _show(file: Path, plan: Plan | None, problems: list[Problem]) -> None:
    from rich.console import Console

    from bot.cli.plan_view import print_summary
    from handlers.wording import common
    from handlers.wording import plan as words

    if plan is not None:
        number = plan.number or words.BLANK
        issued = common.day(plan.issued) if plan.issued else plan.issued_printed or words.BLANK
        typer.echo(words.HEAD.format(issuer=plan.issuer, number=number, issued=issued))
        print_summary(Console(highlight=False, soft_wrap=False), plan)
        typer.echo(f"\n{words.FIRST_ROWS}")
        for task in plan.tasks[:_FIRST_ROWS]:
            cells = (_cut(task.title, 70), _cut(task.lead_printed, 30), task.deadline or words.NO_DEADLINE)
            typer.echo(f"  {task.code}  {' · '.join(cells)}")
        typer.echo("")
    for found in problems:
        if found.code not in _QUIET:
            typer.echo(words.listed(found))
    left_out = sum(found.code in _QUIET for found in problems)
    if left_out:
        typer.echo(words.LEFT_OUT.format(count=left_out))
    failed = sum(found.severity == "error" for found in problems)
    if plan is None or failed:
        typer.echo("\n" + words.FAULTY.format(path=file, count=failed))


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


async def _load(plan: Plan) -> str | None:
    """Puts the plan into the database of the settings, as a further version where it is one; what is said about it.
    None when somebody has to say first what stayed."""
    from bot.clock import clock_for
    from bot.settings import Settings
    from handlers.plans.unattended import take
    from handlers.wording import amendments
    from handlers.wording import plan as words
    from storage import migrate
    from storage.sql.database import open_database

    settings = Settings()
    now = clock_for(settings.now)()
    await migrate.upgrade(settings.database_url)
    database = open_database(settings.database_url)
    try:
        async with database.write() as uow:
            taken = await take(uow, plan, now.astimezone(settings.zone).date(), now)
            stored, changed = taken.stored, taken.amendment
            if stored is None:
                return None
            changes = ""
            if taken.before is not None and changed is not None and not changed.empty:
                changes = f" {amendments.counts(changed, taken.before)} {words.NOBODY_TOLD}"
            return words.LOADED.format(plan=stored.id, version=stored.version) + changes
    finally:
        await database.close()
