"""A whole file in: a plan, or everything that is wrong with it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge.importing.yaml_plan import read_plan


def test_every_fault_is_told_at_once_and_in_the_order_of_the_file(small_text: str) -> None:
    text = (
        small_text.replace("starts: 2026", "starts: sớm")
        .replace("ends: 2026-12-31", "ends: 2026-02-31")
        .replace("comparator: '>='", "comparator: '≥'")
        .replace("lead: [VP]", "lead: VP")
        .replace("deadline: Quý", "deadlin: Quý")
        .replace("collective: true", "collective: có")
        .replace("kind: organization", "kind: tochuc")
        .replace("    place: Mục II.1\n", "")
    )
    plan, problems = read_plan(text.encode())
    assert plan is None
    assert [(problem.code, problem.place) for problem in problems] == [
        ("not_integer", "starts"),
        ("not_date", "ends"),
        ("not_boolean", "units[1].collective"),
        ("missing", "targets[0].place"),
        ("not_allowed", "targets[0].comparator"),
        ("not_list", "tasks[0].lead"),
        ("unknown_key", "tasks[0].deadlin"),
        ("not_allowed", "passages[0].kind"),
    ]
    assert [problem.line for problem in problems] == sorted(problem.line or 0 for problem in problems)
    assert {problem.subject for problem in problems} == {"", "CM", "CT26.01", "I.1", "TC.1"}


def test_a_misspelt_key_is_met_with_the_one_that_was_meant(small_text: str) -> None:
    _, problems = read_plan(small_text.replace("deadline: Quý", "deadlin: Quý").encode())
    assert [problem.data["near"] for problem in problems] == ["deadline"]


def test_a_key_written_twice_keeps_the_plan_out(small_text: str) -> None:
    plan, problems = read_plan((small_text + "year: 2027\n").encode())
    assert plan is None
    assert [(problem.code, problem.line) for problem in problems] == [("duplicate_key", small_text.count("\n") + 1)]


def test_what_is_not_a_mapping_is_not_a_plan() -> None:
    for data in (b"- a\n- b\n", b"just words", b"3"):
        plan, problems = read_plan(data)
        assert plan is None
        assert [problem.code for problem in problems] == ["not_mapping"]


def test_records_that_are_not_records_are_told(small_text: str) -> None:
    text = small_text.replace("passages:\n", "passages:\n  - chỉ có chữ\n  -\n")
    _, problems = read_plan(text.encode())
    assert [(problem.code, problem.place) for problem in problems] == [
        ("not_mapping", "passages[0]"),
        ("not_mapping", "passages[1]"),
    ]


def test_letters_typed_in_another_unicode_form_make_the_same_plan(small_text: str) -> None:
    import unicodedata

    composed, _ = read_plan(small_text.encode())
    decomposed, _ = read_plan(unicodedata.normalize("NFD", small_text).encode())
    assert composed == decomposed


@given(st.data())
def test_no_damage_to_a_file_makes_it_raise(small_text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(small_text)))
    length = data.draw(st.integers(0, 60))
    extra = data.draw(
        st.text(max_size=20) | st.sampled_from(["- ", ": ", "\n", "  ", "{", "]", "'", '"', "&a", "!x", "9"])
    )
    damaged = small_text[:start] + extra + small_text[start + length :]
    plan, problems = read_plan(damaged.encode("utf-8", "surrogatepass"))
    assert (plan is None) == any(problem.severity == "error" for problem in problems)
