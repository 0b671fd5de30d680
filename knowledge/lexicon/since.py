"""Words of how much a target is to grow since a year before its plan. Folded."""

from __future__ import annotations

import re

STOOD = re.compile(r"\bnăm\s+(?P<year>20\d\d)\s*(?::|đạt|là)?\s*(?P<value>\d+(?:[.,]\d+)*)(?![\w/])", re.IGNORECASE)
"""What a target says of the value of a year before: "(năm 2025: 61,4%)"; as printed."""
BY_HOW_MUCH = re.compile(
    r"\b(?:tang|giam|them|hon|nang|chenh(?: lech)?|kem)\b(?: \w+){0,5}? (?:bao nhieu|may)\b"
    r"|\bchenh(?: lech| nhau)\b|\btang truong\b|\bso sanh\b|\bkhac nhau\b"
)
"""How it is asked by how much."""
