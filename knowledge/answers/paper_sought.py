"""Route for papers that are asked for by who issued them and what they are about: "văn bản của Tỉnh ủy về … số mấy"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.ground import Ground
from knowledge.answers.papers import Citation
from knowledge.answers.single import single
from knowledge.lexicon.papers import (
    CITED,
    ISSUERS,
    ISSUING,
    LAW,
    NUMBERED_SO,
    OF_ISSUER,
    OF_OTHERS,
    PAPER,
    PAPER_NAMED,
    WHICH_PAPER,
)
from knowledge.lexicon.questions import Phrase, words_of
from knowledge.lexicon.taking_part import COOPERATES, LEADS
from knowledge.lexicon.unsaid import YEAR_OF_LAW
from knowledge.questions import Question, find
from knowledge.questions.several import is_asked_for

SAYS = 0.7
"""A clause that says so much of what a paper is about cites the one that is meant."""
_DATES = {"date_of_plan", "dated", "day", "deadline"}
NEAR = 0.05
"""Clauses within this of the best are quoted as well."""
QUOTED = 3
"""So many of them."""


def sought(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """The clauses that cite the paper of somebody about something; all papers of theirs where nothing is said of
    what they are about."""
    if not q.papers and PAPER[0] not in q.said:
        return None
    which = q.says(*WHICH_PAPER) or is_asked_for(q, PAPER)
    if not which and (dated := _dated(ground, q)):
        return dated
    of_day = q.has("date_of_plan") or q.has("day")
    if q.documents or q.codes or "basis" in q.things or not (which or of_day or q.says(*NUMBERED_SO)):
        return None
    issuer = _issuer(q.words)
    if not issuer or q.says(*LEADS, *COOPERATES) or q.foreign or (q.has("waiting") and "task" in q.things):
        return None  # "mấy việc chờ văn bản của Chính phủ": which tasks wait for it
    form, said, at = issuer
    kinds = [kind for kind in q.papers if kind in CITED and 0 <= find(q.words, kind) < at]
    if not kinds and find(q.words[:at], PAPER) < 0:
        return None
    found = [c for c in ground.papers.citations if form.search(c.name) and (not kinds or c.type in kinds)]
    own = {*q.asking, *words_of([said], kinds, WHICH_PAPER), *PAPER_NAMED, *ground.lexicon.light}
    words = {w: ground.index.idf(w) for w in q.hard if w not in own and not w.isdigit()}
    if not words and of_day:
        listed = [c for c in found if any(name.endswith(c.name) for name in before.papers)] or found
        return _all_of_them(listed, QUOTED)
    if not words:
        return _all_of_them(found) if which else None
    return _about(ground, found, words)


def _dated(ground: Ground, q: Question) -> Answer | None:
    """ "Nghị định về … ban hành ngày nào": the clauses that cite papers of the kind and say most of what it is about; a
    law has no number, and is shown with what names it. Not where the task that is meant results in such a paper."""
    kinds = [kind for kind in q.papers if kind in OF_OTHERS and q.words[: len(kind)] == kind]
    if not kinds or not q.has("date_of_plan") or q.documents or q.codes or q.foreign:
        return None
    whole = single(ground, replace(q, asks=q.asks - _DATES), Topic())
    made = (ground.index.words(ground.tasks[code].product) for code in whole.records[:1] if code in ground.tasks)
    if any(find(product, kind) >= 0 for product in made for kind in kinds):
        return None
    if kinds == [LAW]:
        texts = [text for code in whole.records if ground.is_record(code) for text in ground.texts_of(code)]
        return whole if any(map(YEAR_OF_LAW.search, texts)) and whole.facet != "value" else ground.none(q)
    own = {*q.asking, *words_of(kinds), *PAPER_NAMED, *ISSUING, *ground.lexicon.light}
    words = {w: ground.index.idf(w) for w in q.hard if w not in own and not w.isdigit()}
    return _about(ground, [c for c in ground.papers.citations if c.type in kinds], words) if words else None


def _all_of_them(found: Sequence[Citation], quoted: int = 1) -> Answer | None:
    """The papers cited; of so few as are to be `quoted` the shortest clause that cites each."""
    names = {c.number: c.name for c in reversed(found)}
    tally = tuple((name, 1) for name in reversed(names.values()))
    if 0 < len(tally) <= quoted:
        clauses = {number: [c.quotation for c in found if c.number == number] for number in names}
        shortest = (min(citing, key=lambda c: len(c.text)) for citing in clauses.values())
        return Answer("answer", "legal", quotations=tuple(dict.fromkeys(shortest)))
    return Answer("answer", "papers", tally=tally, count=len(tally)) if tally else None


def _issuer(words: Sequence[str]) -> tuple[re.Pattern[str], Phrase, int] | None:
    """How the numbers of their papers end, what they are called, and where, of who is said to have issued it."""
    for form, names in ISSUERS:
        for name in names:
            at = find(words, name)
            if at > 0 and words[at - 1] in OF_ISSUER:
                return form, name, at
    return None


def _about(ground: Ground, found: Sequence[Citation], words: dict[str, float]) -> Answer | None:
    """The clauses that cite them and say most of what they are about, where one says enough."""
    weights = [(words, sum(words.values()))]
    rated = sorted(
        {c.quotation.text: (ground.explained(c.quotation.text, weights), c.quotation) for c in found}.values(),
        key=lambda pair: (-pair[0], len(pair[1].text)),
    )
    if not rated or rated[0][0] < SAYS:
        return None
    best = rated[0][0]
    quoted = tuple(quotation for share, quotation in rated[:QUOTED] if share >= best - NEAR)
    records = tuple(dict.fromkeys(c.record for c in quoted if c.record and ground.plan.task(c.record)))
    return Answer("answer", "legal", quotations=quoted, records=records, score=best)
