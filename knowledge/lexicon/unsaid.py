"""Words that ask what plans hardly ever say: why, what a word means, how many people, by what number; folded."""

from __future__ import annotations

import re

from knowledge.lexicon.questions import phrase, phrases

WHY = phrases("vì sao, tại sao, lý do, sao lại")
MEANS = phrases("nghĩa là gì, có nghĩa gì, (được|nên) hiểu (là gì|thế nào|ra sao), khái niệm, định nghĩa")
IS_WHAT = phrase("là gì")
HOW_MANY_PEOPLE = phrases("(mấy|bao nhiêu) (người|nhân viên|cán bộ|biên chế)")
PEOPLE = frozenset(phrase("người nhân cán biên"))
"""With which begins what is counted so."""
WHY_AT_FIRST = (phrase("sao")[0], phrase("lại")[0])
"""The same where the one begins a message, and the other stands behind it: "sao hạn lại là 15/8"."""
WHERE_DONE = phrases("(tổ chức|mua|học|tải|đăng ký|đăng kí|xin|đặt|lưu) ở đâu")
WHICH_OF_THEM = phrase("gồm những")
"""With "nào" at the end, those are asked for by name that are only counted: "20% gồm những thủ tục nào"."""
NO_ITEMS = frozenset(phrase("nội dung phần mục việc khâu bước loại hạng nhóm"))
"""Of which a record itself may consist."""
NO_COUNT = frozenset(phrase("lần năm tháng quý ngày tuần giờ kỳ cái loại việc nhiệm phần tỷ tỉ triệu mới khóa"))
"""Words after "mấy", "bao nhiêu" that count times, money, or what stands in the plan itself, or count nothing."""
SETS = frozenset(phrase("đặt phấn đề"))
"""With which it is said, after a body, what it sets itself."""
SIGNS = phrases("(ông|bà|người|đồng chí|lãnh đạo|vị) nào (ký|kí), ai (ký|kí), người (ký|kí)")

# ---- what a paper says that the plan only cites -----------------------------------------------------------------

OF_EFFECT = phrases("hiệu lực, thay thế, bãi bỏ, thi hành từ")
ARTICLE = re.compile(r"\bdieu (?:so )?(?:\d+|may|nao|bao nhieu)\b")
"""A part of a paper by its number, folded."""
