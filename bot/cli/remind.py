"""`dondoc remind`: who gets what digest on a day."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.failing import set_aside, told
from bot.cli.serve import read_settings
from bot.cli.wording import remind as said
from bot.settings import Settings

if TYPE_CHECKING:
    from handlers.reminders import Preview
    from knowledge.model import Plan
    from knowledge.workdays import Calendar

SQLITE_FILE = "sqlite+aiosqlite:///"


def register(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command("remind", help="Ngày đó ai nhận nhắc việc gì; không có --dry-run thì đưa vào hàng chờ gửi.")(remind)


def remind(
    on: Annotated[str, typer.Option("--on", help="Ngày, dạng YYYY-MM-DD.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ in ra, không gửi.")] = False,
) -> None:
    """Prints the digests of a day; without --dry-run queues them (a second time changes nothing)."""
    try:
        day = date.fromisoformat(on)
    except ValueError:
        typer.echo(said.NO_DATE.format(typed=on), err=True)
        raise typer.Exit(2) from None
    settings = read_settings()
    with told():
        if dry_run and _nothing_yet(settings):
            # A look at what the plan would bring leaves nothing behind.
            with TemporaryDirectory() as folder:
                url = f"{SQLITE_FILE}{folder}/trial.sqlite3"
                asyncio.run(_remind(settings.model_copy(update={"database_url": url}), day, queue=False))
        else:
            asyncio.run(_remind(settings, day, queue=not dry_run))


def _nothing_yet(settings: Settings) -> bool:
    url = settings.database_url
    return url.startswith(SQLITE_FILE) and not Path(url.removeprefix(SQLITE_FILE)).exists()


async def _remind(settings: Settings, day: date, *, queue: bool) -> None:
    from bot.opening import opened
    from handlers.office import Office
    from handlers.reminders import preview, queue_digests
    from knowledge.timetable import Timetable
    from knowledge.workdays import Calendar

    office = Office(Calendar(), Timetable(digest=time.fromisoformat(settings.digest_time)))
    now = settings.now or datetime.now(UTC)
    today = now.astimezone(settings.zone).date()
    async with opened(settings, now, set_aside) as database:
        async with database.read() as uow:
            found = await preview(uow, office, day, settings.zone, today=today)
            plans = await office.plans(uow)
        if not plans:
            typer.echo(said.NO_PLAN, err=True)
            raise typer.Exit(2)
        _print(found, day, office.calendar, [one.plan for one in plans])
        if queue:
            morning = datetime.combine(day, office.timetable.digest, settings.zone).astimezone(UTC)
            async with database.write() as uow:
                queued = await queue_digests(uow, office, morning, settings.zone, ahead=day > today)
            typer.echo(said.QUEUED.format(count=queued))
            if queued and day < today:
                typer.echo(said.TOO_LATE)


def _print(found: Preview, day: date, calendar: Calendar, plans: Sequence[Plan]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from handlers import digest
    from handlers.units import unit_name_among

    if not calendar.is_working(day):
        name = calendar.name(day)
        typer.echo(said.DAY_OFF.format(day=day, name=f" ({name})" if name else ""))
        return
    if not found.digests and not found.nobody:
        typer.echo(said.NOTHING.format(day=day))
        return
    console = Console(width=None if sys.stdout.isatty() else 140)
    rows = [(one.member.name, unit_name_among(one.member.unit, plans), one.lines) for one in found.digests if one.lines]
    rows += [(said.NOBODY, units, lines) for units, lines in found.nobody.items()]
    table = Table(*said.HEADERS, title=said.TITLE.format(day=day), show_lines=True)
    for name, unit, lines in rows:
        texts = digest.texts(lines, calendar)
        numbered = "\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1))
        table.add_row(escape(name), escape(unit), escape(numbered))
    console.print(table)
    count = sum(len(one.lines) for one in found.digests)
    typer.echo(said.TOTAL.format(people=len(found.digests), lines=count))
