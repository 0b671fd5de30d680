"""The head of a plan document: title, number, date, issuer, period and legal bases, from its first paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.importing.marks import mark_of
from knowledge.importing.tables import Paragraph
from knowledge.lexicon import heads as lexicon
from knowledge.lexicon.importing import TYPES
from knowledge.model import LegalBasis
from knowledge.vietnamese import fold

_BESIDE = 25
"""Lines of recipients among which the signer's name stands."""
_MOST = 120
"""Paragraphs looked through; an attached plan begins after the decision that issues it."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says; an empty field is one the paper leaves blank or that was not found."""

    title: str = ""
    kind: str = ""
    issuer: str = ""
    governing_body: str = ""
    number: str | None = None
    number_printed: str = ""
    issued: date | None = None
    issued_printed: str = ""
    year: int | None = None
    starts: int | None = None
    period_ends: int | None = None
    signer: str = ""
    legal_bases: tuple[LegalBasis, ...] = ()
    used: frozenset[int] = frozenset()


def read_head(paragraphs: Sequence[Paragraph]) -> Head:
    """Reads the head. `used` are the indexes of the paragraphs it took its fields from."""
    first = paragraphs[:_MOST]
    used: set[int] = set()
    title, kind, lines = _title(first)
    used |= set(lines)
    number, number_printed, at = _number(first)
    issued, issued_printed, dated_at, year = _date(first)
    used |= {n for n in (at, dated_at) if n is not None}
    upto = min([n for n in (at, dated_at, lines[0] if lines else None) if n is not None], default=0)
    issuer, governing = _issuer(first[:upto], title, first)
    used |= {n for n in range(upto) if _is_letterhead(first[n].text)}
    bases, basis_lines = _bases(first)
    used |= basis_lines
    starts, ends = _period(title)
    if year is None and (
        match := lexicon.ANY_DATE.search(" ".join(p.text for p in first[:40] if lexicon.ENCLOSED in p.text.lower()))
    ):
        year = int(match[3])
    return Head(
        title=title,
        kind=kind,
        issuer=issuer,
        governing_body=governing,
        number=number,
        number_printed=number_printed,
        issued=issued,
        issued_printed=issued_printed,
        year=year,
        starts=starts,
        period_ends=ends,
        signer=_signer(paragraphs),
        legal_bases=bases,
        used=frozenset(used),
    )


def _title(paragraphs: Sequence[Paragraph]) -> tuple[str, str, list[int]]:
    """The title: the type of document in capitals, then the lines under it. An attached plan goes before its
    decision."""
    found: list[tuple[str, str, list[int]]] = []
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text.strip(" *:")
        kind = next((word for word in TYPES if text.lower().startswith(word)), None)
        head = text[: len(kind)] if kind else ""
        if kind is None or not head.isupper() or len(text) > 160:
            continue
        lines, taken = [text], [index]
        for offset, below in enumerate(paragraphs[index + 1 : index + 9], index + 1):
            if _ends_title(below.text, lines):
                break
            if len(lines) > 1 and (below.text[-1] in ".;:" or len(" ".join(lines)) > 420):
                break
            lines.append(below.text)
            taken.append(offset)
        words = " ".join(lines)
        body = words[len(text) :].strip()
        named = " ".join([_sentence(text), body]).strip()
        found.append((named, kind, taken))
    if not found:
        return "", "", []
    plans = [one for one in found if one[1] in lexicon.PLAN_TYPES]
    return (plans or found)[0]


def _ends_title(text: str, lines: Sequence[str]) -> bool:
    """Whether a line stands under the title and not in it: what begins a text, or is in capitals where that is not."""
    if len(lines) == 1 and text.lower().startswith(lexicon.CARRIES_OUT):
        return False
    mark = mark_of(text)
    begins = lexicon.TITLE_END.match(text) or (mark is not None and mark.number in lexicon.FIRST)
    return bool(begins) or (text.isupper() and not " ".join(lines[1:] or lines).isupper())


def _is_letterhead(text: str) -> bool:
    """Whether a line above number, day or title is of the head: capitals, the motto, a drawn line. Anything else
    may be the plan's matter, however its number came to stand below it."""
    return lexicon.MOTTO.sub("", text).upper() == lexicon.MOTTO.sub("", text) or text.startswith(lexicon.NUMBER_SIGN)


def _sentence(text: str) -> str:
    return lexicon.PROPER.sub(lambda match: match[0].capitalize(), text.capitalize()) if text.isupper() else text


def _number(paragraphs: Sequence[Paragraph]) -> tuple[str | None, str, int | None]:
    for index, paragraph in enumerate(paragraphs[:40]):
        if match := lexicon.NUMBER.match(paragraph.text):
            printed = f"Số: {lexicon.MOTTO.sub('', match[1]).strip(' _')}"
            symbol = lexicon.SYMBOL.search(match[1])
            return (f"{symbol[1]}/{symbol[2]}" if symbol else None), printed, index
    for index, paragraph in enumerate(paragraphs[:40]):
        issued_with = lexicon.ISSUED_WITH.match(paragraph.text)
        if issued_with and (symbol := lexicon.SYMBOL.search(issued_with[1])):
            return f"{symbol[1]}/{symbol[2]}", issued_with[1][:1].upper() + issued_with[1][1:], index
    return None, "", None


def _date(paragraphs: Sequence[Paragraph]) -> tuple[date | None, str, int | None, int | None]:
    for index, paragraph in enumerate(paragraphs[:40]):
        if match := lexicon.DATED.search(paragraph.text):
            printed = match[0].strip()
            if paragraph.text.startswith(lexicon.NUMBER_SIGN):
                # What is left of the number beside it: "QĐ-TTg Hà Nội, ngày 13 tháng 5 năm 2026".
                printed = lexicon.NUMBER_LEFT.sub("", printed)
            try:
                issued = date(int(match[3]), int(match[2]), int(match[1]))
            except ValueError:
                issued = None
            return issued, printed, index, int(match[3])
    for index, paragraph in enumerate(paragraphs[:40]):
        issued_with = lexicon.ISSUED_WITH.match(paragraph.text)
        if issued_with and (day := lexicon.ANY_DATE.match(issued_with[2])):
            try:
                return date(int(day[3]), int(day[2]), int(day[1])), day[0], index, int(day[3])
            except ValueError:
                break
    return None, "", None, None


def _issuer(head: Sequence[Paragraph], title: str, paragraphs: Sequence[Paragraph]) -> tuple[str, str]:
    """The last line above the number is the agency, the one above it its governing body."""
    lines: list[str] = []
    cut = False  # the motto beside the agency runs on in the next line
    for paragraph in head:
        text = lexicon.MOTTO.sub("", paragraph.text).strip(" _-–*")
        if cut:
            text = text.removesuffix(lexicon.MOTTO_ENDS).strip()
        cut = bool(lexicon.MOTTO_CUT.search(paragraph.text))
        letters = [char for char in text if char.isalpha()]
        if len(letters) > 3 and text.isupper() and lexicon.GAZETTE not in text:
            lines.append(text)
    if lines:
        joined = " ".join(lines)
        if len(lines) >= 2 and lexicon.BODY.match(lines[-1]):
            return _cased(lines[-1]), _cased(" ".join(lines[:-1]))
        return _cased(joined), ""
    own = lexicon.OWNER.search(title)
    if own:
        return own[1].strip(), ""
    for paragraph in paragraphs[:40]:
        match = lexicon.MAKER.match(paragraph.text)
        if match:
            return match[1], ""
    return "", ""


def _cased(text: str) -> str:
    """ "SỞ NỘI VỤ TỈNH BẮC NINH" as names are written: first letters large after the kind of body and for places."""
    words = text.lower().split()
    place = next((n for n, word in enumerate(words) if word in lexicon.PLACES), len(words))
    out = []
    for index, word in enumerate(words):
        named = (
            index > 1
            and words[0] in lexicon.NAMED_BY_FIELD
            and (words[index - 1] in lexicon.JOINING or words[index - 1][-1] == ",")
        )
        large = index == 0 or index > place or named or (index == 1 and words[0] in lexicon.OFFICES)
        out.append(word.upper() if word in lexicon.SHORT_NAMES else word.capitalize() if large else word)
    return lexicon.PROPER.sub(lambda match: match[0].capitalize(), " ".join(out))


def _bases(paragraphs: Sequence[Paragraph]) -> tuple[tuple[LegalBasis, ...], set[int]]:
    """Each "Căn cứ …" with the lines it runs on over, up to its semicolon or full stop."""
    bases: list[LegalBasis] = []
    used: set[int] = set()
    index = 0
    while index < len(paragraphs):
        text = paragraphs[index].text
        if not lexicon.GROUND.match(text):
            index += 1
            continue
        taken = [index]
        while text[-1:] not in ";." and index + 1 < len(paragraphs) and len(taken) < 8:
            below = paragraphs[index + 1].text
            if (lexicon.BASIS.match(below) and not below[0].islower()) or mark_of(below) is not None:
                break
            if text[-1] == "," and _leads_over(paragraphs[index + 1 : index + 4]):
                break
            index += 1
            text += " " + below
            taken.append(index)
        used |= set(taken)
        bases.append(LegalBasis(text=text, place=f"Phần mở đầu, căn cứ {len(bases) + 1}"))
        index += 1
    return tuple(bases), used


def _leads_over(lines: Sequence[Paragraph]) -> bool:
    """Whether lines are the sentence that the plan begins with: "Sở Xây dựng ban hành Kế hoạch … như sau:"."""
    last = next((line.text[-1] for line in lines if line.text[-1] in ".;:"), "")
    return last == ":" and lines[0].text[0].isupper()


def _period(title: str) -> tuple[int | None, int | None]:
    spans = [(int(m[1]), int(m[2])) for m in lexicon.PERIOD.finditer(title) if int(m[1]) <= int(m[2])]
    if spans:
        return spans[0]
    years = [int(match[1]) for match in lexicon.YEAR.finditer(lexicon.DAY_IN_FULL.sub("", title))]
    return (years[0], years[-1]) if years else (None, None)


def _signer(paragraphs: Sequence[Paragraph]) -> str:
    """The name under the authority's line ("TM. …", "KT. …"), with that line. A PDF prints it beside the recipients."""
    for index, paragraph in enumerate(paragraphs):
        if lexicon.AUTHORITY.match(paragraph.text) and len(paragraph.text) < 90:
            lines = [
                p.text
                for p in paragraphs[index : index + 6]
                if len(p.text) < 60 and lexicon.SIGNED not in fold(p.text).split() and re.search(r"\w", p.text)
            ]
            kept = [line for line in lines if "[" not in line and not lexicon.NO_SIGNER.match(line)]
            name = next((n for n, line in enumerate(kept) if not line.isupper() and n > 0), 3)
            return ", ".join(kept[: name + 1])
    return _signer_beside([p.text for p in paragraphs])


def _signer_beside(lines: Sequence[str]) -> str:
    """The signer whose lines end those of the recipients: "Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- Sở Y tế; Lê Văn An"."""
    start = next((n for n, line in enumerate(lines) if lexicon.AUTHORITY_BESIDE.search(line)), None)
    if start is None:
        return ""
    office: list[str] = []
    for line in lines[start : start + _BESIDE]:
        if name := lexicon.NAME_BESIDE.search(line):
            return ", ".join([*office, name[1]])
        if match := lexicon.AUTHORITY_BESIDE.search(line):
            office.append(match[0])
        elif line.isupper() and len(line) < 60:
            office.append(line)
    return ""
