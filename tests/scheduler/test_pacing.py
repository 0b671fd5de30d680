"""The limits of a service hold for any traffic."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from scheduler.pacing import CREDIT, UNLIMITED, Pacer, Rates

RATES = Rates(chat_interval=1.0, group_per_minute=20, per_second=25.0)
TRAFFIC = st.lists(st.tuples(st.sampled_from(["a", "b", "c", "group"]), st.integers(1, 3)), min_size=1, max_size=150)


def _play(pacer: Pacer, traffic: list[tuple[str, int]]) -> list[tuple[str, float]]:
    """Sends each message as early as allowed; (chat, moment) of each part."""
    now, sent = 100.0, []
    for chat, parts in traffic:
        now = max(now, pacer.ready_at(chat))
        pacer.note(chat, now, group=chat == "group", messages=parts)
        sent += [(chat, now)] * parts
    return sent


@given(TRAFFIC)
def test_no_chat_gets_its_next_message_before_a_second_for_each_part_of_the_last_has_passed(
    traffic: list[tuple[str, int]],
) -> None:
    moments: dict[str, list[float]] = defaultdict(list)
    for chat, at in _play(Pacer(RATES), traffic):
        moments[chat].append(at)
    for sent in moments.values():
        distinct = sorted(set(sent))
        for before, after in pairwise(distinct):
            assert after - before >= sent.count(before) * 1.0 - 1e-6


@given(TRAFFIC)
def test_a_group_gets_no_more_than_its_messages_a_minute_besides_one_long_one(traffic: list[tuple[str, int]]) -> None:
    moments = [at for chat, at in _play(Pacer(RATES), traffic) if chat == "group"]
    for start in moments:
        assert sum(start <= at < start + 60 - 1e-6 for at in moments) <= 20 + 2


def _most_in_a_second(sent: list[float]) -> int:
    return max(sum(start <= at < start + 1 - 1e-6 for at in sent) for start in sent)


def test_over_all_chats_no_second_holds_more_messages_than_allowed() -> None:
    sent = [at for _, at in _play(Pacer(RATES), [(str(chat), 1) for chat in range(300)])]
    assert _most_in_a_second(sent) <= 25


@given(st.lists(st.floats(0, 0.15), min_size=300, max_size=400))
def test_a_machine_that_is_late_at_every_turn_still_holds_the_rate(late: list[float]) -> None:
    pacer, now, sent = Pacer(RATES), 100.0, []
    for number, by in enumerate(late):
        ready = pacer.ready_at(str(number))
        if ready > now:
            now = ready + by  # woken too late; what became ready meanwhile leaves at once
        pacer.note(str(number), now, group=False)
        sent.append(now)
    assert len(sent) / (sent[-1] - sent[0]) >= 25 * 0.95
    assert _most_in_a_second(sent) <= 25 * (1 + CREDIT) + 1


def test_what_was_missed_for_long_is_not_made_up() -> None:
    pacer = Pacer(RATES)
    pacer.note("a", 100.0, group=False)
    sent = []
    for chat in range(50):
        sent.append(max(160.0, pacer.ready_at(str(chat))))
        pacer.note(str(chat), sent[-1], group=False)
    assert sent.count(160.0) == 1


def test_a_hold_binds_its_chat_and_no_other() -> None:
    pacer = Pacer(RATES)
    pacer.hold("a", 130.0)
    assert pacer.ready_at("a") == 130.0
    assert pacer.ready_at("b") <= 100.0
    pacer.hold_all(120.0)
    assert pacer.ready_at("b") == 120.0
    assert pacer.ready_at("a") == 130.0


def test_a_hold_outlives_the_tidying_of_old_chats() -> None:
    pacer = Pacer(RATES)
    pacer.hold("a", 10_000.0)
    for number in range(3000):
        pacer.note(str(number), float(number), group=False)
    assert pacer.ready_at("a") == 10_000.0


def test_a_channel_without_a_service_is_never_held_up() -> None:
    pacer = Pacer(UNLIMITED)
    for _ in range(100):
        pacer.note("a", 5.0, group=True)
    assert pacer.ready_at("a") <= 5.0
