"""The words of a deadline as they are written out of a rule; what is written so is read back as the same rule."""

from __future__ import annotations

QUARTERS = ("", "I", "II", "III", "IV")
WEEKDAYS = ("", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
RHYTHMS = {
    "yearly": "hằng năm",
    "half_yearly": "định kỳ 6 tháng",
    "quarterly": "hằng quý",
    "monthly": "hằng tháng",
    "weekly": "hằng tuần",
}

EVERY = "định kỳ {number} {unit}/lần"
UNITS = {"D": "ngày", "W": "tuần", "M": "tháng"}

DAY = "ngày {day:%d/%m/%Y}"
BARE_DAY = "{day:%d/%m/%Y}"
MONTH = "tháng {day.month}/{day.year}"
QUARTER = "quý {quarter}/{day.year}"
FIRST_HALF, SECOND_HALF = "6 tháng đầu năm", "6 tháng cuối năm"
HALF_YEAR = "{half} {day.year}"
YEAR = "năm {day.year}"
YEARS = "giai đoạn {first.year} - {last.year}"
"""Days and periods by their names, from the days on which they begin and end."""
DAY_OF_ANY_YEAR = "ngày {day}"
MONTH_OF_ANY_YEAR = "tháng {month}"
QUARTER_OF_ANY_YEAR = "quý {quarter}"
"""The same, of whatever year."""
BEFORE = "trước {when}"
THROUGH = "đến hết {when}"
FROM = "từ {when}"
BETWEEN = "từ {first} đến {last}"
ONGOING = "thường xuyên"
YEARS_ON = "năm {day.year} và các năm tiếp theo"
