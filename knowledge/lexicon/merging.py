"""How the office asks for two records of one person to become one: "/nguoidung gộp Lan"."""

from __future__ import annotations

import re

MERGE = re.compile(r"(?:gop|hop nhat)(?: (?:hai|2))?(?: (?:ho so|tai khoan))?(?: (?:cua|voi))?\b", re.IGNORECASE)
"""Matched against folded words."""
