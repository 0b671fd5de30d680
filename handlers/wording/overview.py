"""What people read in /baocao and in the director's one screen, /tonghop."""

from __future__ import annotations

from handlers.wording.pictures import HEALTH

__all__ = ["HEALTH"]

OF_UNIT = "{unit}: nhiệm vụ năm {year}"
OF_ALL = "Nhiệm vụ năm {year} của các đơn vị"
NOTHING = "Năm {year} không có nhiệm vụ nào."
NONE = "Không còn nhiệm vụ nào như vậy."
NO_SUCH_UNIT = "Chưa rõ đơn vị “{typed}”."
COUNTED = "{name}: {count}"
YEAR = "Thời hạn trong năm"
WEEKS = "Cập nhật theo tuần"
ALL_UNITS = "Các đơn vị"
PICTURE = "Hình tiến độ"

RANKED_LATE = "Quá hạn theo đơn vị, đến ngày {day}"
RANKED_SILENT = "Việc chưa có cập nhật theo đơn vị, đến ngày {day}"
UNIT_LATE = "{unit}: {count} việc, lâu nhất {days} ngày"
UNIT_SILENT = "{unit}: {count} việc"
NONE_LATE = "Đến ngày {day} không có đơn vị nào quá hạn."
NONE_SILENT = "Đến ngày {day} đơn vị nào cũng đã có cập nhật cho mọi việc."
BY = {"late": "Theo quá hạn", "silent": "Theo chưa cập nhật"}

SUMMARY = "Tổng hợp đến ngày {day}"
MOVED = " ({change} trong tuần)"
WAS = " (tuần trước {rate})"
RATE = "Tỷ lệ đúng hạn"
TARGETS = "Chỉ tiêu chậm, chưa đạt"
TARGETS_CHOICE = "Chỉ tiêu chậm, chưa đạt: {count}"
WORST = "Quá hạn lâu nhất"
CHANGED = "Bảy ngày qua"
UPDATES = "{count} cập nhật ({units})."
NO_UPDATES = "Không có cập nhật nào."
NEWLY_DONE = "Hoàn thành thêm {count}: {codes}."
NEWLY_LATE = "Mới quá hạn {count}: {codes}."
EXTENDED = "Gia hạn {count}: {codes}."
MORE = " và {count} việc khác"
