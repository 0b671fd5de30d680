"""What people read in the log of progress."""

from __future__ import annotations

from storage.records import Ruling, RulingKind

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
RULINGS = "Quyết định của Văn phòng"
_RULED = {
    RulingKind.CONFIRM: "xác nhận hoàn thành",
    RulingKind.SUSPEND: "tạm dừng",
    RulingKind.RESUME: "tiếp tục thực hiện",
    RulingKind.WITHDRAW: "không thực hiện",
}


def ruling(ruled: Ruling, at: str, period: str) -> str:
    """One ruling: "(năm 2026) 09:12 ngày 01/12/2026, Minh: tạm dừng, lý do: chờ hướng dẫn (CV 12/UBND-VX)"."""
    scope = f"({'từ ' if ruled.onward else ''}{period}) " if period else ""
    reason = f", lý do: {ruled.reason}" if ruled.reason else ""
    paper = DOCUMENT.format(document=ruled.document) if ruled.document else ""
    return f"{scope}{at}, {ruled.member_name}: {_RULED[ruled.kind]}{reason}{paper}"
