"""Repositories of questions, answers and words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from storage.records import FaqEntry, Inquiry, InquiryKind, Quote, VocabularyEntry


class Inquiries(Protocol):
    """Questions for the office."""

    async def add(
        self,
        *,
        plan: str,
        kind: InquiryKind,
        question: str,
        folded: str,
        said: str,
        member_id: int | None,
        now: datetime,
        understood: str = "",
    ) -> Inquiry:
        """`folded`: the question as it is recognised again when others ask the same."""

    async def get(self, inquiry_id: int) -> Inquiry | None: ...
    async def waiting(self, plan: str) -> list[Inquiry]:
        """Asked or called wrong and not answered yet, oldest first."""

    async def unfound(self, plan: str, *, limit: int = 20) -> list[tuple[str, int]]:
        """Questions that found nothing, with how often, the most frequent first."""

    async def settle(self, inquiry_id: int, reply: str, by: int, now: datetime) -> bool:
        """Answers it ("": nothing to answer); False when it was settled before."""

    async def dismiss_unfound(self, plan: str, folded: str, by: int, now: datetime) -> int:
        """Settles a question that found nothing, however often it was asked; how often that was."""

    async def restore_unfound(self, plan: str, folded: str) -> None:
        """Takes that back."""


class Faq(Protocol):
    """Answers that the office keeps for everybody. One that is withdrawn stays, and can be put back."""

    async def add(
        self,
        *,
        plan: str,
        questions: Sequence[str],
        answer: str,
        source: str,
        version: int,
        member_id: int,
        now: datetime,
        supersedes: int | None = None,
    ) -> FaqEntry:
        """`supersedes`: the entry in whose place it comes, which is withdrawn."""

    async def get(self, entry_id: int) -> FaqEntry | None: ...
    async def of_plan(self, plan: str) -> list[FaqEntry]:
        """Entries that stand, the newest first."""

    async def set_withdrawn(self, entry_id: int, withdrawn: bool) -> bool:
        """Withdraws an entry or puts it back; False when it stood so already."""


class Vocabulary(Protocol):
    """Words that the office added for a plan. One that is taken out stays, and can be put back."""

    async def add(
        self, plan: str, kind: str, said: str, meant: str, member_id: int | None, now: datetime
    ) -> VocabularyEntry: ...
    async def get(self, entry_id: int) -> VocabularyEntry | None: ...
    async def of_plan(self, plan: str) -> list[VocabularyEntry]:
        """Words in use, oldest first."""

    async def set_withdrawn(self, entry_id: int, withdrawn: bool) -> bool:
        """Takes a word out or puts it back; False when it stood so already."""


class Quotes(Protocol):
    """Checkable quotes."""

    async def put(self, quote: Quote) -> Quote:
        """Keeps the quote; the earlier one when the same words of the same version were quoted before."""

    async def get(self, code: str) -> Quote | None: ...
