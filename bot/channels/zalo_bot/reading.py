"""Updates of the Zalo Bot API as Incoming. Pure. Every id is an opaque string."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.characters import one_line, shortened
from handlers.messages import Incoming, IncomingFile

NAME = "zalo_bot"
RECEIVED = "_received"
"""Field that we add to a stored update: when it came in, for updates that do not say when they were sent."""
REPLAYED_FOR = timedelta(days=7)
"""Updates older than what the inbox remembers are passed over: the service was seen to bring the same one for ever."""

_NAME_AT_MOST = 64
_SECONDS_BELOW = 10**12
"""Moments are milliseconds; a smaller number is seconds."""


@dataclass(frozen=True, slots=True)
class Us:
    """The bot: its id and the names by which a group mentions it ("" and none until the service has told)."""

    id: str = ""
    names: tuple[str, ...] = ()


def updates_of(answer: Any) -> list[dict[str, Any]]:
    """The updates in an answer or a webhook's body: one object, seldom a list, wrapped as {ok, result} or not."""
    if isinstance(answer, dict) and isinstance(answer.get("result"), dict | list):
        answer = answer["result"]
    found: Sequence[Any] = answer if isinstance(answer, list) else [answer]
    return [one for one in found if isinstance(one, dict) and ("message" in one or "event_name" in one)]


def stored(update: dict[str, Any], now: datetime) -> tuple[str, str, str] | None:
    """An update as the inbox keeps it: the key that recognises a redelivery, the lane (its chat; handled in order), the
    payload. None for one that is too old to be recognised again. Raises TypeError or ValueError for what is none."""
    message = update.get("message") or {}
    sent = _moment(message.get("date"))
    if sent is not None and sent < now - REPLAYED_FOR:
        return None
    bare = json.dumps(update, ensure_ascii=True, sort_keys=True)
    id = message.get("message_id")
    key = f"message:{id}" if id else f"digest:{hashlib.sha256(bare.encode()).hexdigest()[:32]}"
    lane = str((message.get("chat") or {}).get("id") or (message.get("from") or {}).get("id") or key)
    return key, lane, json.dumps(update | {RECEIVED: now.timestamp()}, ensure_ascii=True)


def read(payload: str, us: Us) -> Incoming | None:
    """The Incoming of a stored update, or None for what is not for us: our own words, and events without a message."""
    update = json.loads(payload)
    message = update.get("message") or {}
    sender, chat = message.get("from") or {}, message.get("chat") or {}
    account = str(sender.get("id") or "")
    place = str(chat.get("id") or account)
    if not account or sender.get("is_bot") is True or account == us.id:
        return None
    private = str(chat.get("chat_type", "PRIVATE")).upper() != "GROUP"
    text = message.get("text") or message.get("caption") or None
    if text is not None and not private:
        text = _without_mention(str(text), us)
    kind = str(update.get("event_name", "")).removeprefix("message.").removesuffix(".received")
    file = _picture(message)
    received = _moment(message.get("date")) or datetime.fromtimestamp(update.get(RECEIVED, 0), UTC)
    return Incoming(
        channel=NAME,
        chat=place,
        account=account,
        name=shortened(one_line(str(sender.get("display_name") or "")), _NAME_AT_MOST) or account,
        received=received,
        text=str(text) if text is not None else None,
        file=file,
        unsupported=None if text is not None or file is not None else kind or "unsupported",
        private=private,
    )


def _moment(value: Any) -> datetime | None:
    try:
        number = float(value)
        return datetime.fromtimestamp(number if number < _SECONDS_BELOW else number / 1000, UTC) if number else None
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def _picture(message: dict[str, Any]) -> IncomingFile | None:
    """The documentation says `photo`, the service sends `photo_url`."""
    several = message.get("photos")
    first = several[0] if isinstance(several, list) and several and isinstance(several[0], dict) else {}
    for address in (message.get("photo_url"), message.get("photo"), first.get("url")):
        if isinstance(address, str) and address:
            return IncomingFile(address, "", 0, "image/jpeg")
    return None


def _without_mention(text: str, us: Us) -> str:
    """A group message without the mention of us at its beginning or end (it comes only when it mentions us; whether
    the mention is left in it, the service does not say)."""
    for name in us.names:
        mention = rf"@?{re.escape(name)}"
        text = re.sub(rf"^\s*{mention}[\s,:;]+|\s+{mention}\s*$|^\s*{mention}\s*$", "", text, flags=re.IGNORECASE)
    return text.strip()
