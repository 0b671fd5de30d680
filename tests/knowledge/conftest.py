"""The small plan that docs/plan-file.md prints: what holds for it holds for any agency's plan."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from knowledge.importing.yaml_plan import read_plan
from knowledge.model import Plan

DOCUMENT = Path(__file__).parents[2] / "docs" / "plan-file.md"


@pytest.fixture(scope="session")
def small_text() -> str:
    """The example of the document, as YAML text."""
    found = re.search(r"```yaml\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture(scope="session")
def small_plan(small_text: str) -> Plan:
    """The example of the document, read."""
    plan, problems = read_plan(small_text.encode())
    assert plan is not None, problems
    return plan
