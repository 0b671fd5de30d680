"""Verbs for whoever runs the program: `dondoc db upgrade`, `db current`, `backup FILE`, `restore FILE`."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

if TYPE_CHECKING:
    from storage.errors import StorageError

T = TypeVar("T")

_REFUSED = {
    "NotWritten": "Chưa ghi được, dữ liệu cũ giữ nguyên: {reason}",
    "UnknownRevision": "Cơ sở dữ liệu mới hơn chương trình, hãy cập nhật chương trình: {reason}",
    "DatabaseInUse": "Chương trình đang mở cơ sở dữ liệu này. Hãy dừng lại rồi chạy lại lệnh.",
    "UseServerTools": "Cơ sở dữ liệu nằm trên PostgreSQL, hãy dùng công cụ của máy chủ:\n  {reason}",
}
"""storage.errors by name, so that they are imported only by the verb that runs."""

_FAULTS = {
    "missing": "Không có tệp {detail}.",
    "damaged": "Tệp sao lưu bị hỏng, chưa thay đổi gì ({detail}).",
    "foreign": "Tệp này không phải bản sao lưu của chương trình, chưa thay đổi gì.",
    "newer": "Tệp sao lưu do bản chương trình mới hơn tạo ra, hãy cập nhật chương trình ({detail}).",
}
"""storage.errors.Fault by value."""

_OTHER = "Không thực hiện được: {reason}"

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
        typer.echo(f"Đã ở bản mới nhất ({HEAD}), không có gì phải làm.")
    else:
        typer.echo(f"Đã nâng cấp: {before or 'chưa có'} → {HEAD}.")


@db.command("current")
def current() -> None:
    """Cho biết cơ sở dữ liệu đang ở bản nào; thoát với mã 1 khi cần nâng cấp."""
    from storage import migrate
    from storage.sql.revision import HEAD

    found = _run(migrate.current(_url()))
    typer.echo(f"Cơ sở dữ liệu: {found or 'chưa có'}. Chương trình cần: {HEAD}.")
    if found != HEAD:
        raise typer.Exit(1)


def backup(file: File) -> None:
    """Sao lưu toàn bộ dữ liệu vào một tệp và kiểm tra tệp ấy; chạy được khi chương trình đang hoạt động."""
    from storage import backup as storage

    made = _run(storage.backup(_url(), file))
    typer.echo(f"Đã sao lưu vào {made.file} ({made.size / 1024:,.0f} KiB) và đã kiểm tra.")
    typer.echo(_contents(made))


def restore(file: File) -> None:
    """Khôi phục dữ liệu từ tệp sao lưu; dữ liệu hiện có được giữ lại bên cạnh. Dừng chương trình trước khi chạy."""
    from bot.clock import clock_for
    from bot.settings import Settings
    from storage import backup as storage

    done = _run(storage.restore(_url(), file, clock_for(Settings().now)()))
    typer.echo(f"Đã khôi phục từ {file}.")
    typer.echo(_contents(done.backup))
    if done.replaced is not None:
        typer.echo(f"Dữ liệu trước đó được giữ tại {done.replaced}.")


def _contents(backup: Any) -> str:
    return f"Cấu trúc {backup.revision}, {backup.members} người dùng, {backup.progress} lần cập nhật tiến độ."


def _url() -> str:
    from bot.settings import Settings

    return Settings().database_url


def _refusal(error: StorageError) -> str:
    from storage.errors import UnusableBackup

    if isinstance(error, UnusableBackup):
        return _FAULTS[error.fault.value].format(detail=error.detail)
    return _REFUSED.get(type(error).__name__, _OTHER).format(reason=error)


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
