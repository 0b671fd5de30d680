"""Codes of six digits: joining by one, adding an account of another app, choosing where reminders go."""

from __future__ import annotations

HOW = (
    "Mở ứng dụng kia (Zalo hoặc Telegram), nhắn riêng mã này cho trợ lý. Mã dùng một lần, trong 10 phút; "
    "từ đó hai nơi là một tài khoản."
)
KEEP_TO_YOURSELF = "Không đưa mã cho người khác: ai nhập mã sẽ dùng trợ lý với tư cách của đồng chí."
WRONG = "Mã không đúng hoặc đã hết hạn. Đồng chí kiểm tra lại, hoặc xin Văn phòng cấp mã mới."
TOO_MANY = "Đã có quá nhiều lần nhập sai mã. Đồng chí thử lại sau 1 giờ, hoặc chọn “Xin sử dụng”."
MANY_TRIES = (
    "Trong một giờ có nhiều lần nhập sai mã 6 số. Trợ lý tạm ngừng nhận mã ngắn trong một giờ; "
    "mã mời dài và “Xin sử dụng” vẫn dùng được."
)
LINKED = "Đã liên kết: đây cũng là tài khoản của đồng chí {name}."
LINKED_ELSEWHERE = (
    "Một tài khoản {channel} vừa được liên kết với tài khoản này bằng mã 6 số. "
    "Nếu không phải đồng chí làm, báo ngay Văn phòng."
)
HAVE = "Đã liên kết: {channels}."
ASK_WHERE = "Nhắc việc gửi đến nơi nào trước? Nơi đó không nhận được thì gửi nơi kia."
PREFERRED = "Từ nay nhắc việc gửi đến {channel} trước."
SHORT = "Gõ tay cho nhanh (dùng được trong 2 giờ): {code}"
FULL = (
    "{channel} đã có {people} người dùng; gói đang dùng phục vụ {most} người. Người vượt số đó có thể nhắn mà không được "
    "trả lời: mời họ dùng kênh khác, hoặc nâng gói và báo người quản trị máy chủ."
)
