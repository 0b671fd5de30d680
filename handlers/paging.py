"""Long lists, a page at a time: which items, and the choices that turn the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from handlers.messages import Action, Choice
from handlers.wording import common

T = TypeVar("T")
PAGE_SIZE = 6
"""Items on a page: what fits one phone screen beside its choices."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page: its items, its number from 1, how many pages there are, and the list position of its first item."""

    items: Sequence[T]
    number: int
    pages: int
    first: int

    @property
    def caption(self) -> str:
        """ "Trang 2/5", or "" when everything is on one page."""
        return common.PAGE.format(page=self.number, pages=self.pages) if self.pages > 1 else ""

    def turning(self, action: str, arguments: Mapping[str, str], *, row: int = 900) -> tuple[Choice, ...]:
        """Choices for the previous and next page: the same action with `page` set."""
        wanted = [(common.PREVIOUS, self.number - 1), (common.NEXT, self.number + 1)]
        return tuple(
            Choice(label, Action(action, {**arguments, "page": str(number)}), row=row)
            for label, number in wanted
            if 1 <= number <= self.pages
        )


def page_of(items: Sequence[T], wanted: str | int, size: int = PAGE_SIZE) -> Page[T]:
    """The wanted page; a number out of range, or no number at all, gives the nearest page there is."""
    pages = max(1, -(-len(items) // size))
    number = int(wanted) if str(wanted).lstrip("-").isdecimal() else 1
    number = min(max(number, 1), pages)
    first = (number - 1) * size
    return Page(items[first : first + size], number, pages, first + 1)
