"""The words of a question that may name a record, and the other ways to say them."""

from __future__ import annotations

from collections.abc import Sequence, Set

from knowledge.lexicon.plan_parts import PART_HEADS
from knowledge.lexicon.questions import Lexicon, Phrase
from knowledge.model import Area
from knowledge.patterns import seldom
from knowledge.postings import Soft, hard
from knowledge.questions.question import Listed, find
from knowledge.search import Index

Words = tuple[str, ...]
_MOST = 5
"""So many ways to say a question are looked for."""
_NO_WORD = seldom(r"%|(?:19|20)\d\d")
_CODE_WORD = seldom(r"%|[ivx]+|\d+(?:\.\d+)*")


class Wordings:
    """Finds the wordings of questions about one plan."""

    def __init__(self, lexicon: Lexicon, index: Index) -> None:
        self._index = index
        self._synonyms = lexicon.synonyms
        self._said = Listed(said for said, _ in lexicon.synonyms)
        self._firm = [(said, printed) for said, printed in lexicon.synonyms if said in lexicon.firm]
        self._firm_said = Listed(said for said, _ in self._firm)

    def content(self, words: Sequence[str], used: Set[int], *, coded: bool) -> Words:
        """Words that may name a record: without the names of units (`used`: their places), codes and years. `coded`: a
        record is named by its code or number."""
        shares = {i - 1 for i, w in enumerate(words) if w == "%" and i and words[i - 1].isdigit()}
        kept: list[str] = []
        for i, word in enumerate(words):
            if i not in used and i not in shares:
                if word.isalpha():
                    kept.append(word)
                else:
                    kept += _parts(word)
        form = _CODE_WORD if coded else _NO_WORD
        content = tuple([w for w in kept if (w.isalpha() and not coded) or not form.fullmatch(w)])
        for at in self._firm_said.places(content):
            content = _replaced(content, *self._firm[at])
        return content

    def variants(
        self,
        content: Words,
        words: Sequence[str],
        used: Set[int],
        kinds: Set[int],
        areas: Sequence[Area],
        *,
        coded: bool,
    ) -> tuple[Words, ...]:
        """The content as it may be looked for: as it is said, with what plans print in place of it, without the name of
        the part that is looked into. `content`: that of the words; `kinds`: places of words that say what sort of
        answer is looked for; other arguments as for `content`."""
        found = self._with_synonyms(content)
        if kinds:
            # First of those that change words, for "theo nguyên tắc nào" may weigh nothing.
            soft = tuple(Soft(w) if i in kinds else w for i, w in enumerate(words))
            more = (v for v in self._with_synonyms(self.content(soft, used, coded=coded)) if hard(v))
            found = tuple(dict.fromkeys((found[0], *more, *found[1:])))[:_MOST]
        if areas and words[0] in PART_HEADS:
            # "Phần công vụ nói gì về …"
            named = {w for a in areas for n in (a.title, *a.names) for w in self._index.words(n)}
            rest = tuple(w for w in found[0] if w not in named)
            found = (*found, rest) if hard(rest) else found
        return found

    def _with_synonyms(self, content: Words) -> tuple[Words, ...]:
        """The content with what plans print put in place of what people say: each alone, and all at once."""
        found: list[Words] = [content]
        together = content
        for at in self._said.places(content):
            said, printed = self._synonyms[at]
            alone = _replaced(content, said, printed)
            if alone != content:
                found.append(alone)
                together = _replaced(together, said, printed)
        if len(found) > 2:
            found.insert(1, together)
        return tuple(dict.fromkeys(found))[:_MOST]


def _parts(word: str) -> list[str]:
    """The word itself; of a number its groups of digits, as they are searched: "950.000"."""
    return word.replace(",", ".").split(".") if word[0].isdigit() and ("," in word or len(word) > 4) else [word]


def _replaced(words: Words, said: Phrase, printed: Phrase) -> Words:
    at = find(words, said)
    if at >= 0 and not hard(words[at : at + len(said)]):
        return words  # the "tiên" of "đầu tiên" is no "tiền"
    if at < 0 or find(words[max(0, at - len(printed)) : at + len(printed) + len(said)], printed) >= 0:
        return words
    return (*words[:at], *printed, *words[at + len(said) :])
