"""Repositories of plans."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from storage.records import PlanHead, StoredPlan


class Plans(Protocol):
    """Loaded plans and their versions."""

    async def active(self) -> list[StoredPlan]:
        """The plans that are followed, the one that was loaded first coming first."""

    async def active_heads(self) -> list[PlanHead]:
        """Those of `active`, without their documents."""

    async def active_ids(self) -> list[str]:
        """The ids of `active`."""

    async def all(self) -> list[StoredPlan]:
        """Archived ones too."""

    async def get(self, plan_id: str) -> StoredPlan | None: ...
    async def put(self, plan_id: str, document: str, followed_from: date, ends: date, now: datetime) -> StoredPlan:
        """Loads a plan, or a further version of it (followed_from and ends of the first loading stand). The same
        document again is no further version. An archived plan is followed again."""

    async def version(self, plan_id: str, version: int) -> StoredPlan | None:
        """The plan with the document that it had in that version (1 is the first)."""

    async def as_of(self, plan_id: str, moment: datetime) -> StoredPlan | None:
        """The plan with the document that stood at that moment; None before it was loaded."""

    async def set_active(self, plan_id: str, active: bool) -> None:
        """Archives a plan, or takes it up again."""

    async def set_followed_from(self, plan_id: str, day: date) -> None: ...
    async def set_ends(self, plan_id: str, day: date) -> None: ...
