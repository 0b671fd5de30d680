"""Raw updates as the handlers see them."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.channels.zalo_bot.reading import Us, read, stored, updates_of
from handlers.messages import Incoming

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
US = Us("1459232241454765289", ("Bot Đôn Đốc", "bot.VDKyGxQvc"))
SAMPLE: dict[str, Any] = {
    "event_name": "message.text.received",
    "message": {
        "from": {"id": "6ede9afa66b88fe6d6a9", "display_name": "Ted", "is_bot": False},
        "chat": {"id": "6ede9afa66b88fe6d6a9", "chat_type": "PRIVATE"},
        "text": "Xin chào",
        "message_id": "2d758cb5e222177a4e35",
        "date": int(NOW.timestamp() * 1000),
    },
}


def _with(event: str = "message.text.received", **message: Any) -> dict[str, Any]:
    changed = {k: v for k, v in (SAMPLE["message"] | message).items() if v is not None}
    return {"event_name": event, "message": changed}


def _read(update: dict[str, Any]) -> Incoming | None:
    item = stored(update, NOW)
    assert item is not None
    return read(item[2], US)


def test_the_sample_of_the_documentation() -> None:
    item = stored(SAMPLE, NOW)
    assert item is not None
    assert item[:2] == ("message:2d758cb5e222177a4e35", "6ede9afa66b88fe6d6a9")
    found = read(item[2], US)
    assert found is not None
    assert (found.account, found.chat, found.name, found.text, found.private) == (
        "6ede9afa66b88fe6d6a9",
        "6ede9afa66b88fe6d6a9",
        "Ted",
        "Xin chào",
        True,
    )
    assert found.received == NOW


@pytest.mark.parametrize(
    "wrap", [lambda u: u, lambda u: {"ok": True, "result": u}, lambda u: {"result": [u]}, lambda u: [u]]
)
def test_an_update_is_found_however_it_is_wrapped(wrap: Any) -> None:
    assert updates_of(wrap(SAMPLE)) == [SAMPLE]


@pytest.mark.parametrize("answer", [None, [], {}, {"ok": True}, {"result": None}, "x", {"ok": True, "result": []}, [3]])
def test_what_has_no_update_gives_none(answer: Any) -> None:
    assert updates_of(answer) == []


@pytest.mark.parametrize(
    "fields", [{"photo_url": "https://a"}, {"photo": "https://a"}, {"photos": [{"url": "https://a"}]}]
)
def test_a_picture_is_found_under_each_of_its_names(fields: dict[str, Any]) -> None:
    found = _read(_with("message.image.received", text=None, **fields))
    assert found is not None
    assert found.file is not None
    assert (found.file.reference, found.text, found.unsupported) == ("https://a", None, None)


def test_the_address_that_works_goes_before_the_one_in_the_documentation() -> None:
    found = _read(_with("message.image.received", text=None, photo="https://b", photo_url="https://a"))
    assert found is not None
    assert found.file is not None
    assert found.file.reference == "https://a"


def test_a_caption_is_the_text_of_a_picture() -> None:
    found = _read(_with("message.image.received", text=None, photo_url="https://a", caption="/tiendo II.5 60%"))
    assert found is not None
    assert found.text == "/tiendo II.5 60%"


@pytest.mark.parametrize("kind", ["sticker", "voice", "unsupported", "video"])
def test_what_we_cannot_read_is_named(kind: str) -> None:
    found = _read(_with(f"message.{kind}.received", text=None, url="https://a"))
    assert found is not None
    assert (found.unsupported, found.text, found.file) == (kind, None, None)


def test_an_event_without_a_message_is_kept_and_says_nothing() -> None:
    update = {"event_name": "message.unsupported.received"}
    first, second = stored(update, NOW), stored(update, NOW)
    assert first is not None
    assert second is not None
    assert first[0] == second[0]
    assert read(first[2], US) is None


@pytest.mark.parametrize("sender", [{"is_bot": True}, {"id": US.id}])
def test_our_own_words_and_those_of_bots_are_not_for_us(sender: dict[str, Any]) -> None:
    assert _read(_with(**{"from": SAMPLE["message"]["from"] | sender})) is None


@pytest.mark.parametrize("date", [NOW.timestamp() * 1000, NOW.timestamp(), str(int(NOW.timestamp() * 1000))])
def test_moments_in_milliseconds_and_seconds(date: Any) -> None:
    found = _read(_with(date=date))
    assert found is not None
    assert abs(found.received - NOW) < timedelta(seconds=1)


@pytest.mark.parametrize("date", [None, 0, "x", 10**30])
def test_an_update_that_does_not_say_when_counts_as_of_now(date: Any) -> None:
    found = _read(_with(date=date))
    assert found is not None
    assert found.received == NOW


def test_what_is_brought_again_after_it_was_forgotten_is_passed_over() -> None:
    assert stored(_with(date=(NOW - timedelta(days=7, minutes=1)).timestamp() * 1000), NOW) is None
    assert stored(_with(date=(NOW - timedelta(days=6)).timestamp() * 1000), NOW) is not None


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("@Bot Đôn Đốc /hoi II.5", "/hoi II.5"),
        ("@bot đôn đốc: hạn II.5", "hạn II.5"),
        ("hạn II.5 @Bot Đôn Đốc", "hạn II.5"),
        ("/hoi II.5", "/hoi II.5"),
        ("@Bot Đôn Đốc", ""),
        ("Bot Đôn Đốc là gì?", "là gì?"),
    ],
)
def test_in_a_group_the_mention_of_us_is_no_part_of_the_words(typed: str, heard: str) -> None:
    found = _read(_with(text=typed, chat={"id": "zgr-1", "chat_type": "GROUP"}))
    assert found is not None
    assert (found.text, found.private, found.addressed, found.chat) == (heard, False, True, "zgr-1")


@pytest.mark.parametrize("id", ["00123", "6ede9afa66b88fe6d6a9", "zgr-x", "1e5"])
def test_ids_are_strings_that_mean_nothing(id: str) -> None:
    found = _read(_with(**{"from": {"id": id}, "chat": {"id": id}}))
    assert found is not None
    assert (found.account, found.chat, found.name) == (id, id, id)


def test_a_lone_surrogate_survives_storing() -> None:
    item = stored(_with(text="hạn \ud800 II.5"), NOW)
    assert item is not None
    item[2].encode()
    assert json.loads(item[2])["message"]["text"] == "hạn \ud800 II.5"
