"""Words that ask what plans hardly ever say: why, what a word means, how many people, by what number; folded."""

from __future__ import annotations

from knowledge.lexicon.questions import phrase, phrases

WHY = phrases("vì sao, tại sao, lý do, sao lại")
MEANS = phrases("nghĩa là gì, có nghĩa gì, (được|nên) hiểu (là gì|thế nào|ra sao), khái niệm, định nghĩa")
IS_WHAT = phrase("là gì")
HOW_MANY_PEOPLE = phrases("(mấy|bao nhiêu) (người|nhân viên|cán bộ|biên chế)")
PEOPLE = frozenset(phrase("người nhân cán biên"))
"""With which begins what is counted so."""
SIGNS = phrases("(ông|bà|người|đồng chí|lãnh đạo|vị) nào (ký|kí), ai (ký|kí), người (ký|kí)")
