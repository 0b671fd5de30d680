"""Months by which lists are narrowed: "hạn tháng 6/2025", "trước tháng 10 năm 2026"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from knowledge.deadlines import Rule
from knowledge.questions import Question
from knowledge.vietnamese import fold

_NAMED = re.compile(r"(?<![\d/.-])(?:(?:thang |t)?(\d{1,2}) ?[/.-] ?|thang (\d{1,2}) nam )((?:19|20)\d\d)(?!\d)")


def month_named(q: Question) -> tuple[str, Callable[[Rule], bool]] | None:
    """The month named, as "6/2025", and which rules it means: due in it, or before it where that is said. None where no
    month is named, or only a paper ("Nghị định 10/2012")."""
    found = _NAMED.search(fold(q.text))
    if found is None or q.documents or q.days:
        return None
    month, year = int(found[1] or found[2]), int(found[3])
    if not 1 <= month <= 12:
        return None
    first, before = date(year, month, 1), q.says(("truoc", "thang"), ("truoc", str(month)))

    def meets(rule: Rule) -> bool:
        ends = [r.end for r in (rule, *rule.milestones) if r.end is not None and r.recurs is None]
        if before:
            return any(end < first for end in ends)
        of_month = [r for r in (rule, *rule.milestones) if r.kind in ("month", "date") and r.end is not None]
        return any(r.end is not None and (r.end.year, r.end.month) == (year, month) for r in of_month)

    return f"{month}/{year}", meets
