"""Words for all of the plan's own body, where its tables have a row for all: "toàn ngành", "của huyện"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from knowledge.lexicon.matrices import ALL_OF, OF_ALL, OWN_LEVELS, SECTORAL
from knowledge.lexicon.questions import Phrase, phrase
from knowledge.model import Plan
from knowledge.questions.question import find


def own_levels(plan: Plan) -> tuple[Phrase, ...]:
    """What the body of a plan is called by its kind ("huyện", "tổng công ty"), where a table has a row for all."""
    if not any(OF_ALL.match(" ".join(phrase(t.metric.rpartition(": ")[2]))) for t in plan.targets):
        return ()
    issuer = phrase(plan.issuer)
    said = (*issuer, *phrase(plan.governing_body or ""))
    found = [level for level in OWN_LEVELS if find(said, level) >= 0]
    return tuple([*found, *SECTORAL] if issuer[:1] == SECTORAL[0] else found)


def places_of_all(
    words: Sequence[str], levels: Collection[Phrase], is_printed: Callable[[tuple[str, str]], bool]
) -> set[int]:
    """The places of words that only say that all is meant; not where a name follows that the plan prints."""
    places: set[int] = set()
    for at, word in enumerate(words[:-1]):
        if word not in ALL_OF:
            continue
        level = next((one for one in levels if tuple(words[at + 1 : at + 1 + len(one)]) == one), None)
        end = at + 1 + len(level or ())
        if level and not (end < len(words) and is_printed((words[end - 1], words[end]))):
            places.update(range(at, end))
    return places
