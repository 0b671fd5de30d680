"""What `dondoc zalo oa` says."""

from __future__ import annotations

NOT_SET = "Chưa đặt DONDOC_ZALO_APP_ID và DONDOC_ZALO_APP_SECRET."
NO_CALLBACK = (
    "Chưa biết địa chỉ gọi lại (callback): đặt DONDOC_PUBLIC_URL, hoặc ghi --callback <địa chỉ đã khai trong trang "
    "quản lý ứng dụng>."
)
STEPS = """Trong trang quản lý ứng dụng (developers.zalo.me), mục Official Account, khai đúng hai dòng:
  Callback URL:   {callback}
  Code challenge: {challenge}

Sau đó người quản trị OA mở địa chỉ dưới đây bằng trình duyệt và bấm Cho phép:

{address}

Trình duyệt chuyển sang một trang có địa chỉ chứa “code=…” (trang báo lỗi cũng được). Mã dùng một lần, trong 10 phút."""
NO_CHALLENGE = "(để trống)"
ASK = "Dán địa chỉ trang đó vào đây"
NOT_THE_CODE = (
    "Không thấy mã trong phần vừa dán, hoặc mã của một lần cấp quyền khác. Chạy lại lệnh, dán nguyên địa chỉ."
)
REFUSED = (
    "Zalo không nhận mã ({error}). Mã chỉ dùng được một lần, trong 10 phút; Callback URL và Code challenge phải đúng "
    "như trên. Chạy lại: dondoc zalo oa"
)
AWAY = "Chưa hỏi được Zalo ({error}). Chạy lại: dondoc zalo oa"
KEPT = (
    "Đã cấp quyền. Mã được ghi vào cơ sở dữ liệu và tự gia hạn, không cần ghi vào .env. Nếu kênh Zalo OA đang dừng, "
    "chạy lại dondoc serve."
)
