"""Words of a notice of leave, folded: "nghỉ phép từ 3/8 đến 10/8, thay: Lan"."""

from __future__ import annotations

import re

DAY = r"(?:ngay\s+)?(\d{1,2})(?:\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{4}))?)?"
RANGE = re.compile(rf"(?:tu\s+)?{DAY}\s*(?:-|–|—|den(?:\s+het)?|toi)\s*{DAY}(?![\w/])")
ONE_DAY = re.compile(r"(?:ngay\s+)?(?<!\d)(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{4}))?(?![\w/])")
TWO_DAYS = re.compile(rf"(?<!\d){DAY}\s*(?:,|;|va|voi|&|\+)\s*{DAY}(?![\w/])")
FURTHER = re.compile(r"\s*(?:,|;|va|voi|&|\+)\s*(?:(?:tu|ngay)\s+)*\d{1,2}(?!\d)")
"""After days, further ones: "3-5/8 và 7/8"."""
NAMED_DAYS = {"hom nay": 0, "ngay mai": 1, "mai": 1, "ngay kia": 2, "ngay mot": 2}
WEEKDAYS = {
    **{f"thu {n}": n - 2 for n in range(2, 8)},
    **{f"thu {name}": day for day, name in enumerate(("hai", "ba", "tu", "nam", "sau", "bay"))},
    "chu nhat": 6,
}
"""Days of the week, Monday 0: the next to come, today included."""
_DAY_NAME = rf"(?:{'|'.join((*NAMED_DAYS, *WEEKDAYS))})"
NAMED_RANGE = re.compile(
    rf"(?<!\w)(?:tu\s+)?(?P<first>{_DAY_NAME})\s*(?:-|–|—|den(?:\s+het)?|toi)\s*(?P<last>{_DAY_NAME}|het\s+tuan)(?!\w)"
)
NAMED_DAY = re.compile(rf"(?<!\w)(?P<first>{_DAY_NAME})(?!\w)")
DAY_IN_WEEK = re.compile(rf"(?<!\w)(?P<first>{'|'.join(WEEKDAYS)})\s+tuan\s+(?P<which>nay|sau|toi)(?!\w)")
WEEK = re.compile(r"(?<!\w)(?:(?:ca|trong|het)\s+)?tuan\s+(?P<which>nay|sau|toi)(?!\w)")
STAND_IN = re.compile(r"(?:nguoi\s+)?(?:lam\s+)?thay(?:\s+the)?(?:\s+la)?\s*:?\s+|(?:nguoi\s+)?thay\s*:\s*")
STANDS_IN = re.compile(r"\s(?:lam\s+|truc\s+)?thay\s*[.!]?\s*\Z")
"""After the name: "Lan làm thay"."""
CLOSING = re.compile(r"\s+(?:xin\s+)?nghi(?:\s+phep)?\s*(?:tu\s+)?\Z")
CANCEL = frozenset({"huy", "thoi", "bo", "xoa", "di lam lai", "het phep"})
OPENING = re.compile(r"^(?:cho\s+)?(?:xin\s+)?(?:nghi(?:\s+phep)?\s+)?(?:cho\s+)?")
TITLES = re.compile(r"(?:anh|chi|co|chu|em|dong chi|d/c|ong|ba)\s+(?=\S)")
"""What may stand before a name."""
_AWAY = (
    r"(?:nghi(?!\s+(?:huu|viec|che do|mat suc))(?:\s+(?:phep|tet|le|om|bu))?|di\s+cong\s+tac|di\s+hoc|vang(?:\s+mat)?)"
)
_SELF = r"(?:toi|em|minh|anh|chi|e)"
SENTENCE = re.compile(
    rf"(?:{_SELF}\s+)?(?:xin\s+(?:phep\s+)?)?(?:{_AWAY})\s+(?=\d|tu\s|ngay\s|mai\b|hom\s+nay|thu\s|tuan\s|ca\s+tuan)"
)
"""A plain sentence that gives notice of leave: "em xin nghỉ phép 20-25/12 thay Hùng"."""
SENTENCE_AFTER = re.compile(rf"(?P<days>.+?)\s+{_SELF}\s+(?:xin\s+(?:phep\s+)?)?{_AWAY}(?!\w)[\s,.;:]*")
"""The days first: "từ 20/12 đến 25/12 em nghỉ phép, Hùng thay"."""
