"""The verbs of the command line: each is found by its name alone, and no other is imported for it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from bot.cli import MODULES, Verbs, app
from bot.settings import DEFAULT_PLAN

VERBS = [
    "ask",
    "chat",
    "backup",
    "restore",
    "db",
    "deadline",
    "doctor",
    "eval",
    "lexicon",
    "invite",
    "plan",
    "progress",
    "remind",
    "report",
    "serve",
    "zalo",
]


def test_the_help_names_every_verb() -> None:
    shown = CliRunner().invoke(app, ["--help"]).output
    assert all(f" {verb} " in shown for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_for_a_verb_no_other_module_of_verbs_is_made(verb: str) -> None:
    group = get_command(app)
    assert isinstance(group, Verbs)
    assert group.get_command(None, verb) is not None
    assert len(group.commands) < 4


def test_a_verb_that_is_none_is_answered_with_those_that_are_near() -> None:
    outcome = CliRunner().invoke(app, ["progres"])
    assert outcome.exit_code == 2
    assert "'progress'" in outcome.output


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """The modules of a program that has answered a question about a plan file."""
    asked = ["ask", "II.5", "--plan", str(DEFAULT_PLAN)]
    code = f"import sys; from bot.cli import app; app({asked}, standalone_mode=False); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(ran.stdout.splitlines()[-1].split())


def test_a_question_at_the_command_line_imports_no_other_verb(loaded: set[str]) -> None:
    assert {f"bot.cli.{module}" for module in MODULES} & loaded == {"bot.cli.ask"}


def test_a_question_at_the_command_line_imports_nothing_that_keeps_data(loaded: set[str]) -> None:
    assert not {"storage.records", "storage.unit_of_work", "scheduler", "sqlalchemy"} & loaded
