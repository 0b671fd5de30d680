"""What is said about a channel to whoever runs the bot."""

from __future__ import annotations

WEBHOOK_IN_THE_WAY = (
    "đang có webhook đăng ký ({url}) nên không tự lấy tin được. Nếu không còn nơi nào dùng webhook này, "
    "gỡ bằng lệnh: dondoc zalo webhook --remove; nếu muốn nhận tin qua webhook, đặt DONDOC_PUBLIC_URL"
)


def refused(title: str) -> str:
    """To the office: a channel has stopped, because its service does not accept our token or settings."""
    return (
        f"Kênh {title} đang dừng vì không nhận mã (token) hoặc cấu hình của trợ lý; các kênh khác vẫn chạy. "
        "Đề nghị người quản trị máy chủ chạy “dondoc doctor” để xem nguyên nhân rồi khởi động lại trợ lý."
    )


LINK_GONE = (
    "Liên kết này đã hết hạn hoặc đã được thu hồi. Đồng chí mở lại trợ lý và yêu cầu tệp lần nữa để nhận liên kết mới."
)
OA_NEEDS_ADDRESS = "Zalo OA chỉ nhận tin qua webhook: đặt DONDOC_PUBLIC_URL là địa chỉ https của trợ lý"
OA_INCOMPLETE = "Zalo OA cần đủ DONDOC_ZALO_OA_APP_ID, DONDOC_ZALO_OA_APP_SECRET và DONDOC_ZALO_OA_SECRET_KEY"
OA_CONSENT = (
    "OA chưa cấp quyền cho ứng dụng, hoặc quyền đã hết hạn; người quản trị OA cấp quyền bằng lệnh: dondoc zalo oa"
)
