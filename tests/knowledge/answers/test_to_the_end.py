"""Questions as people write them are answered to the end: no pattern goes on for ever over any of them."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks.answers import of_file
from tests.support.engines import default_engine

SETS = Path(__file__).parents[3] / "benchmarks" / "questions" / "gialai"
LIMIT = 10.0
"""Seconds of processor time for one question: thousands of times what any takes that comes to an end."""


class _Endless(BaseException):
    """No Exception, so that nothing on the way takes it for a fault of its own."""


@contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    """Raises _Endless in what takes more processor time than that; how busy the machine is does not matter."""

    def give_up(*_: object) -> None:
        raise _Endless

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize(("name", "every"), [("natural", 4), ("natural.dialogues", 1), ("fresh", 1), ("unseen", 1)])
def test_the_questions_of_the_sets_come_to_an_end(name: str, every: int) -> None:
    """Of the large set each fourth: those are asked in turn by the same people, and all take seconds."""
    for asked in of_file(SETS / f"{name}.jsonl")[::every]:
        try:
            with _ended_after(LIMIT):
                default_engine().answer(asked.q)
        except _Endless:
            pytest.fail(f"{asked.id} is never answered: {asked.q}")


def test_a_pattern_without_end_is_stopped() -> None:
    with pytest.raises(_Endless), _ended_after(0.05):
        re.fullmatch(r"(a+)+", "a" * 40 + "b")
