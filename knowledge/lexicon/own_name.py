"""Words around the name of the plan itself, and its own years, in questions that look into it. Folded."""

from __future__ import annotations

from knowledge.lexicon.questions import phrase
from knowledge.patterns import seldom

BEFORE = frozenset(phrase("trong của thuộc theo ở tại lục bảng"))
"""Before the plan's name where it is looked into: "trong kế hoạch …", "phụ lục kế hoạch …"; not "xây dựng kế hoạch"."""
OF = frozenset(phrase("của"))
"""Between the plan's name and whose it is."""
SPAN = seldom(r"\b((?:19|20)\d\d) (?:(?:den|toi|va) (?:het )?(?:nam )?)?((?:19|20)\d\d)\b")
"""From one year to another; the words of a question."""
LOOKS_INTO = frozenset({"task", "area", "group"})
"""Things of which the whole plan's are asked for."""
