"""Plain sentences that are commands: "xuất báo cáo quý IV", "CT25.06 đạt 72% quý III", "phòng em còn việc gì"."""

from __future__ import annotations

import re

from handlers.office import FollowedPlan
from handlers.turn import Turn
from knowledge import measures, report_periods
from knowledge.lexicon.reporting import EXPORT
from knowledge.own_unit import Overview, View, overview, own_view
from knowledge.vietnamese import fold
from storage.records import Role

_EXPORT = re.compile(rf"(?:{EXPORT})\s*(?P<rest>.*)")
_VIEWS = {
    View.TASKS: ("nhiemvu", ""),
    View.COOPERATING: ("nhiemvu", "phoi hop"),
    View.OVERDUE: ("hanchot", "qua han"),
    View.DUE: ("hanchot", ""),
    View.DUE_IN_WEEK: ("hanchot", "tuan nay"),
    View.DUE_IN_QUARTER: ("hanchot", "quy nay"),
}
_OVERVIEWS = {
    Overview.WHOLE: ("baocao", "tat ca"),
    Overview.LATE: ("baocao", "cham nhat"),
    Overview.SILENT: ("baocao", "chua cap nhat"),
}
_LEADING = (Role.OFFICE, Role.DIRECTOR)


def spoken(turn: Turn, typed: str, followed: FollowedPlan | None) -> tuple[str, str] | None:
    """(command, what follows it) when the sentence surely means one. In a group only what has a slash is one."""
    if not turn.incoming.private:
        return None
    export = _EXPORT.fullmatch(fold(typed).strip(" .!"))
    if export and (not export["rest"] or report_periods.read(export["rest"], turn.today)):
        return "xuatbaocao", export["rest"]
    if followed is not None and measures.said(typed, followed.plan):
        return "chitieu", typed
    whole = overview(typed)
    if whole is Overview.WHOLE and turn.who.role in _LEADING:
        return "tonghop", ""
    if whole is not None:
        return _OVERVIEWS[whole]
    view = own_view(typed) if turn.who.unit else None
    return _VIEWS[view] if view else None
