"""Whether a webhook call comes from Zalo: `mac` is the SHA-256 (no HMAC) of four things in a row, over the raw body.

The sources do not agree on each of the four: the timestamp of the body or of a header, the id of the app or of the
account, the key of the webhook or of the app. Each way is tried, the one that fitted last time first. Pure."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any, NamedTuple

SIGNATURE_HEADER = "X-ZEvent-Signature"
TIMESTAMP_HEADER = "X-ZEvent-Timestamp"


class Variant(NamedTuple):
    """One reading of the rule: the id of the "app" or the "account"; the timestamp of the "body" or a "header"; the
    key of the "webhook" or the "app"."""

    id: str
    timestamp: str
    key: str


VARIANTS = tuple(Variant(*found) for found in product(("app", "account"), ("body", "header"), ("webhook", "app")))
"""Every reading, the documented one first."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What is needed to check: the app's id, the webhook's secret key and the app's secret."""

    app: str
    webhook: str
    secret: str


def fitting(headers: Mapping[str, str], body: bytes, keys: Keys, first: Variant | None = None) -> Variant | None:
    """The reading by which the signature is right; None for a forgery. `first`: the one to try before the others."""
    given = headers.get(SIGNATURE_HEADER, "").removeprefix("mac=").strip().lower()
    event = _event(body)
    if not given or event is None:
        return None
    for variant in sorted(VARIANTS, key=lambda v: v != first):
        for text in _signed(variant, headers, event, keys):
            key = keys.webhook if variant.key == "webhook" else keys.secret
            mac = hashlib.sha256(text[0].encode() + body + text[1].encode() + key.encode()).hexdigest()
            if key and hmac.compare_digest(mac.encode(), given.encode("utf-8", "replace")):
                return variant
    return None


def _signed(
    variant: Variant, headers: Mapping[str, str], event: dict[str, Any], keys: Keys
) -> Iterator[tuple[str, str]]:
    """(id, timestamp) as this reading has them; nothing when the call does not carry them."""
    stamp = event.get("timestamp") if variant.timestamp == "body" else headers.get(TIMESTAMP_HEADER)
    if variant.id == "app":
        ids = {keys.app}
    else:
        parties = (event.get("recipient"), event.get("sender"))
        ids = {str(event.get("oa_id", "")), *(str(one.get("id", "")) for one in parties if isinstance(one, dict))}
    if stamp not in (None, ""):
        yield from ((id, str(stamp)) for id in ids if id)


def _event(body: bytes) -> dict[str, Any] | None:
    try:
        event = json.loads(body)
    except ValueError:
        return None
    return event if isinstance(event, dict) else None
