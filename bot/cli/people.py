"""Verbs about people: `dondoc invite`."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Annotated

import typer

from bot.cli.failing import set_aside, told
from bot.cli.wording import people as said
from bot.settings import Settings

ROLES = ("staff", "head", "office", "director")


def register(app: typer.Typer) -> None:
    """Adds the verbs of this module."""
    app.command("invite", help="In một mã mời dùng một lần, có hiệu lực 24 giờ.")(invite)


def invite(
    role: Annotated[str, typer.Option(help="Vai trò: staff, head, office, director.")] = "office",
    unit: Annotated[str | None, typer.Option(help="Mã đơn vị trong kế hoạch, ví dụ VP.")] = None,
) -> None:
    """Prints a one-time invitation code for a role, and for a unit of the plan when one is named."""
    if role not in ROLES:
        typer.echo(said.NO_ROLE.format(role=role, roles=", ".join(ROLES)), err=True)
        raise typer.Exit(2)
    settings = Settings()
    with told():
        code, until = asyncio.run(_issue(settings, role, unit))
    if not code:
        typer.echo(said.NO_UNIT.format(unit=unit), err=True)
        raise typer.Exit(2)
    typer.echo(code)
    typer.echo(said.ONCE.format(until=until.astimezone(settings.zone)), err=True)


async def _issue(settings: Settings, role: str, unit: str | None) -> tuple[str, datetime]:
    from bot.opening import opened
    from handlers.invitations import issue_invite
    from handlers.office import Office
    from handlers.units import own_units
    from knowledge.workdays import Calendar
    from storage.records import Role

    now = settings.now or datetime.now(UTC)
    async with opened(settings, now, set_aside) as database, database.write() as uow:
        followed = await Office(Calendar()).plan(uow)
        if unit is not None and (followed is None or unit not in {u.code for u in own_units(followed.plan)}):
            return "", now
        code, until, _ = await issue_invite(uow, Role(role), unit, now, None)
        await uow.audit.add(member_id=None, member_name="", action="invite", subject=role, now=now)
        return code, until
