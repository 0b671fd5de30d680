"""Events as the handlers see them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.zalo_oa.reading import PAYLOAD_MARK, read, stored
from handlers.messages import Incoming

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
TEXT: dict[str, Any] = {
    "app_id": "360846524940903967",
    "sender": {"id": "246845883529197922"},
    "user_id_by_app": "552177279717587730",
    "recipient": {"id": "388613280878808645"},
    "event_name": "user_send_text",
    "message": {"text": "Xin chào", "msg_id": "96d3cdf3af150460909"},
    "timestamp": "1795485600000",
}


def _read(event: dict[str, Any]) -> Incoming | None:
    return read(stored(event, NOW)[2])


def test_a_text() -> None:
    key, lane, payload = stored(TEXT, NOW)
    assert (key, lane) == ("message:96d3cdf3af150460909", "246845883529197922")
    found = read(payload)
    assert found is not None
    assert (found.account, found.chat, found.text, found.private) == (lane, lane, "Xin chào", True)
    assert found.received == datetime.fromtimestamp(1795485600, UTC)


def test_a_press_comes_as_the_text_of_its_button() -> None:
    found = _read(TEXT | {"message": {"text": f"{PAYLOAD_MARK}abc-_9", "msg_id": "1"}})
    assert found is not None
    assert (found.pressed, found.text) == ("abc-_9", None)


def test_pictures_and_files() -> None:
    picture = {"attachments": [{"type": "image", "payload": {"url": "https://a.zdn.vn/1", "thumbnail": "https://t"}}]}
    found = _read(TEXT | {"event_name": "user_send_image", "message": {"msg_id": "1", **picture}})
    assert found is not None
    assert found.file is not None
    assert (found.file.reference, found.file.media_type) == ("https://a.zdn.vn/1", "image/jpeg")
    file = {
        "attachments": [{"type": "file", "payload": {"url": "https://a.zdn.vn/2", "name": "kh.docx", "size": "42"}}]
    }
    found = _read(TEXT | {"event_name": "user_send_file", "message": {"msg_id": "2", **file}})
    assert found is not None
    assert found.file is not None
    assert (found.file.name, found.file.size) == ("kh.docx", 42)


@pytest.mark.parametrize("kind", ["sticker", "gif", "audio", "video", "location", "link", "business_card", "file"])
def test_what_we_cannot_read_is_named(kind: str) -> None:
    found = _read(TEXT | {"event_name": f"user_send_{kind}", "message": {"msg_id": "1"}})
    assert found is not None
    assert found.unsupported == kind


@pytest.mark.parametrize(
    "event",
    [
        {"event_name": "oa_send_text", "sender": {"id": "388613280878808645"}},
        {"event_name": "user_received_message"},
        {"event_name": "user_seen_message"},
        {"event_name": "user_send_group_text"},
        {"event_name": "user_submit_info", "info": {"name": "Lan"}},
    ],
)
def test_our_own_words_receipts_and_groups_are_not_for_us(event: dict[str, Any]) -> None:
    assert _read(TEXT | event) is None


def test_who_leaves_the_account_cannot_be_reached_until_they_come_back() -> None:
    base = {"app_id": "1", "oa_id": "2", "follower": {"id": "3"}, "timestamp": "1795485600000"}
    left, back = (_read(base | {"event_name": name}) for name in ("unfollow", "follow"))
    assert left is not None
    assert back is not None
    assert (left.account, left.blocked, back.blocked) == ("3", True, False)


def test_a_message_and_the_receipt_that_names_it_are_two_events() -> None:
    receipt = TEXT | {"event_name": "user_received_message"}
    assert stored(TEXT, NOW)[0] != stored(receipt, NOW)[0]
    assert stored(receipt, NOW)[0] == stored(json.loads(json.dumps(receipt)), NOW)[0]
