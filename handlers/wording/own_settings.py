"""What a person reads when they set how they are reminded."""

from __future__ import annotations

from knowledge.reminders import Volume

HEADING = "Cách nhắc việc của đồng chí"
HOUR = "Giờ nhắc"
VOLUME = "Mức nhắc"
QUIET = "Giờ yên lặng"
LEAVE = "Nghỉ phép"
APP = "Gửi đến trước"
ANY_APP = "theo Văn phòng"
NO_LEAVE = "không có"
USUAL = "giờ chung"
AS_OFFICE = "Theo giờ chung"
ALWAYS = "Việc đến hạn hôm nay luôn được nhắc, dù chọn mức nào. Gõ một dòng, ví dụ: /nhacviec 9h; /nhacviec nhẹ."
ASK_HOUR = "Đồng chí muốn nhận bản nhắc việc lúc mấy giờ? Chọn, hoặc gõ, ví dụ: 8h15."
HOUR_SET = "Đã đặt giờ nhắc: {hour} các ngày làm việc."
BAD_HOUR = "Giờ này rơi vào giờ yên lặng hoặc sau {until} nên chưa đặt. Đồng chí chọn giờ khác."
NOT_UNDERSTOOD = (
    "Chưa rõ đồng chí muốn đặt gì. Chưa thay đổi. Ví dụ: /nhacviec 9h; /nhacviec nhẹ; /nhacviec yên lặng 15h-16h."
)
ASK_VOLUME = "Đồng chí muốn được nhắc ở mức nào?"
VOLUMES = {
    Volume.LIGHT: "Nhẹ: chỉ việc đến hạn, quá hạn",
    Volume.STANDARD: "Chuẩn: nhắc trước theo lịch của Văn phòng",
    Volume.FULL: "Đầy đủ: thêm danh sách tháng tới mỗi đầu tuần",
}
VOLUME_SET = "Đã đặt mức nhắc. {volume}."
ASK_QUIET = "Ngoài giờ yên lặng chung, đồng chí không muốn nhận tin lúc nào? Gõ, ví dụ: 15h-16h."
QUIET_UNCLEAR = "Chưa rõ khoảng giờ. Chưa thay đổi. Ví dụ: /nhacviec yên lặng 15h-16h."
QUIET_OVER_HOUR = (
    "Khoảng này che mất giờ nhắc của đồng chí, hoặc có nhiều khoảng, nên chưa đặt. Đồng chí đổi giờ nhắc trước."
)
QUIET_SET = "Đã đặt giờ yên lặng riêng: {span}."
QUIET_USUAL = "Đã bỏ giờ yên lặng riêng."
