"""What people read about leave and who stands in."""

from __future__ import annotations

from datetime import date

from handlers.wording import common

HEADING = "Nghỉ phép"
NONE = "Chưa báo nghỉ ngày nào."
HOW = "Đồng chí gõ, ví dụ: /nghiphep 3-10/8 thay: Lan."
HOW_OFFICE = "Đồng chí gõ, ví dụ: /nghiphep 3-10/8 thay: Lan; báo nghỉ cho người khác: /nghiphep Nam 3-10/8 thay: Lan."
UNCLEAR = "Chưa rõ nghỉ từ ngày nào đến ngày nào. Chưa ghi gì."
OTHERS = "Chỉ Văn phòng báo nghỉ được cho người khác. Chưa ghi gì."
PAST = "Các ngày {days} đã qua. Chưa ghi gì."
NOBODY = "Không có người dùng nào tên “{name}”. Chưa ghi gì."
WHICH = "Có nhiều người tên “{name}”, ý đồng chí là ai?"
WHO = "Người nghỉ"
DAYS = "Thời gian"
STAND_IN = "Người thay"
NO_STAND_IN = "không có"
SURE = "Ghi nghỉ phép?"
MEANING = "Trong thời gian nghỉ, trợ lý không nhắc và không tính là chậm trả lời; người thay nhận bản nhắc việc."
REPLACES = "Kỳ nghỉ đã ghi sẽ được thay bằng kỳ này: {days}."
DONE = "Đã ghi {name} nghỉ {days}."
ALREADY = "Kỳ nghỉ này đã được ghi trước đó."
TOLD_STAND_IN = (
    "Đồng chí được báo làm thay {name} trong thời gian nghỉ {days}; trợ lý sẽ gửi đồng chí bản nhắc việc của {name}."
)
TOLD_SELF = "Văn phòng đã ghi đồng chí nghỉ {days}. Trong thời gian này trợ lý không nhắc việc."
CANCEL = "Bỏ: {name}, {days}"
CANCELLED = "Đã bỏ kỳ nghỉ {days} của {name}."
GONE = "Không còn kỳ nghỉ này."
WITH = "{days}, thay: {name}"


def days(first: date, last: date) -> str:
    """One day or several: "03/08/2026 – 10/08/2026"."""
    return common.day(first) if first == last else f"{common.day(first)} – {common.day(last)}"
