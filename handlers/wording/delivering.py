"""What the office reads about the sending of messages: channels that fail, budgets, what is unclear."""

from __future__ import annotations

from storage.records import MessageState

DOWN = "{channel} đang không gửi được, từ {since}. {waiting} tin đang chờ; người có kênh khác được gửi qua kênh đó."
FULL = (
    "{channel} không nhận thêm tin (hết số tin của gói, hoặc gửi quá nhanh), từ {since}; trợ lý tự thử lại. "
    "{waiting} tin đang chờ; người có kênh khác được gửi qua kênh đó."
)
BACK = "{channel} đã gửi được trở lại (gián đoạn từ {since}). Tin đang chờ sẽ được gửi tiếp, không tin nào gửi hai lần."
WARN = "{channel} đã dùng {spent} trên {quota} tin của tháng này ({share})."
SAVING = (
    "{channel} đã dùng {spent} trên {quota} tin của tháng này ({share}). Từ giờ đến hết tháng kênh này chỉ gửi trả lời, "
    "quyết định của Văn phòng và việc đến hạn trong ngày; tin khác đi kênh khác hoặc chờ sang tháng."
)
WRITTEN = "Tin này soạn lúc {at}."
UNCLEAR = "{count} tin thông báo chưa rõ kết quả (mất kết nối khi đang gửi): gửi lại?"
UNCLEAR_NOTE = "Tin gửi lại có ghi “(gửi lại)”, vì người nhận có thể đã đọc."
AGAIN = "Gửi lại {count} tin"
DROP = "Không gửi lại"
SENT_AGAIN = "Đã đưa {count} tin vào hàng chờ gửi lại."
DROPPED = "Đã bỏ, không gửi lại {count} tin."
SETTLED = "Các tin này đã được xử lý."

HEADING = "Gửi tin"
WAITING = "Đang chờ gửi"
CHANNEL_DOWN = "không gửi được từ {since}"
BUDGET = "Tin tháng này, {channel}"
USED = "{spent}/{quota} ({share})"
FAILED = "Chưa gửi được trong 7 ngày qua:"
NONE_FAILED = "7 ngày qua không có tin nào gửi hỏng."
FAILED_LINE = "{count} tin: {cause}"
UNREACHED = "Chưa liên lạc được ({count} người): {names}"
MORE_NAMES = "{names} và {count} người khác"
CAUSES = {
    MessageState.REFUSED: "kênh không nhận",
    MessageState.GONE: "người nhận đã chặn hoặc rời kênh",
    MessageState.EXPIRED: "quá giờ nên không gửi nữa",
    MessageState.HELD: "chưa rõ đã tới hay chưa",
}
