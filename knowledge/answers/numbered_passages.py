"""Which parts of the running text are meant by their numbers: "mục 3.2.1", "phần thứ hai, mục I", "điều 5 khoản 2"."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.lexicon.lists import PLACE, STEPS
from knowledge.model import Passage
from knowledge.numbering import figure_of
from knowledge.patterns import seldom
from knowledge.vietnamese import fold

_TITLE = seldom(r" \([^()]*\)(?=,|$)")
_STEP = seldom(r"^(?P<word>\w+) (?P<number>\S+(?: \S+)?)$")
_PART, _SECTION = "phan", "muc"
"""What may be called a part need not be printed with that word."""

Step = tuple[str, str]


def named_steps(text: str) -> tuple[tuple[Step, ...], str]:
    """The steps to a place that a text names, and the text without them."""
    steps = [_step(found["word"], found["number"]) for found in PLACE.finditer(text)]
    steps.sort(key=lambda step: STEPS.index(step[0]))  # "điểm a khoản 2 điều 3" goes the other way round
    return tuple(steps), PLACE.sub(" ", text)


def passages_at(passages: Sequence[Passage], steps: Sequence[Step]) -> list[Passage]:
    """The passages that stand right there; of a heading that is told with what stands under it, the heading alone."""
    exact = [p for p in passages if _ends(_steps_of(p.place), steps)]
    if not any(p.title for p in exact) and steps[-1][0] == _PART:
        steps = [*steps[:-1], (_SECTION, steps[-1][1])]
        exact = [p for p in passages if _ends(_steps_of(p.place), steps)]
    return [p for p in exact if p.title] or exact


def _steps_of(place: str) -> list[Step]:
    found = (_STEP.match(step) for step in _TITLE.sub("", place).split(", "))
    return [_step(step["word"], step["number"]) for step in found if step]


def _step(word: str, number: str) -> Step:
    """A step so that two of them can be compared; only the numbers of great parts are the same in any writing."""
    plain = fold(word)
    return plain, (number.casefold() if plain == _SECTION else figure_of(number).casefold())


def _ends(place: Sequence[Step], steps: Sequence[Step]) -> bool:
    """Whether a place ends with the last step and goes through the others."""
    rest = iter(place)
    return bool(place) and place[-1] == steps[-1] and all(step in rest for step in steps)
