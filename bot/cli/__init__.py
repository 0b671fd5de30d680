"""The command line: `dondoc VERB`. Each verb lives in a module of its own and imports what it needs when it runs,
so that `dondoc ask` starts fast."""

from __future__ import annotations

import importlib

import typer

app = typer.Typer(
    name="dondoc",
    help="Đôn Đốc: trợ lý theo dõi kế hoạch của cơ quan.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

MODULES = (
    "ask",
    "chat",
    "database",
    "deadline",
    "doctor",
    "evaluate",
    "lexicon",
    "people",
    "plan",
    "progress",
    "remind",
    "report",
    "serve",
    "zalo",
)
"""Modules of this package; each has `register(app)`, which adds its verbs."""

for _name in MODULES:
    importlib.import_module(f"bot.cli.{_name}").register(app)


def main() -> None:
    """Entry point of the `dondoc` program."""
    app()
