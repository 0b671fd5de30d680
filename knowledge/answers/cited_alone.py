"""What a paper says that the plan only cites: from when it is in force, what its articles say, how much it sets."""

from __future__ import annotations

from knowledge.answers.answer import Answer
from knowledge.answers.ground import Ground
from knowledge.lexicon import unsaid as said_for
from knowledge.lexicon.cells import NO_NUMBER
from knowledge.lexicon.counting import HOW_MANY
from knowledge.lexicon.papers import CITED
from knowledge.postings import Soft
from knowledge.questions import Question, find
from knowledge.vietnamese import fold_message


def cited_alone(ground: Ground, q: Question, found: Answer) -> bool:
    """Whether a question that names a paper asks what it says itself, and what was found does not say it."""
    if not q.documents and not any(kind in CITED for kind in q.papers):
        return False
    texts = [quotation.text for quotation in found.quotations]
    texts += [ground.texts_of(code)[0] for code in found.records if ground.is_record(code)]
    words = [ground.index.words(text) for text in texts]
    if any(q.says(said) and not any(find(spoken, said) >= 0 for spoken in words) for said in said_for.OF_EFFECT):
        return True
    if said_for.ARTICLE.search(fold_message(q.text)):
        return not any(said_for.ARTICLE.search(fold_message(text)) for text in texts)
    if not q.documents:
        return False
    if q.has("compare") and found.facet == "legal":
        return True
    asks_number = q.has("value", "money") or any(things_counted(ground, q))
    if not asks_number or "task" in q.things or q.has("dated", "day", "about", "mention"):
        return False
    return not any(any(map(str.isdigit, NO_NUMBER.sub(" ", text))) for text in texts)


def things_counted(ground: Ground, q: Question) -> list[str]:
    """The words that weigh right after "mấy", "bao nhiêu", as they were typed: of what it is asked how many there
    are."""
    typed, plain = fold_message(q.text), ground.lexicon.light | said_for.NO_COUNT
    marks = [(mark, at + len(mark)) for mark in HOW_MANY if (at := find(q.words, mark)) >= 0]
    things = [q.words[end] for mark, end in marks if end < len(q.words) and " ".join((*mark, q.words[end])) in typed]
    return [w for w in things if not isinstance(w, Soft) and w[0].isalpha() and w not in plain]
