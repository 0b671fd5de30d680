"""Columns that a plan has beside those of every plan, asked for by their headings: "vốn nào", "lãnh đạo nào"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.lexicon.asking import INTERROGATIVE
from knowledge.lexicon.plan_parts import MONEY, WHENCE_IT_COMES
from knowledge.model import Plan
from knowledge.texts import columns_of
from knowledge.vietnamese import fold


class Columns:
    """The headings of such columns of one plan."""

    def __init__(self, plan: Plan) -> None:
        labels = {column.split(":", 1)[0] for task in plan.tasks for column in columns_of(task)}
        self._words = {word for label in labels for word in fold(label).split()}
        if not MONEY.isdisjoint(self._words):
            self._words |= MONEY

    def asked(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """(place, length) of each heading with the word that asks behind it: "nguồn vốn nào", "tiền từ nguồn gì"."""
        for end, word in enumerate(words):
            begin = end
            while begin and words[begin - 1] in (self._words | WHENCE_IT_COMES):
                begin -= 1
            if word in INTERROGATIVE and not self._words.isdisjoint(words[begin:end]):
                yield begin, end + 1 - begin
