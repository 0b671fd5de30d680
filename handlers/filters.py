"""The conditions by which a list was narrowed, in words."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.wording import answers as words
from knowledge.answers import Answer

_LEFT_OUT = "left_out."
"""With which the names of conditions begin that what is left out of a list meets together."""


def filter_said(name: str, value: str) -> str:
    """A condition of a list in words: "Văn phòng chủ trì"."""
    return words.FILTERS.get(name, "{value}").format(value=words.DEADLINES.get(value, value)).strip()


def filters_said(answer: Answer) -> str:
    """All conditions of a list, to stand after its name: " (Văn phòng chủ trì; hàng năm)"; "" for none."""
    said = "; ".join(_filters(answer))
    return f" ({said})" if said else ""


def _filters(answer: Answer) -> Iterator[str]:
    """Each condition in words; at last those that what is left out meets together."""
    out = [
        (name.removeprefix(_LEFT_OUT), value) for name, value in answer.filters.items() if name.startswith(_LEFT_OUT)
    ]
    yield from (filter_said(name, value) for name, value in answer.filters.items() if not name.startswith(_LEFT_OUT))
    if out:
        yield words.LEFT_OUT.format(conditions=", ".join(filter_said(name, value) for name, value in out))
