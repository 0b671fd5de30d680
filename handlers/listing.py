"""What lists of tasks share: the choices that open the tasks of a page, and the page's number."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.messages import Action, Block, Choice, Note
from handlers.paging import Page
from handlers.standing import Standing
from handlers.wording import tasks as words

IN_A_ROW = 3


def opening(shown: Sequence[Standing]) -> tuple[Choice, ...]:
    """A choice for each task on the page, by its code; with the period where the page has a task more than once."""
    codes = [s.task.code for s in shown]
    return tuple(
        Choice(
            words.with_period(s) if codes.count(s.task.code) > 1 else s.task.code,
            Action("tasks.open", s.place),
            row=number // IN_A_ROW,
        )
        for number, s in enumerate(shown)
    )


def caption(page: Page[Standing]) -> tuple[Block, ...]:
    """ "Trang 2/5", where there are several."""
    return (Note(page.caption),) if page.caption else ()
