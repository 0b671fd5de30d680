"""What people read about what falls due."""

from __future__ import annotations

HEADING = "Thời hạn: {scope}"
SCOPE_ALL = "tất cả đơn vị"
OVERDUE = "Quá hạn: {count}"
SOON = "Đến hạn trong {days} ngày tới: {count}"
BEFORE = "Trước khi theo dõi, chưa hoàn thành: {count} (không nhắc, không tính quá hạn)"
CONDITIONAL = "Chờ văn bản, chưa có hạn: {count}"
NOTHING = "Không có việc nào quá hạn hoặc đến hạn trong {days} ngày tới."
NEXT = "Việc đến hạn gần nhất: {line}"
SHOW_ALL = "Tất cả đơn vị"
SHOW_UNIT = "Đơn vị tôi"
LONGER = "Xem {days} ngày tới"
SHOW_BEFORE = "Trước khi theo dõi ({count})"
MORE = "… còn {count} việc nữa"
"""Lines beyond a screen."""
