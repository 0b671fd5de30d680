"""Words around the names in "/giao II.5 @Lan và Hùng", "/giao II.5 bỏ Lan"."""

from __future__ import annotations

import re

TAKE = re.compile(r"^\s*(?:bỏ|bo|thôi giao|thoi giao|thôi|thoi|hủy|huỷ|huy|rút|rut)\b\s*", re.IGNORECASE)
AND = re.compile(r"\s*(?:[,;+&]|\bvà\b|\bva\b|(?<=\w)\s+@|\bcho\b)\s*", re.IGNORECASE)
