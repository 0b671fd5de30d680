"""What people read when they report measured values of targets."""

from __future__ import annotations

WHICH = "Chưa rõ “{value}” là kết quả của chỉ tiêu nào. Đồng chí chọn:"
ASK = "Đồng chí gõ kết quả, kỳ và văn bản (nếu có), ví dụ: {example}"
EXAMPLE = "{value} quý III/{year} theo BC 45/BC-VP"
DONE = "Đã ghi nhận {code} {metric}: {value}."
ALREADY = "Kết quả {code} {value} đã được ghi trước đó."
SURE = "{code}: kết quả đang ghi là {before}. Ghi thấp hơn trước, {after}?"
OLDER = "Kết quả mới nhất vẫn là {value}."
NOT_ALLOWED = "Kết quả chỉ tiêu {code} do đơn vị chủ trì nhiệm vụ của lĩnh vực hoặc Văn phòng ghi."
NO_NUMBER = "Chỉ tiêu {code} không có mức bằng số trong kế hoạch nên chưa ghi kết quả bằng số được."
NO_VALUE = "Chưa rõ kết quả của {code}. Ví dụ: /chitieu {code} 72% quý III/2026"
PROBLEMS = {
    "no_value": NO_VALUE,
    "unit": "Chỉ tiêu {code} tính bằng {unit}. Đồng chí gõ lại kết quả theo đơn vị đó.",
    "range": "Kết quả vượt quá 100%. Đồng chí kiểm tra lại số liệu của {code}.",
    "negative": "Kết quả của {code} không ghi được số âm. Đồng chí kiểm tra lại số liệu.",
    "future": "Kỳ của kết quả {code} chưa đến. Đồng chí kiểm tra lại kỳ.",
    "period": "Chưa rõ kỳ của kết quả {code}. Ví dụ: quý III/2026, tháng 9/2026, năm 2026, 30/9/2026.",
}
BEFORE = "Lần trước"
DOCUMENT = "Văn bản"
NOTE = "Ghi chú"
GOAL = "Mục tiêu"
STANDS = "Đánh giá"
PACE = "So với lộ trình"
LATEST = "Kết quả mới nhất"
NOTHING = "chưa có kết quả"
CARD = "Xem chỉ tiêu"
RECORD = "Ghi kết quả"
HISTORY_CHOICE = "Lịch sử kết quả"
PICTURE = "Hình lộ trình"
HISTORY = "Kết quả đã ghi của {code}"
NO_HISTORY = "Chưa ghi kết quả nào cho {code}."
UNDO_VALUE = "Hoàn tác {value}"
UNDO_ENTRY = "hoàn tác kết quả trước"
UNDONE_MARK = "đã hoàn tác"
UNDONE = "Đã hoàn tác. Kết quả của {code}: {value}."
AT_RISK = "Chậm, có nguy cơ không đạt"
AT_RISK_HEADING = "Chỉ tiêu chậm so với lộ trình hoặc chưa đạt: {count}"
AT_RISK_NONE = "Theo kết quả đã ghi, không có chỉ tiêu nào chậm so với lộ trình."
