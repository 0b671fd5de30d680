"""Long replies on channels that carry few messages at a time: the first portion, and a choice that brings the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.channels.rendering import render
from bot.characters import pieces
from handlers.capabilities import Capabilities
from handlers.continuing import more
from handlers.messages import Block, Fields, Heading, Items, Made, Note, Paragraph, Reply, Source


def portion(reply: Reply, capabilities: Capabilities) -> Reply:
    """The reply, when it fits the messages allowed; else as much of it as does, with the choice *Xem tiếp*. The rest,
    and the reply's own choices at its end, wait in that choice. Pure: each try sends the same."""
    if capabilities.max_parts is None or _fits(reply, capabilities):
        return reply
    blocks = [small for block in reply.blocks for small in _pieces(block, capabilities.max_text // 2)]
    low, high = 1, len(blocks)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _fits(_first(reply, blocks, middle), capabilities) else (low, middle - 1)
    # A heading belongs above what follows.
    while low > 1 and isinstance(blocks[low - 1], Heading):
        low -= 1
    return _first(reply, blocks, low)


def _first(reply: Reply, blocks: list[Block], count: int) -> Reply:
    rest = Reply(tuple(blocks[count:]), reply.choices)
    return replace(reply, blocks=tuple(blocks[:count]), choices=(more(rest),))


def _fits(reply: Reply, capabilities: Capabilities) -> bool:
    promised = sum(isinstance(block, Made) for block in reply.blocks)  # each becomes a message of its own, perhaps
    return len(render(reply, capabilities)) + promised <= (capabilities.max_parts or 1)


def _pieces(block: Block, room: int) -> Iterator[Block]:
    """A block as blocks that a message can hold: an item or a pair each, long words in pieces."""
    match block:
        case Items(items=items, start=start):
            for n, item in enumerate(items):
                first, *others = pieces(item, room, room, "utf16")
                yield replace(block, items=(first,), start=start + n)
                yield from (Paragraph(text) for text in others)
        case Fields(pairs=pairs):
            for label, value in pairs:
                first, *others = pieces(value, room, room, "utf16")
                yield Fields(((label, first),))
                yield from (Paragraph(text) for text in others)
        case Paragraph() | Note() | Source() | Heading():
            for text in pieces(block.text, room, room, "utf16"):
                yield replace(block, text=text)
        case _:
            yield block
