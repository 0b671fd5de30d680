"""Words that an office adds for one plan: read from one line, and put into the lexicon and the names of units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from knowledge.lexicon.questions import Lexicon, Phrase, Spelt, phrase
from knowledge.lexicon.vocabulary import ASKING, MEANS, QUESTION_WORDS, REMOVE
from knowledge.model import Plan, Unit
from knowledge.patterns import seldom
from knowledge.postings import Soft
from knowledge.questions import Understanding
from knowledge.vietnamese import clean, fold

LONGEST = 80
"""Characters of either side."""
MOST_WORDS = 12
_SHORT_FORM = seldom(r"[^\W_]+")
_REMOVE = seldom(rf"(?:{'|'.join(REMOVE)})\s+(.+)")
_SIGNS = (seldom(r"\s*(?:=+>|->|→|=+)\s*"), seldom(rf"\s*:\s*|\s+(?:{'|'.join(MEANS)})\s+"))


class WordKind(StrEnum):
    """How a word is used: a short form (in questions and in the plan's text), another word for the plan's own, another
    name of a unit, another way to ask for a cell."""

    ABBREVIATION = "abbreviation"
    SYNONYM = "synonym"
    UNIT = "unit"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Word:
    """`said`: what people type; `meant`: what it stands for: words, a unit's code, or a key of QUESTION_WORDS."""

    kind: WordKind
    said: str
    meant: str


def read(typed: str, plan: Plan) -> Word | None:
    """The word in "TTHC = thủ tục hành chính"; None when the line is not of that form. What it is follows from the
    right side: a unit's name, a way to ask ("hỏi chủ trì"), or words; and from the left: one short form or a phrase."""
    line = clean(typed)
    aligned = _aligned(line)
    sign = next((found for form in _SIGNS if (found := form.search(aligned))), None)
    if sign is None:
        return None
    said, meant = line[: sign.start()].strip(" \"'“”"), line[sign.end() :].strip(" \"'“”.")
    if not (_fits(said) and _fits(meant)) or fold(said) == fold(meant) or "=" in meant:
        return None
    wanted = fold(meant)
    asked = wanted.removeprefix(ASKING)
    for ask, names in QUESTION_WORDS.items():
        if asked in {fold(name) for name in names}:
            return Word(WordKind.QUESTION, said, ask)
    unit = unit_called(meant, plan)
    if unit is not None:
        return Word(WordKind.UNIT, said, unit.code)
    return Word(WordKind.ABBREVIATION if _is_short_form(said) else WordKind.SYNONYM, said, meant)


def to_remove(typed: str) -> str:
    """The word in "xóa TTHC", "bỏ TTHC"; "" when the line says nothing of the kind."""
    line = clean(typed)
    found = _REMOVE.fullmatch(_aligned(line))
    return line[found.start(1) :].strip() if found else ""


def _aligned(line: str) -> str:
    """The line folded letter by letter, so that places in it are places in the line."""
    return "".join(fold(char)[:1] or " " for char in line)


def _fits(side: str) -> bool:
    words = phrase(side)
    long_enough = len("".join(words)) > 1 and any(c.isalpha() for c in side)
    return long_enough and len(side) <= LONGEST and len(words) <= MOST_WORDS


def unit_called(name: str, plan: Plan) -> Unit | None:
    """The unit, inside or outside of the agency, whose name or alias this is."""
    wanted = phrase(name)
    names = ((n, unit) for unit in plan.units for n in unit.called)
    return next((unit for n, unit in names if phrase(n) == wanted), None)


def _is_short_form(said: str) -> bool:
    """One token of capitals or of letters that make no syllable: "TTHC", "C06"; not "phép"."""
    if _SHORT_FORM.fullmatch(said) is None:
        return False
    return sum(c.isupper() for c in said) > 1 or any(c.isdigit() for c in said) or not re.search("[aeiouy]", fold(said))


def is_fixed(said: str, understanding: Understanding) -> bool:
    """Whether it is a code of the plan, or a word by which questions are understood ("ai", "chủ trì"): another meaning
    would make answers wrong."""
    q, lexicon = understanding.read(said), understanding.lexicon
    if q.codes or q.candidates or q.targets:
        return True
    spoken = phrase(said)
    groups = (*lexicon.asks.values(), *lexicon.things.values())
    return any(spoken in phrases for phrases in groups) or (len(spoken) == 1 and spoken[0] in lexicon.soft)


def extended(lexicon: Lexicon, words: Sequence[Word]) -> Lexicon:
    """The lexicon with an office's words; theirs go before its own."""
    abbreviations = {w.said.lower(): phrase(w.meant) for w in words if w.kind is WordKind.ABBREVIATION}
    synonyms: dict[Phrase, Phrase] = {phrase(w.said): phrase(w.meant) for w in words if w.kind is WordKind.SYNONYM}
    asks, spelt = dict(lexicon.asks), dict(lexicon.asks_spelt)
    for word in words:
        if word.kind is WordKind.QUESTION and word.meant in asks:
            said = phrase(word.said)
            asks[word.meant] = (said, *asks[word.meant])
            spelt[word.meant] = (Spelt.of(word.said), *spelt[word.meant])
            # The words ask and name nothing: in their place stand the plain ones, which weigh nothing.
            synonyms[said] = tuple(Soft(w) for w in phrase(QUESTION_WORDS[word.meant][0]))
    longest_first = dict(sorted(synonyms.items(), key=lambda pair: -len(pair[0])))
    return replace(
        lexicon,
        abbreviations={**lexicon.abbreviations, **abbreviations},
        synonyms=(*longest_first.items(), *(pair for pair in lexicon.synonyms if pair[0] not in longest_first)),
        firm=frozenset(longest_first),
        asks=asks,
        asks_spelt=spelt,
        texts=(*lexicon.texts, *(text for w in words for text in (w.said, w.meant))),
    )


def with_names(plan: Plan, words: Sequence[Word], lexicon: Lexicon) -> Plan:
    """The plan whose units answer to an office's names for them too, as typed and with short forms in full ("P.")."""
    named: dict[str, list[str]] = {}
    for word in words:
        if word.kind is WordKind.UNIT:
            in_full = " ".join(s for typed in phrase(word.said) for s in lexicon.chat.get(typed, ((typed,),))[0])
            named.setdefault(word.meant, []).extend((word.said, in_full))
    if not named:
        return plan
    units = (u.model_copy(update={"aliases": (*u.aliases, *named.get(u.code, ()))}) for u in plan.units)
    return plan.model_copy(update={"units": tuple(units)})
