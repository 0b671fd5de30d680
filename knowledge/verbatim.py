"""What of a plan is quoted word for word: runs of words, soft ones too, that one record prints in this order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

RUN = 4
"""So many words in the printed order are a quotation, where only one record has them; numbers may stand anywhere."""


class Quoted(NamedTuple):
    """Words of a question that are quoted, by their places, and the record (its place in the index) that has them."""

    record: int
    places: frozenset[int]


class Verbatim:
    """The runs of words of some texts, each with the record that has it; records in pieces count once."""

    def __init__(self) -> None:
        self._runs: dict[tuple[str, ...], tuple[int, str] | None] = {}
        """A run → the record that has it, with its code; None where several have it."""

    def add(self, record: int, code: str, words: Sequence[str]) -> None:
        """A text of a record; `code`: that which the record's pieces share."""
        runs, mine = self._runs, (record, code)
        for run in _runs_of(words):
            other = runs.get(run, mine)
            runs[run] = mine if other and other[1] == code else None

    def quoted(self, words: Sequence[str]) -> list[Quoted]:
        """What a question quotes, a record at a time."""
        found: dict[int, set[int]] = defaultdict(set)
        for at, run in enumerate(_runs_of(words)):
            has = self._runs.get(run)
            if has and not any(map(str.isdigit, run)):
                found[has[0]].update(range(at, at + RUN))
        return [Quoted(record, frozenset(places)) for record, places in found.items()]


def _runs_of(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[first:] for first in range(RUN)), strict=False)
