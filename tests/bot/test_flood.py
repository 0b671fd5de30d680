"""Somebody who floods is answered politely and once; others do not notice; a hurried person never meets the limit."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.flood import Flood
from handlers.messages import Incoming, say
from tests.support.talk import text_of

NOW = datetime(2026, 11, 24, 1, tzinfo=UTC)


def _from(name: str, chat: str | None = None, *, addressed: bool = True) -> Incoming:
    where = chat or name
    return Incoming("telegram", where, name, name, NOW, text="x", private=chat is None, addressed=addressed)


def test_a_thousand_messages_in_ten_seconds_are_told_off_and_never_silently_lost() -> None:
    flood, handled, said = Flood(), 0, []
    for number in range(1000):
        verdict = flood.check(_from("Lan"), NOW + timedelta(seconds=number / 100))
        handled += verdict.handle
        said += [text_of(verdict.said)] if verdict.said else []
    assert 60 <= handled <= 71
    assert 1 <= len(said) <= 2
    assert "chưa ghi gì" in said[0]
    assert "tin gửi trong lúc đợi sẽ không được đọc, không được ghi" in said[0]
    assert flood.check(_from("Mai"), NOW + timedelta(seconds=10)).handle


def test_after_the_time_that_was_told_a_message_is_handled_again() -> None:
    flood = Flood(person=5)
    verdicts = [flood.check(_from("Lan"), NOW) for _ in range(6)]
    assert [v.handle for v in verdicts] == [True] * 5 + [False]
    assert "khoảng 10 giây" in text_of(verdicts[-1].said)
    assert flood.check(_from("Lan"), NOW + timedelta(seconds=10)).handle


def test_the_first_answer_afterwards_says_which_messages_were_never_read() -> None:
    flood = Flood(person=5)
    for seconds in (0, 0, 0, 0, 0, 0.1, 0.2, 0.3):
        flood.check(_from("Lan"), NOW + timedelta(seconds=seconds))
    read = flood.check(_from("Lan"), NOW + timedelta(seconds=12))
    shown = text_of(read.above(say("Đã ghi nhận"), ZoneInfo("Asia/Ho_Chi_Minh")))
    assert "3 tin đồng chí gửi từ 08:00:00 đến 08:00:00 không được đọc, chưa ghi gì" in shown
    assert shown.endswith("Đã ghi nhận")
    assert flood.check(_from("Lan"), NOW + timedelta(seconds=13)).unread == ()


def test_a_group_has_its_own_measure_and_idle_talk_does_not_count() -> None:
    flood = Flood(person=5, chat=8)
    for _ in range(50):
        assert flood.check(_from("Lan", "nhóm", addressed=False), NOW).handle
    handled = [flood.check(_from(f"người {n}", "nhóm"), NOW).handle for n in range(10)]
    assert handled == [True] * 8 + [False] * 2


def test_a_clock_that_was_set_back_gives_nothing_and_takes_nothing() -> None:
    flood = Flood(person=2)
    assert flood.check(_from("Lan"), NOW).handle
    assert flood.check(_from("Lan"), NOW - timedelta(hours=1)).handle
    assert not flood.check(_from("Lan"), NOW - timedelta(hours=1)).handle
