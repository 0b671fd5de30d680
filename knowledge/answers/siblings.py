"""Routes for what stands beside the record before: the target that measures the same of something else ("cung cấp dịch
vụ công nữa"), the next of what is numbered ("còn 4")."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.following import again
from knowledge.answers.ground import NUMBERED, Ground
from knowledge.lexicon.amounts import TO
from knowledge.lexicon.pointing import (
    AFTER_IT,
    BEFORE_IT,
    COUNTERS,
    EARLIER,
    LINES,
    MILESTONES,
    NEIGHBOURS,
    NEXT_ALONE,
    NO_NEIGHBOUR,
    OF_OTHERS,
    RIGHT_BESIDE,
)
from knowledge.model import Target
from knowledge.postings import hard
from knowledge.questions import Question
from knowledge.questions.pointed import number_alone

FEW = 14
"""Words of a message that only names what stands beside the record before."""
_ALIKE = 0.7
"""Targets measure the same of different things where so much of the one's name, but for what is said, is also of the
other's: "Mức độ hài lòng …"."""
_BARE = frozenset({"again", "value", "count", "list", "measured", "about", "other", "within", "thanks"})
"""Asks of a message that only names another target."""


def another(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """What stands beside the record before, named by what it differs in or by its number."""
    if (
        not before.record
        or len(q.words) > FEW
        or not (q.hard or q.ordinal or set(q.words) & NEIGHBOURS)
        or q.units
        or q.codes
        or q.candidates
    ):
        return None
    if q.groups or q.documents or q.percents or q.foreign or q.body:
        return None
    if q.says(*EARLIER) and not q.things and len(before.told) > 1:
        return None  # what was told before the last
    return (
        _numbered(ground, q, before)
        or _of_paper(ground, q, before)
        or _neighbour(ground, q, before)
        or (_of_the_same_measure(ground, q, before) if q.asks <= _BARE else None)
    )


def _numbered(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Còn 4" after the third viewpoint, or after task 3 of a group: the one that bears that number there."""
    at, (place, _, _) = number_alone(q), before.record.rpartition(".")
    passage = ground.passages.get(before.record)
    if not (at and place) or q.years or q.areas or before.facet == "list":
        return None
    if passage and passage.kind not in NUMBERED:
        return None
    beside = f"{place}.{at}"
    return again(ground, q, before, beside) if beside in (ground.passages if passage else ground.tasks) else None


def _of_paper(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Còn cái 106" after a task that follows Decree 62: the one task that follows the paper of that number."""
    numbers = {w for w in q.words if w.isdigit()}
    bare = len(numbers) == 1 and OF_OTHERS.union(LINES, numbers).issuperset(q.words)
    if not bare or q.years or before.record not in ground.tasks:
        return None
    found = ground.papers.citing(numbers, tuple(ground.tasks))
    return again(ground, q, before, found[0]) if len(found) == 1 else None


def _neighbour(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Việc kế tiếp", "giải pháp trước đó": the one after or before the record, in its list or in the plan."""
    step = _step(ground, q)
    if not step or q.years or q.days or q.areas:
        return None
    passage = ground.passages.get(before.record)
    if before.record in before.listed:
        row: Sequence[str] = before.listed
    elif passage:
        row = [p.code for p in ground.of_kind(passage.kind)]
    else:
        row = [t.code for t in ground.plan.tasks]
    at = row.index(before.record) + step if before.record in row else -1
    return again(ground, q, before, row[at]) if 0 <= at < len(row) else None


def _step(ground: Ground, q: Question) -> int:
    """1 for the one after, -1 for the one before, 0 where neither is asked for."""
    kinds = {w for thing in q.things for said in ground.lexicon.things.get(thing, ()) for w in said}
    if NEIGHBOURS.isdisjoint(q.said) or not NEIGHBOURS.union(kinds).issuperset(q.hard):
        return 0
    if q.words in NEXT_ALONE:
        return 1
    q = replace(q, words=tuple(w for w in q.words if w not in RIGHT_BESIDE))
    for at, word in enumerate(q.words):
        after = q.words[at + 1 :]
        if at and word in NEIGHBOURS and (q.words[at - 1] in COUNTERS or q.words[at - 1] in kinds):
            if not NO_NEIGHBOUR.isdisjoint(after[:1]) or any(w.isdigit() for w in after):
                return 0
            said = q.words[at:]
            after_it, before_it = (any(said[: len(p)] == p for p in ways) for ways in (AFTER_IT, BEFORE_IT))
            return 1 if after_it else -int(before_it)
    return 0


def _of_the_same_measure(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Cung cấp dịch vụ công nữa" after the satisfaction with the service of the office: the satisfaction with that,
    at the same years."""
    target = ground.plan.target(before.record)
    if target is None or q.things - {"target"} or any(y not in ground.plan.horizons for y in q.years):
        return None
    told = [t for code in before.together if (t := ground.plan.target(code))]
    if not (said := _said(q)):
        return None
    own = {w for name in _names(ground, target) for w in name}
    named = [t for t in told if _alike(ground, said, own, t)]
    if not named:
        shares = {t.code: _alike(ground, said, own, t) for t in ground.plan.targets if t not in told}
        best = max(_ALIKE, *shares.values())
        named = [t for t in ground.plan.targets if shares.get(t.code, 0.0) >= best]
    several = len({_series(t) for t in told}) > 1
    if len({_series(t) for t in named}) != 1 or (named[0] in told and not several):
        return None
    years = set(q.years) or {t.horizon for t in told} or {target.horizon}
    found = tuple(t.code for t in named if t.horizon in years) or (() if q.years else tuple(t.code for t in named))
    return Answer("answer", "value", records=found, thing="target") if found else None


def _series(target: Target) -> str:
    return target.series or target.code


def _said(q: Question) -> list[frozenset[str]]:
    """What is said, in each of its wordings, but for the number of years."""
    years = {w for w, after in pairwise(q.words) if w.isdigit() and after in MILESTONES}
    wordings = (frozenset(map(str, hard(words))) - years - TO for words in (q.content, *q.variants))
    return [said for said in wordings if said]


def _names(ground: Ground, target: Target) -> list[set[str]]:
    return [set(map(str, ground.index.words(text))) for text in (target.metric, *target.names)]


def _alike(ground: Ground, wordings: Sequence[frozenset[str]], own: Collection[str], target: Target) -> float:
    """How much of a target's name, but for what is said, is of another's own words; 0 where not all that is said is of
    the name."""
    names = _names(ground, target)
    saying = [said for said in wordings if set().union(*names).issuperset(said)]
    rests = (name - said for name in names for said in saying if not name.isdisjoint(said))
    return max((len(rest.intersection(own)) / len(rest) for rest in rests if rest), default=0.0)
