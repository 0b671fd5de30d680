"""Words in pictures, and the text alternatives that say the same."""

from __future__ import annotations

ASKED = "Mức phải đạt"
MEASURED = "Kết quả đo"

ON_TIME, LATE, SILENT = "Đúng hạn", "Quá hạn", "Chưa có cập nhật"
DONE, DONE_LATE, RUNNING, OVERDUE = "Hoàn thành đúng hạn", "Hoàn thành quá hạn", "Trong hạn", "Quá hạn"
LETTERS = {ON_TIME: "Đ", LATE: "Q", SILENT: "C", DONE: "H", DONE_LATE: "M", RUNNING: "T", OVERDUE: "Q"}

BY_UNIT = "Tiến độ theo đơn vị đến ngày {day}"
BY_UNIT_ALTERNATIVE = "Tiến độ theo đơn vị đến ngày {day}. {rows}"
BY_UNIT_ROW = "{unit}: đúng hạn {on_time}, quá hạn {late}, chưa có cập nhật {silent}."
REPORT = "{period}: kết quả theo đơn vị"
REPORT_ROW = "{unit}: hoàn thành đúng hạn {done}, hoàn thành quá hạn {late}, trong hạn {running}, quá hạn {overdue}, tỷ lệ đúng hạn {rate}."
REPORT_ALTERNATIVE = "{title}. {rows}"

WEEKS = "Cập nhật theo tuần"
WEEK_SENT, WEEK_LATE, WEEK_SILENT, WEEK_IDLE = "Có cập nhật", "Có việc quá hạn", "Không cập nhật", "Không có việc"
WEEK_LETTERS = {WEEK_SENT: "C", WEEK_LATE: "Q", WEEK_SILENT: "K", WEEK_IDLE: " "}
WEEKS_ALTERNATIVE = "Cập nhật theo tuần, từ tuần {first} đến tuần {last}. {rows}"
WEEKS_ROW = "{unit}: {sent} tuần có cập nhật, {late} tuần có việc quá hạn, {silent} tuần không cập nhật."

YEAR = "Thời hạn trong năm {year}"
YEAR_UNIT = "Thời hạn trong năm {year}: {unit}"
MONTH = "Th. {number}"
YEAR_DONE, YEAR_AHEAD, YEAR_LATE = "Đã hoàn thành", "Chưa đến hạn", "Quá hạn"
YEAR_LETTERS = {YEAR_DONE: "H", YEAR_AHEAD: "T", YEAR_LATE: "Q"}
YEAR_ALTERNATIVE = "{title}. {rows}"
YEAR_ROW = "Tháng {number}: {total} việc, đã hoàn thành {done}, quá hạn {late}."
YEAR_NONE = "Không có thời hạn nào."

TARGET = "{metric}"
TARGET_ALTERNATIVE = "{metric}. Mức phải đạt: {asked}. Kết quả đo: {measured}."
POINT = "{day}: {value}"
NOTHING = "chưa có"
