"""The sets of progress messages and deadlines: what was once understood stays understood."""

from __future__ import annotations

import pytest

from benchmarks.grammars import judged
from bot.plan_file import load_plan
from bot.settings import Settings


@pytest.mark.parametrize("which", ["progress", "deadlines"])
def test_every_message_and_every_deadline_of_the_sets_is_understood(which: str) -> None:
    missed = [
        (item["id"], item["text"], understood)
        for item, _, fits, understood in judged(which, load_plan(Settings().plan))
        if not fits
    ]
    assert missed == []
