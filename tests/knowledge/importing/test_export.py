"""A plan written out is the same plan when it is read again."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from knowledge.importing.export import to_json, to_yaml
from knowledge.importing.yaml_plan import read_plan
from knowledge.model import Plan

_TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n")
    | st.sampled_from("#:-'\"&*!|>%@`[]{},? ~ạđ0"),
    min_size=1,
    max_size=200,
).map(lambda text: unicodedata.normalize("NFC", text))


def test_both_forms_read_back_as_the_same_plan(small_plan: Plan) -> None:
    assert read_plan(to_yaml(small_plan).encode()) == (small_plan, [])
    assert read_plan(to_json(small_plan).encode()) == (small_plan, [])


def test_the_exported_file_is_laid_out_for_people(small_plan: Plan) -> None:
    text = to_yaml(small_plan)
    assert "\ntasks:\n  - code: I.1\n" in text
    assert "    printed_code: '01'\n" in text
    assert "    cooperating: [BDT, CM]\n" in text
    assert "    value: 90\n    unit: '%'\n" in text
    assert "\n\npassages:\n" in text


@given(_TEXT, _TEXT)
def test_any_text_survives_the_way_out_and_in(small_plan: Plan, product: str, note: str) -> None:
    task = small_plan.tasks[0].model_copy(update={"product": product, "notes": (note,)})
    plan = small_plan.model_copy(update={"tasks": (task,)})
    for written in (to_yaml(plan), to_json(plan)):
        read, problems = read_plan(written.encode())
        assert read is not None, problems
        assert read.tasks[0].product == product
        assert read.tasks[0].notes == (note,)
