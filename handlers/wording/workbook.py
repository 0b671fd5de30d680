"""The checking workbook: names of its sheets and columns, and what is wrong with a row that comes back."""

from __future__ import annotations

from dataclasses import dataclass

FILE = "kiem-tra-{id}.xlsx"
HOW = (
    "Ô nền vàng sửa được; cột “nguyên văn” là chữ in trong văn bản, để đối chiếu. Sửa xong, lưu và gửi lại tệp này cho "
    "trợ lý. Không đổi tên trang, tên cột; thêm hoặc xóa cả dòng thì được."
)
MARK = "Mã bảng (giữ nguyên)"
FIELD, VALUE, PRINTED = "Mục", "Trợ lý đọc là", "Nguyên văn"
YES = "x"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field of the record, its heading, its width in characters, and whether the office may change it."""

    field: str
    label: str
    width: int = 14
    editable: bool = True


HEAD_SHEET = "Thông tin chung"
HEAD = {
    "title": "Tên kế hoạch",
    "short_title": "Tên gọi ngắn",
    "issuer": "Cơ quan ban hành",
    "number": "Số, ký hiệu",
    "issued": "Ngày ban hành",
    "year": "Năm của văn bản",
    "starts": "Năm bắt đầu",
    "period_ends": "Năm kết thúc",
    "ends": "Theo dõi việc định kỳ đến ngày",
    "signer": "Người ký",
}
UNITS_SHEET = "Đơn vị"
UNITS = (
    Column("code", "Mã", 12),
    Column("name", "Tên đơn vị", 46),
    Column("short", "Tên ngắn", 26),
    Column("aliases", "Cách ghi khác (cách nhau dấu ;)", 46),
    Column("part_of", "Thuộc đơn vị (mã)", 16),
    Column("outside", "Ngoài cơ quan (x)", 14),
    Column("collective", "Nhiều đơn vị (x)", 14),
)
AREAS_SHEET = "Lĩnh vực"
AREAS = (Column("code", "Mã", 12), Column("title", "Tên", 80), Column("place", "Vị trí", 40))
GROUPS_SHEET = "Nhóm"
GROUPS = (
    Column("code", "Mã", 12),
    Column("area", "Lĩnh vực", 12),
    Column("title", "Tên", 80),
    Column("place", "Vị trí", 40),
)
TARGETS_SHEET = "Chỉ tiêu"
TARGETS = (
    Column("code", "Mã", 12),
    Column("area", "Lĩnh vực", 10),
    Column("metric", "Chỉ số", 50),
    Column("comparator", "Dấu so sánh", 10),
    Column("value", "Mức", 10),
    Column("unit", "Đơn vị tính", 12),
    Column("horizon", "Đến năm", 10),
    Column("year", "Riêng năm", 10),
    Column("value_printed", "Mức (nguyên văn)", 24),
    Column("statement", "Câu trong văn bản", 80),
    Column("place", "Vị trí", 30),
)
TASKS_SHEET = "Nhiệm vụ"
MEANING, ATTENTION = "meaning", "attention"
TASKS = (
    Column("code", "Mã", 10),
    Column("printed_code", "STT in", 8),
    Column("area", "Lĩnh vực", 10),
    Column("group", "Nhóm", 10),
    Column("title", "Nhiệm vụ", 60),
    Column("lead", "Chủ trì (mã đơn vị)", 18),
    Column("lead_printed", "Chủ trì (nguyên văn)", 28, editable=False),
    Column("cooperating", "Phối hợp (mã đơn vị)", 18),
    Column("cooperating_printed", "Phối hợp (nguyên văn)", 28, editable=False),
    Column("product", "Sản phẩm", 40),
    Column("deadline", "Thời hạn", 24),
    Column("milestones", "Mốc ở cột khác (cách nhau dấu ;)", 24),
    Column(MEANING, "Trợ lý hiểu thời hạn là", 34, editable=False),
    Column("place", "Vị trí", 30, editable=False),
    Column(ATTENTION, "Cần xem", 50, editable=False),
)
PROBLEMS_SHEET = "Cần xem"
PROBLEMS = ("Mức", "Vị trí", "Nội dung", "Đề nghị")

CORRECTED = "Văn phòng sửa khi nạp"
ROW = "{sheet}, dòng {row}: {text}"
MISSING_SHEET = "thiếu trang “{sheet}”; xin dùng lại tệp trợ lý đã gửi"
MISSING_COLUMN = "trang “{sheet}” thiếu cột “{label}”"
NO_CODE = "chưa có mã"
UNKNOWN_UNIT = "“{name}” chưa có ở trang Đơn vị"
NOT_A_NUMBER = "“{label}” phải là số, đang ghi “{value}”"
NOT_A_DAY = "“{label}” phải là ngày dạng 31/12/2026, đang ghi “{value}”"
NOT_ALLOWED = "“{label}” chưa đúng: “{value}”"
