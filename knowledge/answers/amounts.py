"""Conditions on the values of targets: "trên 80%", "từ 90% trở lên", "cao nhất"."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from knowledge.lexicon.amounts import HIGHEST, LOWEST
from knowledge.measures import number
from knowledge.model import Target
from knowledge.patterns import seldom
from knowledge.questions import Question
from knowledge.vietnamese import fold

_Form = tuple[str, re.Pattern[str], Callable[[float, float], bool]]
_N = r"(?P<n>\d+(?:[.,]\d+)?) ?(?:%|phan tram)"
_BOUNDS: tuple[_Form, ...] = (
    ("from", seldom(rf"\b(?:tu )?{_N} tro len\b"), operator.ge),
    ("up_to", seldom(rf"\b(?:tu )?{_N} tro xuong\b"), operator.le),
    ("up_to", seldom(rf"\b(?:khong qua|khong vuot|toi da) {_N}"), operator.le),
    ("below", seldom(rf"\b(?:duoi|thap hon|chua den|chua toi|it hon|nho hon) {_N}"), operator.lt),
    ("above", seldom(rf"\b(?:tren|hon|vuot) {_N}"), operator.gt),
)
"""How a bound is said, folded, and what it means. "Tối thiểu 80%" is how plans print a value, and no bound."""
_ANY = r"(?P<n>\d++(?:[.,]\d++)*+)(?P<percent> ?(?:%|phan tram))?+"
_OF_ROWS: tuple[_Form, ...] = (
    ("from", seldom(rf"\b(?:tu )?{_ANY}(?: [a-z]+)?? tro len\b"), operator.ge),
    ("up_to", seldom(rf"\b(?:tu )?{_ANY}(?: [a-z]+)?? tro xuong\b"), operator.le),
    ("up_to", seldom(rf"\b(?:khong qua|khong vuot|toi da|nhieu nhat) {_ANY}"), operator.le),
    (
        "below",
        seldom(rf"\b(?:duoi|thap hon|chua den|chua toi|it hon|nho hon|(?:khong|chua) (?:dat|du)) (?:muc )?{_ANY}"),
        operator.lt,
    ),
    ("above", seldom(rf"\b(?:tren|hon|vuot) (?:muc )?{_ANY}"), operator.gt),
    ("from", seldom(rf"\b(?:dat|tu|it nhat|toi thieu) (?:muc )?{_ANY}(?! (?:den|toi)\b)"), operator.ge),
)
"""The same of the rows of a table, whose values are of any measure: "đạt 90%", "trên 10.000 lượt"."""
_SPAN_OF_ROWS = seldom(
    r"(?<!tang )(?<!giam )\b(?:tu|khoang|giua) (?:muc )?(?P<a>\d++(?:[.,]\d++)*+)(?: ?%| phan tram)? (?:den|toi|va) "
    rf"(?:muc )?{_ANY}"
)
_OTHER = seldom(rf"\bkhac (?:voi |muc )*{_N}")
_SPAN = seldom(
    r"(?<!tang )(?<!giam )(?<!nang )\b(?:tu|khoang|giua) (?P<a>\d+(?:[.,]\d+)?)(?: ?%| phan tram)? (?:den|toi|va) "
    + _N.replace("<n>", "<b>")
)
"""Between two percentages."""


def bounds_of(q: Question) -> list[Bound]:
    """The bounds that are said of the rows of a table; of "từ 70% đến 80%" both."""
    said = " ".join(q.words).replace(" %", "%")
    if (span := _SPAN_OF_ROWS.search(said)) and (first := number(span["a"])) < (last := number(span["n"])):
        ends = (("from", operator.ge, first), ("up_to", operator.le, last))
        found = [Bound(name, span[0], meets, at, bool(span["percent"])) for name, meets, at in ends]
    else:
        found = _bounds(said, _OF_ROWS)
    return [b for b in found if b.percent or b.at not in q.years]


def of_value(q: Question, targets: Sequence[Target]) -> tuple[dict[str, str], list[Target]]:
    """The targets that have the percentage asked for ("value"), do not have it ("not_value"), or are within what is
    said ("from", "up_to", "above", "below", "between"), unless the plan prints just that ("trên 30%"): the filters by
    their names, with what they say."""
    said = " ".join(q.words).replace(" %", "%")
    shares = [t for t in targets if t.unit == "%" and t.value is not None]
    if (span := _SPAN.search(said)) and (first := _amount(span["a"])) < (last := _amount(span["b"])):
        return {"between": f"{first:g}% đến {last:g}%"}, [t for t in shares if t.value and first <= t.value <= last]
    bounds = _bounds(said)
    if bounds:
        wording, *_ = bounds
        printed = [t for t in targets if wording.text in fold(f"{t.value_printed} {t.statement}").replace(" %", "%")]
        if found := [t for t in printed if t.value == wording.at and len(bounds) == 1]:
            return _exactly(q), found
        kept = [t for t in shares if all(b.meets(t.value or 0.0, b.at) for b in bounds)]
        return {b.name: f"{b.at:g}%" for b in bounds}, kept
    if _OTHER.search(said):
        return {"not_value": _exactly(q)["value"]}, [t for t in shares if t.value not in q.percents]
    return _exactly(q), [t for t in targets if t.value in q.percents]


def _exactly(q: Question) -> dict[str, str]:
    return {"value": ", ".join(f"{p:g}%" for p in q.percents)}


class Bound(NamedTuple):
    """`text`: as it is said, `at`: its number, `meets`: the comparison, `percent`: it is said to be one."""

    name: str
    text: str
    meets: Callable[[float, float], bool]
    at: float
    percent: bool = True


def _bounds(said: str, forms: Sequence[_Form] = _BOUNDS) -> list[Bound]:
    """All bounds that are said; a number is one of the first form that has it ("thấp hơn 50%" is not "hơn 50%")."""
    found: dict[int, Bound] = {}
    for name, form, meets in forms:
        for bound in form.finditer(said):
            percent = bool(bound.groupdict().get("percent", "%"))
            at = number(bound["n"]) if forms is _OF_ROWS else _amount(bound["n"])
            found.setdefault(bound.start("n"), Bound(name, bound[0], meets, at, percent))
    return list(found.values())


def _amount(number: str) -> float:
    return float(number.replace(",", "."))


def extreme(q: Question, targets: Sequence[Target]) -> list[Target]:
    """The targets in percent with the highest or lowest value, where that is asked ("cao nhất"); else none."""
    highest = q.says(*HIGHEST)
    valued = [(t.value, t) for t in targets if t.unit == "%" and t.value is not None]
    if not valued or not (highest or q.says(*LOWEST)):
        return []
    bound = (max if highest else min)(value for value, _ in valued)
    return [t for value, t in valued if value == bound]
