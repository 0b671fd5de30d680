"""Which names and templates belong to which half: whole phrasings are held out, not only items."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from benchmarks.questions.items import digest

Split = Literal["dev", "heldout"]
SPLITS: tuple[Split, ...] = ("dev", "heldout")


def half(names: Sequence[str], split: Split, key: str) -> list[str]:
    """The names of one half; the other half has the others. With two names or more neither half is empty."""
    ordered = sorted(names, key=lambda n: digest("half", key, n))
    return ordered[0::2] if split == "dev" else ordered[1::2]


def templates_of(templates: Sequence[str], split: Split, key: str) -> list[str]:
    """A third of the templates is this half's own, a third the other's, a third is used by both."""
    ordered = sorted(templates, key=lambda t: digest("template", key, t))
    own = 0 if split == "dev" else 1
    return [t for at, t in enumerate(ordered) if at % 3 in (own, 2)]
