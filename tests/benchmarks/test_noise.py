"""The noise of the question sets changes how a question is typed, never what it asks."""

from __future__ import annotations

import random
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.questions import noise

SENTENCES = [
    "ai chủ trì đề án phân cấp giải quyết TTHC?",
    "nhiệm vụ VI.4.2 hạn khi nào",
    "tỷ lệ hồ sơ giải quyết trực tuyến đến 2030 là bao nhiêu",
    "Quyết định 258/QĐ-UBND ngày nào",
]
TONES = {"f": "\u0300", "s": "\u0301", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
sentences = st.sampled_from(SENTENCES)
seeds = st.integers(0, 10_000)


def untyped(keys: str) -> str:
    """A small reading of Telex, tone key last: marks by doubled letters and w, tone on the vowel it belongs to."""
    tone = ""
    if keys[-1:] in TONES and len(keys) > 1:
        keys, tone = keys[:-1], keys[-1]
    for pair, letter in (("dd", "đ"), ("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("aw", "ă"), ("ow", "ơ"), ("uw", "ư")):
        keys = keys.replace(pair, letter)
    return keys + tone


@given(sentences, seeds)
def test_text_without_marks_folds_to_the_same_words(text: str, seed: int) -> None:
    assert noise.fold(noise.nodiac(text, random.Random(seed))) == noise.fold(text)


@given(sentences, seeds)
def test_wrong_tones_keep_every_letter(text: str, seed: int) -> None:
    assert noise.fold(noise.tone(text, random.Random(seed))) == noise.fold(text)


@given(sentences, seeds)
def test_capitals_fold_to_the_same_words(text: str, seed: int) -> None:
    assert noise.fold(noise.caps(text, random.Random(seed))) == noise.fold(text)


@pytest.mark.parametrize("word", ["chủ", "trì", "được", "thường", "đề", "nhiệm", "quý", "hoàn"])
def test_telex_keys_give_the_word_back(word: str) -> None:
    keys = noise._keyed(word, noise.TELEX_MARKS, noise.TELEX_TONES, at_end=True)
    assert keys.isascii()
    tone = next((key for key, mark in TONES.items() if mark in unicodedata.normalize("NFD", word)), "")
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if c not in TONES.values())
    assert untyped(keys) == unicodedata.normalize("NFC", bare) + tone


@pytest.mark.parametrize(("word", "keys"), [("giảm", "giam3"), ("biên", "bie6n"), ("đến", "d9e6n1"), ("sự", "su75")])
def test_vni_keys_are_those_of_the_method(word: str, keys: str) -> None:
    assert noise._keyed(word, noise.VNI_MARKS, noise.VNI_TONES, at_end=True) == keys


@given(sentences, seeds, st.sampled_from(["tone", "telex", "vni", "typo"]))
def test_codes_and_document_numbers_are_never_damaged(text: str, seed: int, kind: str) -> None:
    dirty = noise.NOISES[kind](text, random.Random(seed))
    for code in re.findall(r"VI\.4\.2|258/QĐ-UBND|TTHC|2030", text):
        assert code in dirty


@given(sentences, seeds)
def test_look_alikes_are_the_same_length_or_add_only_what_is_not_read(text: str, seed: int) -> None:
    dirty = unicodedata.normalize("NFC", noise.unicode(text, random.Random(seed)).replace("\u200b", ""))
    assert len(dirty) >= len(text)


@given(sentences, seeds, st.sampled_from(sorted(noise.NOISES)))
def test_the_same_seed_gives_the_same_noise(text: str, seed: int, kind: str) -> None:
    assert noise.NOISES[kind](text, random.Random(seed)) == noise.NOISES[kind](text, random.Random(seed))
