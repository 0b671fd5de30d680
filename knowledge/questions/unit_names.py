"""How people call the units of a plan: by the names that it prints, and by shorter and wider ones made of these."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from knowledge.lexicon.bodies import (
    AND,
    CALLED_BY_HEAD,
    CALLED_BY_LEVEL,
    FORMS,
    LEVELS,
    NAMES_OF_NOBODY,
    OF_COUNTRY,
    OF_LEVEL,
    OF_MEMBERS,
    SEVERAL_BODIES,
)
from knowledge.lexicon.importing import BODY
from knowledge.lexicon.questions import Phrase
from knowledge.model import Plan, Unit
from knowledge.orthography import is_syllable
from knowledge.questions.question import find
from knowledge.short_forms import CAPITALS, dotted_head, headless
from knowledge.vietnamese import fold

WordsOf = Callable[[str], tuple[str, ...]]
"""The folded words of a printed text."""
Named = Sequence[tuple[Phrase, Unit]]
_DASH = re.compile(r"\s+[-–&]\s+")
SHORTEST_NAME = 2
"""Syllables of a name without its place."""
_OF_PLACE = 3
"""Syllables of a place's name at most."""
_LEAST, _LEAVING_OUT = 3, 4
"""Words of a name that are said at least, the head among them; and where the word after the head is left out, if that
is no "Hội"."""


def spoken_names(plan: Plan, words_of: WordsOf) -> list[tuple[Phrase, Unit]]:
    """Each name of each unit in words, the longest first; without those that name nobody."""
    said = (
        (tuple(words_of(text)), unit)
        for unit in plan.units
        for printed in unit.called
        for text in (printed, *_joined_by_and(printed), *_one_of_several(printed))
    )
    named = [(name, unit) for words, unit in said for name in (words, *_without_and(words))]
    named = [(name, unit) for name, unit in named if name not in NAMES_OF_NOBODY]
    for shorter in (
        _of_members,
        _without_form,
        _head_alone,
        _without_place(*(tuple(words_of(text)) for text in (plan.issuer, plan.title))),
    ):
        named += _alone(shorter, named)
    return sorted(named, key=lambda pair: -len(pair[0]))


# ---- as a printed name is said --------------------------------------------------------------------------------------


def _joined_by_and(printed: str) -> Iterator[str]:
    """A name that is printed with a dash: "Sở Văn hóa và Thể thao", of "Sở Văn hóa – Thể thao"."""
    if _DASH.search(printed):
        yield _DASH.sub(" và ", printed)


def _one_of_several(printed: str) -> Iterator[str]:
    """What some of several are called: "UBND phường", "UBND xã phường", "UBND cấp xã", of "UBND các xã, phường, đặc
    khu"; "UBND tỉnh", of "UBND cấp tỉnh"."""
    if of_level := OF_LEVEL.fullmatch(printed.strip()):
        yield f"{of_level[1]} {of_level[2]}"
    if several := SEVERAL_BODIES.fullmatch(printed.strip()):
        kinds = [kind.strip() for kind in several[2].split(",")]
        levels = (f"cấp {kind}" for kind in kinds if kind.lower() in CALLED_BY_LEVEL)
        together = (" ".join(kinds[:count]) for count in range(2, len(kinds) + 1))
        yield from (f"{several[1]} {said}" for said in (*kinds, *levels, *together))


def _without_and(name: Phrase) -> Iterator[Phrase]:
    """ "Sở Nông nghiệp (và) Môi trường"."""
    said = tuple(word for word in name if word not in AND)
    if SHORTEST_NAME < len(said) < len(name):
        yield said


# ---- shorter, where one unit alone is called so ---------------------------------------------------------------------


def _alone(shorter: Callable[[Phrase], Iterable[Phrase]], named: Named) -> Iterator[tuple[Phrase, Unit]]:
    """The names that a rule makes of others, where no second unit is called so, or so at its beginning."""
    called: dict[Phrase, dict[str, Unit]] = defaultdict(dict)
    begins: dict[Phrase, set[str]] = defaultdict(set)
    for name, unit in named:
        if unit.collective:
            continue
        for said in shorter(name):
            called[said][unit.code] = unit
        for length in range(1, len(name) + 1):
            begins[name[:length]].add(unit.code)
    for said, units in called.items():
        code, *others = units.keys() | begins[said]
        if not others and said not in NAMES_OF_NOBODY:
            yield said, units[code]


def _of_members(name: Phrase) -> Iterator[Phrase]:
    """An organisation without its head office and the country: "Hội Nông dân", "Mặt trận Tổ quốc"."""
    at = min((at for head in OF_MEMBERS if (at := find(name, head)) > 0), default=len(name))
    rest = name[at:]
    rest = rest[: -len(OF_COUNTRY)] if rest[-len(OF_COUNTRY) :] == OF_COUNTRY else rest
    if len(rest) > SHORTEST_NAME:
        yield rest


def _without_form(name: Phrase) -> Iterator[Phrase]:
    """A company without the word that says so: "Điện lực Hải Phòng"."""
    form = next((form for form in FORMS if name[: len(form)] == form), ())
    if form and len(name) - len(form) > SHORTEST_NAME:
        yield name[len(form) :]


def _head_alone(name: Phrase) -> Iterator[Phrase]:
    """ "Cảng vụ", "Cảng vụ Đường thủy", of "Cảng vụ Đường thủy nội địa"."""
    shortest = min((len(head) for head in CALLED_BY_HEAD if name[: len(head)] == head), default=len(name))
    yield from (name[:length] for length in range(shortest, len(name)))


def _without_place(issuer: Phrase, title: Phrase) -> Callable[[Phrase], Iterator[Phrase]]:
    """Names without the place that the plan is of, which its issuer or its title names: "Công ty Điện lực", "Hội Nông
    dân"."""
    level, after = next((found for text in (issuer, title) if (found := _after_level(text))[0]), ((), ()))
    called = [after[:length] for length in range(1, _OF_PLACE + 1)]
    places = [place for place in (*((*level, *name) for name in called), *called, level) if place]

    def shorter(name: Phrase) -> Iterator[Phrase]:
        for place in places:
            rest = name[: -len(place)]
            body = len(rest) >= SHORTEST_NAME and BODY.match(" ".join(rest))
            if name[-len(place) :] == place and (body or _is_mark(rest)):
                yield rest

    return shorter


def _after_level(text: Phrase) -> tuple[Phrase, Phrase]:
    """The last level that a text names ("tỉnh") and the words after it, which begin with the place's name."""
    at, level = max(((at, level) for level in LEVELS if (at := find(text, level)) >= 0), default=(len(text), ()))
    return (level, text[at + len(level) :]) if level else ((), ())


def _is_mark(name: Phrase) -> bool:
    """Whether one word that is no syllable of the language names a company: "Viettel"."""
    return len(name) == 1 and len(name[0]) > _LEAST and not is_syllable(name[0])


def unexplained(plan: Plan) -> Iterator[tuple[Phrase, list[str], Unit]]:
    """(head, initials, unit) of each unit of which the plan has but the initials after its head, and no other unit has
    the same: "Phòng KHTC"."""
    found: dict[tuple[Phrase, str], list[Unit]] = defaultdict(list)
    for unit in plan.units:
        name = dotted_head(unit.name)
        own = headless(name)
        if own != name and CAPITALS.fullmatch(own):
            head = tuple(fold(name.removesuffix(own)).split())
            found[head, "".join(c for c in fold(own) if c.isalpha())].append(unit)
    yield from ((head, list(own), units[0]) for (head, own), units in found.items() if len(units) == 1 and len(own) > 1)


# ---- shortened in a message -----------------------------------------------------------------------------------------


def may_be_shortened(name: Phrase) -> bool:
    """Whether a name is so long that people leave out words of it: "Cục Phổ biến, giáo dục pháp luật và …"."""
    return len(name) > _LEAST


def said_of(name: Phrase, words: Sequence[str], at: int, used: Set[int]) -> int:
    """How many words of a message from a place on are words of a name in its order, its head first ("Cục Phổ biến pháp
    luật"); 0 where too few to mean it. `used`: places of words that name something else."""
    end, place = at + 1, 1
    while end < len(words) and end not in used and words[end] in name[place:]:
        place = name.index(words[end], place) + 1
        end += 1
    whole = tuple(words[at : at + 2]) == name[:2] or name[:1] in OF_MEMBERS
    return end - at if end - at >= (_LEAST if whole else _LEAVING_OUT) else 0
