"""What a plan does not say though it has the words: why, what a word means, how many people, who signed a paper. What
stands beside the words is named, and not told as the answer."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from knowledge.answers.answer import Answer
from knowledge.answers.cited_alone import cited_alone, things_counted
from knowledge.answers.comparing import differ
from knowledge.answers.ground import NAMED, TASK_FACETS, Ground
from knowledge.lexicon import unsaid as said_for
from knowledge.lexicon.asking import WHICH_ONE
from knowledge.lexicon.cells import AMOUNT_OF_MONEY, NO_NUMBER
from knowledge.lexicon.numbers import PERCENT
from knowledge.lexicon.papers import CITED, LAW, NUMBERED_SO
from knowledge.lexicon.questions import Phrase
from knowledge.orthography import is_syllable
from knowledge.questions import Question, find

_BESIDE = 4
"""Words within which a number stands beside those whom it counts."""
_CALLED = 0.5
"""Share of a title's words that are said where it is asked what that is."""
_LISTED = frozenset({"list", "count"})
_OF_RECORDS = frozenset({*TASK_FACETS, "record", "value", "section", "legal"})
"""Facets of answers that tell what single records say."""
_OF_PAPERS = frozenset({"paper", "number_of_plan"})


def checked(ground: Ground, q: Question, found: Answer) -> Answer:
    """An answer; a refusal with the same records where the plan does not say what is asked of them."""
    if found.kind not in ("answer", "clarify") or not _is_unsaid(ground, q, found):
        return found
    near = tuple(code for code in (*found.records, *found.candidates) if ground.is_record(code))[:NAMED]
    return replace(ground.none(q), candidates=near)


def _is_unsaid(ground: Ground, q: Question, found: Answer) -> bool:
    if q.has("web", "contact") and found.facet in _LISTED:
        return True
    if _asks_why(q) and not any(kind in CITED for kind in q.papers):
        return ground.passages.keys().isdisjoint(found.records)  # running text alone gives reasons
    if cited_alone(ground, q, found) or _asks_how_to(q, found) or _counts_another_thing(ground, q, found):
        return True
    if q.has("money") and found.facet in TASK_FACETS and found.facet != "cost":
        texts = (text for code in found.records if ground.is_record(code) for text in ground.texts_of(code))
        return not any(map(AMOUNT_OF_MONEY.search, texts))
    if _asks_which_of_them(q, found) or _of_another_unit(ground, q, found):
        return True
    if not q.beside.isdisjoint(said_for.BEGINNINGS) and (unsaid := _in_such_words(ground, q, found)) is not None:
        return unsaid
    if found.facet == "record" and differ(q):
        return len(found.records) == 1
    return _asks_what_it_is(ground, q, found) or _lacks_paper(ground, q, found)


def _in_such_words(ground: Ground, q: Question, found: Answer) -> bool | None:
    """Whether the plan does not say what is asked in the words of the lexicon; None where none of them is said."""
    if q.says(*said_for.WHERE_DONE) or (q.says(*said_for.PHONE) and q.says(*NUMBERED_SO)):
        return True
    if q.says(*said_for.CONTRACT) and not any(q.says(one) and _prints(ground, one) for one in said_for.CONTRACT):
        return True
    if q.says(*said_for.HOW_MANY_PEOPLE):
        return not any(_counts_people(ground, code) for code in found.records if ground.is_record(code))
    if q.says(*said_for.SIGNS) and q.documents:
        return found.facet != "head"  # the plan itself says who signed it
    if q.says(*said_for.MEANS):
        return not _names_short_form(ground, q)
    return None


def _asks_why(q: Question) -> bool:
    begins, behind = said_for.WHY_AT_FIRST
    return q.says(*said_for.WHY) or (q.words[0] == begins and behind in q.said)


def _counts_another_thing(ground: Ground, q: Question, found: Answer) -> bool:
    """Whether it is asked how many there are of a thing of which no record found says anything: "học mấy buổi", or what
    score something got."""
    if not q.has("count") or found.facet not in _OF_RECORDS or q.has("dated", "day", "duration", "money"):
        return False
    if q.says(*said_for.POINTS) and found.facet == "section" and PERCENT[0] not in q.said:
        return True
    things = things_counted(ground, q)
    if things and found.facet == "record" and len(found.records) == 1 and found.records[0] in ground.tasks:
        return not any(map(str.isdigit, NO_NUMBER.sub(" ", ground.texts_of(found.records[0])[0])))
    return any(not _speaks_of(ground, found, thing) for thing in things)


def _asks_how_to(q: Question, found: Answer) -> bool:
    """Whether it is asked how something is done, step by step, and no running text was found."""
    at_first, anywhere = said_for.HOW_TO
    return (q.says(*anywhere) or q.begins(*at_first)) and found.facet in ("record", "value")


def _prints(ground: Ground, words: Phrase) -> bool:
    """Whether the plan has some words side by side."""
    return all(pair in ground.index.pairs for pair in pairwise(words))


def _asks_which_of_them(q: Question, found: Answer) -> bool:
    """Whether those are asked for by name that are only counted: "20% gồm những thủ tục nào"."""
    at = find(q.words, said_for.WHICH_OF_THEM)
    if at < 0 or q.words[-1] != WHICH_ONE or found.facet not in ("record", "value"):
        return False
    return not q.things and said_for.NO_ITEMS.isdisjoint(q.words[at:])


def _of_another_unit(ground: Ground, q: Question, found: Answer) -> bool:
    """Whether it is asked what a body outside sets itself, and no target found speaks of it."""
    outside = [name for unit in q.units if unit.outside for name in (unit.name, unit.short)]
    names = [tuple(map(str, ground.index.words(name))) for name in outside] if found.facet == "value" else []
    sets = [name for name in names if name[:1] == q.words[:1]] if not said_for.SETS.isdisjoint(q.said) else []
    return bool(sets) and not any(_speaks_of(ground, found, name) for name in sets)


def _speaks_of(ground: Ground, found: Answer, words: Phrase) -> bool:
    """Whether what was found has some words, its cells too, or what plans print for them."""
    rows = [ground.in_row(code) for code in found.records if ground.is_record(code)]
    rows += [frozenset(ground.index.words(quotation.text)) for quotation in found.quotations]
    ways = (words, *(printed for said, printed in ground.lexicon.synonyms if said[: len(words)] == words))
    return any(row.issuperset(way) for row in rows for way in ways)


def _names_short_form(ground: Ground, q: Question) -> bool:
    """Whether a short form is said, which the plan may give in full."""
    return any(not is_syllable(word) for word in ground.short_forms.intersection(q.said))


def _counts_people(ground: Ground, code: str) -> bool:
    """Whether a record has a number beside those who are counted."""
    words = [str(w) for text in ground.texts_of(code) for w in ground.index.words(text)]
    places = [at for at, word in enumerate(words) if word in said_for.PEOPLE]
    return any(w.isdigit() for at in places for w in words[max(0, at - _BESIDE) : at + _BESIDE])


def _asks_what_it_is(ground: Ground, q: Question, found: Answer) -> bool:
    """Whether it is asked what something is that a task only mentions: "định danh số là gì"."""
    if q.words[-2:] != said_for.IS_WHAT or found.facet != "record" or q.codes or q.things or len(found.records) != 1:
        return False
    task = ground.tasks.get(found.records[0])
    if task is None or _names_short_form(ground, q):
        return False
    named = [set(ground.index.words(name)) for name in (task.title, *task.names)]
    return not any(len(name.intersection(q.said)) >= _CALLED * len(name) for name in named)


def _lacks_paper(ground: Ground, q: Question, found: Answer) -> bool:
    """Whether the number of a paper is asked for, and what was found cites none of its kind."""
    kinds = [kind for kind in q.papers if kind in CITED]
    if not kinds or not _OF_PAPERS & q.asks or q.documents or not found.records:
        return False
    if found.facet not in ("record", "section"):
        return False
    texts = [text for code in found.records for text in ground.texts_of(code)]
    if set(kinds) == {LAW} and q.has("number_of_plan"):
        return not any(map(said_for.NUMBER_OF_LAW.search, texts))
    words = [[str(w) for w in ground.index.words(text)] for text in texts]
    return not any(find(spoken, kind) >= 0 for spoken in words for kind in kinds)
