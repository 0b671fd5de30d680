"""What `dondoc deadline` says."""

from __future__ import annotations

USAGE = 'Gõ: dondoc deadline "trước ngày 15/8 hằng năm"'
NO_TEXT = 'mỗi dòng cần là một JSON có "text"'
EMPTY = "(trống)"
FROM = "từ ngày"
UNTIL = "hết ngày"
KINDS = {
    "date": "một ngày",
    "month": "tháng",
    "quarter": "quý",
    "half_year": "nửa năm",
    "year": "năm",
    "year_range": "nhiều năm",
    "recurring_yearly": "hằng năm",
    "recurring_quarterly": "hằng quý",
    "recurring_monthly": "hằng tháng",
    "recurring_fixed_date": "định kỳ vào ngày nhất định",
    "ongoing": "thường xuyên",
    "conditional": "chờ điều kiện",
    "open_ended_from_year": "từ thời điểm nêu trở đi",
    "unknown": "chưa hiểu được, Văn phòng đặt hạn bằng tay",
}
