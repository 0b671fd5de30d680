"""Plans as storage keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan as loaded: `document` is the JSON of knowledge.model.Plan. What fell due before `followed_from` is
    "trước khi theo dõi": askable and completable, never reminded. `ends`: last day on which yearly work recurs."""

    id: str
    version: int
    document: str
    followed_from: date
    ends: date
    active: bool
    loaded: datetime


@dataclass(frozen=True, slots=True)
class PlanHead:
    """A plan without its document, as in StoredPlan."""

    id: str
    version: int
    followed_from: date
    ends: date
