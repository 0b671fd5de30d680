"""The default plan: its codes have two and three levels, and rows printed "2.1" as well as "01"."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.importing.yaml_plan import read_plan
from knowledge.model import Plan

PLAN_FILE = Path(__file__).parents[3] / "knowledge" / "plans" / "gialai-cchc-2021-2025.yaml"


@pytest.fixture(scope="session")
def plan() -> Plan:
    found, problems = read_plan(PLAN_FILE.read_bytes())
    assert found is not None, problems
    return found
