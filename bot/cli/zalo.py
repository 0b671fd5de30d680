"""Verbs `dondoc zalo …`: the first day's test of a real bot, the webhook that is registered for it, and the consent of
an Official Account's administrator."""

from __future__ import annotations

import asyncio
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.cli.failing import set_aside
from bot.cli.serve import read_settings, secrets_of

if TYPE_CHECKING:
    from bot.settings import Settings

SAVE = typer.Option(Path("var/zalo-smoke"), help="Thư mục ghi các trả lời.")
zalo = typer.Typer(help="Kiểm tra bot Zalo thật; cấp quyền cho Zalo OA.", no_args_is_help=True)


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
    from bot.channels.failures import Failure, Refused
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


@zalo.command("oa", help="Cấp quyền lần đầu (hoặc cấp lại) cho trợ lý gửi tin bằng Official Account.")
def oa(
    callback: str = typer.Option("", help="Callback URL đã khai trong trang quản lý ứng dụng [DONDOC_PUBLIC_URL]."),
    code: str = typer.Option("", help="Mã hoặc địa chỉ của lần cấp quyền; không ghi thì lệnh sẽ hỏi."),
    challenge: bool = typer.Option(True, help="Có dùng Code challenge hay không."),
) -> None:
    """Prints the address at which an administrator consents, takes the code, and keeps the pair of tokens where later
    ones are kept. Exit 1 when the service does not give one, 2 when the settings do not allow it."""
    settings = read_settings()
    from bot.channels.failures import Failure, Unauthorized
    from bot.channels.zalo_oa import consent
    from bot.cli.wording import zalo as words

    redirect = callback or settings.public_url or ""
    if settings.zalo_oa_app_id is None or settings.zalo_oa_app_secret is None or not redirect:
        typer.echo(words.NO_CALLBACK if settings.zalo_oa_app_id and not redirect else words.NOT_SET, err=True)
        raise typer.Exit(2)
    verifier = consent.verifier_of(settings.zalo_oa_app_secret.get_secret_value()) if challenge else ""
    shown, state = consent.challenge_of(verifier) if challenge else "", secrets.token_urlsafe(12)
    address = consent.address(settings.zalo_oa_oauth_base, settings.zalo_oa_app_id, redirect, shown, state)
    if not code:
        steps = {"callback": redirect, "challenge": shown or words.NO_CHALLENGE, "address": address}
        typer.echo(words.STEPS.format(**steps))
        code = typer.prompt(words.ASK)
    try:
        asyncio.run(_consented(settings, consent.code_in(code, state), verifier))
    except consent.NotTheCode:
        typer.echo(words.NOT_THE_CODE, err=True)
        raise typer.Exit(1) from None
    except Unauthorized as error:
        typer.echo(words.REFUSED.format(error=error.description), err=True)
        raise typer.Exit(1) from None
    except Failure as error:
        typer.echo(words.AWAY.format(error=error.description), err=True)
        raise typer.Exit(1) from None
    typer.echo(words.KEPT)


async def _consented(settings: Settings, code: str, verifier: str) -> None:
    import httpx

    from bot.channels.zalo_oa.tokens import tokens_of
    from bot.clock import clock_for
    from bot.opening import opened

    clock = clock_for(settings.now)
    async with opened(settings, clock(), set_aside) as database, httpx.AsyncClient() as client:
        await tokens_of(settings, database, clock).consented(client, code, verifier)
