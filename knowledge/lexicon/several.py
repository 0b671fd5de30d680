"""Words that show that several things, or their number, are asked for. Folded."""

from __future__ import annotations

from knowledge.lexicon.questions import phrase, phrases

PLURAL = frozenset(phrase("những các kê danh"))
"""Before a thing: several of it are asked for ("các việc", "liệt kê nhiệm vụ", "danh sách chỉ tiêu")."""
SOME = frozenset(phrase("hai ba bốn sáu bảy tám 2 3 4 5 6 7 8 9"))
"""Numbers that say of how many things a list is; "năm" is a year as a rule."""
HOW_MANY = phrases("bao nhiêu, mấy, số, tổng số, tổng cộng, đếm, số lượng")
"""Before a thing: its number is asked for; "số" only where it begins the question."""
HOW_MANY_OF_THEM = phrases("(mấy|bao nhiêu) cái")
"""The number of what was named before: "nhiệm vụ về nhân lực có mấy cái"."""
ELSEWHERE = frozenset(phrase("thì bị để nhằm"))
"""Words between a thing and its "gì" after which something else is asked for: "không hoàn thành nhiệm vụ thì bị gì"."""
WORK = "viec"
DOING = frozenset(phrase("trong bằng"))
"""Before a "việc" that makes a thing of what is done: "trong việc trình văn bản"."""
NO_WORK_AFTER = frozenset(phrase("làm sơ sự công vào"))
"""Syllables that make another word of a "việc" or "công việc" after them: "làm việc", "hồ sơ công việc", "sự việc"."""
TOTAL = phrase("tổng số")
"""Before a "việc" it is none of them."""
POSITION, DO = phrases("vị trí, làm")
"""Around a "việc" that is part of "vị trí việc làm"."""
WHAT = phrase("gì")
"""After "làm việc" it asks for work: "phòng A làm việc gì"."""
SHARES = frozenset({"%", "tram"})
OF_SHARES = SHARES.union(phrase("tính theo bằng phần đơn vị là"))
"""Targets that are shares: "chỉ tiêu phần trăm", and what is said with it: "tính bằng %"."""
HOW_MANY_POINTS = phrases("(mấy|bao nhiêu) (điểm|ý)")
"""The number of viewpoints or solutions; of a share "bao nhiêu điểm" are points of percent."""
ORDERING = frozenset(phrase("đếm giúp"))
"""Words of an order after which "số" is the number of what follows: "đếm giúp số việc"."""
