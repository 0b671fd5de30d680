"""Short names that a plan's text gives to units: "Cục Tin học và Thống kê (sau đây viết tắt là Cục THTK)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from knowledge.importing.units import may_be_one
from knowledge.lexicon.importing import BODY, GIVEN_NAME
from knowledge.model import Unit
from knowledge.vietnamese import fold

_FAR = 160
"""Characters before the bracket in which the full name stands."""
_BREAKS = re.compile(r"[;:.\n(]\s*")


def with_given_names(units: Sequence[Unit], texts: Iterable[str]) -> list[Unit]:
    """The units, each with the full or the short name that the texts give it beside its own as an alias."""
    pairs = [pair for text in texts for pair in _given(text)]
    return [_named(unit, pairs) for unit in units]


def _given(text: str) -> Iterator[tuple[str, str]]:
    """(full name, short name) of each unit that a text gives a short name."""
    for match in GIVEN_NAME.finditer(text):
        short = match["name"].strip(" “”\"'.")
        before = _BREAKS.split(text[max(0, match.start() - _FAR) : match.start()])[-1].rstrip()
        head = short.split()[0]
        at = before.rfind(head) if BODY.match(fold(short)) else -1
        if at >= 0 and len(before) - at > len(short):
            yield before[at:], short


def _named(unit: Unit, pairs: Sequence[tuple[str, str]]) -> Unit:
    known = (unit.name, *unit.aliases)
    more = []
    for full, short in pairs:
        for one, other in ((full, short), (short, full)):
            if _is(unit.name, one) and not any(_is(name, other) for name in known):
                more.append(other)
    return unit.model_copy(update={"aliases": (*unit.aliases, *dict.fromkeys(more))}) if more else unit


def _is(name: str, other: str) -> bool:
    return fold(name) == fold(other) or may_be_one(name, other)
