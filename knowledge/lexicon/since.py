"""Words of how much a target is to grow, also since a year before its plan. Folded."""

from __future__ import annotations

import re

from knowledge.patterns import seldom

STOOD = seldom(
    r"\b(?:năm|thực hiện|hiện trạng|kết quả|ước(?: thực hiện| đạt)?)\s+(?P<year>20\d\d)"
    r"\s*(?::|đạt|là)?\s*(?P<value>\d+(?:[.,]\d+)*)(?![\w/])",
    re.IGNORECASE,
)
"""What a target says of the value of a year before: "(năm 2025: 61,4%)"; as printed."""
BY_HOW_MUCH = seldom(
    r"\b(?:tang|giam|them|hon|nang|rut ngan|chenh(?: lech)?|kem)\b(?: \w+){0,5}? (?:bao nhieu|may)\b"
    r"|\bchenh(?: lech| nhau)\b|\btang truong\b|\bso sanh\b|\bkhac nhau\b"
)
"""How it is asked by how much."""
BESIDE_NOW = seldom(r"\bso voi\b|\bkhac\b|\bva\b(?: \w+){0,3} (?:muc tieu|chi tieu|nam)\b")
"""How what stood before is put beside a year of the plan."""
NOW = seldom(r"\b(?:hien tai|hien nay|hien gio|bay gio|so voi hien|hien trang)\b")
"""Of how things stand when the plan is made."""
STOOD_NOW = seldom(r"\b(?:hien tai|hien nay)\s*(?:la|:)?\s*(?P<value>\d+(?:[.,]\d+)*)(?![\w/%])")
"""What a target says of it: "(xếp hạng hiện tại: 67)"."""
RANK_ASKED = seldom(r"\b(?:hang|thu hang|thu) (?:may|bao nhieu)\b")
"""A rank is asked for."""
PLACES = seldom(r"\b(?:tang|len|nang|cai thien)\b.{0,20}\bbac\b")
"""How a target sets so many places of a ranking, and no rank."""
_BY = (
    r"(?:bao nhieu|may)(?: (?:diem(?: %| phan tram)?|%|phan tram|bac|thu hang|hang|nghin|trieu|ty|luot|nguoi|phut|gio"
    r"|ngay|ha|tan|km|lit|vu|ca|ho(?: so)?|giuong|truong|doanh nghiep))?"
)
CHANGE = seldom(
    r"(?:\b(?:se|can|phai|duoc|da|thi|nua) )*"
    r"\b(?:tang|giam|nang|rut ngan|len|xuong|thay doi|chenh(?: lech| nhau)?|cao hon|thap hon|hon|them)"
    rf"(?: (?:them|len|hang|duoc|xuong|thu))*(?: {_BY})?(?= |$)|\b(?:so voi|tu|den|toi|sang)(?= )|\b(?:la )?{_BY}"
    r"|\b(?:hien tai|hien nay|hien gio|bay gio)(?: (?:la |dang |o |hang |thu )*\d+)?|\bhang thu\b"
)
"""What says that something changes, and by how much, around the words of what it is."""
