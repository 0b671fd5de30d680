"""Verbs for whoever runs the program: `dondoc db upgrade`, `db current`, `backup FILE`, `restore FILE`."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from bot.cli.wording import database as said

if TYPE_CHECKING:
    from storage.errors import StorageError

T = TypeVar("T")

File = Annotated[Path, typer.Argument(help="Tệp sao lưu, ví dụ sao-luu/2026-11-23.sqlite3")]

db = typer.Typer(help="Cấu trúc của cơ sở dữ liệu.", no_args_is_help=True)


@db.command("upgrade")
def upgrade() -> None:
    """Đưa cơ sở dữ liệu lên cấu trúc mới nhất; chưa có thì tạo."""
    from storage import migrate
    from storage.sql.revision import HEAD

    before = _run(migrate.current(_url()))
    _run(migrate.upgrade(_url()))
    if before == HEAD:
        typer.echo(said.NEWEST.format(head=HEAD))
    else:
        typer.echo(said.UPGRADED.format(before=before or said.NONE_YET, head=HEAD))


@db.command("current")
def current() -> None:
    """Cho biết cơ sở dữ liệu đang ở bản nào; thoát với mã 1 khi cần nâng cấp."""
    from storage import migrate
    from storage.sql.revision import HEAD

    found = _run(migrate.current(_url()))
    typer.echo(said.STANDS.format(found=found or said.NONE_YET, head=HEAD))
    if found != HEAD:
        raise typer.Exit(1)


def backup(file: File) -> None:
    """Sao lưu toàn bộ dữ liệu vào một tệp và kiểm tra tệp ấy; chạy được khi chương trình đang hoạt động."""
    from storage import backup as storage

    made = _run(storage.backup(_url(), file))
    typer.echo(said.SAVED.format(file=made.file, size=made.size / 1024))
    typer.echo(_contents(made))


def restore(file: File) -> None:
    """Khôi phục dữ liệu từ tệp sao lưu; dữ liệu hiện có được giữ lại bên cạnh. Dừng chương trình trước khi chạy."""
    from bot.clock import clock_for
    from bot.settings import Settings
    from storage import backup as storage

    done = _run(storage.restore(_url(), file, clock_for(Settings().now)()))
    typer.echo(said.RESTORED.format(file=file))
    typer.echo(_contents(done.backup))
    if done.replaced is not None:
        typer.echo(said.KEPT.format(file=done.replaced))


def _contents(backup: Any) -> str:
    return said.CONTENTS.format(revision=backup.revision, members=backup.members, progress=backup.progress)


def _url() -> str:
    from bot.settings import Settings

    return Settings().database_url


def _refusal(error: StorageError) -> str:
    from storage.errors import UnusableBackup

    if isinstance(error, UnusableBackup):
        return said.FAULTS[error.fault.value].format(detail=error.detail)
    return said.REFUSED.get(type(error).__name__, said.OTHER).format(reason=error)


def _run(work: Coroutine[Any, Any, T]) -> T:
    from storage.errors import StorageError

    try:
        return asyncio.run(work)
    except StorageError as error:
        typer.echo(_refusal(error), err=True)
        raise typer.Exit(1) from None


def register(app: typer.Typer) -> None:
    """Adds the verbs of this module."""
    app.add_typer(db, name="db")
    app.command("backup")(backup)
    app.command("restore")(restore)
