"""What is read when completion is confirmed or returned."""

from __future__ import annotations

from datetime import date

from handlers.standing import Standing
from handlers.wording import common
from handlers.wording import records as record_words
from handlers.wording import tasks as task_words

HEADING = "Chờ xác nhận hoàn thành: {count}"
NONE = "Không có nhiệm vụ nào chờ xác nhận."
NOT_WAITING = "{code} hiện không chờ xác nhận ({progress})."
CONFIRM = "Xác nhận"
CONFIRM_ONE = "{number}. Xác nhận {code}"
OPEN_ONE = "{number}. Xem"
RETURN = "Trả lại"
ALL = "Danh sách chờ"
UNIT = "Đơn vị"
REPORTED = "Báo hoàn thành"
BY = "{name}, {at}"
DUE = "Hạn"
NOTE = "Ghi chú"
EVIDENCE = "Minh chứng"
NO_EVIDENCE = "chưa có tệp"
WITH_FILES = "; minh chứng: {count} tệp"
ASK_REASON = "Đồng chí gõ lý do trả lại {code}; lý do được gửi nguyên văn tới đơn vị."
CONFIRMED = "Đã xác nhận {code} hoàn thành."
CONFIRMED_NOTICE = "Văn phòng đã xác nhận {code} hoàn thành."
UNCONFIRMED = "Đã hoàn tác xác nhận {code}; nhiệm vụ trở lại trạng thái chờ xác nhận."
UNCONFIRMED_NOTICE = "Văn phòng đã hoàn tác xác nhận {code}; nhiệm vụ trở lại trạng thái chờ xác nhận."
RETURNED = "Đã trả lại {code}. Hiện nay: {progress}."
RETURNED_NOTICE = "Văn phòng trả lại {code}, chưa xác nhận hoàn thành. Hiện nay: {progress}."
REASON = "Lý do"
RETURNED_ENTRY = "Văn phòng trả lại: {reason}"
UNRETURNED = "Đã hoàn tác việc trả lại {code}; nhiệm vụ trở lại trạng thái chờ xác nhận."
UNRETURNED_NOTICE = "Văn phòng đã hoàn tác việc trả lại {code}; nhiệm vụ trở lại trạng thái chờ xác nhận."
CHANGED = "{code} đã có thay đổi từ lúc mở. Đồng chí xem lại trước khi xác nhận."
UNDONE_ALREADY = "Việc này đã được hoàn tác hoặc đã có thay đổi mới hơn."
SETTING_ON = "Hiện cán bộ, trưởng đơn vị báo hoàn thành thì chờ Văn phòng xác nhận."
SETTING_OFF = "Hiện cán bộ, trưởng đơn vị báo hoàn thành là hoàn thành, không cần Văn phòng xác nhận."
TURN_OFF = "Không yêu cầu xác nhận"
TURN_ON = "Yêu cầu xác nhận"
SETTING = "yêu cầu xác nhận hoàn thành"
ON = "có"
OFF = "không"
UPDATE = "Cập nhật {code}"


def line(standing: Standing, unit: str, reporter: str, today: date) -> str:
    """One task that waits: code, title, unit, who reported when, in time or late."""
    return (
        f"{task_words.with_period(standing)} {record_words.title(standing.task, 70)} ({unit}) — {reporter} báo"
        f" {reported(standing)}; hạn {task_words.due(standing) if standing.due else task_words.state(standing, today)}"
    )


def reported(standing: Standing) -> str:
    """When completion was reported and whether that was in time: "ngày 12/08/2026, quá hạn 3 ngày"."""
    day = f"ngày {common.day(standing.completed)}" if standing.completed else ""
    if standing.completed is None or standing.due is None:
        return day
    late = (standing.completed - standing.due).days
    return f"{day}, quá hạn {late} ngày" if late > 0 else f"{day}, đúng hạn"
