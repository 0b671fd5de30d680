"""A plan file (YAML or JSON) → Plan, or every problem that keeps it from being one."""

from __future__ import annotations

import difflib
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from knowledge.importing.checks import check
from knowledge.importing.problems import Path, Problem, errors
from knowledge.importing.yaml_tree import Tree, read_tree
from knowledge.model import Plan

_TYPE_CODES = {
    "missing": "missing",
    "extra_forbidden": "unknown_key",
    "string_type": "not_text_value",
    "int_parsing": "not_integer",
    "int_type": "not_integer",
    "int_parsing_size": "not_integer",
    "float_parsing": "not_number",
    "float_type": "not_number",
    "bool_parsing": "not_boolean",
    "bool_type": "not_boolean",
    "date_parsing": "not_date",
    "date_from_datetime_parsing": "not_date",
    "date_from_datetime_inexact": "not_date",
    "date_type": "not_date",
    "tuple_type": "not_list",
    "model_type": "not_mapping",
    "model_attributes_type": "not_mapping",
    "literal_error": "not_allowed",
}
"""pydantic's error types (its error index names them) → our codes."""


def read_plan(data: bytes, *, doubting: bool = False, warned: bool = True) -> tuple[Plan | None, list[Problem]]:
    """Reads a plan file. The plan is None when any problem is an error; warnings come beside a plan. `doubting`: with
    what an office should look at, as of a document; not `warned`: without the warnings that take a while to find.

    Problems are in the order of the file. Never raises, whatever the bytes.
    """
    tree = read_tree(data)
    if not isinstance(tree.value, dict):
        if not tree.problems:
            tree.problems.append(Problem("not_mapping", line=1))
        return None, tree.problems
    problems = list(tree.problems)
    plan: Plan | None = None
    try:
        plan = Plan.model_validate(tree.value)
    except ValidationError as error:
        problems += [_from_pydantic(details, tree) for details in error.errors(include_url=False)]
    else:
        found = check(plan, warned=warned)
        if doubting:
            from knowledge.importing.doubts import doubts_of_file

            found += doubts_of_file(plan)
        problems += [_with_line(problem, tree) for problem in found]
    problems.sort(key=lambda problem: (problem.line or 0, problem.place))
    return (None if errors(problems) else plan), problems


def _with_line(problem: Problem, tree: Tree) -> Problem:
    return Problem(problem.code, problem.path, tree.line(problem.path), problem.severity, problem.subject, problem.data)


def _from_pydantic(details: ErrorDetails, tree: Tree) -> Problem:
    path: Path = details["loc"]
    code = _TYPE_CODES.get(details["type"], "bad_value")
    data: dict[str, str] = {}
    if path:
        data["key"] = str(path[-1])
    if code == "unknown_key":
        near = difflib.get_close_matches(str(path[-1]), _known_keys(path[:-1]), n=1)
        data["near"] = near[0] if near else ""
    elif code != "missing" and isinstance(details["input"], str):
        data["value"] = details["input"][:80]
    if code == "not_allowed":
        data["allowed"] = str(details.get("ctx", {}).get("expected", "")).replace(" or ", ", ")
    return Problem(code, path, tree.line(path), "error", _subject(path, tree.value), data)


def _subject(path: Path, value: Any) -> str:
    """The `code` of the record that `path` leads into, as far as the file has one."""
    if len(path) < 2 or not isinstance(path[1], int):
        return ""
    try:
        code = value[path[0]][path[1]]["code"]
    except (KeyError, IndexError, TypeError):
        return ""
    return code if isinstance(code, str) else ""


def _known_keys(path: Path) -> list[str]:
    """Keys that the model knows at `path`, for "did you mean"."""
    schema: dict[str, Any] = Plan.model_json_schema()
    definitions, node = schema.get("$defs", {}), schema
    for part in path:
        node = node.get("items", {}) if isinstance(part, int) else node.get("properties", {}).get(part, {})
        for option in [node, *node.get("anyOf", [])]:
            if "$ref" in option:
                node = definitions[option["$ref"].rsplit("/", 1)[-1]]
    return list(node.get("properties", {}))
