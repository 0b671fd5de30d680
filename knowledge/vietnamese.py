"""Vietnamese text as people type it: cleaned of what cannot be read, and folded for matching (never for display)."""

from __future__ import annotations

import re
import unicodedata

_FOLD = str.maketrans({"đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "·": "."})
_LOOK_ALIKES = str.maketrans("аеорсухіјѕԁӏнкмтвАЕОРСУХІЈЅНКМТВ", "aeopcyxijsdlhkmtbAEOPCYXIJSHKMTB")
"""Cyrillic letters that pass for Latin ones."""


def clean(text: str) -> str:
    """The text composed (NFC), with wide and styled characters made plain, look-alike letters of other scripts
    replaced, and without control characters, direction marks, lone surrogates or surplus white space."""
    kept = (
        " " if unicodedata.category(c) in ("Cc", "Zs", "Zl", "Zp") else c
        for c in text
        if c in "\n\t" or (unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    )
    plain = unicodedata.normalize("NFKC", "".join(kept))
    if re.search(r"[A-Za-z\u00c0-\u1ef9]", plain):
        plain = plain.translate(_LOOK_ALIKES)
    return " ".join(plain.split())


def fold(text: str) -> str:
    """Lower case without any mark: "Tiến Độ" and "tien do" are one."""
    decomposed = unicodedata.normalize("NFD", text.lower().translate(_FOLD))
    return "".join(c for c in decomposed if not unicodedata.combining(c))
