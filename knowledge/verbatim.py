"""What of a plan is quoted word for word: runs of words, soft ones too, that one record prints in this order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
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
        self._runs: dict[tuple[str, ...], dict[str, int]] = defaultdict(dict)

    def add(self, record: int, code: str, words: Sequence[str]) -> None:
        """A text of a record; `code`: that which the record's pieces share."""
        for at in range(len(words) - RUN + 1):
            self._runs[tuple(words[at : at + RUN])][code] = record

    def quoted(self, words: Sequence[str]) -> list[Quoted]:
        """What a question quotes, a record at a time."""
        found: dict[int, set[int]] = defaultdict(set)
        for at, run in enumerate(zip(*(words[first:] for first in range(RUN)), strict=False)):
            records = self._runs.get(run)
            if records and len(records) == 1 and not any(map(str.isdigit, run)):
                found[next(iter(records.values()))].update(range(at, at + RUN))
        return [Quoted(record, frozenset(places)) for record, places in found.items()]
