"""Words that name a reporting period, without diacritics and in lower case; and what is found in running text."""

from __future__ import annotations

import re

from knowledge.patterns import seldom

NUMBERS = {
    **{str(n): n for n in range(1, 13)},
    **{f"0{n}": n for n in range(1, 10)},
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "tu": 4,
    "sau": 6,
    "chin": 9,
}
"""Numbers of months and quarters, as typed."""
FILLERS = r"(?:bao cao|xuat|lap|tong hop|ky|cua|cho|trong|giai doan|so lieu)"
"""What may stand before the period."""
EXPORT = r"(?:xin|cho toi|giup toi|hay)?\s*(?:xuat|lap|lam|ket xuat|tao)\s+(?:cho toi\s+)?bao cao"
"""Words that ask for a report's files."""
THIS = r"(?:nay|hien tai|hien nay)"
LAST = r"(?:truoc|vua qua|vua roi|ngoai)"
SECOND_HALF = r"(?:cuoi nam|cuoi|con lai)"

DOCUMENT = seldom(r"\b\d{1,5}(?:/\d{4})?/[A-ZĐ][A-Z0-9ĐĂÂÊÔƠƯ]*(?:-[A-ZĐ][A-Z0-9ĐĂÂÊÔƠƯ.]*)*\b", re.IGNORECASE)
"""The number of an official document: "123/SGDĐT-VP", "05/BC-SGDĐT", "30/2020/NĐ-CP"."""
SUBJECT_ENDS = seldom(r"\s+(?:giai đoạn|năm \d|ngày \d|của|đến năm|trên địa bàn|nhằm|\(|,)")
"""Where the subject of a plan's title ends: what follows says for when, where or whom, or of what day a paper is."""
PLAN_KINDS = (
    "kế hoạch hành động",
    "chương trình hành động",
    "kế hoạch",
    "chương trình",
    "quyết định",
    "nghị quyết",
    "đề án",
    "chỉ thị",
    "thông báo",
)
"""Kinds of papers that titles begin with, the longer ones first."""
TITLE_LINE = seldom(r"(?<= )(?:Thực hiện|Triển khai|Về)(?= )")
"""Words that begin a line of a printed title, and no name."""
NOT_LOWERED = ("chính phủ", "quốc hội", "đảng ", "nhà nước", "bộ ", "sở ", "ủy ban", "nghị quyết", "chỉ thị", "đề án")
"""How names and papers begin, with a capital in a sentence too."""
