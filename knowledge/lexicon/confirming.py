"""Words by which the office confirms completion or returns it: "/xacnhan II.5 trả lại: thiếu quyết định"."""

from __future__ import annotations

import re

AGREED = frozenset({"dong y", "xac nhan", "duoc", "dat", "ok", "hoan thanh", "xong"})
"""Folded."""

RETURNED = re.compile(
    r"^\s*(?:trả lại|tra lai|không xác nhận|khong xac nhan|chưa đạt|chua dat)\b[\s,;:.–-]*"
    r"(?:(?:vì|vi|do|lý do|ly do)\b[\s,;:]*)?",
    re.IGNORECASE,
)
