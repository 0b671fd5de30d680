"""The route for parts of the plan, or units, that have so many tasks or targets: "lĩnh vực nào chỉ có 3 việc"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.ground import Ground
from knowledge.answers.taking_part import leading
from knowledge.answers.tallies import by_unit
from knowledge.lexicon.numbers import NUMBER_WORDS
from knowledge.lexicon.so_many import wordings
from knowledge.questions import Question


def so_many(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """Those that have so many, with the number of each; all of them where none has."""
    if not q.things & {"task", "target"} or not q.things & {"area", "group", "unit"} or q.areas or q.units:
        return None
    text = " ".join(q.words)
    said, meets = next(((found, meets) for one, meets in wordings() if (found := one.search(text))), (None, None))
    if said is None or meets is None:
        return None
    tally = _of_targets(ground, said) if said["target"] else _of_tasks(ground, said)
    number = _number(said)
    order = sorted(tally.items(), key=lambda pair: pair[1], reverse=not meets(0, max(number, 1)))
    having = [pair for pair in order if meets(pair[1], number)]
    year = {"horizon": said["year"]} if said["year"] and said["target"] else {}
    thing = "target" if said["target"] else "task"
    none = {} if having else {"having": "none"}
    return (
        Answer("answer", "most", tally=tuple(having or order), thing=thing, filters=year, facts=none) if tally else None
    )


def _number(said: re.Match[str]) -> int:
    number = said.groupdict().get("n") or "0"
    return int(number) if number.isdigit() else NUMBER_WORDS[number]


def _of_targets(ground: Ground, said: re.Match[str]) -> Mapping[str, int]:
    """The targets with a value of each area, of the year named."""
    if not said["area"] or (said["year"] and int(said["year"]) not in ground.plan.horizons):
        return {}
    valued = [t for t in ground.plan.targets if t.value is not None and said["year"] in (None, str(t.horizon))]
    return {a.title: sum(t.area == a.code for t in valued) for a in ground.plan.areas}


def _of_tasks(ground: Ground, said: re.Match[str]) -> Mapping[str, int]:
    """The tasks of each area or group; those that each unit leads."""
    plan = ground.plan
    if said["year"]:
        return {}
    if said["area"]:
        return {a.title: sum(t.area == a.code for t in plan.tasks) for a in plan.areas}
    if said["group"]:
        return {g.title: sum(t.group == g.code for t in plan.tasks) for g in plan.groups}
    together = {unit.code for unit in plan.units if unit.collective}
    return by_unit(ground, plan.tasks, lambda t: [c for c in leading(t) if c not in together]) if _leads(said) else {}


def _leads(said: re.Match[str]) -> bool:
    """Units that lead nothing are not told: which could, no plan says."""
    return bool(said.groupdict().get("n"))
