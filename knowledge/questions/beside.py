"""Parts of a year that are said beside it, and of which nothing is asked."""

from __future__ import annotations

from knowledge.lexicon import beside
from knowledge.vietnamese import message_in_step


def without_parts_of_year(typed: str) -> str:
    """A message about a year without the parts that it is said to include: "năm 2022, kể cả quý II"."""
    if beside.A_YEAR.search(typed) is None:
        return typed
    text, folded = message_in_step(typed)
    if beside.PARTS.search(folded) is None:
        return typed
    for form in (beside.INCLUDED, beside.EITHER, beside.WITH_THE_WHOLE):
        if found := form.search(folded):
            end = found.end("whole") if form is beside.WITH_THE_WHOLE else found.start()
            if beside.A_YEAR.search(folded[:end] + folded[found.end() :]):
                return f"{text[:end]}{text[found.end() :]}"
    return typed
