"""How the bot says what it understood of a question, and why it answered as it did."""

from __future__ import annotations

HEADING = "Vì sao trả lời như vậy"
WHY = "Vì sao?"
ASKED = "Hỏi về"
SUBJECT = "Chữ dùng để tìm (bỏ dấu)"
CODES = "Mã"
UNITS = "Đơn vị"
AREAS = "Lĩnh vực"
GROUPS = "Nhóm nhiệm vụ"
YEARS = "Năm"
QUARTER = "Quý"
DAYS = "Ngày"
PERCENTS = "Tỷ lệ"
DOCUMENTS = "Văn bản"
FOREIGN = "Nơi, cơ quan mà kế hoạch không nêu (bỏ dấu)"
ASSUMED = "Lấy theo câu trước"
FILTERS = "Điều kiện lọc"
RESULT = "Kết quả"
NEAREST = "Các mục có chữ gần câu hỏi nhất, kèm điểm khớp (từ {floor} trở lên mới trả lời; gần bằng nhau thì hỏi lại):"
NEAR = "{label}: {score}"
NOTHING = "Không nhận ra từ nào có nghĩa để tìm."
FACETS = {
    "value": "mức chỉ tiêu",
    "lead": "đơn vị chủ trì",
    "cooperation": "đơn vị phối hợp",
    "product": "sản phẩm",
    "deadline": "thời hạn",
    "authority": "cấp trình, phê duyệt",
    "list": "danh sách",
    "count": "số lượng",
    "comparison": "so sánh các mốc",
    "legal": "văn bản được dẫn",
    "section": "phần lời của kế hoạch",
    "record": "toàn bộ nội dung của mục",
    "head": "thông tin chung của kế hoạch",
    "share": "tỷ lệ nhiệm vụ",
    "papers": "các văn bản được dẫn",
    "units": "các đơn vị thực hiện",
    "most": "đơn vị nhiều việc nhất, ít việc nhất",
    "progress": "tiến độ",
}
RESULTS = {
    "answer": "có câu trả lời",
    "clarify": "nhiều mục khớp gần như nhau nên hỏi lại",
    "none": "không mục nào đủ khớp nên báo không tìm thấy",
    "chat": "lời chào, cảm ơn",
}


def number(value: float) -> str:
    """A score as written: 0,83."""
    return f"{value:.2f}".replace(".", ",")
