"""What holds for every rule and every text."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from knowledge.deadlines import Recurs, Rule, phrase, read

YEARS = st.integers(1990, 2060)
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
PIECES = """
    trước ngày tháng quý năm hằng hàng từ đến trong và các tiếp theo 6 15 31 2 2021 2026 15/8 31/2/2026 IV II - – / , ;
    ( ) thường xuyên định kỳ sau khi theo cuối đầu chậm nhất giai đoạn lần 100 kể ban hành 20% số 258/QĐ-UBND hoàn
    thành Quốc hội nửa học thứ tư tuần báo cáo sau cuối 2027 2028 2030 24/7 kết thúc
"""
WORDS = st.sampled_from(PIECES.split())


def last(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


@st.composite
def periods(draw: st.DrawFn) -> Rule:
    """A month, quarter, half or year, or several in a row inside one year."""
    kind, width = draw(st.sampled_from([("month", 1), ("quarter", 3), ("half_year", 6), ("year", 12)]))
    first = draw(st.integers(1, 12 // width))
    until = draw(st.integers(first, 12 // width))
    year = draw(YEARS)
    start, end = date(year, (first - 1) * width + 1, 1), last(year, until * width)
    if draw(st.booleans()):
        return Rule(kind, end=start - timedelta(days=1), boundary="before")  # type: ignore[arg-type]
    return Rule(kind, start=start, end=end, boundary=draw(st.sampled_from([None, "by"])) if first == until else None)  # type: ignore[arg-type]


@st.composite
def ranges(draw: st.DrawFn) -> Rule:
    start, end = draw(YEARS), draw(st.integers(1, 12))
    first = date(start, draw(st.integers(1, 12)), 1)
    return Rule("year_range", start=first, end=last(start + draw(st.integers(1, 9)), end))


@st.composite
def days(draw: st.DrawFn) -> Rule:
    first, second = sorted((draw(DAYS), draw(DAYS)))
    if draw(st.booleans()):
        return Rule("date", end=second, boundary=draw(st.sampled_from(["by", "before"])))
    return Rule("date", start=first, end=second, boundary="by")


@st.composite
def rhythms(draw: st.DrawFn) -> Rule:
    kinds: dict[Recurs, str] = {
        "yearly": "recurring_yearly",
        "half_yearly": "half_year",
        "quarterly": "recurring_quarterly",
        "monthly": "recurring_monthly",
        "weekly": "recurring_fixed_date",
    }
    recurs = draw(st.sampled_from(list(kinds)))
    kind = kinds[recurs]
    found: dict[str, object] = {}
    choice = draw(st.integers(0, 3))
    if choice == 1 and recurs in ("yearly", "half_yearly", "quarterly"):
        month = draw(st.integers(1, 12))
        found["due_month_day"] = f"{month:02d}-{draw(st.integers(1, calendar.monthrange(2024, month)[1])):02d}"
        found["boundary"], kind = draw(st.sampled_from(["by", "before"])), "recurring_fixed_date"
    elif choice == 1 and recurs == "monthly":
        found["due_month_day"], found["boundary"] = (
            f"{draw(st.integers(1, 31)):02d}",
            draw(st.sampled_from(["by", "before"])),
        )
    elif choice == 2 and recurs in ("yearly", "half_yearly", "quarterly"):
        width = draw(st.sampled_from([1, 3, 6]))
        first = draw(st.integers(0, 12 // width - 1)) * width + 1
        found["boundary"] = draw(st.sampled_from([None, "before"]))
        last_month = first + width - 1 if found["boundary"] else draw(st.integers(first + width - 1, 12))
        found["months"] = (first, last_month)
    elif recurs == "weekly" and choice == 3:
        found["weekday"] = draw(st.integers(1, 7))
    if draw(st.booleans()):
        start = draw(YEARS)
        if opens := draw(st.booleans()):
            found["start"] = date(start, 1, 1)
        if not opens or draw(st.booleans()):
            found["end"] = date(start + draw(st.integers(1, 9)), 12, 31)
    return Rule(kind, recurs=recurs, **found)  # type: ignore[arg-type]


OTHERS = st.one_of(
    st.builds(Rule, st.just("ongoing"), recurs=st.sampled_from([None, "yearly", "quarterly", "monthly"])),
    st.builds(Rule, st.just("open_ended_from_year"), start=DAYS),
    st.sampled_from(
        [
            Rule("unknown"),
            Rule("conditional", condition="Sau khi Chính phủ có văn bản"),
            Rule("conditional", condition="100 ngày kể từ ngày ban hành Kế hoạch", after="P100D"),
        ]
    ),
)
DATED = st.one_of(periods(), ranges(), days())


@settings(deadline=None)
@given(st.one_of(DATED, rhythms(), OTHERS), YEARS)
def test_every_rule_prints_to_words_that_read_back_as_the_same_rule(rule: Rule, year: int) -> None:
    words = phrase(rule)
    assert read(words, year) == rule, words


@settings(deadline=None)
@given(st.lists(DATED, min_size=2, max_size=4, unique=True), YEARS)
def test_several_milestones_print_back_too(rules: list[Rule], year: int) -> None:
    first, *further = rules
    rule = Rule(**{f: getattr(first, f) for f in Rule.__slots__ if f != "milestones"}, milestones=tuple(further))
    assert read(phrase(rule), year) == rule, phrase(rule)


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(WORDS, max_size=9).map(" ".join), st.lists(WORDS, max_size=6).map("".join)), YEARS)
@example("\ud800 30/6/2026 \x00", 2026)
@example("quý " * 500, 2026)
@example("99999999999/99999999999", 2026)
def test_no_text_raises_and_what_is_read_reads_back(text: str, year: int) -> None:
    rule = read(text, year)
    assert rule.text == text
    assert rule.start is None or rule.end is None or rule.start <= rule.end
    assert read(phrase(rule), year) == rule, phrase(rule)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=9).map(" ".join), YEARS)
def test_an_impossible_day_makes_the_whole_unknown(words: str, year: int) -> None:
    assert read(f"trước ngày 31/2/2026; {words}", year).kind == "unknown"


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.lists(st.integers(2026, 2036), min_size=1, unique=True))
def test_a_day_of_listed_years_is_due_in_each_of_them_and_in_no_other(day: date, years: list[int]) -> None:
    assume((day.month, day.day) != (2, 29))
    years.sort()
    rule = read(f"trước ngày {day.day}/{day.month} các năm {', '.join(map(str, years))}", 2026)
    lasts = [date(year, day.month, day.day) - timedelta(days=1) for year in years]
    if len(years) > 1 and years[-1] - years[0] == len(years) - 1:
        found = (rule.recurs, rule.due_month_day, rule.start, rule.end, rule.boundary)
        assert found == ("yearly", f"{day:%m-%d}", date(years[0], 1, 1), date(years[-1], 12, 31), "before")
    else:
        assert [one.end for one in (rule, *rule.milestones)] == lasts
