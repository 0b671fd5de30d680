"""Every promise about security and about Zalo names the tests that show it, and they are there."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest
import yaml

TESTS = Path(__file__).parents[1]
PROMISES: dict[str, dict[str, list[str]]] = yaml.safe_load((TESTS / "project" / "promises.yaml").read_text())


@cache
def _tests_in(path: str) -> frozenset[str]:
    tree = ast.parse((TESTS / path).read_text())
    return frozenset(
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test")
    )


@pytest.mark.parametrize("subject", PROMISES)
def test_what_is_promised_is_shown_by_tests_that_exist(subject: str) -> None:
    missing = [
        (promise, test)
        for promise, tests in PROMISES[subject].items()
        for test in tests or ["none"]
        if test.partition("::")[2] not in _tests_in(test.partition("::")[0])
    ]
    assert missing == []
