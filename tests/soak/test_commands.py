"""The commands that docs/reliability.md gives are true ones."""

from __future__ import annotations

import re
from pathlib import Path

from tests.soak.__main__ import TRIALS

ROOT = Path(__file__).parents[2]
LINES = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8").splitlines()


def test_every_trial_is_documented_with_a_command_for_the_suite_and_one_for_the_long_form() -> None:
    listed = {}
    for line in LINES:
        row = re.match(r"\| ([RS]\d+) \|.*`pytest (\S+) -k (\w+)` \| `make soak TRIALS=\"(\w+)\"` \|", line)
        if row:
            listed[row[1]] = row
    trials = list(dict.fromkeys(name.split()[0] for name in TRIALS))
    assert [f"R{number}" for number in range(1, 13)] == [name for name in trials if name.startswith("R")]
    assert sorted(listed) == sorted(trials)
    for name, row in listed.items():
        tests = re.findall(r"def (test_\w+)", (ROOT / row[2]).read_text(encoding="utf-8"))
        assert any(row[3] in test for test in tests), name
        assert row[4] == name


def test_every_file_of_tests_that_the_page_names_is_there() -> None:
    named = set(re.findall(r"tests/[\w/]+\.py", "\n".join(LINES)))
    assert len(named) > 10
    assert [name for name in named if not (ROOT / name).is_file()] == []
