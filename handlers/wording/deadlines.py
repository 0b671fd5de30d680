"""What people read about what falls due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from handlers.standing import Standing
from handlers.wording import common
from handlers.wording import records as record_words
from handlers.wording import tasks as task_words

DAYS = 30
"""How far ahead the list looks."""
HEADING = "Thời hạn: {scope}"
SCOPE_ALL = "tất cả đơn vị"
UNCLEAR = (
    "Chưa rõ “{words}” nên hiện danh sách thường dùng. Có thể gõ tên đơn vị, “quý này”, “quá hạn” hoặc mã nhiệm vụ."
)
OVERDUE = "Quá hạn: {count}"
COMING = {
    "week": "Đến hạn từ nay đến hết tuần ({until}): {count}",
    "month": f"Đến hạn trong {DAYS} ngày tới: {{count}}",
    "quarter": "Đến hạn từ nay đến hết quý ({until}): {count}",
}
NOTHING = {
    "week": "Không có việc nào quá hạn hoặc đến hạn từ nay đến hết tuần ({until}).",
    "month": f"Không có việc nào quá hạn hoặc đến hạn trong {DAYS} ngày tới.",
    "quarter": "Không có việc nào quá hạn hoặc đến hạn từ nay đến hết quý ({until}).",
    "overdue": "Không có việc nào quá hạn.",
}
BEFORE = "Trước khi theo dõi, chưa báo hoàn thành: {tasks} nhiệm vụ, {periods} kỳ (không nhắc, không tính quá hạn)"
NONE_BEFORE = "Không có nhiệm vụ nào đến hạn trước khi theo dõi mà chưa báo hoàn thành."
BEFORE_ONCE = "{code} {title} — hạn {due}; {progress}"
BEFORE_SEVERAL = "{code} {title} — {count} kỳ, {first} đến {last}"
CONDITIONAL = "Chờ văn bản, chưa có hạn: {count}"
UNDATED = "Chưa rõ ngày đến hạn: {count}"
NEXT = "Việc đến hạn gần nhất: {line}"
WEEK = "Tuần này"
MONTH = f"{DAYS} ngày tới"
QUARTER = "Quý này"
ONLY_OVERDUE = "Chỉ quá hạn"
SHOW_ALL = "Tất cả đơn vị"
SHOW_UNIT = "Của đơn vị tôi"
SHOW_BEFORE = "Trước khi theo dõi ({count})"
BACK = "Việc sắp đến hạn"


def coming(view: str, until: date, count: int) -> str:
    """The title above what is not due yet."""
    return COMING.get(view, COMING["month"]).format(count=count, until=common.day(until))


def nothing(view: str, until: date) -> str:
    """What is said when a view is empty."""
    return NOTHING[view].format(until=common.day(until))


def before_line(of_task: Sequence[Standing]) -> str:
    """A task that has occurrences from before the plan was followed, the latest first."""
    newest = of_task[0]
    facts = {"code": newest.task.code, "title": record_words.title(newest.task, 70)}
    if len(of_task) == 1:
        return BEFORE_ONCE.format(**facts, due=task_words.due(newest), progress=task_words.progress(newest))
    names = [record_words.period(s.occurrence.period) for s in (of_task[-1], newest)]
    return BEFORE_SEVERAL.format(**facts, count=len(of_task), first=names[0], last=names[1])
