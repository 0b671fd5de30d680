"""Words between the two halves of a message that asks twice. Folded."""

from __future__ import annotations

from knowledge.lexicon.questions import phrases
from knowledge.patterns import seldom

SECOND = seldom(r"\s*[,;.?!:]\s*(?:(?:va|the|vay|roi)\s+)*(?:con\s+)?(?=\w)|\s+(?:va\s+)?con\s+")
""" "A ai làm, còn B ai làm"."""
WITHIN = phrases("trong (đó|số đó|số này)")
OF_THEM = seldom(r"\s*[,;.?!:]?\s*(?:va\s+)?\btrong (?:so )?(?:do|nay)\b[\s,:]*(?:thi\s+|co\s+)?")
""" "… bao nhiêu việc, trong đó bao nhiêu …"."""
