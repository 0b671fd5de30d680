"""A call is genuine when its signature fits one of the readings of the rule."""

from __future__ import annotations

import hashlib
import json

import pytest

from bot.channels.zalo_oa.signature import VARIANTS, Keys, Variant, fitting

VECTOR = (
    '{"app_id":"123","event_name":"user_send_text","sender":{"id":"u1"},"recipient":{"id":"oa1"},'
    '"message":{"text":"Xin chào","msg_id":"m1"},"timestamp":"1700000000000"}'
).encode()
MAC = "3747ee212d7dc9088cddba21c55a49cb6cd31394a1196119096437926f0f1419"
KEYS = Keys("123", "s3cret", "app-secret")


def test_the_known_vector() -> None:
    found = fitting({"X-ZEvent-Signature": f"mac={MAC}"}, VECTOR, KEYS)
    assert found == Variant("app", "body", "webhook")


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_reading_is_known(variant: Variant) -> None:
    id = "123" if variant.id == "app" else "oa1"
    stamp = "1700000000000" if variant.timestamp == "body" else "1700000000999"
    key = "s3cret" if variant.key == "webhook" else "app-secret"
    mac = hashlib.sha256(id.encode() + VECTOR + stamp.encode() + key.encode()).hexdigest()
    headers = {"X-ZEvent-Signature": f"mac={mac}", "X-ZEvent-Timestamp": "1700000000999"}
    assert fitting(headers, VECTOR, KEYS) == variant
    assert fitting(headers, VECTOR, KEYS, first=variant) == variant


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({}, VECTOR),
        ({"X-ZEvent-Signature": ""}, VECTOR),
        ({"X-ZEvent-Signature": "mac="}, VECTOR),
        ({"X-ZEvent-Signature": f"mac={MAC}"}, VECTOR + b" "),
        ({"X-ZEvent-Signature": f"mac={MAC}"}, json.dumps(json.loads(VECTOR)).encode()),
        ({"X-ZEvent-Signature": f"mac={MAC[:-1]}0"}, VECTOR),
        ({"X-ZEvent-Signature": "mac=ắ\ud800"}, VECTOR),
        ({"X-ZEvent-Signature": f"mac={MAC}"}, b"not json"),
        ({"X-ZEvent-Signature": f"mac={MAC}"}, b"[]"),
    ],
)
def test_what_does_not_fit_is_a_forgery(headers: dict[str, str], body: bytes) -> None:
    assert fitting(headers, body, KEYS) is None


def test_an_empty_key_fits_nothing() -> None:
    mac = hashlib.sha256(b"123" + VECTOR + b"1700000000000").hexdigest()
    assert fitting({"X-ZEvent-Signature": f"mac={mac}"}, VECTOR, Keys("123", "", "")) is None
