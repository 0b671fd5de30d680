"""Which years the terms of a phrase mean: said once for several, listed after "các năm", or around what they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from knowledge.deadlines.grammar import NotUnderstood, Term
from knowledge.deadlines.items import Span, Unit

_ASIDE = frozenset({"comma", "open"})
_WIDTHS: dict[Unit, int] = {"day": 0, "month": 1, "quarter": 3, "half": 6, "year": 12, "school_year": 9}


def each_year(terms: list[Term]) -> list[Term]:
    """ "Trước 31/12 các năm 2026, 2027" comes back in each of these years; where they do not follow each other, the
    days are named one by one."""
    first = next((i for i, t in enumerate(terms) if i and t.each and t.touching and _is_year(t)), None)
    if first is None:
        return terms
    begin, end = first, first + 1
    while begin and (begin == first or terms[begin].joined) and is_free_part(terms[begin - 1]):
        begin -= 1
    while end < len(terms) and terms[end].joined and _is_year(terms[end]):
        end += 1
    parts, years = terms[begin:first], whole_ranges(terms[first:end])
    if not parts:
        return terms
    if len(years) == 1 and years[0].until:
        return [*terms[:first], Term("recur", recurs="yearly"), replace(years[0], gap=[]), *terms[end:]]
    named = [replace(p, span=_in_year(p.span, y), until=_in_year(p.until, y)) for y in _numbers(years) for p in parts]
    for term in named[1:]:
        term.gap = ["word"]
    return [*terms[:begin], *named, *terms[end:]]


def other_years(terms: list[Term]) -> list[Term]:
    """ "6 tháng đầu năm 2026 và 2027", "Trước 31/12/2026, 2027": a further year alone means the same part of it. A year
    with the word "năm" stands for itself."""
    found: list[Term] = []
    for term in terms:
        last = found[-1] if found else None
        again = last and last.span and _is_year(term) and term.bare and term.joined and term.until is None
        if again and last and last.span and last.span.year and last.span.unit != "year" and last.until is None:
            assert term.span is not None
            found.append(replace(last, span=_in_year(last.span, term.span.year or 0), gap=["word"]))
        else:
            found.append(term)
    return found


def _is_year(term: Term) -> bool:
    return term.span is not None and term.span.unit == "year" and term.span.year is not None and term.bound is None


def is_free_part(term: Term) -> bool:
    """Whether a term names a part of a year that it leaves open."""
    return term.span is not None and term.bound not in {"from", "past"} and not term.open_ended and is_part(term)


def _numbers(years: Sequence[Term]) -> list[int]:
    return [
        number
        for term in years
        if term.span and term.span.year
        for number in range(term.span.year, ((term.until or term.span).year or term.span.year) + 1)
    ]


def _in_year(span: Span | None, year: int) -> Span | None:
    return replace(span, year=year) if span else None


def whole_ranges(terms: Sequence[Term]) -> list[Term]:
    """The terms, where years that follow each other in a list are one range: "2026, 2027 và 2028"."""
    found: list[Term] = []
    for term in terms:
        last = found[-1] if found else None
        if last and _is_year(last) and _is_year(term) and term.joined and _follows(last, term, 1):
            found[-1] = replace(last, until=term.until or term.span)
        else:
            found.append(term)
    return found


def narrowed(terms: Sequence[Term]) -> list[Term]:
    """ "Năm 2026 (quý II)", "Năm 2026, trước ngày 30/9", "Quý II (năm 2026)" name one time, the narrower one."""
    found: list[Term] = []
    for term in terms:
        last = found[-1] if found else None
        span, gap = term.span, set(term.gap)
        if last and last.span and span and gap and gap <= _ASIDE and _holds(last, term, found):
            whole = last.span.year or 0
            found[-1] = replace(term, span=_in_year(span, whole), until=_in_year(term.until, whole), gap=last.gap)
        elif last and span and term.gap == ["open"] and is_free_part(last) and _is_alone(term, ()):
            last.span, last.until = _in_year(last.span, span.year or 0), _in_year(last.until, span.year or 0)
        else:
            found.append(term)
    return found


def _holds(whole: Term, part: Term, before: Sequence[Term]) -> bool:
    """Whether the later of two terms says more narrowly when: a part that names no year, of a year alone; or a day or
    period by which ("Quý III/2026 (trước 30/8)") that lies inside of it."""
    if _is_alone(whole, before) and is_free_part(part):
        return True
    a, b = whole.span, part.span
    if a is None or b is None:
        return False
    plain = whole.bound is None and whole.until is None and part.until is None and not whole.open_ended
    finer = _WIDTHS[b.unit] < _WIDTHS[a.unit] and a.first <= b.first and b.last <= a.last
    return plain and finer and a.year is not None and b.year in {None, a.year} and part.bound in {"before", "by"}


def _is_alone(year: Term, before: Sequence[Term]) -> bool:
    """Whether a year is one by itself, no range and none of a list."""
    return _is_year(year) and year.until is None and not year.open_ended and not (len(before) > 1 and year.joined)


def share_years(terms: Sequence[Term], year: int) -> None:
    """Gives every span its year: "15/6 và 15/12/2026" says it once, at the end; without any it is the document's."""
    spans = [t for t in terms if t.span]
    later: Span | None = None
    for term in reversed(spans):
        assert term.span is not None
        if term.until:
            term.until = _year_from(term.until, later)
            term.span = _year_from(term.span, term.until)
        term.span = _year_from(term.span, later)
        later = term.span if term.joined else None
    earlier: Span | None = None
    for term in spans:
        assert term.span is not None
        term.span = _year_after(term.span, earlier, year)
        if term.until:
            term.until = _year_after(term.until, term.span, year)
        earlier = term.until or term.span


def _year_from(span: Span, later: Span | None) -> Span:
    """The year of a span that stands before one with a year: the same, or the one before ("quý IV - quý I/2027")."""
    if span.year is not None or later is None or later.year is None:
        return span
    return span.in_year(later.year - 1 if span.first > later.last else later.year)


def _year_after(span: Span, earlier: Span | None, year: int) -> Span:
    if span.year is not None:
        return span
    if earlier is None or earlier.year is None:
        return sure(span.in_year(year))
    return sure(span.in_year(earlier.year + 1 if span.last < earlier.first else earlier.year))


def sure(span: Span) -> Span:
    """The span, if the calendar has it. Raises NotUnderstood."""
    if not span.possible:
        raise NotUnderstood  # 29/2 of a year that has none
    return span


def merge(terms: Sequence[Term], year: int) -> list[Term]:
    """Neighbouring periods in a list are one: "Quý II, III/2026" lasts from April to September."""
    merged: list[Term] = []
    for term in terms:
        last = merged[-1] if merged else None
        if last and last.span and term.span and term.joined and _follows(last, term, year):
            # "2026, 2027 và những năm tiếp theo" is open from the first of them.
            until = None if term.open_ended else term.until or term.span
            merged[-1] = replace(last, until=until, open_ended=term.open_ended)
        else:
            merged.append(term)
    return merged


def _follows(left: Term, right: Term, year: int) -> bool:
    if left.bound or right.bound or left.open_ended or (right.open_ended and not _is_year(right)):
        return False
    end, start = left.until or left.span, right.span
    if end is None or start is None or end.unit != start.unit or end.unit == "day":
        return False
    return end.in_year(year).ends() + timedelta(days=1) == start.in_year(year).starts()


def is_part(term: Term) -> bool:
    """Whether a span names a part of every year: its days or months, and no year."""
    assert term.span is not None
    spans = [s for s in (term.span, term.until) if s]
    named = all(s.year is None and s.unit != "year" for s in spans)
    return named and (term.bound != "from" or term.until is not None)
