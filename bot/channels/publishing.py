"""What a channel that carries no files does with them: each gets an address in the web part."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from handlers.messages import Block, Document, Picture, Reply

Publish = Callable[[str, str, Picture | Document], Awaitable[str]]
"""(channel, chat, block) → the address under which the people of that chat fetch it. Raises NotWritten."""


async def published(
    reply: Reply,
    publish: Publish | None,
    channel: str,
    chat: str,
    which: Callable[[Picture | Document], bool] = lambda block: True,
) -> Reply:
    """The reply with an address on each picture and document, or on those of them for which `which` holds; as it is
    when there is no web part."""
    if publish is None or not any(isinstance(block, Picture | Document) for block in reply.blocks):
        return reply
    blocks: list[Block] = []
    for block in reply.blocks:
        if isinstance(block, Picture | Document) and which(block):
            block = replace(block, url=await publish(channel, chat, block))
        blocks.append(block)
    return replace(reply, blocks=tuple(blocks))
