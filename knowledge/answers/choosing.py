"""Which of the records that share words with a question is meant, and whether one is sure enough."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from operator import attrgetter
from typing import NamedTuple

from knowledge.answers.fitting import says_cell, strange_compounds
from knowledge.answers.ground import TASK_FACETS, Ground
from knowledge.answers.taking_part import related
from knowledge.lexicon.cells import WHO
from knowledge.model import Task
from knowledge.orthography import is_syllable
from knowledge.questions import Question
from knowledge.questions.several import counts, lists
from knowledge.search import Match

FLOOR = 0.5
"""A record that explains the question less well than this is not what was asked for (see docs/answers.md)."""
TOLD, MENTIONED = 0.84, 0.6
"""Running text has no name that could be said: it is shown from so much of the question on, and from less where it was
asked whether the plan speaks of something."""
MORE = 0.15
"""Running text that explains so much more of the question than the record before it is what was meant."""
LESS = 0.1
"""Where it is asked how or why, it may explain so much less: records of the annex do not say that."""
ALONE, NEXT = 0.75, 0.55
"""A record that explains so much, where the next explains so small a part of that, is meant, if the plan has all
the words: nothing else could be."""
LEAST, FAR = 0.42, 0.35
"""A task whose cell is asked for is meant from so sure on, where the next is so small a part of that."""
VALUED, BEHIND = 0.35, 0.6
"""The same of a target whose value is asked for, if no compound is said that it lacks."""
TOLD_ALONE = 0.78
"""The same of running text that explains so much, where the next is a part NEXT of that and the plan has all words."""
TOLD_CELL = 0.8
"""Running text that says who, or by when, is shown from so much of the question on."""
NAME = 3
"""Words of a name that, said in full, leaves no doubt."""
HEAD = 14
"""Words of a title that say what it is about; plans write whole paragraphs into it."""
_HEADS = 12
"""Titles of which the heads are compared, those of the records that fit best."""
IN_HEAD, BELOW = 0.9, 0.6
"""Of records that fit equally well the one is meant whose head has so much of the question, the others' so little."""


_score_of = attrgetter("score")


class Sought(NamedTuple):
    """What is looked for: `facet`: the cell that is asked for, or "record"; `value`: a number of it is; `horizons`:
    years named for which targets are set."""

    facet: str
    value: bool
    horizons: Collection[int]


def told_first(found: Sequence[Match], q: Question) -> list[Match]:
    """The matches, first a passage that explains far more than the best, or all where the best explains too little."""
    told = [m for m in found if m.entry.kind == "passage"]
    if not told or found[0] in told or (found[0].entry.kind == "target" and q.years):
        return list(found)
    best, most = found[0], max(told, key=lambda m: m.coverage)
    least = MENTIONED if q.has("mention") else TOLD
    more = -LESS if q.has("how", "kind") else MORE / 3 if q.has("mention") else MORE
    better = most.coverage >= least and (most.coverage >= best.coverage + more or best.sure < FLOOR)
    return _first(most, found) if better else list(found)


def saying_first(ground: Ground, found: Sequence[Match], facet: str, q: Question) -> list[Match]:
    """The matches without running text that does not say who, or by when; first that which does, where no task is
    sure and it explains more."""
    told = [m for m in found if m.entry.kind == "passage" and says_cell(ground, m, facet, q)]
    says = {m.entry.code for m in told}
    kept = [m for m in found if m.entry.kind != "passage" or m.entry.code in says] if q.has(facet) else list(found)
    first = next((m for m in told if m.coverage >= TOLD_CELL), None)
    if first is None or lists(q):
        return kept
    tasks = (m for m in kept if m.entry.kind == "task")
    return kept if any(m.sure >= FLOOR or m.coverage > first.coverage for m in tasks) else _first(first, kept)


def _first(match: Match, found: Sequence[Match]) -> list[Match]:
    return [match, *(m for m in found if m is not match)]


def enough(ground: Ground, found: Sequence[Match], sought: Sought, q: Question) -> bool:
    """Whether the best is meant though it is below the floor: running text, or a task like which there is none."""
    best = found[0]
    next_sure = max((m.sure for m in found[1:] if _rivals(ground, m, best)), default=0.0)
    if q.body:
        return False
    if best.entry.kind == "target":
        alone = best.sure >= VALUED and next_sure <= BEHIND * best.sure
        return sought.value and alone and not strange_compounds(ground, best, q)
    if sought.value:
        return False
    if best.entry.kind == "passage" and sought.facet in ("lead", "deadline"):
        return best.coverage >= TOLD_CELL and not lists(q)
    known = all(map(ground.index.knows, q.sought))
    if best.entry.kind == "passage" and sought.facet == "record":
        told = best.coverage >= (MENTIONED if q.has("mention") else TOLD)
        return told or (known and best.coverage >= TOLD_ALONE and next_sure <= NEXT * best.sure)
    if best.entry.kind == "task" and sought.facet in TASK_FACETS:
        if best.sure > next_sure and (fully_named(ground, best, q) or _alone_has_name(ground, best, q)):
            return not _names_strange(ground, q)
        if next_sure <= FAR * best.sure and best.sure >= LEAST:
            of_tasks = bool(q.units) or lists(q) or counts(q)
            return not (of_tasks or q.has("money", "funding") or _names_strange(ground, q))
    next_coverage = max((m.coverage for m in found[1:]), default=0.0)
    return known and best.coverage >= ALONE and next_coverage <= NEXT * best.coverage


def fully_named(ground: Ground, best: Match, q: Question) -> bool:
    """Whether a name of the record, of several words, is said in full."""
    return ground.index.is_named(best.entry, q.content, NAME)


def _alone_has_name(ground: Ground, best: Match, q: Question) -> bool:
    """Whether a name is said that is no Vietnamese word, and this record alone has it: "DRG"."""
    names = [w for w in q.sought if w.isalpha() and len(w) > 2 and not is_syllable(w) and ground.index.knows(w)]
    return any(ground.index.is_single(w) and ground.index.has_words(best.entry.code, (w,)) for w in names)


def _names_strange(ground: Ground, q: Question) -> bool:
    """Whether a name is said that is no Vietnamese word and not in the plan: "TikTok"."""
    return all(any(not is_syllable(w) and not ground.index.knows(w) for w in variant) for variant in q.variants)


def _rivals(ground: Ground, match: Match, best: Match) -> bool:
    """Whether a match could be meant instead of the best: another series' target, a task; not running text."""
    if match.entry.kind == "passage":
        return False
    one, other = ground.plan.target(best.entry.code), ground.plan.target(match.entry.code)
    return one is None or other is None or one.series is None or one.series != other.series


def share_said(ground: Ground, q: Question, codes: Sequence[str]) -> float:
    """The share 0–1 of the weight of all words of a question, soft ones too but for those that ask, that records
    say."""
    printed = frozenset().union(*map(ground.in_row, codes))
    shares = []
    for words in {q.content, *q.variants}:
        weights = [(w, ground.index.idf(w)) for w in words if w not in q.asking]
        whole = sum(weight for _, weight in weights)
        shares.append(sum(weight for w, weight in weights if w in printed) / whole if whole else 1.0)
    return max(shares)


def headed_task(ground: Ground, close: Sequence[Match], q: Question) -> str:
    """The one task of several that has the question in the head of its title, or ""."""
    weights = ground.weights(q)
    titles = {m.entry.code: ground.tasks[m.entry.code].title for m in close[:_HEADS]}
    heads = {code: ground.explained(" ".join(title.split()[:HEAD]), weights) for code, title in titles.items()}
    first, second, *_ = sorted(heads.values(), reverse=True)
    return max(heads, key=lambda code: heads[code]) if first >= IN_HEAD and second <= BELOW else ""


_LEANS = {
    "cell": {"task": 0.06, "target": -0.12, "passage": -0.18},
    "value": {"task": -0.04, "target": 0.08, "passage": -0.2},
    "record": {"task": 0.0, "target": 0.0, "passage": -0.12},
}
"""How well each kind of record suits what is asked for."""


def leaning_first(ground: Ground, found: Sequence[Match], sought: Sought, q: Question) -> list[Match]:
    """The matches, the best first when it counts, beside their words, how well each suits what is asked."""
    lean = dict(_LEANS["value" if sought.value else "cell" if sought.facet in TASK_FACETS else "record"])
    if "mention" in q.asks:
        lean = {kind: how_well + (0.18 if kind == "passage" else -0.02) for kind, how_well in lean.items()}
    lean["task"] += 0.03 * ("task" in q.things)
    of_duty = "duty" in q.asks and not q.units and sought.facet == "record"
    units = q.units if sought.facet in ("lead", "cooperation") else ()
    weighed = []
    for match in found:
        code, kind = match.entry.code, match.entry.kind
        score = match.score + lean[kind]
        if kind == "target":
            score += _leans_to_target(ground, code, sought, q) - 0.1 * of_duty
        elif kind == "passage":
            passage = ground.passages[code]
            score += 0.15 * (passage.kind in q.things)
            score += 0.2 * (of_duty and WHO.search(match.entry.text or passage.text) is not None)
        elif units and any(related(u, c, ground.plan) for u in units for c in _units_of(ground.tasks[code])):
            score += 0.02
        weighed.append(Match(match.entry, score, match.coverage, match.plain))
    return sorted(weighed, key=_score_of, reverse=True)


def _leans_to_target(ground: Ground, code: str, sought: Sought, q: Question) -> float:
    """How well a target suits the years and the value that are asked for."""
    target = ground.plan.target(code)
    if target is None:
        return 0.0
    horizon = 0.0 if not sought.horizons else 0.06 if target.horizon in sought.horizons else -0.25
    return horizon + (-0.1 if sought.value and target.value is None else 0.0) + 0.05 * ("target" in q.things)


def _units_of(task: Task) -> tuple[str, ...]:
    return (*task.lead, *task.cooperating)
