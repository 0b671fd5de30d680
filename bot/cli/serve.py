"""Verb `dondoc serve`: the bot itself, on every channel that has a token."""

from __future__ import annotations

import asyncio

import typer
from pydantic import ValidationError

from bot.cli.failing import told
from bot.cli.wording import serve as said
from bot.settings import Settings


def register(app: typer.Typer) -> None:
    """Adds the verbs of this module."""
    app.command("serve", help="Chạy trợ lý trên các kênh đã cấu hình.")(serve)


def read_settings() -> Settings:
    """The settings, or exit 2 with what is wrong with them."""
    try:
        return Settings()
    except ValidationError as error:
        typer.echo(said.SETTINGS, err=True)
        for problem in error.errors(include_url=False, include_input=False, include_context=False):
            name = "_".join(str(part) for part in problem["loc"]).upper()
            typer.echo(f"  DONDOC_{name}: {problem['msg']}", err=True)
        raise typer.Exit(2) from None


def secrets_of(settings: Settings) -> list[str]:
    """The values that must not be logged."""
    kept = (
        settings.telegram_token,
        settings.zalo_bot_token,
        settings.zalo_oa_app_secret,
        settings.zalo_oa_secret_key,
        settings.zalo_oa_refresh_token,
        settings.webhook_secret,
    )
    return [secret.get_secret_value() for secret in kept if secret is not None]


def serve() -> None:
    """Serves until SIGTERM or SIGINT. Exit 2 when the settings do not allow it."""
    settings = read_settings()
    if not any((settings.telegram_token, settings.zalo_bot_token, settings.zalo_oa_app_id)):
        typer.echo(said.NO_CHANNEL, err=True)
        raise typer.Exit(2)
    from bot import app, logs
    from bot.channels.base import ServiceRefused, TokenRefused

    logs.configure(settings.log_format, secrets_of(settings))
    try:
        with told():
            asyncio.run(app.run(settings))
    except TokenRefused as error:
        typer.echo(said.TOKEN.format(channel=error), err=True)
        raise typer.Exit(2) from None
    except ServiceRefused as error:
        typer.echo(said.REFUSED.format(channel=error, reason=error.reason), err=True)
        raise typer.Exit(2) from None
