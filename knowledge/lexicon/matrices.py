"""Words of tables that set several indicators for each of several units. Folded, but for OF_YEAR."""

from __future__ import annotations

import re

from knowledge.lexicon.questions import phrases

OF_ALL = re.compile(
    r"(?:toan (?:truong|tinh|xa|phuong|nganh|so|thanh pho|don vi|huyen|quoc)|ca nuoc|tong(?: cong| so)?)\b"
)
"""A row for all the units together."""
NO_INDICATOR = re.compile(r"\b(?:ghi chu|thoi gian|ngay|nam sinh|dien thoai|so quyet dinh|dan so|dien tich)\b")
"""A column that sets no aim."""
MONEY = re.compile(r"\b(?:kinh phi|du toan)\b")
"""A column that sets no aim by itself, but tells what a unit is given beside its aims."""
OF_YEAR = re.compile(
    r"(?:\b(?:các )?(?:chỉ tiêu|mục tiêu|kế hoạch|giao|phấn đấu)\s+)*(?:\b(?:đến|cho|trong)\s+)*"
    r"(?:\bnăm\s+)?(?<!\d)20[2-9]\d(?!\d)",
    re.IGNORECASE,
)
"""What a column says of the year that it is for; as printed."""
LEVELS = phrases("thành phố, thị xã, thị trấn, tỉnh, huyện, xã, phường, đặc khu")
"""What a place of a table is."""
