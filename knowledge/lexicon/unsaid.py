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
HOW_TO = (
    phrases("cách"),
    phrases("từng bước, (hướng dẫn|cách) (cài|cài đặt|dùng|sử dụng|nộp|đăng ký|đăng kí|đăng nhập|tải)"),
)
"""How something is done step by step: where a message begins with the first, or has one of the others."""
CONTRACT = phrases("hợp đồng số, gói thầu, nhà thầu, trúng thầu, thi công, số tài khoản, tài khoản ngân hàng")
"""What no plan says that does not print it: who was given a contract, to which account is paid."""
WHICH_OF_THEM = phrase("gồm những")
"""With "nào" at the end, those are asked for by name that are only counted: "20% gồm những thủ tục nào"."""
NO_ITEMS = frozenset(phrase("nội dung phần mục việc khâu bước loại hạng nhóm"))
"""Of which a record itself may consist."""
OF_TIME = frozenset(phrase("ngày tháng năm quý lần khi thứ khóa xong"))
"""Words before or after "mấy" with which a time is asked for, or a place in an order."""
NO_COUNT = frozenset(phrase("lần năm tháng quý ngày tuần giờ kỳ cái loại việc nhiệm phần tỷ tỉ triệu mới khóa"))
"""Words after "mấy", "bao nhiêu" that count times, money, or what stands in the plan itself, or count nothing."""
POINTS = phrases("(mấy|bao nhiêu) điểm")
"""A score, where no percentage points are meant."""
SETS = frozenset(phrase("đặt phấn đề"))
"""With which it is said, after a body, what it sets itself."""
SIGNS = phrases("(ông|bà|người|đồng chí|lãnh đạo|vị) nào (ký|kí), ai (ký|kí), người (ký|kí)")
PHONE = phrases("điện thoại")
"""Whose number may be asked for: "điện thoại phòng A số mấy"."""
BEGINNINGS = frozenset(
    said[:2] for group in (PHONE, WHERE_DONE, CONTRACT, HOW_MANY_PEOPLE, SIGNS, MEANS) for said in group
)
"""The first two words of each: a question without them has none of those."""

# ---- what a paper says that the plan only cites -----------------------------------------------------------------

OF_EFFECT = phrases("hiệu lực, thay thế, bãi bỏ, thi hành từ")
YEAR_OF_LAW = re.compile(r"luật [^.;,]*?năm (?:19|20)\d\d", re.IGNORECASE)
"""A law with its year, which is all that a plan tells of when it was made; as printed."""
NUMBER_OF_LAW = re.compile(r"luật[^.;,]*? số \d+/", re.IGNORECASE)
ARTICLE = re.compile(r"\bdieu (?:so )?(?:\d+|may|nao|bao nhieu)\b")
"""A part of a paper by its number, folded."""
