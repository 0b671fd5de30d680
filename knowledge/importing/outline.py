"""Which lines of a paper head its parts, and under which others they stand, in whatever style it is numbered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.importing.marks import (
    ARTICLE,
    DIVISION,
    LETTER,
    NUMBER,
    ROMAN,
    Mark,
    follows,
    mark_of,
)
from knowledge.importing.tables import Paragraph
from knowledge.lexicon import outlines as words
from knowledge.lexicon import printed_places as places
from knowledge.numbering import figure_of
from knowledge.vietnamese import fold

LONGEST_HEADING = 220
_LONGEST_MARKED = 400
"""A heading that the file marks as one may be longer, and so may one with text under it."""
SHORT = 60
"""Characters of a heading that is said with the places under it."""
_LARGE, _SMALL = -2, -1
"""Kinds of headings without a number, in capitals and marked by the file: they stand above all numbers."""
_SEVERAL = 2
"""Parts that a paper has at least if it is divided at all."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that heads a part: `code` and `place` are those of the part, `number` its own since `base`; without a
    `title` the line is a sentence, which belongs to the part. `titles` are those above it and its own, `path` the same
    as printed; `lines` is the number of lines that it takes up."""

    kind: int
    number: str
    code: str
    place: str
    title: str
    base: tuple[str, str]
    titles: tuple[str, ...]
    path: str
    lines: int = 1


@dataclass(frozen=True, slots=True)
class _Style:
    """What divides a stretch of text: capital letters (above or below the Roman numbers), numbers as the greatest
    marks, headings without a number."""

    letters: bool = False
    letters_below: bool = False
    numbers: bool = False
    titles: bool = False


@dataclass(slots=True)
class Outline:
    """The headings of `lines`, asked for one line after the other; `begin` starts a stretch with its own style."""

    lines: Sequence[Paragraph]
    stack: list[Heading] = field(default_factory=list)
    _style: _Style = _Style()
    _base: tuple[str, str] = ("", "")
    _article: str = ""
    _counts: Counter[str] = field(default_factory=Counter)

    def begin(self, first: int, last: int, *, base: tuple[str, str] = ("", ""), signed: bool = False) -> None:
        """Starts a stretch of lines; `base` is the code and place of the annex it is, `signed` says that it comes
        after a signature, where nothing is divided by numbers that are not plainly headings."""
        self.stack = []
        self._base = base
        self._article = ""
        self._style = _style_of(self.lines[first:last], annex=bool(base[0]), signed=signed)

    def heading(self, at: int, numbered: bool) -> Heading | None:
        """The heading that a line is; `numbered`: the part that is open has numbered points already."""
        line = self.lines[at]
        mark = self._mark(line.text)
        if mark is None:
            return self._without_number(at) if self._style.titles else None
        if mark.kind <= DIVISION:
            return self._word(mark, at)
        if mark.kind == ARTICLE:
            return self._of_article(mark, line)
        if mark.kind == LETTER:
            return self._great(mark, line) if self._style.letters and self._next_letter(mark) else None
        if mark.kind == ROMAN:
            return self._great(mark, line) if len(line.text) < LONGEST_HEADING else None
        return self._numbered(mark, at, numbered)

    def above(self, number: str) -> bool:
        """Whether a numbered line stands beside the heading above it, not under it: "4." after what is headed "3."."""
        return bool(self.stack) and self.stack[-1].kind >= NUMBER and follows(number, self.stack[-1].number)

    def _mark(self, text: str) -> Mark | None:
        mark = mark_of(text)
        if mark is None or mark.kind != ROMAN or not self._style.letters:
            return mark
        letter = Mark(LETTER, mark.number, mark.title)
        return letter if len(mark.number) == 1 and self._next_letter(letter) else mark

    def _next_letter(self, mark: Mark) -> bool:
        """Whether a capital is the first, or follows the one before: "P. QLCL" is no part of a paper."""
        before = next((h.number for h in self.stack if h.kind == LETTER), None)
        if before is None:
            return mark.number == words.LETTERS[0]
        return follows(mark.number, before) or (self._style.letters_below and mark.number == words.LETTERS[0])

    def _word(self, mark: Mark, at: int) -> Heading:
        """A part with a word before its number; its title may be the next line."""
        title, taken = mark.title, 1
        if not title and (below := self.lines[at + 1 : at + 2]) and _is_title(below[0]):
            title, taken = below[0].text, 2
        self._close(mark.kind)
        code, place = self._under()
        number = figure_of(mark.number)
        code = f"{code}{fold(mark.word)[:2].upper()}{number}"
        called = mark.number.lower() if " " in mark.number else mark.number
        place = f"{place}{mark.word if not place else mark.word.lower()} {called}"
        return self._open(mark.kind, number, code, place, title, self.lines[at].text, (f"{code}.", f"{place}, "), taken)

    def _of_article(self, mark: Mark, line: Paragraph) -> Heading | None:
        free = not self._base[0] and not any(h.kind in (LETTER, ROMAN) or h.kind >= NUMBER for h in self.stack)
        if not free and mark.number != "1" and not (self._article and follows(mark.number, self._article)):
            return None
        self._article = mark.number
        while self.stack and self.stack[-1].kind > DIVISION:
            self.stack.pop()
        titled = len(line.text) < LONGEST_HEADING and line.text[-1] not in "./"
        place = f"{places.ARTICLE} {mark.number}"
        title = line.text if titled else ""
        return self._open(ARTICLE, mark.number, f"Đ{mark.number}", place, title, line.text, ("", ""))

    def _great(self, mark: Mark, line: Paragraph) -> Heading:
        """A part marked by a capital or a Roman number; a sentence with such a number is no title."""
        self._close(mark.kind)
        sentence = line.text[-1] in ".;" and len(line.text) > SHORT and not line.heading
        return self._dotted(mark, "" if sentence else mark.title, line.text)

    def _numbered(self, mark: Mark, at: int, numbered: bool) -> Heading | None:
        """A part marked by a figure: one under others, or one of the greatest where nothing greater is marked."""
        line = self.lines[at]
        kinds = [h.kind for h in self.stack]
        if ARTICLE in kinds and ROMAN not in kinds and LETTER not in kinds:
            return None
        heads = _is_heading(line, mark, self.lines[at + 1 : at + 2])
        if mark.roman and mark.roman not in [h.number for h in self.stack if h.kind == ROMAN]:
            return None
        if mark.kind > NUMBER or any(kind < NUMBER for kind in kinds):
            above = next((h.number for h in reversed(self.stack) if NUMBER <= h.kind < mark.kind), None)
            within = bool(kinds) and (mark.kind == NUMBER or above is None or mark.number.startswith(f"{above}."))
            return self._small(mark, line.text) if heads and within else None
        if not self._style.numbers or (numbered and not line.text.isupper()):
            return None
        before = next((h.number for h in self.stack if h.kind == NUMBER), "0")
        if not (follows(mark.number.lstrip("0"), before) or (heads and mark.title.isupper())):
            return None
        self._close(mark.kind)
        return self._dotted(mark, mark.title if heads else "", line.text)

    def _small(self, mark: Mark, text: str) -> Heading:
        self._close(mark.kind)
        return self._dotted(mark, mark.title, text)

    def _without_number(self, at: int) -> Heading | None:
        line = self.lines[at]
        if not _is_title(line):
            return None
        kind = _LARGE if line.text.isupper() else _SMALL
        self._close(kind)
        above, _ = self._under()
        self._counts[above] += 1
        code, title = f"{above}T{self._counts[above]}", line.text.rstrip(" :")
        place = f"{places.NAMED} “{title.capitalize() if title.isupper() else title}”"
        return self._open(kind, code, code, place, title, line.text, (f"{code}.", f"{place}, "))

    def _close(self, kind: int) -> None:
        """Takes off the stack what a part of this kind ends."""
        while self.stack and self._rank(self.stack[-1].kind) >= self._rank(kind):
            self.stack.pop()

    def _rank(self, kind: int) -> float:
        return ROMAN + 0.5 if kind == LETTER and self._style.letters_below else kind

    def _under(self) -> tuple[str, str]:
        return self.stack[-1].base if self.stack else self._base

    def _dotted(self, mark: Mark, title: str, text: str) -> Heading:
        """A part whose number goes on that of the part above: "Mục II.1"; a decimal repeats that itself."""
        base = self._under()
        above = [h for h in self.stack if h.base == base and h.kind != ARTICLE]
        greater = [h for h in above if h.kind < NUMBER or mark.kind < NUMBER]
        dotted = ".".join([*(h.number for h in greater if h.kind > DIVISION), mark.number])
        word = places.SECTION.lower() if base[1] else places.SECTION
        return self._open(mark.kind, mark.number, base[0] + dotted, f"{base[1]}{word} {dotted}", title, text, base)

    def _open(
        self,
        kind: int,
        number: str,
        code: str,
        place: str,
        title: str,
        text: str,
        base: tuple[str, str],
        lines: int = 1,
    ) -> Heading:
        above = self.stack[-1] if self.stack else None
        titles = (*(above.titles if above else ()), *([title] if title else []))
        path = " / ".join(filter(None, (above.path if above else "", text if title else "")))
        opened = Heading(kind, number, code, place, title, base, titles, path, lines)
        self.stack.append(opened)
        return opened


def _is_title(line: Paragraph) -> bool:
    """Whether a line without a number can head a part: in capitals or marked as a heading, and of nobody's name."""
    text = line.text
    if mark_of(text) is not None or len(text) >= LONGEST_HEADING or text[-1] in ".;,/" or len(text.split()) < _SEVERAL:
        return False
    return (text.isupper() or line.heading) and not words.NO_TITLE.match(fold(text))


def _is_heading(line: Paragraph, mark: Mark, following: Sequence[Paragraph]) -> bool:
    """Whether a numbered line is a heading: marked as one, or without a full stop and with text of its own under it."""
    text = line.text
    if text[-1] in ";," or len(text) >= _LONGEST_MARKED:
        return False
    if line.heading or (mark.title.isupper() and len(text) < LONGEST_HEADING):
        return True
    below = mark_of(following[0].text) if following else None
    deeper = below is not None and below.kind > mark.kind and below.number.startswith(f"{mark.number}.")
    alone = not following or (below is not None and not deeper) or fold(following[0].text).startswith(words.ANNEX)
    return text[-1] != "." and (len(text) < SHORT or not alone)


def _style_of(lines: Sequence[Paragraph], *, annex: bool, signed: bool) -> _Style:
    """How a stretch of text is divided, by all marks in it."""
    marks = [(line, mark_of(line.text)) for line in lines]
    kinds = [mark.kind if mark else None for _, mark in marks]
    capitals = [n for n, (_, mark) in enumerate(marks) if mark and mark.kind == LETTER]
    letters = [marks[n][1] for n in capitals]
    begins = next((n for n, m in zip(capitals, letters, strict=True) if m and m.number == words.LETTERS[0]), None)
    second = any(m and m.number == words.LETTERS[1] for m in letters)
    lettered = begins is not None and second
    roman = kinds.index(ROMAN) if ROMAN in kinds else None
    below = lettered and roman is not None and begins is not None and roman < begins
    great = (
        lettered
        or roman is not None
        or any(kind is not None and kind in (*range(DIVISION + 1), ARTICLE) for kind in kinds)
    )
    if great:
        return _Style(letters=lettered, letters_below=below)
    titles = [n for n, (line, mark) in enumerate(marks) if mark is None and _is_title(line)]
    plain = [n for n, (line, mark) in enumerate(marks) if mark and mark.kind == NUMBER and _begins(line, mark, signed)]
    titled = not annex and not signed and len(titles) >= _SEVERAL and (not plain or titles[0] < plain[0])
    if titled:
        return _Style(titles=True)
    numbers = [marks[n][1].number.lstrip("0") for n in plain]  # type: ignore[union-attr]
    return _Style(numbers="1" in numbers and "2" in numbers)


def _begins(line: Paragraph, mark: Mark, signed: bool) -> bool:
    return not signed or line.heading or mark.title.isupper()
