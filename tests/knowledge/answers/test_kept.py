"""When a question is taken for one that the office has answered: never wrongly, and mostly when it is the same."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from benchmarks.questions.generate import Maker
from knowledge.answers import Engine
from knowledge.answers.kept import NEAR, SAME, Asked, asked, likeness
from tests.knowledge.answers.kept_questions import HELD_OUT, SETS, Case
from tests.support.engines import default_engine


@pytest.fixture(scope="module")
def engine() -> Engine:
    return default_engine()


def _asked(text: str, engine: Engine) -> Asked:
    return asked(text, engine.understanding)


@pytest.mark.parametrize(("cases", "found_at_least"), [(SETS, 0.8), (HELD_OUT, 0.9)], ids=["tuned", "held out"])
def test_other_questions_are_never_taken_for_a_kept_one_and_the_same_mostly_are(
    cases: tuple[Case, ...], found_at_least: float, engine: Engine
) -> None:
    found, wrong, offered = [], [], []
    for question, same, others in cases:
        kept = _asked(question, engine)
        found += [likeness(kept, _asked(text, engine)) >= SAME for text in same]
        offered += [likeness(kept, _asked(text, engine)) >= NEAR for text in same]
        wrong += [(question, text) for text in others if likeness(kept, _asked(text, engine)) >= SAME]
    assert wrong == []
    assert sum(found) / len(found) >= found_at_least
    assert sum(offered) / len(offered) >= 0.95


def test_questions_that_the_plan_answers_are_not_taken_for_kept_ones(engine: Engine) -> None:
    kept = [(question, _asked(question, engine)) for question, _, _ in (*SETS, *HELD_OUT)]
    taken = set()
    for item in Maker("dev").all()[::9]:
        mine = _asked(item.q, engine)
        taken |= {(item.q, question) for question, form in kept if likeness(mine, form) >= SAME}
    assert taken == set()


@pytest.mark.parametrize("question", ["hạn khi nào?", "ai chủ trì?", "còn 2030?", "bao nhiêu", "", "😀"])
def test_what_leans_on_the_conversation_is_like_nothing(question: str, engine: Engine) -> None:
    assert not _asked(question, engine).stands_alone
    assert likeness(_asked(question, engine), _asked(question, engine)) == 0


@example(one="B:F", other="FY:Æ")
@given(one=st.text(max_size=80), other=st.text(max_size=80))
def test_likeness_is_between_none_and_all_and_the_same_both_ways(engine: Engine, one: str, other: str) -> None:
    first, second = _asked(one, engine), _asked(other, engine)
    assert 0 <= likeness(first, second) <= 1
    assert likeness(first, second) == likeness(second, first)
