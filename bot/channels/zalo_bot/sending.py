"""Parts of a reply as calls of the Zalo Bot API. There is one form of message, text; pictures go by public address."""

from __future__ import annotations

import structlog

from bot.channels.failures import Gone, Refused
from bot.channels.rendering import Part
from bot.channels.zalo_bot.api import Api
from handlers.messages import Picture

log = structlog.get_logger(__name__)

PHOTO_LIMIT = 90.0
"""Seconds for a call with a picture, which the service fetches meanwhile."""


async def post(api: Api, chat: str, part: Part, *, markdown: bool) -> str:
    """Sends one part; the message's id. What the service does not like about it is left out, once. Raises
    bot.channels.failures.Failure."""
    if isinstance(part.media, Picture) and part.media.url:
        body = {"chat_id": chat, "photo": part.media.url, "caption": part.plain}
        try:
            return _id(await api.call("sendPhoto", body, PHOTO_LIMIT))
        except Gone:
            raise
        except Refused as error:
            # The host of the picture may not please the service: the person can open it themselves.
            log.warning("picture refused", action="send", said=error.description)
            return _id(await api.call("sendMessage", {"chat_id": chat, "text": f"{part.plain}\n{part.media.url}"}))
    if markdown and part.markdown != part.plain:
        try:
            body = {"chat_id": chat, "text": part.markdown, "parse_mode": "markdown"}
            return _id(await api.call("sendMessage", body))
        except Gone:
            raise
        except Refused as error:
            log.warning("our markup was refused", action="send", said=error.description)
    return _id(await api.call("sendMessage", {"chat_id": chat, "text": part.plain}))


def _id(result: object) -> str:
    return str(result.get("message_id", "")) if isinstance(result, dict) else ""
