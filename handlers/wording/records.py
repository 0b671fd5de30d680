"""What people read of the records of a plan: a task's name, its units, the periods of its work."""

from __future__ import annotations

import re
from datetime import date

from handlers.wording import common
from knowledge.model import Plan, Task

MATTER_NONE = "(kế hoạch không ghi)"
_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}
_HALVES = {"1": "6 tháng đầu năm", "2": "6 tháng cuối năm"}


def period(name: str) -> str:
    """A period as people say it: "năm 2026", "quý II/2026", "tháng 6/2026"; "" for work that occurs once."""
    if not name:
        return ""
    if match := re.fullmatch(r"(\d{4})-Q(\d)", name):
        return f"quý {_ROMAN[match[2]]}/{match[1]}"
    if match := re.fullmatch(r"(\d{4})-H(\d)", name):
        return f"{_HALVES[match[2]]} {match[1]}"
    if match := re.fullmatch(r"(\d{4})-W(\d\d)", name):
        return f"tuần {int(match[2])}/{match[1]}"
    if match := re.fullmatch(r"(\d{4})-(\d\d)", name):
        return f"tháng {int(match[2])}/{match[1]}"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", name):
        return f"ngày {common.day(date.fromisoformat(name))}"
    return f"năm {name}"


def title(task: Task, width: int) -> str:
    """A task's short name, else its title cut to a width in characters."""
    return common.shorten(task.names[0] if task.names else task.title, width)


def coded(code: str, of: str) -> str:
    """A task's code with a period: "I.2 (năm 2026)"."""
    name = period(of)
    return f"{code} ({name})" if name else code


def label(task: Task) -> str:
    """A task on a choice."""
    return common.shorten(f"{task.code} {title(task, 60)}", 48)


def shorts(codes: tuple[str, ...], plan: Plan) -> str:
    """The units' short names."""
    return ", ".join(unit.short for unit in (plan.unit(code) for code in codes) if unit)


def units(codes: tuple[str, ...], printed: str, plan: Plan) -> str:
    """The units' names in the plan's spelling; what the cell prints when the plan lists none."""
    names = [unit.name for unit in (plan.unit(code) for code in codes) if unit]
    return "; ".join(names) or printed or MATTER_NONE
