"""What `dondoc db`, `backup` and `restore` say."""

from __future__ import annotations

REFUSED = {
    "NotWritten": "Chưa ghi được, dữ liệu cũ giữ nguyên: {reason}",
    "UnknownRevision": "Cơ sở dữ liệu mới hơn chương trình, hãy cập nhật chương trình: {reason}",
    "DatabaseInUse": "Chương trình đang mở cơ sở dữ liệu này. Hãy dừng lại rồi chạy lại lệnh.",
    "UseServerTools": "Cơ sở dữ liệu nằm trên PostgreSQL, hãy dùng công cụ của máy chủ:\n  {reason}",
}
"""storage.errors by name, so that they are imported only by the verb that runs."""

FAULTS = {
    "missing": "Không có tệp {detail}.",
    "damaged": "Tệp sao lưu bị hỏng, chưa thay đổi gì ({detail}).",
    "foreign": "Tệp này không phải bản sao lưu của chương trình, chưa thay đổi gì.",
    "newer": "Tệp sao lưu do bản chương trình mới hơn tạo ra, hãy cập nhật chương trình ({detail}).",
}
"""storage.errors.Fault by value."""

OTHER = "Không thực hiện được: {reason}"
NEWEST = "Đã ở bản mới nhất ({head}), không có gì phải làm."
UPGRADED = "Đã nâng cấp: {before} → {head}."
NONE_YET = "chưa có"
STANDS = "Cơ sở dữ liệu: {found}. Chương trình cần: {head}."
SAVED = "Đã sao lưu vào {file} ({size:,.0f} KiB) và đã kiểm tra."
RESTORED = "Đã khôi phục từ {file}."
KEPT = "Dữ liệu trước đó được giữ tại {file}."
CONTENTS = "Cấu trúc {revision}, {members} người dùng, {progress} lần cập nhật tiến độ."
