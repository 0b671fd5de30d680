"""What a webhook's caller must know is compared in constant time, over all of it, whatever was given."""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Mapping

import pytest

from bot.channels.telegram import webhook as telegram
from bot.channels.zalo_bot import webhook as zalo_bot
from bot.channels.zalo_oa.signature import Keys, fitting
from tests.support.zalo_oa_server import ACCOUNT, APP, HOOK_KEY, SECRET

RIGHT = "dung-day-roi"


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[tuple[bytes, bytes]]:
    """Everything that is compared in constant time."""
    seen: list[tuple[bytes, bytes]] = []
    real = hmac.compare_digest

    def compare(one: bytes, other: bytes) -> bool:
        seen.append((one, other))
        return real(one, other)

    monkeypatch.setattr(hmac, "compare_digest", compare)
    return seen


@pytest.mark.parametrize("given", [RIGHT, "", "d", "dung-day-ro1", RIGHT + "x", "sai-đấy"])
@pytest.mark.parametrize(
    ("genuine", "header"),
    [(telegram.genuine, telegram.SECRET_HEADER), (zalo_bot.genuine, zalo_bot.SECRET_HEADER)],
    ids=["telegram", "zalo_bot"],
)
def test_a_secret_is_compared_as_a_whole_in_constant_time(
    compared: list[tuple[bytes, bytes]],
    genuine: Callable[[Mapping[str, str], str], bool],
    header: str,
    given: str,
) -> None:
    assert genuine({header: given}, RIGHT) is (given == RIGHT)
    assert compared == [(given.encode(), RIGHT.encode())]


def test_a_call_without_the_header_is_compared_too(compared: list[tuple[bytes, bytes]]) -> None:
    assert not telegram.genuine({}, RIGHT)
    assert not zalo_bot.genuine({}, RIGHT)
    assert compared == [(b"", RIGHT.encode())] * 2


def test_every_reading_of_a_signature_is_compared_in_constant_time(compared: list[tuple[bytes, bytes]]) -> None:
    body = json.dumps({"app_id": APP, "oa_id": ACCOUNT, "timestamp": "1"}).encode()
    headers = {"X-ZEvent-Signature": f"mac={'0' * 64}", "X-ZEvent-Timestamp": "2"}
    assert fitting(headers, body, Keys(APP, HOOK_KEY, SECRET), None) is None
    assert len(compared) == 8, "two ids, two moments, two keys"
    assert all("0" * 64 in (one.decode(), other.decode()) for one, other in compared)
