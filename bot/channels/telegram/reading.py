"""Raw updates of the Bot API as Incoming (https://core.telegram.org/bots/api#update). Pure."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.channels.telegram.places import Place
from bot.channels.telegram.sending import TOKEN_MARK
from bot.characters import one_line, shortened
from handlers.messages import Incoming, IncomingFile

NAME = "telegram"
KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
"""The updates that we ask for."""
RECEIVED = "_received"
"""Field that we add to a stored update: when it was fetched. A press does not say when it was made."""

_UNSUPPORTED = (
    "sticker",
    "voice",
    "video",
    "video_note",
    "animation",
    "audio",
    "contact",
    "venue",
    "location",
    "poll",
    "dice",
    "game",
    "story",
    "checklist",
    "paid_media",
    "live_photo",
    "rich_message",
)
_NAME_AT_MOST = 64
_SERVICE_ACCOUNT = 777000
"""Posts of a channel arrive in its discussion group from this account of Telegram's own."""


@dataclass(frozen=True, slots=True)
class Us:
    """The bot: its user id and its name without @ ("" until the server has told it)."""

    id: int
    username: str


def stored(update: dict[str, Any], now: datetime) -> tuple[str, str, str]:
    """A fetched update as the inbox keeps it: the key that recognises a redelivery, the lane (its chat; handled in
    order), the payload. Raises KeyError, TypeError or ValueError for what is no update."""
    key = f"update:{int(update['update_id'])}"
    content: dict[str, Any] = next((update[kind] for kind in KINDS if kind in update), {})
    chat = (content.get("message") or content).get("chat") or content.get("from") or {}
    # ASCII only: a lone surrogate in somebody's text survives any database.
    return key, str(chat.get("id", key)), json.dumps(update | {RECEIVED: now.timestamp()}, ensure_ascii=True)


def read(payload: str, us: Us) -> Incoming | None:
    """The Incoming of a stored update, or None for what is not for us.

    An edited message is read as if newly written (Telegram does not say what it was before), unless it has no text.
    """
    update = json.loads(payload)
    if query := update.get("callback_query"):
        return _pressed(query, _moment(update.get(RECEIVED, 0)))
    if change := update.get("my_chat_member"):
        return _membership(change)
    edited = update.get("edited_message")
    message = update.get("message") or edited
    return _message(message, us, edited=edited is not None) if message else None


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _name(person: dict[str, Any]) -> str:
    """As the app shows it."""
    shown = one_line(" ".join(str(person[part]) for part in ("first_name", "last_name") if person.get(part)))
    return shortened(shown, _NAME_AT_MOST) or str(person.get("username") or person["id"])


def _pressed(query: dict[str, Any], now: datetime) -> Incoming | None:
    message = query.get("message")
    if not message:
        return None  # pressed in a message that was sent through inline mode: not ours
    # Of a message that is too old only the id is told (date 0): it cannot be edited any more.
    editable = bool(message.get("date"))
    return Incoming(
        channel=NAME,
        chat=str(Place.of_message(message)),
        account=str(query["from"]["id"]),
        name=_name(query["from"]),
        received=now,
        pressed=str(query.get("data", "")).removeprefix(TOKEN_MARK),
        private=message["chat"]["type"] == "private",
        message=str(message["message_id"]) if editable else None,
    )


def _membership(change: dict[str, Any]) -> Incoming | None:
    """A person blocked or unblocked us; what happens to us in groups says nothing about a person."""
    if change["chat"]["type"] != "private":
        return None
    return Incoming(
        channel=NAME,
        chat=str(change["chat"]["id"]),
        account=str(change["from"]["id"]),
        name=_name(change["from"]),
        received=_moment(change["date"]),
        blocked=change["new_chat_member"]["status"] in ("kicked", "left"),
    )


def _message(message: dict[str, Any], us: Us, *, edited: bool) -> Incoming | None:
    if not _from_person(message):
        return None
    private = message["chat"]["type"] == "private"
    text, entities = message.get("text"), message.get("entities", [])
    if text is None:
        text, entities = message.get("caption"), message.get("caption_entities", [])
    file = _file(message)
    unsupported = next((kind for kind in _UNSUPPORTED if kind in message), None)
    if text is None and (edited or (file is None and unsupported is None)):
        return None  # an edit that is not about words; a service message: somebody joined, a title changed
    addressed = private
    if text is not None and not private:
        if _for_another(text, us):
            return None
        text, addressed = _without_mention(text, entities, us)
    answered = message.get("reply_to_message") or {}
    ours = answered.get("from", {}).get("id") == us.id
    return Incoming(
        channel=NAME,
        chat=str(Place.of_message(message)),
        account=str(message["from"]["id"]),
        name=_name(message["from"]),
        received=_moment(message.get("edit_date") or message["date"]),
        text=text,
        file=file,
        unsupported=unsupported,
        private=private,
        addressed=addressed or ours,
        forwarded="forward_origin" in message or "forward_date" in message,
        replied=str(answered.get("text") or answered.get("caption") or "") if ours else "",
    )


def _from_person(message: dict[str, Any]) -> bool:
    """Not a bot, a channel, an administrator who hides behind the group, or Telegram itself."""
    sender = message.get("from") or {"is_bot": True}
    return (
        message["chat"]["type"] in ("private", "group", "supergroup")
        and not sender.get("is_bot")
        and sender["id"] != _SERVICE_ACCOUNT
        and "sender_chat" not in message
    )


def _for_another(text: str, us: Us) -> bool:
    """ "/cmd@other_bot" is not for us."""
    found = re.match(r"/[^\s@]+@(\w+)", text)
    return found is not None and found[1].lower() != us.username.lower()


def _without_mention(text: str, entities: list[dict[str, Any]], us: Us) -> tuple[str, bool]:
    """A group message without the mention of us, and whether it was for us: mentioned, or a command."""
    command = text.startswith("/")
    units = text.encode("utf-16-le", "surrogatepass")  # offsets of entities count UTF-16 units
    mentioned = False
    for entity in reversed(entities):
        begin, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
        words = units[begin:end].decode("utf-16-le", "replace")
        named = entity["type"] == "mention" and words.lower() == f"@{us.username}".lower()
        if named or (entity["type"] == "text_mention" and entity.get("user", {}).get("id") == us.id):
            units, mentioned = units[:begin] + units[end:], True
    left = units.decode("utf-16-le", "surrogatepass")
    return (left.strip().lstrip(",:;").lstrip() if mentioned else text), command or mentioned


def _file(message: dict[str, Any]) -> IncomingFile | None:
    if "animation" in message:
        return None  # carries a copy of itself as a document
    if found := message.get("document"):
        name, size = str(found.get("file_name", "")), int(found.get("file_size", 0))
        return IncomingFile(found["file_id"], name, size, str(found.get("mime_type", "")))
    if sizes := message.get("photo"):
        largest = max(sizes, key=lambda size: size.get("width", 0) * size.get("height", 0))
        return IncomingFile(largest["file_id"], "", int(largest.get("file_size", 0)), "image/jpeg")
    return None
