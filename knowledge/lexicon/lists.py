"""Words that narrow a list of tasks or deadlines, folded: "/nhiemvu quá hạn", "/hanchot quý này"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from knowledge.patterns import seldom

TASK_FILTERS: Mapping[str, frozenset[str]] = {
    "unit": frozenset({"cua don vi toi", "don vi toi", "phong toi", "cua phong toi", "cua toi", "don vi toi chu tri"}),
    "cooperating": frozenset({"phoi hop", "don vi toi phoi hop", "don vi phoi hop", "toi phoi hop"}),
    "all": frozenset({"tat ca", "toan bo", "het", "ca ke hoach"}),
    "overdue": frozenset({"qua han", "tre han", "cham", "cham han", "cham tien do", "chi qua han"}),
    "awaiting": frozenset(
        {"cho xac nhan", "dang cho xac nhan", "chua xac nhan", "cho van phong xac nhan", "cho duyet hoan thanh"}
    ),
    "areas": frozenset({"linh vuc", "theo linh vuc", "cac linh vuc", "theo muc"}),
}
DEADLINE_VIEWS: Mapping[str, frozenset[str]] = {
    "month": frozenset({"30 ngay", "30 ngay toi", "thang nay", "trong thang", "thang toi", "sap toi", "sap den han"}),
    "week": frozenset({"tuan nay", "trong tuan", "7 ngay", "7 ngay toi"}),
    "quarter": frozenset({"quy nay", "trong quy", "quy"}),
    "overdue": TASK_FILTERS["overdue"],
    "before": frozenset({"truoc khi theo doi", "truoc day"}),
}
ALL_UNITS = frozenset({"tat ca", "tat ca don vi", "toan bo", "ca so", "cac don vi"})

WHICH_FIRST = seldom(
    r"(?:so sanh\s+|ss\s+|giua\s+)?(?P<one>\S.*?)\s+(?:va|voi|vs|hay|hoac)\s+(?P<other>\S.*?)[\s,;:]+(?:thi\s+)?"
    r"(?:cai|viec|nhiem vu|ben|van ban|muc|y)\s+nao\s+(?:(?:co|den|toi|phai|duoc)\s+)*"
    r"(?:(?:han|xong|hoan thanh|nop|trinh|lam|thuc hien|bat dau)\s+)?(?:truoc|sau|som|muon|tre)(?:\s+hon)?"
    r"(?:[\s,;]+(?:cu the\s+)?(?:han|thoi han|ngay|moc|quy|thang|khi)\s[^,;?.]{1,24})?"
    r"(?:\s+(?:vay|the|a|nhi|ha|em))*[\s?.!]*"
)
"""Which of two things is due first: "A và B cái nào hạn trước?"."""

AND = "va"
WITH = "voi"
DIFFERS = r"khac(?= (?!nhau|gi\b|the nao|biet|phong|don vi|ben|co quan|noi|cho|han|san pham|chu tri|khong|o ))"
BETWEEN_TWO = seldom(rf"\s(?:so voi|va|voi|vs|hay|hoac|{DIFFERS})\s")
"""What may stand between two things that are compared; folded."""

_IN_WHAT = r"o (?:cho |viec |diem )?(?:nao|gi|ai|han|thoi han|don vi|phong|ben|san pham|nguoi|noi|co quan)"
DIFFERENT = "khac"
DIFFER_IN = seldom(rf"\b{DIFFERENT}\b.* {_IN_WHAT}\b")
""" "A khác B ở đơn vị chủ trì nào"; folded."""
VERSUS = re.compile(r"\svs\.?\s", re.IGNORECASE)
""" "A vs B" compares, whatever else is said; as typed."""
COMPARED = seldom(
    rf"[\s,;]+(?:(?:co )?bang nhau|{_IN_WHAT}"
    r"|(?:co )?(?:khac|cung|chung) (?:phong|don vi|ben|co quan|noi|cho|han|san pham|chu tri|dau moi)"
    r"|khac nhau|khac gi|khac the nao|khac biet|chenh(?: nhau| lech)?|giong nhau|hon kem)\b.*"
)
"""What asks how two things differ, behind them; folded."""

SECTION = re.compile(
    r"\b(?:mục|phần|muc|phan)\s+(?P<roman>[ivx]+)(?!\w|\.\w)(?:\s*,?\s*(?:điểm|ý|khoản|số|diem|y|khoan|so)\s*(?P<point>\d+))?",
    re.IGNORECASE,
)
"""A section of the plan's text, and perhaps a point of it: "phần V", "mục VI điểm 3"."""
PLACE = seldom(
    r"\b(?P<word>mục|phần|chương|điều|khoản|điểm|muc|phan|chuong|dieu|khoan|diem)\s+"
    r"(?P<number>\d{1,3}(?:\.\d{1,2})*|(?:thứ|thu)\s+(?:nhất|nhat|hai|ba|tư|tu|năm|nam|sáu|sau|bảy|bay|tám|tam)"
    r"|[a-eghđ](?:\.[ivx]{1,4})?(?:\.\d{1,2})*|[ivx]{1,4}(?:\.\d{1,2})*)(?![\w/%]|\.\w)",
    re.IGNORECASE,
)
"""One step to a place in a paper: "phần thứ hai", "mục 3.2.1", "chương II", "khoản 2", "điểm a"."""
STEPS = ("phan", "chuong", "muc", "dieu", "khoan", "diem")
"""What names such a step, the greatest first; folded."""

AREA_WORDS = ("linh vuc", "muc", "phan", "lv", "nhom")
"""Words before an area's code or title."""


def meaning(typed: str, choices: Mapping[str, frozenset[str]]) -> str | None:
    """Which of the choices the folded words name, or None."""
    words = " ".join(typed.strip(" .!?").split())
    return next((name for name, phrases in choices.items() if words in phrases), None)
