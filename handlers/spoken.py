"""Plain sentences that are commands: "xuất báo cáo quý IV", "CT25.06 đạt 72% quý III", "phòng em còn việc gì", "gia
hạn II.5 đến 30/6"."""

from __future__ import annotations

import re

from handlers.office import FollowedPlan
from handlers.turn import Turn
from handlers.units import unit_named
from knowledge import measures, report_periods
from knowledge.lexicon.commands import COURTESY, ORDERS, TO_OFFICE
from knowledge.lexicon.reporting import EXPORT
from knowledge.own_unit import Overview, View, overview, own_view
from knowledge.progress.codes import codes_like
from knowledge.progress.questions import may_ask
from knowledge.progress.reading import read
from knowledge.vietnamese import fold, in_step
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
    words, folded = in_step(typed)
    if to_office := TO_OFFICE.match(folded):
        return "hoivanphong", words[to_office.end() :]
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
    return _VIEWS[view] if view else _order(typed, followed)


def _order(typed: str, followed: FollowedPlan | None) -> tuple[str, str] | None:
    """The command that a sentence orders. Who asks whether something can be done orders nothing."""
    words, folded = in_step(typed)
    for order in ORDERS:
        begins = order.form.match(folded)
        if begins is None:
            continue
        rest = words[begins.end() :].strip()
        if order.about == "all":
            if COURTESY.fullmatch(folded, begins.end()):
                return order.command, ""
        elif not may_ask(typed) and (not order.about or _names(order.about, rest, followed)):
            return order.command, rest
    return None


def _names(about: str, rest: str, followed: FollowedPlan | None) -> bool:
    """Whether the words name a task of the plan by its code, or a unit."""
    if followed is None:
        return False
    if about == "unit":
        return unit_named(rest, followed.plan) is not None
    return bool(read(rest, followed.plan, commanded=True).updates or codes_like(rest, followed.plan))
