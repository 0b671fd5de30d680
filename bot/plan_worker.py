"""Reads one plan document from standard input and writes what it found as JSON: the process that may be killed.

    python -m bot.plan_worker YEAR MEGABYTES [SUFFIX] < FILE

Files come from outside, so their parsers run here, with a limit on memory, and never in the bot itself.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from knowledge.importing.problems import Problem
    from knowledge.importing.returned import Returned
    from knowledge.model import Plan

STRUCTURED = (".yaml", ".yml", ".json")
"""Suffixes of files that are a plan already."""


MARK_ONLY = "mark"
"""In the place of a suffix: only a mark of secrecy is looked for, and `true` or `false` written."""


def main() -> None:
    """Reads, and writes what it found."""
    year, megabytes = int(sys.argv[1]), int(sys.argv[2])
    suffix = sys.argv[3] if len(sys.argv) > 3 else ""
    _limit(megabytes)
    sys.stdout.write(found_in(sys.stdin.buffer.read(), year, suffix))


def found_in(data: bytes, year: int, suffix: str) -> str:
    """What is written about a file's bytes: {"plan": …, "problems": […], "returned": …}, or `true` or `false` for
    MARK_ONLY. May raise, and take any time and memory."""
    if suffix == MARK_ONLY:
        from knowledge.importing.reading import is_classified

        return json.dumps(is_classified(data))
    plan, problems, returned = _read(data, year, suffix)
    found = [{**asdict(problem), "data": dict(problem.data)} for problem in problems]
    answer: dict[str, Any] = {
        "plan": plan.model_dump(mode="json") if plan is not None else None,
        "problems": found,
        "returned": {"draft": returned.draft, "sheets": dict(returned.sheets)} if returned is not None else None,
    }
    return json.dumps(answer)


def _read(data: bytes, year: int, suffix: str) -> tuple[Plan | None, list[Problem], Returned | None]:
    from knowledge.importing.plan_of import plan_of
    from knowledge.importing.reading import Refused, read_document
    from knowledge.importing.returned import MARK, read_returned
    from knowledge.importing.yaml_plan import read_plan

    if suffix in STRUCTURED:
        return *read_plan(data, doubting=True), None
    try:
        document = read_document(data)
    except Refused as refusal:
        return None, [refusal.problem], None
    if any(MARK in cell for block in document.blocks[:60] for cell in _texts(block)):
        returned = read_returned(data)
        if returned is not None:
            return None, [], returned
    return *plan_of(document, year), None


def _texts(block: Any) -> list[str]:
    from knowledge.importing.tables import Paragraph

    return [block.text] if isinstance(block, Paragraph) else [cell for row in block.rows for cell in row.cells]


def _limit(megabytes: int) -> None:
    """Caps the memory of this process where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024**2, megabytes * 1024**2))


if __name__ == "__main__":
    main()
