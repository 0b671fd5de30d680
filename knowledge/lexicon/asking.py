"""Words that ask. Folded."""

from __future__ import annotations

from knowledge.lexicon.questions import phrase, phrases

INTERROGATIVE = frozenset(phrase("nào gì ai mấy nhiêu đâu giờ hay"))
"""Words that ask."""
WHO, WHAT, WHICH_ONE = phrase("ai gì nào")
WHICH_OR_WHERE = frozenset(phrase("nào gì đâu"))
OF = phrase("của")[0]
SOME_OF = frozenset(phrase("gồm có những các"))
"""Before an "ai" by which several are asked for: "gồm những ai"."""
TO_WHOM = frozenset(phrase("của từ với cho đến tới về"))
"""Between what is done and the "ai" to whom it is done: "lấy ý kiến của ai"."""
WHICH = frozenset((WHICH_ONE, WHAT))
"""After a thing: which ones are asked for ("việc gì")."""
WHETHER = phrase("có không")
OR = frozenset(phrase("hay hoặc"))
FORM = phrase("mẫu")
"""Where a question begins with it, a blank form is asked for, which no plan has."""
APPROVES = phrases("(ai|cấp nào) (phê duyệt|duyệt|ban hành|quyết định|thông qua), trình (ai|cấp nào|lên đâu)")
APPROVING = frozenset(phrase("cấp phê duyệt ban hành quyết định thông qua trình lên"))
"""Whose decision a task ends in is asked for, which its product tells."""
HOW = phrase("thế nào")
PROGRESS = phrase("tiến độ")
"""Of a task that prints it, it is its subject: "theo dõi tiến độ"."""
