"""YAML bytes → plain dicts, lists and strings, each with its line.

Scalars stay strings as written: the model knows which are numbers and dates, so `printed_code: 05` keeps its zero and
`code: NO` is not "false". Anchors, aliases and tags are refused: a plan needs none, and they are what hostile YAML is
made of. JSON is YAML too, and reads the same way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from knowledge.importing.problems import Path, Problem

MAX_BYTES = 4 * 1024 * 1024
"""The largest plan known is some 200 kB; a file beyond this is not a plan."""
MAX_NODES = 200_000
MAX_DEPTH = 16

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_PLAIN_TAGS = frozenset({None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"})
_MAX_MARKS = 32
"""Vietnamese puts at most two combining marks on a letter, other scripts a few more."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_MANY_MARKS = re.compile(f"[^\x00-\u02ff]{{{_MAX_MARKS + 1}}}")
"""Characters that could be so many marks on one letter."""


@dataclass
class Tree:
    """A document: `value` (None when it could not be read), the 1-based `lines` of its parts, and what was wrong."""

    value: object = None
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, path: Path) -> int | None:
        """The line of the deepest part of `path` that the document has."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return None


def read_tree(data: bytes) -> Tree:
    """Reads one YAML document. Never raises: whatever is wrong is in `problems`, with its line."""
    if len(data) > MAX_BYTES:
        return Tree(problems=[Problem("too_large", data={"limit": str(MAX_BYTES // (1024 * 1024))})])
    try:
        text = _decode(data)
    except UnicodeDecodeError as error:
        return Tree(problems=[Problem("not_text", line=data.count(b"\n", 0, error.start) + 1)])
    if (found := _unreadable(text)) is not None:
        return Tree(problems=[Problem("not_text", line=text.count("\n", 0, found) + 1)])
    text = unicodedata.normalize("NFC", text)
    builder = _Builder()
    try:
        builder.run(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        builder.tree.problems.append(Problem("yaml_syntax", line=line, data={"detail": error.problem or ""}))
        builder.tree.value = None
    except yaml.YAMLError:
        builder.tree.problems.append(Problem("yaml_syntax", data={"detail": ""}))
        builder.tree.value = None
    except _Refused as refusal:
        builder.tree.problems.append(refusal.problem)
        builder.tree.value = None
    return builder.tree


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    return data.decode("utf-8-sig")


def _unreadable(text: str) -> int | None:
    """Where the first thing stands that no text of an office holds, or None."""
    control = _CONTROL.search(text)
    if control:
        return control.start()
    return _piled_marks(text) if _MANY_MARKS.search(text) else None


def _piled_marks(text: str) -> int | None:
    """Where too many combining marks follow each other: putting n of them in order takes n² steps, so nobody tries."""
    streak = 0
    for position, char in enumerate(text):
        if char < "\u0300" or not unicodedata.combining(char):
            streak = 0
        elif streak == _MAX_MARKS:
            return position
        else:
            streak += 1
    return None


class _Refused(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


@dataclass
class _Open:
    """A collection being filled; `key` is the mapping key that waits for its value."""

    value: dict[str, object] | list[object]
    path: Path
    key: str | None = None


class _Builder:
    """Builds the tree from parser events with a stack of its own, so that depth is ours to limit."""

    def __init__(self) -> None:
        self.tree = Tree()
        self.stack: list[_Open] = []
        self.documents = 0
        self.nodes = 0

    def run(self, events: Iterator[yaml.Event]) -> None:
        for event in events:
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, yaml.ScalarEvent):
                self._count(event, line)
                self._scalar(event, line)
            elif isinstance(event, yaml.MappingStartEvent):
                self._count(event, line)
                self._open({}, line)
            elif isinstance(event, yaml.SequenceStartEvent):
                self._count(event, line)
                self._open([], line)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.stack.pop()
            elif isinstance(event, yaml.AliasEvent):
                raise _Refused(Problem("yaml_alias", line=line))
            elif isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents > 1:
                    raise _Refused(Problem("several_documents", line=line))
        if self.documents == 0 or self.tree.value is None:
            raise _Refused(Problem("empty_file"))

    def _count(self, event: yaml.NodeEvent, line: int) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _Refused(Problem("too_many_parts", line=line))
        if event.anchor is not None:
            raise _Refused(Problem("yaml_alias", line=line))
        tag = getattr(event, "tag", None)
        if tag not in _PLAIN_TAGS:
            raise _Refused(Problem("yaml_tag", line=line, data={"tag": str(tag)}))

    def _open(self, value: dict[str, object] | list[object], line: int) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise _Refused(Problem("too_deep", line=line))
        self.stack.append(_Open(value, self._place(value, line)))

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        parent = self.stack[-1] if self.stack else None
        if parent and isinstance(parent.value, dict) and parent.key is None:
            parent.key = event.value
            if parent.key in parent.value:
                path = (*parent.path, parent.key)
                self.tree.problems.append(Problem("duplicate_key", path, line, data={"key": parent.key}))
            return
        null = event.implicit[0] and event.value in _NULLS
        self._place(None if null else event.value, line)

    def _place(self, value: object, line: int) -> Path:
        """Puts a value where it belongs; a null value in a mapping leaves its key out, as if it was not written."""
        if not self.stack:
            self.tree.value, self.tree.lines[()] = value, line
            return ()
        parent = self.stack[-1]
        if isinstance(parent.value, list):
            path: Path = (*parent.path, len(parent.value))
            parent.value.append(value)
        elif parent.key is None:
            raise _Refused(Problem("odd_key", parent.path, line))
        else:
            path = (*parent.path, parent.key)
            if value is not None:
                parent.value[parent.key] = value
            parent.key = None
        self.tree.lines[path] = line
        return path
