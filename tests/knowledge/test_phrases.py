"""Phrases of the lexicon that stand for several of one shape."""

from __future__ import annotations

from knowledge.lexicon.questions import phrases, spread


def test_each_choice_of_each_bracket_is_a_phrase() -> None:
    assert list(spread("(mỗi|từng) (quý|năm)")) == ["mỗi quý", "mỗi năm", "từng quý", "từng năm"]


def test_an_empty_choice_leaves_no_space() -> None:
    assert list(spread("không (|có) ai")) == ["không ai", "không có ai"]


def test_commas_part_phrases_before_they_are_spread() -> None:
    assert phrases("(bất|bất cứ) ai, nào") == (("bat", "ai"), ("bat", "cu", "ai"), ("nao",))
