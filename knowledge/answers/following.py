"""Routes for small talk and for questions that lean on the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.answers import narrowed
from knowledge.answers.answer import Answer, Topic
from knowledge.answers.counting import is_share
from knowledge.answers.ground import TASK_FACETS, Ground, facet_of, list_of
from knowledge.answers.paths import between, comparison, on_path, reaching
from knowledge.lexicon.amounts import GROWTH, RISES, TO
from knowledge.lexicon.asking import APPROVES, APPROVING, OR, WHETHER, WHO
from knowledge.lexicon.cells import LEFT_OUT
from knowledge.lexicon.courtesies import PRAISE
from knowledge.lexicon.plan_parts import ANNEX
from knowledge.lexicon.pointing import (
    ALL_OF_IT,
    DOUBTFUL_WORDS,
    DOUBTING,
    DOUBTS,
    LINES,
    NOT_ALONE,
    OF_WHOLE_PLAN,
    OR_RATHER,
    OR_WHO,
    SENT,
)
from knowledge.lexicon.things import EACH, THIS_ONE
from knowledge.model import Target
from knowledge.occurrences import rule_of
from knowledge.questions import Question
from knowledge.questions.several import counts, lists
from knowledge.vietnamese import fold

_CELLS = frozenset({"lead", "cooperation", "product", "deadline", "value", "compare"})
_OF_THE_PLAN = frozenset({"task", "solution", "viewpoint", "area", "objective"})
"""What a record has none of: asked for or counted, the plan's are meant."""
_TOLD_ALONE = frozenset({"viewpoint", "objective"})
"""The same, where they are merely named."""
_OF_UNITS = frozenset({"lead", "cooperation"})
_NOTHING = Topic()
_SEVERAL = 2
FEW = 12
"""Words of a follow-up that narrows a list."""
OWN_WORDS = 2
"""So many words of the record before may stand in a question that leans on it."""
BETTER = 0.25
"""A record whose score is so much better is meant by a question of its own."""
NAMED, FAR, APART = 0.6, 0.15, 0.02
"""One of those that were offered is named by so much of the reply, where no record of the plan has a score so much
better, and no other of them one within so little."""
MOST_OFFERED = 6
"""Of so many of a list it is asked which is meant."""
SHORT = 5
"""A question of so few words that fits no record may be about the record before."""


def small_talk(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """Thanks and greetings."""
    if not q.has("thanks"):
        return None
    thanking = {word for thanks in ground.lexicon.asks["thanks"] for word in thanks}
    begins_or_ends = any(t in (q.words[: len(t)], q.words[-len(t) :]) for t in ground.lexicon.asks["thanks"])
    if PRAISE.issuperset(q.words):
        return Answer("chat")
    hard = [w for w in q.hard if w not in thanking and (ground.index.knows(w) or not begins_or_ends)]
    asks = q.asks - {"thanks", "list", "count", "again", "value"}
    if not (asks or hard or q.codes or q.years) and len(q.words) <= 6:
        return Answer("chat")
    return None


def follow_up(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """Questions that lean on the one before; None for a complete new one."""
    if before == _NOTHING:
        return None
    return next((found for step in _STEPS if (found := step(ground, q, before))), None)


def _other_one(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Còn cái kia": what was offered and not chosen."""
    of_list = before.listed if len(before.listed) > 1 else before.whole
    shown = of_list if before.record in of_list else before.candidates
    if not q.has("other") or before.record not in shown:
        return None
    left = tuple(code for code in shown if code != before.record)
    if len(left) > MOST_OFFERED:
        return None
    return again(ground, q, before, left[0]) if len(left) == 1 else Answer("clarify", facet_of(q), candidates=left)


def _one_offered(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """What was offered, named by some of its words."""
    named = before.candidates and q.hard and len(q.words) <= FEW and not q.units and not q.years
    chosen = _among(ground, q, before.candidates) if named else ""
    return again(ground, q, before, chosen) if chosen else None


def _one_listed(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Cái dữ liệu": one of those listed, named by some of its words; which, where several have them."""
    spoken_of = before.facet in ("list", "count") or before.record in before.listed
    named = q.words[0] in LINES and q.hard and len(q.words) <= FEW and not (q.units or q.years or lists(q) or counts(q))
    if not (named and spoken_of and len(before.listed) >= _SEVERAL) or before.thing not in ("task", "target"):
        return None
    having = [code for code in before.listed if ground.printed(code).issuperset(set(q.hard) - q.asking)]
    if not set(q.hard) - q.asking or not having or len(having) > MOST_OFFERED:
        return None
    chosen = having[0] if len(having) == 1 else _among(ground, q, having)
    return again(ground, q, before, chosen) if chosen else Answer("clarify", facet_of(q), candidates=tuple(having))


def _listed_again(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Kể ra": the list that was only counted."""
    showing = q.asking | {str(len(before.listed))} if q.has("show") and not q.ordinal else frozenset[str]()
    bare = not (set(q.hard) - showing or q.units or q.areas or q.groups or q.years or q.asks & _CELLS)
    one = len(before.listed) == 1 and before.record and not q.has("show", "count")
    if (
        before.listed
        and bare
        and not one
        and not q.says(*EACH)
        and not q.has("most", "least")
        and not (narrowed.widens(q) or q.says(*OF_WHOLE_PLAN))
        and (q.has("show") or before.facet in ("count", "list"))
        and not (before.thing == "task" and ground.task_selector.is_timed(q))  # "Việc nào làm hàng năm"
    ):
        return list_of(before.listed, before.thing or "task", before.filters)
    return None


def _unit_put_forward(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Có Bưu điện phối hợp không", "Bưu điện có phối hợp việc này không" after a task."""
    doubting = (fold(q.words[-1]) in DOUBTING or q.says(*DOUBTS, *OR_RATHER)) and len(q.units) == 1
    doubting = doubting and not q.has("again")
    whether = (
        q.units
        and (q.asks_whether or doubting or q.has("yes_no") or q.says(*OR_WHO))
        and ground.plan.task(before.record)
    )
    others = q.things - {"unit"} and not (q.things <= {"unit", "task"} and q.says(*THIS_ONE))
    weighty = {w for w in q.hard if fold(w) not in (DOUBTFUL_WORDS if doubting else DOUBTING)} - q.asking
    weighty -= {q.words[0]} if q.asks_whether and q.words[:1] == WHETHER[:1] else set()  # "co so" is no "cơ sở" here
    if not whether or weighty or q.areas or q.groups or q.years or others:
        return None
    if doubting and not q.has("lead", "cooperation"):
        facet = before.facet if before.facet in ("lead", "cooperation") else "lead"
        return again(ground, replace(q, asks=frozenset({"yes_no", facet})), before, before.record)
    asks = q.asks | {"yes_no"} if doubting else q.asks
    takes_part = replace(q, asks=asks if q.has("lead", "cooperation") else asks | {"cooperation"})
    return again(ground, takes_part, before, before.record)


def _named_in_text(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Có gửi Bưu điện tỉnh không" after those who receive the plan: the text that names them."""
    passage = ground.passages.get(before.record)
    if passage is None or len(q.units) != 1 or not q.asks_whether or q.things or set(q.hard) - q.asking - SENT:
        return None
    words = ground.printed(passage.code)
    named = any(words.issuperset(ground.index.words(name)) for name in (q.units[0].name, q.units[0].short))
    return Answer("answer", "section", records=(passage.code,), assumed=passage.code) if named else None


def _doubted(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Từ năm 2021 hả?", "chắc không, tôi nghe năm 2023": what was told, once more; of a task its deadline, where a
    year is put forward."""
    doubts = q.says(*DOUBTS) or fold(q.words[-1]) in DOUBTING - NOT_ALONE or _puts_two_values(q)
    other_cell = q.asks & _CELLS - {"deadline", before.facet}
    if not (doubts and before.record) or q.units or q.areas or q.groups or q.things or other_cell:
        return None
    if {fold(w) for w in q.hard if not w.isdigit()} - DOUBTFUL_WORDS - q.asking:
        return None
    of_time = q.years or q.has("deadline")
    facet = "deadline" if of_time and before.record in ground.tasks else before.facet
    years = tuple(y for y in q.years if y in ground.plan.horizons)
    return again(ground, replace(q, asks=frozenset({facet}), years=years), before, before.record)


def _puts_two_values(q: Question) -> bool:
    """ "50 hay 80": which of two values it was."""
    at = next((at for at, word in enumerate(q.words) if word in OR), 0)
    return 0 < at < len(q.words) - 1 and q.words[-1].isdigit() and any(w.isdigit() for w in q.words[:at])


def _number_of_listed(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Tất cả là bao nhiêu việc" after a list: of that list."""
    if not (before.listed and q.says(*ALL_OF_IT)) or q.units or q.areas or q.groups or q.years:
        return None
    if not q.things <= {before.thing} or set(q.hard) - q.asking:
        return None
    return replace(list_of(before.listed, before.thing or "task", before.filters), facet="count")


def _year_of_value(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Vậy 95 là của năm nào" after a target: the one of its series that has the value."""
    target = ground.plan.target(before.record)
    if (
        target is None
        or target.pace
        or not q.has("dated")
        or q.units
        or q.things
        or {w for w in q.hard if not w.isdigit()} - q.asking
    ):
        return None
    said = {*q.percents, *(float(w) for w in q.hard if w.isdigit())}
    series = [t for t in ground.plan.targets if t.code == target.code or (t.series and t.series == target.series)]
    found = [t for t in series if t.value in said]
    if len(said) != 1 or q.years:
        return None
    if not found:
        return Answer("none", "value", candidates=tuple(t.code for t in series))
    return Answer("answer", "value", records=tuple(t.code for t in found), assumed=found[0].code, thing="target")


def _awaited(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Chờ gì mới làm" after a task that has no day but waits for something."""
    task = ground.plan.task(before.record)
    waits = task is not None and rule_of(task, ground.plan.year).kind == "conditional"
    if not waits or not q.has("waiting") or not ground.printed(before.record).issuperset(q.hard):
        return None
    return again(ground, replace(q, asks=frozenset({"deadline"})), before, before.record)


def _of_the_same(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """What says nothing that is not of the record before."""
    if q.units and q.has("except") and before.record in ground.tasks and (q.asks & _OF_UNITS or WHO in q.words):
        cell = frozenset({before.facet} if before.facet in _OF_UNITS and not q.asks & _OF_UNITS else ())
        q = replace(q, units=(), asks=q.asks | cell)  # "Ngoài Bưu điện còn ai phối hợp"
    if q.units or q.areas or q.groups or not before.record or (q.hard and not _of_record(ground, q, before.record)):
        return None
    if before.record not in ground.tasks and _asks_what_it_has_not(ground, q, before.record):
        return None
    several = q.has("count", "show") or lists(q)  # and not "phòng nào chủ trì việc đó"
    if q.things & (_OF_THE_PLAN if several else _TOLD_ALONE):
        return None  # "Có bao nhiêu nhiệm vụ" after a task: all of the plan's are meant
    if "target" in q.things and counts(q):
        return None  # "Còn 2025 thì bao nhiêu chỉ tiêu" after a target
    if "target" in q.things and ground.plan.task(before.record) and (q.percents or lists(q)):
        return None  # "Chỉ tiêu nào từ 95% trở lên" after a task: a question of its own
    task = ground.plan.task(before.record)
    if "basis" in q.things and q.papers and not (task and any(ground.names_paper(task, kind) for kind in q.papers)):
        return None  # "Căn cứ luật nào" after a task that names no law
    return again(ground, q, before, before.record)


def _asks_what_it_has_not(ground: Ground, q: Question, code: str) -> bool:
    """Whether a cell that only tasks have is asked for after a target or running text, after text also a year or a
    part of the plan that it does not print: "2023 bao nhiêu", "phụ lục có mấy mục"."""
    if code not in ground.passages:
        return q.has("cooperation", "product") and not q.has("again", "lead")
    words = ground.printed(code)
    return q.says(ANNEX) or any(str(year) not in words for year in q.years)


_STEPS = (
    _other_one,
    narrowed.extreme_of_them,
    _one_offered,
    _one_listed,
    narrowed.added_up,
    _listed_again,
    narrowed.narrowed,
    _unit_put_forward,
    _named_in_text,
    _doubted,
    _number_of_listed,
    _year_of_value,
    _awaited,
    _of_the_same,
)


def _of_record(ground: Ground, q: Question, code: str) -> bool:
    """Whether the few words of a short question are general ones or the record's own ("giảm thêm bao nhiêu")."""
    weighty = [w for w in q.hard if w not in ground.lexicon.light and w not in TO and w not in q.asking]
    if q.says(*APPROVES) and code in ground.tasks and APPROVING.issuperset(q.hard):
        return True  # what it ends in tells it
    if q.has("except") and ground.printed(code).issuperset(q.hard) and LEFT_OUT.search(" ".join(ground.texts_of(code))):
        return True  # "Trừ hồ sơ gì"
    few = len(q.words) <= FEW and len(weighty) <= OWN_WORDS and len(q.hard) <= OWN_WORDS + 1
    if not few or not ground.printed(code).issuperset(weighty):
        return False
    printed = any(pair[1] in q.hard and pair in ground.index.pairs for pair in pairwise(q.words))  # "chữ ký số"
    asking = len(q.hard) == 1 and q.asking.issuperset(q.hard) and not printed
    said_light = asking or q.hard in ground.lexicon.light_phrases
    general = said_light and q.asks & _CELLS
    if TO.issuperset(q.hard) or general:
        return True  # "Áp dụng từ năm nào": of general words alone no record is named
    found = ground.index.search(q.variants, ("task", "target", "passage"))
    own = max((m.score for m in found if m.entry.code == code), default=0.0)
    return not found or found[0].score <= own + BETTER


def again(ground: Ground, q: Question, before: Topic, code: str) -> Answer:
    """The record before, asked about anew."""
    if target := ground.plan.target(code):
        return _target_again(ground, q, before, target)
    facet = facet_of(q)
    if facet == "record" and before.facet in TASK_FACETS and not q.has("about") and code != before.record:
        facet = before.facet
    if task := ground.tasks.get(code):
        return Answer("answer", facet, records=(code,), assumed=code, yes=ground.verdict(q, task))
    return Answer("answer", "section", records=(code,), assumed=code)


def _target_again(ground: Ground, q: Question, before: Topic, target: Target) -> Answer:
    """The target before at another year, at all of its years, or on its way."""
    code = target.code
    if q.counted and is_share(target) and not q.asks_share:
        return Answer("none", "value", candidates=(target.code,), facts={"only": "share"})  # "Thế là bao nhiêu người"
    horizons = [y for y in q.years if y in ground.plan.horizons]
    shown = [ground.plan.target(c) for c in (before.together if code in before.together else (code,))]
    series = list(dict.fromkeys(t.series for t in shown if t and t.series))
    others = sorted((t for t in ground.plan.targets if t.series in series), key=lambda t: series.index(t.series or ""))
    grows = _grows(ground, q, target, horizons)
    if (q.has("compare") and len(series) == 1) or grows:
        if growing := between(ground.plan, q, target):
            return replace(growing, assumed=code)
        own = [t for t in others if t.series == target.series]
        if len({t.horizon for t in own}) > 1:
            return replace(comparison(own), assumed=code)
    wanted = tuple(t.code for t in others if t.horizon in horizons)
    if horizons and not wanted:
        return Answer("none", "value", candidates=(code,))
    same = Answer("answer", "value", records=wanted or (code,), assumed=code, thing="target")
    if q.years and not horizons and target.pace:
        return on_path(ground.plan, target, q.years[0]) or same
    if q.years and not horizons and not any(str(year) in target.statement for year in q.years):
        return Answer("none", "value", candidates=tuple(t.code for t in others))
    reached = None if q.years else reaching(ground.plan, q, target)
    return replace(reached, assumed=code) if reached else same


def _grows(ground: Ground, q: Question, target: Target, horizons: Sequence[int]) -> bool:
    """ "Tăng bao nhiêu (đến 2030)": from one horizon to the next, where the target itself is no growth."""
    to_another = len(q.years) == len(horizons) == 1 and horizons[0] != target.horizon
    ways = GROWTH if not q.years else RISES if to_another else ()
    return any(q.says(said) and said[0] not in ground.printed(target.code) for said in ways)


def _among(ground: Ground, q: Question, candidates: Sequence[str]) -> str:
    """Which of the candidates a reply names, or ""."""
    every = ground.index.search(q.variants, ("task", "target", "passage"))
    among = [m for m in every if m.entry.code in candidates]
    if not among or among[0].coverage < NAMED or every[0].score > among[0].score + FAR:
        return ""
    return among[0].entry.code if len(among) == 1 or among[0].score > among[1].score + APART else ""


def leaning(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """A short question that fits no record is about the record before ("gửi về đâu?")."""
    record = ground.plan.task(before.record)
    hard = q.hard
    if record is None or q.foreign or len(q.words) > SHORT:
        return None
    text = set(ground.index.words(f"{record.title} {record.product} {record.deadline}"))
    if not text.issuperset(hard):
        return None
    return Answer("answer", "record", records=(record.code,), assumed=record.code)
