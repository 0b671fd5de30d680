"""Words around a measured value of a target, as people type them (folded unless said otherwise)."""

from __future__ import annotations

import re

from knowledge.patterns import seldom

TARGET = seldom(r"^\s*(?:chỉ tiêu|chi tieu)\s+", re.IGNORECASE)
"""What may stand before the target's code."""
REACHED = r"(?:đạt được|đạt|được|hiện đạt|là|=|:|dat duoc|dat|duoc|la)"
"""What may stand before the value; as typed."""
NOTHING = seldom(r"^[\s,;:.–-]+|[\s,;:–-]+$")
QUESTION = seldom(r"\?|\b(?:bao nhieu|may|khi nao|ai|the nao|ra sao|khong|chua|phai|can|muc tieu|gi)\b")
"""Words of a question or a wish: such a sentence is no measured value."""
PAPER = seldom(
    r"(?:\b(?:theo|tại|tai|ở)\s+)?(?:\b(?:công văn|báo cáo|quyết định|văn bản|cv|bc|qđ|tb|ttr|kh)\s+)?"
    r"(?:số\s*:?\s*)?[(\s]*$",
    re.IGNORECASE,
)
"""What stands before the number of the paper that a value comes from; as typed."""
ANY_VALUE = seldom(r"(?<![\w./])\d+(?:[.,]\d+)*\s*(?:%|phần trăm\b|phan tram\b)", re.IGNORECASE)
"""A percentage anywhere in the words; as typed."""
AT_RISK = frozenset({"cham", "cham tien do", "nguy co", "co nguy co", "chua dat", "cham lo trinh"})
"""Folded words that ask for the targets that fall behind."""
