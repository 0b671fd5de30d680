"""The numbers of the timetable, as the office reads them."""

from __future__ import annotations

from datetime import time

from handlers.wording import common
from knowledge.timetable import Span

LABELS = {
    "digest": "Giờ nhắc sáng",
    "digest_until": "Giờ muộn nhất gửi bản sáng",
    "nudge": "Giờ nhắc chiều",
    "summary": "Giờ tổng hợp trưởng đơn vị",
    "summary_day": "Ngày tổng hợp trưởng đơn vị",
    "week": "Giờ danh sách tuần",
    "week_day": "Ngày danh sách tuần",
    "evening": "Giờ tin cuối ngày",
    "yearly": "Việc năm nhắc trước",
    "dated": "Việc quý, việc có ngày nhắc trước",
    "monthly": "Việc tháng nhắc trước",
    "weekly": "Việc tuần nhắc trước",
    "late": "Quá hạn nhắc sau",
    "listed": "Báo Văn phòng khi quá hạn",
    "letter": "Soạn văn bản đôn đốc khi quá hạn",
    "director": "Báo lãnh đạo khi quá hạn",
    "unanswered": "Số lần nhắc không trả lời",
    "snoozes": "Số lần hoãn nhắc liên tiếp",
    "cap": "Số tin mỗi ngày",
    "on_screen": "Số việc mỗi bản nhắc",
    "report": "Kỳ báo cáo",
    "report_day": "Ngày chốt số liệu",
    "report_before": "Nhắc trước ngày chốt",
    "quiet": "Giờ yên lặng",
}
UNITS = {
    **dict.fromkeys(("yearly", "dated", "monthly", "weekly"), "ngày"),
    **dict.fromkeys(("late", "listed", "letter", "director", "report_before"), "ngày làm việc"),
}
"""What the numbers count, where they need it."""
EXAMPLES = {
    **dict.fromkeys(("digest", "digest_until"), "8h30"),
    **dict.fromkeys(("nudge", "summary", "week", "evening"), "14h30, hoặc: tắt"),
    **dict.fromkeys(("summary_day", "week_day"), "thứ Sáu"),
    **dict.fromkeys(("yearly", "dated", "monthly", "weekly"), "14, 7, 3, 1, 0"),
    "late": "1, 3, 7, 14",
    "report": "tháng, quý hoặc tắt",
    "quiet": "11h30-13h30, 17h-7h30",
}
REPORTS = {"month": "tháng", "quarter": "quý", "off": "tắt"}
OFF = "tắt"
IN_QUIET = "Giờ gửi tin rơi vào giờ yên lặng."
TOO_EARLY = "Giờ muộn nhất phải sau giờ nhắc sáng."
NUDGE_FIRST = "Giờ nhắc chiều phải sau giờ nhắc sáng."
NO_HOUR = "Chưa rõ giờ nào, ví dụ: 8h30."
NO_SPAN = "Chưa rõ khoảng giờ, ví dụ: 11h30-13h30, 17h-7h30."
NO_DAYS = "Chưa rõ số ngày, ví dụ: 14, 7, 3, 1, 0."
NO_NUMBER = "Cần một số từ {least} đến {most}."
NO_WEEKDAY = "Chưa rõ ngày nào trong tuần, ví dụ: thứ Sáu."
NO_REPORT = "Chọn một trong ba: tháng, quý, tắt."


def hour(value: time | None) -> str:
    """An hour: "08:00"; "tắt" for none."""
    return OFF if value is None else f"{value:%H:%M}"


def weekday(value: int) -> str:
    """A day of the week by its ISO number."""
    return common.WEEKDAYS[value - 1]


def spans(value: tuple[Span, ...]) -> str:
    """Stretches of hours: "11:30–13:30, 17:00–07:30"."""
    return ", ".join(f"{first:%H:%M}–{last:%H:%M}" for first, last in value) or OFF
