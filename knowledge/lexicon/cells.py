"""Words of running text that say who does something, or by when; as printed."""

from __future__ import annotations

import re

from knowledge.lexicon.questions import phrase
from knowledge.patterns import seldom

WHO = seldom(
    r"\b(?:[Gg]iao (?!d)|(?<!một tổ chức )[Cc]hủ trì|(?<!chủ trì và )(?:có|chịu) trách nhiệm(?! giúp)|[Pp]hân công"
    r"|[Ll]à (?:cơ quan |đơn vị )?(?:đầu mối|thường trực))"
)
"""Words with which work is given to somebody."""
DAY = seldom(r"\b(?:ngày \d+|\d+/\d+)")
"""A day."""
LASTS = seldom(r"\d+ (?:ngày|giờ|tuần|phút)\b")
"""How long something may take."""
WHEN = seldom(
    r"\b(?:ngày \d+|tháng \d+|[Qq]uý [IV\d]+|\d+/\d+|năm (?:19|20)\d\d|[Hh][àằ]ng (?:năm|quý|tháng)|định kỳ"
    r"|trong (?:vòng|thời hạn) \d+)"
)
"""A time by which something is done."""
REPORTED = seldom(
    r"\b(?:[Bb]áo cáo\b.{0,200}?(?:trước|[Đđ]ịnh kỳ|[Hh][àằ]ng (?:năm|quý|tháng|tuần)|6 tháng|quý|ngày \d+|tuần)"
    r"|(?:[Đđ]ịnh kỳ|[Hh][àằ]ng (?:năm|quý|tháng|tuần)|6 tháng|trước ngày \d+).{0,200}?báo cáo)"
)
"""A clause that says when reports are due."""
AMOUNT_OF_MONEY = seldom(
    r"\d+(?:[.,]\d+)*\s*(?:nghìn |ngàn |triệu |tỷ |tỉ )?"
    r"(?:(?:tỷ|tỉ)(?! (?:lệ|trọng|số|suất))|triệu|đồng(?! thời)|USD|đô la|EUR)\b",
    re.IGNORECASE,
)
TOTAL_COST = seldom(r"\b[Tt]ổng (?:nhu cầu |mức |số )?(?:kinh phí|vốn|mức đầu tư)\b")
"""How the text begins that says what a plan costs in all; as printed."""
OF_REPORTS = frozenset(
    phrase(
        "báo cáo tiến độ kết quả thực hiện định kỳ gửi hằng năm quý tháng tuần ngày giờ lần trước tổng hợp chế độ "
        "kế hoạch tình hình nhiệm vụ đơn vị"
    )
)
"""Words with which it is asked when, and to whom, the plan is reported on. Folded."""
WHERE_TO = tuple(map(phrase, ("về đâu", "cho ai", "đến đâu", "tới đâu", "gửi ai", "gửi đâu", "một lần")))
"""Phrases that ask to whom, or how often. Folded."""
PAPER = re.compile(
    r".*[,;:]|\W*(?:\d+ )?(?:nghị định|nghị quyết|quyết định|thông tư|luật|pháp lệnh|chỉ thị|kế hoạch|báo cáo|văn bản"
    r"|tờ trình|công văn|hồ sơ|dự thảo|dự án luật|các|những|hoàn thành|ban hành)",
    re.IGNORECASE,
)
"""How a product begins that is some paper, or a sentence, rather than a thing with a name."""
COUNTED = tuple(
    phrase(f"triệu {thing}") for thing in ("lượt", "người", "khách", "tấn", "ha", "hộ", "căn", "lao động", "thuê bao")
)
"""Millions of what is no money. Folded."""
AUTHORITY_LABELS = ("cap trinh", "tham quyen", "phe duyet", "cap ban hanh", "cap quyet dinh", "cap thong qua")
"""What the heading of a column says that names to whom a result goes, or who approves it. Folded."""
PRODUCT_LABEL = "Sản phẩm"
ISSUED_BY = re.compile(
    r"\bcủa (Quốc hội|Ủy ban Thường vụ Quốc hội|Chính phủ|Thủ tướng Chính phủ|Thủ tướng|Bộ trưởng|Bộ Chính trị"
    r"|Ban Bí thư|(?:HĐND|UBND|Hội đồng nhân dân|Ủy ban nhân dân)(?: (?:tỉnh|thành phố|cấp \w+))?)",
    re.IGNORECASE,
)
"""Who issues the paper that is a product, and what such a cell is called; as printed."""
GIVES_AUTHORITY = tuple(map(phrase, ("trình", "phê duyệt", "thông qua", "ban hành", "quyết định", "duyệt")))
"""Words with which a result goes to somebody. Folded."""
BETWEEN_AUTHORITIES = seldom(r"\s*(?:[,;/]|\bvà\b|\bhoặc\b)\s*")
"""What stands between several authorities of one cell."""
BY = phrase("do")
"""Before an authority that decides: "do Thủ tướng phê duyệt"."""
CALLED = {"thu tuong chinh phu": ("thủ tướng",)}
"""An authority, folded → how it is called for short."""
LEFT_OUT = seldom(r"\(không (?:bao )?gồm ([^)]+)\)")
"""What a target says that it leaves out: "(không bao gồm hồ sơ mật)"."""
NO_NUMBER = seldom(
    r"\d+(?:[/-]\w+)+|\b(?:19|20)\d\d\b|\b(?:ngày|tháng)\s+\d+|(?:số|điểm|khoản|mục)\s+\d+|\b\d+ con số"
    r"|(?:^|\s)\d{1,2}[.)]\s"
)
"""Numbers that say no amount: of papers, dates, years, points."""
