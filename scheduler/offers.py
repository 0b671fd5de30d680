"""Choices on their way out: each gets a token, and the menu is stored for the chat that will see it."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime

from handlers.messages import Reply
from storage.records import CHOICES_LAST
from storage.unit_of_work import UnitOfWork

_TOKEN_BYTES = 9  # 72 bits: cannot be guessed, and 12 characters fit any channel's button


async def offered(uow: UnitOfWork, channel: str, chat: str, reply: Reply, now: datetime) -> Reply:
    """The reply with a token on each choice, the choices stored as the chat's newest menu. Done when the message is
    about to leave, so that a typed number always means the menu that the person saw last."""
    if not reply.choices:
        return reply
    choices = tuple(replace(choice, token=secrets.token_urlsafe(_TOKEN_BYTES)) for choice in reply.choices)
    rows = [(c.token, c.label, c.action.name, c.action.arguments) for c in choices]
    await uow.choices.offer(channel, chat, rows, now + CHOICES_LAST)
    return replace(reply, choices=choices)
