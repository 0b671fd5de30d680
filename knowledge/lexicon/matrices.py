"""Words of tables that set several indicators for each of several units. Folded."""

from __future__ import annotations

import re

OF_ALL = re.compile(r"(?:toan (?:truong|tinh|xa|phuong|nganh|so|thanh pho|don vi|huyen|quoc)|tong(?: cong| so)?)\b")
"""A row for all the units together."""
NO_INDICATOR = re.compile(r"\b(?:kinh phi|ghi chu|thoi gian|ngay|nam sinh|dien thoai|so quyet dinh|dan so|dien tich)\b")
"""A column that sets no aim."""
