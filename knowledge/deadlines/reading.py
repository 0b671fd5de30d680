"""From the terms of a phrase to its rule.

The first rule is the phrase's own, the others are its milestones. Where a phrase names an impossible day, names no
certain one ("đầu năm 2026") or is cut off, the rule is unknown: the office sets it by hand, nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from knowledge.deadlines.grammar import NotUnderstood, Term, terms_of
from knowledge.deadlines.items import Unit
from knowledge.deadlines.rule import Boundary, Kind, Recurs, Rule
from knowledge.deadlines.scan import scan
from knowledge.deadlines.text import prepare
from knowledge.deadlines.years import (
    each_year,
    is_free_part,
    is_part,
    merge,
    narrowed,
    other_years,
    share_years,
    sure,
    whole_ranges,
)

_KINDS: dict[Unit, Kind] = {
    "day": "date",
    "month": "month",
    "quarter": "quarter",
    "half": "half_year",
    "year": "year",
    "school_year": "year_range",
}
_FINEST: tuple[Unit, ...] = ("day", "month", "quarter", "half", "year", "school_year")
_RECURRING: dict[Recurs, Kind] = {
    "yearly": "recurring_yearly",
    "half_yearly": "half_year",
    "quarterly": "recurring_quarterly",
    "monthly": "recurring_monthly",
    "weekly": "recurring_fixed_date",
}
_RHYTHMS: dict[Unit, Recurs] = {"month": "monthly", "quarter": "quarterly", "half": "half_yearly"}
_ANY_LEAP_YEAR = 2024


@lru_cache(8192)
def read(text: str, year: int) -> Rule:
    """The rule of a printed phrase; `year` is the document's year, for phrases that name none. Never raises: what is
    not understood is kind "unknown"."""
    try:
        rules = _rules(terms_of(scan(*prepare(text))), year, " ".join(text.split()))
    except NotUnderstood:
        rules = []
    if not rules:
        return Rule("unknown", text)
    further = tuple(rule for rule in dict.fromkeys(rules) if rule != rules[0])
    return replace(rules[0], text=text, milestones=further)


def _rules(terms: list[Term], year: int, words: str) -> list[Rule]:
    """All rules of a phrase in printed order."""
    if any(span and not span.possible for term in terms for span in (term.span, term.until)):
        raise NotUnderstood
    certain = [t for t in terms if t.kind not in {"cond", "after", "day"}]
    if not certain:
        conditional = [t for t in terms if t.kind != "day"]
        after = next((t.after for t in conditional if t.after), None)
        return [Rule("conditional", condition=words, after=after)] if conditional else []
    _carry_bounds(certain)
    certain = other_years(each_year(certain))
    days = _days_of(terms)
    certain = [t for i, t in enumerate(certain) if not _repeats_rhythm(certain, i, terms, days)]
    rhythms = [t for t in certain if t.recurs]
    if not rhythms:
        return _dated(narrowed(certain), year)
    return _recurring(whole_ranges(certain), rhythms, days, year)


def _carry_bounds(terms: Sequence[Term]) -> None:
    """In "trước ngày 15/6 và 15/12", "trước 20/3; 20/6" the boundary is said once and holds for all."""
    for left, right in pairwise(terms):
        listed = right.joined or (right.gap == ["stop"] and right.span is not None and right.span.year is None)
        if listed and right.bound is None and _is_day(left) and _is_day(right) and left.bound != "from":
            right.bound = left.bound


def _is_day(term: Term) -> bool:
    return term.span is not None and term.span.unit == "day"


def _days_of(terms: Sequence[Term]) -> dict[int, list[Term]]:
    """The days of a month that belong to each rhythm, by the rhythm's id: "ngày 20 hằng tháng" names it right after,
    "hằng quý (trước ngày 15)" before."""
    found: dict[int, list[Term]] = {id(t): [] for t in terms if t.recurs}
    for index, term in enumerate(terms):
        if term.kind != "day":
            continue
        after = next((t for t in terms[index + 1 :] if t.kind != "day"), None)
        before = [t for t in terms[:index] if t.recurs]
        if after is not None and after.recurs and not after.gap:
            owner = after
        else:
            owner = next(iter(before[::-1] or [t for t in terms[index:] if t.recurs]), term)
        found.setdefault(id(owner), []).append(term)
    return found


def _repeats_rhythm(terms: Sequence[Term], index: int, all_: Sequence[Term], days: dict[int, list[Term]]) -> bool:
    """Whether a rhythm is named a second time: "định kỳ 6 tháng hằng năm", "thứ Sáu hằng tuần" name one, the first;
    "hằng quý (trước ngày 15 của tháng cuối quý)" too, and its day is the first one's."""
    term, before = terms[index], terms[index - 1] if index else None
    if not term.recurs or before is None or not before.recurs or term.gap:
        return False
    if not days[id(term)]:
        return all_[next(i for i, t in enumerate(all_) if t is term) - 1] is before
    if term.recurs == before.recurs and not days[id(before)]:
        days[id(before)] = days[id(term)]
        return True
    return False


# ---- dates -----------------------------------------------------------------------------------------------------------


def _dated(terms: list[Term], year: int) -> list[Rule]:
    # "Thường xuyên trong năm" names no year.
    always = any(t.kind == "ongoing" for t in terms)
    terms = [t for t in terms if not (always and t.span and t.span.unit == "year" and t.span.year is None)]
    share_years(terms, year)
    rules: list[Rule] = []
    for term in merge(terms, year):
        if term.span and rules and rules[-1].kind == "ongoing" and rules[-1].start is None and _limits_ongoing(term):
            # "Thường xuyên từ năm 2026", "Thường xuyên, giai đoạn 2021 - 2025"
            limit = _span_rule(term)
            until = term.bound == "by" and term.until is None
            rules[-1] = replace(rules[-1], start=None if until else limit.start, end=limit.end)
        elif term.span and rules and rules[-1].kind == "open_ended_from_year" and _closes(term):
            # "Năm 2022 và các năm tiếp theo đến năm 2025"
            rules[-1] = Rule("year_range", start=rules[-1].start, end=_span_rule(term).end)
        elif term.span:
            rules.append(_span_rule(term))
        elif term.kind == "ongoing" and not (rules and rules[-1].kind == "open_ended_from_year" and term.touching):
            # "Từ tháng 5/2026, thường xuyên" says one thing.
            rules.append(_ongoing(term))
    return rules


def _ongoing(term: Term) -> Rule:
    return Rule("ongoing", every=term.every or None)


def _limits_ongoing(term: Term) -> bool:
    assert term.span is not None
    whole_years = term.span.unit == "year" and term.bound in (None, "by")
    return term.touching and "and" not in term.gap and (whole_years or term.bound == "from" or term.open_ended)


def _closes(term: Term) -> bool:
    """Whether a year ends what was open before it."""
    assert term.span is not None
    return term.touching and term.span.unit == "year" and term.bound == "by" and term.until is None


def _span_rule(term: Term) -> Rule:
    """The rule of a span or range whose years are known."""
    assert term.span is not None
    span, until = sure(term.span), sure(term.until or term.span)
    start, end = span.starts(), until.ends()
    if start > end:
        raise NotUnderstood
    if term.open_ended or (term.bound == "from" and term.until is None):
        return Rule("open_ended_from_year", start=start)
    if term.bound == "past":
        return Rule("open_ended_from_year", start=end + timedelta(days=1))
    unit = min(span.unit, until.unit, key=_FINEST.index)
    if term.bound == "before":
        named = "month" if unit == "school_year" else _KINDS[unit]
        return Rule(named, end=start - timedelta(days=1), boundary="before")
    kind = _KINDS[unit] if unit == "day" or start.year == end.year else "year_range"
    if unit == "day" and term.until is None:
        return Rule(kind, end=end, boundary="by")
    return Rule(kind, start=start, end=end, boundary="by" if unit == "day" or term.bound == "by" else None)


# ---- rhythms ---------------------------------------------------------------------------------------------------------


def _recurring(terms: list[Term], rhythms: list[Term], days: dict[int, list[Term]], year: int) -> list[Rule]:
    """Rules of a phrase with a rhythm. Spans without a year are parts of each period ("Quý IV hằng năm"), spans of
    years that touch the rhythm limit it ("hằng năm, từ 2022"), others stand for themselves."""
    parts: dict[int, list[Term]] = {id(r): [] for r in rhythms}
    limits: dict[int, Term] = {}
    others: list[Term] = []
    for index, term in enumerate(terms):
        if term.span is None:
            continue
        rhythm = _rhythm_of(terms, index, rhythms)
        if is_part(term) and rhythm is not None:
            parts[id(rhythm)].append(term)
        elif rhythm is not None and _is_limit(term) and _beside(terms, index, rhythm):
            limits[id(rhythm)] = term
        elif term.span.unit != "year" or term.span.year is not None:
            others.append(term)
    share_years([*limits.values(), *others], year)

    rules: list[Rule] = []
    ongoing: Term | None = None
    for term in terms:
        if term.kind == "ongoing":
            # "Thường xuyên, liên tục" and "Hằng năm, thường xuyên" say one thing.
            if not (rules and term.touching and (rules[-1].recurs or rules[-1] == Rule("ongoing"))):
                ongoing = term
                rules.append(_ongoing(term))
        elif term in others:
            rules.append(_span_rule(term))
        elif any(term is r for r in rhythms):
            found = _rhythm_rules(term, parts[id(term)], limits.get(id(term)), days.get(id(term), []))
            if ongoing and rules and rules[-1] == Rule("ongoing") and _one_statement(terms, ongoing, term):
                # "Thường xuyên, hằng năm": ongoing work that is looked at once a year.
                rules[-1] = Rule("ongoing", recurs=term.recurs)
                found = found if parts[id(term)] or id(term) in limits else []
            rules += found
    # "Hằng năm … trước ngày 15/12 hằng năm" is named once whole and once by its day.
    by_part = {rule.recurs for rule in rules if rule.due_month_day or rule.months}
    rules = [rule for rule in rules if rule.recurs not in by_part or rule != Rule(rule.kind, recurs=rule.recurs)]
    return _begun(rules, terms)


def _begun(rules: list[Rule], terms: Sequence[Term]) -> list[Rule]:
    """The rules, where a first time and a rhythm are one: "Quý I/2026 và hằng năm" comes back in every first quarter
    from 2026 on, "Tháng 6/2026 và hằng tháng" every month from June on."""
    whole = terms[0].span
    if len(rules) != 2 or whole is None or whole.year is None or whole.unit == "school_year":
        return rules
    if terms[0].until or terms[0].bound in {"from", "past"}:
        return rules
    first, again = rules
    bare = again == Rule(again.kind, recurs=again.recurs) and len(terms) == 2 and terms[1].joined
    if bare and again.recurs == _RHYTHMS.get(whole.unit) and first.boundary is None:
        return [replace(again, start=first.start)]
    own = _part_rule(Rule("recurring_yearly", recurs="yearly"), terms[0])
    if again == own or (bare and again.recurs == "yearly"):
        return [replace(own, start=date(whole.year, 1, 1))]
    return rules


def _one_statement(terms: Sequence[Term], first: Term, last: Term) -> bool:
    """Whether no full stop or word stands between two terms."""
    places = [i for i, t in enumerate(terms) if t is first or t is last]
    return all(term.touching for term in terms[places[0] + 1 : places[-1] + 1])


def _is_limit(term: Term) -> bool:
    assert term.span is not None
    return (term.span.unit == "year" and term.span.year is not None) or term.bound == "from" or term.until is not None


def _beside(terms: Sequence[Term], index: int, rhythm: Term) -> bool:
    """Whether nothing but parts of the rhythm ("trước ngày 15/12") and no word stand between a limit and it."""
    at = next(i for i, t in enumerate(terms) if t is rhythm)
    first, last = sorted((at, index))
    between = terms[first + 1 : last]
    return all(t.span and is_part(t) for t in between) and all(t.touching for t in terms[first + 1 : last + 1])


def _rhythm_of(terms: Sequence[Term], index: int, rhythms: Sequence[Term]) -> Term | None:
    """The rhythm that a span belongs to: the one right after it ("15/8 hằng năm"), else the last one before it, else
    the first; None when a full stop parts it from one that no day of a year goes with ("hằng quý; ngày 10/12")."""
    after = terms[index + 1] if index + 1 < len(terms) else None
    if after is not None and not after.gap and any(after is r for r in rhythms):
        return after
    before = next((i for i in range(index - 1, -1, -1) if any(terms[i] is r for r in rhythms)), None)
    if before is None:
        return rhythms[0]
    stopped = any("stop" in t.gap for t in terms[before + 1 : index + 1])
    if not stopped or terms[before].recurs in {"yearly", "half_yearly"}:
        return terms[before]
    further = next((i for i in range(index + 1, len(terms)) if any(terms[i] is r for r in rhythms)), None)
    if further is not None and not terms[further].gap and all(is_free_part(t) for t in terms[index:further]):
        return terms[further]
    return None


def _rhythm_rules(rhythm: Term, parts: list[Term], limit: Term | None, days: list[Term]) -> list[Rule]:
    recurs = rhythm.recurs
    assert recurs is not None
    base = Rule(_RECURRING[recurs], recurs=recurs, weekday=rhythm.weekday)
    if limit:
        base = _limited(base, limit)
    if recurs in {"monthly", "weekly"} or not parts:
        return _with_days(base, days)
    merged = merge(parts, _ANY_LEAP_YEAR)
    if recurs == "yearly" and [p.span.unit for p in parts if p.span and not p.bound] == ["quarter"] * 4:
        return [replace(base, kind="recurring_quarterly", recurs="quarterly")]  # "quý I, II, III, IV hằng năm"
    if len(merged) == len(days) == 1:
        merged = [_on_day(merged[0], days[0])]
    # "Hằng quý (ngày 20 tháng cuối quý), … trước 20/12": the day of every quarter and those of the year.
    return [*(_with_days(base, days) if days and recurs == "quarterly" else ()), *(_part_rule(base, p) for p in merged)]


def _on_day(month: Term, day: Term) -> Term:
    """ "Tháng 9 hằng năm, trước ngày 15" names one day of the year."""
    span = month.span
    if span is None or span.unit != "month" or month.until:
        return month
    return Term("span", sure(replace(span, unit="day", day=day.day)), bound=day.bound)


def _limited(rule: Rule, limit: Term) -> Rule:
    span = _span_rule(limit)
    if limit.bound == "by" and limit.until is None:
        return replace(rule, end=span.end)  # "hằng năm, đến năm 2030"
    # A yearly rhythm in a single year is one that starts there: "Năm 2021 và hằng năm".
    single = rule.recurs == "yearly" and span.kind == "year"
    return replace(rule, start=span.start, end=None if single else span.end)


def _with_days(rule: Rule, days: list[Term]) -> list[Rule]:
    """The rule on each of these days of a month or quarter; "trước ngày 15 và 30 hằng tháng" says the boundary once."""
    if not days or rule.recurs not in {"monthly", "quarterly"}:
        return [rule]
    if not all(1 <= (term.day or 0) <= 31 for term in days):
        raise NotUnderstood
    bound = _boundary(days[0])
    numbers = dict.fromkeys(term.day or 0 for term in days)
    return [replace(rule, due_month_day=f"{day:02d}", boundary=bound) for day in numbers]


def _boundary(term: Term) -> Boundary:
    return "before" if term.bound == "before" else "by"


def _part_rule(rule: Rule, part: Term) -> Rule:
    assert part.span is not None
    if part.bound == "past":
        raise NotUnderstood  # "sau ngày 15/8 hằng năm" begins and does not end
    # "trước quý I - II" is before the first of them.
    last = (part.until or part.span) if part.bound != "before" else part.span
    if last.unit == "day":
        named = f"{last.first:02d}-{last.day or 1:02d}"
        return replace(rule, kind="recurring_fixed_date", due_month_day=named, boundary=_boundary(part))
    if part.span.first > last.last:
        raise NotUnderstood
    return replace(rule, months=(part.span.first, last.last), boundary="before" if part.bound == "before" else None)
