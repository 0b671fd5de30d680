"""A plan document of any kind → plan and problems, read in a child process with limits of time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from knowledge.importing.problems import Problem
from knowledge.importing.reading import MAX_PDF
from knowledge.model import Plan

STRUCTURED = (".yaml", ".yml", ".json")
"""Suffixes of files that are a plan already."""
TIMEOUT_S = 60.0
MEMORY_MB = 1024


def read_plan_document(
    data: bytes, year: int, *, timeout_s: float = TIMEOUT_S, memory_mb: int = MEMORY_MB
) -> tuple[Plan | None, list[Problem]]:
    """The plan in a document's bytes and every problem found; None where it could not be read at all.

    `year` stands in where the document names none. A plan that comes with an error among the problems is for looking
    at only. Never raises, whatever the bytes.
    """
    if len(data) > MAX_PDF:
        return None, [Problem("too_large", data={"limit": str(MAX_PDF // 1024**2)})]
    command = [sys.executable, "-m", "bot.plan_worker", str(year), str(memory_mb)]
    home = Path(__file__).parent.parent
    try:
        ran = subprocess.run(command, input=data, capture_output=True, timeout=timeout_s, check=False, cwd=home)
    except subprocess.TimeoutExpired:
        return None, [Problem("too_slow")]
    try:
        answer: dict[str, Any] = json.loads(ran.stdout)
    except ValueError:
        return None, [Problem("reader_failed")]
    plan = Plan.model_validate(answer["plan"]) if answer["plan"] is not None else None
    return plan, [_problem(found) for found in answer["problems"]]


def _problem(found: dict[str, Any]) -> Problem:
    return Problem(**{**found, "path": tuple(found["path"])})
