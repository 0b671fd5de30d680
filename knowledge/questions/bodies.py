"""Other people's bodies and places: "Sở Y tế", "tỉnh Kon Tum" are not in a plan that never names them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.lexicon.bodies import LEVELS, NO_NAMES, NO_NAMES_SPELT, OF_NO_FIELD, SECTOR
from knowledge.lexicon.questions import Lexicon, Phrase
from knowledge.model import Plan
from knowledge.patterns import seldom
from knowledge.postings import Soft
from knowledge.questions.phrases import Heard
from knowledge.questions.question import Listed, Sought, find
from knowledge.search import Index
from knowledge.vietnamese import fold_message, fold_word

_LETTERS = re.compile(r"[^\W\d_]+")
_KEYED = seldom(r"[^\W\d_]\d")
""" "Sở Nội vu5": typed with digits for marks."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body named in a question. `known`: the plan's text has it; `own`: it is the one that issued the plan."""

    name: str
    known: bool
    own: bool


class Bodies:
    """The bodies and places that a plan names."""

    def __init__(self, plan: Plan, lexicon: Lexicon, index: Index, texts: Sequence[str]) -> None:
        self._lexicon = lexicon
        self._index = index
        self._heads_of: dict[str, list[Phrase]] = defaultdict(list)
        for head in sorted(lexicon.entity_heads, key=len, reverse=True):
            self._heads_of[head[0]].append(head)
        self._places_known = Listed(lexicon.places)
        self._printed: set[Phrase] = set()
        self._issuer = tuple(str(w) for w in index.words(plan.issuer))
        places, sectors = Sought(lexicon.places), Sought(lexicon.fields)
        for text in dict.fromkeys(texts):
            spoken = index.words(text)
            for at, heads in enumerate(map(self._heads_of.get, spoken)):
                for head in heads or ():
                    if at + len(head) < len(spoken) and spoken[at : at + len(head)] == head:
                        self._prints(spoken[at:], len(head))
            places.look(spoken)
            sectors.look(spoken)
        self._places, self._sectors = places.found, sectors.found

    def _prints(self, spoken: Phrase, head: int) -> None:
        """Keeps what follows a head of so many words."""
        for length in range(head + 1, head + 6):
            if (run := spoken[:length]) not in self._printed:
                self._printed.add(tuple(map(str, run)))

    def named(self, heard: Heard, used: set[int], typed: str) -> Body | None:
        """The body or place of a question that is not one of the plan's units, the foreign before the known."""
        words = heard.words
        as_typed = tuple(_LETTERS.findall(fold_message(typed)))
        for place in self._places_known.among((*words, *as_typed)):
            at = find(words, place)
            if at < 0 and find(as_typed, place) >= 0 and self._is_name(place, typed):
                return Body(" ".join(place), known=False, own=False)
            if at < 0 or place in self._places or not used.isdisjoint(range(at, at + len(place))):
                continue
            if self._goes_on(words, at, place, typed):
                continue
            if not self._in_print(words, at, place, typed) and self._sounds(place, typed):
                return Body(" ".join(place), known=False, own=False)
        heads = [at for at, word in enumerate(words[:-1]) if word in self._heads_of]
        found = [body for at in heads if (body := self._at(heard, at, used, typed))]
        return min(found, key=lambda b: (b.known, b.own)) if found else None

    def _sounds(self, place: Phrase, typed: str) -> bool:
        """Whether a place was typed as it is spelt, with capitals, or without marks: "hai phòng" is not Hải Phòng."""
        return typed.isascii() or _KEYED.search(typed) is not None or self._is_name(place, typed)

    def _is_name(self, place: Phrase, typed: str) -> bool:
        """Whether a place was typed as it is spelt, or with capitals where few words have one: "Đăk Lăk"."""
        if self._lexicon.place_names[place] in typed.lower():
            return True
        tokens = _LETTERS.findall(typed)
        if 2 * sum(w[0].isupper() for w in tokens) > len(tokens):
            return False
        runs = (tokens[at : at + len(place)] for at in range(len(tokens)))
        return any(
            all(w[0].isupper() for w in run) and tuple(fold_word(w.lower()) for w in run) == place for run in runs
        )

    def _goes_on(self, words: Sequence[str], at: int, place: Phrase, typed: str) -> bool:
        """Whether what was typed small is the end of one word and the beginning of another: "nâng cao bằng cách"."""
        around = tuple(words[max(0, at - 1) : at + len(place) + 1])
        beside = any(pair in self._index.pairs for pair in pairwise(around) if pair != tuple(place))
        return beside and self._lexicon.place_names[place] in typed and not typed.isascii()

    def _in_print(self, words: Sequence[str], at: int, place: Phrase, typed: str) -> bool:
        """Whether the syllables of a place are the plan's own words here (typed without tones)."""
        if not typed.isascii():
            return False
        around = tuple(words[max(0, at - 1) : at + len(place) + 1])
        return all(pair in self._index.pairs for pair in pairwise(around))

    def _at(self, heard: Heard, at: int, used: set[int], typed: str) -> Body | None:
        words = heard.words
        head = next((h for h in self._heads_of[words[at]] if tuple(words[at : at + len(h)]) == h), None)
        after = at + len(head) if head else 0
        if head is None or at in used or after in used or after >= len(words) or self._is_part(words, at):
            return None
        if at - 1 in used and head in LEVELS:
            return None  # "Văn phòng UBND tỉnh chậm nhất …" names no province Chậm.
        field = next((f for f in self._lexicon.fields if tuple(words[after : after + len(f)]) == f), ())
        name: Phrase = field
        if field and not (typed.isascii() or heard.loose or self._lexicon.entity_names[head] in typed.lower()):
            return None
        if field and (head in OF_NO_FIELD or self._as_verb(head, field, typed)):
            return None
        if head == SECTOR and field in self._sectors:
            return None
        if not field:
            if (
                isinstance(words[after], Soft)
                or not words[after].isalpha()
                or words[after] in NO_NAMES
                or heard.typed[after] in NO_NAMES_SPELT
                or head in self._lexicon.field_heads
            ):
                return None
            sounds = re.search(rf"\b{self._lexicon.entity_names[head]}\b", typed.lower()) is not None
            if (not sounds and not typed.isascii()) or tuple(words[after : after + 2]) in self._index.pairs:
                return None
            name = tuple(str(w) for w in words[after : after + 2] if not isinstance(w, Soft) and w.isalpha())
        whole = (*head, *name)
        own = len(name) > 0 and self._issuer[: len(whole)] == whole
        known = own or whole in self._printed or (not field and whole[:-1] in self._printed and len(name) > 1)
        return Body(" ".join(whole), known=known, own=own)

    def _as_verb(self, head: Phrase, field: Phrase, typed: str) -> bool:
        """Whether capitals show that no name is meant: "phòng nào của Sở xây dựng" asks who sets it up."""
        return any(
            one[0].isupper() and after.islower() and fold_word(one.lower()) == head[-1] and fold_word(after) == field[0]
            for one, after in pairwise(_LETTERS.findall(typed))
        )

    def _is_part(self, words: Sequence[str], at: int) -> bool:
        """Whether the head is a part of another word: "cán bộ", "cơ sở"."""
        return at > 0 and tuple(words[at - 1 : at + 1]) in self._lexicon.not_entities
