"""The number of a paper in what a person types: in quotes, or by its shape ("CV 123/SGDĐT-VP", "12/2026/QĐ-UBND")."""

from __future__ import annotations

import re

QUOTED = re.compile(r"[\"“”«]([^\"“”«»]+)[\"“”»]")
"""In quotes."""

_NUMBERED = re.compile(
    r"(?:(?:(?:theo|tại)\s+)?"
    r"(?P<paper>(?:(?:công văn|quyết định|thông báo|tờ trình|kế hoạch|nghị quyết|văn bản|cv|qđ|tb|ttr|kh|nq|bc)\s+)?"
    r"(?:số\s*:?\s*)?\d+[a-z]?/(?:\d{4}/)?[A-ZĐ][\w&]*(?:-[\w.&-]*\w)?))",
    re.IGNORECASE,
)


def document_in(typed: str) -> tuple[str, str]:
    """(the paper's number, "" when none is named; the words without it)."""
    quoted = QUOTED.search(typed)
    if quoted:
        return " ".join(quoted[1].split()), " ".join(QUOTED.sub(" ", typed).split())
    numbered = _NUMBERED.search(typed)
    if numbered is None:
        return "", " ".join(typed.split())
    rest = typed[: numbered.start()] + " " + typed[numbered.end() :]
    return " ".join(numbered["paper"].split()), " ".join(rest.split()).rstrip(" ,;:(")
