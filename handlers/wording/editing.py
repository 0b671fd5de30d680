"""What is read when the office corrects a task of the plan."""

from __future__ import annotations

FIELDS = {
    "title": "Nhiệm vụ",
    "lead": "Chủ trì",
    "cooperating": "Phối hợp",
    "product": "Sản phẩm",
    "deadline": "Thời hạn",
}
USAGE = "Đồng chí gõ mã và nội dung sửa, ví dụ: /suanhiemvu {code} hạn: 31/3/2027; chủ trì: {unit}"
WHICH = "Sửa nhiệm vụ nào?"
CHOOSE = "Sửa mục nào của {code}?"
ASK = "{field} của {code} hiện là: {now}. Đồng chí gõ nội dung mới."
BLANK = "(trống)"
UNKNOWN_UNIT = "Kế hoạch không có đơn vị “{name}”. Các đơn vị: {units}"
NOTHING = "Nội dung mới giống nội dung hiện nay nên không có gì để sửa."
EMPTY = "{field} không được để trống."
NOT_UNDERSTOOD = "Chưa rõ sửa mục nào. Đồng chí ghi tên mục, ví dụ: hạn: 31/3/2027; sản phẩm: Báo cáo; chủ trì: {unit}"
SURE = "Sửa nhiệm vụ {code}?"
CHANGE = "{before} → {after}"
KEPT = "Nội dung in trong kế hoạch vẫn được giữ bên cạnh để đối chiếu."
DUE_NOW = "Hạn kỳ hiện nay: {before} → {after}."
NO_DATE = "Theo thời hạn mới, nhiệm vụ không có ngày đến hạn nên sẽ không được nhắc hạn. Nếu có ngày cụ thể, đồng chí gõ dạng 31/3/2027."
ORPHANS = "Tiến độ đã ghi cho {periods} còn trong lịch sử nhưng không thuộc kỳ nào của thời hạn mới; cần thì ghi lại."
EXTENDED = "Nhiệm vụ này đã được gia hạn: hạn đang tính theo gia hạn, không theo thời hạn vừa sửa."
DONE = "Đã sửa nhiệm vụ {code} (bản {version} của kế hoạch)."
NOTICE = "Văn phòng đã sửa nhiệm vụ {code} trong kế hoạch."
UNDONE = "Đã hoàn tác việc sửa nhiệm vụ {code}."
UNDONE_NOTICE = "Văn phòng đã hoàn tác việc sửa nhiệm vụ {code}."
CHANGED = "Kế hoạch đã có bản mới hơn từ lúc hỏi. Chưa sửa gì; đồng chí gõ lại để xem nội dung hiện nay."
UNDONE_ALREADY = "Kế hoạch đã có bản mới hơn nên không hoàn tác được. Đồng chí sửa lại bằng /suanhiemvu."
BY_OFFICE = "Văn phòng sửa ngày {day}"
PRINTED = "{field} in trong kế hoạch: “{printed}” ({reason})"


def by_office(reason: str) -> bool:
    """Whether a correction's reason says that the office made it."""
    return reason.startswith(BY_OFFICE.partition("{")[0])
