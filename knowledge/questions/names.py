"""Words that a plan gives: the heads and short forms of its units' names, and what its own short forms stand for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from knowledge.lexicon.bodies import (
    AND,
    LEADING,
    NAME_HEADS,
    OFFICES,
    WHICH_ONE,
)
from knowledge.lexicon.questions import Lexicon, Phrase, Spelt, phrase
from knowledge.lexicon.short_forms import HEADS
from knowledge.model import Plan
from knowledge.orthography import is_syllable
from knowledge.questions.question import find
from knowledge.questions.unit_names import WordsOf
from knowledge.short_forms import explained, fits, headless
from knowledge.vietnamese import fold

_SYLLABLES = re.compile(r"[^\W_]+")
_CODE = re.compile(r"([^\W\d_]+)(\d+)")
_SHORT = re.compile(r"\(([A-ZĐ]{2,8})\)")
SHORTEST = 2
"""Initials of so many words may be anything's."""


def with_heads(asks: Mapping[str, tuple[Spelt, ...]], plan: Plan) -> dict[str, tuple[Spelt, ...]]:
    """The phrases that ask, and with them who leads by the kind of body that the plan's units are ("vụ nào"), and by
    what such a body does ("vụ nào tham mưu")."""
    names = (tuple(unit.name.split()) for unit in plan.units if not unit.collective)
    heads = {" ".join(name[: len(head)]).lower() for name in names for head in OFFICES if _begins(name, head)}
    known = (" ".join(said.spelt) for said in asks["lead"] if said.spelt[-1] == WHICH_ONE)
    which = dict.fromkeys((*known, *(f"{head} {WHICH_ONE}" for head in sorted(heads))))
    said = (f"{who} {does}".strip() for who in which for does in ("", *LEADING))
    return {**asks, "lead": tuple(dict.fromkeys((*asks["lead"], *map(Spelt.of, said))))}


def _begins(name: Sequence[str], head: Phrase) -> bool:
    return tuple(fold(word) for word in name[: len(head)]) == head


def short_names(plan: Plan, words_of: WordsOf, taken_forms: Collection[str]) -> dict[tuple[str, ...], Phrase]:
    """Names of units that are no plain syllables, as typed ("TC-CB", "P. TCCB") → the full name as it is spelt."""
    found: dict[tuple[str, ...], Phrase] = {}
    taken: dict[tuple[str, ...], set[Phrase]] = {}
    for unit in plan.units:
        full = tuple(words_of(unit.name))
        for name in (unit.short, *unit.aliases, unit.code):
            tokens = tuple(_SYLLABLES.findall(fold(name)))
            if tokens and not all(is_syllable(t) for t in tokens):
                for written in _as_coded(tokens):
                    found.setdefault(written, full)
        parts = tuple("".join(w[0] for w in part) for part in _parts_of(full[1:]))
        if full[0] in NAME_HEADS and len(parts) > 1 and not any(is_syllable(part) for part in parts):
            found.setdefault(parts, full)
            found.setdefault((full[0], *parts), full)
        for tokens in _as_initials(unit.name, full):
            taken.setdefault(tokens, set()).add(full)
    for tokens, names in taken.items():
        if len(names) == 1 and not (len(tokens) == 1 and tokens[0] in taken_forms):
            found.setdefault(tokens, *names)
    spelt = {tuple(words_of(unit.name)): tuple(_SYLLABLES.findall(unit.name.lower())) for unit in plan.units}
    return {tokens: spelt[full] for tokens, full in found.items()}


def _as_coded(tokens: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A short name as typed, and where a code ends it, "PX03", that without its noughts or in two words."""
    yield tokens
    if (code := _CODE.fullmatch(tokens[-1])) and not is_syllable(code[1]):
        yield (*tokens[:-1], f"{code[1]}{int(code[2])}")
        yield (*tokens[:-1], code[1], code[2])


def _as_initials(name: str, full: Phrase) -> Iterator[tuple[str, ...]]:
    """A name by its initials as it may be typed: "khtc", after its head also of two words ("khoa kb"), with the head
    short ("tt ksbt")."""
    head = len(fold(name.removesuffix(headless(name))).split())
    rest = full[head:] if head else full[1:] if full[0] in NAME_HEADS else ()
    for words in (full, rest):
        initials = "".join(w[0] for w in words)
        if len(words) > SHORTEST and not is_syllable(initials):
            yield (initials,)
    initials = "".join(w[0] for w in rest)
    if head and len(rest) > 1 and not is_syllable(initials):
        yield (*full[:head], initials)
        yield from ((short.lower(), initials) for short, said in HEADS.items() if fold(said).split() == [*full[:head]])


def _parts_of(name: Phrase) -> list[Phrase]:
    """The parts of a name that "và" joins: "KH&CN" has the initials of each."""
    at = find(name, AND)
    return [name[:at], *_parts_of(name[at + 1 :])] if at >= 0 else [name]


def learnt_abbreviations(plan: Plan, lexicon: Lexicon) -> dict[str, Phrase]:
    """The lexicon's abbreviations and those that the plan itself explains: "thủ tục hành chính (TTHC)", "CĐR: Chuẩn đầu
    ra"."""
    found = dict(lexicon.abbreviations)
    titles = (*(t.title for t in plan.tasks), *(f"{t.metric} {t.statement}" for t in plan.targets))
    printed = (*titles, *(a.title for a in plan.areas), *(line for p in plan.passages for line in p.text.split("\n")))
    bracketed = {short for text in printed for short in _SHORT.findall(text)}
    units = {phrase(name) for unit in plan.units for name in unit.called}
    explaining = (text for at, text in enumerate(printed) if at >= len(titles) or _SHORT.search(text))
    for short, full in explained(explaining, found):
        form, words = short.lower(), phrase(full)
        plain = form.isalpha() and (short in bracketed or not is_syllable(fold(form))) and form not in lexicon.chat
        if plain and words not in units and fits(short, full) == "whole":
            found.setdefault(form, words)
    return found
