"""What people read about checkable quotes."""

from __future__ import annotations

USAGE = "Đồng chí gõ mã trích dẫn sau lệnh, ví dụ: /trichdan TD-7K3M9Q. Muốn lấy mã, chọn “Trích dẫn” dưới câu trả lời."
CODE = "Mã trích dẫn: {code}"
HOW = "Ghi mã này cạnh nội dung trích; ai gửi mã cho trợ lý sẽ thấy lại đúng nội dung, vị trí và bản kế hoạch."
UNKNOWN = "Không có mã trích dẫn “{code}”."
SAME = "Nội dung này chưa thay đổi từ ngày trích ({day}) đến nay."
CHANGED = "Nội dung này đã được sửa sau ngày trích ({day}). Nội dung hiện nay:"
GONE = "Nội dung này không còn trong bản kế hoạch hiện nay (trích ngày {day})."
VERSION = "{plan}, bản {version}, {place}"
