"""Paragraphs of running text → passages under their headings, every line kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.importing.tables import Paragraph
from knowledge.lexicon.importing import HEADING_KINDS
from knowledge.model import Passage, PassageKind
from knowledge.vietnamese import fold

_ROMAN = re.compile(r"^([IVX]{1,5})\s*[.)]\s+(\S.*)$")
_ARABIC = re.compile(r"^(\d{1,2}(?:\.\d{1,2})?)\s*[.)]\s+(\S.*)$")
_ANNEX = re.compile(r"^phu luc\b")
_RECIPIENT = re.compile(r"^noi nhan")
_LONGEST_HEADING = 220
_NEW_LINE = re.compile(r"^(?:[-–+•*]\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ]\)\s|[IVX]{1,5}[.)]\s|Điều\s+\d|“)")


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
    for paragraph in _whole([p for index, p in enumerate(paragraphs) if index not in used]):
        text, plain = paragraph.text, fold(paragraph.text)
        roman = _ROMAN.match(text) if len(text) < _LONGEST_HEADING else None
        arabic = _ARABIC.match(text) if len(text) < _LONGEST_HEADING and text[-1] not in ";," else None
        if _ANNEX.match(plain) and len(text) < 60:
            outer, outer_code = text, "PL"
            sections.append(Section("PL", text, "other", text, text))
        elif roman:
            outer, outer_code = text, roman[1]
            sections.append(Section(roman[1], roman[2], _kind(text, "other"), text, f"Mục {roman[1]}"))
        elif _RECIPIENT.match(plain):
            sections.append(Section("NN", text, "recipient", text, "Nơi nhận"))
        elif arabic and outer_code not in ("", "PL") and (paragraph.heading or text[-1] not in "."):
            kind = _kind(arabic[2], _kind(outer, "other"))
            code = f"{outer_code}.{arabic[1]}"
            sections.append(Section(code, arabic[2], kind, f"{outer} / {text}", f"Mục {outer_code}.{arabic[1]}"))
        else:
            if not sections:
                sections.append(Section("MD", "Phần mở đầu", "other", "", "Phần mở đầu"))
            sections[-1].lines.append((text, f"{sections[-1].place}, {paragraph.where}".strip(", ")))
    return _passages(sections), sections


def _whole(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Lines of a page joined into paragraphs where a line plainly runs on."""
    out: list[Paragraph] = []
    for paragraph in paragraphs:
        runs_on = bool(out) and _runs_on(out[-1], paragraph)
        if runs_on:
            joined = f"{out[-1].text} {paragraph.text}"
            out[-1] = Paragraph(joined, out[-1].where, out[-1].heading)
        else:
            out.append(paragraph)
    return out


def _runs_on(before: Paragraph, after: Paragraph) -> bool:
    if before.heading or after.heading or _NEW_LINE.match(after.text):
        return False
    if before.text[-1] in ".;:!?”" or before.text.isupper() != after.text.isupper():
        return after.text[0].islower() and before.text[-1] not in ".;:!?”"
    return after.text[0].islower() or len(before.text) > 60 or (before.text.isupper() and after.text.isupper())


def _kind(heading: str, default: PassageKind) -> PassageKind:
    plain = fold(heading)
    found = next((kind for kind, pattern in HEADING_KINDS if re.search(pattern, plain)), None)
    return found if found is not None else default  # type: ignore[return-value]


def _passages(sections: Sequence[Section]) -> list[Passage]:
    passages: list[Passage] = []
    taken: set[str] = set()
    for section in sections:
        code, number = f"P.{section.code}", 1
        while code.casefold() in taken:
            number += 1
            code = f"P.{section.code}-{number}"
        taken.add(code.casefold())
        text = "\n".join(line for line, _ in section.lines)
        passages.append(Passage(code=code, kind=section.kind, title=section.title, text=text, place=section.place))
    return passages
