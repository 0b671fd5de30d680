"""What keeps a verb from running, said in a line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from bot.cli.wording import common as said

if TYPE_CHECKING:
    from bot.plan_file import PlanFileError


def set_aside(error: PlanFileError) -> None:
    """Says that the plan file cannot be used, for a verb that does without it."""
    typer.echo(said.PLAN_FILE.format(path=error.path), err=True)


@contextmanager
def told() -> Iterator[None]:
    """Ends the program with a sentence where the plan file or the database cannot be used."""
    from bot.plan_file import PlanFileError
    from storage.errors import StorageError

    try:
        yield
    except PlanFileError as error:
        typer.echo(said.PLAN_FILE.format(path=error.path), err=True)
        raise typer.Exit(2) from None
    except StorageError as error:
        typer.echo(said.DATABASE.format(error=type(error).__name__), err=True)
        raise typer.Exit(1) from error
