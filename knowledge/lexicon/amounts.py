"""Words with which numbers are asked for and compared. Folded."""

from __future__ import annotations

from knowledge.lexicon.questions import phrase, phrases

HOW_MANY_OF_ALL = phrases("(tất cả|tổng cộng|tổng số) bao nhiêu, tất cả mấy")
"""The number of all things of a kind is asked for, and not a share of them."""
HOW_MANY_YEARS = phrases("(mấy|bao nhiêu) năm, bao lâu")
ADDED_UP = phrases("cộng lại, gộp lại, cộng vào, cộng với nhau")
"""The sum of several values is asked for."""
HOW_LONG = phrases("bao lâu, mấy, bao nhiêu")
RATIO = phrase("tỷ lệ")
GROWTH = phrases("tăng (bao nhiêu|mấy), (thêm|hơn) bao nhiêu")
"""How much a target grows from one year to another."""
RISES = phrases("tăng (bao nhiêu|mấy|thêm)")
"""The same, where the year to which it grows is named: "giảm thêm bao nhiêu đến 2030" asks what that year has."""
TO = frozenset(phrase("sang lên xuống lùi lại quay áp dụng"))
""" "Sang 2030", "2030 lên mấy", "có áp dụng 2030 không": to another year."""
COMPARED_WITH = phrases("so với, so số, ước")
"""Before a year with which another is compared."""
MORE = phrase("hơn")
HIGHEST = phrases("(cao|lớn|nhiều) nhất")
LOWEST = phrases("(thấp|nhỏ|ít) nhất")
