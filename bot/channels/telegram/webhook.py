"""Calls of our webhook (https://core.telegram.org/bots/api#setwebhook): told apart from forgeries, then read."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import datetime

import structlog

from bot.channels.telegram.reading import stored

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


def secret_of(token: str, given: str | None) -> str:
    """The secret that Telegram shall send with each call: the operator's, else one worked out from the token, the same
    in every process and after every start."""
    return given or hmac.new(token.encode(), b"dondoc webhook", hashlib.sha256).hexdigest()


def genuine(headers: Mapping[str, str], secret: str) -> bool:
    """Whether a call carries the secret; compared in constant time."""
    given = headers.get(SECRET_HEADER, "")
    return hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode())


def updates_of(
    headers: Mapping[str, str], body: bytes, secret: str, now: datetime
) -> list[tuple[str, str, str]] | None:
    """Key, lane and payload of the update that a call brings, nothing for what is no update; None for a forgery (found
    out before anything is read)."""
    if not genuine(headers, secret):
        log.warning("a call without our secret", action="webhook")
        return None
    try:
        return [stored(json.loads(body), now)]
    except (KeyError, TypeError, ValueError, AttributeError):
        log.exception("not an update", action="webhook")
        return []
