"""Numbers in words and in Roman numerals: of quarters, of one among several, of tasks, of percentages. Folded."""

from __future__ import annotations

import re

from knowledge.lexicon.questions import phrase
from knowledge.patterns import seldom

QUARTER = phrase("quý")
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "mot": 1, "hai": 2, "ba": 3, "bon": 4}
"""What stands after "quý" → its number."""
NTH = phrase("thứ")
NUMBER = phrase("số")
"""Before the number of one among several."""
ORDINALS = {"nhat": 1, "hai": 2, "nhi": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8}
"""What stands after "thứ" → its number."""
FIRST = phrase("đầu tiên")
LAST = phrase("cuối cùng")
PERCENT = phrase("phần trăm")
PERCENT_TYPED = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:%|phần trăm|phan tram)", re.IGNORECASE)
_MORE_OR_LESS = (
    r"((?:dưới|duoi|trên|tren|hơn|hon|vượt|vuot|thấp hơn|thap hon|cao hơn|cao hon|không quá|khong qua)(?: mức| muc)?)"
    r"\s(\d{1,2}(?:[.,]\d+)?|100)"
)
_BOUND = r"(?:toi thieu|it nhat|toi da|khong qua|tren|duoi|binh quan|bang)"
VALUE_PUT_FORWARD = seldom(rf"(?:\b(?:dat |phai |la )*{_BOUND} )?\d+(?:[.,]\d+)? ?(?:%|phan tram)")
"""A value, with its bound, of which it is asked whether it is so; folded."""
DAY_PUT_FORWARD = seldom(r"\b(?:(?:truoc|den|toi|la|vao|ngay|han) )*\d{1,2}/\d{1,2}(?:/\d{4})?")
"""The same of a day: "rà soát TTHC 15/9 hả"."""
PERCENT_BEFORE = seldom(
    r"\b(?:(?:có |co )?(?:đơn vị |don vi )?(?:tính |tinh )?(?:theo |bằng |bang |là |la )?)(?:phần trăm|phan tram|%)"
    rf"(?:,? (?:mà|ma|nhưng|nhung|và|va|thì|thi))?,? {_MORE_OR_LESS}(?![\w/]|[.,]\d|\s*(?:%|phần trăm|phan tram))",
    re.IGNORECASE,
)
"""A bound whose unit was said before it: "tính theo phần trăm mà dưới 50"."""
TARGETS_BEYOND = seldom(
    rf"((?:chỉ tiêu|chi tieu)\b.{{0,40}}?)\b{_MORE_OR_LESS}(?=\s*(?:$|[?!,;]|\.\s|\.$|(?:không|ko|nhỉ|vậy|ạ|thôi)\b))",
    re.IGNORECASE,
)
"""A bound of targets with no unit, which is a percentage: "chỉ tiêu nào dưới 50"."""
SHORT_SPAN = seldom(
    r"(\b(?:giai đoạn|giai doan|gđ|gd|năm|nam)\s+)([23]\d)(\s*[-–—]\s*)([23]\d)\b(?![.,/]\d|\s*%)", re.IGNORECASE
)
"""Years by their last digits: "giai đoạn 22-25"."""
PAPER_CUT = seldom(
    r"(\b(?:nđ|nd|qđ|qd|nq|nghị định|nghi dinh|quyết định|quyet dinh|nghị quyết|nghi quyet)(?: số| so)?)"
    r"\s*(\d{1,2})\s(\d{1,2})(?=\s?/\s?(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""A paper's number with a space that slipped into it: "NĐ 6 2/2020"; as typed."""
HALF = re.compile(r"\b(?:một|mot|phân|phan)\s+(?:nửa|nua)\b", re.IGNORECASE)
AFTER_YEAR = seldom(r"\bsau\s+(?:năm\s+|nam\s+)?((?:19|20)\d\d)", re.IGNORECASE)
YEAR_TYPED = seldom(r"\s*(?:năm|nam)\s+((?:19|20)\d\d)", re.IGNORECASE)
DAY_TYPED = seldom(r"(?:ngày|ngay)\s+(\d{1,2})\s+(?:tháng|thang)\s+(\d{1,2})", re.IGNORECASE)
"""Percentages, one half, a year after which it is, the year of a paper, a day; as typed."""

ROMAN_VALUES = {
    numeral: str(value)
    for value, numeral in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), 1)
}

NUMBER_WORDS = {
    "khong": 0,
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "tu": 4,
    "nam": 5,
    "lam": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
}
"""Digits as words, for "sáu mươi lăm phần trăm"."""

NUMBER_TONES = {
    "khong": ("không",),
    "mot": ("một", "mốt"),
    "hai": (),
    "ba": (),
    "bon": ("bốn",),
    "tu": ("tư",),
    "nam": ("năm",),
    "lam": ("lăm",),
    "sau": ("sáu",),
    "bay": ("bảy", "bẩy"),
    "tam": ("tám",),
    "chin": ("chín",),
    "muoi": ("mươi", "mười"),
    "chuc": ("chục",),
    "tram": ("trăm",),
    "linh": (),
    "le": ("lẻ",),
    "phay": ("phẩy",),
}
"""How words of numbers are spelled with their tones; with others they are other words ("tạm", "làm", "nằm")."""

NUMBERED = frozenset({"cham", "so", "vu", "nv", "viec", "muc", "phan", "stt"})
"""Words before the number of a task."""
