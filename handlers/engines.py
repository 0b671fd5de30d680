"""Engines that answer questions about a plan in an office's own words too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from knowledge.answers import Engine
from knowledge.lexicon.questions import lexicon
from knowledge.model import Plan
from knowledge.vocabulary import Word, WordKind, extended, with_names

if TYPE_CHECKING:
    from storage.records import VocabularyEntry


def engine_with(plan: Plan, entries: Sequence[VocabularyEntry]) -> Engine:
    """An answer engine for the plan that knows the office's words."""
    words = [Word(WordKind(entry.kind), entry.said, entry.meant) for entry in entries]
    return Engine(with_names(plan, words, lexicon()), extended(lexicon(), words))
