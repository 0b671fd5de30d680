"""Telegram's HTML, read as strictly as the real server reads it: same tags, same error texts, offsets in UTF-16."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from telegram import MessageEntity

from tests.support.telegram_fake.errors import bad

MAX_RAW_BYTES = 32768
MAX_ENTITIES = 100
"""Entities beyond so many are dropped without a word."""

_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPACE = " \t\r\n\0\v"
_ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")


def utf16(text: str) -> int:
    """Length in UTF-16 units, as entities count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int


@dataclass
class _Reader:
    source: str
    at: int = 0
    text: list[str] = field(default_factory=list)
    units: int = 0
    open: list[_Open] = field(default_factory=list)
    entities: list[MessageEntity] = field(default_factory=list)

    def bytes_at(self, position: int) -> int:
        return len(self.source[:position].encode())

    def put(self, piece: str) -> None:
        self.text.append(piece)
        self.units += utf16(piece)

    def peek(self) -> str:
        return self.source[self.at] if self.at < len(self.source) else ""

    def skip(self, characters: str) -> None:
        while self.peek() and self.peek() in characters:
            self.at += 1

    def until(self, stops: str) -> str:
        begin = self.at
        found = (self.source.find(stop, begin) for stop in stops)
        self.at = min((at for at in found if at >= 0), default=len(self.source))
        return self.source[begin : self.at]


def parse_html(source: str) -> tuple[str, list[MessageEntity]]:
    """The plain text and its entities. Raises ApiError 400 "can't parse entities: …"."""
    reader = _Reader(source)
    while reader.at < len(source):
        char = source[reader.at]
        if char == "&":
            decoded, length = _decoded(source, reader.at)
            reader.put(decoded)
            reader.at += length
        elif char != "<":
            reader.put(reader.until("<&"))
        elif source[reader.at + 1 : reader.at + 2] == "/":
            _end_tag(reader)
        else:
            _start_tag(reader)
    if reader.open:
        raise _unparsed(f'Can\'t find end tag corresponding to start tag "{reader.open[-1].tag}"')
    return "".join(reader.text), sorted(reader.entities, key=lambda e: (e.offset, -e.length))


def _unparsed(problem: str) -> Exception:
    return bad(f"can't parse entities: {problem}")


def _decoded(source: str, at: int) -> tuple[str, int]:
    """What the `&` at a place stands for, and the length of what it was written as; a lone `&` stands for itself."""
    found = _ENTITY.match(source, at)
    if found is None:
        return "&", 1
    hexadecimal, decimal, name = found.groups()
    if name is not None:
        return (_NAMED[name], found.end() - at) if name in _NAMED else ("&", 1)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    valid = 0 < code < 0x110000 and not 0xD800 <= code < 0xE000
    return (chr(code), found.end() - at) if valid else ("&", 1)


def _start_tag(reader: _Reader) -> None:
    begin = reader.at
    reader.at += 1
    tag = reader.until(_SPACE + ">").lower()
    if not reader.peek():
        raise _unparsed(f"Unclosed start tag at byte offset {reader.bytes_at(begin)}")
    if tag not in _TYPES:
        raise _unparsed(f'Unsupported start tag "{tag}" at byte offset {reader.bytes_at(begin)}')
    attributes = dict(_attributes(reader, tag, begin))
    reader.at += 1
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise _unparsed(f'Tag "span" must have class "tg-spoiler" at byte offset {reader.bytes_at(begin)}')
    reader.open.append(_Open(tag, attributes, reader.units))


def _attributes(reader: _Reader, tag: str, begin: int) -> Iterator[tuple[str, str]]:
    unclosed = _unparsed(f'Unclosed start tag "{tag}" at byte offset {reader.bytes_at(begin)}')
    while True:
        reader.skip(_SPACE)
        if reader.peek() == ">":
            return
        if not reader.peek():
            raise unclosed
        name = reader.until(_SPACE + "=>/\"'")
        if not name:
            raise _unparsed(f'Empty attribute name in the tag "{tag}" at byte offset {reader.bytes_at(begin)}')
        reader.skip(_SPACE)
        if reader.peek() != "=":
            yield name, "1"
            continue
        reader.at += 1
        reader.skip(_SPACE)
        quote = reader.peek()
        if quote in ('"', "'") and quote:
            reader.at += 1
            value = reader.until(quote)
            reader.at += 1
        else:
            value = reader.until(_SPACE + ">")
        if not reader.peek():
            raise unclosed
        yield name, value


def _end_tag(reader: _Reader) -> None:
    begin = reader.at
    if not reader.open:
        raise _unparsed(f"Unexpected end tag at byte offset {reader.bytes_at(begin)}")
    reader.at += 2
    tag = reader.until(_SPACE + ">")
    reader.skip(_SPACE)
    if reader.peek() != ">":
        raise _unparsed(f"Unclosed end tag at byte offset {reader.bytes_at(begin)}")
    reader.at += 1
    opened = reader.open.pop()
    if tag and tag != opened.tag:
        raise _unparsed(
            f'Unmatched end tag at byte offset {reader.bytes_at(begin)}, expected "</{opened.tag}>", found "</{tag}>"'
        )
    length = reader.units - opened.offset
    kind = _TYPES[opened.tag]
    url = opened.attributes.get("href")
    if length and not (kind == "text_link" and not url):
        reader.entities.append(MessageEntity(kind, opened.offset, length, url=url))


def read_text(
    source: str, parse_mode: str | None, *, limit: int, caption: bool = False
) -> tuple[str, list[MessageEntity]]:
    """What a person will see of a text, with the server's limits. Raises ApiError 400."""
    if any("\ud800" <= c <= "\udfff" for c in source):
        raise bad("strings must be encoded in UTF-8")
    if len(source.encode()) > MAX_RAW_BYTES:
        raise bad("text is too long")
    if parse_mode and parse_mode.lower() != "html":
        raise bad("unsupported parse_mode")
    text, entities = parse_html(source) if parse_mode else (source, [])
    text = "".join(c if c == "\n" or ord(c) >= 32 else " " for c in text.replace("\r", ""))
    shown = text.rstrip()
    leading = len(shown) - len(shown.lstrip())
    if leading:
        shown, entities = shown[leading:], [_moved(e, leading) for e in entities]
    entities = [e for e in (_cut(e, utf16(shown)) for e in entities) if e.length > 0]
    if not shown and not caption:
        raise bad("message text is empty")
    if len(shown) > limit:
        raise bad("message caption is too long" if caption else "message is too long")
    return shown, entities[:MAX_ENTITIES]


def _moved(entity: MessageEntity, by: int) -> MessageEntity:
    end = entity.offset + entity.length
    begin = max(entity.offset - by, 0)
    return MessageEntity(entity.type, begin, max(end - by, 0) - begin, url=entity.url)


def _cut(entity: MessageEntity, end: int) -> MessageEntity:
    length = min(entity.offset + entity.length, end) - entity.offset
    return MessageEntity(entity.type, entity.offset, length, url=entity.url)
