"""Which lines of running text are to be reached: by the headings above them, and by points that head others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.importing.points import UNMARKED, level_of
from knowledge.lexicon import outlines as words
from knowledge.vietnamese import fold

_HEAD = re.compile(
    r"^(?:[^\w\s]|[a-zđ][.)/]|\d{1,2}(?:\.\d{1,2})*[.)/]?)?\s*(?P<title>[^\d:;.]{4,60}?)\s*(?::\s*(?P<rest>.*))?$"
)
"""A line that heads others, or begins with what it is about: "a) Mục tiêu", "2. Mục tiêu cụ thể: …"."""
_SECTION = -1
"""The level of a heading without a mark: it holds for all points after it."""


def sets_aims(titles: Sequence[str]) -> bool | None:
    """Whether what stands under these headings is to be reached, by the innermost that says so; None where it tells
    how things stand."""
    for title in map(fold, reversed(titles)):
        aims = _aims_in(title)
        stands, work = words.RESULTS.search(title), words.WORK.search(title)
        if stands and not any(m.start() < stands.start() for m in [*aims, *([work] if work else [])]):
            return None
        if aims or work:
            return bool(aims)
    return False


class Aims:
    """Whether the lines under a heading are aims; they are asked for one after the other."""

    def __init__(self, titles: Sequence[str]) -> None:
        self._whole = sets_aims(titles) is True
        self._heads: list[tuple[int, bool]] = []

    def of(self, line: str) -> bool:
        """Whether what this line says is to be reached."""
        level = level_of(line)
        if level < UNMARKED:
            self._heads = [head for head in self._heads if head[0] < level]
        head = _HEAD.match(line)
        marked = level < UNMARKED or line.endswith(":")
        said = _says(head["title"]) if head and marked else None
        if head is not None and said is not None and (said or not head["rest"]):
            at = level if level < UNMARKED else _SECTION
            self._heads = [*(one for one in self._heads if one[0] < at), (at, said)]
        return self._heads[-1][1] if self._heads else self._whole


def _says(title: str) -> bool | None:
    """Whether a point's heading speaks of aims or of work; None where it speaks of neither."""
    plain = fold(title)
    if _aims_in(plain):
        return True
    return False if words.WORK.match(plain) else None


def _aims_in(title: str) -> list[re.Match[str]]:
    return [m for m in words.AIMS.finditer(title) if not words.TOWARDS.search(title[: m.start()])]
