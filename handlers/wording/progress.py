"""What people read when progress is recorded, questioned, refused or taken back."""

from __future__ import annotations

from handlers.wording import common
from handlers.wording import tasks as task_words
from storage.records import EntryKind, ProgressEntry, Status

CHOOSE_TASK = "Đồng chí cập nhật nhiệm vụ nào?"
NO_TASKS = (
    "Đơn vị của đồng chí không chủ trì nhiệm vụ nào. "
    "Muốn thêm ghi chú cho nhiệm vụ phối hợp, đồng chí gõ: /tiendo {code} nội dung."
)
CHOOSE_PERCENT = "Tiến độ hiện nay? Đồng chí chọn, hoặc gõ, ví dụ: 60% đã trình UBND tỉnh."
CHOOSE_NOTE = "Thêm ghi chú (không bắt buộc): đồng chí gõ nội dung, hoặc chọn “{skip}”."
CHOOSE_OBSTACLE = "Vướng mắc gì? Đồng chí gõ ngắn gọn, hoặc chọn “{skip}”."
NOTE_ONLY = "Đơn vị đồng chí phối hợp nhiệm vụ này nên chỉ thêm ghi chú. Đồng chí gõ nội dung ghi chú:"
SKIP_NOTE = "Không ghi chú"
NOW = "Hiện nay: {progress}"
AMBIGUOUS_TASKS = "Chưa rõ đồng chí cập nhật nhiệm vụ nào. Chưa ghi gì."
AMBIGUOUS_PERCENT = (
    "Tin có nhiều số phần trăm nên chưa rõ lấy số nào. Chưa ghi gì. Đồng chí gõ lại, ví dụ: /tiendo {code} 60% ghi chú."
)
UNCLEAR_FIGURE = "Chưa rõ ghi {code} bao nhiêu phần trăm. Chưa ghi gì. Đồng chí gõ lại, ví dụ: /tiendo {code} 60%, hoặc chọn nhiệm vụ để ghi:"
UNKNOWN = "Kế hoạch không có nhiệm vụ như vậy. Chưa ghi gì."
NEAREST = "Ý đồng chí là:"
BAD_PERCENT = "Phần trăm phải từ 0 đến 100. Chưa ghi gì. Ví dụ: /tiendo {code} 60% đã trình."
NOT_AN_UPDATE = "Tin chưa có tiến độ hay ghi chú để ghi. Ví dụ: /tiendo {code} 60% đã trình."
NO_SUCH_PERIOD = "Nhiệm vụ {code} không có kỳ “{period}”. Chưa ghi gì. Các kỳ gần nhất:"
IN_GROUP = "Trong nhóm, đồng chí gõ trọn trong một dòng, ví dụ: /tiendo {code} 60% đã trình; hoặc nhắn riêng để chọn từng bước."
DOUBTFUL = "Tin này là ghi chú cho {code} hay là câu hỏi? Chưa ghi gì."
AS_NOTE = "Ghi làm ghi chú"
AS_NOTE_OF = "Ghi làm ghi chú cho {code}"
AS_QUESTION = "Là câu hỏi"
FORWARDED = "Tin chuyển tiếp không được ghi thành cập nhật của đồng chí. Đồng chí gõ lại nội dung nếu cần ghi."
NOT_ALLOWED = "Chưa ghi gì: tiến độ {code} do đơn vị chủ trì ghi ({units})."
ONLY_NOTE = "Chưa ghi gì: {code} do {units} chủ trì nên đồng chí chỉ thêm được ghi chú, không ghi phần trăm."
RECORD_NOTE_ONLY = "Chỉ ghi ghi chú"
FOR_PERIOD = "Ghi cho {period}"
MOVE = "Chuyển sang {period}"
RECORD_REST = "Chỉ ghi {codes}"
TWICE = "Tin nêu {code} nhiều lần nên chưa rõ ghi theo lần nào. Chưa ghi gì. Đồng chí gửi mỗi nhiệm vụ một lần."
SURE_DROP = "{code} đang là {before}, đồng chí ghi giảm còn {after}?"
SURE_DONE = "Ghi {code} hoàn thành (100%)?"
SURE_REOPEN = "{code} đã báo hoàn thành, đồng chí ghi lại là {after}?"
SURE_HEADING = "Đồng chí xác nhận trước khi ghi:"
RECORDED = "Đã ghi nhận {code}: {change}."
NOTED = "Đã thêm ghi chú cho {code} ({progress})."
FILE_WAITS = "Tệp gửi kèm chưa được đính vào nhiệm vụ nào."
AWAITS = "Văn phòng sẽ xem và xác nhận hoàn thành; hạn tính theo ngày đồng chí báo."
CONFIRMED_BY_OFFICE = (
    "Văn phòng đã xác nhận {code} hoàn thành nên không hoàn tác được nữa. Nếu cần sửa, đồng chí báo Văn phòng."
)
ALREADY = "Cập nhật này đã được ghi trước đó, không ghi lại."
NOTE = "Ghi chú"
PERIOD = "Kỳ"
AT = "Lúc"
EDIT = "Sửa"
OPEN = "Xem {code}"
UNDONE = "Đã hoàn tác cập nhật {code} lúc {at}. Hiện nay: {progress}."
UNDONE_NOTICE = "Văn phòng đã hoàn tác cập nhật {code} của đồng chí lúc {at} ({said}). Hiện nay: {progress}."
UNDO_NOTHING = "Trong 24 giờ qua đồng chí không có cập nhật nào để hoàn tác."
UNDO_SURE = "Hoàn tác cập nhật {code} ({said}) lúc {at}?"
NOTE_ENTRY = "ghi chú"
UNDO_TOO_LATE = "Chỉ hoàn tác được trong 24 giờ. Đồng chí gửi cập nhật mới để sửa lại."
UNDO_ALREADY = "Cập nhật này đã được hoàn tác."
UNDO_NOT_YOURS = "Chỉ người ghi hoặc Văn phòng mới hoàn tác được cập nhật này."
UNDO_ALL = "Hoàn tác tất cả"
UNDO_ALL_SURE = "Hoàn tác {count} cập nhật ghi lúc {at}?"
UNDO_ONLY = "Chỉ {code}"
STANDS = "{code}: {said}"
RECORDED_WITH = "Ghi cùng lúc:"
BLOCKED = "Vướng mắc"
NOTHING_YET = "chưa có cập nhật"


def standing(percent: float | None, status: Status | None) -> str:
    """Percent and status in words: "60%, đang thực hiện"."""
    parts = [common.percent(percent)] if percent is not None else []
    parts += [task_words.STATUSES[status]] if status is not None else []
    return ", ".join(parts) or NOTHING_YET


def change(before: ProgressEntry | None, percent: float | None, status: Status | None) -> str:
    """What an update changed: "40% → 60%, đang thực hiện"."""
    after = standing(percent, status)
    if before is None or before.percent is None or before.percent == percent:
        return after
    return f"{common.percent(before.percent)} → {after}"


def said(entry: ProgressEntry) -> str:
    """What an entry recorded: "60%, đang thực hiện", or that it was a note."""
    return NOTE_ENTRY if entry.kind is EntryKind.NOTE else standing(entry.percent, entry.status)
