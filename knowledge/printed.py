"""The words of printed texts as they are searched: folded, abbreviations in full, those that weigh nothing marked."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain

from knowledge.lexicon.questions import Lexicon, Phrase
from knowledge.postings import Text, soft
from knowledge.vietnamese import fold_word

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
AND = re.compile(r"(?<=\b[^\W\d_])&(?=[^\W\d_]\b)")
"""The sign within a short form: "R&D" is one word."""
_TWO_DIGITS = 2
_TEXTS = 4096
"""Texts that are kept as read: all of a usual plan."""
_WORDS = 20_000
"""Words that are kept as read; they come again and again."""


class Printed:
    """Reads printed texts. `abbreviations`: short forms that are read in full."""

    def __init__(self, lexicon: Lexicon, abbreviations: Mapping[str, Phrase]) -> None:
        self._soft = lexicon.soft_printed
        self._abbreviations = abbreviations
        self._phrases: dict[str, dict[str, list[tuple[Phrase, bool]]]] = defaultdict(dict)  # by their first two words
        for phrases, are_soft in ((lexicon.hard_phrases, False), (lexicon.soft_phrases, True)):
            for phrase in sorted(phrases, key=lambda p: -len(p.spelt)):
                first, second, *_ = phrase.spelt
                if first not in abbreviations:
                    self._phrases[first].setdefault(second, []).append((phrase.spelt, are_soft))
        self._alone = lru_cache(_WORDS)(self._word_alone)
        self._apart = lru_cache(_WORDS)(self._word_apart)
        self.read = lru_cache(_TEXTS)(self._text)
        """The text of what is printed."""

    def _text(self, printed: str) -> Text:
        return Text.of(tuple(self._words(printed)))

    def _words(self, text: str) -> list[str]:
        tokens = tokens_of(text)
        alone = [*map(self._alone, tokens), ""]
        tokens.append("")
        found: list[str] = []
        at = 0
        while (depends := alone.index("", at)) < len(tokens) - 1:
            found += alone[at:depends]
            at = depends + 1
            if tokens[at] in self._phrases.get(tokens[depends], ()):
                at += self._read_phrase(tokens, depends, found)
            else:
                found += self._apart(tokens[depends])
        return found + alone[at:depends]

    def _read_phrase(self, tokens: Sequence[str], at: int, found: list[str]) -> int:
        """Reads the phrase that begins with a token, else that alone; tells how many more tokens that are."""
        for phrase, is_soft in self._phrases[tokens[at]][tokens[at + 1]]:
            if tuple(tokens[at : at + len(phrase)]) == phrase:
                for token in phrase:
                    found += self._abbreviations.get(token, (_word(token, is_soft=is_soft),))
                return len(phrase) - 1
        found += self._apart(tokens[at])
        return 0

    def _word_alone(self, token: str) -> str:
        """The word that a token is wherever it stands, outside of a phrase; "" where that depends on what follows."""
        if token in self._abbreviations or token in self._phrases:
            return ""
        return _word(token, is_soft=token in self._soft)

    def _word_apart(self, token: str) -> Phrase:
        """What a token is read as outside of a phrase."""
        return self._abbreviations.get(token) or (_word(token, is_soft=token in self._soft),)


def tokens_of(text: str) -> list[str]:
    """The words and numbers of a printed text in small letters."""
    return list(chain.from_iterable(map(_tokens, text.split())))


@lru_cache(_WORDS)
def _tokens(piece: str) -> list[str]:
    """Those of what stands between two spaces."""
    return _TOKEN.findall(AND.sub("", unicodedata.normalize("NFC", piece)).lower())


def plain_number(token: str) -> str:
    """A number of two digits as people type it: "05" is 5; anything else as it is."""
    return token[1] if len(token) == _TWO_DIGITS and token[0] == "0" and token.isdigit() else token


def _word(token: str, *, is_soft: bool) -> str:
    return soft(fold_word(token)) if is_soft else plain_number(fold_word(token))
