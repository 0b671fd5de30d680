"""From a rule back to words that mean it."""

from __future__ import annotations

from datetime import date, timedelta

from knowledge.deadlines.rule import Recurs, Rule

_ROMAN = ("", "I", "II", "III", "IV")
_WEEKDAYS = ("", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_RHYTHMS: dict[Recurs, str] = {
    "yearly": "hằng năm",
    "half_yearly": "định kỳ 6 tháng",
    "quarterly": "hằng quý",
    "monthly": "hằng tháng",
    "weekly": "hằng tuần",
}


def phrase(rule: Rule) -> str:
    """A Vietnamese phrase that reads back as the same rule (`text` aside), whatever the document's year."""
    if rule.kind == "conditional":
        return rule.condition
    words = "; ".join([_own(rule), *(_own(m) for m in rule.milestones)])
    return words[:1].upper() + words[1:]


def _own(rule: Rule) -> str:
    if rule.kind == "unknown":
        return ""
    if rule.kind == "ongoing":
        return "thường xuyên" + (f", {_RHYTHMS[rule.recurs]}" if rule.recurs else _limit(rule.start, rule.end))
    if rule.recurs:
        return _recurring(rule, rule.recurs)
    if rule.kind == "open_ended_from_year":
        return _open_ended(rule.start) if rule.start else ""
    if rule.boundary == "before" and rule.end:
        return f"trước {_named(rule.kind, rule.end + timedelta(days=1))}"
    if rule.end is None:
        return ""
    if rule.start is None:
        return f"{rule.end:%d/%m/%Y}"
    words = _range(rule.kind, rule.start, rule.end)
    return f"đến hết {words}" if rule.boundary == "by" and rule.kind != "date" else words


def _open_ended(start: date) -> str:
    if (start.month, start.day) == (1, 1):
        return f"năm {start.year} và các năm tiếp theo"
    return f"từ {_opening(start)}"


def _opening(start: date) -> str:
    if start.day != 1:
        return f"ngày {start:%d/%m/%Y}"
    return f"năm {start.year}" if start.month == 1 else f"tháng {start.month}/{start.year}"


def _named(kind: str, start: date) -> str:
    """The day or period that starts on `start`, by its name."""
    match kind:
        case "date":
            return f"ngày {start:%d/%m/%Y}"
        case "month":
            return f"tháng {start.month}/{start.year}"
        case "quarter":
            return f"quý {_ROMAN[(start.month + 2) // 3]}/{start.year}"
        case "half_year":
            return f"6 tháng {'đầu' if start.month == 1 else 'cuối'} năm {start.year}"
        case _:
            return f"năm {start.year}"


def _range(kind: str, start: date, end: date) -> str:
    if kind == "year_range":
        whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
        kind = "year" if whole else "month"
        if whole:
            return f"giai đoạn {start.year} - {end.year}"
    first, last = _named(kind, start), _named(kind, _start_of_last(kind, end))
    if kind == "date":
        return f"từ {first} đến {last}"
    return first if first == last else f"từ {first} đến {last}"


def _start_of_last(kind: str, end: date) -> date:
    """First day of the period of this kind that ends on `end`."""
    months = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}.get(kind)
    return end if months is None else date(end.year, end.month - months + 1, 1)


def _limit(start: date | None, end: date | None) -> str:
    """The years between which work goes on or comes back."""
    if start and end:
        whole = (start.year, start.month, end.month) == (end.year, 1, 12)
        return f", {_range('year' if whole else 'month' if start.year == end.year else 'year_range', start, end)}"
    if end:
        return f", đến hết năm {end.year}"
    return f", từ {_opening(start)}" if start else ""


def _recurring(rule: Rule, recurs: Recurs) -> str:
    rhythm = _RHYTHMS[recurs] + _limit(rule.start, rule.end)
    strict = "trước " if rule.boundary == "before" else ""
    if rule.due_month_day and "-" in rule.due_month_day:
        month, day = rule.due_month_day.split("-")
        return f"{strict}ngày {day}/{month} {rhythm}"
    if rule.due_month_day:
        return f"{strict}ngày {rule.due_month_day} {rhythm}"
    if rule.months:
        return f"{strict}{_months(*rule.months)} {rhythm}"
    if rule.weekday:
        return f"{_WEEKDAYS[rule.weekday]} {rhythm}"
    return rhythm


def _months(first: int, last: int) -> str:
    if (first, last) in {(1, 6), (7, 12)}:
        return f"6 tháng {'đầu' if first == 1 else 'cuối'} năm"
    if last - first == 2 and last % 3 == 0:
        return f"quý {_ROMAN[last // 3]}"
    return f"tháng {first}" if first == last else f"từ tháng {first} đến tháng {last}"
