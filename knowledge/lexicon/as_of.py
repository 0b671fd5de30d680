"""Words that ask for the plan as it stood on a day. Without marks."""

from __future__ import annotations

import re

AS_OF = re.compile(
    r"(?<!\w)(?:tai(?: thoi diem)?|vao thoi diem|theo ban(?: co hieu luc)?(?: tai)?|ban)\s+(?:ngay\s+)?"
    r"(?P<day>\d{1,2})\s*(?:[/.\-]|thang)\s*(?P<month>\d{1,2})\s*(?:[/.\-]|nam)\s*(?P<year>20\d\d)(?!\d)\s*(?:thi\b)?"
)
"""Only these words: "đến ngày 1/3/2026" asks what falls due."""
