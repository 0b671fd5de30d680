"""The plan that comes with the program and its engine. Neither ever changes, so that one of each serves all tests."""

from __future__ import annotations

from functools import cache

from bot.plan_file import load_plan
from bot.settings import DEFAULT_PLAN
from knowledge.answers import Answer, Engine
from knowledge.model import Plan


@cache
def default_plan() -> Plan:
    """The plan that comes with the program."""
    return load_plan(DEFAULT_PLAN)


@cache
def default_engine() -> Engine:
    """Its engine, without an office's own words."""
    return Engine(default_plan())


def told(*questions: str) -> Answer:
    """What the default plan's engine answers to the last of a conversation's questions."""
    answer = Answer("none")
    for question in questions:
        answer = default_engine().answer(question, answer.topic)
    return answer
