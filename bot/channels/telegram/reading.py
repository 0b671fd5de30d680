"""Raw updates of the Bot API as Incoming (https://core.telegram.org/bots/api#update)."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

from handlers.messages import Incoming, IncomingFile

NAME = "telegram"
TOKEN_MARK = "c:"
"""Stands before a choice's token in a button's data."""

_UNSUPPORTED = (
    "sticker",
    "voice",
    "video",
    "video_note",
    "animation",
    "audio",
    "contact",
    "location",
    "poll",
    "dice",
    "story",
)
_GONE = ("kicked", "left")


def key_and_lane(update: dict[str, Any]) -> tuple[str, str]:
    """The key that recognises a redelivery, and the conversation: its chat, else (nobody's) the update itself."""
    key = f"update:{update['update_id']}"
    chat = _chat_of(update)
    return key, str(chat["id"]) if chat else key


def _chat_of(update: dict[str, Any]) -> dict[str, Any] | None:
    query = update.get("callback_query")
    holder = query.get("message") if query else None
    for kind in ("message", "edited_message", "my_chat_member"):
        holder = holder or update.get(kind)
    if holder:
        chat: dict[str, Any] = holder["chat"]
        return chat
    return query["from"] if query else None


def read(payload: str, bot_id: int, username: str) -> Incoming | None:
    """The Incoming of a stored update, or None for what is not for us. `username`: ours, without @."""
    update = json.loads(payload)
    if "callback_query" in update:
        return _pressed(update["callback_query"])
    if "my_chat_member" in update:
        return _membership(update["my_chat_member"])
    message = update.get("message") or update.get("edited_message")
    if not message or message.get("from", {}).get("is_bot", True):
        return None
    return _message(message, bot_id, username, edited="edited_message" in update)


def _when(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _name(person: dict[str, Any]) -> str:
    # Vietnamese order: family name first, which Telegram keeps as the last name.
    return " ".join(part for part in (person.get("last_name"), person.get("first_name")) if part)


def _pressed(query: dict[str, Any]) -> Incoming | None:
    data = query.get("data", "")
    if not data.startswith(TOKEN_MARK):
        return None
    message: dict[str, Any] = query.get("message") or {"chat": {"id": query["from"]["id"], "type": "private"}}
    chat = message["chat"]
    # An inaccessible message (date 0) can no longer be edited.
    editable = message.get("date", 0) != 0
    return Incoming(
        channel=NAME,
        chat=str(chat["id"]),
        account=str(query["from"]["id"]),
        name=_name(query["from"]),
        received=datetime.now(UTC) if not editable else _when(message["date"]),
        pressed=data.removeprefix(TOKEN_MARK),
        private=chat["type"] == "private",
        message=str(message["message_id"]) if editable else None,
    )


def _membership(change: dict[str, Any]) -> Incoming | None:
    if change["chat"]["type"] != "private":
        return None
    return Incoming(
        channel=NAME,
        chat=str(change["chat"]["id"]),
        account=str(change["from"]["id"]),
        name=_name(change["from"]),
        received=_when(change["date"]),
        blocked=change["new_chat_member"]["status"] in _GONE,
    )


def _message(message: dict[str, Any], bot_id: int, username: str, *, edited: bool) -> Incoming | None:
    chat = message["chat"]
    if chat["type"] not in ("private", "group", "supergroup"):
        return None
    text = message.get("text", message.get("caption"))
    unsupported = next((kind for kind in _UNSUPPORTED if kind in message), None)
    file = _file(message)
    if text is None and unsupported is None and file is None:
        return None  # a service message: somebody joined, a title changed
    if edited and text is None:
        return None
    private = chat["type"] == "private"
    addressed, text = (True, text) if private else _addressed(message, text, bot_id, username)
    if text is not None and _for_another(text, username):
        return None
    return Incoming(
        channel=NAME,
        chat=str(chat["id"]),
        account=str(message["from"]["id"]),
        name=_name(message["from"]),
        received=_when(message.get("edit_date", message["date"])),
        text=text,
        file=file,
        unsupported=unsupported,
        private=private,
        addressed=addressed,
        forwarded="forward_origin" in message,
    )


def _for_another(text: str, username: str) -> bool:
    """ "/cmd@other_bot" is not for us."""
    found = re.match(r"/[^\s@]+@(\w+)", text)
    return found is not None and found[1].lower() != username.lower()


def _addressed(message: dict[str, Any], text: str | None, bot_id: int, username: str) -> tuple[bool, str | None]:
    """Whether a group message is for us (command, mention, reply to us), and its text without the mention."""
    mention = re.compile(rf"@{re.escape(username)}\b", re.IGNORECASE)
    replied = message.get("reply_to_message", {}).get("from", {}).get("id") == bot_id
    command = text is not None and text.startswith("/")
    mentioned = text is not None and mention.search(text) is not None
    if text is not None and not command:
        text = mention.sub(" ", text).strip()
    return command or mentioned or replied, text


def _file(message: dict[str, Any]) -> IncomingFile | None:
    if "document" in message:
        found = message["document"]
        name, size = found.get("file_name", ""), found.get("file_size", 0)
        return IncomingFile(found["file_id"], name, size, found.get("mime_type", ""))
    if message.get("photo"):
        largest = message["photo"][-1]
        return IncomingFile(largest["file_id"], "", largest.get("file_size", 0), "image/jpeg")
    return None
