"""What stands for other words in messages: as typed, and as it is meant."""

from __future__ import annotations

import re

from knowledge.lexicon.questions import phrase, phrases

SHORT_PLURAL, PLURAL = re.compile(r"\bn~", re.IGNORECASE), "những"
AI, AI_MEANT = re.compile(r"(?<=[^\s.?!]\s)AI\b"), "trí tuệ nhân tạo"
"""In capitals, within a sentence, it is no "ai" that asks who."""
AI_WORDS = phrase("trí tuệ")
"""Words that a plan prints which speaks of it."""
ROWS = ("hoạt động", "phần việc")
"""What a plan may call its tasks, and what names other things as well: "hoạt động nào", not "hoạt động của cơ quan"."""
COUNTING = phrases("bao nhiêu, mấy, số, tổng số, tổng cộng")
DEMANDED = phrases("tối thiểu, ít nhất, tối đa, nhiều nhất, phải có, cần có, phải tổ chức")
"""Before the number of those that one task has to have: "phải có tối thiểu bao nhiêu hoạt động"."""
ALL_OF = frozenset(phrase("các những mọi cả bộ"))
"""Before them: all are asked for, or their number. Folded, as below."""
WHICH_OF = frozenset(phrase("nào gì"))
OF_WHICH = frozenset(phrase("mà do phải được đang có trong thuộc tất cả hết ghi"))
"""After them: it is told which."""
WITH_I = re.compile(r"\b(?:(?:tỉ|ti)(?= (?:lệ|le|trọng|suất|suat)\b)|kĩ|quí|lí|mĩ)(?!\w)")
_WITH_Y = {"tỉ": "tỷ", "ti": "ty", "kĩ": "kỹ", "quí": "quý", "lí": "lý", "mĩ": "mỹ"}
"""Syllables that are spelt with "i" and with "y"; plans of offices print the latter."""


def with_y(found: re.Match[str]) -> str:
    """The syllable as plans print it: "tỷ lệ" for "tỉ lệ"."""
    return _WITH_Y[found[0]]
