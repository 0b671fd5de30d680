"""Words in pictures, and the text alternatives that say the same."""

from __future__ import annotations

from knowledge.standing import Health

ASKED = "Mức phải đạt"
MEASURED = "Kết quả"

DONE, DONE_LATE, RUNNING, OVERDUE = "Hoàn thành đúng hạn", "Hoàn thành quá hạn", "Trong hạn", "Quá hạn"
REPORT = "{period}: kết quả theo đơn vị"
RATE = " Tỷ lệ đúng hạn {rate}."

WHOLE = " ({count} nhiệm vụ)"
WHOLE_RATE = " ({count} nhiệm vụ, đúng hạn {rate})"
BY_UNIT = "Tiến độ theo đơn vị đến ngày {day}"
OF_UNIT = "{unit}: tiến độ đến ngày {day}"
HEALTH = {
    Health.DONE: "Hoàn thành",
    Health.MOVING: "Đúng tiến độ",
    Health.SILENT: "Chưa có cập nhật",
    Health.LATE: "Quá hạn",
}

WEEKS = "Cập nhật theo tuần (số tuần trong năm)"
WEEK_SENT, WEEK_LATE, WEEK_SILENT, WEEK_IDLE = (
    "Có cập nhật",
    "Quá hạn, không cập nhật",
    "Không cập nhật",
    "Không có việc",
)
WEEKS_ALTERNATIVE = "Số tuần, từ tuần {first} đến tuần {last}. {rows}"

YEAR = "Thời hạn trong năm {year}"
YEAR_UNIT = "Thời hạn trong năm {year}: {unit}"
MONTH = "Th. {number}"
YEAR_DONE, YEAR_AHEAD, YEAR_LATE = "Đã hoàn thành", "Chưa hoàn thành", "Quá hạn"
YEAR_ROW = "Tháng {number}: {total} việc, đã hoàn thành {done}, quá hạn {late}."
YEAR_NONE = "Không có thời hạn nào."

TARGET_ALTERNATIVE = "{metric}. Mức phải đạt: {asked}. Kết quả: {measured}."
NOTHING = "chưa có"
