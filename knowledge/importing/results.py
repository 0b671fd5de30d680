"""What a plan says of how things stood, put beside the aims for the same: "(năm 2025: 93,2%, Mục 2.1)"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.importing.amounts import Found
from knowledge.importing.running_text import Section
from knowledge.importing.targets import read_targets
from knowledge.lexicon.targets import ALL_YEAR, SITUATION, STOOD
from knowledge.model import Target
from knowledge.vietnamese import fold

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_SENTENCE = re.compile(r"(?<=\.)\s+(?=\D)")
_AFTER_LIST = "; "
"""What stands between the first of a list and what another measures."""
_BETWEEN = "; "
"""What stands between the values of several years."""
_LEAST = 2
"""Words that say at least what a result is of."""


@dataclass(frozen=True, slots=True)
class _Result:
    """A value of a year: the words of what it is of, `list_of` those that the list has in front."""

    words: frozenset[str]
    list_of: frozenset[str]
    value: str
    unit: str
    year: int
    place: str


def with_results(
    targets: Sequence[Target],
    sections: Iterable[Section],
    words_of: Callable[[str], frozenset[str]],
) -> list[Target]:
    """The targets, each with the one value of an earlier year that `sections` tell of just the same."""
    results = [result for section in sections for result in _results(section, words_of)]
    return [_with_result(target, results, words_of) for target in targets] if results else list(targets)


def with_earlier_years(targets: Sequence[Target], starts: int) -> list[Target]:
    """The targets without those of years before the plan, which are told beside the later ones of their series."""
    told: dict[str, list[str]] = {}
    for target in sorted(targets, key=lambda t: t.horizon):
        if target.horizon < starts and target.series and target.value_printed:
            told.setdefault(target.series, []).append(_told(target))
    return [
        target.model_copy(update={"baseline": f"({_BETWEEN.join(told[target.series])})"})
        if target.series in told and not target.baseline
        else target
        for target in targets
        if target.horizon >= starts
    ]


def left_out(targets: Iterable[Target], kept: Iterable[Target], starts: int) -> list[Target]:
    """Those of years before the plan that are told beside no later one."""
    told = {(one.series, said) for one in kept for said in (one.baseline or "").strip("()").split(_BETWEEN)}
    return [one for one in targets if one.horizon < starts and (one.series, _told(one)) not in told]


def _told(target: Target) -> str:
    """How a value of an earlier year is told: "năm 2025: 93,2"."""
    return STOOD.format(year=target.horizon, value=_bare(target.value_printed))


def _with_result(target: Target, results: Sequence[_Result], words_of: Callable[[str], frozenset[str]]) -> Target:
    if target.baseline or target.value is None or target.comparator == "-":
        return target
    of = words_of(target.metric)
    found = [one for one in results if one.unit == target.unit and one.year < target.horizon and _is_of(one, of)]
    if len(found) != 1:
        return target
    told = STOOD.format(year=found[0].year, value=found[0].value)
    return target.model_copy(update={"baseline": f"({told}, {found[0].place})"})


def _is_of(result: _Result, of: frozenset[str]) -> bool:
    """Whether a result is of just these words, some of which may stand in front of its list."""
    return len(result.words) >= _LEAST and result.words <= of and of - result.words <= result.list_of | ALL_YEAR


def _results(section: Section, words_of: Callable[[str], frozenset[str]]) -> Iterator[_Result]:
    heading = set(_YEAR.findall(section.path))
    years = heading
    for line, _ in section.all_lines:
        years = years if SITUATION.search(fold(section.path)) else heading
        for sentence in _SENTENCE.split(line):
            years = set(_YEAR.findall(sentence)) or years
            if len(years) != 1:
                continue
            year = int(next(iter(years)))
            first: frozenset[str] = frozenset()
            for found in read_targets(sentence, aims=True):
                words = words_of(_YEAR.sub("", found.metric).rpartition(_AFTER_LIST)[2])
                if found.value is not None and found.comparator == "=":
                    yield _Result(words, first, _value(found), found.unit, year, section.place)
                first = first or words


def _value(found: Found) -> str:
    return _bare(found.printed)


def _bare(printed: str) -> str:
    """A value without the words before its number."""
    return re.sub(r"^\D+", "", printed)
