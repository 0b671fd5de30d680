"""Tables of indicators and the sentences that set targets → targets of the plan."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from knowledge.importing.aims import Aims, sets_aims
from knowledge.importing.amounts import Found, read_value
from knowledge.importing.annexes import Part
from knowledge.importing.cells import FIELDS
from knowledge.importing.columns import by_years
from knowledge.importing.matrix_targets import of_units
from knowledge.importing.problems import Problem
from knowledge.importing.results import with_results
from knowledge.importing.rows import Entry, Reading, read_rows
from knowledge.importing.running_text import Section
from knowledge.importing.tables import NO_VALUE
from knowledge.importing.targets import read_targets
from knowledge.importing.tasks import place_of
from knowledge.lexicon import outlines as words
from knowledge.lexicon.importing import NOTE, STOOD
from knowledge.lexicon.targets import (
    COMMON_WORDS,
    EVERYWHERE,
    HEADED,
    INSIDE,
    NO_MORE_THAN_VALUES,
    NOTED,
    UNITS_IN_CAPITALS,
)
from knowledge.model import Target
from knowledge.numbering import figure_of
from knowledge.vietnamese import fold

_YEAR = re.compile(r"(?<!\d)(20[2-9]\d)(?!\d)")
_UNIT = re.compile(r"\(([^()]{1,25})\)\s*$")
_SHORT_NAME = re.compile(r"[A-ZĐ]{2,6}\d?")
"""A thing's own short name in brackets, which is no unit: "Dịch vụ công trực tuyến (OSI)"."""
_CALLED = re.compile(r"\(([A-ZĐ]{2,6}\d?)(?=[,;)])")
_INSIDE_ENDS = re.compile(r"[\s,:]+trong (?:số )?đó$", re.IGNORECASE)
_THING = 3
"""Words that say at least what a target measures."""


_COLUMN = re.compile(r"; (?=[^;:]{2,60}: )")
_ISSUED = re.compile(r"\s*\(|\s+ngày \d", re.IGNORECASE)
"""What follows the title of an annex: "(Kèm theo Nghị quyết … ngày …)"."""


def row_targets(parts: Sequence[Part], horizon: int, problems: list[Problem]) -> list[Target]:
    """A target for each row of the tables that list indicators; `horizon` for those that name no year."""
    listing = [part for part in parts if part.columns.kind == "indicators"]
    out: list[Target] = []
    for index, part in enumerate(listing, 1):
        prefix = "CT" if len(listing) == 1 else f"PL{figure_of(part.number) or index}.CT"
        label = next((part.columns.labels[column] for column in part.columns.all("value")), "")
        default = _year(label) or _year(part.title) or horizon
        table = of_units(part)
        if table is not None:
            out += table.targets(prefix, default)
            problems += table.unread()
            continue
        reading = read_rows(part.pages)
        problems += _unused(reading)
        named: dict[int, int] = {}
        titles: dict[tuple[int, str], str] = {}
        whole_row: Target | None = None
        for entry in reading.entries:
            if entry.level != "entry" and not entry.values["value"]:
                continue
            number = named[id(entry.section)] = named.get(id(entry.section), 0) + 1
            target = _row_target(part, entry, prefix, default, {t.code for t in out}, number)
            titles[id(entry.section), entry.code] = target.metric
            above = entry.code.rpartition(".")[0]
            if above and (whole := titles.get((id(entry.section), above))):
                target = target.model_copy(update={"names": (*target.names, f"{whole}: {target.metric}")})
            if entry.code:
                whole_row = target
            elif whole_row is not None and target.place == place_of(part, entry.section, ""):
                target = _part_of(whole_row, target)
            out += _by_year(part, entry, target)
    return _under_years(out)


def _under_years(targets: list[Target]) -> list[Target]:
    """The targets, of which those that measure the same under the headings of different years share a series."""
    same: dict[tuple[str, ...], list[Target]] = defaultdict(list)
    for target in targets:
        if target.series is None and target.value is not None:
            same[fold(target.metric), fold(target.unit), *target.names].append(target)
    series = {
        t.code: rows[0].code
        for rows in same.values()
        if len(rows) > 1 and len({t.horizon for t in rows}) == len(rows)
        for t in rows
    }
    return [t.model_copy(update={"series": series[t.code]}) if t.code in series else t for t in targets]


def _unused(reading: Reading) -> Iterator[Problem]:
    """Rows that fitted nowhere, and headings of no row."""
    heading = [entry for entry in reading.entries if entry.level != "entry" and not entry.values["value"]]
    rows = [entry for entry in reading.entries if entry.level == "entry"]
    of_rows = {id(above) for entry in rows for above in (entry.section, entry.group)}
    empty = [(entry.where, _all_of(entry)) for entry in heading if id(entry) not in of_rows]
    for where, text in [*reading.unused, *empty]:
        yield Problem("unused_row", severity="warning", data={"where": where, "text": text})


def _part_of(whole: Target, target: Target) -> Target:
    """A row without a number, below one that has one, is a part of that: it is called by both, and in the same unit."""
    metric = INSIDE.sub("", target.metric).strip(" :") or target.metric
    named = f"{_INSIDE_ENDS.sub('', whole.metric)}: {metric}"
    return target.model_copy(
        update={"metric": metric, "names": (*target.names, named), "unit": target.unit or whole.unit}
    )


def _by_year(part: Part, entry: Entry, target: Target) -> list[Target]:
    """A row with a column for each of several years is a target for each, sharing a series."""
    columns = [(column, _year(part.columns.labels[column])) for column in part.columns.all("value")]
    years = [year for _, year in columns if year]
    if len(columns) < 2 or len(set(years)) < len(columns):
        return [target]
    out: list[Target] = []
    for column, year in columns:
        printed = entry.values.get(f"value {column}", "")
        if year is None or not printed.strip(NO_VALUE):
            continue
        comparator, value = read_value(printed)
        facts = {
            "code": target.code if not out else f"{target.code}-{year}",
            "horizon": year,
            "comparator": comparator,
            "value": value,
            "value_printed": printed if value is not None else "",
            "statement": f"{_of_year(part.columns.labels[column])}, {target.metric}: {printed}"
            + _with_unit(target.unit if value is not None and target.unit not in printed else ""),
            "series": target.code,
        }
        out.append(target.model_copy(update=facts))
    return out or [target]


def _with_unit(unit: str) -> str:
    return unit if unit in ("", "%") else f" {unit}"


def _of_year(label: str) -> str:
    return f"Năm {label}" if _YEAR.fullmatch(label) else label


def _row_target(part: Part, entry: Entry, prefix: str, default: int, taken: set[str], number: int) -> Target:
    values = entry.values
    title = re.sub(r"^[-+•]\s*", "", values["title"]) or entry.printed
    year = _year(title) or _year(entry.section.title if entry.section else "") or default
    printed = values["value"]
    comparator, value = read_value(printed)
    named = None if values["measure"] else _UNIT.search(title)
    named = None if named and _SHORT_NAME.fullmatch(named[1]) and named[1] not in UNITS_IN_CAPITALS else named
    measure = values["measure"] or (named[1] if named else "") or ("%" if "%" in printed else _measure(part))
    statement = f"{title}: {printed}" + (f" ({values['measure']})" if values["measure"] else "") if printed else title
    stood, noted = _apart(values["note"])
    told = {**values, "note": noted}
    notes = (*_headings(entry), *(f"{word}{told[name]}" for name, word in NOTED if told[name]))
    code = f"{prefix}{entry.code}" if entry.code else f"{prefix}{entry.section.code if entry.section else ''}-{number}"
    base, again = code, 1
    while code in taken:
        again += 1
        code = f"{base}-{again}"
    metric = (_UNIT.sub("", title) if named else title).strip(" :") or title
    if part.title and by_years(part.columns.labels):
        metric = f"{metric} ({part.title})"
    return Target(
        code=code,
        horizon=year,
        metric=metric,
        names=(*_short_names(metric), *(f"{metric}: {said}" for said in _measured(part))),
        comparator=comparator,
        value=value,
        unit=measure,
        value_printed=printed if value is not None else "",
        statement=statement,
        place=place_of(part, entry.section, entry.printed),
        baseline=f"({stood})" if stood else None,
        notes=notes,
    )


def _headings(entry: Entry) -> Iterator[str]:
    """The headings that a row stands under, with what they say beside."""
    for above in (entry.section, entry.group):
        if above is not None and above is not entry:
            yield HEADED + _all_of(above)


def _all_of(entry: Entry) -> str:
    """Everything that a row of one title says."""
    said = [entry.title, *(text for name, text in entry.values.items() if name in FIELDS and name != "title")]
    return "; ".join(filter(None, said))


def _apart(note: str) -> tuple[str, str]:
    """What the columns tell of how things stood ("Hiện trạng năm 2025: 62"), and the rest of them."""
    columns = [column for column in _COLUMN.split(note) if column.rpartition(":")[2].strip(NO_VALUE)]
    stood = [column for column in columns if STOOD.match(fold(column))]
    return "; ".join(stood), "; ".join(column for column in columns if column not in stood)


def text_targets(sections: Iterable[Section], horizon: int, taken: set[str]) -> list[Target]:
    """Targets in sentences that stand under a heading of aims; those of one thing at two horizons share a series."""
    sections = list(sections)
    results = [section for section in sections if sets_aims(section.titles) is None]
    return with_results(_in_series(list(_text_targets(sections, horizon, taken))), results, _measured_words)


def _in_series(targets: Sequence[Target]) -> list[Target]:
    """Targets that measure one thing in different years, told by their words, with a series of their own."""
    words = [_measured_words(target.metric) for target in targets]
    series = _of_one_statement(targets)
    for at, one in enumerate(targets):
        later = [
            k
            for k, other in enumerate(targets)
            if other.horizon > one.horizon and other.unit.split("/")[0] == one.unit and _same_thing(words[at], words[k])
        ]
        alone = len({targets[k].horizon for k in later}) == len(later)
        if later and alone and series.keys().isdisjoint((at, *later)):
            series.update(dict.fromkeys((at, *later), one.code))
    return [target.model_copy(update={"series": series.get(at)}) for at, target in enumerate(targets)]


def _of_one_statement(targets: Sequence[Target]) -> dict[int, str]:
    """The series of targets that one statement sets for one thing in several years, by their places."""
    told: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, target in enumerate(targets):
        told[target.metric, target.statement].append(at)
    return {at: targets[places[0]].code for places in told.values() if len(places) > 1 for at in places}


def _measured_words(metric: str) -> frozenset[str]:
    return frozenset(w for w in re.findall(r"\w+", fold(metric)) if not COMMON_WORDS.fullmatch(w))


def _same_thing(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the words of one are those of the other, but for where: "trên phạm vi toàn quốc"."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _THING and shorter <= longer and longer - shorter <= EVERYWHERE


def _below_notes(sections: Sequence[Section]) -> set[str]:
    """The sections of what stands in annexes under the notes to their tables, which explain and set nothing."""
    heads = [section.code for section in sections if len(list(_above_notes(section))) < len(section.all_lines)]
    return {one.code for one in sections for head in heads if one.code.startswith(f"{head}.")}


def _above_notes(section: Section) -> Iterator[tuple[str, str]]:
    for text, place in section.all_lines:
        if section.code.startswith("PL") and NOTE.match(fold(text)):
            return
        yield text, place


def _text_targets(sections: Sequence[Section], horizon: int, taken: set[str]) -> Iterator[Target]:
    number, noted = 0, _below_notes(sections)
    for section in sections:
        if sets_aims(section.titles) is None:
            continue
        under = Aims(section.titles)
        context = _year(section.path)
        for text, place in () if section.code in noted else _above_notes(section):
            aims = under.of(text)
            context = (_year(text) if len(text) < 60 else None) or context
            for found in read_targets(text, aims=aims):
                if not aims and not words.AIMS.search(fold(found.statement)):
                    continue
                number += 1
                code = f"MT{number:02d}"
                if code in taken:
                    continue
                yield Target(
                    code=code,
                    horizon=found.horizon or context or horizon,
                    metric=found.metric,
                    names=_short_names(found.metric),
                    comparator=found.comparator,
                    value=found.value,
                    unit=found.unit,
                    value_printed=found.printed,
                    statement=found.statement,
                    place=place,
                    baseline=_stood(found, found.horizon or context or horizon),
                )


def _stood(found: Found, horizon: int) -> str | None:
    """What a bracket tells of a year before; the aim of a later year is none."""
    year = _year(found.stood)
    return found.stood if found.stood and (year is None or year < horizon) else None


def _measured(part: Part) -> list[str]:
    """What the values of a table measure, where its header says so ("Tốc độ bình quân") and the rows only of whom; and
    what the whole table is about."""
    labels = (part.columns.labels[column] for column in part.columns.all("value"))
    told = [_UNIT.sub("", label).strip(" :") for label in labels if not NO_MORE_THAN_VALUES.match(fold(label))]
    title = _ISSUED.split(part.title)[0].strip()
    return [said for said in (*told, title) if said] if told else []


def _short_names(metric: str) -> tuple[str, ...]:
    """The short name that a bracket gives to what is measured: "Hiệu quả logistics (LPI, của Ngân hàng Thế giới)"."""
    return tuple(name for name in _CALLED.findall(metric) if name not in UNITS_IN_CAPITALS)


def _measure(part: Part) -> str:
    """The unit that the header of the values names: "Tốc độ bình quân (%/năm)"."""
    labels = [part.columns.labels[column] for column in part.columns.all("value")]
    found = [match[1].lower() for label in labels if (match := _UNIT.search(label))]
    return found[0] if found else ""


def _year(text: str) -> int | None:
    years = [int(year) for year in _YEAR.findall(text)]
    return max(years) if years else None
