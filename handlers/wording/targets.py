"""What people read about targets."""

from __future__ import annotations

from handlers.wording import common
from knowledge.model import Target

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


def line(target: Target, *, horizon: bool = False) -> str:
    """One target in a list; with the year it is set for where the list has several."""
    shown = value(target)
    year = HORIZON_SHORT.format(horizon=target.horizon) if horizon else ""
    return f"{target.code} {common.shorten(target.metric, 100)}{year}" + (f": {shown}" if shown else "")


def label(target: Target) -> str:
    """A target on a choice."""
    return common.shorten(line(target), 48)
