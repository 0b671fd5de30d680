"""Words that a PDF's spacing broke in two ("cô ng tư", "X ây dựng") put together, by how the document prints them
elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from knowledge.importing.tables import Document, Paragraph, Table
from knowledge.orthography import is_syllable
from knowledge.vietnamese import fold_word

_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 2
"""Times that a word is printed whole elsewhere."""


def with_whole_words(document: Document) -> Document:
    """The document with each word put together of which a part is no syllable, or one letter, if the document prints
    the whole word elsewhere, and there beside the same neighbour."""
    words: Counter[str] = Counter()
    beside: set[tuple[str, str]] = set()
    for text in _texts(document):
        found = [word.lower() for word in _WORD.findall(text)]
        words.update(found)
        beside.update(pairwise(found))

    def whole(text: str) -> str:
        return _whole(text, words, beside) if " " in text else text

    blocks = tuple(
        replace(block, text=whole(block.text))
        if isinstance(block, Paragraph)
        else replace(block, rows=tuple(replace(row, cells=tuple(map(whole, row.cells))) for row in block.rows))
        for block in document.blocks
    )
    return replace(document, blocks=blocks)


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row.cells)
        else:
            yield block.text


def _whole(text: str, words: Counter[str], beside: set[tuple[str, str]]) -> str:
    found = list(_WORD.finditer(text))
    gaps: list[int] = []
    for at, (one, other) in enumerate(pairwise(found)):
        if other.start() - one.end() != 1 or text[one.end()] != " " or not (_is_part(one[0]) or _is_part(other[0])):
            continue
        joined = (one[0] + other[0]).lower()
        before = found[at - 1][0].lower() if at else ""
        after = found[at + 2][0].lower() if at + 2 < len(found) else ""
        known = (before, joined) in beside or (joined, after) in beside
        if words[joined] >= _LEAST and known and other[0].islower():
            gaps.append(one.end())
    for gap in reversed(gaps):
        text = text[:gap] + text[gap + 1 :]
    return text


def _is_part(word: str) -> bool:
    return len(word) == 1 or not is_syllable(fold_word(word.lower()))
