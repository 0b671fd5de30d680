"""Paragraphs of running text → passages under their headings, each numbered point by itself, every line kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.importing.points import Point, points_of
from knowledge.importing.tables import Paragraph
from knowledge.lexicon import printed_places as places
from knowledge.lexicon.heads import AUTHORITY
from knowledge.lexicon.importing import HEADING_KINDS, KIND_FIRST
from knowledge.model import Passage, PassageKind
from knowledge.vietnamese import fold

_ROMAN = re.compile(r"^([IVX]{1,5})\s*[.)]\s+(\S.*)$")
_ARABIC = re.compile(r"^(\d{1,2}(?:\.\d{1,2})?)\s*[.)]\s+(\S.*)$")
_ARTICLE = re.compile(r"^(Điều (\d{1,3}))\s*[.:]\s+(\S.*)$")
_ANNEX = re.compile(r"^phu luc\b(?: (?:so )?[ivx\d]+\b)?")
_RECIPIENT = re.compile(r"^noi nhan")
_LONGEST_HEADING = 220
_LONGEST_MARKED = 400
"""A heading that the file marks as one may be longer, and so may one with text under it."""
_SHORT = 60
"""Characters of a heading that is said with the places under it."""
_NEW_LINE = re.compile(r"^(?:[-–+•*]\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ]\)\s|[IVX]{1,5}[.)]\s|Điều\s+\d|“)")
_NUMBERED = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]\s|[IVX]{1,5}[.)]\s|Điều\s+\d|Phụ lục|PHỤ LỤC)")
_ENDS = ".;:!?”"
_FULL = 0.8
"""A line that is so long, beside nine in ten of the others, was broken at the margin."""


@dataclass(slots=True)
class Section:
    """A heading with the lines under it; `path` is the heading with those above it, `lines` (text, place)."""

    code: str
    title: str
    kind: PassageKind
    path: str
    place: str
    lines: list[tuple[str, str]] = field(default_factory=list)


def passages_of(paragraphs: Sequence[Paragraph], used: frozenset[int]) -> tuple[list[Passage], list[Section]]:
    """Passages of the running text without the head's paragraphs (`used`), and the sections they came from."""
    sections: list[Section] = []
    outer = ""
    outer_code = ""
    whole = whole_paragraphs([p for index, p in enumerate(paragraphs) if index not in used])
    for index, paragraph in enumerate(whole):
        text, plain = paragraph.text, fold(paragraph.text)
        roman = _ROMAN.match(text) if len(text) < _LONGEST_HEADING else None
        arabic = _ARABIC.match(text) if _is_heading(paragraph, whole[index + 1 : index + 2]) else None
        article = _ARTICLE.match(text) if outer_code in ("", "Đ") else None
        if not any(map(str.isalnum, text)):
            continue
        annex = _ANNEX.match(plain) if len(text) < _SHORT or text.isupper() else None
        if annex:
            outer, outer_code = text, "PL"
            sections.append(Section("PL", text, "other", text, text[: annex.end()]))
        elif roman:
            outer, outer_code = text, roman[1]
            sections.append(Section(roman[1], roman[2], _kind(text, "other"), text, f"{places.SECTION} {roman[1]}"))
        elif article:
            outer, outer_code = "", "Đ"
            titled = len(text) < _LONGEST_HEADING and text[-1] not in "./"
            lines = [] if titled else [(text, article[1])]
            title = text if titled else ""
            sections.append(Section(f"Đ{article[2]}", title, "other", "", article[1], lines))
        elif _RECIPIENT.match(plain):
            sections.append(Section("NN", text, "recipient", text, places.RECIPIENTS))
        elif AUTHORITY.match(text) and len(text) < _SHORT:
            sections.append(Section("KY", "", "signature", "", places.SIGNATURE, [(text, places.SIGNATURE)]))
        elif arabic and outer_code not in ("", "PL", "Đ"):
            kind = _kind_under(arabic[2], _kind(outer, "other"))
            code = f"{outer_code}.{arabic[1]}"
            sections.append(
                Section(code, arabic[2], kind, f"{outer} / {text}", f"{places.SECTION} {outer_code}.{arabic[1]}")
            )
        else:
            if not sections or (sections[-1].code == "KY" and len(text) > _SHORT):
                sections.append(Section("MD", places.OPENING, "other", "", places.OPENING))
            elif outer and _follows(sections[-1], outer_code, text):
                sections.append(Section(outer_code, "", _kind(outer, "other"), outer, f"{places.SECTION} {outer_code}"))
            sections[-1].lines.append((text, f"{sections[-1].place}, {paragraph.where}".strip(", ")))
    return _passages(sections), sections


def _follows(section: Section, outer: str, text: str) -> bool:
    """Whether a numbered line stands beside the heading above, not under it: "4." after what is headed "3."."""
    number = _ARABIC.match(text)
    code = section.code.removeprefix(f"{outer}.")
    if number is None or not code.isdecimal() or number[1] != str(int(code) + 1):
        return False
    return not any(_ARABIC.match(line) for line, _ in section.lines)


def _is_heading(paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    """Whether a numbered line is a heading: marked as one, or without a full stop and with text of its own under it."""
    text = paragraph.text
    if text[-1] in ";," or len(text) >= _LONGEST_MARKED:
        return False
    if paragraph.heading:
        return True
    alone = not following or bool(_NUMBERED.match(following[0].text))
    return text[-1] != "." and (len(text) < _SHORT or not alone)


def whole_paragraphs(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Lines of a page joined into paragraphs where a line plainly runs on."""
    out: list[Paragraph] = []
    lengths = sorted(len(paragraph.text) for paragraph in paragraphs)
    full = _FULL * lengths[len(lengths) * 9 // 10] if lengths else 0.0
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
    if before.heading != after.heading or _NEW_LINE.match(after.text):
        return False
    if broken and after.flush and not after.text.isupper():
        return True
    if before.text[-1] in _ENDS and not (before.text[-1] == ";" and broken and after.text[0].islower()):
        return False
    if before.text.isupper():
        return after.text.upper() == after.text
    return after.text[0].islower() or after.heading or (broken and not after.text.isupper())


def _kind(heading: str, default: PassageKind) -> PassageKind:
    plain = fold(heading)
    found = next((kind for kind, pattern in HEADING_KINDS if re.search(pattern, plain)), None)
    return found if found is not None else default  # type: ignore[return-value]


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
    if section.kind in ("recipient", "signature") or section.code in ("PL", "MD"):
        yield Point(section.code, section.title, "\n".join(lines), section.place)
        return
    said = f" ({section.title.strip(' :')})" if "." in section.code and len(section.title) <= _SHORT else ""
    yield from points_of(Point(section.code, section.title, "", section.place), lines, said)
