"""The race: every contestant searches the same records and answers the same questions."""

from __future__ import annotations

from benchmarks.speed import copied, load, race, table, texts_of


def test_copies_have_codes_and_words_of_their_own() -> None:
    plan = load()
    twice = copied(plan, 2)
    assert len({t.code for t in twice.tasks}) == 2 * len(plan.tasks)
    assert len({t.title for t in twice.tasks}) > 1.8 * len(plan.tasks)


def test_every_record_is_searched() -> None:
    plan = load()
    assert len(texts_of(plan)) == len(plan.tasks) + len(plan.targets) + len(plan.passages)


def test_each_contestant_answers_every_question_in_every_round() -> None:
    asked: dict[str, list[str]] = {"dondoc": [], "other": []}
    taken = race({name: asked[name].append for name in asked}, ["a", "b"], rounds=3)
    assert {name: len(times) for name, times in taken.items()} == {"dondoc": 6, "other": 6}
    assert asked["dondoc"] == asked["other"]
    assert table(taken).count("\n") == 3
