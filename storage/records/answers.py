"""Questions and answers as storage keeps them, and the words of the house."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class InquiryKind(StrEnum):
    """Why a question is kept: it was passed to the office; nothing was found; the answer was called wrong."""

    ASKED = "asked"
    UNFOUND = "unfound"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question that waits for the office. `said`: what the bot had answered; `understood`: how it had understood the
    question; `member_id`: who asked (None for what merely found nothing); `reply`: the office's answer, "" while it is
    open."""

    id: int
    plan: str
    kind: InquiryKind
    question: str
    said: str
    member_id: int | None
    created: datetime
    open: bool
    reply: str = ""
    answered_by: int | None = None
    answered: datetime | None = None
    understood: str = ""


@dataclass(frozen=True, slots=True)
class FaqEntry:
    """An answer that the office wrote once and that everybody gets from then on who asks one of `questions`. `source`:
    the paper that the office cites, "" for none; `version`: the plan's when it was written; `supersedes`: the entry
    in whose place it came."""

    id: int
    plan: str
    questions: tuple[str, ...]
    answer: str
    source: str
    version: int
    member_id: int
    member_name: str
    at: datetime
    supersedes: int | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class VocabularyEntry:
    """A word that the office added for a plan; `kind` and `meant` as in knowledge.vocabulary.Word. `member_id` None:
    added on the command line."""

    id: int
    plan: str
    kind: str
    said: str
    meant: str
    member_id: int | None
    at: datetime
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted record: its words and place in the plan's version of the day, found again by its short code."""

    code: str
    plan: str
    version: int
    record: str
    text: str
    place: str
    at: datetime
