"""A deadline is moved: written, logged, told to the unit, and said to whoever did it."""

from __future__ import annotations

from datetime import date

from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Fields, Paragraph, Reply
from handlers.office import FollowedPlan
from handlers.standing import Standing
from handlers.telling import lead_unit, tell
from handlers.turn import Turn
from handlers.wording import common
from handlers.wording import extensions as words
from handlers.wording import records as record_words
from handlers.wording import tasks as task_words
from storage.records import Extension


async def extend(
    turn: Turn, followed: FollowedPlan, standing: Standing, due: date, reason: str, document: str
) -> Extension:
    """Moves (or sets) the deadline, keeps the act in the log, tells the unit."""
    extension = await turn.uow.extensions.add(
        plan=followed.plan.id,
        task=standing.task.code,
        period=standing.occurrence.period,
        due=due,
        previous=standing.due,
        reason=reason,
        document=document,
        member_id=turn.who.id,
        now=turn.now,
    )
    before, after = common.day(standing.due) if standing.due else "", common.day(due)
    await log_act(turn, "extend", task_words.with_period(standing), before, f"{after}, {reason[:120]}")
    slots = {"code": task_words.with_period(standing), "due": after, "before": before}
    told: tuple[Block, ...] = (Paragraph((words.NOTICE if before else words.NOTICE_SET).format(**slots), strong=True),)
    notice = Reply((*told, Fields(_why(reason, document))), (open_choice(standing),))
    await tell(turn, await lead_unit(turn, followed, standing.task), notice, f"extension:{extension.id}")
    return extension


def extended(standing: Standing, extension: Extension) -> Reply:
    """What the office reads after moving a deadline; `standing` as it was before."""
    slots = {"code": task_words.with_period(standing), "due": common.day(extension.due)}
    form = words.DONE if standing.due else words.DONE_SET
    said = form.format(count=task_words.times_extended(standing) + 1, **slots)
    undo = Choice(common.UNDO, Action("extensions.undo", {"id": str(extension.id)}), row=1)
    facts = Fields(_why(extension.reason, extension.document))
    return Reply((Paragraph(said, strong=True), facts), (undo, open_choice(standing)), replaces=True)


def _why(reason: str, document: str) -> tuple[tuple[str, str], ...]:
    return ((words.REASON, reason), *(((words.DOCUMENT, document),) if document else ()))


def open_choice(standing: Standing) -> Choice:
    """The choice that opens the task."""
    return Choice(record_words.label(standing.task), Action("tasks.open", standing.place))
