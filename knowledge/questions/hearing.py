"""The words of a message: short forms in full, slips mended, told by their marks and neighbours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial

from knowledge.lexicon import hearing as said_for
from knowledge.lexicon.questions import Lexicon, Phrase, Spelt
from knowledge.orthography import is_syllable, tones
from knowledge.patterns import seldom
from knowledge.postings import Soft
from knowledge.postings import soft as soften
from knowledge.printed import AND, plain_number
from knowledge.questions.phrases import Heard, Phrases
from knowledge.questions.question import find
from knowledge.questions.spotting import has_number
from knowledge.repair import Read, Repair
from knowledge.search import Index
from knowledge.slips import slip
from knowledge.syllables import COMMON, Syllables
from knowledge.vietnamese import LETTERS, fold, fold_word

_SHORT_FORM = re.compile(r"(?<!\w)[A-Z]{2,6}(?!\w)")
_CAPITALS = 3
"""A message of which not one letter in so many is a capital uses them for short forms."""
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:\d+[^\W_]*)*|%")
_CODE = re.compile(r"([^\W\d_]+)(\d+)")
"""The code of a unit in its name: "Phòng PC07"."""
_JOINED = re.compile(rf"(?<=[^\W\d_])(?=(?:19|20)\d\d(?!\d))|(?<=[a-z{LETTERS}]{{2}})(?=[A-ZĐ]{{2}})")
"""Where a year, or a short form, was joined to the word before it: "năm2025", "cáchTTHC"."""
_LATEST = 32
"""Texts that are remembered as heard: a clause of a message is heard several times."""
_VOWELS = seldom(r"[\u0302\u0306\u031b]")


class Hearing:
    """Reads the words of messages about one plan. `names`: short names of units (tokens as typed) → their words."""

    def __init__(
        self,
        lexicon: Lexicon,
        syllables: Syllables,
        abbreviations: Mapping[str, Phrase],
        index: Index,
        names: Mapping[tuple[str, ...], Phrase],
    ) -> None:
        self._lexicon = lexicon
        self._known = syllables
        self._abbreviations = abbreviations
        self._index = index
        self._names = names
        self._longest = max((len(n) for n in names), default=0)
        self._named_first = frozenset(n[0] for n in names)
        tokens = {token for name in names.values() for token in name}
        codes = ((token, _CODE.fullmatch(token)) for token in tokens)
        self._codes = {token: tuple(map(plain_number, code.groups())) for token, code in codes if code}
        single = (*abbreviations, *(n[0] for n in names if len(n) == 1))
        self._short = frozenset(form for form in single if len(form) > 2)
        self._repair = Repair(syllables, lru_cache(4096)(self._full))
        rows = tuple(map(Spelt.of, said_for.ROWS))
        self._phrases = Phrases({"hard": lexicon.hard_phrases, "soft": lexicon.soft_phrases, "rows": rows}, syllables)
        self._marked = lru_cache(20_000)(self._by_itself)
        self.heard = lru_cache(_LATEST)(self._heard)
        """The words of a cleaned text, folded; those that weigh nothing are Soft."""

    def _full(self, token: str) -> tuple[Phrase, ...]:
        """What a short form may stand for; nothing when it is none."""
        for form in (token,) if "đ" in token else (token, fold(token)):
            if found := self._abbreviations.get(form):
                return (found,)
            if (several := self._lexicon.chat.get(form)) and (form == token or len(form) > 1):
                return several
        return ()

    def _heard(self, text: str) -> Heard:
        typed = said_for.WITH_I.sub(said_for.with_y, self._apart(text).lower())
        reads = self._repair.read(self._units_named(_TOKEN.findall(typed)), self._short_forms(text))
        if self._codes:
            reads = self._in_pieces(reads)
        plain = Heard(tuple(r.word for r in reads), tuple(r.typed for r in reads), self._loose(typed, reads))
        soft: set[int] = set()
        hard: set[int] = set()
        for name, at, length in self._phrases.found(plain):
            if name != "rows" or self._are_rows(plain, at, length):
                (hard if name == "hard" else soft).update(range(at, at + length))
        soft -= hard
        words = [
            soften(w) if at in soft else w if at in hard else self._marked(w, plain.typed[at], plain.loose)
            for at, w in enumerate(plain.words)
        ]
        sure = soft
        if self._is_marked(plain):
            sure = soft | self._as_printed(plain)
            for at in self._unmarked(words, plain, sure):
                words[at] = str(words[at])
        meant, spells = words.copy(), self._known.spells
        for at, (w, as_typed) in enumerate(zip(words, plain.typed, strict=True)):
            bare = not as_typed or as_typed == w
            if bare and isinstance(w, Soft) and at not in sure:
                meant[at] = self._firm_beside(words, at)
            elif not bare and not isinstance(w, Soft) and not spells(w, as_typed):
                meant[at] = self._as_other(words, as_typed, at)
        return Heard(tuple(meant), plain.typed, plain.loose)

    def _apart(self, text: str) -> str:
        """A text with signs and capitals that stand for words in words, and what was joined to words apart."""
        if "AI" in text and said_for.AI_WORDS in self._index.pairs and not text.isupper():
            text = said_for.AI.sub(said_for.AI_MEANT, text)
        if "~" in text:
            text = said_for.SHORT_PLURAL.sub(said_for.PLURAL, text)
        if not text.islower() or has_number(text):
            text = _JOINED.sub(" ", text)
        return AND.sub("", text) if "&" in text else text

    def _are_rows(self, heard: Heard, at: int, length: int) -> bool:
        """Whether a word for what is done stands for the plan's tasks: "hoạt động nào", "bao nhiêu hoạt động"."""
        words, end = heard.words, at + length
        after = words[end] if end < len(words) else ""
        if after in said_for.WHICH_OF:
            return True
        counted = any(tuple(words[max(0, at - len(said)) : at]) == said for said in said_for.COUNTING)
        if counted and any(find(words[:at], said) >= 0 for said in said_for.DEMANDED):
            return False
        if not counted and (at == 0 or words[at - 1] not in said_for.ALL_OF):
            return False
        return not after or after in said_for.OF_WHICH or (words[end - 1], after) not in self._known.pairs

    def _short_forms(self, text: str) -> frozenset[str]:
        """What was typed in capitals within a message that is not, in lower case; no syllable, and neither a short form
        that is known nor a slip of one."""
        typed = {low for found in _SHORT_FORM.findall(text) if not is_syllable(low := found.lower())}
        typed.difference_update(self._short)
        if not typed or _CAPITALS * sum(map(str.isupper, text)) > sum(map(str.isalpha, text)):
            return frozenset()
        return frozenset(low for low in typed if not any(map(partial(slip, low), self._short)))

    def _is_marked(self, heard: Heard) -> bool:
        """Whether a message has its marks wherever a word has some, so that "trong" is not "trọng"."""
        marked, spells = False, self._known.spells
        for word, typed in zip(heard.words, heard.typed, strict=True):
            if typed == word:
                if not spells(word, word):
                    return False
            elif typed:
                marked = True
        return marked

    def _as_printed(self, heard: Heard) -> set[int]:
        """The places of words that are soft as they are typed."""
        return {at for at, typed in enumerate(heard.typed) if typed in self._lexicon.soft_printed}

    def _unmarked(self, words: Sequence[str], heard: Heard, soft: set[int]) -> list[int]:
        """The places of words that would be soft with their marks and were typed without, in a message that has its
        marks: "thi tuyển" is not "thì tuyển"; before a number it is "nam 2022" with a slip."""
        after = (*words[1:], "")
        return [
            at
            for at, word in enumerate(words)
            if isinstance(word, Soft) and at not in soft and heard.typed[at] == word and not after[at][:1].isdigit()
        ]

    def _loose(self, typed: str, reads: Sequence[Read]) -> bool:
        """Whether a message typed with marks has known words, side by side, with one that nobody spells so."""
        if typed.isascii():
            return False
        known = self._known
        wrong = {
            at
            for at, (word, as_typed) in enumerate(reads)
            if as_typed and not known.spells(word, as_typed) and known.knows(word)
        }
        begins = {at + beside for at in wrong for beside in (-1, 0)}.intersection(range(len(reads) - 1))
        return any(known.pairs[reads[at].word, reads[at + 1].word] >= COMMON for at in begins)

    def words(self, text: str) -> list[str]:
        """The words of a cleaned text, folded."""
        return list(self.heard(text).words)

    def _units_named(self, tokens: list[str]) -> list[str]:
        """The tokens with the short names of units in full."""
        if self._named_first.isdisjoint(map(fold_word, tokens)):
            return tokens
        folded = [fold_word(t) for t in tokens]
        found: list[str] = []
        at = 0
        while at < len(tokens):
            longest = min(self._longest, len(tokens) - at) if folded[at] in self._named_first else 0
            for length in range(longest, 0, -1):
                name = self._names.get(tuple(folded[at : at + length]))
                if name:
                    found += name
                    at += length
                    break
            else:
                found.append(tokens[at])
                at += 1
        return found

    def _in_pieces(self, reads: Sequence[Read]) -> list[Read]:
        """The words with the codes in units' names, "PC07", as the plan is read: a word and a number."""
        whole = (self._codes.get(read.word, ()) for read in reads)
        return [one for read, code in zip(reads, whole, strict=True) for one in ([Read(p, p) for p in code] or [read])]

    def _by_itself(self, word: str, typed: str, loose: bool) -> str:
        """A word by itself: soft when it is a soft word as it was typed; "đất" is not "đạt"."""
        if word not in self._lexicon.soft:
            return word
        if not typed or typed == word or typed in self._lexicon.soft_printed:
            return Soft(word)
        if self._known.spells(word, typed):
            return word
        alike = [s for s in self._known.toned.get(word, ()) if _vowels(s) == _vowels(typed)]
        if not alike:
            return word if loose else typed
        return Soft(word) if any(s in self._lexicon.soft_printed for s in alike) else word

    def _firm_beside(self, words: Sequence[str], at: int) -> str:
        """A soft word typed without tones, which beside a neighbour of print is not soft: "phan cap" (phân cấp)."""
        word, (before, after) = words[at], _around(words, at)
        firm = self._index.is_firm((before, word), 1) or self._index.is_firm((word, after), 0)
        return str(word) if firm else word

    def _as_other(self, words: Sequence[str], typed: str, at: int) -> str:
        """A word typed with other tones than any known word of its letters: another word ("đất": not "đạt"), where its
        neighbours do not show that it was meant."""
        word, (before, after) = words[at], _around(words, at)
        beside = (before, word) in self._known.pairs or (word, after) in self._known.pairs
        return typed if self._known.knows(word) and self._is_another(word, typed, beside=beside) else word

    def _is_another(self, word: str, typed: str, *, beside: bool) -> bool:
        """Whether a syllable typed with marks is none of the known ones of these letters."""
        mark = tones(typed)
        spelt = [t for t in self._known.toned[word] if _vowels(t) == _vowels(typed)]
        if not spelt:
            return bool(_vowels(typed)) and not beside
        return bool(mark) and not beside


def _around(words: Sequence[str], at: int) -> tuple[str, str]:
    """The words before and after one, "" where there is none."""
    return words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""


@lru_cache(20_000)
def _vowels(typed: str) -> str:
    """The marks that make other vowels (â, ă, ơ, ư …), without the tones."""
    return "".join(_VOWELS.findall(unicodedata.normalize("NFD", typed)))
