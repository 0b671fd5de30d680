"""What the office reads when it sets how reminders go."""

from __future__ import annotations

HEADING = "Hệ thống"
SECTIONS = {
    "schedule": "Lịch nhắc",
    "quiet": "Giờ yên lặng",
    "days": "Ngày nghỉ và làm bù",
    "pause": "Tạm dừng nhắc",
    "preview": "Xem trước",
    "queue": "Hàng chờ",
}
HOW = (
    "Đồng chí chọn bên dưới, hoặc gõ một dòng, ví dụ: /hethong giờ nhắc sáng 8h30; "
    "/hethong nghỉ 2/1/2026, làm bù 10/1/2026; /hethong tạm dừng đến 5/1."
)
NOT_UNDERSTOOD = "Chưa rõ “{typed}”. Chưa thay đổi gì."
UNCHANGED = "Chưa thay đổi gì."
TYPE_VALUE = "Đồng chí gõ giá trị mới, ví dụ: {example}"
SURE = "{label}: {before} → {after}?"
SAME = "{label} đang là {value}, không có gì thay đổi."
CHANGED_MEANWHILE = "{label} vừa được đổi thành {value}. Đồng chí xem lại trước khi đổi tiếp."
DONE = "Đã đặt {label}: {value}."
PAUSE = "Tạm dừng nhắc"
PAUSED = "Đang tạm dừng, nhắc lại từ ngày {day}"
RUNNING = "đang nhắc bình thường"
PAUSE_HOW = "Đồng chí gõ ngày nhắc lại, ví dụ: 5/1/2027. Trong thời gian tạm dừng không ai được nhắc việc."
NO_PAUSE_DAY = "Chưa rõ tạm dừng đến ngày nào, hoặc ngày đã qua, hoặc quá một năm. Chưa thay đổi gì. Ví dụ: /hethong tạm dừng đến 5/1/2027."
SURE_PAUSE = "Tạm dừng nhắc việc với mọi người, nhắc lại từ ngày {day}?"
SURE_RESUME = "Nhắc việc trở lại ngay từ hôm nay?"
PAUSED_NOW = "Đã tạm dừng nhắc việc; nhắc lại từ ngày {day}."
RESUMED = "Đã bỏ tạm dừng, trợ lý nhắc việc bình thường."
RESUME = "Bỏ tạm dừng"
DAYS_OFF = "Ngày nghỉ"
DAYS_ON = "Ngày làm bù"
DAYS_USUAL = "Theo lịch chung"
NO_DAYS = "chưa đặt thêm ngày nào"
HOLIDAYS = "Ngày lễ sắp tới"
DAYS_HOW = "Đồng chí gõ, ví dụ: nghỉ 2/1/2026, làm bù 10/1/2026. Muốn bỏ ngày đã đặt: bỏ 10/1/2026."
DAYS_UNCLEAR = "Chưa đọc được hết các ngày. Chưa thay đổi gì."
DAYS_SURE = "Đặt các ngày sau?"
DAYS_DONE = "Đã đặt ngày nghỉ, ngày làm bù: {days}."
PREVIEW = "Xem trước nhắc việc ngày {day}"
NEXT_DAY = "Xem ngày {day}"
NOBODY = "Chưa có ai nhận"
NOTHING = "Không ai có gì để nhắc."
DAY_OFF = "Ngày nghỉ, không nhắc."
MORE = "Còn {count} việc nữa."
TODAY = "Hôm nay đã nhắc {people} người, {lines} dòng việc; {answered} dòng đã có trả lời."
