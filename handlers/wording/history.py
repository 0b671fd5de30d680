"""What people read in the log of progress."""

from __future__ import annotations

HEADING = "Lịch sử cập nhật {code}"
HEADING_MINE = "Các cập nhật gần đây của {unit}"
HEADING_ALL = "Các cập nhật gần đây"
WHICH = "Xem lịch sử nhiệm vụ nào?"
NONE = "Chưa có cập nhật nào."
UNDO = "hoàn tác cập nhật trước"
UNDONE = "đã hoàn tác"
UNDO_ENTRY = "Hoàn tác: {said} lúc {at}"
LOG = "Lịch sử {code}"
EXTENSIONS = "Gia hạn"
EXTENSION = "{at}: hạn {before} → {due}, lý do: {reason}"
DATE_SET = "{at}: đặt hạn {due}, lý do: {reason}"
DOCUMENT = " ({document})"
