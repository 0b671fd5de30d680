"""What people read when they answer a line of the digest."""

from __future__ import annotations

from handlers.wording import common
from knowledge.snoozing import Offer, Snooze

DONE = "Xong"
SAME_NOTE = "như kỳ trước"
NOTHING_BEFORE = "{code} chưa có số liệu kỳ trước. Đồng chí cập nhật giúp."
UNTIL_WHEN = "Nhắc lại khi nào?"
NO_LATER = "{code} không hoãn nhắc thêm được: đã đến hạn, hoặc đã hoãn nhiều lần liên tiếp. Đồng chí cập nhật, hoặc báo vướng mắc."
PUT_OFF = "Sẽ nhắc lại {code} lúc {hour} ngày {day}. Thời hạn không thay đổi."
AS_BEFORE = "Nhắc như cũ"
REMINDED_AGAIN = "Trợ lý lại nhắc đồng chí việc {code} như cũ."
STILL_MINE = "Đã ghi nhận đồng chí còn phụ trách {code}. Trợ lý tiếp tục nhắc."
NOT_THEIRS = "Đồng chí {name} báo việc này không phải của mình: {task}. Đề nghị phân công lại trong đơn vị."
STILL_THEIRS = "Vẫn giao {name}"
OFFICE = "Văn phòng"
SET_ASIDE = "Đã báo {names}: {code} không phải việc của đồng chí. Trợ lý không nhắc đồng chí việc này nữa."
YOURS = "Đồng chí {name} xác nhận việc này vẫn giao đồng chí: {task}. Trợ lý sẽ tiếp tục nhắc."
KEPT = "{code} vẫn giao {name}; đã báo cho đồng chí đó."
NO_DIGEST = "Mấy ngày qua đồng chí không có bản nhắc việc nào nên chưa rõ các số chỉ việc nào. Chưa ghi gì. Đồng chí gõ kèm mã nhiệm vụ."
OTHER_LIST = (
    "Sau bản nhắc việc đồng chí đã xem danh sách khác nên chưa rõ các số chỉ việc nào. Chưa ghi gì. "
    "Đồng chí gõ kèm mã nhiệm vụ."
)
NO_SUCH_NUMBER = "Bản nhắc việc có {count} việc, không có số {number}: chưa ghi."
UNCLEAR = "Chưa rõ “{number} {words}”: chưa ghi."
GONE = "Việc số {number} ({code}) không còn trong kế hoạch: chưa ghi."
MOVED = "Việc số {number} ({code}) không còn do đồng chí phụ trách: chưa ghi."
HOW_AGAIN = "Đồng chí gõ lại phần chưa rõ, ví dụ: 2 60% đã trình."

_SNOOZES = {
    Snooze.AFTERNOON: "Chiều nay {hour}",
    Snooze.MORNING: "{weekday} {hour}",
    Snooze.MONDAY: "{weekday} {hour}",
    Snooze.BEFORE: "Trước hạn 3 ngày",
}


def until(offer: Offer) -> str:
    """A way to put a reminder off: "Chiều nay 14:00", "Sáng mai 08:00", "Thứ Hai 08:00", "Trước hạn 3 ngày"."""
    at = offer.until
    weekday = common.WEEKDAYS[at.weekday()].replace("thứ", "Thứ")
    if offer.tomorrow:
        weekday = "Sáng mai"
    shown = _SNOOZES[offer.kind].format(hour=f"{at:%H:%M}", weekday=weekday)
    return shown if offer.kind is Snooze.AFTERNOON or offer.tomorrow else f"{shown} ({at:%d/%m})"
