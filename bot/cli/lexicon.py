"""Verbs about the office's own words for the plan in use: `dondoc lexicon list`, `add`, `remove`, `restore`."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.failing import set_aside, told
from bot.cli.wording import lexicon as said

if TYPE_CHECKING:
    from handlers.office import FollowedPlan
    from storage.unit_of_work import UnitOfWork

lexicon = typer.Typer(help="Từ ngữ riêng của cơ quan mà trợ lý cần hiểu.", no_args_is_help=True)

Number = Annotated[int, typer.Argument(help="Số của từ trong danh sách.")]


@lexicon.command("list")
def list_() -> None:
    """Liệt kê các từ đã thêm cho kế hoạch đang dùng."""

    async def work(uow: UnitOfWork, followed: FollowedPlan, now: datetime) -> int:
        from handlers import vocabulary
        from handlers.wording import vocabulary as words

        entries = await uow.vocabulary.of_plan(followed.plan.id)
        for entry in entries:
            typer.echo(f"{entry.id}. {vocabulary.line(entry, followed.plan)}")
        if not entries:
            typer.echo(words.NONE)
        return 0

    _run(work)


@lexicon.command("add")
def add(word: Annotated[str, typer.Argument(help='Từ và nghĩa: "TTHC = thủ tục hành chính".')]) -> None:
    """Thêm một từ; từ đã có thì thay nghĩa."""

    async def work(uow: UnitOfWork, followed: FollowedPlan, now: datetime) -> int:
        from handlers import vocabulary
        from handlers.engines import engine_with
        from handlers.wording import vocabulary as words
        from knowledge.vocabulary import is_fixed, read

        read_as = read(word, followed.plan)
        if read_as is None:
            typer.echo(said.UNREAD, err=True)
            return 2
        if is_fixed(read_as.said, engine_with(followed.plan, ()).understanding):
            typer.echo(words.FIXED.format(said=read_as.said), err=True)
            return 1
        entry, before = await vocabulary.put(uow, followed.plan, read_as, None, now)
        meant = vocabulary.meaning(entry.kind, entry.meant, followed.plan)
        was = "; ".join(vocabulary.meaning(e.kind, e.meant, followed.plan) for e in before)
        await _log(uow, "word", entry.said, now, was, meant)
        typer.echo(f"{entry.id}. {vocabulary.line(entry, followed.plan)}")
        for old in before:
            typer.echo(words.REPLACES.format(meant=vocabulary.meaning(old.kind, old.meant, followed.plan)))
        return 0

    _run(work)


@lexicon.command("remove")
def remove(number: Number) -> None:
    """Bỏ một từ; dùng lại được bằng restore."""

    async def work(uow: UnitOfWork, followed: FollowedPlan, now: datetime) -> int:
        from handlers.wording import vocabulary as words

        entry = await uow.vocabulary.get(number)
        if entry is None or not await uow.vocabulary.set_withdrawn(number, withdrawn=True):
            typer.echo(said.NOT_REMOVED.format(number=number), err=True)
            return 1
        await _log(uow, "word.remove", entry.said, now)
        typer.echo(words.REMOVED.format(said=entry.said))
        return 0

    _run(work)


@lexicon.command("restore")
def restore(number: Number) -> None:
    """Dùng lại một từ đã bỏ."""

    async def work(uow: UnitOfWork, followed: FollowedPlan, now: datetime) -> int:
        from handlers import vocabulary
        from handlers.wording import vocabulary as words

        entry = await uow.vocabulary.get(number)
        if entry is None or not await vocabulary.put_back(uow, entry):
            typer.echo(said.NOT_RESTORED.format(number=number), err=True)
            return 1
        await _log(uow, "word.restore", entry.said, now)
        typer.echo(words.RESTORED.format(said=entry.said))
        return 0

    _run(work)


async def _log(uow: UnitOfWork, act: str, word: str, now: datetime, before: str = "", after: str = "") -> None:
    await uow.audit.add(member_id=None, member_name="", action=act, subject=word, now=now, before=before, after=after)


def _run(work: Callable[[UnitOfWork, FollowedPlan, datetime], Awaitable[int]]) -> None:
    """Does the work in one transaction on the database of the settings; exits with its code."""
    with told():
        code = asyncio.run(_in_transaction(work))
    raise typer.Exit(code)


async def _in_transaction(work: Callable[[UnitOfWork, FollowedPlan, datetime], Awaitable[int]]) -> int:
    from bot.opening import opened
    from bot.settings import Settings
    from handlers.office import Office
    from handlers.wording import common
    from knowledge.workdays import Calendar

    settings = Settings()
    now = settings.now or datetime.now(UTC)
    async with opened(settings, now, set_aside) as database, database.write() as uow:
        followed = await Office(Calendar()).plan(uow)
        if followed is None:
            typer.echo(common.NO_PLAN, err=True)
            return 1
        return await work(uow, followed, now)


def register(app: typer.Typer) -> None:
    """Adds the verbs of this module."""
    app.add_typer(lexicon, name="lexicon")
