"""What stands for other words in messages: as typed, and as it is meant."""

from __future__ import annotations

import re

from knowledge.lexicon.questions import phrase

SHORT_PLURAL, PLURAL = re.compile(r"\bn~", re.IGNORECASE), "những"
AI, AI_MEANT = re.compile(r"(?<=[^\s.?!]\s)AI\b"), "trí tuệ nhân tạo"
"""In capitals, within a sentence, it is no "ai" that asks who."""
AI_WORDS = phrase("trí tuệ")
"""Words that a plan prints which speaks of it."""
