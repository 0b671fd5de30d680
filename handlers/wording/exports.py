"""What the office reads when it asks for a report, and when it sets what the head of its papers says."""

from __future__ import annotations

WHICH = "Xuất báo cáo kỳ nào?"
USAGE = "Hoặc gõ trong một dòng: /xuatbaocao quý IV/2026, 6 tháng, tháng 11, năm 2026, 15/9–14/12."
NOT_A_PERIOD = "Chưa rõ kỳ báo cáo “{typed}”."
NOT_BEGUN = "Kỳ {period} chưa bắt đầu (từ ngày {start}) nên chưa có số liệu."
MAKING = "Đang lập báo cáo {period}: tệp Word, tệp Excel và hình tổng hợp."
READY = "Báo cáo {period} đã lập xong:"
RUNNING = "Kỳ báo cáo chưa kết thúc (đến hết ngày {end}): đây là số liệu đến lúc này."
AGENCY = "Thông tin cơ quan trên báo cáo"

HEADING = "Thông tin cơ quan trên báo cáo"
INTRO = "Chọn mục cần sửa, hoặc gõ: /coquan địa danh Hà Nội"
FIELDS = {
    "superior": "Cơ quan chủ quản",
    "issuer": "Cơ quan ban hành",
    "symbol": "Ký hiệu",
    "place": "Địa danh",
    "addressee": "Kính gửi",
    "subject": "Nội dung báo cáo",
    "title": "Chức danh người ký",
    "signer": "Người ký",
    "recipients": "Nơi nhận",
}
HINTS = {
    "title": "Nhiều dòng thì ngăn bằng dấu gạch chéo, ví dụ: KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC",
    "recipients": "Các nơi nhận ngăn bằng dấu chấm phẩy, ví dụ: Như trên; Lãnh đạo Sở; Lưu: VT, VP",
    "addressee": "Nhiều nơi thì ngăn bằng dấu chấm phẩy. Gõ dấu - để bỏ trống.",
    "superior": "Gõ dấu - để bỏ trống.",
}
EMPTY = "(để trống)"
ASK = "{field} hiện nay: {value}. Đồng chí gõ nội dung mới."
TOO_LONG = "Nội dung dài quá {limit} ký tự. Đồng chí rút gọn giúp."
SURE = "Đổi {field}: {before} → {after}?"
SAME = "{field} đã là “{value}”."
DONE = "Đã đổi {field}: {after}."
UNDONE = "Đã hoàn tác: {field} trở lại {before}."
CHANGED = "{field} đã được đổi từ lúc hỏi. Chưa ghi gì."
UNKNOWN_FIELD = "Chưa rõ mục “{typed}”."
