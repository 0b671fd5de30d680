"""How records are named by where they stand: "nhiệm vụ số 7", "mục 12 phụ lục III". Folded."""

from __future__ import annotations

import re

from knowledge.patterns import seldom

_UNITS = "phan tram|nam|thang|ngay|quy|phong|don vi|nguoi|cap"
_NO_PLACE = rf"(?![\w.]|/| ?%| (?:{_UNITS}|va|den)\b|[,-] ?\d|-[a-z]{{2,5}}/[a-z])"
"""What makes of a number before it another one than a place: "việc 3 phòng phải làm", "21-CTr/TU"."""
_NUMBER = rf"(?: thu| so)* 0*(\d{{1,3}}(?:\.\d{{1,2}})?){_NO_PLACE}"
_ONE_OF_SEVERAL = r"(?: thu| so)* 0*\d{1,3}(?:\.\d{1,2})?"
_TASK = "nhiem vu|dau viec|cong viec|viec|hang muc|stt|so thu tu|nv"
ANNEX = seldom(r"\b(?:phu luc|pl)(?: so)? ?([ivx]+|\d{1,2})\b")
PART = seldom(r"\b(?:linh vuc|muc|phan|mang|nhom) ([ivx]+)\b")
TASK = seldom(rf"\b(?:{_TASK}|muc|dong){_NUMBER}")
LETTERED = seldom(rf"\b(?:{_TASK}|muc|diem|dong)(?: thu| so)* (\d{{1,2}})[ .]?([a-z])\b(?!\w)")
""" "Mục 4b"."""
TASKS = seldom(
    rf"\b(?:{_TASK}){_ONE_OF_SEVERAL}"
    rf"(?:(?: ?,| va| voi| hay| hoac| cung| ,va|, va)(?: (?:{_TASK}))?{_ONE_OF_SEVERAL})+"
    rf"(?![\w.]|/| ?%| (?:{_UNITS}|den)\b|-)"
)
""" "Nhiệm vụ 5 và 7", "việc 3, 4 và 9"."""
TARGET = seldom(rf"\bchi tieu{_NUMBER}")
LEVEL = seldom(r"m(?:ức|ưc|ửc|ữc|ực)", re.IGNORECASE)
""" "Mức 4" is a level, and no place. As typed."""
TABLE = seldom(r"\b(?:bang|bieu)(?: so)? (\d{1,2}|[ivx]{1,4})\b")
"""A numbered table of the text: "Bảng 1", "biểu số II". Without marks."""
