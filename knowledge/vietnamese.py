"""Vietnamese text as people type it: cleaned of what cannot be read, and folded for matching (never for display)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from knowledge.patterns import seldom

LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
"""The lower-case letters that have a mark."""
_FOLD = {ord(letter): unicodedata.normalize("NFD", letter)[0] for letter in LETTERS}
_FOLD |= str.maketrans({"đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "·": "."})
_LOOK_ALIKES = str.maketrans("аеорсухіјѕԁӏнкмтвАЕОРСУХІЈЅНКМТВ", "aeopcyxijsdlhkmtbAEOPCYXIJSHKMTB")
"""Cyrillic letters that pass for Latin ones."""
_MARKS_AT_MOST = 4
"""Marks kept on one letter: no Vietnamese letter has more than two, and normalising a long heap of them is slow."""


def clean(text: str) -> str:
    """The text composed (NFC), with wide and styled characters made plain, look-alike letters of other scripts
    replaced, and without control characters, direction marks, lone surrogates or surplus white space."""
    if _USUAL.fullmatch(text):
        return " ".join(text.split())
    kept: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category == "Mn" else 0
        if category in ("Cf", "Cs", "Co", "Cn") or marks > _MARKS_AT_MOST:
            continue
        kept.append(" " if category in ("Cc", "Zs", "Zl", "Zp") else char)
    plain = unicodedata.normalize("NFKC", "".join(kept))
    if any(map(unicodedata.combining, plain)):
        plain = _HEAPED.sub(_in_order, unicodedata.normalize("NFD", plain))
        plain = unicodedata.normalize("NFC", plain)
    if re.search(r"[A-Za-z\u00c0-\u1ef9]", plain):
        plain = plain.translate(_LOOK_ALIKES)
    return " ".join(plain.split())


_USUAL = re.compile(f"[ -~{LETTERS}{LETTERS.upper()}]*")
"""Text of which nothing has to be cleaned but its white space."""
_HEAPED = seldom(r"[\u0300-\u036f]{2,}")
_SHAPES = "\u0302\u0306\u031b"


def _in_order(marks: re.Match[str]) -> str:
    """Marks of the vowel before those of the tone, as letters are composed."""
    return "".join(sorted(marks[0], key=lambda mark: mark not in _SHAPES))


def fold(text: str) -> str:
    """Lower case without any mark: "Tiến Độ" and "tien do" are one."""
    if text.isascii():
        return text.lower()
    plain = text.lower().translate(_FOLD)
    if plain.isascii():
        return plain
    return "".join([c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c)])


def in_step(text: str) -> tuple[str, str]:
    """The words of a text with one space between, and the same folded: a place found in the one is that of the other.
    Where a letter folds into two (or into none) both are folded."""
    words = unicodedata.normalize("NFC", " ".join(text.split()))
    folded = fold(words)
    return (words, folded) if len(folded) == len(words) else (folded, folded)


def without(form: re.Pattern[str], text: str, times: int = 0) -> str:
    """A text without what a folded form finds in it, at most so many `times` (0: all)."""
    words, folded = in_step(text)
    rest, end = "", 0
    for number, found in enumerate(form.finditer(folded), 1):
        rest, end = f"{rest} {words[end : found.start()]}", found.end()
        if number == times:
            break
    return f"{rest} {words[end:]}".strip()


message_in_step = lru_cache(32)(in_step)
"""The same for a message, which is looked through for one thing after another."""
fold_word = lru_cache(20_000)(fold)
"""The same for single words, which come again and again."""
fold_message = lru_cache(32)(fold)
"""The same for a message, which is folded for one thing after another that it may name."""
