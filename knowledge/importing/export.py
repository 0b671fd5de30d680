"""A plan → a plan file that reads back as the same plan, laid out for people to read and compare."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from knowledge.model import Plan

_WIDTH = 112
_FOLD = re.compile(r"[^\s](?:[^\n\r\t\x85\u2028\u2029\ufeff]*[^\s])?")
"""Text that a folded block can hold unchanged: one line, no blanks at its ends."""
_BLOCK_KEYS = frozenset({"legal_bases", "notes", "units", "areas", "groups", "targets", "tasks", "passages"})


def to_json(plan: Plan) -> str:
    """The plan as JSON, empty fields left out; `read_plan` reads it back."""
    return json.dumps(_plain(plan), ensure_ascii=False, indent=2) + "\n"


def to_yaml(plan: Plan) -> str:
    """The plan as YAML, empty fields left out, a blank line between records; `read_plan` reads it back."""
    pieces: list[str] = []
    for key, value in _plain(plan).items():
        text = yaml.dump({key: value}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
        if key in _BLOCK_KEYS:
            text = "\n" + re.sub(r"(?<!:)\n(?=  - code:)", "\n\n", text)
        pieces.append(text)
    return "".join(pieces)


def _plain(plan: Plan) -> dict[str, Any]:
    plain: dict[str, Any] = _tidy(plan.model_dump(mode="json", exclude_defaults=True))
    if "targets" in plain:
        plain["targets"] = [_with_unit(target) for target in plain["targets"]]
    return plain


def _with_unit(target: dict[str, Any]) -> dict[str, Any]:
    """A number shows its unit even where it is the default."""
    if "value" not in target or "unit" in target:
        return target
    keys = list(target)
    after = keys.index("value") + 1
    return {key: target.get(key, "%") for key in [*keys[:after], "unit", *keys[after:]]}


def _tidy(value: Any) -> Any:
    """Whole numbers without ".0"."""
    if isinstance(value, dict):
        return {key: _tidy(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_tidy(part) for part in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


class _Dumper(yaml.SafeDumper):
    """Long text folded, several lines kept as lines, short lists on one line, lists indented under their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None
    if len(text) > 84 and _FOLD.fullmatch(text) and "  " not in text:
        style = ">"
    elif "\n" in text and all(_FOLD.fullmatch(line) for line in text.split("\n")):
        style = "|"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _list(dumper: yaml.SafeDumper, items: list[Any]) -> yaml.SequenceNode:
    short = all(isinstance(item, str | int) and len(str(item)) < 60 for item in items)
    flow = short and sum(len(str(item)) + 2 for item in items) < 90
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=flow)


def _mapping(dumper: yaml.SafeDumper, mapping: dict[str, Any]) -> yaml.MappingNode:
    flow = len(mapping) > 1 and all(isinstance(value, int | float) for value in mapping.values())
    return dumper.represent_mapping("tag:yaml.org,2002:map", mapping, flow_style=flow)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(list, _list)
_Dumper.add_representer(dict, _mapping)
