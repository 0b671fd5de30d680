"""The lines under a heading → its points, each with its own place: "Mục III, điểm 2", "Mục II.3, điểm b"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.importing.marks import NUMBER, mark_of
from knowledge.lexicon import printed_places as places

_MARK = re.compile(r"^(?:(?P<letter>[a-zđ])[.)/]|(?P<dash>[-–•*])|\+)\s+\S")
_NUMBER, _LETTER, _DASH, _PLUS, _NONE = range(5)
"""Levels of marks, the highest first; a line without one is a paragraph."""
UNMARKED = _NONE
_LONG = 900
"""Characters of a point that is divided further where it has points of its own."""
_HEADING = 200
"""Characters of a line that can be the heading of the text below it."""


@dataclass(frozen=True, slots=True)
class Point:
    """One piece: its code under the plan's, the heading that stands above it, its text and its place."""

    code: str
    title: str
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines that belong together, by the mark of the first."""

    level: int
    mark: str
    lines: tuple[str, ...]


def points_of(head: Point, lines: Sequence[str], said: str = "") -> Iterator[Point]:
    """The heading with what stands before its points, then each point; `said` goes with the heading's place."""
    parts = list(_parts(lines))
    opens = bool(parts) and parts[0].level == _NONE and (len(parts) == 1 or parts[1].level < _NONE)
    opening = parts[0].lines if opens else ()
    whole = replace(head, text="\n".join(filter(None, (head.text, *opening))))
    if whole.title or whole.text:
        yield whole
    count = {_DASH: 0, _PLUS: 0, _NONE: 0}
    after = ""  # the code of the point before, and its place
    named = ""
    for part in parts[1:] if opens else parts:
        if part.level == _NONE and after:
            code, place = f"{after}.s", f"{places.AFTER} {named}"
        elif part.level in count:
            count[part.level] += 1
            code = f"{head.code}.{count[part.level]}"
            place = f"{places.PARAGRAPH if part.level == _NONE else places.DASH} {count[part.level]}"
        else:
            code, place = f"{head.code}.{part.mark}", f"{_called(head, part)} {part.mark}"
        if part.level != _NONE:
            after, named = code, place
        yield from _divided(Point(code, "", "\n".join(part.lines), f"{head.place}{said}, {place}"), part.lines)


def _called(head: Point, part: _Part) -> str:
    """Numbered parts of an article are its "khoản"; all others are "điểm"."""
    of_article = part.level == _NUMBER and head.place.startswith(places.ARTICLE)
    return places.CLAUSE if of_article else places.POINT


def _divided(point: Point, lines: Sequence[str]) -> Iterator[Point]:
    """A point, or those under it where it is long and has some."""
    if len(lines) < 2 or len(point.text) <= _LONG:
        yield point
        return
    first = lines[0]
    heads = len(first) <= _HEADING and first[-1] != "."
    yield from points_of(replace(point, title=first if heads else "", text="" if heads else first), lines[1:])


def _parts(lines: Sequence[str]) -> Iterator[_Part]:
    """Lines put together: what is marked lower belongs to what stands above it, and text to a line with a colon."""
    above: _Part | None = None
    for line in lines:
        level, mark = _mark(line)
        if above is not None and above.level < _NONE and above.level < level:
            heads = len(above.lines[0]) <= _HEADING and above.lines[0][-1] == ":"
            if level < _NONE or heads:
                above = replace(above, lines=(*above.lines, line))
                continue
        if above is not None:
            yield above
        above = _Part(level, mark, (line,))
    if above is not None:
        yield above


def level_of(line: str) -> int:
    """The level of the mark that a line begins with, the highest 0; UNMARKED for a paragraph."""
    return _mark(line)[0]


def _mark(line: str) -> tuple[int, str]:
    match = _MARK.match(line)
    if match is None:
        numbered = mark_of(line)
        return (_NUMBER, numbered.number) if numbered and numbered.kind >= NUMBER else (_NONE, "")
    if match["letter"]:
        return _LETTER, match["letter"]
    return (_DASH if match["dash"] else _PLUS), ""
