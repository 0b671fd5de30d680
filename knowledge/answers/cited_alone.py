"""What a paper says that the plan only cites: from when it is in force, what its articles say, how much it sets."""

from __future__ import annotations

from knowledge.answers.answer import Answer
from knowledge.answers.ground import Ground
from knowledge.lexicon import unsaid as said_for
from knowledge.lexicon.cells import NO_NUMBER
from knowledge.lexicon.counting import HOW_MANY
from knowledge.lexicon.papers import CITED
from knowledge.lexicon.questions import Phrase
from knowledge.lexicon.things import TASK_WORDS
from knowledge.postings import Soft
from knowledge.questions import Question, find
from knowledge.vietnamese import fold, fold_message


def cited_alone(ground: Ground, q: Question, found: Answer) -> bool:
    """Whether a question that names a paper asks what it says itself, and what was found does not say it."""
    if not q.documents and not any(kind in CITED for kind in q.papers):
        return False
    texts = [quotation.text for quotation in found.quotations]
    texts += [ground.texts_of(code)[0] for code in found.records if ground.is_record(code)]
    words = [ground.index.words(text) for text in texts]
    if any(q.says(said) and not any(find(spoken, said) >= 0 for spoken in words) for said in said_for.OF_EFFECT):
        return True
    if said_for.ARTICLE.search(" ".join(q.words)):
        return not any(said_for.ARTICLE.search(fold(text)) for text in texts)
    if not q.documents:
        return False
    if q.has("compare") and found.facet == "legal":
        return True
    if found.facet not in ("legal", "record", "value"):
        return False
    counted = [q.words[end] for end in _after_how_many(q)]
    asks_number = q.has("value", "money") or not said_for.OF_TIME.union(TASK_WORDS).issuperset(counted)
    if not asks_number or q.has("dated", "day", "about", "mention"):
        return False
    return not any(any(map(str.isdigit, NO_NUMBER.sub(" ", text))) for text in texts)


def things_counted(ground: Ground, q: Question) -> list[Phrase]:
    """The words that weigh right after "mấy", "bao nhiêu": of what it is asked how many there are."""
    plain = ground.lexicon.light | said_for.NO_COUNT
    things = [q.words[end] for end in _after_how_many(q)]
    return [(w,) for w in things if not isinstance(w, Soft) and w[0].isalpha() and w not in plain]


def _after_how_many(q: Question) -> list[int]:
    """The places right after "mấy", "bao nhiêu", where they were typed so."""
    typed = fold_message(q.text)
    marks = [(mark, at) for mark in HOW_MANY if (at := find(q.words, mark)) >= 0]
    ends = [(mark, at + len(mark)) for mark, at in marks if said_for.OF_TIME.isdisjoint(q.words[max(0, at - 1) : at])]
    return [end for mark, end in ends if end < len(q.words) and " ".join((*mark, q.words[end])) in typed]
