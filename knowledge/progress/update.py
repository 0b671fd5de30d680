"""What a progress message says, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ErrorCode = Literal["unknown_task", "missing_task", "bad_percent", "ambiguous", "empty"]
StatusCode = Literal["not_started", "in_progress", "blocked", "done"]


@dataclass(frozen=True, slots=True)
class Update:
    """What one message says of one task. `percent` 0–100 or None; `status` only when said in words (or implied: "đã
    xong" is done and 100); `note` the rest, as typed; `period` the occurrence named ("2025"), "" for none; `plan`
    the plan's id, "" for the one that is spoken of."""

    task: str
    percent: float | None
    status: StatusCode | None
    note: str | None
    period: str = ""
    plan: str = ""


def implied_status(update: Update) -> StatusCode | None:
    """The status that an update amounts to: the one it says, else what its percentage implies."""
    if update.status or update.percent is None:
        return update.status
    return "done" if update.percent == 100 else "not_started" if update.percent == 0 else "in_progress"


@dataclass(frozen=True, slots=True)
class Reading:
    """Either `updates` (one or several tasks in a message) or an `error` with the codes that may be meant.

    `rest`: for `ambiguous`/`missing_task`/`unknown_task`, the percent, status and note that were understood, so that
    choosing a task completes the update (its `task` is ""); None when the percent is what is in doubt.
    `empty` with one candidate: the task was named, what is new was not. `corrects`: for `missing_task`, the words say
    that the figure replaces the one sent before ("nhầm, 50%").
    """

    updates: tuple[Update, ...] = ()
    error: ErrorCode | None = None
    candidates: tuple[str, ...] = ()
    rest: Update | None = None
    corrects: bool = False
