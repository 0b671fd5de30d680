"""The command line: `dondoc VERB`. Each verb lives in a module of its own, which is imported when the verb is asked for
and imports what it needs when it runs, so that `dondoc ask` starts fast."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_group

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

_NOT_BY_NAME = {"db": "database", "backup": "database", "restore": "database", "eval": "evaluate", "invite": "people"}
"""Verbs, and their modules, where these have another name."""


class Verbs(TyperGroup):
    """The verbs of a program, of which only the one that is asked for is made; all of them for the help."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        module = _NOT_BY_NAME.get(cmd_name, cmd_name)
        self._make(module if module in MODULES else None)
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: Any) -> list[str]:
        self._make()
        return super().list_commands(ctx)

    def _make(self, only: str | None = None) -> None:
        for module in (only,) if only else MODULES:
            self.commands.update(_verbs_of(module))


@cache
def _verbs_of(module: str) -> Any:
    """The commands of a module by their names."""
    own = typer.Typer()
    import_module(f"bot.cli.{module}").register(own)
    return get_group(own).commands


app = typer.Typer(
    name="dondoc",
    help="Đôn Đốc: trợ lý theo dõi kế hoạch của cơ quan.",
    cls=Verbs,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def _program() -> None:
    """All that is done, is done by a verb."""


def main() -> None:
    """Entry point of the `dondoc` program."""
    # We have no plugins of pydantic; it would look for them in all packages that are installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    app()
