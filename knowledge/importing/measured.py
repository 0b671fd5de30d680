"""What the columns of a grid measure, by the words of its header on every level, and by the title of the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.importing.grids import Grid
from knowledge.lexicon import matrices as words
from knowledge.lexicon.importing import STOOD
from knowledge.orthography import is_syllable
from knowledge.vietnamese import fold

_UNIT = re.compile(r"\s*\(([^()]{1,25})\)")
_YEAR = re.compile(r"(?<!\d)20[2-9]\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Indicator:
    """A column: where it stands, what it measures, in what unit, and for which year, if it says one. `whole`: it adds
    up the years; `stood`: it tells how things stood before, as `label` says; `names`: other words for it;
    `told_by_title`: its header says nothing of what it measures."""

    column: int
    name: str
    unit: str = ""
    year: int | None = None
    whole: bool = False
    stood: bool = False
    label: str = ""
    names: tuple[str, ...] = ()
    told_by_title: bool = False


def indicators_of(header: Sequence[Sequence[str]], grid: Grid, title: str) -> list[Indicator]:
    """The columns of amounts, each with what it measures; of one that says only a year, that is the table's title."""
    measure = match[1] if (match := words.MEASURE_SAID.search(title)) else ""
    told = title_told(title)
    found = [_indicator(levels_of(header, at), at) for at in grid.amounts]
    found = [one for one in found if not words.NO_INDICATOR.fullmatch(fold(one.label).strip())]
    found = _with_those_beside(found)
    years = [one.year for one in found if one.year and not one.stood]
    named = {one.name for one in found if one.name and not one.stood}
    alone = next(iter(named)) if len(named) == 1 else ""
    whole = words.WHOLE_PERIOD.format(first=min(years), last=max(years)) if years else ""
    out: list[Indicator] = []
    for one in found:
        if one.stood:
            out.append(replace(one, unit=one.unit or measure))
            continue
        name = one.name or (alone if one.whole else "") or told
        if told and words.PART_OF_YEAR.fullmatch(fold(name)):
            name = f"{told} {name[:1].lower()}{name[1:]}"
        names: tuple[str, ...] = ()
        if name and told and (alone or not named) and fold(told) not in fold(name):
            name, names = (told, (name,)) if _says_all(told, name) else (f"{name} ({told})", ())
        if one.whole and name:
            name, names = f"{name} {whole}".strip(), tuple(f"{other} {whole}".strip() for other in names)
        year = max(years, default=None) if one.whole else one.year
        unit = one.unit or (next((other.unit for other in found if other.name == one.name), "") if one.whole else "")
        by_title = not one.name
        out.append(replace(one, name=name, names=names, year=year, unit=unit or measure, told_by_title=by_title))
    return out


def _says_all(title: str, name: str) -> bool:
    """Whether a title says all that a header does: "Thành lập mới tổ liên gia", of "Số tổ thành lập mới"."""
    return set(fold(name).split()) - set(fold(title).split()) <= words.OF_AMOUNTS


def levels_of(header: Sequence[Sequence[str]], column: int) -> list[str]:
    """The cells of the header over a column, with the one that is merged over it."""
    levels: list[str] = []
    for at, row in enumerate(header):
        below = any(later[column] and later[column] != row[column] for later in header[at + 1 :])
        own = row[column]
        if not own and below:
            own = next((cell for cell in reversed(row[:column]) if cell), "")
        if own and own not in levels:
            levels.append(own)
    return levels


def title_told(title: str) -> str:
    """What the title of a table says that it measures: "Thành lập mới tổ liên gia", of "CHỈ TIÊU THÀNH LẬP MỚI TỔ LIÊN
    GIA GIAO CÔNG AN CÁC XÃ"."""
    told = words.TITLE_END.sub("", words.TITLE_HEAD.sub("", title)).strip(" .:,-–")
    told = _as_sentence(told)
    return f"{told[:1].upper()}{told[1:]}"


def _as_sentence(text: str) -> str:
    """What is printed in capitals as it is written elsewhere; short forms stay."""
    if not text.isupper():
        return text
    return " ".join(w.lower() if is_syllable(fold(w).strip(' ,.;:–-()“”"')) else w for w in text.split())


def _indicator(levels: Sequence[str], column: int) -> Indicator:
    label = " ".join(levels)
    stood = any(STOOD.match(fold(level)) for level in levels)
    years = {int(year) for level in levels for year in _YEAR.findall(level)}
    units = [match[1].strip() for level in levels if (match := _UNIT.search(level))]
    whole = not stood and words.SUM_COLUMN.fullmatch(fold(_UNIT.sub("", levels[-1])).strip()) if levels else None
    shown = levels[:-1] if whole else levels
    year = years.pop() if len(years) == 1 and not whole and not stood else None
    name = " ".join(_lowered(list(_own_words(shown)))) if not stood else ""
    return Indicator(column, name, units[-1] if units else "", year, bool(whole), stood, _UNIT.sub("", label).strip())


def _own_words(levels: Sequence[str]) -> Iterator[str]:
    """What each level of a header says of the thing measured: without years, and without that it is an aim."""
    for level in levels:
        said = _UNIT.sub("", level).strip(" :")
        said = words.OF_YEAR.sub("", said).strip(" :,-–")
        said = words.IN_YEARS.sub("", words.AS_AIM.sub("", said)).strip(" :,-–")
        if said:
            yield f"{said[:1].upper()}{said[1:]}"


def _lowered(said: Sequence[str]) -> list[str]:
    return [*said[:1], *(f"{name[:1].lower()}{name[1:]}" for name in said[1:])]


def _with_those_beside(found: Sequence[Indicator]) -> list[Indicator]:
    """The columns that tell how things stood, each with the name of what stands beside it, where several are told."""
    names = {one.name for one in found if not one.stood}
    if len(names) < 2:
        return list(found)
    out: list[Indicator] = []
    for at, one in enumerate(found):
        beside = next((other.name for other in found[at + 1 :] if not other.stood), "") if one.stood else ""
        out.append(replace(one, name=beside) if one.stood else one)
    return out
