"""The one record that a question is about, by its words or its code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.choosing import (
    FLOOR,
    TOLD,
    Sought,
    enough,
    fully_named,
    headed_task,
    leaning_first,
    saying_first,
    told_first,
)
from knowledge.answers.costs import cost_of
from knowledge.answers.counting import lacks_number, only_shares
from knowledge.answers.fitting import citing, fits, of_other_people, of_the_day, only_asked_for, quotes, with_quotes
from knowledge.answers.following import leaning
from knowledge.answers.ground import TASK_FACETS, Ground, facet_of
from knowledge.answers.of_cells import of_units_named
from knowledge.answers.of_targets import about_target, of_other_horizon
from knowledge.answers.telling import tell, with_text
from knowledge.lexicon.amounts import HIGHEST, LOWEST
from knowledge.lexicon.asking import OR, PROGRESS, WHICH_ONE, WHO
from knowledge.lexicon.counting import HOW_MANY_THERE
from knowledge.lexicon.numbers import DAY_PUT_FORWARD, VALUE_PUT_FORWARD
from knowledge.lexicon.pointing import DOUBTING
from knowledge.lexicon.taking_part import LEAD
from knowledge.lexicon.things import TASK_ABOUT, TASKS
from knowledge.orthography import is_syllable
from knowledge.questions import Question, annex_of
from knowledge.questions.several import counts, lists
from knowledge.search import Match
from knowledge.vietnamese import fold, without

MARGIN = 0.045
"""Records within this of the best are asked about."""
ALIKE, SAME, WIDE_MARGIN = 0.8, 0.02, 0.12
"""Records that explain so much of a question, and as much as the best within so little, are asked about as well; tasks
only within so much of its score."""
FEW_SAID, BESIDE, OFFERED = 2, 0.2, 6
"""Where a task is asked for by so few words, those that have them all and are within so much of the best are asked
about, if they are no more than so many."""
YEAR = 4
"""Digits of a year; a shorter number alone names no record."""
_OF_TEXT = frozenset({"solution", "viewpoint"})
"""What has no unit that leads it: "giải pháp … nói đến những cơ quan nào"."""
LOOKED_AT = 24
"""Records of which it is looked at whether they can answer, the best by their words."""


def by_code(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """A record that is named by its code or its number."""
    if q.candidates:
        return Answer("clarify", facet_of(q), candidates=q.candidates)
    if q.targets:
        return Answer("answer", "value", records=q.targets)
    of_cell = q.has("lead", "cooperation", "product", "deadline")
    if q.strange and not q.codes and (of_cell or _is_only_a_code(ground, q)):
        return replace(ground.none(q), facts={"strange": q.strange})
    if not q.codes:
        return None
    if q.has("progress", "overdue") and not q.has("lead", "cooperation", "product"):
        return Answer("answer", "progress", records=q.codes)
    amount = q.has("money") or (q.has("funding") and q.has("value"))
    if amount and not any(cost_of(ground.tasks[code]) for code in q.codes):
        return replace(ground.none(q), facts={"asked": "money"})
    return ground.about_task(q, [ground.tasks[c] for c in q.codes], 1.0)


def _is_only_a_code(ground: Ground, q: Question) -> bool:
    """Whether nothing weighs in a question beside a code that no task has: "III.4 là gì"."""
    return not ground.understanding.read(re.sub(re.escape(q.strange), " ", q.text, flags=re.IGNORECASE)).hard


def single(ground: Ground, q: Question, before: Topic) -> Answer:
    """The record that fits best, or which one is meant, or that none is."""
    found = _single(ground, q, before)
    between = len(q.percents) > 1 and not OR.isdisjoint(q.said)  # "là trên 20% hay trên 30%"
    if found.kind == "none" and q.percents and (between or q.has("yes_no")):
        # A value that is put forward and is not the plan's must not hide the target: "giảm tối thiểu 15% đúng không".
        plain = without(VALUE_PUT_FORWARD, q.text, 0 if between else 1)
        again = _single(ground, ground.understanding.read(plain), before)
        found = again if again.records and ground.plan.target(again.records[0]) else found
    if found.kind == "none" and q.days and (fold(q.words[-1]) in DOUBTING or q.has("yes_no")):
        again = _single(ground, ground.understanding.read(without(DAY_PUT_FORWARD, q.text)), before)
        found = replace(again, facet="deadline") if again.records and again.records[0] in ground.tasks else found
    return found


def _single(ground: Ground, q: Question, before: Topic) -> Answer:
    sought = _sought(ground, q)
    if not _names_something(ground, q):
        return leaning(ground, q, before) or ground.none(q)
    every = _matches(ground, sought, q)
    found = _in_order(ground, every, sought, q)
    if found and (several := _of_few_words(ground, found, sought, q)):
        return several
    if not found or not _is_meant(ground, found, sought, q):
        return leaning(ground, q, before) or ground.none(q, every)
    best = found[0]
    if lacks_number(ground, best, q) and ground.plan.target(best.entry.code):
        return only_shares(ground, found, q)
    if not fits(ground, best, q, value=sought.value):
        return _told_instead(ground, found, sought, q) or replace(ground.none(q, found), score=0.0)
    beside = every if sought.facet == "deadline" else found
    match best.entry.kind:
        case "target":
            return _of_targets(ground, found, every, sought, q)
        case "passage":
            return with_text(ground, tell(ground, best, q), best, beside, q)
    answer = _of_tasks(ground, found, sought, q, before)
    return answer if q.has("compare") and len(answer.records) > 1 else with_text(ground, answer, best, beside, q)


def _sought(ground: Ground, q: Question) -> Sought:
    """What is looked for: a cell, a value, or the record itself."""
    horizons = {y for y in q.years if y in ground.plan.horizons}
    of_task = q.has("product") and not (horizons and counts_in_a_target(ground, q))
    facet, value = facet_of(q), q.has("value") and not (of_task or q.has("cooperation", "paper", "column"))
    value = value or (bool(q.counted and horizons) and q.words[0] == HOW_MANY_THERE and not of_task)
    if q.has("mention") or (q.has("paper") and not q.has("lead", "cooperation", "product")):
        facet, value = "record", False
    if facet == "lead" and (quotes(ground, LEAD, q) or (q.things & _OF_TEXT and WHO not in q.said)):
        facet = "record"
    return Sought(facet, value, horizons)


def counts_in_a_target(ground: Ground, q: Question) -> bool:
    """Whether a target has more of the words than any task: "số sản phẩm … đến 2028 là bao nhiêu"."""
    near = [m for m in ground.index.search(q.variants, ("task", "target")) if m.sure >= FLOOR]
    return (
        bool(near)
        and near[0].entry.kind == "target"
        and near[0].score - MARGIN > max((m.score for m in near if m.entry.kind == "task"), default=0.0)
    )


def _names_something(ground: Ground, q: Question) -> bool:
    """Whether there are words to look for, and the plan could speak of it."""
    said = any(not _is_bare_number(ground, w, q) for w in q.sought) or ground.verbatim.quoted(q.words)
    return bool(said) and not q.foreign and not of_the_day(ground, q)


def _matches(ground: Ground, sought: Sought, q: Question) -> list[Match]:
    """The records that may be meant, the best first, by their words and their kind."""
    # Targets have neither a lead unit nor a product, but for what a column of their table says of it.
    of_tasks = sought.facet != "record" and not sought.value and q.has("lead", "cooperation", "product")
    of_tasks = of_tasks and sought.facet not in ground.cells_of_targets
    kinds = ("task", "passage") if of_tasks else ("task", "target", "passage")
    found = [m for m in with_quotes(ground, ground.index.search(q.variants, kinds), q) if m.entry.kind in kinds]
    found = of_units_named(ground, found, q)
    found = ground.as_spelt(_of_annex(ground, found, q)[:LOOKED_AT], q)
    found = citing(ground, [m for m in found if not only_asked_for(ground, m, q)], q)
    if q.has("whom"):
        found = [m for m in found if not of_other_people(ground, m, q)] or found
    return leaning_first(ground, found, sought, q)


def _in_order(ground: Ground, every: Sequence[Match], sought: Sought, q: Question) -> list[Match]:
    """The matches, first the running text that says what is asked for better than the best of them."""
    if sought.value:
        return list(every)
    if sought.facet == "record" and not q.says(*TASKS):
        return told_first(every, q)
    return saying_first(ground, every, sought.facet, q) if sought.facet in ("lead", "deadline") else list(every)


def _is_meant(ground: Ground, found: Sequence[Match], sought: Sought, q: Question) -> bool:
    """Whether the best is sure enough. "Lương bao nhiêu?": one common syllable names nothing by itself."""
    best, hard = found[0], [w for w in q.sought if not _is_bare_number(ground, w, q)]
    common = len(hard) == 1 and is_syllable(hard[0]) and hard[0] not in ground.short_forms
    sure = best.sure >= FLOOR or enough(ground, found, sought, q)
    return sure and (not common or fully_named(ground, best, q))


def _of_few_words(ground: Ground, found: Sequence[Match], sought: Sought, q: Question) -> Answer | None:
    """ "Nhiệm vụ về thanh toán": which of the tasks that equally have the one or two words said."""
    best, said = found[0], [w for w in q.sought if not _is_bare_number(ground, w, q)]
    if (
        not q.says(*TASK_ABOUT)
        or not 0 < len(said) <= FEW_SAID
        or best.entry.kind != "task"
        or best.coverage < 1 - SAME
    ):
        return None
    if q.units or q.years or q.areas or q.groups or lists(q) or counts(q):
        return None
    alike = [m for m in _near(found, "task", 0.0, BESIDE) if m.coverage >= best.coverage - SAME]
    if not 1 < len(alike) <= OFFERED or (len(said) > 1 and headed_task(ground, alike, q)):
        return None
    return Answer("clarify", sought.facet, candidates=tuple(m.entry.code for m in alike), score=best.sure)


def _told_instead(ground: Ground, found: Sequence[Match], sought: Sought, q: Question) -> Answer | None:
    """The running text that has the value of which the best, a task, says nothing."""
    told = next((m for m in found if m.entry.kind == "passage" and m.coverage >= TOLD), None)
    if told is None or not sought.value or found[0].entry.kind != "task":
        return None
    return tell(ground, told, q) if fits(ground, told, q, value=True) else None


def _of_targets(ground: Ground, found: Sequence[Match], every: Sequence[Match], sought: Sought, q: Question) -> Answer:
    best = found[0]
    target = ground.plan.target(best.entry.code)
    if target is None or of_other_horizon(ground, best, every, sought.horizons):
        return ground.none(q, every)
    if WHICH_ONE in q.said and q.says(*HIGHEST, *LOWEST):
        return ground.none(q, every)  # "Tỉnh nào tăng trưởng cao nhất" is no question about one of them.
    near = [m.entry.code for m in _near(found, "target", ALIKE, inf)]
    answer = about_target(ground, q, target, near, best.sure)
    return answer if sought.value else with_text(ground, answer, best, found, q)


def _of_tasks(ground: Ground, found: Sequence[Match], sought: Sought, q: Question, before: Topic) -> Answer:
    """The task that fits best, or those among which one must choose."""
    best, facet = found[0], sought.facet
    if before.facet in TASK_FACETS and facet == "record" and (q.has("again") or not (q.asks or q.things)):
        facet = before.facet
    if facet == "record" and _asks_how_far(ground, best, q):
        facet = "progress"
    near = _near(found, "task", ALIKE * _known_share(ground, q), WIDE_MARGIN)
    meant = [best.entry.code]
    if len(near) > 1 and not lists(q) and (headed := headed_task(ground, near, q)):
        meant = [headed]
    elif len(near) == 2 and q.has("compare"):
        meant = [m.entry.code for m in near]
    elif len(near) > 1 and not fully_named(ground, best, q):
        return Answer("clarify", facet, candidates=tuple(m.entry.code for m in near[:OFFERED]), score=best.sure)
    return ground.about_task(q, [ground.tasks[code] for code in meant], best.sure, facet)


def _asks_how_far(ground: Ground, best: Match, q: Question) -> bool:
    """Whether it is asked how far a task is, "LGSP làm xong chưa"; not of one that is about progress itself."""
    asks = q.has("progress") and not q.has("about", "mention", "kind")
    return asks and not all(ground.index.has_pair(best.entry.code, pair) for pair in pairwise(PROGRESS))


def _near(found: Sequence[Match], kind: str, least: float, within: float) -> list[Match]:
    """The matches of a kind that fit nearly as well as the best; of one that explains `least` of the question, also
    those that explain as much of it and are `within` so much of its score."""
    best = found[0]
    alike = best.coverage - SAME if best.coverage > least else inf
    return [
        m
        for m in found
        if m.entry.kind == kind
        and (m.score >= best.score - MARGIN or (m.coverage >= alike and m.score >= best.score - within))
    ]


def _is_bare_number(ground: Ground, word: str, q: Question) -> bool:
    """A short number that the plan does not print after the word before it: "việc 3", not "mức độ 3"."""
    if not word.isdigit() or len(word) >= YEAR:
        return False
    return not any(pair in ground.index.pairs for pair in pairwise(q.words) if pair[1] == word)


def _known_share(ground: Ground, q: Question) -> float:
    """The share of a question's weight that words of the plan make up: no record can explain more."""
    weights = {w: ground.index.idf(w) for w in q.sought if w not in ground.lexicon.light}
    known = sum(weight for w, weight in weights.items() if ground.index.knows(w))
    return known / sum(weights.values()) if known else 1.0


def _of_annex(ground: Ground, matches: list[Match], q: Question) -> list[Match]:
    """The matches that stand in the annex named, or all."""
    if not q.annex:
        return matches
    records = ((m, ground.plan.task(m.entry.code) or ground.plan.target(m.entry.code)) for m in matches)
    return [m for m, record in records if record is not None and annex_of(record) == q.annex] or matches
