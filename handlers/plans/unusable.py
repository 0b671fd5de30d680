"""A plan file on the server that cannot be used: the office is told once what is wrong and where, sees it where it
would look as long as that lasts, and hears when it is over. What is followed already goes on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from handlers.messages import Block, Items, Note, Paragraph, Reply
from handlers.notices import tell_office
from handlers.turn import Turn
from handlers.wording import plan as problem_words
from handlers.wording import plans as words
from knowledge.importing.problems import Problem, errors
from storage.records import Role
from storage.unit_of_work import UnitOfWork

TROUBLE = "plan.file.unusable"
"""Setting: the file, its faults in words and since when; "" when it can be used."""
_SHOWN = 5


async def unusable(uow: UnitOfWork, file: str, problems: Sequence[Problem], now: datetime) -> None:
    """Keeps that the file cannot be used, and tells whoever of the office has not been told of just this."""
    found = errors(list(problems)) or list(problems)
    facts: dict[str, object] = {
        "file": file,
        "count": len(found),
        "lines": [problem_words.listed(problem) for problem in found[:_SHOWN]],
    }
    known = json.loads(await uow.settings.get(TROUBLE) or "{}")
    facts["since"] = known["since"] if known and {**facts, "since": known["since"]} == known else now.isoformat()
    await uow.settings.set(TROUBLE, json.dumps(facts, ensure_ascii=False), now)
    notice = Reply(await trouble(uow))
    await tell_office(uow, f"{TROUBLE}:{facts['since']}", notice, now)


async def usable(uow: UnitOfWork, now: datetime) -> None:
    """The file can be used: whoever was told that it cannot hears of it."""
    known = json.loads(await uow.settings.get(TROUBLE) or "{}")
    if not known:
        return
    await uow.settings.set(TROUBLE, "", now)
    notice = Reply((Paragraph(words.FILE_USABLE.format(file=known["file"])),))
    await tell_office(uow, f"{TROUBLE}:{known['since']}:over", notice, now)


async def trouble(uow: UnitOfWork) -> tuple[Block, ...]:
    """What is wrong with the plan file, for the office to read; nothing when it can be used."""
    known = json.loads(await uow.settings.get(TROUBLE) or "{}")
    if not known:
        return ()
    more = known["count"] - len(known["lines"])
    lines = (*known["lines"], *((words.FILE_MORE.format(count=more),) if more > 0 else ()))
    meanwhile = words.FILE_FOLLOWED if await uow.plans.active_ids() else words.FILE_NOTHING
    return (
        Paragraph(words.FILE_UNUSABLE.format(file=known["file"]), strong=True),
        Items(lines),
        Paragraph(meanwhile),
        Note(words.FILE_HOW.format(file=known["file"])),
    )


async def with_reason(turn: Turn, reply: Reply) -> Reply:
    """A reply that there is no plan, with the reason where the office reads it."""
    if (
        not reply.without_plan
        or turn.member is None
        or turn.member.role is not Role.OFFICE
        or not turn.incoming.private
    ):
        return reply
    return replace(reply, blocks=(*reply.blocks, *await trouble(turn.uow)))
