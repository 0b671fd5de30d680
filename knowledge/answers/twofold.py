"""Routes for a message that asks twice: of two records, or how many there are and how many of them are such."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.choosing import FLOOR
from knowledge.answers.ground import ONE_CELL, TASK_FACETS, Ground
from knowledge.answers.lists import list_or_count
from knowledge.answers.selection import Selection
from knowledge.answers.single import single
from knowledge.lexicon.asking import INTERROGATIVE
from knowledge.lexicon.twofold import OF_THEM, SECOND, WITHIN
from knowledge.model import Target, Task
from knowledge.questions import Question
from knowledge.vietnamese import message_in_step

AMONG = "among"
"""The filter that tells of how many things those listed are some."""


def asked_twice(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "A giao cho ai, còn B giao ai": both records, where each half asks for a cell of its own."""
    if sum(w in INTERROGATIVE for w in q.words) < 2 or q.codes or q.foreign or q.has("compare", "within", "more"):
        return None
    text, folded = message_in_step(q.text)
    for cut in SECOND.finditer(folded):
        halves = [ground.understanding.read(half) for half in (text[: cut.start()], text[cut.end() :])]
        found = [_about_one(ground, half) for half in halves] if all(map(_asks, halves)) else []
        codes = tuple(code for answer in found for code in answer.records)
        if not codes or not all(answer.records for answer in found) or len(set(codes)) < len(codes):
            continue
        if all(map(ground.plan.target, codes)):
            return Answer("answer", "value", records=codes, thing="target")
        if all(map(ground.plan.task, codes)):
            facets = {answer.facet for answer in found}
            return Answer("answer", facets.pop() if len(facets) == 1 else "record", records=codes)
    return None


def _asks(half: Question) -> bool:
    """Whether half of a message asks for a cell of something that it names."""
    return bool(half.asks & ONE_CELL and half.sought) and "task" not in half.things and not half.asks_share


def _about_one(ground: Ground, half: Question) -> Answer:
    """What half of a message asks of one record; no record where it is about several."""
    found = single(ground, half, Topic())
    sure = found.kind == "answer" and found.score >= FLOOR and len(found.records) == 1
    return found if sure and found.facet in (*TASK_FACETS, "value") else Answer("none")


def some_of_them(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Văn phòng chủ trì bao nhiêu việc, trong đó bao nhiêu về thủ tục": those, and of how many they are some."""
    if not (q.has("count") and q.says(*WITHIN)):
        return None
    text, folded = message_in_step(q.text)
    cut = OF_THEM.search(folded, 1)
    if cut is None:
        return None
    head, tail = (ground.understanding.read(part) for part in (text[: cut.start()], text[cut.end() :]))
    whole = list_or_count(ground, head, Topic())
    if whole is None or not whole.records or whole.thing not in ("task", "target"):
        return None
    codes, filters = _narrowed(ground, head, tail, whole)
    if not filters:
        return None
    # Of targets the whole may be those with a value alone, and its parts all that are of an area.
    among = {AMONG: str(whole.count)} if set(whole.records).issuperset(codes) else {}
    told = {**whole.filters, **filters, **among}
    return replace(whole, facet="count", records=codes, count=len(codes), filters=told)


def _narrowed(
    ground: Ground, head: Question, tail: Question, whole: Answer
) -> tuple[tuple[str, ...], Mapping[str, str]]:
    """Those of a list that the rest of a message narrows it to, with the conditions; no condition where it says none,
    or what is not understood."""
    chosen: Selection[Target] | Selection[Task]
    if whole.thing == "target":
        chosen = ground.target_selector.select(replace(tail, years=tail.years or head.years))
    else:
        chosen = ground.task_selector.select(tail, whole.records)
    if tail.foreign or chosen.rest or sum(w in INTERROGATIVE for w in tail.words) > 1:
        return (), {}
    return tuple(record.code for record in chosen.records), chosen.filters
