"""A figure that corrects what was just said: instead of the one that a question asks about."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from handlers.messages import Reply
from handlers.office import FollowedPlan
from handlers.recording import UPDATES, record
from handlers.turn import Turn
from knowledge.lexicon.agreeing import DECLINING
from knowledge.progress.questions import may_ask
from knowledge.progress.reading import read
from knowledge.progress.update import Update

CORRECTED_WITHIN = timedelta(hours=1)
"""So long "nhầm, 50%" is of the task that was just spoken of."""


async def instead_of_asked(turn: Turn, followed: FollowedPlan, typed: str) -> Reply | None:
    """ "Chưa, 80% thôi" where it is asked whether one task is to be recorded: that of the same task. None when nothing
    is being asked, or the words tell no figure."""
    menu = await turn.uow.choices.latest_menu(turn.incoming.channel, turn.incoming.chat, turn.now)
    asked = next((one for one in menu if one.action == "progress.record" and "sure" in one.arguments), None)
    if asked is None or turn.now - asked.offered > CORRECTED_WITHIN or may_ask(typed):
        return None
    updates = UPDATES.validate_json(asked.arguments["updates"])
    if len(updates) != 1 or updates[0].plan not in ("", followed.plan.id):
        return None
    first, _, rest = typed.partition(",")
    figure = rest if first.strip().lower() in DECLINING else typed
    reading = read(f"{updates[0].task} {figure}", followed.plan, commanded=True)
    told = [update for update in reading.updates if update.percent is not None]
    if reading.error or len(told) != 1 or told[0].task != updates[0].task:
        return None
    return await record(turn, followed, [replace(on_one_line(told[0]), period=told[0].period or updates[0].period)])


def on_one_line(update: Update) -> Update:
    """The update with its note on one line."""
    return replace(update, note=" ".join(update.note.split())) if update.note else update
