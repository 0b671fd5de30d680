"""What `dondoc progress` says."""

from __future__ import annotations

USAGE = 'Gõ: dondoc progress "/tiendo II.5 60% đã trình UBND tỉnh"'
NO_TEXT = 'mỗi dòng cần là một JSON có "text"'
NOT_RECORDED = "Không ghi: {why}"
PERIOD = "{code} (kỳ {period})"
NOTE = "ghi chú: {note}"
STATUSES = {
    "not_started": "chưa triển khai",
    "in_progress": "đang thực hiện",
    "blocked": "vướng mắc",
    "done": "hoàn thành",
}
ERRORS = {
    "unknown_task": "không có nhiệm vụ này trong kế hoạch",
    "missing_task": "chưa rõ nhiệm vụ nào",
    "bad_percent": "phần trăm không hợp lệ (0 đến 100)",
    "ambiguous": "chưa rõ, cần hỏi lại",
    "empty": "không phải tin cập nhật tiến độ",
}
