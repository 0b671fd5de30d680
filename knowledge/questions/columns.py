"""Columns that a plan has beside those of every plan, asked for by their headings: "vốn nào", "lãnh đạo nào"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from knowledge.lexicon.asking import WHICH_OR_WHERE
from knowledge.lexicon.plan_parts import MONEY, WHENCE_IT_COMES
from knowledge.model import Plan
from knowledge.texts import columns_of
from knowledge.vietnamese import fold


class Columns:
    """The headings of such columns of one plan: what most rows have."""

    def __init__(self, plan: Plan) -> None:
        counted = Counter(column.split(":", 1)[0] for task in plan.tasks for column in columns_of(task))
        labels = [label for label, rows in counted.items() if 2 * rows > len(plan.tasks)]
        self._words = {word for label in labels for word in fold(label).split()}
        if not MONEY.isdisjoint(self._words):
            self._words |= MONEY

    def asked(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """(place, length) of each heading with the word that asks behind it: "nguồn vốn nào", "tiền từ nguồn gì"."""
        if self._words.isdisjoint(words):
            return
        for end, word in enumerate(words):
            begin = end
            while begin and (words[begin - 1] in self._words or words[begin - 1] in WHENCE_IT_COMES):
                begin -= 1
            if word in WHICH_OR_WHERE and not self._words.isdisjoint(words[begin:end]):
                yield begin, end + 1 - begin
