"""Routes for questions about the units themselves: which lead, which cooperate, the share of the work that one has."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.ground import Ground
from knowledge.answers.tallies import by_unit
from knowledge.lexicon.plan_parts import PLAN
from knowledge.lexicon.taking_part import COOPERATES, LEADS, OF_ALL_UNITS, OUTSIDE, TAKES_PART
from knowledge.lexicon.things import SHARE_OF_TASKS, THIS_ONE
from knowledge.model import Task
from knowledge.questions import Question
from knowledge.questions.several import counts, is_counted, is_plural, lists


def share(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Văn phòng chủ trì bao nhiêu % nhiệm vụ", "tỷ lệ nhiệm vụ …": the tasks that meet the conditions, of all."""
    asked = q.asks_share or q.says(*SHARE_OF_TASKS)
    if not asked or "task" not in q.things or not (q.units or q.areas or q.groups) or q.years or q.foreign:
        return None
    chosen = ground.task_selector.select(q)
    if chosen.rest or not chosen.filters or ground.beyond_areas(q):
        return None
    codes = tuple(task.code for task in chosen.records)
    return Answer("answer", "share", records=codes, count=len(codes), filters=chosen.filters, thing="task")


def units_asked(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Có mấy đơn vị chủ trì", "cơ quan nào ngoài sở phối hợp": the units of all tasks, or of an area's."""
    if "unit" not in q.things or q.units or q.codes or q.candidates or q.documents or q.foreign:
        return None
    if q.years or q.ordinal or q.has("again") or any(w[0].isdigit() for w in q.words) or q.says(*THIS_ONE):
        return None
    if counts(q) or lists(q) or "organization" in q.things or _beyond_plan(ground, q):
        return None
    places = [(at, length) for thing, at, length in q.named if thing == "unit"]
    several = any(is_plural(q.words, at) or is_counted(q.words, at, length) for at, length in places)
    if (q.areas or q.groups) and not (q.things & {"area", "group"} or several):
        return None
    cooperates = q.says(*COOPERATES)
    leads = q.says(*LEADS) or (q.has("lead") and bool(q.areas or q.groups) and not cooperates)
    whole = q.says(PLAN, *OUTSIDE) or (leads and several)
    if (before.record or before.listed) and (not whole or q.asks_whether):
        return None  # the units of what was spoken of
    if before.record in ground.tasks and q.has("whom") and not several and not q.says(PLAN):
        return None  # "Phối hợp với ai ngoài sở" after a task
    if not (leads or cooperates or q.says(*TAKES_PART)):
        return None
    role = "taking_part" if leads == cooperates else "lead" if leads else "cooperating"
    chosen = ground.task_selector.within(q)
    cells: dict[str, Callable[[Task], Sequence[str]]] = {
        "lead": lambda task: task.lead,
        "cooperating": lambda task: task.cooperating,
        "taking_part": lambda task: (*task.lead, *task.cooperating),
    }
    names = by_unit(ground, chosen.records, cells[role], outside=q.says(*OUTSIDE))
    if not names:
        return ground.none(q)
    order = tuple(sorted(names.items(), key=lambda pair: -pair[1]))
    facts = {"role": role, "outside": "1" if q.says(*OUTSIDE) else ""}
    return Answer("answer", "units", tally=order, count=len(order), filters=chosen.filters, facts=facts)


def leading_part(ground: Ground, q: Question) -> Answer | None:
    """ "Ai chủ trì cải cách tài chính công": the units that lead the tasks of the part that is named."""
    if not (q.areas or q.groups) or not q.has("lead") or q.units or q.years or q.documents or q.foreign:
        return None
    if ground.beyond_areas(q) or counts(q) or lists(q) or q.ordinal or "task" in q.things:
        return None
    chosen = ground.task_selector.within(q)
    tally = sorted(by_unit(ground, chosen.records, lambda task: task.lead).items(), key=lambda pair: -pair[1])
    facts = {"role": "lead", "outside": ""}
    return Answer("answer", "units", tally=tuple(tally), count=len(tally), filters=chosen.filters, facts=facts)


def _beyond_plan(ground: Ground, q: Question) -> list[str]:
    """Words that weigh and name neither an area nor the plan as a whole."""
    own = {*OF_ALL_UNITS, *ground.index.words(ground.plan.title)}
    return [w for w in ground.beyond_areas(q) if w not in own]
