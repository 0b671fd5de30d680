"""What a progress message says: "/tiendo II.5 60% đã trình UBND tỉnh", its variants, and the plain sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from knowledge.model import Plan

ErrorCode = Literal["unknown_task", "missing_task", "bad_percent", "ambiguous", "empty"]
StatusCode = Literal["not_started", "in_progress", "blocked", "done"]


@dataclass(frozen=True, slots=True)
class Update:
    """What one message says of one task. `percent` 0–100 or None; `status` only when said in words (or implied: "đã
    xong" is done and 100); `note` the rest, as typed; `period` the occurrence named ("2025"), "" for none."""

    task: str
    percent: float | None
    status: StatusCode | None
    note: str | None
    period: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Either `updates` (one or several tasks in a message) or an `error` with the codes that may be meant.

    `rest`: for `ambiguous`/`missing_task`, the percent, status and note that were understood, so that choosing a
    task completes the update (its `task` is "").
    """

    updates: tuple[Update, ...] = ()
    error: ErrorCode | None = None
    candidates: tuple[str, ...] = ()
    rest: Update | None = None


def read(text: str, plan: Plan, *, commanded: bool) -> Reading:
    """Reads a message. `commanded`: it was typed after /tiendo (the command word removed or not), so it is an update
    or an error; otherwise a plain sentence, and a question or chat gives error "empty". Never raises."""
    raise NotImplementedError


def codes_like(text: str, plan: Plan) -> tuple[str, ...]:
    """Task codes that a typed code may mean, best first ("2.5" → II.5; "2.1" → II.1, VI.2.1; "II.05" → II.5);
    when none fits exactly, empty."""
    raise NotImplementedError


def nearest_codes(text: str, plan: Plan, limit: int = 3) -> tuple[str, ...]:
    """Codes nearest to one that the plan does not have, for "ý đồng chí là …?"."""
    raise NotImplementedError
