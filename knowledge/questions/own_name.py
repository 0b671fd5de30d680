"""The plan's own name and years in a question that looks into it: "trong kế hoạch CCHC 2021–2025 có mấy việc"."""

from __future__ import annotations

from collections.abc import Sequence, Set

from knowledge.lexicon.own_name import BEFORE, LOOKS_INTO, OF, SPAN
from knowledge.model import Plan
from knowledge.questions.question import find
from knowledge.search import Index

_HEAD = 2
"""Words that say what sort of paper a plan is: "kế hoạch"."""
_NAMED = 4
"""So many words of its title name a plan."""


class OwnName:
    """Finds the name and the years of one plan, which narrow none of what is in it."""

    def __init__(self, plan: Plan, index: Index) -> None:
        self._title = tuple(map(str, index.words(plan.title)))
        self._issuer = tuple(map(str, index.words(plan.issuer)))
        span = (str(plan.starts), str(plan.period_ends))
        printed = any(all(year in task.deadline for year in span) for task in plan.tasks)
        self._span = () if printed or plan.starts == plan.period_ends else span

    def places(self, words: Sequence[str], asks: Set[str], things: Set[str]) -> set[int]:
        """The places of the plan's name, where things in it are listed or counted."""
        if things.isdisjoint((*LOOKS_INTO, "target")) or asks.isdisjoint(("list", "count", "show")):
            return set()
        if find(words, self._title[:_HEAD]) < 0:
            return set()
        begins = (at for at in range(len(words)) if not at or words[at - 1] in BEFORE)
        at, length = next(((at, n) for at in begins if (n := _same(words[at:], self._title)) >= _NAMED), (0, 0))
        end = at + length
        if length and words[end : end + 1] and words[end] in OF:
            end += 1 + _same(words[end + 1 :], self._issuer)
        return set(range(at, end))

    def years(self, words: Sequence[str], years: tuple[int, ...], things: Set[str]) -> tuple[int, ...]:
        """The years that are asked about: not those of the whole plan ("giai đoạn 2021-2025"), in which its tasks
        lie; a target has one of them."""
        if len(years) < len(self._span) or "target" in things or things.isdisjoint(LOOKS_INTO):
            return years
        whole = any(found.groups() == self._span for found in SPAN.finditer(" ".join(words)))
        return tuple(y for y in years if str(y) not in self._span) if whole else years


def _same(words: Sequence[str], wanted: Sequence[str]) -> int:
    """How many words two begin with alike."""
    pairs = list(zip(words, wanted, strict=False))
    return next((at for at, (word, other) in enumerate(pairs) if word != other), len(pairs))
