"""Numeric targets in a plan's running text: conservative, for a wrong number is worse than one not found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.importing.amounts import AMOUNT, Found, bounded, bounds_in
from knowledge.importing.changes import moves
from knowledge.importing.parts_of_aims import ANY_AMOUNT, IN_A_LIST, MEASURE, SHORTEST, target_of
from knowledge.importing.yearly_targets import yearly_targets
from knowledge.lexicon import targets as words

_CAPITALS = "".join(filter(str.isupper, map(chr, range(0x41, 0x1EFA))))
_SENTENCE = re.compile(rf"(?<=[.;])\s+(?=[{_CAPITALS}0-9“])|(?<![\d%])\s+(?=[-+•]\s)|\s+(?=[-+•]\s+\D)")
_PART = re.compile(r";\s+(?!\()")
_NUMBERED = rf"(?:[a-zđ][.)/]|\d{{1,2}}(?:\.\d{{1,2}})*[.)/–-]|\d{{1,2}}(?:\.\d{{1,2}})+(?=\s+[{_CAPITALS}]))"
_LABEL = re.compile(rf"^{_NUMBERED}?\s*[^\d:;]{{4,90}}:\s+(?=\S.{{8,}})|^{_NUMBERED}\s+")
"""What a paragraph of several targets is headed with: "b) Xanh hóa các ngành kinh tế: …"."""
_ITEM = re.compile(rf"^{_NUMBERED}\s+(?=\D|\d+(?:,\d+)?\s*%)")
"""The number of a point, with which a sentence begins."""
_CLAUSE = 40
"""Characters of a clause that says by itself of what its amount is."""
_MEASURED = re.compile(rf"^((?:{words.MEASURES})\b[^\d:;]{{4,140}}):\s+(?=\S.{{6,}})", re.IGNORECASE)
"""A label that is itself what the amounts behind it are of: "Tỷ lệ hồ sơ đúng hạn: cấp tỉnh …, cấp xã …"."""
_COMMA = re.compile(r",\s+")
_BRACKET = re.compile(r"\([^()]*\)")
_NAMED_BY_NUMBER = re.compile(
    rf"\b(?:{words.NUMBERED})\s+\d+(?:(?:,| và)\s*\d+\b(?!\s*%))*(?!\s*%)|\b{words.A_WHILE}", re.IGNORECASE
)
_SHARES = re.compile(rf"\s+và\s+(?=(?:(?:{bounds_in(words.BOUNDS)})\s+)?\d+(?:,\d+)?\s*%\s+[^\W\d_])", re.IGNORECASE)
"""Between two shares of different things: "80% hồ sơ cấp huyện và 60% hồ sơ cấp xã"."""
_JOINT = "\x00"
_WORDS = re.compile(r"[^\W\d_]{2,}\s+[^\W\d_]{2}")


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
        found = target_of(part, aims=aims, shortest=IN_A_LIST if measured or first else SHORTEST)
        alone = found is None and measured and aims
        found = target_of(f"{measured} {part}", aims=True, shortest=MEASURE) if alone else found
        if found is None:
            continue
        metric = found.metric
        if measured and not alone:
            metric = f"{measured}: {metric}".rstrip(" :")
        elif first and len(metric) < SHORTEST and not words.BARE.fullmatch(metric):
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
    return list(ANY_AMOUNT.finditer(blank))


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
