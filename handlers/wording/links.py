"""What is said about addresses under which files can be fetched."""

from __future__ import annotations

NONE = "Hiện không có liên kết tệp nào đã gửi cho đồng chí còn mở được."
ASK = "Đã gửi cho đồng chí {count} liên kết tệp còn mở được. Thu hồi tất cả? Sau khi thu hồi, không ai mở được nữa."
REVOKED = "Đã thu hồi {count} liên kết tệp. Cần tệp nào, đồng chí yêu cầu lại để nhận liên kết mới."
LOGGED = "{count} liên kết"
