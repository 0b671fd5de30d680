"""What a reply to one of our own messages is about: the tasks that stand in the message replied to."""

from __future__ import annotations

import re

from handlers.office import FollowedPlan
from knowledge.answers import Topic
from knowledge.model import Plan

_LIKE = 24
"""So many first letters of a task's title must stand behind its code: another plan may have the code too."""
_RECORD = re.compile(r"(\S*\d\S*)\. (.+)")
_ROW = re.compile(r"(?:•|(\d+)\.) (\S*\d\S*) (.+)")


def topic_of(text: str, followed: FollowedPlan) -> Topic | None:
    """The one task that a message shows, or the tasks that it lists, in its order; an empty topic where what it shows
    is not, or no more, in the plan, or several could be meant; None where it shows no task. `text`: as the channel
    shows it."""
    lines = [line.strip() for line in text.splitlines()]
    rows = [match for line in lines if (match := _ROW.fullmatch(line))]
    if rows and any(_is_named(row[2], row[3], followed.plan) for row in rows):
        whole = all(_is_named(row[2], row[3], followed.plan) for row in rows)
        # The second page of a numbered list has other numbers than places.
        counted = all(row[1] in (None, str(place)) for place, row in enumerate(rows, 1))
        listed = tuple(row[2] for row in rows) if whole and counted else ()
        return Topic(facet="list", listed=listed, thing="task") if listed else Topic()
    headed = [match for line in lines if (match := _RECORD.fullmatch(line))]
    # "1." may be a choice; it is a task's code where the plan has that.
    records = [match for match in headed if not match[1].isdigit() or followed.plan.task(match[1])]
    named = [match[1] for match in records if _is_named(match[1], match[2], followed.plan)]
    if len(named) == 1:
        return Topic(facet="record", record=named[0])
    return Topic() if records else None


def _is_named(code: str, said: str, plan: Plan) -> bool:
    """Whether the words behind a code begin a title, or a name, of the task that the plan has under it."""
    task = plan.task(code)
    return task is not None and any(said.startswith(name[:_LIKE]) for name in (task.title, *task.names))
