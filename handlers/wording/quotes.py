"""What people read about checkable quotes."""

from __future__ import annotations

USAGE = (
    "Muốn kiểm tra, đồng chí gõ mã sau lệnh, ví dụ: /trichdan TD-7K3M9Q. Muốn lấy mã, chọn “Trích dẫn” dưới câu trả lời, "
    "hoặc gõ /trichdan ngay sau khi hỏi."
)
HEAD_PLACE = "phần đầu văn bản"
CODE = "Mã trích dẫn: {code}"
HOW = "Ghi mã này cạnh nội dung trích; ai gửi mã cho trợ lý sẽ thấy lại đúng nội dung, vị trí và bản kế hoạch."
UNKNOWN = "Không có mã trích dẫn “{code}”."
SAME = "Nội dung hiện nay đúng như đã trích ngày {day}."
MOVED = "Nay ở: {place}."
"""Where the words stand now, in a plan that was numbered anew."""
SINCE = " (từ bản {version}, ngày {day})"
CHANGED = "Nội dung này đã được sửa sau ngày trích {day}{since}. Nội dung hiện nay:"
GONE = "Nội dung trích ngày {day} không còn trong bản kế hoạch hiện nay{since}."
NOT_FOLLOWED = "Kế hoạch này không còn được theo dõi."
EXTENDED = "Sau ngày trích, Văn phòng đã gia hạn {code} đến {due}."
VERSION = "{plan}, bản {version}, {place}"
