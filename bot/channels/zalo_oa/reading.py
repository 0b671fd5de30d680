"""Events of an Official Account as Incoming. Pure. Every id and moment is a string."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from handlers.messages import Incoming, IncomingFile

NAME = "zalo_oa"
PAYLOAD_MARK = "#dondoc:"
"""Stands before a choice's token in a button's payload, which comes back as if the person had typed it."""
RECEIVED = "_received"

_FILES = {"user_send_image": "image/jpeg", "user_send_file": ""}
_SAID = "user_send_"


def stored(event: dict[str, Any], now: datetime) -> tuple[str, str, str]:
    """An event as the inbox keeps it: the key that recognises a redelivery, the lane (its person), the payload. Raises
    KeyError, TypeError or AttributeError for what is no event."""
    name, message = str(event["event_name"]), event.get("message") or {}
    person = _person(event)
    id = message.get("msg_id")
    # Receipts name a message too: only what is said is known by it.
    said = name.startswith(_SAID) and id
    key = f"message:{id}" if said else f"{name}:{event.get('timestamp', '')}:{person}"
    return key, person or key, json.dumps(event | {RECEIVED: now.timestamp()}, ensure_ascii=True)


def read(payload: str) -> Incoming | None:
    """The Incoming of a stored event, or None for what is not for us: our own words, receipts, groups."""
    event = json.loads(payload)
    name, person = str(event.get("event_name", "")), _person(event)
    if not person:
        return None
    when = _moment(event)
    if name in ("follow", "unfollow"):
        return Incoming(NAME, person, person, "", when, blocked=name == "unfollow")
    if not name.startswith(_SAID) or name.startswith("user_send_group"):
        return None
    message = event.get("message") or {}
    text = str(message.get("text") or "") or None
    if text is not None and text.startswith(PAYLOAD_MARK):
        return Incoming(NAME, person, person, "", when, pressed=text.removeprefix(PAYLOAD_MARK))
    file = _file(name, message)
    kind = name.removeprefix(_SAID)
    unsupported = None if text is not None or file is not None else kind
    return Incoming(NAME, person, person, "", when, text=text, file=file, unsupported=unsupported)


def _person(event: dict[str, Any]) -> str:
    subject = event.get("follower") or event.get("sender") or {}
    return str(subject.get("id") or "")


def _moment(event: dict[str, Any]) -> datetime:
    try:
        return datetime.fromtimestamp(int(event["timestamp"]) / 1000, UTC)
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(event.get(RECEIVED, 0), UTC)


def _file(name: str, message: dict[str, Any]) -> IncomingFile | None:
    several = message.get("attachments")
    if name not in _FILES or not isinstance(several, list) or not several or not isinstance(several[0], dict):
        return None
    about = several[0].get("payload") or {}
    size = str(about.get("size") or "")
    address = str(about.get("url") or "")
    if not address:
        return None
    return IncomingFile(address, str(about.get("name") or ""), int(size) if size.isdecimal() else 0, _FILES[name])
