"""Verb `dondoc doctor`: what is right and wrong with this installation."""

from __future__ import annotations

import asyncio

import typer

from bot.cli.serve import read_settings


def register(app: typer.Typer) -> None:
    """Adds the verbs of this module."""
    app.command("doctor", help="Kiểm tra cài đặt: cấu hình, dữ liệu, kế hoạch, giờ, Telegram.")(doctor)


def doctor() -> None:
    """Prints a table of findings. Exit 1 when one of them is bad, 2 when the settings cannot be read."""
    settings = read_settings()
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from bot.checkup import examine
    from bot.finding import Finding
    from handlers.wording import doctor as words

    async def collect() -> list[Finding]:
        return [finding async for finding in examine(settings)]

    findings = asyncio.run(collect())
    table = Table(title=words.TITLE)
    for column in words.COLUMNS:
        table.add_column(column)
    style = {"good": "green", "note": "yellow", "bad": "bold red"}
    for finding in findings:
        table.add_row(finding.subject, Text(words.STATES[finding.state], style[finding.state]), Text(finding.detail))
    Console().print(table)
    if any(finding.state == "bad" for finding in findings):
        raise typer.Exit(1)
