"""Text as any app can show it: cleaned of what harms, measured in a channel's unit, cut where people would cut."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

Unit = Literal["characters", "utf16"]
"""How a channel counts: code points, or UTF-16 units (an emoji is two)."""

_MARKS_AT_MOST = 8
"""Combining marks kept on one letter; more are an attack on whoever lays out the text."""
_GRAPHEME_AT_MOST = 64
"""Code points that are kept together as one thing on the screen; longer chains are cut like words."""
_JOINERS = frozenset("\u200c\u200d")
_KEPT = _JOINERS | {"\n"}
_BREAKS = {"\r": "\n", "\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\t": " "}
_SENTENCE_ENDS = (". ", "; ", "! ", "? ", "… ", ": ")


def safe(text: str) -> str:
    """The text as NFC without control characters, direction marks, invisible characters, lone surrogates, unassigned
    characters or heaps of combining marks; line ends are all "\\n"."""
    kept: list[str] = []
    marks = 0
    for char in text.replace("\r\n", "\n"):
        category = unicodedata.category(char)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if char in _BREAKS:
            kept.append(_BREAKS[char])
        elif char in _KEPT or (category[0] != "C" and marks <= _MARKS_AT_MOST):
            kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))


def one_line(text: str) -> str:
    """The safe text on one line, with single spaces."""
    return " ".join(safe(text).split())


def visible(text: str) -> bool:
    """Whether there is anything to see in a text."""
    return any(unicodedata.category(char)[0] in "LNPS" for char in text)


def size(text: str, unit: Unit) -> int:
    """The length of a text in a channel's unit."""
    return len(text) if unit == "characters" else len(text) + sum(char > "\uffff" for char in text)


def shortened(text: str, room: int, unit: Unit = "characters") -> str:
    """The text, cut so that it fits with a … at its end when it does not fit as it is."""
    if size(text, unit) <= room:
        return text
    return text[: _cut(text, room - 1, unit)].rstrip(" ,;:.-–(") + "…"


def pieces(text: str, first: int, rest: int, unit: Unit) -> Iterator[str]:
    """The text in pieces, the first at most `first` long, the others `rest`: cut after a sentence, else after a word,
    else between what people see as letters. White space at a cut is left out."""
    room = first
    while size(text, unit) > room:
        cut = _cut(text, room, unit)
        yield text[:cut].rstrip()
        text, room = text[cut:].lstrip(), rest
    yield text


def _cut(text: str, room: int, unit: Unit) -> int:
    """Where to cut so that what stands before fits; at least one character stands before."""
    end = _reach(text, room, unit)
    if text[end : end + 1] == " ":
        # The word that ends here fits exactly.
        return end
    for ends in (_SENTENCE_ENDS, (" ",)):
        at = max(text.rfind(mark, end // 2, end) + len(mark) if mark in text[end // 2 : end] else 0 for mark in ends)
        if at and not (at < len(text) and _joined(text, at)):
            return at
    for back in range(min(_GRAPHEME_AT_MOST, end - 1)):
        if not _joined(text, end - back):
            return end - back
    return end


def _reach(text: str, room: int, unit: Unit) -> int:
    """How many characters fit, one at least."""
    end = min(len(text), room)
    while end > 1 and size(text[:end], unit) > room:
        end -= max(1, (size(text[:end], unit) - room) // 2)
    return max(end, 1)


def _joined(text: str, at: int) -> bool:
    """Whether the characters before and after a place are one thing on the screen: a letter and its mark, a flag, a
    family."""
    before, after = text[at - 1], text[at]
    if unicodedata.category(after)[0] == "M" or after in _JOINERS or before == "\u200d":
        return True
    if "\U0001f3fb" <= after <= "\U0001f3ff":  # skin tones
        return True
    if _is_flag(before) and _is_flag(after):
        run = at
        while run > 0 and _is_flag(text[run - 1]):
            run -= 1
        return (at - run) % 2 == 1
    return False


def _is_flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def file_name(name: str) -> str:
    """A name that survives a multipart header and any file system: no quotes, slashes or line ends, not too long, its
    ending kept."""
    cleaned = re.sub(r'["\\/:*?<>|;]+', "_", one_line(name)).strip(". ") or "tep"
    stem, dot, ending = cleaned.rpartition(".")
    return f"{stem[:100]}{dot}{ending[:10]}" if dot else cleaned[:100]
