"""Names that a plan gives: of its units, as people say them, and what its short forms stand for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from knowledge.lexicon.bodies import (
    AND,
    CALLED_BY_LEVEL,
    LEADING,
    LEVELS,
    NAME_HEADS,
    NAMES_OF_NOBODY,
    OF_COUNTRY,
    OF_LEVEL,
    OF_MEMBERS,
    OFFICES,
    SEVERAL_BODIES,
    WHICH_ONE,
)
from knowledge.lexicon.importing import BODY
from knowledge.lexicon.questions import Lexicon, Phrase, Spelt, phrase
from knowledge.model import Plan, Unit
from knowledge.orthography import is_syllable
from knowledge.questions.question import find
from knowledge.vietnamese import fold

WordsOf = Callable[[str], tuple[str, ...]]
"""The folded words of a printed text."""
_SYLLABLES = re.compile(r"[^\W_]+")
_SHORT = re.compile(r"\(([A-ZĐ]{2,8})\)")
_BEFORE = re.compile(r"(?:[^\W\d_]+[ ,]+){2,8}$")
_DASH = re.compile(r"\s+[-–&]\s+")
_FAR = 200
"""Characters before a short form in brackets that are read for what it stands for."""
SHORTEST_NAME = 2
"""Syllables of a name without its place."""


def spoken_names(plan: Plan, words_of: WordsOf) -> list[tuple[Phrase, Unit]]:
    """Each name of each unit in words, the longest first; without those that name nobody."""
    names = (
        (name, unit)
        for unit in plan.units
        for printed in (unit.name, unit.short, *unit.aliases)
        for name in (
            *_with_and_without_and(tuple(words_of(printed))),
            *_joined_by_and(printed, words_of),
            *_one_of_several(printed, words_of),
        )
        if name not in NAMES_OF_NOBODY
    )
    full = sorted(names, key=lambda pair: -len(pair[0]))
    full = sorted((*full, *_organisations(full)), key=lambda pair: -len(pair[0]))
    return sorted((*full, *_without_place(plan, full, words_of)), key=lambda pair: -len(pair[0]))


def _organisations(names: Sequence[tuple[Phrase, Unit]]) -> list[tuple[Phrase, Unit]]:
    """What organisations are called without their head office and the country, where one unit alone is called so:
    "Hội Nông dân", "Mặt trận Tổ quốc"."""
    inner: dict[Phrase, dict[str, Unit]] = defaultdict(dict)
    for name, unit in names:
        at = min((at for head in OF_MEMBERS if (at := find(name, head)) > 0), default=0)
        rest = name[at:] if at else ()
        rest = rest[: -len(OF_COUNTRY)] if rest[-len(OF_COUNTRY) :] == OF_COUNTRY else rest
        if len(rest) > SHORTEST_NAME and not unit.collective:
            inner[rest][unit.code] = unit
    known = {name for name, _ in names}
    alone = {name: next(iter(units.values())) for name, units in inner.items() if len(units) == 1}
    return [(name, unit) for name, unit in alone.items() if name not in known]


def _without_place(plan: Plan, names: Sequence[tuple[Phrase, Unit]], words_of: WordsOf) -> list[tuple[Phrase, Unit]]:
    """Names without the place that the plan is of ("Công ty Điện lực", "Hội Nông dân"), where one unit alone is called
    so."""
    issuer = tuple(words_of(plan.issuer))
    placed = [(at, level) for level in LEVELS if (at := find(issuer, level)) >= 0]
    at, level = max(placed, default=(len(issuer), ()))
    ends = [end for end in (issuer[at:], issuer[at + len(level) :], level) if end]
    short: dict[Phrase, Unit] = {}
    different = {(name, unit.code): unit for name, unit in names if not unit.collective}
    said = Counter(name[:length] for name, _ in different for length in range(1, len(name) + 1))
    pairs = [(name, unit, end) for (name, _), unit in different.items() for end in ends if name[-len(end) :] == end]
    for name, unit, end in pairs:
        rest = name[: -len(end)]
        if (
            len(rest) >= SHORTEST_NAME
            and BODY.match(" ".join(rest))
            and rest not in NAMES_OF_NOBODY
            and said[rest] == 1
        ):
            short[rest] = unit
    return list(short.items())


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
    taken: dict[str, list[Phrase]] = {}
    for unit in plan.units:
        full = tuple(words_of(unit.name))
        for name in (unit.short, *unit.aliases, unit.code):
            tokens = tuple(_SYLLABLES.findall(fold(name)))
            if tokens and not all(is_syllable(t) for t in tokens):
                found.setdefault(tokens, full)
        parts = tuple("".join(w[0] for w in part) for part in _parts_of(full[1:]))
        if full[0] in NAME_HEADS and len(parts) > 1 and not any(is_syllable(part) for part in parts):
            found.setdefault(parts, full)
            found.setdefault((full[0], *parts), full)
        for words in (full, full[1:] if full[0] in NAME_HEADS else ()):
            initials = "".join(w[0] for w in words)
            if len(words) > 2 and not is_syllable(initials):
                taken.setdefault(initials, []).append(full)
    for initials, names in taken.items():
        if len(set(names)) == 1 and initials not in taken_forms:
            found.setdefault((initials,), names[0])
    spelt = {tuple(words_of(unit.name)): tuple(_SYLLABLES.findall(unit.name.lower())) for unit in plan.units}
    return {tokens: spelt[full] for tokens, full in found.items()}


def _with_and_without_and(name: Phrase) -> tuple[Phrase, ...]:
    """A unit's name, and as it is said: "Sở Nông nghiệp (và) Môi trường"."""
    said = tuple(word for word in name if word not in AND)
    return (name, said) if len(said) < len(name) and len(said) > 2 else (name,)


def _joined_by_and(printed: str, words_of: WordsOf) -> tuple[Phrase, ...]:
    """A name that is printed with a dash, as it is said: "Sở Văn hóa và Thể thao", of "Sở Văn hóa – Thể thao"."""
    said = _DASH.sub(" và ", printed)
    return () if said == printed else (tuple(words_of(said)),)


def _one_of_several(printed: str, words_of: WordsOf) -> tuple[Phrase, ...]:
    """What some of several are called: "UBND phường", "UBND xã phường", "UBND
    cấp xã", of "UBND các xã, phường, đặc khu"; "UBND tỉnh", of "UBND cấp tỉnh"."""
    if of_level := OF_LEVEL.fullmatch(printed.strip()):
        return (tuple(words_of(f"{of_level[1]} {of_level[2]}")),)
    found = SEVERAL_BODIES.fullmatch(printed.strip())
    if found is None:
        return ()
    head, kinds = found[1], [kind.strip() for kind in found[2].split(",")]
    together = (" ".join(kinds[:several]) for several in range(2, len(kinds) + 1))
    level = (f"cấp {kind}" for kind in kinds if kind.lower() in CALLED_BY_LEVEL)
    return tuple(tuple(words_of(f"{head} {said}")) for said in (*kinds, *level, *together))


def _parts_of(name: Phrase) -> list[Phrase]:
    """The parts of a name that "và" joins: "KH&CN" has the initials of each."""
    at = find(name, AND)
    return [name[:at], *_parts_of(name[at + 1 :])] if at >= 0 else [name]


def learnt_abbreviations(plan: Plan, lexicon: Lexicon) -> dict[str, Phrase]:
    """The lexicon's abbreviations and those that the plan itself explains: "thủ tục hành chính (TTHC)"."""
    found = dict(lexicon.abbreviations)
    texts: Iterable[str] = (
        *(t.title for t in plan.tasks),
        *(f"{t.metric} {t.statement}" for t in plan.targets),
        *(p.text for p in plan.passages),
        *(a.title for a in plan.areas),
    )
    for text in texts:
        for bracket in _SHORT.finditer(text):
            before, short = _BEFORE.search(text, max(0, bracket.start() - _FAR), bracket.start()), bracket[1]
            syllables = phrase(before[0]) if before else ()
            if "".join(s[0] for s in syllables[-len(short) :]) == fold(short):
                found.setdefault(short.lower(), syllables[-len(short) :])
    return found
