"""From a Reply to messages that fit a channel: blocks become lines, lines are packed into parts, never cut inside a
tag, an accent or (where it can be helped) a word."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from handlers.capabilities import Capabilities
from handlers.messages import (
    Block,
    Choice,
    Document,
    Fields,
    Heading,
    Items,
    Note,
    Paragraph,
    Picture,
    Reply,
    Source,
)
from handlers.wording import rendering as words

_BIDI = frozenset("\u200e\u200f\u061c") | {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_MARKS_AT_MOST = 8
"""Combining marks kept on one letter; more are an attack on whoever lays out the text."""
_TIGHT = (Items, Fields)
"""Blocks that stand directly below what they belong to."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: an optional bold `label` before it, and a style for the whole ("b", "i" or "")."""

    text: str
    style: str = ""
    label: str = ""

    @property
    def plain(self) -> str:
        """The line without markup."""
        return f"{self.label} {self.text}" if self.label else self.text

    @property
    def html(self) -> str:
        """The line as HTML that Telegram accepts."""
        text = html.escape(self.text, quote=True).replace("&#x27;", "'")
        if self.style:
            text = f"<{self.style}>{text}</{self.style}>"
        return f"<b>{html.escape(self.label)}</b> {text}" if self.label else text


@dataclass(frozen=True, slots=True)
class Part:
    """One message: text (both ways), or a picture or document with its caption. Only the last part has choices."""

    plain: str
    html: str
    media: Picture | Document | None = None
    choices: tuple[Choice, ...] = ()


def safe(text: str) -> str:
    """The text as NFC without control characters, direction marks, lone surrogates, or heaps of combining marks."""
    kept: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category == "Mn" else 0
        if marks > _MARKS_AT_MOST or char in _BIDI or category in ("Cs", "Co", "Cn"):
            continue
        if category == "Cc" and char not in "\n\t":
            continue
        kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))


def size(text: str, unit: str) -> int:
    """The length of a text in a channel's unit: code points, or UTF-16 units."""
    return len(text) if unit == "characters" else len(text.encode("utf-16-le", "surrogatepass")) // 2


def render(reply: Reply, capabilities: Capabilities, *, repeat: bool = False) -> list[Part]:
    """The parts of a reply, in order; at least one. `repeat`: an earlier try may have arrived, so it says so."""
    paragraphs = [_lines(block) for block in reply.blocks if not isinstance(block, Picture | Document)]
    gaps = [isinstance(b, _TIGHT) for b in reply.blocks if not isinstance(b, Picture | Document)]
    if repeat:
        paragraphs, gaps = [[Line(words.REPEAT, "i")], *paragraphs], [True, *gaps]
    if reply.choices and not capabilities.buttons:
        paragraphs.append([Line(f"{n}. {safe(c.label)}") for n, c in enumerate(reply.choices, 1)])
        paragraphs[-1].append(Line(words.MENU_HINT, "i"))
        gaps.append(False)
    parts = [*_media(reply), *_packed(paragraphs, gaps, capabilities)]
    last = parts[-1]
    return [*parts[:-1], Part(last.plain, last.html, last.media, reply.choices if capabilities.buttons else ())]


def _media(reply: Reply) -> Iterator[Part]:
    for block in reply.blocks:
        if isinstance(block, Picture):
            caption = safe(block.alternative)[:1000]
            yield Part(caption, html.escape(caption), block)
        elif isinstance(block, Document):
            yield Part("", "", block)


def _lines(block: Block) -> list[Line]:
    match block:
        case Heading(text=text):
            return _split(text, "b")
        case Paragraph(text=text, strong=strong):
            return _split(text, "b" if strong else "")
        case Note(text=text):
            return _split(text, "i")
        case Source(text=text):
            return _split(words.SOURCE.format(text=text), "i")
        case Items(items=items, numbered=numbered, start=start):
            marks = (f"{start + n}. " if numbered else "• " for n in range(len(items)))
            return [Line(mark + _one(item)) for mark, item in zip(marks, items, strict=True)]
        case Fields(pairs=pairs):
            return [Line(_one(value), "", f"{_one(label)}:") for label, value in pairs]
    return []


def _split(text: str, style: str) -> list[Line]:
    return [Line(line, style) for line in safe(text).split("\n")]


def _one(text: str) -> str:
    return " ".join(safe(text).split())


def _packed(paragraphs: Sequence[list[Line]], tight: Sequence[bool], capabilities: Capabilities) -> list[Part]:
    """Fills messages up to the channel's limit, cutting between blocks, else between lines, else inside a line."""
    parts: list[list[Line]] = [[]]
    unit, limit = capabilities.text_unit, capabilities.max_text

    def length(lines: Sequence[Line]) -> int:
        return size("\n".join(line.plain for line in lines), unit)

    for lines, close in zip(paragraphs, tight, strict=True):
        gap = [] if close or not parts[-1] else [Line("")]
        if length([*parts[-1], *gap, *lines]) <= limit:
            parts[-1] += [*gap, *lines]
            continue
        if parts[-1] and length(lines) <= limit:
            parts.append(list(lines))
            continue
        for line in (piece for whole in lines for piece in _pieces(whole, limit, unit)):
            if parts[-1] and length([*parts[-1], line]) > limit:
                parts.append([])
            parts[-1].append(line)
    return [_part(lines) for lines in parts if any(line.plain.strip() for line in lines)] or [Part("…", "…")]


def _part(lines: Sequence[Line]) -> Part:
    return Part("\n".join(line.plain for line in lines).strip(), "\n".join(line.html for line in lines).strip())


def _pieces(line: Line, limit: int, unit: str) -> Iterator[Line]:
    """The line in pieces that each fit a message: cut after a sentence, else after a word, else between letters."""
    room = limit - size(line.label, unit) - 1
    rest, label = line.text, line.label
    while size(rest, unit) > room:
        cut = _cut(rest, room, lambda text: size(text, unit))
        yield Line(rest[:cut].rstrip(), line.style, label)
        rest, label, room = rest[cut:].lstrip(), "", limit
    yield Line(rest, line.style, label)


def _cut(text: str, room: int, measure: Callable[[str], int]) -> int:
    """Where to cut so that the first part fits: at least one character, never before a combining mark."""
    end = min(len(text), room)
    while measure(text[:end]) > room:
        end -= 1
    for mark in (". ", "; ", " "):
        at = text.rfind(mark, end // 2, end)
        if at > 0:
            return at + len(mark)
    while end > 1 and unicodedata.combining(text[end : end + 1] or " "):
        end -= 1
    return max(end, 1)
