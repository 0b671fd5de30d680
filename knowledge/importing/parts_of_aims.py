"""The target that one part of a statement sets: its amount, and what that measures."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.importing.amounts import (
    AMOUNT,
    NAME,
    NUMBER,
    WHOLE,
    Found,
    bounded,
    bounds_in,
    horizon_of,
    number,
    sign_of,
)
from knowledge.importing.changes import moved, stood_before, without_asides
from knowledge.lexicon import targets as words
from knowledge.model import Comparator

_COUNT = re.compile(
    rf"(?<!\w)(?:{bounds_in(words.BOUNDS_OF_COUNTS)})\s*(?<!\w)(?P<number>{WHOLE})(?=\s+(?P<unit>(?:{NAME}\s?){{1,12}}))",
    re.IGNORECASE,
)
"""A bounded count: "ít nhất 15 cơ sở dữ liệu"; without such a word a number may be anything."""
_UNIT_END = re.compile(rf"\s+(?:{words.AFTER_THINGS})\b")
_NOT_THINGS = re.compile(rf"(?:{words.NOT_THINGS})\b", re.IGNORECASE)
_REACHED = re.compile(
    rf"(?<!\w)(?:(?:{words.COMES_TO})\s+)*"
    rf"(?P<printed>(?:{bounds_in(words.BOUNDS_OF_COUNTS | words.MORE_OR_LESS)}|{words.ABOUT})"
    rf"|(?:{words.IS})(?:\s+(?P<of>{words.OF_WHAT}))?|{words.FROM_ON})"
    rf"\s*(?<!\w)(?P<number>{NUMBER})(?![\w/.,–-]*\d)(?:\s+(?P<unit>{NAME}[^,.;:()]{{0,60}}))?",
    re.IGNORECASE,
)
_FIRST = re.compile(rf"(?P<printed>)(?P<number>{WHOLE})\s+(?P<unit>[^\W\d_][^,.;:()]{{2,60}})(?=\s|[,.;]|$)")
"""A number of things with which a part begins: "5.000 ngôi nhà đạt …"."""
_OF = re.compile(
    rf"^(?P<printed>)(?=(?:{words.MEASURES})\b)[^\d;]{{6,120}}?:?\s+(?P<number>{NUMBER})\s+(?P<unit>{NAME}[^,.;:()]{{0,60}})"
    r"(?=\s*(?:[,.;(]|$))",
    re.IGNORECASE,
)
"""What is measured with its amount beside it: "Sản lượng lương thực: 45.000 tấn"."""
_RANGE = re.compile(
    rf"(?<![\d/.,])\d[\d.]*(?:,\d+)?\s*%?\s*(?:{words.UP_TO})\s*"
    r"(?!(?:19|20)\d\d\b)\d[\d.]*(?:,\d+)?\s*(?:%|[^\W\d_])",
    re.IGNORECASE,
)
"""From one amount to another."""
SHORTEST, MEASURE, IN_A_LIST = 16, 8, 4
"""Characters of what a target measures, of what begins with the word for a measure, and of what stands for it in a
list."""
_MOST_WORDS = 8
"""Words of the name of what is counted; a longer one is cut."""
_IS_MEASURE = re.compile(rf"(?:{words.MEASURES})\b", re.IGNORECASE)
ANY_AMOUNT = re.compile(r"(?<![\w/.,–-])(?!(?:19|20)\d\d\b)\d+(?:[.,]\d+)*(?![\w/.,–-]*\d)")
_MADE = re.compile(
    rf"{words.MAKER}(?P<verb>{words.MADE})\b(?P<what>[^\d]{{0,60}}?)(?P<number>{WHOLE})\s+"
    r"(?P<unit>[^\W\d_][^,.;:()]{2,60})",
    re.IGNORECASE,
)
"""A number of things that are to be made: "thành lập mới 30 hợp tác xã"."""


def target_of(statement: str, *, aims: bool, shortest: int) -> Found | None:
    """The target of a part; what a bracket adds of the year before is no second amount."""
    if not aims:
        return _of_amounts(statement, statement, aims=False, shortest=shortest)
    told = without_asides(statement)
    found = moved(statement, told) or _of_amounts(statement, told, aims=True, shortest=shortest)
    stood = stood_before(statement)
    return replace(found, stood=stood) if found and stood else found


def _of_amounts(statement: str, told: str, *, aims: bool, shortest: int) -> Found | None:
    if (spread := _RANGE.search(told)) is not None:
        return _in_words(statement, spread, whole=len(_RANGE.findall(told)) == 1) if aims else None
    if words.NOT_TO_BE.match(told):
        return None
    amounts = [m for m in AMOUNT.finditer(told) if m[3]]
    if len(amounts) == 1:
        return _found(statement, amounts[0], shortest)
    counts = [] if amounts else list(_COUNT.finditer(told))
    if len(counts) == 1:
        return _counted(statement, counts[0])
    if amounts or counts:
        return _in_words(statement, (amounts or counts)[0]) if aims else None
    reached = list(_REACHED.finditer(told)) if aims and not counts else []
    if aims and not reached:
        alone = len(ANY_AMOUNT.findall(told)) == 1
        if alone and (made := _MADE.match(told)) and (found := _made(statement, made)):
            return found
        if alone and (of := _OF.match(told)):
            return _reached(statement, of, shortest)
        reached = [first] if (first := _FIRST.match(told)) else []
    return _reached(statement, reached[0], shortest) if len(reached) == 1 else None


def _in_words(statement: str, amount: re.Match[str], *, whole: bool = False) -> Found | None:
    """Several amounts in one part, or from one to another (`whole`: all that it says of amounts): none of them is the
    value."""
    start, _ = bounded(statement, amount)
    end = amount.end() - statement[amount.end() - 1].isalpha()
    metric = _metric(statement, start, end) if start >= MEASURE or (whole and not start) else ""
    metric = metric if len(metric) >= SHORTEST else statement.rstrip(".;")
    unit = "%" if "%" in statement else ""
    return Found(metric, None, None, unit, "", statement, horizon_of(statement)) if len(metric) >= SHORTEST else None


def _made(statement: str, found: re.Match[str]) -> Found | None:
    """A number of things that are made: what is measured are all the words but the number."""
    value, unit = number(found["number"]), " ".join(found["unit"].split()[:5])
    start, end = found.span("number")
    before = statement[:start].rstrip()
    aside = found["verb"].lower() == words.HAS and found["what"].strip()
    if value is None or aside or _counts_nothing(before, unit) or words.TIMES.match(unit):
        return None
    sign: Comparator = "-" if words.DOWN.search(before) else "="
    metric = _but_number(statement, start, end)
    return Found(metric, sign, value, unit, f"{found['number']} {unit}", statement, horizon_of(statement))


def _counts_nothing(before: str, unit: str) -> bool:
    """Whether a number is part of a name or a time: "Nghị quyết số 15", "Chỉ thị 40 của …", "xếp hạng 5 trong …"."""
    return bool(words.NO_COUNT.search(before) or _NOT_THINGS.match(unit) or _UNIT_END.match(f" {unit}"))


def _but_number(statement: str, start: int, end: int) -> str:
    """What is measured where things are made: all the words but the number, and by when."""
    before = words.HORIZON.sub("", statement[:start]).strip(" ,")
    before = "" if before.lower() == words.HAS else before
    rest = statement[end:].lstrip()
    rest = rest[money.end() :] if (money := words.MONEY.match(rest)) else rest
    return " ".join(f"{before} {rest}".strip(" .;,").split())


def _reached(statement: str, found: re.Match[str], shortest: int) -> Found | None:
    """An amount of anything: "diện tích đạt trên 7.000 ha"."""
    value, unit = number(found["number"]), (found["unit"] or "").strip(" ,.;:")
    at = found.start("number") if found.re is _OF else found.start()
    if found.re is _OF and _counts_nothing(statement[:at].rstrip(), unit):
        return None
    metric = words.FROM.sub("", _metric(statement, at, found.end("number")))
    if value is None or len(metric) < _least(metric, shortest) or _NOT_THINGS.match(unit) or unit.startswith("%"):
        return None
    more = words.AND_ON.search(unit)
    sign: Comparator = sign_of(found) if more is None else ">=" if more[0].endswith(words.UP) else "<="
    unit, of = _thing(unit[: more.start()] if more else unit, 4), found.groupdict().get("of")
    metric = f"{of} {metric}" if of else metric
    start = at if found.re is _OF else found.start("printed")
    printed = statement[start : found.start("unit") + len(unit) if found["unit"] else found.end("number")]
    printed = f"{printed}{more[0]}" if more else printed
    return Found(metric, sign, value, unit, printed, statement, horizon_of(statement))


def _counted(statement: str, count: re.Match[str]) -> Found | None:
    value, unit = number(count["number"]), _thing(count["unit"], _MOST_WORDS)
    if value is None or len(unit) < 2 or _NOT_THINGS.match(unit):
        return None
    printed = statement[count.start() : count.end("number")].strip()
    metric, sign = _metric(statement, count.start(), count.end("number")), sign_of(count)
    if words.EACH.match(metric) and (thing := _thing(count["unit"], 12)) not in metric:
        metric = metric if words.TIMES.match(thing) else f"{metric}: {thing}"
    elif len(metric) < _least(metric, SHORTEST) and metric == _metric(
        statement[: count.start()], count.start(), count.start()
    ):
        metric = _but_number(statement, count.start(), count.end("number"))
    if words.DOWN.search(metric):
        metric, sign = words.DOWN.sub("", metric).strip(), "-"
    return Found(metric, sign, value, unit, printed, statement, horizon_of(statement))


def _found(statement: str, amount: re.Match[str], shortest: int) -> Found | None:
    value = number(amount[1] + (amount[2] or ""))
    if value is None:
        return None
    start, sign = bounded(statement, amount)
    sign = ">=" if words.AND_MORE.match(statement, amount.end()) else sign
    end = more.end() if (more := words.AND_ON.match(statement, amount.end())) else amount.end()
    metric = _metric(statement, start, end)
    if sign == "-" and words.CUT.search(metric):
        metric = f"{metric} giảm {statement[end:].strip(' ,:;-–.')}".strip()
    if not words.BARE.fullmatch(metric) and (len(metric) < _least(metric, shortest) or words.VAGUE.match(metric)):
        metric = statement.rstrip(".;")
    printed = statement[start:end].strip()
    return Found(metric, sign, value, "%", printed, statement, horizon_of(statement))


def _least(metric: str, shortest: int) -> int:
    """Characters that what is measured has at least; what begins with the word for a measure is plain sooner."""
    return min(shortest, MEASURE) if _IS_MEASURE.match(metric) else shortest


def _thing(following: str, most: int) -> str:
    """The name of what is counted, of at most so many words, from what follows the number."""
    return " ".join(_UNIT_END.split(following, maxsplit=1)[0].split()[:most]).strip(" ,.;:")


def _metric(statement: str, start: int, end: int) -> str:
    """What is measured: the words before the value; after it where the sentence begins with the value."""
    before = words.HORIZON.sub("", statement[:start]).strip(" ,:;-–.")
    before = words.VERB.sub("", before).strip(" ,:;-–")
    after = words.SCALE.sub("", statement[end:].strip(" ,:;-–."))
    lacking = words.DOES.fullmatch(before) and not words.ASIDE.match(after)
    return before if len(before) >= 8 and not lacking else f"{before} {after}".strip()
