"""What lists share: the choices that open the tasks of a page, the page's number, the area that words name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handlers.messages import Action, Block, Choice, Note
from handlers.paging import Page
from handlers.standing import Standing
from handlers.wording import tasks as words
from knowledge.lexicon.lists import AREA_WORDS
from knowledge.model import Area, Plan
from knowledge.vietnamese import fold

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


def area_named(typed: str, plan: Plan) -> Area | None:
    """The area that the whole text names by its code or title: "II", "mục II", "cải cách thủ tục hành chính"."""
    wanted = re.sub(rf"^(?:{'|'.join(AREA_WORDS)})\s+", "", fold(typed).strip())
    return next((a for a in plan.areas if wanted in {fold(name) for name in (a.code, a.title, *a.names)}), None)
