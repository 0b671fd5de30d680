"""The plan that comes with the program and its engine. Neither ever changes, so that one of each serves all tests."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from bot.plan_file import load_plan
from bot.settings import DEFAULT_PLAN
from handlers.engines import engine_with as built
from knowledge.answers import Answer, Engine
from knowledge.model import Plan
from storage.records import VocabularyEntry

KEPT = 16
"""Engines of offices in memory."""
_engines: dict[tuple[object, ...], Engine] = {}


@cache
def default_plan() -> Plan:
    """The plan that comes with the program."""
    return load_plan(DEFAULT_PLAN)


@cache
def default_engine() -> Engine:
    """Its engine, without an office's own words."""
    return Engine(default_plan())


def engine_with(plan: Plan, entries: Sequence[VocabularyEntry]) -> Engine:
    """As handlers.engines.engine_with, but one engine for the same plan with the same words."""
    key = (plan.model_dump_json(), *((entry.kind, entry.said, entry.meant) for entry in entries))
    if key not in _engines:
        _engines[key] = built(plan, entries)
        while len(_engines) > KEPT:
            _engines.pop(next(iter(_engines)))
    return _engines[key]


def told(*questions: str) -> Answer:
    """What the default plan's engine answers to the last of a conversation's questions."""
    answer = Answer("none")
    for question in questions:
        answer = default_engine().answer(question, answer.topic)
    return answer
