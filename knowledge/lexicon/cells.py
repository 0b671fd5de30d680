"""Words of running text that say who does something, or by when; as printed."""

from __future__ import annotations

import re

WHO = re.compile(r"\b(?:[Gg]iao (?!d)|[Cc]hủ trì|(?:có|chịu) trách nhiệm|[Pp]hân công)")
"""Words with which work is given to somebody."""
WHEN = re.compile(
    r"\b(?:ngày \d+|tháng \d+|[Qq]uý [IV\d]+|\d+/\d+|năm (?:19|20)\d\d|[Hh][àằ]ng (?:năm|quý|tháng)|định kỳ)"
)
"""A time by which something is done."""
