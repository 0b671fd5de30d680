"""A plan document of any kind → plan and problems, read in a child process with limits of time and memory."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from bot.plan_worker import MARK_ONLY, STRUCTURED
from handlers.outside import PlanReading
from knowledge.importing.problems import Problem
from knowledge.importing.reading import MAX_PDF
from knowledge.importing.returned import Returned
from knowledge.model import Plan

TIMEOUT_S = 60.0
MEMORY_MB = 1024
_HOME = Path(__file__).parent.parent


def read_plan_document(
    data: bytes, year: int, *, timeout_s: float = TIMEOUT_S, memory_mb: int = MEMORY_MB
) -> tuple[Plan | None, list[Problem]]:
    """The plan in a document's bytes and every problem found; None where it could not be read at all.

    `year` stands in where the document names none. A plan that comes with an error among the problems is for looking
    at only. Never raises, whatever the bytes.
    """
    if len(data) > MAX_PDF:
        return None, [_too_large()]
    command = _command(year, memory_mb, "")
    try:
        ran = subprocess.run(command, input=data, capture_output=True, timeout=timeout_s, check=False, cwd=_HOME)
    except subprocess.TimeoutExpired:
        return None, [Problem("too_slow")]
    read = _reading(ran.stdout)
    if read.returned is not None:
        return None, [Problem("checking_workbook")]
    return read.plan, list(read.problems)


async def reading_of(data: bytes, name: str, year: int, *, timeout_s: float = TIMEOUT_S) -> PlanReading:
    """As `read_plan_document`, for a file that came in a chat: beside the loop, a plan file by the suffix of its
    `name`, and a checking workbook as what it is. Cancelled, it ends the child."""
    if len(data) > MAX_PDF:
        return PlanReading(None, (_too_large(),))
    suffix = Path(name).suffix.lower()
    command = _command(year, MEMORY_MB, suffix if suffix in STRUCTURED else "")
    try:
        written = await _written(command, data, timeout_s)
    except TimeoutError:
        return PlanReading(None, (Problem("too_slow"),))
    return await asyncio.to_thread(_reading, written)


async def is_marked(data: bytes, *, timeout_s: float = TIMEOUT_S) -> bool:
    """Whether the first page of a document bears a mark of secrecy; False where its text cannot be read."""
    try:
        return await _written(_command(0, MEMORY_MB, MARK_ONLY), data, timeout_s) == b"true"
    except TimeoutError:
        return False


async def _written(command: list[str], data: bytes, timeout_s: float) -> bytes:
    """What a child writes about the data. Raises TimeoutError. Cancelled, it ends the child."""
    child = await asyncio.create_subprocess_exec(
        *command,
        cwd=_HOME,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(timeout_s):
            written, _ = await child.communicate(data)
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    return written


def _command(year: int, memory_mb: int, suffix: str) -> list[str]:
    return [sys.executable, "-m", "bot.plan_worker", str(year), str(memory_mb), suffix]


def _too_large() -> Problem:
    return Problem("too_large", data={"limit": str(MAX_PDF // 1024**2)})


def _reading(written: bytes) -> PlanReading:
    try:
        answer: dict[str, Any] = json.loads(written)
    except ValueError:
        return PlanReading(None, (Problem("reader_failed"),))
    plan = Plan.model_validate(answer["plan"]) if answer["plan"] is not None else None
    return PlanReading(plan, tuple(map(_problem, answer["problems"])), _returned(answer["returned"]))


def _problem(found: dict[str, Any]) -> Problem:
    return Problem(**{**found, "path": tuple(found["path"])})


def _returned(found: dict[str, Any] | None) -> Returned | None:
    if found is None:
        return None
    sheets = {name: tuple(tuple(row) for row in rows) for name, rows in found["sheets"].items()}
    return Returned(found["draft"], sheets)
