"""Verbs `dondoc zalo …`: the first day's test of a real bot, and the webhook that is registered for it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import typer

from bot.cli.serve import read_settings, secrets_of

SAVE = typer.Option(Path("var/zalo-smoke"), help="Thư mục ghi các trả lời.")
zalo = typer.Typer(help="Kiểm tra bot Zalo thật.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Adds the verbs of this module."""
    app.add_typer(zalo, name="zalo")


@zalo.command("smoke", help="Thử bot Zalo thật trong ngày đầu, ghi lại mọi trả lời (đã bỏ mã).")
def smoke(
    save: Path = SAVE,
    wait: float = typer.Option(60.0, help="Số giây chờ cho mỗi việc cần làm trên điện thoại."),
    offline: float = typer.Option(20.0, help="Số giây ngừng lấy tin để thử tin gửi lúc máy tắt."),
) -> None:
    """Asks the service what its documentation leaves open. Exit 1 when it does not know the token, 2 without one."""
    settings = read_settings()
    from bot.channels.zalo_bot.api import Api
    from bot.logs import Redactor
    from bot.smoke import Smoke
    from handlers.wording import smoke as words

    if settings.zalo_bot_token is None:
        typer.echo(words.NO_TOKEN, err=True)
        raise typer.Exit(2)
    token = settings.zalo_bot_token.get_secret_value()
    save.mkdir(parents=True, exist_ok=True)
    typer.echo(words.START.format(folder=save))

    async def run() -> bool:
        api = Api(token, settings.zalo_bot_api_base)
        redact = Redactor([*secrets_of(settings), token.partition(":")[2]])
        test = Smoke(api, save, redact, typer.echo, wait, offline)
        try:
            return await test.run()
        finally:
            await api.close()

    known = asyncio.run(run())
    typer.echo(words.SAVED.format(count=len(list(save.glob("*.json"))), folder=save))
    if not known:
        raise typer.Exit(1)


@zalo.command("webhook", help="Xem webhook đang đăng ký với Zalo; --remove để gỡ.")
def webhook(remove: bool = typer.Option(False, "--remove", help="Gỡ webhook đang đăng ký.")) -> None:
    """Shows or removes the registered webhook. Exit 1 when the service cannot be asked, 2 without a token."""
    settings = read_settings()
    from bot.channels.calls import Failure, Refused
    from bot.channels.zalo_bot.api import Api
    from handlers.wording import smoke as words

    if settings.zalo_bot_token is None:
        typer.echo(words.NO_TOKEN, err=True)
        raise typer.Exit(2)
    token = settings.zalo_bot_token.get_secret_value()

    async def run() -> str:
        api = Api(token, settings.zalo_bot_api_base)
        try:
            try:
                url = str((await api.call("getWebhookInfo") or {}).get("url") or "")
            except Refused:
                url = ""
            if url and remove:
                await api.call("deleteWebhook")
                return words.HOOK_REMOVED.format(url=url)
            return words.HOOK_IS.format(url=url) if url else words.HOOK_NONE
        finally:
            await api.close()

    try:
        typer.echo(asyncio.run(run()))
    except Failure as error:
        typer.echo(words.NO_SERVICE.format(error=error.description), err=True)
        raise typer.Exit(1) from None
