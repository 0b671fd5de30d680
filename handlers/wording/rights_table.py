"""The words around the table of rights in docs/quyen-su-dung.md."""

from __future__ import annotations

INTRO = """# Ai được dùng lệnh nào, nút nào

Bảng này được sinh từ chương trình (`python -m bot.rights_table > docs/quyen-su-dung.md`); sửa tay sẽ bị kiểm tra báo lỗi. Vai trò được kiểm tra tại
lúc bấm hoặc gõ, trong cùng giao dịch với việc được làm. Ngoài vai trò, việc trên từng nhiệm vụ còn xét đơn vị: chỉ đơn vị chủ trì (và Văn phòng) ghi
tiến độ, xin gia hạn, đính kèm minh chứng; đơn vị phối hợp thêm ghi chú; trưởng đơn vị giao việc và chuyển đề nghị trong đơn vị mình. Người chưa được
duyệt không dùng được gì ngoài nhập mã và xin sử dụng. Nút chỉ có tác dụng trong cuộc trò chuyện đã hiện nút đó."""
COMMANDS = "## Lệnh"
CHOICES = "## Nút và bước chờ trả lời"
COMMAND = "Lệnh"
CHOICE = "Nút, bước"
PLACE = "Ở đâu"
PRIVATE = "trò chuyện riêng"
ANYWHERE = "mọi nơi"
YES = "✓"
NO = "–"
