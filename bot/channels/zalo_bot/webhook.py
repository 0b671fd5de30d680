"""Calls of our webhook: told apart from forgeries before anything is read, then read."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import datetime

import structlog

from bot.channels.zalo_bot.reading import stored, updates_of

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Bot-Api-Secret-Token"


def secret_of(token: str, given: str | None) -> str:
    """The secret that Zalo shall send with each call: the operator's, else one worked out from the token, the same in
    every process and after every start."""
    return given or hmac.new(token.encode(), b"dondoc zalo webhook", hashlib.sha256).hexdigest()


def genuine(headers: Mapping[str, str], secret: str) -> bool:
    """Whether a call carries the secret; compared in constant time."""
    given = headers.get(SECRET_HEADER, "")
    return hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode())


def items_of(body: bytes, now: datetime) -> list[tuple[str, str, str]]:
    """Key, lane and payload of what a genuine call brings; none for a probe or what is no update."""
    try:
        found = [stored(update, now) for update in updates_of(json.loads(body))]
    except (KeyError, TypeError, ValueError, AttributeError):
        log.exception("not an update", action="webhook")
        return []
    return [item for item in found if item is not None]
