"""What people read in the morning's digest and in the other messages of the clock."""

from __future__ import annotations

from handlers.standing import Standing
from handlers.wording import common
from handlers.wording import records as record_words
from handlers.wording import tasks as task_words

HEADING = "Nhắc việc ngày {day}"
HEADING_UNIT = "Nhắc việc ngày {day} của {unit}"
DONE = "{number}. Xong"
UPDATE = "{number}. Cập nhật {code}"
OTHER = "{number}. Khác…"
SAME = "Như kỳ trước"
BLOCKED = "Vướng mắc"
LATER = "Nhắc sau"
NOT_MINE = "Không phải việc của tôi"
STILL_MINE = "{number}. Còn phụ trách"
NOT_MINE_N = "{number}. Không phải việc của tôi"
HOW = "Trả lời cả bản trong một tin, ví dụ: 1 xong, 2 60% đã trình, 3 vướng kinh phí."
HOW_ONE = "Đồng chí chọn bên dưới, hoặc gõ, ví dụ: 1 60% đã trình."
MORE = "Còn {count} việc nữa."
TODAY = "đến hạn hôm nay"
LEFT = "còn {days} ngày, hạn {due}"
OVERDUE = "đã quá hạn {days} ngày, hạn {due}"
NO_DUE = "không có hạn cụ thể"
EXTENDED = ", gia hạn lần {count}, hạn cũ {before}"
NOBODY = " [{unit}: chưa có người dùng]"
OF_UNIT = " [{unit}]"
INSTEAD = " [thay {name}]"
DAY_OFF = " ({name})"
ELSEWHERE = " [{plan}]"
MOVED = "{code} {title}: không còn do đồng chí phụ trách"
GONE = "{code}: không còn trong kế hoạch"
REFUSED = "{code} {title}: đồng chí đã báo không phải việc của mình"
NO_LEAD = "không ghi đơn vị chủ trì"
ANSWERED = "✓ {code} {title}: {progress}"
IN_CHARGE = "Đã nhắc nhiều lần chưa có trả lời. Đồng chí còn phụ trách việc này không?"
REPORT = "Chưa cập nhật trong kỳ báo cáo, chốt số liệu {day}"
REPORT_AGAIN = "Chưa cập nhật trong kỳ báo cáo này"
IN_GROUP = "Đồng chí phụ trách cập nhật bằng tin nhắn riêng với trợ lý."
DIRECTOR = "Việc quá hạn lâu, báo cáo lãnh đạo ngày {day}"
NUDGE = "Chiều {day}: việc đến hạn hoặc quá hạn chưa có cập nhật"


def line(standing: Standing, days_left: int, *, off: str = "") -> str:
    """One line of a digest: code, title, when it is due, how far it is. `off`: why the due date is a day off."""
    task = standing.task
    due = common.day(standing.due) if standing.due else ""
    day_off = DAY_OFF.format(name=off) if off else ""
    if standing.due is None:
        when = NO_DUE
    elif days_left == 0:
        when = TODAY + day_off
    elif days_left > 0:
        when = LEFT.format(days=days_left, due=due) + day_off
    else:
        when = OVERDUE.format(days=-days_left, due=due) + day_off
    if count := task_words.times_extended(standing):
        first = standing.occurrence.due or standing.extensions[0].due
        when += EXTENDED.format(count=count, before=common.day(first))
    title = record_words.title(task, 80)
    period = standing.occurrence.period
    if period and (days_left < 0 or not period.isdecimal()):
        # Which of several: last year's work, or this quarter's.
        title += f" ({record_words.period(period)})"
    return f"{task.code} {title}: {when}; {task_words.progress(standing)}"


def answered(standing: Standing) -> str:
    """One line that needs nothing more today: "✓ II.5 Đề án phân cấp: 60%, đang thực hiện"."""
    task = standing.task
    return ANSWERED.format(code=task.code, title=record_words.title(task, 80), progress=task_words.progress(standing))


def moved(standing: Standing) -> str:
    """One line that is no longer the reader's."""
    return MOVED.format(code=standing.task.code, title=record_words.title(standing.task, 80))


def refused(standing: Standing) -> str:
    """One line of which the reader has said that it is not theirs."""
    return REFUSED.format(code=standing.task.code, title=record_words.title(standing.task, 80))
