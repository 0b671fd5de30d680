"""Of what it is asked how many there are, where nothing is said of what becomes of it: no share is meant."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.lexicon.counting import BEINGS, DONE, EVERY_YEAR, HOW_MANY, NAMES, NOW, NUMBER, THERE_ARE
from knowledge.lexicon.questions import Phrase
from knowledge.postings import Soft
from knowledge.questions.phrases import Heard, Phrases
from knowledge.questions.question import find
from knowledge.syllables import Syllables


class Counted:
    """Finds what is counted in questions."""

    def __init__(self, syllables: Syllables) -> None:
        self._phrases = Phrases({"done": DONE, "name": NAMES}, syllables)

    def thing(self, heard: Heard) -> Phrase:
        """The words right after "bao nhiêu", "mấy", "số lượng" that name a thing, () where none is counted, or it is
        said what becomes of it: "bao nhiêu hồ sơ được xử lý"; what is so today, or comes every year, is counted."""
        words = heard.words
        begins = [at + len(mark) for mark in HOW_MANY if (at := find(words, mark)) >= 0]
        begins += [1] * (words[0] == NUMBER.folded[0] and heard.typed[0] in ("", *NUMBER.folded, *NUMBER.spelt))
        begin = next((at for at in begins if _run(words, at)), 0)
        if not begin or any(find(words, said) >= 0 for said in (*NOW, *EVERY_YEAR)):
            return _run(words, begin) if begin else ()
        found = list(self._phrases.found(heard))
        names = {at + i for name, at, length in found if name == "name" for i in range(length)}
        said = {at for name, at, _ in found if name == "done"} - names - {begin}
        return () if any(not _there_are(words, at) for at in said) else _run(words, begin)


def _there_are(words: Sequence[str], at: int) -> bool:
    """Whether "có" stands there, right before "bao nhiêu", "mấy"."""
    return words[at] == THERE_ARE and any(tuple(words[at + 1 : at + 1 + len(mark)]) == mark for mark in HOW_MANY)


def _run(words: Sequence[str], begin: int) -> Phrase:
    """The words that weigh from a place on."""
    end = begin
    while end < len(words) and (not isinstance(words[end], Soft) or words[end] in BEINGS) and words[end].isalpha():
        end += 1
    return tuple(str(w) for w in words[begin:end])
