"""Words of questions that show of what things, and of how many, they ask. Folded."""

from __future__ import annotations

from knowledge.lexicon.questions import phrase, phrases

PLURAL = frozenset(phrase("những các kê danh"))
"""Before a thing: several of it are asked for ("các việc", "liệt kê nhiệm vụ", "danh sách chỉ tiêu")."""
INTERROGATIVE = frozenset(phrase("nào gì ai mấy nhiêu đâu giờ"))
"""Words that ask."""
TAKING = frozenset(phrase("lấy coi hỏi kiến giá vụ"))
"""Words before an "ai" that somebody is taken for something, or asked: "lấy ai", "hỏi ý kiến ai", "đánh giá ai"."""
WHOSE_WORK = frozenset(phrase("việc vụ nhiệm phần mảng quyền là thuộc"))
"""Words before "của ai" of which the doer is asked: "là việc của ai"."""
WHICH = frozenset(phrase("nào gì"))
"""After a thing: which ones are asked for ("việc gì")."""
ELSEWHERE = frozenset(phrase("thì bị để nhằm"))
"""Words between a thing and its "gì" after which something else is asked for: "không hoàn thành nhiệm vụ thì bị gì"."""
WHICH_ONE = frozenset(phrase("nào"))
SOME = frozenset(phrase("hai ba bốn sáu bảy tám 2 3 4 5 6 7 8 9"))
"""Numbers that say of how many things a list is; "năm" is a year as a rule."""
WORK = "viec"
HOW_MANY = phrases("bao nhiêu, mấy, số, tổng số, tổng cộng, đếm, số lượng")
"""Before a thing: its number is asked for; "số" only where it begins the question."""
HOW_MANY_OF_THEM = phrases("mấy cái, bao nhiêu cái")
"""The number of what was named before: "nhiệm vụ về nhân lực có mấy cái"."""
COUNTED = frozenset({"task", "target", "solution", "viewpoint", "area", "group", "basis"})
"""Things of the lexicon that lists and counts are of."""
DOING = frozenset(phrase("trong bằng"))
"""Before a "việc" that makes a thing of what is done: "trong việc trình văn bản"."""
NO_WORK_AFTER = frozenset(phrase("làm sơ sự công vào"))
"""Syllables that make another word of a "việc" or "công việc" after them: "làm việc", "hồ sơ công việc", "sự việc"."""
POSITION, DO = phrases("vị trí, làm")
"""Around a "việc" that is part of "vị trí việc làm"."""
PRODUCT = phrase("sản phẩm")
PRODUCTS = phrases("sản phẩm nào, gồm những")
"""The products of several tasks are asked for."""
HOW_MANY_ROWS = phrases("mấy mục, bao nhiêu mục")
"""How many tasks an area or a group has."""
TASKS = phrases("nhiệm vụ, đầu việc, hạng mục")
"""A task of the annex is meant, where "việc" may be anything that is done."""
GROUPS_OF_TASKS = phrase("nhóm nhiệm vụ")
SHARE_OF_TASKS = phrases("tỷ lệ nhiệm vụ, tỷ lệ việc, tỷ lệ công việc, tỷ lệ đầu việc, tỷ lệ số nhiệm vụ")
WHETHER = phrase("có không")
REFORM = phrase("cải cách")
OF_REFORM = phrase("cải cách hành chính")
OF_BASES = phrase("pháp lý ban hành văn")
"""What may be said with the areas of a plan, and with the papers it is based on, when all of them are asked for."""
DOES = phrases("chủ trì, phụ trách, làm, lo, chịu trách nhiệm, phối hợp, tham gia")
CARRIES_OUT = frozenset(phrase("làm lo thực triển đảm đứng"))
"""Begins what is said of a unit that is put forward as the one that does it: "có phải Sở A làm không"."""
OR = frozenset(phrase("hay hoặc"))
BODIES = frozenset(phrase("phòng ban sở đội tổ khối chi trung"))
"""What does things, and what one who does them begins with: "Phòng Quản lý chất lượng phụ trách việc gì"."""
WHICH_UNIT = phrases("đơn vị nào, phòng nào, cơ quan nào, bên nào, với ai, những ai")
LEADS = phrases("chủ trì, phụ trách, đầu mối, chịu trách nhiệm, làm chính")
COOPERATES = phrases("phối hợp, phối kết hợp")
TAKES_PART = phrases("tham gia, cùng làm, thực hiện")
"""What the units asked for do."""
OUTSIDE = phrases("bên ngoài, ngoài sở, ngoài ngành, ngoài cơ quan, ngoài bộ")
"""Units of other agencies."""
OF_ALL_UNITS = frozenset(phrase("ngoài bên thực hiện"))
"""Words with which the units of all tasks are asked for."""
THIS_ONE = phrases("việc này, việc đó, vụ này, vụ đó, cái này, cái đó, này")
"""What is pointed at: one record's units are asked for."""
POINTED = phrases("cái, việc, nhiệm vụ, mục, số, thứ, ý, dòng, đầu tiên, cuối")
"""With which one of those before is named by its place: "việc thứ 2"."""
GROWTH = phrases("tăng bao nhiêu, tăng mấy, thêm bao nhiêu, hơn bao nhiêu")
"""How much a target grows from one year to another."""
TO = frozenset(phrase("sang"))
""" "Sang 2030": to another year."""
MORE = phrase("hơn")
HOW_MANY_YEARS = phrases("mấy năm, bao nhiêu năm, bao lâu")
HOW_LONG = phrases("bao lâu, mấy, bao nhiêu")
HOW_MANY_OF_ALL = phrases("tất cả bao nhiêu, tổng cộng bao nhiêu, tổng số bao nhiêu, tất cả mấy")
"""The number of all things of a kind is asked for, and not a share of them."""
NUMBER_OF = phrase("bao nhiêu")
EACH = tuple(
    phrase(f"{each} {what}") for each in ("mỗi", "từng") for what in ("lĩnh vực", "mảng", "nhóm", "phòng", "đơn vị")
)
"""The number of tasks of every one of them is asked for."""
RATIO = phrase("tỷ lệ")
LEAD = phrase("chủ trì")
POINTS = phrase("đầu mối")
HEADS_CUT, MIDDLE = frozenset(phrase("giảm gọn")), frozenset(phrase("trung"))
"""Words beside "đầu mối" that speak of what is cut and ask for no unit: "giảm đầu mối", "đầu mối trung gian"."""
TAKES_PART_IN, WHAT_IN = phrase("tham gia"), frozenset(phrase("gì vào những"))
"""What somebody takes part in is asked for, and not who does: "tham gia gì", "tham gia vào khâu nào"."""
EACH_OTHER = phrase("với nhau")
ANY = phrases("bất cứ, bất kỳ, bất kì")
"""Before "lúc nào": at any time, and no time is asked for."""
WHOSE = phrase("của ai")
RULES = frozenset(phrase("chế"))
"""The syllable before a "phối hợp" that names rules or ways, and asks for no unit: "quy chế phối hợp"."""
FORM = phrase("mẫu")
"""Where a question begins with it, a blank form is asked for, which no plan has."""
HOW = phrase("thế nào")
