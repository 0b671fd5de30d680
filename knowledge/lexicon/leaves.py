"""Words of a notice of leave, folded: "nghỉ phép từ 3/8 đến 10/8, thay: Lan"."""

from __future__ import annotations

import re

DAY = r"(?:ngay\s+)?(\d{1,2})(?:\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{4}))?)?"
RANGE = re.compile(rf"(?:tu\s+)?{DAY}\s*(?:-|–|—|den(?:\s+het)?|toi)\s*{DAY}(?![\w/])")
ONE_DAY = re.compile(r"(?:ngay\s+)?(?<!\d)(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{4}))?(?![\w/])")
NAMED_DAYS = {"hom nay": 0, "ngay mai": 1, "mai": 1, "ngay kia": 2}
STAND_IN = re.compile(r"(?:nguoi\s+)?(?:lam\s+)?thay(?:\s+the)?(?:\s+la)?\s*:?\s+|(?:nguoi\s+)?thay\s*:\s*")
STANDS_IN = re.compile(r"\s(?:lam\s+|truc\s+)?thay\s*[.!]?\s*\Z")
"""After the name: "Lan làm thay"."""
CLOSING = re.compile(r"\s+(?:xin\s+)?nghi(?:\s+phep)?\s*(?:tu\s+)?\Z")
CANCEL = frozenset({"huy", "thoi", "bo", "xoa", "di lam lai", "het phep"})
OPENING = re.compile(r"^(?:cho\s+)?(?:xin\s+)?(?:nghi(?:\s+phep)?\s+)?(?:cho\s+)?")
SENTENCE = re.compile(
    r"(?:(?:toi|em|minh|anh|chi)\s+)?(?:xin\s+(?:phep\s+)?)?nghi(?:\s+phep)?\s+(?=\d|tu\s|ngay\s|mai\b|hom\s+nay)"
)
"""A plain sentence that gives notice of leave: "em xin nghỉ phép 20-25/12 thay Hùng"."""
