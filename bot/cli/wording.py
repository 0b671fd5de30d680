"""What the command line says to whoever runs the bot."""

from __future__ import annotations

OA_NOT_SET = "Chưa đặt DONDOC_ZALO_OA_APP_ID và DONDOC_ZALO_OA_APP_SECRET."
OA_NO_CALLBACK = (
    "Chưa biết địa chỉ gọi lại (callback): đặt DONDOC_PUBLIC_URL, hoặc ghi --callback <địa chỉ đã khai trong trang "
    "quản lý ứng dụng>."
)
OA_STEPS = """Trong trang quản lý ứng dụng (developers.zalo.me), mục Official Account, khai đúng hai dòng:
  Callback URL:   {callback}
  Code challenge: {challenge}

Sau đó người quản trị OA mở địa chỉ dưới đây bằng trình duyệt và bấm Cho phép:

{address}

Trình duyệt chuyển sang một trang có địa chỉ chứa “code=…” (trang báo lỗi cũng được). Mã dùng một lần, trong 10 phút."""
OA_NO_CHALLENGE = "(để trống)"
OA_ASK = "Dán địa chỉ trang đó vào đây"
OA_NOT_THE_CODE = (
    "Không thấy mã trong phần vừa dán, hoặc mã của một lần cấp quyền khác. Chạy lại lệnh, dán nguyên địa chỉ."
)
OA_REFUSED = (
    "Zalo không nhận mã ({error}). Mã chỉ dùng được một lần, trong 10 phút; Callback URL và Code challenge phải đúng "
    "như trên. Chạy lại: dondoc zalo oa"
)
OA_AWAY = "Chưa hỏi được Zalo ({error}). Chạy lại: dondoc zalo oa"
OA_KEPT = (
    "Đã cấp quyền. Mã được ghi vào cơ sở dữ liệu và tự gia hạn, không cần ghi vào .env. Nếu kênh Zalo OA đang dừng, "
    "chạy lại dondoc serve."
)
