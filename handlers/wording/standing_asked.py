"""What people read about how the tasks stand that they asked about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from handlers.standing import Standing, by_task
from handlers.wording import common
from handlers.wording.deadlines import NEXT as NEAREST
from knowledge.windows import days_of

__all__ = ["NEAREST", "NONE", "asked", "counted"]

NONE = "Không có nhiệm vụ nào {asked}."
_NONE_STATES = {"": "như vậy", "urgent": "chưa hoàn thành mà có hạn"}
"""What a title says of these does not follow "nào"."""
_STATES = {
    "": "tiến độ",
    "open": "chưa hoàn thành",
    "urgent": "chưa hoàn thành, việc gấp xếp trước",
    "overdue": "quá hạn",
    "awaiting": "chờ xác nhận",
    "done": "đã hoàn thành",
    "blocked": "đang vướng mắc",
    "underway": "đang thực hiện",
    "silent": "chưa có cập nhật",
}
_DUE, _DUE_DAY = "đến hạn từ {first} đến {last}", "đến hạn ngày {first}"
_DONE, _DONE_DAY = "hoàn thành từ {first} đến {last}", "hoàn thành ngày {first}"
_TASKS = "{asked}: {count} nhiệm vụ"
_PERIODS = "{asked}: {count} nhiệm vụ, {periods} kỳ"


def asked(state: str, window: str, today: date, filters: str, *, none: bool = False) -> str:
    """What is asked for: "chưa hoàn thành, đến hạn từ 01/12/2026 đến 31/12/2026 (Văn phòng chủ trì)"; to stand after
    "không có nhiệm vụ nào" where there is `none`."""
    named = _NONE_STATES.get(state, _STATES[state]) if none else _STATES[state]
    parts = [] if window and state in ("", "done") else [named]
    if window:
        first, last = days_of(window, today)
        span, one = (_DONE, _DONE_DAY) if state == "done" else (_DUE, _DUE_DAY)
        parts.append((one if first == last else span).format(first=common.day(first), last=common.day(last)))
    return ", ".join(parts) + filters


def counted(said: str, shown: Sequence[Standing]) -> str:
    """The title of a list: what was asked for, and how many tasks; of how many periods, where a task has several."""
    tasks = len(by_task(shown))
    form = _TASKS if tasks == len(shown) else _PERIODS
    titled = form.format(asked=said, count=tasks, periods=len(shown))
    return titled[0].upper() + titled[1:]
