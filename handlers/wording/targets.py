"""What people read about targets."""

from __future__ import annotations

from handlers.wording import common
from handlers.wording import records as record_words
from knowledge.model import Target
from knowledge.pace import Judgement, Verdict
from knowledge.pace import path as yearly

HEADING = "Chỉ tiêu đến năm {horizon}: {count}"
HEADING_AREA = "Chỉ tiêu mục {code}. {title}, đến năm {horizon}: {count}"
HEADING_WORDS = "Chỉ tiêu có “{words}”, đến năm {horizon}: {count}"
NONE = "Kế hoạch không có chỉ tiêu nào như vậy."
NONE_WORDS = "Không tìm thấy chỉ tiêu nào có “{words}”. Đồng chí thử từ khác, hoặc chọn bên dưới."
OTHER_HORIZON = "Đến năm {horizon}"
AREAS = "Theo lĩnh vực"
CHOOSE_AREA = "Đồng chí chọn lĩnh vực:"
GONE = "Kế hoạch hiện không có chỉ tiêu {code}."
VALUE = "Mức"
BASELINE = "So với"
HORIZON = "Đến năm"
HORIZON_SHORT = " (đến {horizon})"
YEAR = "Trong năm"
PATH = "Lộ trình"
MEASURED_LINE = "{line}. Kết quả {value}{verdict}"
SAME = "Chỉ tiêu này đến năm {horizon}"
IN_YEAR = "năm {year}"
POINTS = " điểm %"
VERDICTS = {
    Verdict.REACHED: "đạt mục tiêu",
    Verdict.ON_PACE: "đúng lộ trình (mức năm {year}: {expected})",
    Verdict.BEHIND: "chậm so với lộ trình (mức năm {year}: {expected})",
    Verdict.AT_RISK: "có nguy cơ không đạt (mức năm {year}: {expected})",
    Verdict.SHORT: "chưa đạt, còn thiếu {distance}",
    Verdict.OPEN: "còn cách mục tiêu {distance}",
}
BESIDE_EVEN = "năm {year} cần {expected}: vừa đạt"
BESIDE_ABOVE = "năm {year} cần {expected}: cao hơn {distance}"
BESIDE_BELOW = "năm {year} cần {expected}: thấp hơn {distance}"
DRAWN = {
    Verdict.ON_PACE: "đúng tiến độ so với lần đo đầu",
    Verdict.BEHIND: "chậm tiến độ (theo đường thẳng từ lần đo đầu phải đạt {expected})",
    Verdict.AT_RISK: "có nguy cơ không đạt (theo đường thẳng từ lần đo đầu phải đạt {expected})",
}
COMPARATORS = {">=": "tối thiểu ", ">": "trên ", "=": "", "<=": "tối đa ", "<": "dưới ", "-": "giảm "}


def value(target: Target) -> str:
    """The target's value in the plan's own words where they are kept: "tối thiểu 90%"; "" without a number. A number
    that stands alone has its unit from the column or from what follows: "22 công trình", "không quá 45 phút"."""
    if target.value_printed:
        alone = target.unit and target.value_printed[-1].isdigit() and target.unit not in target.value_printed
        return _with_unit(target.value_printed, target.unit) if alone else target.value_printed
    if target.value is None:
        return ""
    number = f"{target.value:g}".replace(".", ",")
    sign = COMPARATORS.get(target.comparator or "=", "")
    return sign + _with_unit(number, target.unit)


def _with_unit(number: str, unit: str) -> str:
    """A number in its unit: "75%", "22 công trình"; "Tỷ đồng" begins with a capital in its column alone, "MWh" and "Ha"
    are not words."""
    first, *rest = unit.split(" ")
    word = first[1:].islower() and (len(first) > 2 or not first.isascii())
    inside = " ".join((first.lower() if word else first, *rest))
    return number + inside if inside.startswith("%") else f"{number} {inside}".strip()


def path(target: Target) -> str:
    """The yearly path of a target that has one: "2021: 30%, 2022: 50%, …"."""
    steps = yearly(target.pace) if target.pace else ()
    return ", ".join(f"{year}: {number(value, target)}" for year, value in steps)


def number(value: float, target: Target) -> str:
    """A value in the target's unit: "72,5%", "1.200 hồ sơ"."""
    whole, _, part = f"{round(value, 2):,.2f}".partition(".")
    shown = whole.replace(",", ".") + ("," + part.rstrip("0") if part.rstrip("0") else "")
    return _with_unit(shown, target.unit)


def unit(target: Target) -> str:
    """The unit that a target is measured in."""
    return target.unit or "%"


def measured(value: float, period: str, target: Target) -> str:
    """A value with what it was measured for: "72% (quý III/2026)"."""
    name = record_words.period(period)
    return number(value, target) + (f" ({name})" if name else "")


def points(distance: float, target: Target) -> str:
    """A difference: "8 điểm %", "200 hồ sơ"."""
    shown = number(abs(distance), target)
    return shown.replace("%", POINTS) if target.unit == "%" else shown


def verdict(judgement: Judgement, target: Target) -> str:
    """How a target lies: "chậm so với lộ trình (mức năm 2023: 70%)"."""
    shapes = VERDICTS | (DRAWN if judgement.drawn else {})
    return shapes[judgement.verdict].format(
        year=judgement.reading.day.year,
        expected=number(judgement.expected, target) if judgement.expected is not None else "",
        distance=points(judgement.goal - judgement.reading.value, target),
    )


def beside_path(judgement: Judgement, target: Target) -> str:
    """A value beside what the plan's path asks for in its year: "năm 2022 cần 50%: thấp hơn 8,5 điểm %"; "" without
    such a path."""
    if judgement.expected is None or judgement.drawn:
        return ""
    distance = judgement.reading.value - judgement.expected
    shape = BESIDE_EVEN if distance == 0 else BESIDE_ABOVE if distance > 0 else BESIDE_BELOW
    return shape.format(
        year=judgement.reading.day.year,
        expected=number(judgement.expected, target),
        distance=points(distance, target),
    )


def line(target: Target, *, horizon: bool = False) -> str:
    """One target in a list; with the year it is set for where the list has several."""
    shown = value(target)
    year = HORIZON_SHORT.format(horizon=target.horizon) if horizon else ""
    return f"{target.code} {common.shorten(target.metric, 100)}{year}" + (f": {shown}" if shown else "")


def label(target: Target) -> str:
    """A target on a choice."""
    return common.shorten(line(target), 48)
