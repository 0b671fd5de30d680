"""Numbers in words: of quarters, of one among several. Folded."""

from __future__ import annotations

from knowledge.lexicon.questions import phrase

QUARTER = phrase("quý")
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "mot": 1, "hai": 2, "ba": 3, "bon": 4}
"""What stands after "quý" → its number."""
NTH = phrase("thứ")
NUMBER = phrase("số")
"""Before the number of one among several."""
ORDINALS = {"nhat": 1, "hai": 2, "nhi": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8}
"""What stands after "thứ" → its number."""
FIRST = phrase("đầu tiên")
LAST = phrase("cuối cùng")
PERCENT = phrase("phần trăm")
