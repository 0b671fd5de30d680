"""Reads one plan document from standard input and writes what it found as JSON: the process that may be killed.

    python -m bot.plan_worker YEAR MEGABYTES < FILE

Files come from outside, so their parsers run here, with a limit on memory, and never in the bot itself.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.importing.problems import Problem
    from knowledge.model import Plan


def main() -> None:
    """Reads, and writes {"plan": …, "problems": […]}."""
    year, megabytes = int(sys.argv[1]), int(sys.argv[2])
    _limit(megabytes)
    from knowledge.importing.plan_of import plan_of
    from knowledge.importing.reading import Refused, read_document

    plan: Plan | None = None
    problems: list[Problem] = []
    try:
        plan, problems = plan_of(read_document(sys.stdin.buffer.read()), year)
    except Refused as refusal:
        problems = [refusal.problem]
    found = [{**asdict(problem), "data": dict(problem.data)} for problem in problems]
    document = plan.model_dump(mode="json") if plan is not None else None
    sys.stdout.write(json.dumps({"plan": document, "problems": found}))


def _limit(megabytes: int) -> None:
    """Caps the memory of this process where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024**2, megabytes * 1024**2))


if __name__ == "__main__":
    main()
