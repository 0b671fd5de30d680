"""The words around the table of rights in docs/quyen-su-dung.md."""

from __future__ import annotations

from handlers.reach import Reach

INTRO = """# Ai được dùng lệnh nào, nút nào

Bảng này được sinh từ chương trình (`python -m bot.rights_table > docs/quyen-su-dung.md`); sửa tay sẽ bị kiểm tra báo lỗi. Vai trò được kiểm tra tại
lúc bấm hoặc gõ, trong cùng giao dịch với việc được làm. Người chưa được duyệt không dùng được gì ngoài nhập mã và xin sử dụng. Nút chỉ có tác dụng trong
cuộc trò chuyện đã hiện nút đó.

Ngoài vai trò, mỗi việc còn xét đơn vị của người làm (cột *Đơn vị*):"""
UNIT = "Đơn vị"
UNITS = {
    Reach.SEES: "xem mọi đơn vị",
    Reach.OWN: "của mình",
    Reach.LEAD: "chủ trì",
    Reach.NOTE: "chủ trì, phối hợp",
    Reach.UNIT: "đơn vị mình",
    Reach.AREA: "lĩnh vực",
    Reach.OFFICE: "mọi đơn vị",
}
UNITS_MEAN = {
    Reach.SEES: "xem việc của mọi đơn vị, không thay đổi gì",
    Reach.OWN: "cài đặt, tệp, cập nhật, đề nghị của chính người đó",
    Reach.LEAD: "chỉ việc do đơn vị mình chủ trì; Văn phòng: mọi đơn vị",
    Reach.NOTE: "việc đơn vị mình chủ trì thì ghi tiến độ, việc đơn vị mình phối hợp thì chỉ thêm ghi chú; Văn phòng: mọi đơn vị",
    Reach.UNIT: "chỉ đơn vị của mình; Văn phòng, lãnh đạo: mọi đơn vị",
    Reach.AREA: "ai cũng xem; chỉ đơn vị chủ trì việc trong lĩnh vực của chỉ tiêu (và Văn phòng) ghi kết quả",
    Reach.OFFICE: "chỉ Văn phòng, cho mọi đơn vị",
}
COMMANDS = "## Lệnh"
CHOICES = "## Nút và bước chờ trả lời"
COMMAND = "Lệnh"
CHOICE = "Nút, bước"
PLACE = "Ở đâu"
PRIVATE = "trò chuyện riêng"
ANYWHERE = "mọi nơi"
YES = "✓"
NO = "–"
