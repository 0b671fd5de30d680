"""What people read about tasks: lists, cards, states, periods."""

from __future__ import annotations

import re
from datetime import date

from handlers.standing import Standing, State
from handlers.wording import common
from knowledge.model import Plan, Task

STATES = {
    State.DONE: "hoàn thành",
    State.DONE_LATE: "hoàn thành quá hạn",
    State.OVERDUE: "quá hạn {days} ngày",
    State.TODAY: "đến hạn hôm nay",
    State.SOON: "còn {days} ngày",
    State.IN_TIME: "còn {days} ngày",
    State.CONDITIONAL: "chờ văn bản, chưa có hạn",
    State.ENDLESS: "không có hạn cụ thể",
    State.BEFORE: "trước khi theo dõi",
}
_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}
_HALVES = {"1": "6 tháng đầu năm", "2": "6 tháng cuối năm"}

LIST_ALL = "Nhiệm vụ của kế hoạch: {count}"
LIST_UNIT = "Nhiệm vụ {unit} chủ trì: {count}"
LIST_COOPERATING = "Nhiệm vụ {unit} phối hợp: {count}"
LIST_AREA = "Nhiệm vụ mục {code}. {title}: {count}"
LIST_OVERDUE = "Nhiệm vụ quá hạn: {count}"
LIST_WORDS = "Nhiệm vụ có “{words}”: {count}"
NONE_UNIT = "{unit} không chủ trì nhiệm vụ nào trong kế hoạch."
NONE_OVERDUE = "Không có nhiệm vụ nào quá hạn."
NONE_WORDS = "Không tìm thấy nhiệm vụ nào có “{words}”. Đồng chí thử từ khác, hoặc chọn bên dưới."
SHOW_ALL = "Tất cả"
SHOW_UNIT = "Đơn vị chủ trì"
SHOW_COOPERATING = "Đơn vị phối hợp"
SHOW_OVERDUE = "Quá hạn"
SHOW_AREAS = "Theo lĩnh vực"
CHOOSE_AREA = "Đồng chí chọn lĩnh vực:"
UPDATE = "Cập nhật tiến độ"
HISTORY = "Lịch sử"
OTHER_PERIODS = "Các kỳ"
LEAD = "Chủ trì"
COOPERATING = "Phối hợp"
PRODUCT = "Sản phẩm"
PRINTED = "Thời hạn (theo kế hoạch)"
DUE = "Hạn"
PERIOD = "Kỳ"
PROGRESS = "Tiến độ"
NOT_REPORTED = "chưa có cập nhật"
GONE = "Kế hoạch hiện không có nhiệm vụ {code}."
PERIODS_HEADING = "Các kỳ của nhiệm vụ {code}"
MATTER_NONE = "(kế hoạch không ghi)"


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


def state(standing: Standing, today: date) -> str:
    """How an occurrence stands: "còn 5 ngày", "quá hạn 3 ngày", "hoàn thành"."""
    days = abs((standing.due - today).days) if standing.due else 0
    return STATES[standing.state].format(days=days)


def progress(standing: Standing) -> str:
    """Percent and status of the last update: "60%, đang thực hiện"."""
    entry = standing.entry
    if entry is None:
        return NOT_REPORTED
    parts = [common.percent(entry.percent)] if entry.percent is not None else []
    parts += [common.STATUSES[entry.status]] if entry.status else []
    return ", ".join(parts) or NOT_REPORTED


def due(standing: Standing) -> str:
    """The deadline in force, with the one it replaced: "30/09/2026 (gia hạn lần 1, hạn cũ 14/08/2026)"."""
    if standing.due is None:
        return state(standing, date.min)
    shown = common.day(standing.due)
    if standing.extensions:
        before = standing.occurrence.due
        old = f", hạn cũ {common.day(before)}" if before else ""
        shown += f" (gia hạn lần {len(standing.extensions)}{old})"
    return shown


def line(standing: Standing, today: date, width: int = 90) -> str:
    """One task in a list: code, short title, deadline, progress."""
    task = standing.task
    facts = [progress(standing)]
    if standing.due is not None:
        facts.insert(0, f"hạn {common.day(standing.due)}")
    if standing.state not in (State.DONE, State.ENDLESS) and (standing.due is None or not standing.done):
        facts.append(state(standing, today))
    return f"{task.code} {common.shorten(task.title, width)} — {'; '.join(facts)}"


def title(task: Task, width: int) -> str:
    """A task's short name, else its title cut to a width in characters."""
    return common.shorten(task.names[0] if task.names else task.title, width)


def with_period(standing: Standing) -> str:
    """Code and, for work that comes back, its period: "I.2 (năm 2026)"."""
    name = period(standing.occurrence.period)
    return f"{standing.task.code} ({name})" if name else standing.task.code


def label(task: Task) -> str:
    """A task on a choice."""
    return common.shorten(f"{task.code} {task.title}", 48)


def units(codes: tuple[str, ...], printed: str, plan: Plan) -> str:
    """The units' names in the plan's spelling; what the cell prints when the plan lists none."""
    names = [unit.name for unit in (plan.unit(code) for code in codes) if unit]
    return "; ".join(names) or printed or MATTER_NONE
