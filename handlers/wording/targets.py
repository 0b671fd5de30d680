"""What people read about targets."""

from __future__ import annotations

from handlers.wording import common
from knowledge.model import Target
from knowledge.pace import Judgement, Verdict

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
METRIC = "Chỉ tiêu"
BASELINE = "So với"
HORIZON = "Đến năm"
HORIZON_SHORT = " (đến {horizon})"
YEAR = "Trong năm"
PATH = "Lộ trình"
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
DRAWN = {
    Verdict.ON_PACE: "đúng tiến độ so với lần đo đầu",
    Verdict.BEHIND: "chậm tiến độ (theo đường thẳng từ lần đo đầu phải đạt {expected})",
    Verdict.AT_RISK: "có nguy cơ không đạt (theo đường thẳng từ lần đo đầu phải đạt {expected})",
}
COMPARATORS = {">=": "tối thiểu ", ">": "trên ", "=": "", "<=": "tối đa ", "<": "dưới ", "-": "giảm "}


def value(target: Target) -> str:
    """The target's value in the plan's own words where they are kept: "tối thiểu 90%"; "" without a number."""
    if target.value_printed:
        return target.value_printed
    if target.value is None:
        return ""
    number = f"{target.value:g}".replace(".", ",")
    sign = COMPARATORS.get(target.comparator or "=", "")
    return f"{sign}{number}%" if target.unit == "%" else f"{sign}{number} {target.unit}"


def number(value: float, target: Target) -> str:
    """A value in the target's unit: "72,5%", "1.200 hồ sơ"."""
    whole, _, part = f"{round(value, 2):,.2f}".partition(".")
    shown = whole.replace(",", ".") + ("," + part.rstrip("0") if part.rstrip("0") else "")
    return f"{shown}%" if target.unit == "%" else f"{shown} {target.unit}".strip()


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


def line(target: Target, *, horizon: bool = False) -> str:
    """One target in a list; with the year it is set for where the list has several."""
    shown = value(target)
    year = HORIZON_SHORT.format(horizon=target.horizon) if horizon else ""
    return f"{target.code} {common.shorten(target.metric, 100)}{year}" + (f": {shown}" if shown else "")


def label(target: Target) -> str:
    """A target on a choice."""
    return common.shorten(line(target), 48)
