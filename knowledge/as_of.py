"""Questions about the plan as it stood on a day: "tại ngày 1/3/2026 II.5 hạn khi nào?"."""

from __future__ import annotations

from datetime import date

from knowledge.lexicon.as_of import AS_OF
from knowledge.vietnamese import in_step


def split_as_of(question: str) -> tuple[date, str] | None:
    """The day that a question is asked as of, and the question without it; None when it names none."""
    words, folded = in_step(question)
    found = AS_OF.search(folded)
    if found is None:
        return None
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
    left = f"{words[: found.start()]} {words[found.end() :]}"
    return day, " ".join(left.split()).strip(" ,")
