"""YAML as people and attackers write it: values as written, lines known, tricks refused."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.importing.yaml_tree import MAX_BYTES, MAX_DEPTH, MAX_NODES, read_tree


def _codes(data: bytes) -> list[str]:
    return [problem.code for problem in read_tree(data).problems]


def test_values_stay_as_written_so_that_05_keeps_its_zero_and_NO_is_not_false() -> None:
    tree = read_tree(b"code: NO\nprinted: 05\nyear: 2026\nday: 2026-12-31\nquoted: 'null'\n")
    assert tree.value == {"code": "NO", "printed": "05", "year": "2026", "day": "2026-12-31", "quoted": "null"}


def test_a_key_without_a_value_is_as_good_as_absent() -> None:
    assert read_tree(b"a:\nb: ~\nc: null\nd: ''\n").value == {"d": ""}


def test_every_part_knows_its_line_and_an_absent_one_that_of_its_parent() -> None:
    tree = read_tree(b"# plan\ntasks:\n  - code: I.1\n    lead: [VP,\n      TCCB]\n  - code: I.2\n")
    assert tree.line(("tasks", 0, "code")) == 3
    assert tree.line(("tasks", 0, "lead", 1)) == 5
    assert tree.line(("tasks", 1)) == 6
    assert tree.line(("tasks", 1, "deadline")) == 6
    assert tree.line(("units",)) == 2


def test_a_key_written_twice_is_told_with_the_line_of_the_second() -> None:
    tree = read_tree(b"a: 1\nb: 2\na: 3\n")
    assert [(p.code, p.line, p.data["key"]) for p in tree.problems] == [("duplicate_key", 3, "a")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"# nothing\n", "empty_file"),
        (b"~", "empty_file"),
        (b"a: [1, 2", "yaml_syntax"),
        (b"a: b: c", "yaml_syntax"),
        (b"\ta: 1", "yaml_syntax"),
        (b"a: 'open", "yaml_syntax"),
        (b"a: 1\n---\nb: 2\n", "several_documents"),
        (b"? [a, b]\n: 1\n", "odd_key"),
        (b"a: !!python/object/apply:os.system ['id']", "yaml_tag"),
        (b"!!python/name:os.system a", "yaml_tag"),
        (b"a: !!binary aGk=", "yaml_tag"),
        (b"a: &x 1\nb: *x", "yaml_alias"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not_text"),
        (b"a: \xff\xfe\xfd", "not_text"),
        (b"a: b\x00c", "not_text"),
        (b"a: \x1b[31mred", "not_text"),
        (b"\xff\xfea", "not_text"),
    ],
)
def test_what_is_not_a_plain_document_is_refused_with_its_reason(data: bytes, code: str) -> None:
    assert _codes(data) == [code]
    assert read_tree(data).value is None


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    levels = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    tree = read_tree("\n".join(levels).encode())
    assert [(p.code, p.line) for p in tree.problems] == [("yaml_alias", 1)]


def test_endless_nesting_is_refused_and_not_followed() -> None:
    assert _codes(b"[" * 100_000) in (["too_deep"], ["yaml_syntax"])
    assert _codes(b"- " * (MAX_DEPTH + 1) + b"x") == ["too_deep"]
    assert _codes(b"- " * MAX_DEPTH + b"x") == []


def test_a_file_too_large_is_refused_before_it_is_read() -> None:
    assert _codes(b"a" * (MAX_BYTES + 1)) == ["too_large"]
    assert _codes(b"- 1\n" * (MAX_NODES + 1)) == ["too_many_parts"]


def test_marks_piled_upon_a_letter_are_refused_and_not_put_in_order() -> None:
    assert _codes(("a: e" + "\u0301\u0316" * 1_000_000).encode()) == ["not_text"]


def test_text_from_other_editors_reads_the_same() -> None:
    text = "tiêu đề: Rà soát thủ tục\r\nmã: I.1\r\n"
    decomposed = unicodedata.normalize("NFD", "tiêu đề: Rà soát thủ tục")
    expected = {"tiêu đề": "Rà soát thủ tục", "mã": "I.1"}
    assert read_tree(text.encode()).value == expected
    assert read_tree(b"\xef\xbb\xbf" + text.encode()).value == expected
    assert read_tree(text.encode("utf-16")).value == expected
    assert read_tree(decomposed.encode()).value == {"tiêu đề": "Rà soát thủ tục"}


def test_json_reads_as_it_is() -> None:
    value = {"code": "I.1", "lead": ["VP"], "title": 'Đề án "Phân cấp": 20%'}
    assert read_tree(json.dumps(value, ensure_ascii=False).encode()).value == value
    assert read_tree(json.dumps(value).encode()).value == value


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    tree = read_tree(data)
    assert tree.value is not None or tree.problems
