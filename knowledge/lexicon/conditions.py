"""Words of questions that narrow lists of tasks by time. Folded. Of what is said the words weigh nothing else."""

from __future__ import annotations

from knowledge.lexicon.numbers import QUARTERS
from knowledge.lexicon.questions import phrase, phrases, words_of
from knowledge.patterns import seldom

EARLIEST = phrases("(sớm|trước) nhất")
LATEST = phrases("muộn nhất, trễ nhất, sau cùng, xa nhất")
"""Which tasks are due first and last."""
UNDATED = phrases(
    "(chưa có|chưa rõ|chưa ghi|không có|không ghi|không rõ) (hạn|thời hạn|năm nào), (chưa|không) (có|ghi) (mốc|năm), "
    "(hạn|thời hạn) (chưa rõ|không rõ), "
    "không có hạn cụ thể, (không gắn|không có|không ghi|chưa có) (ngày|ngày tháng)"
)
"""Work that has no day: "việc nào chưa có thời hạn"."""
BEFORE = phrase("trước")
BEFORE_MONTHS = phrases("trước (tháng|quý|6 tháng|sáu tháng|nửa)")
OF_MONTHS = frozenset(phrase("tháng trước"))
HALVES = (
    (phrases("(6 tháng|sáu tháng|nửa) đầu năm, nửa năm đầu"), "6 tháng đầu năm", 1, 6),
    (phrases("(6 tháng|sáu tháng|nửa) cuối năm, nửa năm cuối"), "6 tháng cuối năm", 7, 12),
)
"""A half of a year: as it is said, as it is told, its first and its last month."""
MONTH_OF_YEAR = seldom(r"(?<![\d/.-])(?:(?:thang |t)?(\d{1,2}) ?[/.-] ?|thang (\d{1,2}) nam )((?:19|20)\d\d)(?!\d)")
MONTH_ALONE = seldom(r"(?<!\d )\bthang (\d{1,2})\b(?: den (?:het )?(?:thang )?(\d{1,2})\b)?")
"""A month, or months, with a year and without."""
QUARTER, MONTH, MONTHS = "quý {}", "tháng {}", "từ tháng {} đến tháng {}"
"""As they are told; as printed."""
LASTING = {"ngay": "ngày", "thang": "tháng"}
LASTS = seldom(rf"\b(\d{{1,3}}) ({'|'.join(LASTING)})\b")
"""How long work may take: the unit as it is said, and as printed."""
YEAR_AFTER = seldom(r"\bsau (?:nam )?((?:19|20)\d\d)\b")
BEFORE_DAY, EACH_YEAR = "truoc ngay", "hang nam"
"""As deadlines print it, folded: before a day, year by year."""
QUARTERLY = phrases("(theo|hằng|mỗi|từng) quý")
YEARLY = phrases("(hằng|mỗi) năm")
GOES_ON = phrases("tiếp, còn")
"""What may be said of work that is not over when a year is."""
GOING_ON = phrases("tiếp theo, từ năm, bắt đầu, kéo dài, trở đi")
"""What begins in a year and goes on."""
ENDING = phrases("xong, hoàn thành, hạn, kết thúc")
WITHIN = seldom(r"\b(?:noi )?trong (?:vong |pham vi |rieng |ca |suot )*(?:nam )?(?:19|20)\d\d\b")
"""What ends in a year; "trong năm 2022", and not "trong lĩnh vực II năm 2022"."""
SET_FOR = phrases("(ấn định|quy định|giao|đặt|xác định) (riêng|hạn riêng)")
"""What may be said of what is done in one year alone."""
ONLY_IN = seldom(
    r"\bchi (?:(?:lam|co|han|trong|thuc hien|dien ra|trien khai|ghi|rieng|duy nhat) ){0,3}(?:nam )?(?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d (?:ma )?thoi\b|\b(?:rieng|duy nhat) (?:trong )?nam (?:19|20)\d\d\b"
)
"""What is done in one year alone: the words of a question."""
ACROSS_YEARS = seldom(r"\b((?:19|20)\d\d) (?:den (?:het )?(?:nam )?)?((?:19|20)\d\d)\b")
"""From one year to another; the words of a question."""
WHOLLY = phrases("gọn gàng, dứt điểm")
""" "Xong gọn trong năm"."""
YEARS_ON = phrases(
    "năm tiếp theo, kéo dài, nhiều năm, các năm sau, (kéo|chuyển|dời) (sang|qua) năm, (làm lai rai|lai rai)"
)
ACROSS = phrases("qua, sang, làm")
"""What has no end; and what may be said of it ("kéo dài sang các năm sau")."""
ONGOING = phrase("thường xuyên")
ALL_YEAR = phrases("quanh năm, liên tục, suốt năm, cả năm, không có hạn, cụ thể, việc làm")
"""What may be said beside it."""
DONE = frozenset(phrase("làm tổ chức thực hiện"))
"""Verbs that may stand between a time and how often: "mỗi năm làm 2 đợt"."""
RHYTHM = frozenset(phrase("định kỳ mỗi hằng hàng năm tháng quý tuần lần đợt lượt cuộc kỳ một hai ba sáu làm"))
"""Words with which it is said how often work comes back."""
_NUMBER = r"(?:\d{1,2}|mot|hai|ba|bon|sau)"
_TIMES = "(?:lan|dot|cuoc|ky)"
TIME_APART = seldom(rf"{_NUMBER} (?:thang|nam|quy|tuan)(?:/| )(?:{_NUMBER} )?lan\b")
"""How often, said as a time between, and not as a number of times."""
HOW_OFTEN = seldom(
    rf"(?:dinh ky |moi |hang )*{TIME_APART.pattern}"
    rf"|(?:moi|mot|1|01|hang) (?:nam|thang|quy) {_NUMBER} {_TIMES}\b"
    rf"|{_NUMBER} {_TIMES}(?:/| (?:moi |trong |mot |1 )*)(?:nam|thang|quy)\b"
    r"|(?:dinh ky|hang|moi) (?:6 thang|sau thang|thang|tuan)\b"
)
"""How often, as people say it."""
IN_TIME = phrase("kịp thời")
""" "Thường xuyên, kịp thời" is how something is done, and no rhythm."""
ON_PROGRESS = phrases("(chờ|theo|tùy) tiến độ, chờ hướng dẫn")
WAITS_FOR = phrases("(chờ|đợi) (văn bản|chỉ đạo|chính phủ|cấp trên|trung ương|bộ ngành)")
"""The same of work that waits for those above, in a plan with such work."""
OF_CONDITIONS = phrases("mà, tiến độ, gắn, ngày tháng, hoặc")
"""Work that waits for something, whoever gives it; and what may be said with it."""
WAITING = phrases(
    "chờ, đợi, sau khi, (|cần|có) hướng dẫn, (cần|có) văn bản, văn bản chỉ đạo, phụ thuộc (|vào )(|các )văn bản, "
    "tùy (|thuộc )(|vào )(|các )văn bản, (phụ thuộc|tùy thuộc) (|vào )(chính phủ|trung ương|cấp trên)"
)
FROM_ABOVE = phrases("chính phủ, cấp trên, trung ương")
"""Work that waits for a paper of those above."""
ONLY_THEN = phrases(
    "mới, (rồi|thì) mới (|được )(triển khai|thực hiện|làm|bắt đầu), mới (|được )(triển khai|thực hiện|làm), "
    "(chưa|không) (|làm |triển khai |thực hiện )ngay"
)
NOT_YET = phrases("(chưa|không) (làm|triển khai|thực hiện) (ngay|được|được ngay)")
""" "Chờ hướng dẫn mới làm", "chưa làm ngay, phải chờ"."""
SAID_OF_TIMES = words_of(GOING_ON, YEARS_ON, ACROSS, UNDATED, WAITING, FROM_ABOVE, NOT_YET).union(QUARTERS)
"""What a message may say that only names tasks by when they are due."""
IS_DONE = phrases("xong, hoàn thành, dứt điểm, hạn, làm, nộp, triển khai, thực hiện")
"""What is said of work that is not called so: "cái nào xong trước 2023"."""
OF_WAITING = words_of(FROM_ABOVE, WAITS_FOR, ONLY_THEN)
"""The same of work that waits for those above."""
