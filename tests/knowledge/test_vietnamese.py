"""Typed text made readable, and folded for matching."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.vietnamese import clean, fold, in_step


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("hạn\x00 rà\x08 soát \u202eCHTT\u202c", "hạn rà soát CHTT"),
        ("II.5\x00hạn", "II.5 hạn"),
        ("II\u200b.5 ６０％", "II.5 60%"),
        ("củа cơ quаn", "của cơ quan"),
        (unicodedata.normalize("NFD", "Tiến độ"), "Tiến độ"),
        ("nhie\u0323\u0302m vu\u0323", "nhiệm vụ"),
        ("\ud800 a", "a"),
        ("  hai   chữ\n ", "hai chữ"),
    ],
)
def test_what_cannot_be_read_is_taken_out_and_the_rest_stays(typed: str, read: str) -> None:
    assert clean(typed) == read


def test_folding_takes_every_mark_away() -> None:
    assert fold("Tiến Độ ĐƯỜNG ưỡng") == "tien do duong uong"
    assert fold(unicodedata.normalize("NFD", "Điện tử")) == "dien tu"


@given(st.text())
def test_a_place_in_the_folded_words_is_the_same_place_in_the_words(text: str) -> None:
    words, folded = in_step(text)
    assert len(words) == len(folded)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Phòng  Tổ\nchức", "Phòng Tổ chức"),
        (unicodedata.normalize("NFD", "Phòng Tổ chức"), "Phòng Tổ chức"),
        ("Phòng 가", fold("phong 가")),
    ],
)
def test_words_keep_their_marks_beside_their_folded_form(typed: str, words: str) -> None:
    assert in_step(typed) == (words, fold(words))


@given(st.text())
def test_cleaning_twice_changes_nothing_and_leaves_nothing_hidden(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in once)


def test_a_heap_of_marks_is_cut_down() -> None:
    assert len(clean("e" + "\u0301" * 90_000)) < 10
