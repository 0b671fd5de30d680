"""Routes for what no plan says: years outside it, who somebody is, what is late today."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.choosing import FLOOR
from knowledge.answers.fitting import compared_with
from knowledge.answers.ground import Ground
from knowledge.answers.head import names_another_plan
from knowledge.lexicon import plan_parts as parts
from knowledge.questions import Question, find
from knowledge.texts import texts_of

OF_PAPER = 8
"""Words within which a paper is named before its year."""
TOLD, TOLD_AMONG = 0.6, 3
"""A year that no target is set for may stand in a record that explains so much of a question, among the first so
many."""


def beyond(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """What no plan of these years says: years outside it, who somebody is and where, how many pages a paper has."""
    plan = ground.plan
    spans = "-" in q.text or "–" in q.text
    if (
        spans
        and (span := parts.SPAN.search(q.text))
        and int(span[1]) > plan.starts
        and not _prints(ground, span[1], span[2])
    ):
        return ground.none(q)
    years = [y for y in q.years if not (_of_paper(q, y) or _as_printed(ground, q, y) or compared_with(q, y))]
    inside = range(plan.starts, max(plan.ends.year, plan.period_ends) + 1)
    outside = years and not q.documents and not any(y in inside or y in ground.years_of_targets for y in years)
    if outside and not _told_of(ground, q, years):
        return ground.none(q)
    if years and names_another_plan(ground, q) and not any(plan.starts <= y <= plan.period_ends for y in years):
        return ground.none(q)  # "kế hoạch chuyển đổi số năm 2027 của Sở"
    leaves = len(q.counted) == 1 and not parts.LEAVES.isdisjoint(q.counted)
    if q.says(parts.PLAN_OF) and _plan_of_another_body(ground, q):
        return ground.none(q)
    if q.says(*parts.HOLDS_POST, *parts.REPRIMANDED) or _asks_for_seat(q) or leaves:
        return ground.none(q)
    who = q.has("person") and not (q.says(*parts.WHO_IS) and parts.ROLES.isdisjoint(q.said))
    return ground.none(q) if who and not q.has("lead", "cooperation") else None


def _plan_of_another_body(ground: Ground, q: Question) -> bool:
    """ "Kế hoạch của Sở Y tế về …" in the plan of another, in which nothing near says what it has to do with it."""
    others = [u for u in q.units if u.outside and q.says((*parts.PLAN_OF, *map(str, ground.index.words(u.name))))]
    if not (others and q.hard) or q.has("lead", "cooperation", "product", "deadline"):
        return False
    near = [m for m in ground.index.search(q.variants, ("task", "target", "passage")) if m.coverage >= FLOOR]
    texts = {m.entry.code: m.entry.text or " ".join(ground.texts_of(m.entry.code)) for m in near}
    cells = {code: (*task.lead, *task.cooperating) for code in texts if (task := ground.tasks.get(code))}
    return not any(u.name in text or u.code in cells.get(code, ()) for u in others for code, text in texts.items())


def _told_of(ground: Ground, q: Question, years: Sequence[int]) -> bool:
    """Whether a record speaks of the years, and of most of what is asked: "xếp hạng Chỉ số … năm 2026"."""
    near = ground.index.search(q.variants, ("task", "target"))[:TOLD_AMONG]
    texts = [" ".join(ground.texts_of(m.entry.code)) for m in near if m.coverage >= TOLD]
    return any(all(f"{parts.YEAR_PRINTED} {year}" in text or f" {year}: " in text for year in years) for text in texts)


def _asks_for_seat(q: Question) -> bool:
    """Whether it is asked where a body is to be found: "trụ sở UBND tỉnh ở đâu"."""
    if q.words[-len(parts.WHERE) :] != parts.WHERE or q.has("mention", "money", "funding"):
        return False
    return any(q.words[: len(seat)] == seat for seat in parts.SEATS)


def _as_printed(ground: Ground, q: Question, year: int) -> bool:
    """Whether the plan prints a year after the same word: "sổ hộ tịch trước 1991"; "năm" is before any."""
    at = find(q.words, (str(year),))
    return at > 0 and q.words[at - 1] != parts.YEAR_WORD and tuple(q.words[at - 1 : at + 1]) in ground.index.pairs


def _prints(ground: Ground, first: str, last: str) -> bool:
    """Whether the plan speaks of a span of years."""
    span = re.compile(rf"{first}\s*[-–]\s*{last}")
    return any(span.search(text) for text in (ground.plan.title, *texts_of(ground.plan)))


def _of_paper(q: Question, year: int) -> bool:
    """Whether a year belongs to a law or a decree: "Luật … 2017"."""
    at = find(q.words, (str(year),))
    return at > 0 and not parts.OF_LAWS.isdisjoint(q.words[max(0, at - OF_PAPER) : at])
