"""The lexicon of questions: which words ask for what, short forms, synonyms. Data in questions.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.vietnamese import fold

_FILE = Path(__file__).with_name("questions.yaml")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Phrase = tuple[str, ...]
"""Folded syllables."""


def phrase(text: str) -> Phrase:
    """A phrase as folded syllables."""
    return tuple(re.findall(r"[^\W_]+|%", fold(text)))


@dataclass(frozen=True)
class Lexicon:
    """`abbreviations` and `chat`: a typed form → the words meant; `synonyms`: what people say → what plans print;
    `asks`: what is asked → the phrases that ask it; `things`: what is listed → its names; `polite`: phrases that mean
    nothing; `soft`: syllables that help when they match and weigh nothing else (`soft_printed`: with their tones, so
    that "tại" is soft and "tài" is not); `openers`, `closers`: where courtesy ends and begins; `places`: provinces
    and cities; `firm`: synonyms that hold even where the plan has the words that were said."""

    abbreviations: Mapping[str, Phrase]
    chat: Mapping[str, Phrase]
    synonyms: Mapping[Phrase, Phrase]
    openers: tuple[Phrase, ...]
    closers: tuple[Phrase, ...]
    polite: tuple[Phrase, ...]
    soft: frozenset[str]
    soft_printed: frozenset[str]
    asks: Mapping[str, tuple[Phrase, ...]]
    things: Mapping[str, tuple[Phrase, ...]]
    entity_heads: frozenset[Phrase]
    entity_names: Mapping[Phrase, str]
    not_entities: tuple[Phrase, ...]
    places: tuple[Phrase, ...]
    firm: frozenset[Phrase] = frozenset()

    @cached_property
    def syllables(self) -> frozenset[str]:
        """Every folded syllable the lexicon uses."""
        groups = [
            *self.asks.values(),
            *self.things.values(),
            self.polite,
            self.openers,
            self.closers,
            tuple(self.synonyms),
        ]
        found = {s for group in groups for p in group for s in p} | self.soft
        return frozenset(found | {s for p in (*self.abbreviations.values(), *self.chat.values()) for s in p})


@lru_cache(1)
def lexicon() -> Lexicon:
    """The lexicon of the program."""
    data: dict[str, Any] = yaml.load(_FILE.read_bytes(), _LOADER)

    def phrases(group: Mapping[str, list[str]]) -> dict[str, tuple[Phrase, ...]]:
        return {name: tuple(sorted((phrase(t) for t in texts), key=len, reverse=True)) for name, texts in group.items()}

    def longest_first(texts: Iterable[str]) -> tuple[Phrase, ...]:
        return tuple(sorted((phrase(t) for t in texts), key=len, reverse=True))

    return Lexicon(
        abbreviations={typed: phrase(full) for typed, full in data["abbreviations"].items()},
        chat={typed: phrase(full) for typed, full in data["chat"].items()},
        synonyms={phrase(said): phrase(printed) for said, printed in data["synonyms"].items()},
        openers=longest_first(data["openers"]),
        closers=longest_first(data["closers"]),
        polite=longest_first(data["polite"]),
        soft=frozenset(s for line in data["soft"] for s in phrase(line)),
        soft_printed=frozenset(s for line in data["soft"] for s in line.lower().split()),
        asks=phrases(data["asks"]),
        things=phrases(data["things"]),
        entity_heads=frozenset(phrase(t) for t in data["entity_heads"]),
        entity_names={phrase(t): t for t in data["entity_heads"]},
        not_entities=longest_first(data["not_entities"]),
        places=longest_first(name for line in data["places"] for name in line.split(",")),
    )
