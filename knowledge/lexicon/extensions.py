"""Words in an extension of a deadline: "/giahan II.5 kỳ 2026 đến ngày 31/12/2026, lý do: chờ phê duyệt"."""

from __future__ import annotations

import re

DAY = re.compile(
    r"\b\d{1,2}[/.-]\d{1,2}(?:[/.-](?:\d{4}|\d{2}))?\b|\b\d{1,2} tháng \d{1,2}(?:(?: năm |/| )\d{4})?\b", re.IGNORECASE
)
"""A day as people type it, with or without a year."""

YEAR = re.compile(r"\d{4}|[/.-]\d{1,2}[/.-]\d{2}\b")

TO = re.compile(
    r"(?:\s*\b(?:gia hạn|hạn|đến|tới|sang|hết|ngày|mới|thêm|den|toi|ngay|moi|them|han)\b\s*|[\s,;:.–-]+)+$",
    re.IGNORECASE,
)
"""What leads up to the day and says nothing else."""

REASON = re.compile(
    r"^[\s,;:.–-]*(?:\b(?:(?:với\s+)?(?:l[ýí]|ly) do|vì|vi(?! ph[aạ]m)|do)\b)?[\s,;:.–-]*", re.IGNORECASE
)
"""What leads up to the reason."""

REASON_MARK = re.compile(r"[\s,;:.–-]*\b(?:với\s+)?(?:l[ýí]|ly) do\b[\s,;:.–-]*", re.IGNORECASE)
"""What parts a deadline from its reason."""
REASON_OPENS = re.compile(
    r"[\s,;:.–-]*(?=\b(?:theo|vì|do|đã|căn cứ|chờ|để|văn bản|nghị định|nghị quyết|thông tư|công văn|quyết định|luật"
    r"|vi|da|can cu|cho|de|van ban|nghi dinh|nghi quyet|thong tu|cong van|quyet dinh|luat)\b)",
    re.IGNORECASE,
)
"""Where a reason begins that is not announced."""

ASKS_FOR_REQUESTS = frozenset({"de nghi", "cac de nghi", "de nghi gia han", "de nghi cho", "cho duyet", "dang cho"})
"""Folded: the requests that wait."""
WAITING = frozenset({"cho van ban", "cho", "chua ro han", "viec cho van ban"})
"""After /giahan, folded: only what waits for a paper or has no date that could be read."""
