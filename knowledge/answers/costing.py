"""The route for what tasks cost, where a column of their table tells it: one task, those that cost most, the sum."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.costs import cost_of
from knowledge.answers.figures import OF_PART, OF_YEARS, SUM, asked_of, together
from knowledge.answers.ground import Ground
from knowledge.answers.lists import list_or_count
from knowledge.answers.single import single
from knowledge.lexicon import costs as words
from knowledge.lexicon.figures import MONEY_SAID
from knowledge.lexicon.plan_parts import MONEY
from knowledge.model import Target
from knowledge.questions import Question
from knowledge.vietnamese import message_in_step, without


def costing(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Kinh phí năm 2026 để nâng cấp phòng máy chủ", "nhiệm vụ nào tốn nhất", "tổng kinh phí của nhóm hạ tầng"."""
    if MONEY.isdisjoint(q.said) and not q.has("money") and not q.says(*MONEY_SAID):
        return None
    if not ground.costs or q.documents or q.has("cooperation", "product", "deadline", "funding"):
        return None
    named = next((said for said in ground.parts_of_costs if q.says(said)), ())
    if not set(q.foreign.split()).issubset(named):
        return None
    folded, rest = message_in_step(q.text)[1], without(words.ASIDE, q.text).strip(" ,.?!")
    facts = {OF_YEARS: " ".join(map(str, q.years))} if q.years else {}
    if named:
        facts[OF_PART] = ground.parts_of_costs[named]
        rest = without(re.compile(rf"\b{' '.join(map(re.escape, named))}\b"), rest, 1)
    most, least = words.MOST.search(folded), words.LEAST.search(folded)
    if most or least:
        return _at_the_end(ground, facts, rest, highest=most is not None)
    if not (q.has("money") or q.says(*MONEY_SAID)):
        return None
    part = ground.understanding.read(rest)
    asks = part.sought and not q.has("lead")
    found = single(ground, replace(part, asks=frozenset(), years=()), Topic()) if asks else Answer("none")
    if found.kind == "answer" and len(found.records) == 1 and found.records[0] in ground.tasks:
        return replace(found, facet="cost", facts=facts)
    return _added(ground, facts, rest) if words.ADDED.search(folded) else None


def _of_those(ground: Ground, facts: Mapping[str, str], rest: str) -> list[Target]:
    """What the tasks cost that a question speaks of, or all."""
    part = ground.understanding.read(f"{words.THE_TASKS} {rest}")
    codes = tuple(ground.costs)
    if part.hard or part.units or part.areas or part.groups or part.annex:
        found = list_or_count(ground, part, Topic())
        codes = found.records if found is not None and found.kind == "answer" and found.thing == "task" else ()
    meant = (task for task in ground.plan.tasks if task.code in codes and task.code in ground.costs)
    return [cost for task in meant if (cost := cost_of(task, *asked_of(facts)))]


def _at_the_end(ground: Ground, facts: dict[str, str], rest: str, *, highest: bool) -> Answer | None:
    """The tasks that cost most, or least."""
    costs = _of_those(ground, facts, rest)
    if not costs or len({cost.unit for cost in costs}) > 1:
        return None
    best = (max if highest else min)(cost.value or 0.0 for cost in costs)
    codes = tuple(cost.code for cost in costs if cost.value == best)
    return Answer("answer", "cost", records=codes, thing="task", facts=facts)


def _added(ground: Ground, facts: dict[str, str], rest: str) -> Answer | None:
    """What several tasks cost together; of all of them the text tells it."""
    costs = _of_those(ground, facts, rest)
    if len(costs) < 2 or (len(costs) == len(ground.costs) and not facts):
        return None
    return replace(together(costs, SUM), facts=facts)
