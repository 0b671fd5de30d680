"""Words with which people answer a numbered digest, folded: "1 xong, 2 60% đã trình, 3 vướng kinh phí"."""

from __future__ import annotations

DONE = (
    "xong",
    "xong roi",
    "da xong",
    "x",
    "hoan thanh",
    "da hoan thanh",
    "ht",
    "ok",
    "done",
    "xong het",
    "xong ca",
    "v",
)
SAME = (
    "nhu cu",
    "nhu ky truoc",
    "nhu truoc",
    "nhu tuan truoc",
    "nhu thang truoc",
    "khong doi",
    "khong thay doi",
    "giu nguyen",
)
NOT_MINE = (
    "khong phai viec cua toi",
    "khong phai cua toi",
    "khong phai viec toi",
    "khong phai viec cua em",
    "khong phai viec cua minh",
    "khong phai cua minh",
    "khong phai cua em",
    "khong phai viec minh",
    "khong phu trach",
)
REPORTS = (
    "xong", "x", "roi", "da", "dang", "chua", "vuong", "vuong mac", "hoan thanh", "ht", "ok", "done", "nhu", "duoc",
    "dat", "nham", "trinh", "cho", "gan", "khong", "tam", "moi", "bi", "can", "len", "tien do", "v", "giu nguyen",
)  # fmt: skip
"""Words that begin a report: without one of them, or a figure, "3 đơn vị đã nộp" is no answer to line 3."""
ALL = ("tat ca", "ca", "het", "toan bo", "xong het", "xong tat ca", "xong ca", "het roi xong")
AND = ("va", "voi", "cung", "den", "toi")
