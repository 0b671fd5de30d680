"""Numeric targets in a plan's running text: conservative, for a wrong number is worse than one not found."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
from knowledge.importing.changes import moved, moves, stood_before, without_asides
from knowledge.importing.yearly_targets import yearly_targets
from knowledge.lexicon import targets as words
from knowledge.model import Comparator

_COUNT = re.compile(
    rf"(?<!\w)(?:{bounds_in(words.BOUNDS_OF_COUNTS)})\s*(?<!\w)(?P<number>{WHOLE})(?=\s+(?P<unit>(?:{NAME}\s?){{1,12}}))",
    re.IGNORECASE,
)
"""A bounded count: "ít nhất 15 cơ sở dữ liệu"; without such a word a number may be anything."""
_UNIT_END = re.compile(rf"\s+(?:{words.AFTER_THINGS})\b")
_NOT_THINGS = re.compile(rf"(?:{words.NOT_THINGS})\b", re.IGNORECASE)
_CAPITALS = "".join(filter(str.isupper, map(chr, range(0x41, 0x1EFA))))
_SENTENCE = re.compile(rf"(?<=[.;])\s+(?=[{_CAPITALS}0-9“])|(?<![\d%])\s+(?=[-+•]\s)|\s+(?=[-+•]\s+\D)")
_PART = re.compile(r";\s+(?!\()")
_NUMBERED = rf"(?:[a-zđ][.)/]|\d{{1,2}}(?:\.\d{{1,2}})*[.)/–-]|\d{{1,2}}(?:\.\d{{1,2}})+(?=\s+[{_CAPITALS}]))"
_LABEL = re.compile(rf"^{_NUMBERED}?\s*[^\d:;]{{4,90}}:\s+(?=\S.{{8,}})|^{_NUMBERED}\s+")
"""What a paragraph of several targets is headed with: "b) Xanh hóa các ngành kinh tế: …"."""
_ITEM = re.compile(rf"^{_NUMBERED}\s+(?=\D|\d+(?:,\d+)?\s*%)")
"""The number of a point, with which a sentence begins."""
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
_CLAUSE = 40
"""Characters of a clause that says by itself of what its amount is."""
_SHORTEST, _MEASURE, _IN_A_LIST = 16, 8, 4
"""Characters of what a target measures, of what begins with the word for a measure, and of what stands for it in a
list."""
_MEASURED = re.compile(rf"^((?:{words.MEASURES})\b[^\d:;]{{4,140}}):\s+(?=\S.{{6,}})", re.IGNORECASE)
"""A label that is itself what the amounts behind it are of: "Tỷ lệ hồ sơ đúng hạn: cấp tỉnh …, cấp xã …"."""
_MOST_WORDS = 8
"""Words of the name of what is counted; a longer one is cut."""
_IS_MEASURE = re.compile(rf"(?:{words.MEASURES})\b", re.IGNORECASE)
_COMMA = re.compile(r",\s+")
_BRACKET = re.compile(r"\([^()]*\)")
_ANY_AMOUNT = re.compile(r"(?<![\w/.,–-])(?!(?:19|20)\d\d\b)\d+(?:[.,]\d+)*(?![\w/.,–-]*\d)")
_NAMED_BY_NUMBER = re.compile(
    rf"\b(?:{words.NUMBERED})\s+\d+(?:(?:,| và)\s*\d+\b(?!\s*%))*(?!\s*%)|\b{words.A_WHILE}", re.IGNORECASE
)
_SHARES = re.compile(rf"\s+và\s+(?=(?:(?:{bounds_in(words.BOUNDS)})\s+)?\d+(?:,\d+)?\s*%\s+[^\W\d_])", re.IGNORECASE)
"""Between two shares of different things: "80% hồ sơ cấp huyện và 60% hồ sơ cấp xã"."""
_JOINT = "\x00"
_WORDS = re.compile(r"[^\W\d_]{2,}\s+[^\W\d_]{2}")
_MADE = re.compile(
    rf"{words.MAKER}(?P<verb>{words.MADE})\b(?P<what>[^\d]{{0,60}}?)(?P<number>{WHOLE})\s+"
    r"(?P<unit>[^\W\d_][^,.;:()]{2,60})",
    re.IGNORECASE,
)
"""A number of things that are to be made: "thành lập mới 30 hợp tác xã"."""


def read_targets(text: str, *, aims: bool = False) -> Iterator[Found]:
    """Targets of one paragraph, at most one for each sentence, or part of one between ";", that holds exactly one
    percentage, or none and exactly one bounded count of things. `aims`: the paragraph stands under a heading of aims,
    where any one amount after a verb is meant to be reached, and several in one part are a target in words."""
    period = words.PERIOD.match(text.strip(" -+•")) if aims else None
    if period is None:
        yield from _of_sentences(text, aims=aims)
        return
    label, told = period[0].strip(), text.strip(" -+•")[period.end() :]
    year = int(period["last"] or period["first"])
    for found in _of_sentences(told, aims=aims):
        yield replace(found, statement=f"{label} {found.statement}", horizon=found.horizon or year)


def _of_sentences(text: str, *, aims: bool) -> Iterator[Found]:
    measured, before = "", None
    for sentence in _SENTENCE.split(text):
        whole = words.SUBJECT.sub("", _ITEM.sub("", sentence.strip(" -+•")))
        if aims and not measured and (steps := _steps_of_all(whole)):
            yield from steps
            continue
        pieces = [piece.strip(" -+•") for piece in _PART.split(sentence)]
        having = [piece for piece in pieces if _has_amount(piece)]
        alone = aims and len(having) == 1 and len(having[0]) >= _CLAUSE
        for piece in pieces if len(having) > 1 else having if alone else [sentence.strip(" -+•")]:
            said = words.BESIDES.sub("", _ITEM.sub("", piece))
            if label := _MEASURED.match(said):
                measured, said = label[1], said[label.end() :]
            else:
                said = _LABEL.sub("", said) if len(pieces) > 1 else words.SUBJECT.sub("", said)
            said = said if before else words.INSIDE.sub("", said)
            inside = False
            for found in _told(said, measured, aims=aims):
                inside = inside or words.INSIDE.match(found.own) is not None
                told = _with_what_it_is_of(found, before, inside=inside)
                before = before if inside and before is not None else told
                if not words.BARE.fullmatch(told.metric):
                    yield told
        if not sentence.rstrip().endswith(";"):
            measured, before = "", None


def _told(said: str, measured: str, *, aims: bool) -> Iterator[Found]:
    """The targets of one part, each with what its list is of: "Tỷ lệ hồ sơ đúng hạn: …; UBND xã đạt 95%"."""
    if aims and not measured and not moves(said) and (steps := yearly_targets(said)):
        yield from steps
        return
    parts = _parts(said) if aims else [said]
    whole = f"{measured}: {said}" if measured else said
    first = ""
    for part in parts:
        found = _target(part, aims=aims, shortest=_IN_A_LIST if measured or first else _SHORTEST)
        alone = found is None and measured and aims
        found = _target(f"{measured} {part}", aims=True, shortest=_MEASURE) if alone else found
        if found is None:
            continue
        metric = found.metric
        if measured and not alone:
            metric = f"{measured}: {metric}".rstrip(" :")
        elif first and len(metric) < _SHORTEST and not words.BARE.fullmatch(metric):
            metric = f"{first}; {metric}"
        first = first or metric
        yield replace(found, metric=metric, statement=whole, own=part)


def _steps_of_all(said: str) -> list[Found]:
    """The steps of one thing in a sentence whose parts end with ";"."""
    steps = yearly_targets(said) if ";" in said.rstrip(";") else []
    steps = [replace(step, metric=step.metric.rstrip(" ;")) for step in steps]
    return [] if any(";" in step.metric for step in steps) else steps


def _parts(said: str) -> list[str]:
    """The parts of a statement at its commas, where each names one amount: "cấp tỉnh đạt 85%, cấp xã đạt 78%"."""
    shares = _SHARES.sub(_JOINT, said)
    parts: list[str] = []
    begun = ""
    for piece in _COMMA.split(shares):
        begun = f"{begun}, {piece}" if begun else piece
        if _amounts_in(begun):
            parts += begun.split(_JOINT)
            begun = ""
    if begun and parts:
        parts[-1] += f", {begun}"
    return parts if len(parts) > 1 and all(map(_is_whole, parts)) else [said]


def _amounts_in(part: str) -> list[re.Match[str]]:
    """The numbers that count something, outside brackets; each where it stands."""
    blank = _NAMED_BY_NUMBER.sub(_blank, _BRACKET.sub(_blank, part))
    return list(_ANY_AMOUNT.finditer(blank))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _is_whole(part: str) -> bool:
    """Whether a part says of what its one amount is: before it, or after the share with which it begins."""
    amounts = _amounts_in(part)
    if len(amounts) != 1:
        return False
    begins, _ = bounded(part, amounts[0])
    if begins:
        return _WORDS.search(part[:begins]) is not None
    after = part[amounts[0].end() :].lstrip()
    return (
        after.startswith("%") and _WORDS.match(thing := after[1:].lstrip()) is not None and not words.ASIDE.match(thing)
    )


def _has_amount(text: str) -> bool:
    return AMOUNT.search(text) is not None


def _target(statement: str, *, aims: bool, shortest: int) -> Found | None:
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
        alone = len(_ANY_AMOUNT.findall(told)) == 1
        if alone and (made := _MADE.match(told)) and (found := _made(statement, made)):
            return found
        if alone and (of := _OF.match(told)):
            return _reached(statement, of, shortest)
        reached = [first] if (first := _FIRST.match(told)) else []
    return _reached(statement, reached[0], shortest) if len(reached) == 1 else None


def _with_what_it_is_of(found: Found, before: Found | None, *, inside: bool) -> Found:
    """A part that only goes on with the one before it ("trong đó …", "tầm nhìn đến năm 2050 giảm …"), with that."""
    if before is None:
        return found
    step = words.STEP.match(found.own) is not None
    if not inside and not step and not words.BARE.fullmatch(words.HORIZON.sub("", found.metric).strip(" ,")):
        return found
    before_it = before.statement.rstrip(" ;.")
    whole = found.statement if before_it in found.statement else f"{before_it}; {found.statement}"
    metric = words.INSIDE.sub("", found.metric) if inside else before.metric
    if step:
        metric = f"{before.metric}: {found.own.rstrip(' .;')}"
    if inside and not words.OF_ALL.match(found.own):
        metric = f"{before.metric}: {metric}"
    return replace(found, metric=metric, statement=whole)


def _in_words(statement: str, amount: re.Match[str], *, whole: bool = False) -> Found | None:
    """Several amounts in one part, or from one to another (`whole`: all that it says of amounts): none of them is the
    value."""
    start, _ = bounded(statement, amount)
    end = amount.end() - statement[amount.end() - 1].isalpha()
    metric = _metric(statement, start, end) if start >= _MEASURE or (whole and not start) else ""
    metric = metric if len(metric) >= _SHORTEST else statement.rstrip(".;")
    unit = "%" if "%" in statement else ""
    return Found(metric, None, None, unit, "", statement, horizon_of(statement)) if len(metric) >= _SHORTEST else None


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
    elif len(metric) < _least(metric, _SHORTEST) and metric == _metric(
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
    return min(shortest, _MEASURE) if _IS_MEASURE.match(metric) else shortest


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
