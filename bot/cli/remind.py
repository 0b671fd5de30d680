"""`dondoc remind`: who gets what digest on a day."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Annotated

import typer

from bot.settings import Settings

if TYPE_CHECKING:
    from handlers.reminders import Digest


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
        typer.echo(f"“{on}” không phải ngày dạng YYYY-MM-DD.", err=True)
        raise typer.Exit(2) from None
    asyncio.run(_remind(Settings(), day, queue=not dry_run))


async def _remind(settings: Settings, day: date, *, queue: bool) -> None:
    from bot.opening import opened
    from handlers.office import Office
    from handlers.reminders import digests, queue_digests
    from knowledge.workdays import Calendar

    office = Office(Calendar())
    at = datetime.combine(day, time.fromisoformat(settings.digest_time), settings.zone)
    async with opened(settings, settings.now or datetime.now(UTC)) as database:
        async with database.read() as uow:
            found = await digests(uow, office, day, settings.zone)
        _print(found, day)
        if queue:
            async with database.write() as uow:
                queued = await queue_digests(uow, office, at.astimezone(UTC), settings.zone)
            typer.echo(f"Đã đưa vào hàng chờ gửi: {queued} bản mới.")


def _print(found: list[Digest], day: date) -> None:
    from rich.console import Console
    from rich.table import Table

    from handlers.wording import reminders as words

    if not found:
        typer.echo(f"Ngày {day:%d/%m/%Y} không ai có gì để nhắc.")
        return
    table = Table("Người nhận", "Đơn vị", "Nội dung", title=f"Nhắc việc ngày {day:%d/%m/%Y}", show_lines=True)
    for digest in found:
        lines = [words.line(line.standing, line.days_left, nobody=line.nobody) for line in digest.lines]
        table.add_row(digest.member.name, digest.member.unit or "", "\n".join(lines))
    Console().print(table)
