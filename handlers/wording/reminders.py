"""What people read in the morning's digest."""

from __future__ import annotations

from handlers.standing import Standing
from handlers.wording import common
from handlers.wording import tasks as task_words

HEADING = "Nhắc việc ngày {day}"
DONE = "{number}. Xong"
UPDATE = "{number}. Cập nhật {code}"
MORE = "Còn {count} việc nữa."
TODAY = "đến hạn hôm nay"
LEFT = "còn {days} ngày, hạn {due}"
OVERDUE = "đã quá hạn {days} ngày, hạn {due}"
EXTENDED = ", gia hạn lần {count}"
NOBODY = " [{unit}: chưa có người dùng]"
DAY_OFF = " (rơi vào ngày nghỉ)"
NO_LEAD = "không ghi đơn vị chủ trì"
ANSWERED = "✓ {code} {title}: {progress}"


def line(standing: Standing, days_left: int, *, nobody: str = "", day_off: bool = False) -> str:
    """One line of a digest: code, title, when it is due, how far it is. `nobody`: a lead unit that has no member."""
    task = standing.task
    due = common.day(standing.due) if standing.due else ""
    off = DAY_OFF if day_off else ""
    if days_left == 0:
        when = TODAY
    elif days_left > 0:
        when = LEFT.format(days=days_left, due=due) + off
    else:
        when = OVERDUE.format(days=-days_left, due=due) + off
    if count := task_words.times_extended(standing):
        when += EXTENDED.format(count=count)
    title = task_words.title(task, 80)
    period = standing.occurrence.period
    if period and (days_left < 0 or not period.isdecimal()):
        # Which of several: last year's work, or this quarter's.
        title += f" ({task_words.period(period)})"
    mark = NOBODY.format(unit=nobody) if nobody else ""
    return f"{task.code} {title}: {when}; {task_words.progress(standing)}{mark}"


def answered(standing: Standing) -> str:
    """One line that needs nothing more today: "✓ II.5 Đề án phân cấp: 60%, đang thực hiện"."""
    task = standing.task
    return ANSWERED.format(code=task.code, title=task_words.title(task, 80), progress=task_words.progress(standing))
