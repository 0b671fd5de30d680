"""The units of a plan under the names in full and for short that its text gives them: "P. KHTH" is "Phòng Kế hoạch tổng
hợp", "Cục Tin học và Thống kê (sau đây viết tắt là Cục THTK)" is "Cục THTK"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from knowledge.importing.units import may_be_one, short_of
from knowledge.lexicon.short_forms import BODIES, HEADS, KEPT
from knowledge.model import Task, Unit
from knowledge.short_forms import CAPITALS, Given, dotted_head, explained, fits, headless
from knowledge.vietnamese import fold

_NAME = re.compile(rf"(?<!\w)({'|'.join((*BODIES, *HEADS.values()))})\s+(?=[A-ZĐ])")
_ENDS = re.compile(r"[;:.()\n]|\s[-–]\s(?=[a-zđ])")
_WORD = re.compile(r"[^\W\d_]+")
_FAR = 110
_BREAKS = re.compile(r"[;:.()]")
_CODED = re.compile(rf"(?P<head>{'|'.join(sorted(BODIES, key=len, reverse=True))})\s+(?P<code>[A-ZĐ]{{1,4}}\d{{1,3}})")
"""A unit that is called by a code: "Phòng PC07"."""
_CELLS = ("lead", "cooperating")
_LEAST = 3
"""Letters of a short form that says of no kind of body."""


def with_given_names(units: Sequence[Unit], texts: Iterable[str]) -> list[Unit]:
    """The units, each with the full or the short name that the texts give it beside its own as an alias."""
    texts = list(texts)
    pairs = list(explained(texts))
    coded = [pair for unit in units if (code := _CODED.fullmatch(unit.name)) for pair in _of_code(code, texts)]
    return [_named(unit, [*pairs, *coded]) for unit in units]


def _of_code(unit: re.Match[str], texts: Iterable[str]) -> Iterator[Given]:
    """What a unit of a code is called before that stands in brackets: "Phòng Hậu cần (PH10)", of "Phòng PH10"."""
    mark = f"({unit['code']})"
    for text in texts:
        at = text.find(mark)
        before = text[max(0, at - _FAR) : at] if at > 0 else ""
        begins = before.rfind(f"{unit['head']} ")
        full = before[begins:].strip()
        if begins >= 0 and full != unit["head"] and not _BREAKS.search(full):
            yield Given(unit[0], full)


def _named(unit: Unit, pairs: Sequence[Given]) -> Unit:
    known = (unit.name, *unit.aliases)
    more = []
    for full, short in ((pair.full, pair.short) for pair in pairs):
        for one, other in ((full, short), (short, full)):
            if _is(unit.name, one) and not any(_is(name, other) for name in known):
                more.append(other)
    return unit.model_copy(update={"aliases": (*unit.aliases, *dict.fromkeys(more))}) if more else unit


def _is(name: str, other: str) -> bool:
    return fold(name) == fold(other) or may_be_one(name, other)


# ---- names of which the cells have but the initials, and nothing says what they stand for ---------------------------


def with_names_in_full(
    units: Sequence[Unit], tasks: Sequence[Task], texts: Sequence[str]
) -> tuple[list[Unit], list[Task]]:
    """The units with the one name that has the initials of which alone the cells consist: that of another unit, which
    then is the same one ("QLCL", "Phòng Quản lý chất lượng"), or one that the texts print; and the tasks with these."""
    found = list(units)
    same: dict[str, str] = {}
    for at, unit in enumerate(units):
        full = _only(unit, units, texts) if _is_short(unit.name) else ""
        other = next((place for place, one in enumerate(units) if full and fold(one.name) == fold(full)), at)
        first, last = sorted((at, other))
        if full:
            found[first] = _called(found[first], full, (*units[other].aliases, *unit.aliases, unit.name))
        if first != last:
            same[units[last].code] = found[first].code
    cells = (
        {cell: tuple(dict.fromkeys(same.get(code, code) for code in getattr(task, cell))) for cell in _CELLS}
        for task in tasks
    )
    told = [task.model_copy(update=cell) for task, cell in zip(tasks, cells, strict=True)] if same else list(tasks)
    return [unit for unit in found if unit.code not in same], told


def _is_short(name: str) -> bool:
    """Whether a name consists of capitals, but for the kind of body."""
    own = headless(dotted_head(name))
    letters = sum(map(str.isalpha, own))
    return CAPITALS.fullmatch(own) is not None and own not in KEPT and letters >= (_LEAST if own == name else 2)


def _only(unit: Unit, units: Sequence[Unit], texts: Sequence[str]) -> str:
    """The one name in full, of another unit or in the texts, whose initials a name has; "" where there is none."""
    short = dotted_head(unit.name)
    names = {fold(one.name): one.name for one in units if one is not unit and fits(short, one.name) == "whole"}
    for text in texts if not names else ():
        for match in _NAME.finditer(text):
            end = _ENDS.search(text, match.end(), match.end() + _FAR)
            last = end.start() if end else match.end() + _FAR
            name = next((n for n in _beginnings(text[match.start() : last]) if fits(short, n) == "whole"), "")
            if name:
                names.setdefault(fold(name), name)
    return next(iter(names.values())) if len(names) == 1 else ""


def _beginnings(text: str) -> Iterable[str]:
    return (text[: word.end()] for word in _WORD.finditer(text))


def _called(unit: Unit, full: str, aliases: Iterable[str]) -> Unit:
    names = tuple(name for name in dict.fromkeys(aliases) if name != full)
    return unit.model_copy(update={"name": full, "short": short_of(full, unit.code), "aliases": names})
