"""Words with which a question that asks to agree is answered, as typed in lower case."""

from __future__ import annotations

import re

from knowledge.vietnamese import fold

_YES = (
    "ok, oke, oki, okie, okay, ừ, uh, ừm, uk, vâng, dạ vâng, dạ đúng, dạ ok, dạ có, có, đúng, đúng rồi, đúng vậy, "
    "đúng thế, chuẩn, chuẩn rồi, nhất trí, đồng ý, dạ đồng ý, xác nhận, ghi đi, yes, 👍"
)
_NO = (
    "không, ko, kh, k, hông, không phải, không đồng ý, dạ không, thôi, dạ thôi, khoan, khoan đã, chưa, dạ chưa, đừng, "
    "đừng ghi, dừng, không ghi, no, 👎"
)
_ALIKE = frozenset({"dung", "dung ghi"})
"""Without their marks these are one and the other: "đúng", "đừng"."""
AROUND = re.compile(r"[\s.!,]*(?:\b(?:ạ|a|nhé|nhe|nhá|nha|em|anh|chị|chi|bạn|ban|luôn|luon)\b[\s.!,]*)*$")
"""Courtesies and signs after it."""


def _as_typed(listed: str) -> frozenset[str]:
    """The phrases with their marks, and without where that leaves no doubt."""
    said = frozenset(listed.split(", "))
    return said | (frozenset(map(fold, said)) - _ALIKE)


AGREEING, DECLINING = _as_typed(_YES), _as_typed(_NO)
