"""Verb `dondoc report`: the periodic report's files, from the command line."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.failing import set_aside, told
from bot.cli.serve import read_settings
from bot.cli.wording import report as said

if TYPE_CHECKING:
    from bot.settings import Settings
    from knowledge.report_periods import ReportPeriod


def register(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command("report", help="Lập báo cáo định kỳ: tệp Word, Excel và hình.")(report)


def report(
    period: Annotated[str, typer.Argument(help="Kỳ: “quý IV/2026”, “6 tháng”, “tháng 11”, “15/9-14/12”.")],
    out: Annotated[Path, typer.Option("--out", help="Thư mục để tệp.")] = Path("."),
) -> None:
    """Writes the files of a period's report into a folder and says where."""
    from knowledge.report_periods import read

    settings = read_settings()
    now = settings.now or datetime.now(UTC)
    today = now.astimezone(settings.zone).date()
    wanted = read(period, today)
    if wanted is None or wanted.start > today:
        typer.echo((said.NOT_BEGUN if wanted else said.UNCLEAR).format(period=period), err=True)
        raise typer.Exit(2)
    with told():
        paths = asyncio.run(_write(settings, wanted, now, out))
    for path in paths:
        typer.echo(str(path))


async def _write(settings: Settings, period: ReportPeriod, now: datetime, out: Path) -> list[Path]:
    from bot.characters import file_name
    from bot.opening import opened
    from handlers.office import Office
    from handlers.reporting.facts import moment_of
    from handlers.reporting.files import content
    from knowledge.workdays import Calendar

    office = Office(Calendar())
    async with opened(settings, now, set_aside) as database, database.read() as uow:
        followed = await office.plan(uow)
        if followed is None:
            typer.echo(said.NO_PLAN, err=True)
            raise typer.Exit(1)
        cutoff = moment_of(period, now, settings.zone)
        found = await content(uow, office, settings.zone, followed.plan.id, period, cutoff)
    docx, xlsx = found.docx(), found.xlsx()
    files = {docx.name: docx.content, xlsx.name: xlsx.content, f"{found.name}.png": found.png().png}
    out.mkdir(parents=True, exist_ok=True)  # noqa: ASYNC240
    paths = [out / file_name(name) for name in files]
    for path, written in zip(paths, files.values(), strict=True):
        path.write_bytes(written)
    return paths
