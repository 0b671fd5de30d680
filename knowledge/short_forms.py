"""Short forms that a paper explains: in brackets after the name, in a list of abbreviations, in a note to a table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Literal, NamedTuple

from knowledge.lexicon.short_forms import BARE, BODIES, DOTTED, HEADS, JOINING, KEPT, LIST_OF, PLACED, SAID
from knowledge.patterns import seldom
from knowledge.vietnamese import fold, fold_word

_CAPITALS = r"[A-ZĐ]+(?:[a-zđ]{1,2}[A-ZĐ]+)*(?:\s?[&\-–]\s?[A-ZĐ]+)*"
_HEAD = rf"(?:(?:{'|'.join(DOTTED)})\.\s?|(?:{'|'.join((*HEADS, *BODIES))})\s)"
SHORT = rf"{_HEAD}?{_CAPITALS}(?![\w&])"
"""A short form as it is printed: capitals, with the head of a unit's name before them or not."""
SHORTENED = seldom(SHORT)
CAPITALS = re.compile(_CAPITALS)
"""Initials alone."""
_DOTTED = re.compile(
    rf"(?:(?P<dotted>{'|'.join(DOTTED)})\.\s*(?=[A-ZĐ])"
    rf"|(?P<bare>{'|'.join(BARE)})\s+(?=(?:{'|'.join(PLACED)})\b|[A-ZĐ]{{2}}))"
)
_SIGN = r"\s*(?::|=|→|–|-|\blà\b)\s*"
_PAIR = re.compile(rf"(?<![\w&.\-–])(?P<short>{SHORT})\.?{_SIGN}(?P<full>[^\W\d_][^;:=\n]{{2,110}})")
_ENDS = re.compile(rf"[;\n]|\.(?:\s|$)|[.,]?\s+(?=(?:và\s+)?{SHORT}\s*[:=])|$")
_SPACED = seldom(rf"^\W*(?:\d{{1,2}}[.)]?\s+)?(?P<short>{SHORT})\s+(?P<full>[^\W\d_].{{2,110}})$")
_BRACKET = re.compile(
    rf"(?:\((?P<said>{SAID})?|,\s+(?P<plain>{SAID}))\s*[“\"']?(?P<short>{SHORT})[”\"']?(?=\)|[,;.]|\s)"
)
_CALLED = re.compile(rf"\({SAID}\s*[“\"']?(?P<short>[^()“”\"']{{2,60}})[”\"']?\)")
_BREAKS = re.compile(r"[;:.\n(]\s*")
_TOKEN = re.compile(r"[^\W\d_]+|[&–-]")
_SIGNS = seldom(r"[\s.&–-]+")
_FAR, _WORDS = 160, 16
"""Characters and words before a bracket in which the full name stands."""
_LEAST = 2
"""Letters of a short form."""

Fit = Literal["", "within", "begins", "whole"]
_BEST: tuple[Fit, ...] = ("whole", "begins", "within")


class Given(NamedTuple):
    """A short form with what it stands for, both as printed."""

    short: str
    full: str


def fits(short: str, full: str) -> Fit:
    """How the letters of a short form are the initials of a name: of the whole name, of its first words, of some of its
    words; ""."""
    wanted = _letters(short)
    found = {
        _fit(wanted, _words(name, without_joining=out)) for name in (full, headless(full)) for out in (False, True)
    }
    return next((fit for fit in _BEST if fit in found), "")


def _fit(wanted: Sequence[str], spoken: Iterator[str]) -> Fit:
    first = next(spoken, "")
    if not (first and wanted and _begins(first, wanted[0])):
        return ""
    words = (first, *spoken)
    if len(wanted) <= len(words) and all(map(_begins, words, wanted)):
        return "whole" if len(wanted) == len(words) else "begins"
    left = iter(words)
    return "within" if all(any(_begins(w, one) for w in left) for one in wanted) else ""


def headless(full: str) -> str:
    """A name without the kind of body that it begins with: "Quản lý chất lượng", of "Phòng Quản lý chất lượng"."""
    return next((rest for head in BODIES if (rest := full.removeprefix(f"{head} ")) != full), full)


@lru_cache(1024)
def _letters(short: str) -> tuple[str, ...]:
    """Letters of capitals one by one, words as they are: "Phòng TC-KH" is "phong", "t", "c", "k", "h"."""
    found: list[str] = []
    for token in _TOKEN.findall(short):
        capitals = token[1:].upper() == token[1:] or sum(map(str.isupper, token)) > 1
        found += fold(token) if capitals else [fold(token)]
    return tuple(letter for letter in found if letter.isalpha())


def _words(full: str, *, without_joining: bool) -> Iterator[str]:
    """The words of a name folded, of capitals each letter."""
    for found in _TOKEN.finditer(full):
        plain = fold_word(token := found[0])
        if token.isalpha() and not (without_joining and plain in JOINING):
            yield from plain if token.isupper() else (plain,)


def _begins(word: str, wanted: str) -> bool:
    return word.startswith(wanted) if len(wanted) == 1 else word == wanted


def dotted_head(name: str, heads: Mapping[str, str] = HEADS) -> str:
    """A name whose head stands as letters with the head in full: "Phòng KHTH", of "P. KHTH"."""
    match = _DOTTED.match(name)
    head = heads.get(match["dotted"] or match["bare"]) if match else None
    return f"{head} {name[match.end() :]}" if match and head else name


class ShortForms:
    """What the short forms of a paper stand for, put into the names in its cells."""

    def __init__(self, given: Iterable[Given] = ()) -> None:
        self._names: dict[str, set[str]] = defaultdict(set)
        self._heads: dict[str, str] = {}
        for short, full in given:
            if _key(short) in KEPT:
                continue
            self._names[_key(short)].add(full)
            if (own := headless(dotted_head(short))) != short:
                self._names[_key(own)].add(full)
            if short in HEADS:
                self._heads[short] = full
            elif (match := _DOTTED.match(short)) and match["dotted"] and (rest := headless(full)) != full:
                self._heads[match["dotted"]] = full.removesuffix(rest).strip()

    def in_full(self, name: str) -> str:
        """A name with what its capitals stand for, where they are all of it but its head: "Khoa Khám bệnh", of "K. KB",
        "Khoa KB" and "KB"; "Khoa Dược", of "K. Dược"."""
        if (whole := self._only(name)) is not None and whole[:1].isupper():
            return whole
        headed = dotted_head(name, self._heads)
        own = headless(headed)
        first, _, after = own.partition(" ")
        full = self._only(first) if first and CAPITALS.fullmatch(first) else None
        head = headed.removesuffix(own).strip()
        if full is None or not (head or full[0].isupper()):
            return headed
        rest = headless(full)
        said = f"{head} {rest[0].upper()}{rest[1:]}" if head else full
        return said if not after or said.endswith(f" {after}") else f"{said} {after}"

    def knows(self, name: str) -> bool:
        """Whether a name is a short form that is explained."""
        return self._only(name) is not None

    def _only(self, short: str) -> str | None:
        names = self._names.get(_key(short), set())
        return next(iter(names)) if len(names) == 1 else None


def _key(short: str) -> str:
    return _SIGNS.sub("", short)


# ---- where a paper explains them ------------------------------------------------------------------------------------


def explained(paragraphs: Iterable[str], known: Container[str] = ()) -> Iterator[Given]:
    """Every short form that the paragraphs explain, in their order. `known`: those, in small letters, that need no
    explanation in brackets; more may become known meanwhile."""
    found: set[Given] = set()
    listing = False
    for text in paragraphs:
        headed = bool(LIST_OF.search(fold(text)))
        pairs = list(_pairs(text, listed=listing or headed))
        listing = headed or (listing and bool(pairs))
        for given in chain(pairs, _in_brackets(text, known)):
            if given not in found:
                found.add(given)
                yield given


def _pairs(text: str, *, listed: bool) -> Iterator[Given]:
    """ "P. KHTH: Phòng Kế hoạch tổng hợp; K. KB: …"; `listed`: in a list of abbreviations, where letters may be left
    out."""
    at, several = 0, False
    while match := _PAIR.search(text, at):
        ends = _ENDS.search(text, match.start("full"), match.end("full") + 1)
        full = text[match.start("full") : ends.start() if ends else match.end("full")].strip(" ,.")
        fit = fits(match["short"], full)
        several = several or fit == "whole"
        if fit in ("whole", "begins") or (fit and (listed or several)) or (listed and _is_capitals(match["short"])):
            yield Given(match["short"].strip(), full)
            at = match.start("full") + len(full)
        else:
            at = match.end("short")
    if listed and not at and (row := _SPACED.match(text)) and fits(row["short"], row["full"]) in ("whole", "begins"):
        yield Given(row["short"], row["full"].strip(" ,.;"))


def _is_capitals(short: str) -> bool:
    return sum(map(str.isupper, short)) > _LEAST


def _in_brackets(text: str, known: Container[str]) -> Iterator[Given]:
    """ "Trung tâm Y tế huyện (sau đây gọi tắt là TTYT)", "Phòng Giáo dục và Đào tạo (PGDĐT)"."""
    for match in _BRACKET.finditer(text):
        short = match["short"].strip()
        if short.lower() in known or len([c for c in short if c.isupper()]) < _LEAST:
            continue
        if full := _name_before(_before(text, match), short, told=bool(match["said"] or match["plain"])):
            yield Given(short, full)
    for match in _CALLED.finditer(text):
        before, short = _before(text, match), match["short"].strip(" .")
        at = before.rfind(short.split()[0])
        if not SHORTENED.fullmatch(short) and short.startswith(BODIES) and at >= 0 and len(before) - at > len(short):
            yield Given(short, before[at:])


def _before(text: str, match: re.Match[str]) -> str:
    return _BREAKS.split(text[max(0, match.start() - _FAR) : match.start()])[-1].rstrip(" ,")


def _name_before(before: str, short: str, *, told: bool) -> str:
    """The name at the end of a text whose initials a short form has; "" where none has."""
    starts = [match.start() for match in re.finditer(r"(?<![\w&])\w", before)][-_WORDS:]
    begins = ""
    for start in reversed(starts):
        name = before[start:]
        fit = fits(short, name)
        if fit == "whole":
            return name
        if fit == "begins" and name[0].isupper() and _is_headed(name):
            begins = begins or name
        if told and fit == "within" and name[0].isupper() and not begins and _is_headed(name):
            begins = name
    return begins


def _is_headed(name: str) -> bool:
    return name.startswith((*BODIES, *HEADS.values()))


def meanings(rows: Sequence[Sequence[str]]) -> list[Given]:
    """The rows of a table that is a list of abbreviations, its header left out; [] for another table."""
    if not rows or len(rows[0]) < 2:
        return []
    columns = [at for at, cell in enumerate(rows[0]) if len(cell) < 60 and LIST_OF.search(fold(cell))]
    if columns and columns[-1] + 1 < len(rows[0]):
        cells = ((row[at], row[at + 1]) for at in columns for row in rows[1:])
        return [Given(short, full) for short, full in cells if short and full]
    pairs = [(row[-2], row[-1]) for row in rows]
    explain = all(SHORTENED.fullmatch(short) and fits(short, full) for short, full in pairs)
    return [Given(*pair) for pair in pairs] if explain and len(rows[0]) <= 3 <= len(pairs) else []
