"""Problems of a plan file in Vietnamese: each has its sentence, each says where."""

from __future__ import annotations

import re
from pathlib import Path

from handlers.wording.plan import place, problem
from knowledge.importing.problems import Problem
from knowledge.importing.yaml_plan import read_plan

IMPORTING = Path(__file__).parents[3] / "knowledge" / "importing"


def test_every_problem_that_can_be_found_has_a_sentence() -> None:
    raised = set()
    for module in IMPORTING.glob("*.py"):
        text = module.read_text(encoding="utf-8")
        raised |= set(re.findall(r'Problem\(\s*"(\w+)"', text)) | set(re.findall(r'^    "\w+": "(\w+)",$', text, re.M))
    raised |= {"no_file", "unreadable_file", "bad_value"}
    assert len(raised) > 40
    for code in raised:
        assert re.search(r"[ạ-ỹđơưăâêôáàéèíìóòúù]", problem(Problem(code))), code


def test_a_sentence_carries_the_facts_and_the_key_that_was_meant() -> None:
    found = Problem(
        "unknown_key", ("tasks", 3, "deadlin"), 412, subject="II.5", data={"key": "deadlin", "near": "deadline"}
    )
    assert problem(found) == "không có khóa “deadlin”; có phải “deadline”?"
    assert place(found) == "dòng 412, nhiệm vụ II.5, tasks[3].deadlin"


def test_a_problem_of_the_whole_file_says_so() -> None:
    assert place(Problem("empty_file")) == "cả tệp"


def test_faults_of_yaml_are_told_in_vietnamese() -> None:
    told = []
    for data in (b"a: b: c", b"a: [1, 2", b"a: 'x", b"\ta: 1", b"- a\nb: 1", b"a: 1\n b: 2", b"a: %x", b"a\nb: 1"):
        _, problems = read_plan(data)
        assert [found.code for found in problems] == ["yaml_syntax"]
        told.append(problem(problems[0]))
    assert all(re.search(r"[ạ-ỹđ]", text) and "expected" not in text for text in told)
    assert len(set(told)) >= 5


def test_markup_and_braces_in_a_file_are_only_text() -> None:
    found = Problem("unknown_unit", ("tasks", 0, "lead", 0), 9, data={"unit": "{0.__class__} <b>"})
    assert "{0.__class__} <b>" in problem(found)
