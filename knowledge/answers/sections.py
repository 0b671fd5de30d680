"""Routes for the plan's running text: its parts by name, number and place, its aims, what it says of reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.ground import Ground, hard_beyond, list_of
from knowledge.answers.numbered_passages import named_steps, passages_at
from knowledge.answers.of_papers import bases_of_kind
from knowledge.lexicon import plan_parts as parts
from knowledge.lexicon import printed_places
from knowledge.lexicon.asking import WHO
from knowledge.lexicon.cells import DAY, OF_REPORTS, REPORTED, WHERE_TO
from knowledge.lexicon.lists import SECTION
from knowledge.model import Passage
from knowledge.postings import Soft
from knowledge.questions import Question
from knowledge.questions.several import counts, is_asked_for

_PASSAGES = ("solution", "viewpoint", "objective", "focus", "organization", "recipient", "content")
_CELLS = ("lead", "cooperation", "product", "deadline", "compare")
CLOSE = 0.06
""" "Nội dung" may mean any part: the one meant explains nearly as much of the question as any other."""


def reports(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Bao lâu báo cáo một lần, gửi về đâu": the clause on reports, in whatever part of the plan it stands."""
    if not q.says(parts.REPORT) or q.has("money", "overdue") or not (q.has("deadline") or q.says(*WHERE_TO)):
        return None
    if ground.of_task_before(q, before):
        return None
    rest = {w for w in q.hard if w not in OF_REPORTS and w not in q.asking and not w.isdigit()}
    title = set(pairwise(ground.index.words(ground.plan.title)))
    rest -= {*ground.lexicon.light, *parts.REPORTING, *(w for pair in pairwise(q.words) if pair in title for w in pair)}
    for match in ground.index.search(((*parts.REPORT, *q.variants[0]),), ("passage",)):
        code = match.entry.code
        clauses = ground.passages[code].text.split("\n")
        told = [c for c in clauses if REPORTED.search(c) and rest.issubset(ground.index.words(c))]
        told = [c for c in told if DAY.search(c) or not q.has("day")]
        if told:
            weights = ground.weights(q)
            clause = max(told, key=lambda text: ground.explained(text, weights))
            return Answer("answer", "section", records=(code,), score=match.sure, facts={"clause": clause})
    return None


def annex_title(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Phụ lục kèm theo tên là gì": the part of the text that names the annex, else the annex's own head."""
    if not (q.says(*parts.TITLE_ASKED) and q.says(*parts.ANNEX_CALLED)) or q.has("count", *_CELLS) or q.foreign:
        return None
    own = {*parts.OF_ANNEX_TITLE, *ground.index.words(ground.plan.title), *q.asking}
    if any(w not in own for w in q.hard):
        return None
    annexed = [p for p in ground.plan.passages if p.place.startswith(printed_places.ANNEX) and p.title]
    if q.annex:
        annexed = [p for p in annexed if p.place.startswith(f"{printed_places.ANNEX} {q.annex}")]
    named = [p for p in ground.of_kind("content") if printed_places.ANNEX in p.text]
    found = annexed or (named if not q.annex else [])
    return Answer("answer", "section", records=tuple(p.code for p in found)) if found else None


def passage_by_number(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Giải pháp thứ 4", "các quan điểm", "mục tiêu chung", "nơi nhận"."""
    kind = next((k for k in _PASSAGES if k in q.things), "")
    if not kind and q.has("deadline", "lead", "product"):
        return None
    of_kind = ground.of_kind(kind)
    if kind == "focus" and q.percents and "target" in q.things:
        return None  # "Chỉ tiêu 70% nằm ở nội dung nào"
    if not kind or not of_kind or (q.has("count") and kind in ("solution", "viewpoint") and not q.ordinal):
        return None
    if q.ordinal:
        at = q.ordinal if q.ordinal > 0 else len(of_kind)
        if at <= len(of_kind):
            return Answer("answer", "section", records=(of_kind[at - 1].code,), thing=kind)
        return Answer("none", "section")
    own = {*ground.index.words(ground.plan.title), *(w for p in ground.lexicon.things[kind] for w in p)}
    named = [w for w in q.hard if w not in own and w not in parts.COPY and not w.isdigit()]
    if named:
        if kind == "solution" and WHO in q.said:
            return None  # "Ai đề xuất giải pháp tháo gỡ vướng mắc": part of what is to be done.
        asked = {w for said in ground.lexicon.things[kind] for w in said} - {*named}
        variants = [tuple(Soft(w) if w in asked else w for w in variant) for variant in q.variants]
        told = ground.as_spelt(ground.index.search((*q.variants, *variants), ("passage",)), q)
        among = [m for m in told if ground.passages[m.entry.code].kind == kind]
        most = max((m.coverage for m in told), default=0.0)
        vague = kind == "focus" and not (q.says(*parts.FOCUS) and ground.lexicon.light.issuperset(named))
        if among and among[0].coverage >= (max(0.5, most - CLOSE) if vague else 0.5):
            return Answer("answer", "section", records=(among[0].entry.code,), thing=kind, score=among[0].sure)
        return None
    if q.foreign:
        return None
    if q.has("count") and kind == "organization":
        return _points(of_kind)
    return Answer("answer", "section", records=tuple(p.code for p in of_kind), thing=kind, count=len(of_kind))


def _points(passages: Sequence[Passage]) -> Answer:
    """How many points a section has, and which."""
    codes = tuple(p.code for p in passages)
    return Answer("answer", "count", codes, thing="part", count=len(codes))


def by_place(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Phần V của kế hoạch", "mục VI điểm 3": what is printed there, where nothing else is asked for."""
    if q.codes or q.candidates or q.has(*_CELLS) or q.things & {"task", "target", "solution"}:
        return None
    named = SECTION.search(q.text)
    if named is None:
        return _by_steps(ground, q) if parts.STEP.search(q.text) else None
    place = f"{printed_places.SECTION} {named['roman'].upper()}"
    found = [p for p in ground.plan.passages if re.match(rf"{place}(?:,|$)", p.place)]
    if named["point"]:
        found = [p for p in found if p.place == f"{place}, {printed_places.POINT} {named['point']}"]
    found = found or [p for p in ground.plan.passages if p.place.startswith(f"{place}.") and not named["point"]]
    said = ground.understanding.read(q.text.replace(named[0], " "))
    known = {*parts.OF_SECTION, *said.asking, *(w for p in found for w in ground.index.words(p.title))}
    if not found:
        return _by_steps(ground, q)
    if not known.issuperset(said.hard) or q.says(*parts.NO_SECTION):
        return None
    if q.has("count") and len(found) > 1:
        return _points(found)
    if all(p.code.startswith(f"{found[0].code}.") for p in found[1:]) and found[0].title:
        found = found[:1]  # which is told with the points under it
    return Answer("answer", "section", records=tuple(p.code for p in found))


def _by_steps(ground: Ground, q: Question) -> Answer | None:
    """A part by the steps to it: "mục 3.2.1", "phần thứ hai mục I", "điều 5 khoản 2"."""
    steps, rest = named_steps(q.text)
    found = passages_at(ground.plan.passages, steps) if steps else []
    said = ground.understanding.read(rest)
    known = {*parts.OF_SECTION, *said.asking, *(w for p in found for w in ground.index.words(p.title))}
    if not found or not known.issuperset(said.hard) or q.says(*parts.NO_SECTION):
        return None
    return Answer("answer", "section", records=tuple(p.code for p in found))


def objectives(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Mục tiêu cải cách thể chế": the area's objective; with a year, its targets. "Căn cứ pháp lý": the bases."""
    if "basis" in q.things and not hard_beyond(q, _of_bases(ground)):
        named = None if counts(q) else bases_of_kind(ground, [k for k in q.papers if is_asked_for(q, k)])
        return named or Answer("answer", "list", thing="basis", count=len(ground.plan.legal_bases))
    horizons = [y for y in q.years if y in ground.plan.horizons]
    aims = "area_objective" in q.things or (horizons and not q.has("value", "cooperation", "product"))
    if not aims or not q.areas or q.things & {"target", "task"} or q.has("count", "lead"):
        return None
    if [w for w in ground.beyond_areas(q) if w not in ground.lexicon.light]:
        return None
    codes = {a.code for a in q.areas}
    if horizons:
        targets = [t.code for t in ground.plan.targets if t.area in codes and t.horizon in horizons]
        return list_of(targets, "target", ground.target_selector.select(q).filters) if targets else None
    found = [p.code for p in ground.plan.passages if p.kind == "area_objective" and p.area in codes]
    return Answer("answer", "section", records=tuple(found[:1])) if found else None


def _of_bases(ground: Ground) -> tuple[str, ...]:
    """Words with which the papers a plan is based on are asked for, and those that it cites them with."""
    texts = (ground.plan.issuer, *(basis.text for basis in ground.plan.legal_bases))
    return (*parts.BASES, *(word for text in texts for word in ground.index.words(text)))
