"""Whether a record that has the words of a question can answer it: near misses are refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from knowledge.answers.counting import lacks_number
from knowledge.answers.ground import Ground
from knowledge.lexicon import asking
from knowledge.lexicon.amounts import COMPARED_WITH, HOW_LONG, RATIO
from knowledge.lexicon.asking import WHICH_ONE
from knowledge.lexicon.cells import DAY, LASTS, LEFT_OUT, NO_NUMBER, WHEN, WHO
from knowledge.lexicon.courtesies import OWN
from knowledge.lexicon.papers import CITED
from knowledge.lexicon.plan_parts import ISSUED, SHOWN_WHEN_NAMED, THIS_YEAR_SAID
from knowledge.lexicon.printed_places import OPENING
from knowledge.lexicon.questions import Phrase
from knowledge.postings import Soft
from knowledge.questions import Question, find
from knowledge.search import Match
from knowledge.texts import text_of

SURE = 0.85
"""A number that was not asked for as a percentage is taken from a record that explains so much of the question."""
AMOUNT = 0.3
"""The clause that has an amount says at least so much of what it is asked for."""
SAID = 0.7
"""The clause of running text that says who, or by when, says at least so much of what it is asked for."""
_YEAR_LENGTH = 4
_QUOTED = 3
"""So many soft words in a quotation make it one."""
_LONG = 6
"""Words of a quotation that is no chance."""
_NEAR = 4
"""Words within which people name their own place."""
_OF_THE_DAY = ("today", "contact", "web", "form")
"""What is asked of the day, or of an office, and not of its plan: keys of the lexicon."""
_CLAUSE = re.compile(r"[.;\n](?!\d)")


def _numbered(text: str) -> bool:
    """Whether a text names an amount."""
    return any(c.isdigit() for c in NO_NUMBER.sub(" ", text))


@lru_cache(4096)
def _saying(text: str, *, who: bool) -> tuple[str, ...]:
    """The clauses of running text that say who does it, or by when."""
    says = WHO if who else WHEN
    return tuple(piece for piece in _CLAUSE.split(text) if says.search(piece))


def fits(ground: Ground, best: Match, q: Question, *, value: bool) -> bool:
    """Whether the record speaks of whom and what is asked about, and has a value where one is asked for."""
    if _of_something_else(ground, best, q) or _of_another_body(ground, best, q) or _of_another_sort(ground, best, q):
        return False
    if q.has("duration") and q.says(*HOW_LONG) and not LASTS.search(" ".join(ground.texts_of(best.entry.code))):
        return False
    if value and q.has("now") and ground.standing and best.entry.code not in ground.standing:
        return False
    if q.has("whom") and of_other_people(ground, best, q):
        return False
    if _in_pieces(ground, best, q) or lacks_number(ground, best, q):
        return False
    if _of_a_kind(ground, best, q) or _of_another_number(ground, best, q) or _is_no_target(ground, best, q):
        return False
    return not value or (_has_value(ground, best, q) and not _of_what_is_left_out(ground, best, q))


def _in_pieces(ground: Ground, best: Match, q: Question) -> bool:
    """Whether a compound of the question is the record's in pieces only: "kiểm tra công vụ", where it speaks of a
    "dịch vụ công"."""
    printed, compounds = ground.printed(best.entry.code), ground.lexicon.compounds
    return all(
        any(
            pair in compounds
            and pair != ISSUED
            and printed.issuperset(pair)
            and not any(isinstance(word, Soft) for word in pair)
            and not _stands_in(ground, best, pair)
            for pair in pairwise(variant)
        )
        for variant in q.variants
    )


def of_other_people(ground: Ground, best: Match, q: Question) -> bool:
    """Whether it is asked to whom something is done of which the record does not speak: "lấy ý kiến ai"."""
    at = q.words.index(asking.WHO) if asking.WHO in q.said else 0
    while at and q.words[at - 1] in asking.TO_WHOM:
        at -= 1
    done = q.words[max(0, at - 2) : at]
    said = any(phrase[:-1] == done or phrase[:-2] == done for phrase in ground.lexicon.asks["whom"])
    return (
        len(done) > 1 and said and asking.SOME_OF.isdisjoint(done) and not _stands_in(ground, best, (done[0], done[1]))
    )


def _stands_in(ground: Ground, best: Match, pair: tuple[str, str]) -> bool:
    """Whether a compound stands in a record, also the other way round where that is a compound too: "việc làm từ xa" is
    "làm việc từ xa"."""
    orders = (pair, pair[::-1]) if pair[::-1] in ground.lexicon.compounds else (pair,)
    texts = (ground.index.words(text) for text in ground.texts_of(best.entry.code))
    return any(find(words, said) >= 0 for words in texts for said in orders)


def _of_a_kind(ground: Ground, best: Match, q: Question) -> bool:
    """Whether it is asked which of things that the record does not speak of: "của hãng nào"."""
    if best.entry.kind == "passage":
        return False
    any_ = ground.lexicon.any_kind
    asked = {w for w, after in pairwise(q.words) if after == WHICH_ONE and w in q.hard and w not in any_}
    return not ground.printed(best.entry.code).issuperset(asked)


def _of_another_sort(ground: Ground, best: Match, q: Question) -> bool:
    """Whether a target has a thing of the question, but of another sort, which the plan knows as well: "biên chế
    công chức", where it speaks of "biên chế sự nghiệp"."""
    if best.entry.kind != "target":
        return False
    printed, plain = ground.printed(best.entry.code), ground.lexicon.soft | ground.lexicon.light
    return all(
        any(
            thing in printed and sort not in printed and pair in ground.index.pairs
            for pair in pairwise(variant)
            for thing, sort in (pair,)
            if not isinstance(sort, Soft) and thing not in ground.lexicon.soft and sort not in plain
        )
        for variant in q.variants
    )


def _of_what_is_left_out(ground: Ground, best: Match, q: Question) -> bool:
    """Whether a target is asked about what it leaves out: "hồ sơ mật", where it says "không bao gồm …"."""
    target = ground.plan.target(best.entry.code)
    out = LEFT_OUT.findall(target.statement) if target else []
    if not out or q.has("except") or q.percents:
        return False
    kept = ground.index.words(f"{target.metric} {LEFT_OUT.sub(' ', target.statement)}") if target else ()
    return not {w for text in out for w in ground.index.words(text)}.difference(kept).isdisjoint(q.hard)


def _is_no_target(ground: Ground, best: Match, q: Question) -> bool:
    """Whether a target is asked about, "chỉ tiêu trường học hạnh phúc", or how many, and all that is found is running
    text, or a task, without any number."""
    if best.entry.kind == "target" or "target" not in q.things or q.has("mention", "about", "lead", "deadline"):
        return False
    task = ground.plan.task(best.entry.code)
    if task is not None:
        return q.has("count") and not _numbered(text_of(task))
    return not _numbered(ground.clause_asked(best.entry.code, q)[1])


def _of_another_number(ground: Ground, best: Match, q: Question) -> bool:
    """Whether a number is said of what the record has with other numbers: "mức độ 2", where it says "mức độ 3"."""
    if best.entry.kind != "target":
        return False
    printed = [str(w) for text in ground.texts_of(best.entry.code) for w in ground.index.words(text)]
    numbered = {before for before, after in pairwise(printed) if after.isdigit() and len(after) < _YEAR_LENGTH}
    said = [
        (before, number)
        for before, number in pairwise(q.words)
        if number.isdigit() and len(number) < _YEAR_LENGTH and before in numbered
    ]
    return any(number not in printed for _, number in said)


def with_quotes(ground: Ground, matches: list[Match], q: Question) -> list[Match]:
    """The matches, weighed by soft words as well where a question mostly quotes such, word for word: "không hoàn
    thành nhiệm vụ"."""
    runs = ground.verbatim.quoted(q.words)
    if not runs:
        return matches
    weights = {w: ground.index.idf(w) for w in q.sought}
    quoted = {}
    things = {at + i for _, at, length in q.named for i in range(length)}
    units = {w for u in q.units for w in ground.index.words(u.name)}
    asking = {at for at, w in enumerate(q.words) if w in q.asking or w in units} - things
    for record, places in runs:
        said = [str(w) for at in places - asking if (w := q.words[at]) not in weights]
        if len(said) >= _QUOTED:
            quoted[record] = {w: ground.index.idf(w) for w in said}
    more = {w: weight for words in quoted.values() for w, weight in words.items()}
    own, whole = sum(weights.values()), sum(weights.values()) + sum(more.values())
    if whole < 2 * own or not more:
        return matches
    found = {m.entry.code: m for m in matches}
    for record in quoted:
        entry = ground.index.entries[record]
        found.setdefault(entry.code, Match(entry, 0.0, 0.0, 0.0))
    by_code = {ground.index.entries[record].code: (record, sum(words.values())) for record, words in quoted.items()}
    weighed = []
    for code, m in found.items():
        record, got = by_code.get(code, (-1, 0.0))
        entry = ground.index.entries[record] if got else m.entry
        score, coverage, plain = ((part * own + got) / whole for part in (m.score, m.coverage, m.plain))
        weighed.append(Match(entry, score, coverage, plain))
    return sorted(weighed, key=lambda m: -m.score)


def quotes(ground: Ground, words: Phrase, q: Question) -> bool:
    """Whether words stand inside a long quotation and so ask nothing: "một việc chỉ do một tổ chức chủ trì"."""
    at = find(q.words, words)
    inside = set(range(at, at + len(words)))
    return at >= 0 and any(len(p) >= _LONG and inside <= p for _, p in ground.verbatim.quoted(q.words))


def compared_with(q: Question, year: int) -> bool:
    """Whether a year is one that others are compared with: "so với năm 2025", "so với số giao 2026"."""
    at = find(q.words, (str(year),))
    before = q.words[max(0, at - _NEAR) : at]
    return at > 0 and any(find(before, said) >= 0 for said in COMPARED_WITH)


def of_other_year(ground: Ground, q: Question, codes: Sequence[str]) -> bool:
    """Whether a value is asked for years that none of the targets speaks of."""
    found = [t for t in ground.plan.targets if t.code in codes]
    told = {y for t in found for y in (t.horizon, t.year)}
    text = " ".join(f"{t.metric} {t.statement} {t.baseline} {' '.join(t.notes)}" for t in found)
    years = [y for y in q.years if not compared_with(q, y)]
    asked = q.has("value") or "target" in q.things
    return bool(years) and asked and not any(y in told or str(y) in text for y in years)


def _of_something_else(ground: Ground, best: Match, q: Question) -> bool:
    """Whether a value is asked of a thing that the record has nothing of ("doanh nghiệp", where it speaks of
    people)."""
    if best.entry.kind != "target":
        return False
    return names_another(ground, best.entry.code, q)


def names_another(ground: Ground, code: str, q: Question) -> bool:
    """Whether a holder is named of whom a record says nothing."""
    named = [h for h in ground.lexicon.holders if q.says(h) and not _of_asker(h, q)]
    return any(_lacks(ground, code, h, q) and not _says_otherwise(ground, code, h) for h in named)


def _says_otherwise(ground: Ground, code: str, holder: Phrase) -> bool:
    """Whether a record has what plans print for a holder: "quốc tế" for "nước ngoài"."""
    return any(said == holder and ground.index.has_words(code, printed) for said, printed in ground.lexicon.synonyms)


def _of_asker(holder: Phrase, q: Question) -> bool:
    """ "Trường (công lập) chúng tôi …": who asks, not of whom it is asked."""
    after = find(q.words, holder) + len(holder)
    return any(find(q.words[after : after + _NEAR], own) >= 0 for own in OWN)


def _lacks(ground: Ground, code: str, holder: Phrase, q: Question) -> bool:
    if len(holder) > 1:
        return not all(ground.index.has_pair(code, pair) for pair in pairwise(holder))
    return holder[0] in q.hard and holder[0] not in ground.printed(code)


def strange_compounds(ground: Ground, best: Match, q: Question) -> bool:
    """Whether two words side by side that weigh, or another department's field, are not the record's."""
    printed = ground.printed(best.entry.code) | ground.lexicon.light
    runs = min(
        ([len(list(run)) for own, run in groupby(v, lambda w: isinstance(w, Soft) or w in printed) if not own]
         for v in q.variants),
        key=sum,
    )  # fmt: skip
    fields = [f for f in ground.lexicon.fields if q.says(f)]
    return max(runs, default=0) > 1 or any(_lacks(ground, best.entry.code, f, q) for f in fields)


def says_cell(ground: Ground, match: Match, facet: str, q: Question) -> bool:
    """Whether running text says who does it, or by when."""
    passage = ground.passages[match.entry.code]
    if passage.place == OPENING:
        return False
    said = _saying(match.entry.text or text_of(passage), who=facet == "lead")
    if facet == "deadline" and q.has("day"):
        said = tuple(piece for piece in said if DAY.search(piece))
    weights = ground.weights(q) if said else []
    return any(ground.explained(piece, weights) >= SAID for piece in said)


def _of_another_body(ground: Ground, best: Match, q: Question) -> bool:
    """Whether a body is named that is no unit of the plan, and the record does not speak of it."""
    if not q.body or not any(q.body.endswith(" ".join(field)) for field in ground.lexicon.fields):
        return False
    task, name = ground.plan.task(best.entry.code), tuple(q.body.split())
    cells = f" {task.lead_printed} {task.cooperating_printed}" if task else ""
    text = best.entry.text or text_of(task or ground.plan.target(best.entry.code) or ground.passages[best.entry.code])
    return find([str(w) for w in ground.index.words(text + cells)], name) < 0


def of_the_day(ground: Ground, q: Question) -> bool:
    """Whether today's life is asked about, or how things stand: a plan says neither, but of what it prints itself, and
    how things stood when its targets were set."""
    asked = [said for ask in _OF_THE_DAY if q.has(ask) for said in ground.lexicon.asks[ask] if q.says(said)]
    if q.has("lead", "cooperation", "product", "deadline"):
        asked = [said for said in asked if said != THIS_YEAR_SAID]  # the cell of work that comes every year
    blank = [asking.FORM] if q.words[:1] == asking.FORM else []
    if any(not _is_printed(ground, q, said) for said in (*asked, *blank)):
        return True
    now = q.has("now") and q.has("value", "count") and not q.has("lead", "cooperation", "product", "deadline")
    return now and not (ground.standing and q.has("value"))


def _is_printed(ground: Ground, q: Question, said: Phrase) -> bool:
    """Whether the plan prints a phrase of the question; of one word, with the word before or after it."""
    at = find(q.words, said)
    alone = len(said) == 1
    around = q.words[max(0, at - alone) : at + len(said) + alone]
    printed = [pair in ground.index.pairs for pair in pairwise(around)]
    return any(printed) if alone else all(printed)


def _has_value(ground: Ground, best: Match, q: Question) -> bool:
    """Whether the record could say how much; a percentage is looked for where "%" was typed."""
    task, target = ground.plan.task(best.entry.code), ground.plan.target(best.entry.code)
    if target is not None:
        printed = f"{target.value_printed} {target.statement.removeprefix(target.metric)}"
        in_words = not target.value_printed and _numbered(target.statement)
        return target.value is not None or _numbered(printed) or in_words or q.has("lead", "deadline")
    if q.has("lead", "cooperation", "product", "deadline"):
        return True
    text = best.entry.text if task is None else f"{task.title}\n{task.product}\n{task.deadline}"
    if not text:
        text = text_of(ground.passages[best.entry.code])
    share = q.asks_share or q.says(RATIO)
    if not share and best.coverage <= SURE:
        return False
    clauses = [c for c in _CLAUSE.split(text) if ("%" in c if share else _numbered(c))]
    weights = ground.weights(q)
    return any(ground.explained(c, weights) >= AMOUNT for c in clauses)


def only_asked_for(ground: Ground, match: Match, q: Question) -> bool:
    """Whether it is a part of the plan that says nothing of its matter, and is shown when it is named."""
    passage = ground.passages.get(match.entry.code)
    if passage is None or passage.kind not in SHOWN_WHEN_NAMED:
        return False
    return passage.kind not in q.things and not q.says(*SHOWN_WHEN_NAMED[passage.kind])


def citing(ground: Ground, matches: list[Match], q: Question) -> list[Match]:
    """Where a paper is asked for ("theo nghị định nào"), those that cite one of its type."""
    if not q.has("paper"):
        return matches
    cited = ground.papers.records([kind for kind in q.papers if kind in CITED])
    return [m for m in matches if m.entry.code in cited] or matches
