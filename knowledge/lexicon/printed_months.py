"""How headings of tables name a month, and rows below them a time of it."""

from __future__ import annotations

import re

MONTH = "tháng"
HEADED_BY_MONTH = re.compile(r"(?:[IVX\d]{1,4}[.)]\s*)?tháng\s+(\d{1,2}(?:\s*/\s*20\d\d)?)\s*[.:]?", re.IGNORECASE)
"""A heading of nothing but a month: "THÁNG 4/2026"."""
WITHIN_A_MONTH = re.compile(
    r"(?:tuần\s+(?:thứ\s+)?(?:\d|[IV]{1,2}|nhất|hai|ba|tư|năm|đầu|cuối)(?:\s*(?:-|–|,|và|đến)\s*(?:tuần\s+)?\d)*"
    r"|(?:cả|cuối|trong|hết)\s+(?P<month>tháng)|(?:đầu|giữa)\s+tháng"
    r"|(?P<day>(?:(?:trước|đến|xong trước|chậm nhất|từ)\s+)?ngày\s+\d{1,2}(?:\s*(?:-|–|đến)\s*(?:ngày\s+)?\d{1,2})?))",
    re.IGNORECASE,
)
"""A time of a month that does not say of which: "Tuần 2", "Cuối tháng", "Trước ngày 20"."""
