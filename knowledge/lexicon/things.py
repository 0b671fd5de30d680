"""Words for the things that lists, counts and shares are of. Folded."""

from __future__ import annotations

from knowledge.lexicon.questions import phrase, phrases

COUNTED = frozenset({"task", "target", "solution", "viewpoint", "area", "group", "basis"})
"""Things of the lexicon that lists and counts are of."""
TASK_ABOUT = phrases("(nhiệm vụ|việc|công việc|đầu việc) (về|liên quan)")
"""Before what a task is about, where that is all that is said of it."""
TASKS = phrases("nhiệm vụ, đầu việc, hạng mục")
"""A task of the annex is meant, where "việc" may be anything that is done."""
PRODUCT = phrase("sản phẩm")
PRODUCTS = phrases("sản phẩm nào, gồm những")
"""The products of several tasks are asked for."""
REACHED = phrases("(phải|cần|phấn đấu) đạt, đạt được")
"""What is said of targets that are not called so: "2030 phải đạt những gì"."""
HOW_MANY_ROWS = phrases("(mấy|bao nhiêu) mục")
HOW_MANY_PARTS = phrases("(mấy|bao nhiêu) (mục|phần)")
"""Of an annex: how many areas."""
SAID_OF_PLACES = frozenset(phrase("đầu cuối trên dưới"))
"""With which it is said where in the plan they stand."""
NO_ROWS = phrases("(chỉ|mục) tiêu")
"""How many tasks an area or a group has; "mấy mục tiêu" asks for none."""
GROUPS_OF_TASKS = phrases("nhóm (nhiệm vụ|việc|công việc|đầu việc)")
SHARE_OF_TASKS = phrases("tỷ lệ (nhiệm vụ|việc|công việc|đầu việc|số nhiệm vụ)")
EACH_OF_THEM = phrases("(mỗi|từng) (bộ|sở|phòng|đơn vị|cơ quan|bên|ngành)")
TASK_WORDS = frozenset(phrase("việc nhiệm đầu"))
"""Begins a task's name after the number that is asked for."""
NUMBERS_ASKED = frozenset(phrase("mấy nhiêu"))
"""The number is asked for of each of several that are named; and the words that ask for a number."""
SUPERLATIVES = {"most": phrase("nhiều nhất"), "least": phrase("ít nhất")}
"""What is asked for with the two words, though others stand between them."""
EACH = phrases("(mỗi|từng|theo|theo các|giữa các) (lĩnh vực|mảng|nhóm|phòng|đơn vị)")
"""The number of tasks of every one of them is asked for."""
ALL_UNITS = phrases("các (đơn vị|cơ quan|bộ phận|phòng ban)")
"""Where a message begins so and asks how many, the number of every one of them is asked for."""
COUNTED_UP = phrases("thống kê, đếm, phân bổ, phân chia, phân loại, chia, cơ cấu")
"""Where a message begins so, the number of what follows is asked for: "thống kê nhiệm vụ theo phòng"."""
PARTED = phrases("(chia|phân|xếp|gộp) theo")
"""The same of what stands before: "nhiệm vụ chia theo lĩnh vực thế nào"."""
WHICH_AREA = phrases("(lĩnh vực|mảng|nội dung) nào, (mỗi|từng|theo|theo các|giữa các) (lĩnh vực|mảng)")
"""An area is asked for, whatever else is named."""
WHICH_INSIDE = phrases("(mục|phần|nội dung|khối) nào")
"""A part of the area that is named is asked for, where it has groups."""
REFORM = phrase("cải cách")
OF_REFORM = phrase("cải cách hành chính")
OF_BASES = phrase("pháp lý ban hành văn mở đầu")
"""What may be said with the areas of a plan, and with the papers it is based on, when all of them are asked for."""
THIS_ONE = phrases("(việc|vụ|cái) (này|đó), này")
"""What is pointed at: one record's units are asked for."""
