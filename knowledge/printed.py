"""The words of printed texts as they are searched: folded, abbreviations in full, those that weigh nothing marked."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from knowledge.lexicon.questions import Lexicon, Phrase
from knowledge.postings import Text, soft
from knowledge.vietnamese import fold_word

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
AND = re.compile(r"(?<=\b[^\W\d_])&(?=[^\W\d_]\b)")
"""The sign within a short form: "R&D" is one word."""
_TEXTS = 4096
"""Texts that are kept as read: all of a usual plan."""


class Printed:
    """Reads printed texts. `abbreviations`: short forms that are read in full."""

    def __init__(self, lexicon: Lexicon, abbreviations: Mapping[str, Phrase]) -> None:
        self._soft = lexicon.soft_printed
        self._abbreviations = abbreviations
        self._phrases: dict[str, list[tuple[tuple[str, ...], bool]]] = defaultdict(list)
        for phrases, are_soft in ((lexicon.hard_phrases, False), (lexicon.soft_phrases, True)):
            for phrase in sorted(phrases, key=lambda p: -len(p.spelt)):
                self._phrases[phrase.spelt[0]].append((phrase.spelt, are_soft))
        self._alone = lru_cache(20_000)(self._word_alone)
        self.read = lru_cache(_TEXTS)(self._text)
        """The text of what is printed."""

    def _text(self, printed: str) -> Text:
        return Text.of(tuple(self._words(printed)))

    def _words(self, text: str) -> list[str]:
        found: list[str] = []
        tokens = _TOKEN.findall(AND.sub("", unicodedata.normalize("NFC", text)).lower())
        until, as_phrase = 0, False
        for at, token in enumerate(tokens):
            if at >= until and (alone := self._alone(token)):
                found.append(alone)
                continue
            full = self._abbreviations.get(token)
            if full:
                found.extend(full)
                continue
            if at >= until:
                for phrase, soft_phrase in self._phrases.get(token, ()):
                    if tuple(tokens[at : at + len(phrase)]) == phrase:
                        until, as_phrase = at + len(phrase), soft_phrase
                        break
            found.append(_word(token, is_soft=as_phrase if at < until else token in self._soft))
        return found

    def _word_alone(self, token: str) -> str:
        """The word that a token is wherever it stands, outside of a phrase; "" where that depends on what follows."""
        if token in self._abbreviations or token in self._phrases:
            return ""
        return _word(token, is_soft=token in self._soft)


def _word(token: str, *, is_soft: bool) -> str:
    return soft(fold_word(token)) if is_soft else fold_word(token)
