"""Routes for comparisons: one target at two horizons, and two records beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.choosing import FLOOR
from knowledge.answers.figures import APART, MEAN, operation, together
from knowledge.answers.figures import compared as compared_figures
from knowledge.answers.ground import ONE_CELL, TASK_FACETS, Ground
from knowledge.answers.paths import comparison
from knowledge.answers.single import counts_in_a_target, single
from knowledge.lexicon import figures as said_for
from knowledge.lexicon.amounts import ADDED_UP
from knowledge.lexicon.asking import WHICH_ONE
from knowledge.lexicon.lists import AND, BETWEEN_TWO, COMPARED, DIFFER_IN, DIFFERENT, VERSUS, WHICH_FIRST, WITH
from knowledge.lexicon.plan_parts import YEAR_SAID
from knowledge.lexicon.questions import phrase
from knowledge.lexicon.since import CHANGE, NOW
from knowledge.model import Target
from knowledge.questions import Question
from knowledge.search import Match
from knowledge.vietnamese import fold_message, in_step, message_in_step

BETTER = 0.1
"""Two things that are joined are surer each than both as one."""
_NAME = 5
"""Words by which two things of one kind differ, at most, and one more."""
_TWO = 2
_PARTS = 4
"""Joints of a question between which figures are looked for, at most."""
CLEAR = 0.6
"""Each half of a comparison names its record so surely."""


def due_first(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Nghị quyết A và đề án B cái nào hạn trước": both, with their deadlines."""
    if WHICH_ONE not in q.said:
        return None
    text, folded = message_in_step(q.text)
    asked = WHICH_FIRST.fullmatch(folded)
    if asked is None:
        return None
    parts = (text[slice(*asked.span(name))] for name in ("one", "other"))
    asked_of = [replace(ground.understanding.read(part), asks=frozenset({"deadline"})) for part in parts]
    found = [single(ground, part, Topic()) for part in asked_of]
    if len(found[0].records) == 1 and not _is_task(ground, found[1]):
        for said in _with_head(text[slice(*asked.span("one"))], text[slice(*asked.span("other"))]):
            part = replace(ground.understanding.read(said), asks=frozenset({"deadline"}))
            again = single(ground, part, Topic())
            if _is_task(ground, again) and again.records != found[0].records:
                found[1] = again
                break
    codes = tuple(answer.records[0] for answer in found if len(answer.records) == 1)
    if len(set(codes)) < len(found) or not all(map(ground.plan.task, codes)):
        return None
    return Answer("answer", "deadline", records=codes, score=min(answer.score for answer in found))


def of_two(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "A và B khác nhau thế nào", "A với B ai chủ trì cái nào": both, where each half names one record."""
    asked = q.has("compare", "more", "each") or VERSUS.search(q.text) or differ(q)
    return _both(ground, q, 0.0) if asked and not q.foreign else None


def differ(q: Question) -> bool:
    """Whether it is asked in what two things differ: "A khác B ở điểm nào", "A khác gì B"."""
    if DIFFERENT not in q.said:
        return False
    return q.has("compare") or DIFFER_IN.search(fold_message(q.text)) is not None


def joined(ground: Ground, q: Question, whole: Answer) -> Answer | None:
    """ "Hạn của A và B": both, where each half names its record more surely than the `whole` question names one."""
    surely = whole.score + BETTER
    return _both(ground, q, surely) if surely <= 1.0 and _may_be_two(q) and not q.foreign else None


def _both(ground: Ground, q: Question, surely: float) -> Answer | None:
    """The two records that the halves of a question name, each with a score of `surely` at least."""
    text, folded = message_in_step(q.text)
    for first, last in _cuts(BETWEEN_TWO, text, folded):
        end = behind.start() if (behind := COMPARED.search(folded, last)) else len(text)
        if not all(ground.understanding.read(half).sought for half in (text[:first], text[last:end])):
            continue
        one = _half(ground, text[:first], q)
        if not one.records or one.score < surely:
            continue
        other = _half(ground, text[last:end], q)
        if _is_task(ground, one) and not _is_task(ground, other):
            said = _with_head(text[:first], text[last:end])
            halves = (_half(ground, whole, q) for whole in said)
            other = next((half for half in halves if _is_task(ground, half) and half.records != one.records), other)
        if not other.records or other.score < surely or not set(one.records).isdisjoint(other.records):
            continue
        codes = (*one.records, *other.records)
        if all(map(ground.plan.task, codes)) and len(codes) == 2:
            return ground.about_task(q, [ground.tasks[code] for code in codes], 1.0)
        if all(map(ground.plan.target, codes)):
            return Answer("answer", "value", records=codes, thing="target")
    return None


def _is_task(ground: Ground, answer: Answer) -> bool:
    return len(answer.records) == 1 and ground.plan.task(answer.records[0]) is not None


def _with_head(one: str, other: str) -> Iterator[str]:
    """The second of two with the words that only the first has, and both mean: "hội đồng cấp khoa với cấp bệnh viện" is
    also of a "hội đồng"; from the word on with which both go on, then in place of so many words."""
    words, more = one.split(), other.split()
    if not more:
        return
    same = [at for at, word in enumerate(words) if at and word == more[0]]
    for at in (*same[-1:], len(words) - len(more), *range(len(words) - 1, len(words) - _NAME, -1)):
        if 0 < at < len(words):
            yield " ".join((*words[:at], other))


def _may_be_two(q: Question) -> bool:
    """Whether a cell is asked of what "và" joins, which may be one record's title, or two; or of what "với" joins,
    where it does not ask with whom."""
    both = AND in q.said or (WITH in q.said and not q.has("cooperation", "compare"))
    return both and bool(q.asks & ONE_CELL) and not q.documents and not q.codes


def _half(ground: Ground, text: str, q: Question) -> Answer:
    """What half of a comparison names: one task, or a target at the horizons of the whole question; else no record."""
    part, nothing = ground.understanding.read(text), Answer("none")
    if not part.sought:
        return nothing
    found = single(ground, part, Topic())
    if found.kind != "answer" or found.score < CLEAR:
        return nothing
    horizons = [y for y in q.years if y in ground.plan.horizons]
    targets = [t for t in map(ground.plan.target, found.records) if t]
    if not targets:
        one = len(found.records) == 1 and found.facet in (*TASK_FACETS, "record")
        return found if one else nothing
    kept = [t for t in targets if t.horizon in horizons] or targets
    return replace(found, records=tuple(t.code for t in kept)) if len({t.series for t in targets}) == 1 else nothing


def compared(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """The same target at two horizons."""
    horizons = {y for y in q.years if y in ground.plan.horizons}
    if not (q.has("compare") or len(horizons) > 1) or q.has("lead") or NOW.search(" ".join(q.words)):
        return None  # how things stand now is none of its years
    if len(q.years) > 1 and q.says(*ADDED_UP):
        return ground.none(q)  # several values are no sum
    if q.has("product") and not (len(horizons) > 1 and counts_in_a_target(ground, q)):
        return None
    matches = ground.index.search(q.variants, ("target",))
    if not matches or matches[0].sure < FLOOR or q.foreign or not _series(ground, matches[0]):
        return None
    best = ground.plan.target(matches[0].entry.code)
    series = [t for t in ground.plan.targets if best and t.series == best.series and t.value is not None]
    if best and best.pace:
        return None
    named = [t for t in series if t.horizon in horizons]
    if named and len(q.years) > 1 and min(q.years) < ground.plan.starts:  # that year is no other of the series
        beside = any(str(min(q.years)) in (t.baseline or t.statement) for t in named)
        codes = tuple(t.code for t in named)
        return Answer("answer", "value", codes, thing="target", score=matches[0].sure) if beside else None
    series = named if len(named) > 1 else series
    return comparison(series, matches[0].sure) if len({t.horizon for t in series}) > 1 else None


def _series(ground: Ground, match: Match) -> bool:
    target = ground.plan.target(match.entry.code)
    return target is not None and target.series is not None


def figures(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "A cao hơn B bao nhiêu", "A với B cái nào cao hơn", "tổng của A và B": the targets that are named, with what
    lies between them, or their sum."""
    worked_out = "" if q.foreign or q.documents else operation(q)
    if not worked_out or ("task" in q.things and not (ground.costs and q.says(*said_for.MONEY_SAID))):
        return None
    text, folded = message_in_step(q.text)
    if worked_out == APART:
        found = _figures(ground, q, text, _after(said_for.BEFORE, folded))
        return compared_figures(found) if found else None
    start = _after(said_for.MEAN_BEFORE if worked_out == MEAN else said_for.SUM_BEFORE, folded)
    found = _figures(ground, q, text, start, several=True) if start or q.says(*said_for.TOGETHER) else []
    return together(found, worked_out) if found else None


def _after(opening: re.Pattern[str], text: str) -> int:
    """Where a text goes on behind what it opens with."""
    start = 0
    while found := opening.match(text, start):
        start = found.end()
    return start


def _figures(ground: Ground, q: Question, text: str, start: int, *, several: bool = False) -> list[Target]:
    """The targets that the parts of a question name, between what compares or joins them; none where one of the parts
    names none. `several`: there may be more than two."""
    folded = in_step(text)[1]
    end = behind.start() if (behind := said_for.BEHIND.search(folded, start)) else len(text)
    cuts = list(islice(_cuts(said_for.BETWEEN, text, folded, start, end), _PARTS))
    for chosen in [cuts, *([cut] for cut in cuts)] if several and len(cuts) > 1 else [[cut] for cut in cuts]:
        edges = [start, *chain.from_iterable(chosen), end]
        parts = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
        if not all(YEAR_SAID.sub(" ", part).strip() for part in parts):
            continue
        named = [_figure(ground, parts[0], q)]
        for part in parts[1:] if named[0] else ():
            named.append(next((found for said in _filled(parts[0], part) if (found := _figure(ground, said, q))), []))
        found = [target for each in named for target in each]
        if all(named) and len({t.series or t.code for t in found}) == len(parts):
            return found
    return []


def one_figure(ground: Ground, q: Question, years: Sequence[int]) -> tuple[list[Target], float]:
    """The target that a question names whole, at all of its years, and how sure it is; else by what is left without the
    words that ask how it changes."""
    found = single(ground, replace(q, years=tuple(years)), Topic())
    named = [t for t in map(ground.plan.target, found.records) if t and t.baseline] if found.kind == "answer" else []
    best = ground.plan.target(found.records[0]) if found.kind == "answer" and found.records else None
    if best and len({t.series or t.code for t in named}) > 1:  # of several, that which is asked for by its unit
        shares = [t for t in named if ("%" in t.unit) is q.asks_share]
        best = shares[0] if len({t.series or t.code for t in shares}) == 1 and q.has("count") else None
        if best is None:
            return [], 0.0
    if best is None:
        text, folded = message_in_step(q.text)
        kept, end = "", 0
        for change in CHANGE.finditer(folded):
            kept, end = f"{kept} {text[end : change.start()]}", change.end()
        named = _figure(ground, f"{kept} {text[end:]}", replace(q, years=()))
        best, found = (named[0] if named else None), replace(found, score=CLEAR)
    series = [t for t in ground.plan.targets if t is best or (best and best.series and t.series == best.series)]
    return sorted(series, key=lambda t: t.horizon), found.score


def _cuts(
    between: re.Pattern[str], text: str, folded: str, start: int = 0, end: int | None = None
) -> Iterator[tuple[int, int]]:
    """Where a text may be cut in two, by what stands between: "cộng", typed as it is spelt or followed by what tells
    it, and not "công"; "so với", but of "số với" the "với" alone."""
    for cut in between.finditer(folded, start, len(text) if end is None else end):
        said, typed = cut[0].split(), text[slice(*cut.span())].lower().split()
        if said[:1] == [said_for.ADDED] and typed[0] != said_for.ADDED_SPELT and said[-1] not in said_for.ADDED_SURELY:
            continue
        if said == list(said_for.BESIDE_OF) and (typed != said or text.isascii()):
            yield cut.start() + 1 + len(said[0]), cut.end()
        if typed == said or said != list(said_for.BESIDE_OF):
            yield cut.span()


def _filled(one: str, other: str) -> Iterator[str]:
    """The second of two, then with the words that only the first has: its end, or its beginning."""
    yield other
    words, more = one.split(), other.split()
    if len(words) > len(more):
        yield " ".join((*more, *words[len(more) :]))
    yield from _with_head(one, other)


def _figure(ground: Ground, text: str, q: Question) -> list[Target]:
    """The target, at the years of the whole question, that a part of it names; none where it names several things."""
    found = _half(ground, YEAR_SAID.sub(" ", text), q)
    targets = [t for t in map(ground.plan.target, found.records) if t]
    if not targets and ground.costs and q.says(*said_for.MONEY_SAID):
        opening = said_for.OF_MONEY.match(in_step(text)[1])
        task = _half(ground, in_step(text)[0][opening.end() :], q) if opening else found
        return [ground.costs[code] for code in task.records if code in ground.costs]
    if len({t.series or t.code for t in targets}) > 1:
        said = {str(w) for w in ground.understanding.words(text)}
        targets = [t for t in targets if any(said.issuperset(phrase(name)) for name in (t.metric, *t.names))]
    return targets if len({t.series or t.code for t in targets}) == 1 else []
