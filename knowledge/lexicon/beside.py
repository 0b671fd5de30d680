"""Parts of a year that are said beside it and narrow nothing: "năm 2022, kể cả quý II". Folded."""

from __future__ import annotations

import re

from knowledge.patterns import seldom

_ONE = r"(?:i{1,3}|iv|\d{1,2}|mot|hai|ba|bon)\b(?!\d)"
_OF_YEAR = r"(?: ?[/-] ?(?:19|20)\d\d| nam (?:19|20)\d\d)?"
_PART = (
    rf"(?:(?:6|sau) thang (?:dau|cuoi)(?: nam)?|nua (?:dau|cuoi) nam|(?:quy|thang)\b"
    rf"(?: {_ONE}(?:(?:,| va|, va)(?: quy| thang)? {_ONE})*)?){_OF_YEAR}"
)
_SAID_OF_IT = r"(?:cac|nhung|viec|nhiem vu|han|thoi han|moc|den|trong|theo|cua|co|het|ca)"
PARTS = seldom(r"\b(?:quy|thang|nua nam|nua dau|nua cuoi)\b")
"""What has none of these speaks of no part of a year."""
INCLUDED = seldom(
    rf"[,;(]*\s*\b(?:ke ca|(?:tinh|gom|bao gom|ke|lay) (?:them |luon )*ca|bao gom|(?:tinh|ke|gom) luon)"
    rf" (?:{_SAID_OF_IT} )*{_PART}\)?"
)
""" "Kể cả quý II", "tính luôn cả việc hạn theo quý"."""
EITHER = seldom(rf"\(?\b(?:ca )?{_PART},? (?:hoac|hay|lan|va|cung)(?: la| tinh)? (?:ca|tron) nam\b\)?")
""" "Quý II hoặc cả năm"."""
WITH_THE_WHOLE = seldom(
    rf"(?P<whole>\b(?:ca|tron) nam(?: (?:19|20)\d\d)?),? (?:lan|va|hoac|hay|cung)(?: ca| cac)* {_PART}"
)
""" "Cả năm 2022 và quý II"."""
A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
