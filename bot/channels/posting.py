"""The parts of a message, posted one after the other, for channels that cannot edit."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from bot.channels.failures import Failure, outcome
from bot.channels.rendering import Part
from scheduler.sending import Outcome, PartSent, Verdict

Post = Callable[[Part], Awaitable[str]]
"""Posts one part; the service's id of it. Raises bot.channels.failures.Failure."""


async def post_all(post: Post, parts: Sequence[Part], *, first_part: int, part_sent: PartSent, pause: float) -> Outcome:
    """Posts `parts` from `first_part`, stopping at the first that fails. `pause`: seconds between two. Never raises for
    what the service answers."""
    remote = ""
    for number in range(first_part, len(parts)):
        try:
            remote = await post(parts[number])
        except Failure as error:
            return outcome(error)
        if number + 1 < len(parts):
            await part_sent(number + 1)
            await asyncio.sleep(pause)
    return Outcome(Verdict.SENT, remote=remote)
