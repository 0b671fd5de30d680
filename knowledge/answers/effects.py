"""What a change of the lexicon does to a plan's answers: the tasks and targets that are no longer found by name."""

from __future__ import annotations

from knowledge.answers.engine import Engine

AT_MOST = 80
"""Records that are tried."""


def lost(before: Engine, after: Engine) -> tuple[str, ...]:
    """Codes of the tasks and targets that `before` finds by their short name and `after` does not."""
    plan = before.plan
    named = [(t.code, t.names[0] if t.names else t.title) for t in plan.tasks]
    named += [(t.code, t.metric) for t in plan.targets if t.value is not None]
    return tuple(
        code
        for code, name in named[:AT_MOST]
        if code in before.answer(name).records and code not in after.answer(name).records
    )
