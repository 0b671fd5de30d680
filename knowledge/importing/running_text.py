"""Paragraphs of running text → passages under their headings, each numbered point by itself, every line kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.importing.marks import ARTICLE, NUMBER, mark_of
from knowledge.importing.outline import SHORT, Heading, Outline
from knowledge.importing.points import Point, points_of
from knowledge.importing.tables import Paragraph
from knowledge.lexicon import printed_places as places
from knowledge.lexicon.heads import AUTHORITY, NEXT_HEAD
from knowledge.lexicon.importing import HEADING_KINDS, KIND_FIRST
from knowledge.model import Passage, PassageKind
from knowledge.vietnamese import fold

_ANNEX = re.compile(r"^phu luc\b(?: (?:so )?[ivx\d]+\b)?")
_LISTING = re.compile(r"^(?:bieu|bang)(?: so)? (?:\d{1,2}|[ivx]{1,4})\b")
"""The head of a table that stands apart, as each sheet of a workbook may have, in capitals."""
_RECIPIENT = re.compile(r"^noi nhan")
_POINT = re.compile(r"^(?:[-–+•*]\s|[a-zđ][.)/]\s|“)")
_WHOLE = re.compile(r"(?:PL|MD)(?:-\d+)?")
"""The codes of an annex and of an opening, which are of one piece; not those of what stands in them ("PL-2.1")."""
_LONG = 900
"""Characters of text without any heading that is divided nevertheless."""
_ENDS = ".;:!?”"
_FULL = 0.8
"""A line that is so long, beside nine in ten of the others, was broken at the margin."""


_NARROWEST = 40
"""Characters of a line at least that was broken at the margin."""
_WRAPPED = 30
"""Characters of a heading that may go on in a second line."""


@dataclass(slots=True)
class Section:
    """A part of the text: `lines` (text, place) stand under its heading; `titles` are those above it and its own, and
    `path` is the same as printed. A part that begins with a sentence has no title but has that as its `text`."""

    code: str
    title: str
    kind: PassageKind
    place: str
    lines: list[tuple[str, str]] = field(default_factory=list)
    titles: tuple[str, ...] = ()
    path: str = ""
    text: str = ""

    @property
    def all_lines(self) -> list[tuple[str, str]]:
        """Its lines with the sentence that it begins with."""
        return [(self.text, self.place), *self.lines] if self.text else self.lines


def passages_of(paragraphs: Sequence[Paragraph], used: frozenset[int]) -> tuple[list[Passage], list[Section]]:
    """Passages of the running text without the head's paragraphs (`used`), and the sections they came from."""
    whole = [
        p
        for p in whole_paragraphs([p for n, p in enumerate(paragraphs) if n not in used])
        if any(map(str.isalnum, p.text))
    ]
    reader = _Reader(whole)
    at = 0
    while at < len(whole):
        at += reader.read(at)
    sections = reader.sections
    if len(sections) == 1 and sections[0].code == "MD" and sum(len(line) for line, _ in sections[0].lines) > _LONG:
        sections[0].code, sections[0].title, sections[0].place = "ND", "", places.TEXT
    return _passages(sections), sections


class _Reader:
    """Reads lines one after the other into sections."""

    def __init__(self, lines: Sequence[Paragraph]) -> None:
        self.sections: list[Section] = []
        self._lines = lines
        self._apart = {n: code for n, line in enumerate(lines) if (code := _stands_apart(line.text))}
        self._outline = Outline(lines)
        self._kinds: dict[str, PassageKind] = {}
        self._begin(0)

    def read(self, at: int) -> int:
        """Reads a line; the number of lines that it took."""
        if at in self._apart:
            self._special(at)
            return 1
        heading = self._outline.heading(at, numbered=bool(self.sections) and _has_numbers(self.sections[-1]))
        if heading is None:
            self._line(self._lines[at])
            return 1
        self._headed(heading, self._lines[at].text)
        return heading.lines

    def _begin(self, first: int, base: tuple[str, str] = ("", ""), *, signed: bool = False) -> None:
        last = next((n for n in self._apart if n >= first), len(self._lines))
        self._outline.begin(first, last, base=base, signed=signed)

    def _special(self, at: int) -> None:
        """An annex, the recipients, the signature."""
        code, text = self._apart[at], self._lines[at].text
        if code == "PL":
            number = 1 + sum(
                section.code.split("-")[0] == "PL" and "." not in section.code for section in self.sections
            )
            code = f"PL-{number}" if number > 1 else "PL"
            match = _ANNEX.match(fold(text)) or _LISTING.match(fold(text))
            place = text[: match.end()] if match else text
            self.sections.append(Section(code, text, "other", place, path=text))
            self._begin(at + 1, (f"{code}.", f"{place}, "))
            return
        if code == "NN":
            self.sections.append(Section(code, text, "recipient", places.RECIPIENTS))
        else:
            self.sections.append(Section(code, "", "signature", places.SIGNATURE, [(text, places.SIGNATURE)]))
        self._begin(at + 1, signed=True)

    def _headed(self, heading: Heading, text: str) -> None:
        above = self._outline.stack[-2].code if len(self._outline.stack) > 1 else ""
        kind = _kind_of(heading, text, self._kinds.get(above, "other"))
        self._kinds[heading.code] = kind
        opening = "" if heading.title else text
        self.sections.append(
            Section(heading.code, heading.title, kind, heading.place, [], heading.titles, heading.path, opening)
        )

    def _line(self, paragraph: Paragraph) -> None:
        text, sections, outline = paragraph.text, self.sections, self._outline
        ended = sections[-1].code if sections and sections[-1].code in ("KY", "NN") else ""
        if not sections or (ended and NEXT_HEAD.search(text)) or (ended == "KY" and len(text) > SHORT):
            sections.append(Section("MD", places.OPENING, "other", places.OPENING))
        elif (mark := mark_of(text)) and outline.above(mark.number) and not _has_numbers(sections[-1]):
            outline.stack.pop()
            if outline.stack:
                over = outline.stack[-1]
                kind = self._kinds[over.code]
                sections.append(Section(over.code, "", kind, over.place, [], over.titles, over.path))
        sections[-1].lines.append((text, f"{sections[-1].place}, {paragraph.where}".strip(", ")))


def _stands_apart(text: str) -> str:
    """Whether a line begins what is no part of the text's own order: an annex, the recipients, the signature."""
    plain = fold(text)
    if (_ANNEX.match(plain) and (len(text) < SHORT or text.isupper())) or (text.isupper() and _LISTING.match(plain)):
        return "PL"
    if _RECIPIENT.match(plain):
        return "NN"
    return "KY" if AUTHORITY.match(text) and len(text) < SHORT else ""


def _has_numbers(section: Section) -> bool:
    return any((mark := mark_of(line)) is not None and mark.kind >= NUMBER for line, _ in section.lines)


def whole_paragraphs(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Lines of a page joined into paragraphs where a line plainly runs on."""
    out: list[Paragraph] = []
    lengths = sorted(len(paragraph.text) for paragraph in paragraphs)
    full = max(_NARROWEST, _FULL * lengths[len(lengths) * 9 // 10]) if lengths else 0.0
    last = 0  # length of the line that ends what is joined so far
    for paragraph in paragraphs:
        if out and _runs_on(out[-1], paragraph, broken=last >= full):
            joined = f"{out[-1].text} {paragraph.text}"
            out[-1] = Paragraph(joined, out[-1].where, out[-1].heading)
        else:
            out.append(paragraph)
        last = len(paragraph.text)
    return out


def _runs_on(before: Paragraph, after: Paragraph, *, broken: bool) -> bool:
    """Whether a line belongs to the one before; `broken`: that one reaches the margin."""
    if before.heading != after.heading or _POINT.match(after.text) or mark_of(after.text) is not None:
        return False
    if broken and after.flush and not after.text.isupper():
        return True
    if before.text[-1] in _ENDS and not (before.text[-1] == ";" and broken and after.text[0].islower()):
        return False
    if before.text.isupper():
        return after.text.upper() == after.text
    if after.text[0].islower():
        return True
    return (after.heading and len(before.text) >= _WRAPPED) or (broken and not after.text.isupper())


def _kind(heading: str, default: PassageKind) -> PassageKind:
    plain = fold(heading)
    found = next((kind for kind, pattern in HEADING_KINDS if re.search(pattern, plain)), None)
    return found if found is not None else default  # type: ignore[return-value]


def _kind_of(heading: Heading, text: str, above: PassageKind) -> PassageKind:
    if heading.kind == ARTICLE:
        return "other"
    deep = heading.kind >= NUMBER and len(heading.titles) > 1
    return _kind_under(heading.title, above) if deep else _kind(text, above)


def _kind_under(heading: str, outer: PassageKind) -> PassageKind:
    """The kind of a heading below another: its own where it begins with the word for it ("2. Mục tiêu cụ thể")."""
    begins = KIND_FIRST.match(fold(heading))
    return _kind(begins[0], outer) if begins else outer


def _passages(sections: Sequence[Section]) -> list[Passage]:
    passages: list[Passage] = []
    taken: set[str] = set()
    for section in sections:
        for point in _points(section):
            code, number = f"P.{point.code}", 1
            while code.casefold() in taken:
                number += 1
                code = f"P.{point.code}-{number}"
            taken.add(code.casefold())
            passages.append(
                Passage(code=code, kind=section.kind, title=point.title, text=point.text, place=point.place)
            )
    return passages


def _points(section: Section) -> Iterator[Point]:
    """The points under a heading; what says nothing of the plan's matter stays in one piece."""
    lines = [line for line, _ in section.lines]
    if section.kind in ("recipient", "signature") or _WHOLE.fullmatch(section.code):
        yield Point(section.code, section.title, "\n".join(lines), section.place)
        return
    named = section.place.endswith("”")  # by its heading already
    titled = section.title and "." in section.code and len(section.title) <= SHORT and not named
    said = f" ({section.title.strip(' :')})" if titled else ""
    yield from points_of(Point(section.code, section.title, section.text, section.place), lines, said)
