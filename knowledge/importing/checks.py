"""What the types of a plan cannot say: codes that are unique and known, dates that exist, numbers that agree."""

from __future__ import annotations

from knowledge.importing.problems import Problem
from knowledge.model import Plan


def check(plan: Plan) -> list[Problem]:
    """Every problem of a plan whose parts have the right types; empty for a sound one."""
    return []
