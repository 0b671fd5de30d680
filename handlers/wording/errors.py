"""What is said when the program itself could not do its work."""

from __future__ import annotations

FAILED = (
    "Chưa ghi được: hệ thống gặp trục trặc khi xử lý tin vừa gửi. "
    "Đồng chí thử lại sau ít phút; nếu vẫn chưa được, xin báo Văn phòng."
)
"""A fault while a message was handled: nothing of it stands and it is not tried again."""

WAITING = (
    "Chưa ghi được vì hệ thống đang bận. Tin của đồng chí đã nhận, sẽ xử lý ngay khi có thể và báo lại; "
    "đồng chí không cần gửi lại."
)
"""The database refuses for the moment: the message is kept and will be handled."""

TOO_FAST = (
    "Đồng chí gửi nhanh quá nên tin vừa rồi chưa được xử lý, chưa ghi gì. "
    "Xin đợi khoảng {seconds} giây rồi gửi lại; tin gửi trong lúc đợi sẽ không được đọc, không được ghi."
)
"""Too many messages of one person or in one chat."""

UNREAD = (
    "{count} tin đồng chí gửi từ {first} đến {last} không được đọc, chưa ghi gì vì gửi nhanh quá. "
    "Nếu trong đó có cập nhật, xin gửi lại."
)
"""Above the answer to the first message that is read again."""
