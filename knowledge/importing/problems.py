"""What is wrong with a plan that was handed in: codes and facts, no sentences (handlers/wording/plan.py says them)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong. An "error" keeps the plan out; a "warning" is for the office to look at.

    `code` says what ("unknown_unit"), `data` the facts a sentence needs ({"unit": "ABC"}). `path` is where in the
    file's structure (("tasks", 3, "lead")), `line` where in its text (1-based, None when there is no text to point
    at), `subject` the code of the record concerned ("II.5"), when it has one.
    """

    code: str
    path: Path = ()
    line: int | None = None
    severity: Severity = "error"
    subject: str = ""
    data: Mapping[str, str] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """The path as people write it: "tasks[3].lead"."""
        text = ""
        for part in self.path:
            text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
        return text


def errors(problems: list[Problem]) -> list[Problem]:
    """Those that keep the plan out."""
    return [problem for problem in problems if problem.severity == "error"]
