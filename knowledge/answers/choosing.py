"""Which of the records that share words with a question is meant, and whether one is sure enough."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answers.fitting import says_cell, strange_compounds
from knowledge.answers.ground import TASK_FACETS, Ground
from knowledge.answers.taking_part import related
from knowledge.lexicon.cells import WHO
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


def told_first(weighed: Sequence[tuple[float, Match]], q: Question) -> list[tuple[float, Match]]:
    """The matches, first a passage that explains far more than the best, or all where the best explains too little."""
    if not weighed:
        return []
    best = weighed[0][1]
    told = [pair for pair in weighed if pair[1].entry.kind == "passage"]
    if best.entry.kind == "passage" or not told or (best.entry.kind == "target" and q.years):
        return list(weighed)
    most = max(told, key=lambda pair: pair[1].coverage)
    least = MENTIONED if q.has("mention") else TOLD
    more = -LESS if q.has("how", "kind") else MORE / 3 if q.has("mention") else MORE
    better = most[1].coverage >= least and (most[1].coverage >= best.coverage + more or best.sure < FLOOR)
    return [most, *(pair for pair in weighed if pair is not most)] if better else list(weighed)


def saying_first(
    ground: Ground, weighed: Sequence[tuple[float, Match]], facet: str, q: Question
) -> list[tuple[float, Match]]:
    """The matches without running text that does not say who, or by when; first that which does, where no task is
    sure and it explains more."""
    says = {m.entry.code for _, m in weighed if m.entry.kind == "passage" and says_cell(ground, m, facet, q)}
    kept = [
        pair for pair in weighed if not q.has(facet) or pair[1].entry.kind != "passage" or pair[1].entry.code in says
    ]
    if lists(q):
        return kept
    told = [pair for pair in kept if pair[1].entry.code in says and pair[1].coverage >= TOLD_CELL]
    others = [m for _, m in kept if m.entry.kind == "task"]
    if not told or any(m.sure >= FLOOR or m.coverage > told[0][1].coverage for m in others):
        return kept
    return [told[0], *(pair for pair in kept if pair is not told[0])]


def enough(ground: Ground, weighed: Sequence[tuple[float, Match]], facet: str, value: bool, q: Question) -> bool:
    """Whether the best is meant though it is below the floor: running text, or a task like which there is none."""
    best = weighed[0][1]
    next_sure = max((m.sure for _, m in weighed[1:] if _rivals(ground, m, best)), default=0.0)
    if q.body:
        return False
    if value and best.entry.kind == "target":
        alone = best.sure >= VALUED and next_sure <= BEHIND * best.sure
        return alone and not strange_compounds(ground, best, q)
    if value or best.entry.kind == "target":
        return False
    of_cell = best.entry.kind == "task" and facet in TASK_FACETS
    if of_cell and best.sure > next_sure and (fully_named(ground, best, q) or _alone_has_name(ground, best, q)):
        return not _names_strange(ground, q)
    if of_cell and next_sure <= FAR * best.sure and best.sure >= LEAST:
        of_tasks = bool(q.units) or lists(q) or counts(q)
        return not (of_tasks or q.has("money", "funding") or _names_strange(ground, q))
    if best.entry.kind == "passage" and facet in ("lead", "deadline"):
        return best.coverage >= TOLD_CELL and not lists(q)
    if best.entry.kind == "passage" and facet == "record":
        if best.coverage >= (MENTIONED if q.has("mention") else TOLD):
            return True
        known = all(map(ground.index.knows, q.sought))
        return known and best.coverage >= TOLD_ALONE and next_sure <= NEXT * best.sure
    if not all(map(ground.index.knows, q.sought)):
        return False
    others = [m.coverage for _, m in weighed[1:]]
    return best.coverage >= ALONE and max(others, default=0.0) <= NEXT * best.coverage


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
    printed = {word for code in codes for word in _in_row(ground, code)}
    shares = []
    for words in (q.content, *q.variants):
        weights = [(w, ground.index.idf(w)) for w in words if w not in q.asking]
        whole = sum(weight for _, weight in weights)
        shares.append(sum(weight for w, weight in weights if w in printed) / whole if whole else 1.0)
    return max(shares)


def _in_row(ground: Ground, code: str) -> frozenset[str]:
    """The words of a record and of its cells."""
    task, target = ground.plan.task(code), ground.plan.target(code)
    cells: tuple[str, ...] = (task.lead_printed, task.cooperating_printed) if task else ()
    cells = (target.place, target.value_printed, str(target.horizon)) if target else cells
    return ground.printed(code).union(word for cell in cells for word in ground.index.words(cell))


def of_other_horizon(ground: Ground, best: Match, matches: Sequence[Match], horizons: set[int]) -> bool:
    """Whether what is asked for is set for another year only, and the target of this year explains far less."""
    of_years = {t.series for t in ground.plan.targets if t.horizon in horizons and t.series}
    better = [t for m in matches if m.coverage >= best.coverage + MORE and (t := ground.plan.target(m.entry.code))]
    return bool(better) and not any(t.horizon in horizons or t.series in of_years for t in better)


def headed_task(ground: Ground, close: Sequence[Match], q: Question) -> str:
    """The one task of several that has the question in the head of its title, or ""."""
    weights = ground.weights(q)
    titles = {m.entry.code: ground.tasks[m.entry.code].title for m in close[:_HEADS]}
    heads = {code: ground.explained(" ".join(title.split()[:HEAD]), weights) for code, title in titles.items()}
    first, second, *_ = sorted(heads.values(), reverse=True)
    return max(heads, key=lambda code: heads[code]) if first >= IN_HEAD and second <= BELOW else ""


def leans(ground: Ground, m: Match, facet: str, value: bool, horizons: set[int], q: Question) -> float:
    """How well the kind of record suits what is asked."""
    kind = m.entry.kind
    lean = {"task": 0.0, "target": 0.0, "passage": -0.12}[kind]
    if facet in TASK_FACETS and not value:
        lean += {"task": 0.06, "target": -0.12, "passage": -0.06}[kind]
    elif value:
        lean += {"task": -0.04, "target": 0.08, "passage": -0.08}[kind]
    if "task" in q.things and kind == "task":
        lean += 0.03
    if "target" in q.things and kind == "target":
        lean += 0.05
    target = ground.plan.target(m.entry.code) if kind == "target" else None
    if target is not None:
        if value and target.value is None:
            lean -= 0.1
        if horizons:
            lean += 0.06 if target.horizon in horizons else -0.25
    if q.has("mention"):
        lean += 0.18 if kind == "passage" else -0.02
    passage = ground.passages.get(m.entry.code)
    if passage is not None and passage.kind in q.things:
        lean += 0.15
    if q.has("duty") and not q.units and facet == "record":
        lean += 0.2 if passage is not None and WHO.search(m.entry.text or passage.text) else -0.1 * (kind == "target")
    if kind == "task" and q.units and facet in ("lead", "cooperation"):
        task = ground.tasks[m.entry.code]
        if any(related(u, c, ground.plan) for u in q.units for c in (*task.lead, *task.cooperating)):
            lean += 0.02
    return lean
