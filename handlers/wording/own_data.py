"""What a person reads about their own data, and the office about requests to erase."""

from __future__ import annotations

from collections.abc import Mapping

HEADING = "Dữ liệu của đồng chí"
NAME = "Họ tên"
ROLE = "Vai trò"
UNIT = "Đơn vị"
CHANNELS = "Kênh"
SINCE = "Tham gia từ"
CONSENTED = "Đồng ý lưu dữ liệu"
NOT_YET = "chưa"
WITHDRAWN = "đã rút lại lúc {at}"
KEPT = "Đang lưu"
COUNT = "{what}: {count}"
TABLES: Mapping[str, str] = {
    "accounts": "tài khoản trò chuyện",
    "announcements": "thông báo đã gửi",
    "assignments": "việc được giao, đã giao",
    "audit": "dòng nhật ký",
    "consents": "lần đồng ý",
    "conversations": "bước đang làm dở",
    "erasures": "đề nghị xóa",
    "evidence": "minh chứng",
    "extension_requests": "đề nghị gia hạn",
    "extensions": "gia hạn",
    "files": "tệp đã gửi",
    "inquiries": "câu hỏi",
    "invite_failures": "lần nhập sai mã",
    "invites": "lời mời",
    "faq": "trả lời mẫu",
    "members": "hồ sơ",
    "outbox": "tin trợ lý đã gửi",
    "progress": "cập nhật tiến độ",
    "announcement_readers": "thông báo đã đọc",
    "requests": "đề nghị sử dụng",
    "rulings": "quyết định",
    "target_values": "kết quả chỉ tiêu đã ghi",
    "urgings": "lần đôn đốc",
    "vocabulary": "từ đã thêm",
    "calendar_links": "địa chỉ lịch",
    "leaves": "lần nghỉ phép",
    "personal_settings": "cài đặt nhắc việc",
    "receipts": "phần sửa đổi kế hoạch tôi đã bấm Đã rõ",
    "reminder_lines": "lần được nhắc",
    "short_codes": "mã 6 số",
    "silences": "lần tạm hoãn nhắc",
    "unit_chats": "nhóm chat của đơn vị",
}
"""What stands in a table, in words; a table without a name shows as it is called."""
EXPORT = "Tải về"
EXPORTED = "Toàn bộ dữ liệu đang lưu về đồng chí, tới {at}: bản đọc được và bản cho máy (JSON)."
READABLE = "Du lieu cua toi {day}.txt"
JSON = "Du lieu cua toi {day}.json"
RENAME = "Sửa họ tên"
ASK_NAME = "Đồng chí gõ họ và tên đúng:"
BAD_NAME = "Họ tên gồm hai đến sáu chữ, chỉ có chữ. Đồng chí gõ lại:"
RENAMED = "Đã sửa họ tên: {before} → {after}."
ERASE = "Đề nghị xóa"
ERASE_SURE = (
    "Gửi đề nghị xóa dữ liệu cá nhân tới Văn phòng? Khi được xóa, đồng chí không dùng trợ lý nữa; "
    "nhật ký công việc của cơ quan vẫn giữ, thay họ tên bằng “{name}”."
)
ERASE_ASKED = "Đã gửi đề nghị xóa dữ liệu tới Văn phòng lúc {at}. Văn phòng trả lời trong 72 giờ."
ERASED_NAME = "người dùng #{number}"
NOTICE = "{name} đề nghị xóa dữ liệu cá nhân lúc {at}. Hạn trả lời: {until}."
ALERT = "Còn 24 giờ để trả lời đề nghị xóa dữ liệu của {name} (gửi lúc {at})."
OPEN = "Đề nghị xóa: {count}"
WAITING = "Đề nghị xóa dữ liệu: {count}"
NONE_WAITING = "Không có đề nghị xóa dữ liệu nào đang chờ."
LINE = "{name}, gửi lúc {at}, còn {hours} giờ"
LINE_LATE = "{name}, gửi lúc {at}, quá hạn {hours} giờ"
DO = "Xóa {name}"
DO_SURE = "Xóa dữ liệu cá nhân của {name}? Việc này không hoàn tác được. Nhật ký công việc giữ “{after}”."
REFUSE = "Từ chối {name}"
ASK_REASON = "Đồng chí gõ lý do từ chối; lý do được gửi nguyên văn tới {name}."
DONE = "Đã xóa dữ liệu cá nhân; nhật ký giữ “{after}”."
TOLD = "Văn phòng đã xóa dữ liệu cá nhân của đồng chí khỏi trợ lý. Cảm ơn đồng chí."
REFUSED = "Đã từ chối đề nghị của {name}."
REFUSED_TOLD = "Văn phòng chưa xóa dữ liệu cá nhân của đồng chí. Lý do: {reason}"
SETTLED = "Đề nghị này đã được xử lý trước đó."
LAST_OFFICE = "Đây là tài khoản Văn phòng duy nhất đang hoạt động nên chưa xóa được."
