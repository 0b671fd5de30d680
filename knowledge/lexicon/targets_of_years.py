"""Words with which targets are asked for that one year has and another has not, or that each has. Folded."""

from __future__ import annotations

from knowledge.patterns import seldom

_BETWEEN = r"(?:(?!(?:19|20)\d\d|ma\b|nhung\b|chi tieu\b)[a-z]+ ){{0,4}}"
NOT_OF = rf"\b(?:khong|chua|chang|thieu|bo trong) {_BETWEEN}{{year}}\b"
"""A year that must not have it: "mà không có 2030"; the year is filled in."""
ALONE_OF = rf"\b(?:chi|rieng) (?:co|dat|ghi|neu|ap dung|danh) {_BETWEEN}{{year}}\b|\bmoi {{year}} co\b"
"""The one year that has it: "chỉ có mốc 2025"."""
EACH_OF_YEARS = seldom(r"\bco (?:o |mat o |moc |trong |dat )*ca (?:hai |2 )?(?:moc |nam |giai doan )?(?:19|20)\d\d\b")
"""Each of the years has it: "có ở cả 2025 và 2030"."""
SET_APART = "{kept}, không đặt cho {out}"
JOINED = " và "
"""As they are told; as printed."""
