"""Times of a month that a row tells without its month, which stands in the heading above: "Tuần 2" under "Tháng 4"."""

from __future__ import annotations

from knowledge.lexicon.printed_months import HEADED_BY_MONTH, MONTH, WITHIN_A_MONTH


def in_month(deadline: str, heading: str) -> str:
    """A deadline with the month of its heading, where it names a time of a month only."""
    month = HEADED_BY_MONTH.fullmatch(heading.strip())
    told = WITHIN_A_MONTH.fullmatch(deadline.strip())
    if month is None or told is None:
        return deadline
    said = deadline.strip()
    if told["day"]:
        return f"{said}/{month[1]}"
    return f"{said} {month[1]}" if told["month"] else f"{said} ({MONTH} {month[1]})"
