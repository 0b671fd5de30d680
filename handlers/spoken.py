"""Plain sentences that are commands: "xuất báo cáo quý IV", "CT25.06 đạt 72% quý III"."""

from __future__ import annotations

import re

from handlers.office import FollowedPlan
from handlers.turn import Turn
from knowledge import measures, report_periods
from knowledge.lexicon.reporting import EXPORT
from knowledge.vietnamese import fold

_EXPORT = re.compile(rf"(?:{EXPORT})\s*(?P<rest>.*)")


def spoken(turn: Turn, typed: str, followed: FollowedPlan | None) -> tuple[str, str] | None:
    """(command, what follows it) when the sentence surely means one. In a group only what has a slash is one."""
    if not turn.incoming.private:
        return None
    export = _EXPORT.fullmatch(fold(typed).strip(" .!"))
    if export and (not export["rest"] or report_periods.read(export["rest"], turn.today)):
        return "xuatbaocao", export["rest"]
    if followed is not None and measures.said(typed, followed.plan):
        return "chitieu", typed
    return None
