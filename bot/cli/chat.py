"""Verb `dondoc chat`: the whole bot in the terminal, no token needed; also for scripts (`--jsonl`) and as a tour."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from datetime import datetime
from typing import Annotated

import typer

from bot.cli.failing import told
from bot.cli.serve import read_settings, secrets_of
from bot.cli.wording import chat as words


def register(app: typer.Typer) -> None:
    """Adds the verbs of this module."""
    app.command("chat", help="Nói chuyện với trợ lý ngay tại đây, không cần mã.")(chat)


def chat(
    name: Annotated[str, typer.Option("--as", help="Nói với tư cách ai: Lan, Hùng, Minh, Thu, hoặc người lạ.")] = "Lan",
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Đọc và viết mỗi dòng một JSON: from và text, from và press, hoặc now.")
    ] = False,
    demo: Annotated[bool, typer.Option("--demo", help="Dùng cơ sở dữ liệu thử mới tinh, xóa khi xong.")] = False,
    real: Annotated[
        bool,
        typer.Option("--real", help="Dùng dữ liệu thật của cơ quan: vào bằng mã của dondoc invite, rồi dùng mọi lệnh."),
    ] = False,
    now: Annotated[str | None, typer.Option("--now", help="Đặt đồng hồ, ví dụ 2026-12-01T08:00+07:00.")] = None,
) -> None:
    """Opens a conversation. With --demo and no terminal to read from, plays the tour. With --real, all that the office
    does in a chat is done here, on what `dondoc serve` works with."""
    settings = read_settings()
    if real and demo:
        typer.echo(words.REAL_OR_DEMO, err=True)
        raise typer.Exit(2)
    if now is not None:
        settings = settings.model_copy(update={"now": _moment(now)})
    from bot import logs, terminal_session

    logs.configure(settings.log_format, secrets_of(settings), level="WARNING")
    with told():
        if jsonl:
            failed = asyncio.run(terminal_session.script(settings, sys.stdin, sys.stdout, fresh=demo, real=real))
            raise typer.Exit(1 if failed else 0)
        if demo and not sys.stdin.isatty():
            asyncio.run(terminal_session.play_tour(settings))
        else:
            asyncio.run(terminal_session.converse(settings, name, fresh=demo, real=real))


def _moment(text: str) -> datetime:
    moment: datetime | None = None
    with contextlib.suppress(ValueError):
        moment = datetime.fromisoformat(text)
    if moment is None or moment.tzinfo is None:
        typer.echo(words.NEEDS_ZONE, err=True)
        raise typer.Exit(2)
    return moment
