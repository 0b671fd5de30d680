"""The lexicon of questions: which words ask for what, short forms, synonyms. Data in questions.yaml."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from knowledge.vietnamese import fold

_FILE = Path(__file__).with_name("questions.yaml")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CHOICE = re.compile(r"\(([^()]*)\)")
_SYLLABLE = re.compile(r"[^\W_]+|%")

_CHOICES = re.compile(r"[(|)]")
_COMPOUND = 2
"""Syllables."""
_COURTESIES = ("polite", "openers", "closers")
Phrase = tuple[str, ...]
"""Folded syllables."""


def phrase(text: str) -> Phrase:
    """A phrase as folded syllables."""
    return tuple(_SYLLABLE.findall(fold(text)))


def spread(text: str) -> Iterator[str]:
    """A text for each choice that its brackets leave: "(mỗi|từng) quý" is "mỗi quý" and "từng quý"."""
    choice = _CHOICE.search(text)
    if choice is None:
        yield " ".join(text.split())
        return
    for said in choice[1].split("|"):
        yield from spread(f"{text[: choice.start()]}{said}{text[choice.end() :]}")


def phrases(text: str) -> tuple[Phrase, ...]:
    """The phrases of a text that commas part, each spread."""
    return tuple(tuple(_SYLLABLE.findall(said)) for part in fold(text).split(", ") for said in spread(part))


def words_of(*groups: Iterable[Phrase]) -> frozenset[str]:
    """All words of some phrases."""
    return frozenset(word for group in groups for said in group for word in said)


class Spelt(NamedTuple):
    """A phrase with its marks: `folded` finds it, `spelt` tells "mảng" from "mạng"."""

    folded: Phrase
    spelt: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Spelt:
        """The phrase of a text."""
        return cls(phrase(text), tuple(_SYLLABLE.findall(unicodedata.normalize("NFC", text).lower())))


@dataclass(frozen=True)
class Lexicon:
    """`abbreviations` and `chat`: a typed form → the words meant; `synonyms`: what people say → what plans print;
    `asks`: what is asked → the phrases that ask it; `things`: what is listed → its names; `polite`: phrases that mean
    nothing; `soft`: syllables that help when they match and weigh nothing else (`soft_printed`: with their marks, so
    that "tại" is soft and "tài" is not); `soft_phrases`: phrases of that kind; `hard_phrases`: those that weigh though
    one of their syllables is soft; `light`: words that weigh little when
    a record lacks them (`light_phrases`: as they are said; "công tác" is light, the "công" of "công chức" is not);
    `openers`, `closers`: where courtesy ends and begins; `places`: provinces and cities;
    `holders`: who or what shares are of ("doanh nghiệp", "trẻ em");
    `fields`: what departments and ministries are of ("y tế"), after any head, and after `field_heads` only those;
    `any_kind`: last syllables of what names no thing of a kind before "nào" ("hình thức nào");
    `texts`: every phrase as it is spelt; `named`: the places, fields and holders as they are spelt;
    `firm`: what is said that always means what is printed."""

    abbreviations: Mapping[str, Phrase]
    chat: Mapping[str, tuple[Phrase, ...]]
    synonyms: tuple[tuple[Phrase, Phrase], ...]
    openers: tuple[Spelt, ...]
    closers: tuple[Spelt, ...]
    polite: tuple[Spelt, ...]
    soft: frozenset[str]
    soft_printed: frozenset[str]
    soft_phrases: tuple[Spelt, ...]
    hard_phrases: tuple[Spelt, ...]
    light: frozenset[str]
    light_phrases: frozenset[Phrase]
    asks: Mapping[str, tuple[Phrase, ...]]
    asks_spelt: Mapping[str, tuple[Spelt, ...]]
    things: Mapping[str, tuple[Phrase, ...]]
    things_spelt: Mapping[str, tuple[Spelt, ...]]
    entity_heads: frozenset[Phrase]
    entity_names: Mapping[Phrase, str]
    not_entities: tuple[Phrase, ...]
    places: tuple[Phrase, ...]
    place_names: Mapping[Phrase, str]
    fields: tuple[Phrase, ...]
    field_heads: frozenset[Phrase]
    holders: tuple[Phrase, ...]
    any_kind: frozenset[str]
    texts: tuple[str, ...]
    named: tuple[str, ...]
    firm: frozenset[Phrase] = frozenset()

    @cached_property
    def compounds(self) -> frozenset[Phrase]:
        """Compounds of two syllables, which say nothing apart."""
        return frozenset(said.folded for said in self.hard_phrases if len(said.folded) == _COMPOUND)

    def without(self, ask: str) -> Lexicon:
        """The lexicon for a plan in which nothing could answer an ask: its words are plain words there."""
        asks = {name: phrases for name, phrases in self.asks.items() if name != ask}
        return replace(self, asks=asks, asks_spelt={name: self.asks_spelt[name] for name in asks})


@lru_cache(1)
def lexicon() -> Lexicon:
    """The lexicon of the program."""
    data: dict[str, Any] = yaml.load(_FILE.read_bytes(), _LOADER)
    for group in (data["asks"], data["things"]):
        group.update({name: [said for text in texts for said in spread(text)] for name, texts in group.items()})
    courtesies = {name: [Spelt.of(said) for text in data[name] for said in spread(text)] for name in _COURTESIES}
    kinds = [f"{kind} {which}" for kind in _separate(data["asked_kinds"]) for which in ("nào", "gì")]
    asks = {**data["asks"], "kind": kinds}

    def spelt(group: Mapping[str, list[str]]) -> dict[str, tuple[Spelt, ...]]:
        return {name: tuple(Spelt.of(t) for t in texts) for name, texts in group.items()}

    def longest_of(group: Mapping[str, tuple[Spelt, ...]]) -> dict[str, tuple[Phrase, ...]]:
        return {n: tuple(sorted((s.folded for s in said), key=len, reverse=True)) for n, said in group.items()}

    def longest_first(texts: Iterable[str]) -> tuple[Phrase, ...]:
        return tuple(sorted((phrase(t) for t in texts), key=len, reverse=True))

    asks_spelt, things_spelt = spelt(asks), spelt(data["things"])

    return Lexicon(
        abbreviations={typed: phrase(full) for typed, full in data["abbreviations"].items()},
        chat={typed: tuple(phrase(f) for f in full.split("|")) for typed, full in data["chat"].items()},
        synonyms=tuple(
            sorted(
                (
                    (phrase(s), phrase(p))
                    for said, printed in data["synonyms"].items()
                    for s in said.split("|")
                    for p in printed.split("|")
                ),
                key=lambda pair: -len(pair[0]),
            )
        ),
        openers=tuple(courtesies["openers"]),
        closers=tuple(courtesies["closers"]),
        polite=tuple(sorted(courtesies["polite"], key=lambda p: -len(p.folded))),
        soft=frozenset(s for line in data["soft"] for s in phrase(line)),
        soft_printed=frozenset(s for line in data["soft"] for s in Spelt.of(line).spelt),
        soft_phrases=tuple(Spelt.of(t) for t in _separate(data["soft_phrases"])),
        hard_phrases=tuple(Spelt.of(t) for t in _separate(data["hard_phrases"])),
        light=frozenset(s for line in data["light"] for s in phrase(line)),
        light_phrases=frozenset(phrase(t) for t in _separate(data["light"])),
        asks=longest_of(asks_spelt),
        asks_spelt=asks_spelt,
        things=longest_of(things_spelt),
        things_spelt=things_spelt,
        entity_heads=frozenset(phrase(t) for t in data["entity_heads"]),
        entity_names={phrase(t): t for t in data["entity_heads"]},
        not_entities=longest_first(data["not_entities"]),
        places=longest_first(_separate(data["places"])),
        place_names={phrase(name): name for name in _separate(data["places"])},
        fields=longest_first(_separate(data["fields"])),
        field_heads=frozenset(phrase(t) for t in data["field_heads"]),
        holders=longest_first(_separate(data["holders"])),
        any_kind=frozenset(s for line in data["any_kind"] for s in phrase(line)),
        texts=_texts(data),
        named=tuple(t for group in ("places", "fields", "holders") for t in _separate(data[group])),
    )


def _separate(lines: Iterable[str]) -> list[str]:
    return [name.strip() for line in lines for name in line.split(",")]


def _texts(data: dict[str, Any]) -> tuple[str, ...]:
    """Every phrase of the lexicon as it is spelt."""
    groups = [*data["asks"].values(), *data["things"].values()]
    courtesies = [piece.strip() for name in _COURTESIES for text in data[name] for piece in _CHOICES.split(text)]
    words = [word for line in data["soft"] for word in line.split()] + _separate(data["light"])
    full = [*data["abbreviations"].values(), *(f for v in data["chat"].values() for f in v.split("|"))]
    said = [t for pair in data["synonyms"].items() for text in pair for t in text.split("|")]
    return (
        *(t for group in groups for t in group),
        *filter(None, courtesies),
        *_separate(data["soft_phrases"]),
        *_separate(data["hard_phrases"]),
        *words,
        *full,
        *said,
    )
