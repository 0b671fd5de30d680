"""Words with which one of those before, or all of them, are pointed at. Folded."""

from __future__ import annotations

import re

from knowledge.lexicon.numbers import FIRST, LAST, NTH
from knowledge.lexicon.questions import phrase, phrases, words_of
from knowledge.patterns import seldom

POINTED = phrases("cái, việc, nhiệm vụ, mục, số, thứ, ý, dòng, đầu tiên, cuối")
"""With which one of those before is named by its place: "việc thứ 2"."""
LINES = frozenset({*phrase("cái dòng ý câu"), "dòng"})
"""Before "2": one of the lines shown. "Dòng" is also read with its mark: "dong" may be "đồng"."""
COUNTERS = LINES | frozenset(phrase("việc vụ mục tiêu"))
"""Before "thứ 2", and before "2" where the plan has no such number: one of those shown is meant."""
JOINING = frozenset(phrase("và với cùng"))
"""Between the places of several: "cái 2 và 4"."""
COUNTED_OTHERWISE = frozenset({"%", *phrase("phần năm tháng ngày quý tuần phòng đơn người cấp")})
"""After a number that is no place: "việc 2 phòng cùng làm"."""
DAY_AFTER = frozenset(phrase("hạn đến trước sau vào sáng chiều hôm ngày"))
"""Before a "thứ 6" that is a day of the week."""
SEVERAL_OF_THEM = frozenset(phrase("mấy các những cả hai ba bốn"))
THOSE = frozenset(phrase("đó này trên kia ấy"))
"""Before and after a thing: all of those shown are meant, and none is counted or listed anew: "mấy việc đó"."""
ENDS = {"dau": 1, "cuoi": -1}
"""The first and the last ones of several, after a word that counts: "việc đầu", "hai cái cuối"."""
AT_AN_END = seldom(
    r"\b(?:nhiem vu|dau viec|viec|d[oò]ng|hang muc|hang|muc) (?:nao )?"
    r"(?P<end>dau tien|dau(?! tien)|cuoi cung|cuoi(?! cung))\b"
    r"(?! (?:nam|thang|quy|tuan|ky|phai|can|lam|xong)\b)"
)
"""The first or the last row; folded. Of the table as a whole only with a word for it."""
FIRST_ONES = frozenset({"dau", "dau tien"})
OF_TABLE = phrases("phụ lục, bảng, danh mục")
OF_TABLE_WORDS = words_of(OF_TABLE, phrases("kèm theo, kế hoạch, nhiệm vụ, nằm, ghi, in"))
NAMING = COUNTERS.union(
    ENDS, NTH, FIRST, LAST, JOINING, phrase("đọc chọn lấy xem nhắc quay lại về triển khai thực hiện")
)
"""All words with which a place is named, and with which it is to be shown: "đọc cái thứ ba", "chọn cái đầu"."""
ALL_OF_IT = phrases("(tất cả|tổng cộng|cộng lại|cả thảy) (là |có |)(bao nhiêu|mấy)")
"""After a list, how many it has: "tất cả là bao nhiêu việc"."""
SAME_UNIT = phrases(
    "cùng (|một )(phòng|đơn vị|bên|cơ quan|nơi), chung (|một )(phòng|đơn vị), (của|do|là|thuộc) (một|1) (phòng|đơn vị)"
)
"""Whether one unit leads all that was told: "đều của một phòng phải không"."""
OF_SAME_UNIT = frozenset(phrase("cùng chung một 1 2 3 hai ba cả đều phòng đơn vị bên cơ quan nơi chủ trì"))
"""All words that weigh with which that is asked."""
_THEN = ("luc", "hoi", "hồi", "khi", "ban", "vua")
EARLIER = (
    *phrases("đầu tiên, (nói|hỏi|kể) (trước|ở trên), ở trên, lúc trước, trước đó"),
    *((then, nay) for then in _THEN for nay in ("nay", "nãy", "dau")),
)
""" "Còn cái định danh lúc đầu": one of those that were told before the last."""
NONE_SUCH = phrases("nào (không|chưa) (có|phối hợp|tham gia|làm)")
"""Those of a longer list that its last part leaves: "việc nào không có"."""
REST = phrases("còn lại")
"""Those of a list that were not among the ones just told: "ba việc còn lại"."""
ALSO = phrases("cũng, như (nó|vậy|thế|việc này|việc đó), giống (nó|vậy|thế|việc này|việc đó)")
SAME_TIME = phrases("(cùng|chung) (hạn|thời hạn|mốc), chờ, đợi")
LIKE_IT = frozenset(phrase("cũng như giống nó vậy thế việc này đó phải còn"))
"""What else is as the task before: "còn việc nào cũng phải chờ như nó"."""
SAME_GROUP = phrases("(cùng|chung) (nhóm|mục|lĩnh vực|mảng)")
"""The other tasks of the group of the one before, or of its area where it has none."""
WHICH_MORE = phrases("(cái|mục|chỉ tiêu|bên) nào (cao|thấp|lớn|nhỏ|nhiều|ít) hơn")
EACH_OTHER = phrases("nhau")
COMPARE_THEM = phrases("so, so sánh, chênh, chênh lệch, khác, (như|bằng|giống) nhau")
COMPARING_WORDS = frozenset(
    phrase("so sánh chênh lệch khác như bằng giống nhau mốc cao thấp lớn nhỏ nhiều ít hơn điểm giúp với")
)
"""Two that were told are compared: "hai cái chênh nhau mấy điểm", "cái nào cao hơn"."""
LOWER = phrases("(thấp|nhỏ|ít) hơn")
NO_END_BEFORE = frozenset(phrase("mối năm tháng quý tuần kỳ tư vào ra giai nhiệm"))
"""After "đầu", "cuối" in other words: "việc cuối năm", "đầu mối"."""
SINCE = phrase("từ")
"""After "cuối" it is in none, as in "đầu tư": "cái cuối từ năm nào"."""
WHICH_OF_THEM = phrases("(cái|mục|số) nào, trong đó, trong số đó")
"""Which of what was listed: "cái nào 100%"."""
BESIDES = phrases("(nào|gì) (khác|nữa), khác (nào|gì|nữa), ngoài (ra|việc này|việc đó|cái này|cái đó)")
"""What there is besides what was told is asked for: "việc nào khác"."""
ABOUT_THIS = phrases("về (cái|việc|vấn đề|nội dung|vụ|mảng) (này|đó|ấy)")
"""What was asked before is meant: "có mấy nhiệm vụ về cái này"."""
OF_LIST = phrases("(ở|trong|riêng) (mục|lĩnh vực|nhóm|mảng|phần), thì (mấy|có mấy|bao nhiêu|sao)")
"""With which some of what was listed are asked for: "ở mục VI thì mấy việc"."""
AFTER_IT = phrases("(sau|kế tiếp|tiếp theo|kế|tiếp|liền sau)")
BEFORE_IT = phrases("(trước đó|trước|liền trước|phía trên)")
NEXT_ALONE = phrases("tiếp theo, (|cái |việc )kế tiếp, tiếp đi, tiếp theo là gì, tiếp theo thì sao")
NEIGHBOURS = words_of(AFTER_IT, BEFORE_IT)
"""After a word that counts: the one after, or before, the one that was told."""
RIGHT_BESIDE = frozenset(phrase("ngay liền"))
""" "Việc ngay trước nó"."""
NO_NEIGHBOUR = frozenset(phrase("khi ngày năm tháng hạn mốc quý thời"))
"""After "sau", "trước" in other words: "việc sau khi"."""
TOGETHER = "ca"
""" "Cả ba việc"."""
THESE_SEVERAL = seldom(
    r"\b(?:hai|ba|bon|[2-9]|may|cac|nhung) (?:cai|viec|nhiem vu|muc|dau viec|vu) (?:do|nay|kia|tren|ay)\b"
    r"|\bca (?:hai|ba|bon|[2-9]|may)\b|\b(?:hai|2) (?:cai|chi tieu|muc|moc)\b"
)
"""All that one answer told: "hai cái đó", "cả hai"; folded."""
WHICH_FIRST = phrases(
    "(cái|việc|nhiệm vụ) nào (sớm|muộn|trước|gấp) hơn, (cái|việc|nhiệm vụ) nào (|xong |làm |đến hạn )trước"
)
"""Which of those shown is due first."""
DOUBTING = frozenset(phrase("à sao hả chứ hử"))
"""Ends a message that puts a unit forward: "không phải Văn phòng à"."""
NOT_ALONE = frozenset(phrase("sao"))
"""Of these what is no doubt without more: "2024 thì sao"."""
SENT = frozenset(phrase("gửi nhận"))
""" "Có gửi Bưu điện tỉnh không"."""
OR_WHO = phrases("(hay|hay là|hoặc) (ai|bên nào|đơn vị nào|phòng nào|cơ quan nào)")
""" "Bưu điện hay ai phối hợp"."""
OR_RATHER = phrases("hay là, hình như, có khi")
""" "Hay là phòng A": another unit is put forward for the one that was told."""
DOUBTS = phrases(
    "chắc (không|chưa|chứ|à), thật (không|chứ|à|sao), (tôi|em|mình|anh|chị) (nghe|tưởng|nhớ|thấy), có phải, phải không,"
    "đúng không, (|có )nhầm không"
)
DOUBTFUL_WORDS = DOUBTING.union(words_of(DOUBTS, OR_RATHER), phrase("từ đến năm hạn là cơ mà nói"))
"""With which what was told is doubted: "từ năm 2021 hả?", "chắc không, tôi nghe năm 2023"."""
PRONOUN = seldom(r"^(?:thế |vậy |còn |the |vay |con )?(?:họ|ho(?! so\b))\b|\bnó\b|^no\b|\bno$", re.IGNORECASE)
"""The unit or the record before, as typed: "họ phối hợp với ai", "sản phẩm của nó"."""
PRONOUNS = frozenset(phrase("họ nó"))
THEY = "ho"
ONLY = frozenset(phrase("riêng thôi chỉ"))
"""With which those of a list are asked for: "riêng phòng TCCB"; "thôi" may be "thời (gian)", "chỉ" "chỉ (tiêu)"."""
JUST_THEM = phrases("riêng, chỉ (lấy|lọc|xem|tính|kể|riêng|cần|của|việc|nhóm|mảng|phần|mục|phòng|lĩnh vực)")
ADDED_UP = phrases(
    "gộp, cộng lại, cộng cả, (cả|tổng) (2|hai|3|ba|4|bốn) (phòng|đơn vị|bên|phần|mục|mảng|lĩnh vực|nhóm|cái)"
)
""" "Gộp 2 phòng lại mấy việc", "cả ba phần mấy việc"."""
_ALL = "(tất cả|cả|toàn bộ|hết|đủ)"
OF_WHOLE_PLAN = phrases("(cả|toàn bộ|toàn|trong|của|hết) (kế hoạch|phụ lục|bảng)")
""" "Cả kế hoạch mấy việc" after a list asks for no more of that."""
WIDENING = {
    "part": phrases(f"{_ALL} (|các |mọi |mấy )(phần|lĩnh vực|mục|mảng|nhóm)"),
    "lead": phrases(f"{_ALL} (|các |mọi |mấy )(phòng|đơn vị|phòng ban)"),
    "time": phrases(f"{_ALL} (các|mọi|mấy) năm"),
    "all": OF_WHOLE_PLAN,
}
"""With which a condition of a kind is taken away: "tổng tất cả các phần"; all of them: "cả phụ lục thì mấy"."""
OF_WIDENING = words_of(*WIDENING.values(), phrases("tổng, tổng cộng, tổng số, nhiệm vụ"))
WITH = "co"
""" "Có Bưu điện nữa thì còn việc nào"."""
TAKEN = frozenset(phrase("lấy lọc xem tính kể"))
"""What is done with those of a list that are asked for: "chỉ lấy việc …"."""
THAT_UNIT = phrases("(phòng|đơn vị|bên|cơ quan|sở|văn phòng) (đó|này|ấy)")
"""The unit that leads the task before."""
THAT_GROUP = phrases("nhóm (đó|này|ấy)")
THAT_PART = (*THAT_GROUP, *phrases("(lĩnh vực|mục|mảng|phần) (đó|này|ấy)"))
"""The group, or the area, of the record before."""
CARRIED_OVER = frozenset(phrase("còn thế vậy thì sao năm trong của nữa riêng thôi ạ và à"))
"""Around a year or a quarter that is said in place of the one before: "còn năm 2022 thì sao"."""
OF_OTHERS = CARRIED_OVER.union(
    phrase("bên phía mục lĩnh vực nhóm mảng phần phòng đơn vị về ở có mấy bao nhiêu việc gì nào chỉ lọc lấy tính xem"),
    phrase("với cái"),
)
"""Around a unit, an area or a group that is said in place of the one before: "mục VI thì mấy", "lọc của Văn phòng"."""
EXTREMES = {"nhiều": "ít", "ít": "nhiều", "cao": "thấp", "thấp": "cao"}
"""What is asked for in place of the other: "còn ít nhất"; as typed."""
AGAIN = frozenset(phrase("còn thế vậy và"))
AFTER_ALONE = frozenset(phrase("thì sao là gì nữa đâu vậy ạ"))
"""Before and after a number that says which one is meant: "còn 4 thì sao", but not "còn 4 việc nữa"."""
BY_HOW_MUCH = "hơn bao nhiêu"
"""Asks for the difference of what was counted: "chênh nhau bao nhiêu"."""
MILESTONES = frozenset(phrase("mốc năm"))
"""After the number of years of which something is asked: "2 mốc đó"."""
