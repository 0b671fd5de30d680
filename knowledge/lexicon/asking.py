"""Words of questions that show of what things, and of how many, they ask. Folded."""

from __future__ import annotations

from knowledge.lexicon.questions import phrase, phrases

PLURAL = frozenset(phrase("những các kê danh"))
"""Before a thing: several of it are asked for ("các việc", "liệt kê nhiệm vụ", "danh sách chỉ tiêu")."""
WHICH = frozenset(phrase("nào gì"))
"""After a thing: which ones are asked for ("việc gì")."""
SOME = frozenset(phrase("hai ba bốn sáu bảy tám 2 3 4 5 6 7 8 9"))
"""Numbers that say of how many things a list is; "năm" is a year as a rule."""
HOW_MANY = phrases("bao nhiêu, mấy, số, tổng số, tổng cộng, đếm, số lượng")
"""Before a thing: its number is asked for; "số" only where it begins the question."""
HOW_MANY_OF_THEM = phrases("mấy cái, bao nhiêu cái")
"""The number of what was named before: "nhiệm vụ về nhân lực có mấy cái"."""
COUNTED = frozenset({"task", "target", "solution", "viewpoint", "area", "group", "basis"})
"""Things of the lexicon that lists and counts are of."""
NO_WORK_AFTER = frozenset(phrase("làm sơ sự công"))
"""Syllables that make another word of a "việc" or "công việc" after them: "làm việc", "hồ sơ công việc", "sự việc"."""
PRODUCT = phrase("sản phẩm")
PRODUCTS = phrases("sản phẩm nào, gồm những")
"""The products of several tasks are asked for."""
HOW_MANY_ROWS = phrases("mấy mục, bao nhiêu mục")
"""How many tasks an area or a group has."""
GROUPS_OF_TASKS = phrase("nhóm nhiệm vụ")
OF_REFORM = phrase("cải cách hành chính")
OF_BASES = phrase("pháp lý ban hành văn")
"""What may be said with the areas of a plan, and with the papers it is based on, when all of them are asked for."""
DOES = phrases("chủ trì, phụ trách, làm, lo, chịu trách nhiệm, phối hợp, tham gia")
BODIES = frozenset(phrase("phòng ban sở đội tổ khối chi trung"))
"""What does things, and what one who does them begins with: "Phòng Quản lý chất lượng phụ trách việc gì"."""
WHICH_UNIT = phrases("đơn vị nào, phòng nào, cơ quan nào, bên nào, với ai")
