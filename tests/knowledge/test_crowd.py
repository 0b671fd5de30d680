"""Records chosen out of very many: those with most of the weight that was asked for, and answers as from a few."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge.answers import Engine
from knowledge.crowd import Crowd
from tests.support.plans import small_plan

WORDS = ("an", "ba", "cao", "danh", "em")


@given(
    st.lists(st.frozensets(st.sampled_from(WORDS)), max_size=300),
    st.frozensets(st.sampled_from(WORDS)),
    st.integers(1, 40),
    st.booleans(),
)
def test_those_with_most_of_the_words_are_chosen_and_of_equals_the_first(
    records: list[frozenset[str]], asked: frozenset[str], count: int, settled: bool
) -> None:
    crowd = Crowd()
    for words in records:
        crowd.add("task", words, ())
    if settled:
        crowd.settle([""] * len(records))
    most_first = sorted(range(len(records)), key=lambda at: -len(records[at] & asked))
    expected = [at for at in most_first if records[at] & asked][:count]
    assert sorted(crowd.best([(w, 1.0) for w in asked], (), ("task",), count)) == sorted(expected)
    assert crowd.best([(w, 1.0) for w in asked], (), ("target",), count) == []


def test_of_those_with_the_same_words_those_are_chosen_that_have_them_side_by_side() -> None:
    crowd = Crowd()
    texts = [order for order in ("abc", "acb", "bca") for _ in range(20)]
    for text in texts:
        crowd.add("task", set(text), ())
    crowd.settle(texts)
    chosen = crowd.best([("a", 1.0), ("b", 1.0), ("c", 1.0)], [("bc", 1.0), ("ca", 1.0)], ("task",), 20)
    assert {texts[at] for at in chosen} == {"bca"}


def test_in_a_plan_of_thousands_of_tasks_each_is_found_by_its_own_words() -> None:
    plan = small_plan()
    first = plan.tasks[0]
    known = sorted({word for task in plan.tasks for word in task.title.split() if word.isalpha()})[:15]
    titles = [f"{a} {b} {c} {d}" for a in known for b in known for c in known for d in known[:1] if len({a, b, c}) == 3]
    tasks = tuple(
        first.model_copy(update={"code": f"I.{at}", "title": title, "names": (), "product": "", "milestones": ()})
        for at, title in enumerate(titles, 1)
    )
    engine = Engine(plan.model_copy(update={"tasks": tasks}))
    assert len(tasks) > 2000
    for task in tasks[:: len(tasks) // 10]:
        answer = engine.answer(f"Ai chủ trì {task.title}?")
        assert task.code in (*answer.records, *answer.candidates), (task.title, answer)


def test_words_in_one_order_are_printed_where_a_record_of_very_many_has_them_so() -> None:
    plan = small_plan()
    first = plan.tasks[0]
    titles = [f"Kiểm tra kho lưu trữ, kiểm kê tài sản số {at}" for at in range(2100)]
    tasks = tuple(
        first.model_copy(update={"code": f"I.{at}", "title": title, "names": (), "product": "", "milestones": ()})
        for at, title in enumerate(titles, 1)
    )
    index = Engine(plan.model_copy(update={"tasks": tasks})).index
    assert index.prints(index.words("kho lưu trữ, kiểm kê"))
    assert not index.prints(index.words("trữ kiểm tra"))
    assert not index.prints(index.words("tra kho lưu trữ số"))
