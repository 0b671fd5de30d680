"""Words that ask. Folded."""

from __future__ import annotations

from knowledge.lexicon.questions import phrase

INTERROGATIVE = frozenset(phrase("nào gì ai mấy nhiêu đâu giờ"))
"""Words that ask."""
WHICH = frozenset(phrase("nào gì"))
"""After a thing: which ones are asked for ("việc gì")."""
WHICH_ONE = frozenset(phrase("nào"))
WHETHER = phrase("có không")
OR = frozenset(phrase("hay hoặc"))
FORM = phrase("mẫu")
"""Where a question begins with it, a blank form is asked for, which no plan has."""
HOW = phrase("thế nào")
