"""What is read when work is put off, dropped or taken up again by a paper."""

from __future__ import annotations

from storage.records import RulingKind

VERBS = {
    RulingKind.SUSPEND: "Tạm dừng",
    RulingKind.WITHDRAW: "Không thực hiện",
    RulingKind.RESUME: "Tiếp tục thực hiện",
}
NAMES = {RulingKind.SUSPEND: "tạm dừng", RulingKind.WITHDRAW: "không thực hiện", RulingKind.RESUME: "tiếp tục"}
COMMANDS = {RulingKind.SUSPEND: "tamdung", RulingKind.WITHDRAW: "khongthuchien", RulingKind.RESUME: "tieptuc"}
WHICH = "{verb} nhiệm vụ nào?"
USAGE = "Đồng chí gõ mã nhiệm vụ, lý do và số văn bản, ví dụ: /{command} {code} chờ hướng dẫn mới “CV 12/UBND-VX”"
USAGE_RESUME = "Ví dụ: /tieptuc {code} “CV 15/UBND-VX”"
NONE_ASIDE = "Không có nhiệm vụ nào đang tạm dừng hoặc không thực hiện."
ASK = "Đồng chí gõ lý do và số văn bản, ví dụ: chờ hướng dẫn mới “CV 12/UBND-VX”"
NO_REASON = "{verb} cần có lý do."
NO_DOCUMENT = "{verb} phải theo văn bản. Đồng chí ghi thêm số văn bản trong ngoặc kép."
DONE_ALREADY = "{code} đã được báo hoàn thành nên không {name}."
ASIDE_ALREADY = "{code} hiện đã {state}."
NOT_ASIDE = "{code} hiện không tạm dừng."
SURE = "{verb} {code}?"
STATE = "Hiện nay"
REASON = "Lý do"
DOCUMENT = "Văn bản"
ONLY = "Chỉ {period}"
ONWARD = "Từ {period} trở đi"
DONE = "Đã ghi nhận: {code} {name}."
ONWARD_CODE = "{code} (từ {period} trở đi)"
NOTICE = "Văn phòng ghi nhận: {code} {name}."
UNDONE = "Đã hoàn tác. {code} hiện: {progress}."
UNDONE_NOTICE = "Văn phòng đã hoàn tác: {code} {name}. Hiện: {progress}."
CHANGED = "Tình trạng nhiệm vụ đã thay đổi từ lúc hỏi. Chưa ghi gì; đồng chí mở lại nhiệm vụ để xem."
UNDONE_ALREADY = "Việc này đã được hoàn tác hoặc đã có quyết định mới hơn."
