"""Courtesies around a question, and what people tell of themselves beside it: left out of its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from knowledge.lexicon.asking import INTERROGATIVE
from knowledge.lexicon.courtesies import (
    ADDRESS,
    AFTER_ENDING,
    ASKING,
    ENDING,
    FROM_WHERE,
    HELP,
    HOPING,
    ONESELF,
    ORDERS,
    OWN_UNIT,
    THANKS,
)
from knowledge.lexicon.questions import Lexicon
from knowledge.postings import Soft
from knowledge.questions.orders import beside_orders
from knowledge.questions.phrases import Heard, Phrases
from knowledge.questions.question import Listed, find
from knowledge.syllables import Syllables

_CLAUSE = re.compile(r"(?<!\d)[,:;!?.](?!\d)\s*")
_THANKS = Listed(THANKS)
_ASIDE = ADDRESS | ONESELF
"""A message with an aside has one of these words."""
_OPENING = 60
"""An opener stands within so many words of the beginning."""


class Courtesies:
    """Leaves courtesies out of messages about one plan. `hear`: the words of a cleaned text."""

    def __init__(self, lexicon: Lexicon, syllables: Syllables, hear: Callable[[str], Heard]) -> None:
        self._known = syllables
        self._hear = hear
        self._openers = Phrases({"opener": lexicon.openers}, syllables)
        self._closers = Phrases({"closer": lexicon.closers}, syllables)
        self._polite = Phrases({"polite": lexicon.polite}, syllables)

    def plain(self, heard: Heard) -> Heard:
        """The words without courtesies: what stands before an opener near the beginning, and after a closer."""
        heard = self._before_thanks(heard)
        heard = self._after_openers(heard)
        ends = [at for _, at, _ in self._closers.found(heard) if at > 2]
        heard = heard.part(0, min(ends)) if ends else heard
        dropped = {
            at + i
            for _, at, length in self._polite.found(heard)
            if (self._is_particle(heard, at) if length == 1 else not self._is_printed(heard.words, at, length))
            for i in range(length)
        }
        dropped.update(beside_orders(heard.words))
        return heard.without(dropped) if len(dropped) < len(heard.words) else heard

    def _after_openers(self, heard: Heard) -> Heard:
        """What stands after the last opener, and the order to list before it: "liệt kê giúp tôi mọi nhiệm vụ …"."""
        openers = self._openers.found(heard.part(0, _OPENING))
        opening = [
            (at, n)
            for _, at, n in openers
            if not ASKING.issuperset(heard.words[at + n :]) and not self._names_nothing(heard, at, at + n)
        ]
        if not opening:
            return heard
        at, length = max(opening, key=sum)
        order = max((o for o in ORDERS if heard.words[max(0, at - len(o)) : at] == o), key=len, default=())
        return heard.without({*range(at - len(order)), *range(at, at + length)})

    def _names_nothing(self, heard: Heard, at: int, end: int) -> bool:
        """Whether what is asked of stands before an opener, from a place to an end, and not after it: "nghe nói có việc
        duy trì nền tảng LGSP, không biết ai chủ trì"."""
        if heard.words[:2] in FROM_WHERE or not all(isinstance(w, Soft) for w in heard.words[end:]):
            return False
        return any(
            pair in self._known.pairs and not any(isinstance(w, Soft) for w in pair)
            for pair in pairwise(heard.words[:at])
        )

    def _before_thanks(self, heard: Heard) -> Heard:
        """What stands before "giúp em với", "cảm ơn", unless the question comes after."""
        words = heard.words
        at = min((at for closer in _THANKS.among(words) if (at := find(words, closer)) > 2), default=0)
        if not at:
            return heard
        after = any(words[at + begins] != HELP for _, begins, _ in self._openers.found(heard.part(at)))
        return heard if after else heard.part(0, at)

    def _is_printed(self, words: Sequence[str], at: int, length: int) -> bool:
        """Whether the plan prints a phrase of courtesy after the word before it: "pháp luật với mọi người"."""
        beside = pairwise(words[at - 1 : at + length]) if at else ()
        return at > 0 and all(pair in self._known.pairs for pair in beside)

    def _is_particle(self, heard: Heard, at: int) -> bool:
        """Whether a polite syllable is one: with its own marks, or last, and not "o nha" (ở nhà)."""
        if heard.typed[at] != heard.words[at] and heard.typed[at] not in ENDING:
            return bool(heard.typed[at]) or heard.words[at : at + 2] not in self._known.pairs
        last = AFTER_ENDING.issuperset(heard.words[at + 1 :])
        return last and (heard.words[at - 1], heard.words[at]) not in self._known.pairs

    def without_asides(self, typed: str, speaks: Callable[[Heard, str], bool], asks: Callable[[Heard], bool]) -> str:
        """The message without clauses of courtesy ("em mới về cơ quan nên chưa rõ"), and without what people tell
        of themselves after the question ("em tổng hợp báo cáo"); `speaks` tells which speak of the plan, `asks`
        which ask."""
        clauses = [c for c in _CLAUSE.split(typed) if c.strip()]
        if len(clauses) < 2 or _ASIDE.isdisjoint(self._hear(typed).words):
            return typed
        kept = [c for c in clauses if self._speaks(c, speaks)]
        while len(kept) > 1 and self._only_tells(kept[-1], asks) and any(asks(self._hear(c)) for c in kept[:-1]):
            kept.pop()
        return ", ".join(kept) if kept and len(kept) < len(clauses) else typed

    def _only_tells(self, clause: str, asks: Callable[[Heard], bool]) -> bool:
        """Whether a clause tells of oneself and asks nothing."""
        heard = self._hear(clause)
        if ONESELF.isdisjoint(heard.words[:2]):
            return False
        doing = INTERROGATIVE.isdisjoint(heard.words) and any(
            heard.words[at + 1 : at + 1 + len(order)] == order
            for at, word in enumerate(heard.words[:2])
            if word in ONESELF
            for order in ORDERS
        )
        return doing or not asks(heard)

    def _speaks(self, clause: str, speaks: Callable[[Heard, str], bool]) -> bool:
        heard = self._hear(clause)
        ends = [at + length for _, at, length in self._openers.found(heard) if at < len(heard.words) - length - 1]
        if ends and not HOPING.isdisjoint(heard.words[:2]):
            return speaks(heard.part(ends[0]), clause)  # "mong anh chị phản hồi sớm giúp em"
        if ends:
            return True
        asks_of_own = not INTERROGATIVE.isdisjoint(heard.words) and any(find(heard.words, own) >= 0 for own in OWN_UNIT)
        return ADDRESS.isdisjoint(heard.words[:2]) or asks_of_own or speaks(heard, clause)
