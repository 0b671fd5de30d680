"""What people read in the log of progress."""

from __future__ import annotations

HEADING = "Lịch sử cập nhật {code}"
HEADING_MINE = "Các cập nhật gần đây của {unit}"
HEADING_ALL = "Các cập nhật gần đây"
NONE = "Chưa có cập nhật nào."
NOTE_ADDED = "ghi chú"
UNDO = "hoàn tác cập nhật trước"
UNDONE = "đã hoàn tác"
OPEN = "Xem {code}"
