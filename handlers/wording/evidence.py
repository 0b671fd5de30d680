"""What is read when files are put to an update as evidence."""

from __future__ import annotations

ATTACH = "Đính kèm"
SHOW = "Xem minh chứng ({count})"
ASK = "Đồng chí gửi ảnh hoặc tệp làm minh chứng cho {code} (ảnh, PDF, Word, Excel; tối đa {limit} MB mỗi tệp). Gửi được nhiều tệp; xong thì chọn “{done}”."
DONE = "Xong"
ATTACHED = "Đã đính kèm {name} vào {code} ({count} minh chứng)."
ATTACHED_ALREADY = "{name} đã có trong minh chứng của {code}."
REMOVE = "Bỏ tệp này"
REMOVED = "Đã bỏ {name} khỏi minh chứng của {code}."
NOT_A_KIND = "Chưa đính kèm: {name} không phải ảnh, PDF, Word hay Excel. Đồng chí gửi lại đúng loại tệp."
TOO_MANY = "Chưa đính kèm: {code} đã có {count} minh chứng, tối đa {count}."
SECRET = "Chưa nhận {name}: tệp có dấu hiệu mang nội dung mật. Không gửi văn bản mật vào trợ lý."
NOT_ALLOWED = "Chỉ người của đơn vị chủ trì và Văn phòng đính kèm minh chứng cho {code}."
GONE = "Cập nhật này không còn hiệu lực nên không đính kèm được."
NONE = "{code} chưa có minh chứng nào."
HEADING = "Minh chứng {code}: {count}"
LINE = "{name} ({size}), {who}, {at}"
PAPER = "Văn bản nêu trong ghi chú: {paper}"
OPEN = "{number}. {name}"
NOT_YOURS = "Minh chứng do đơn vị chủ trì, Văn phòng và lãnh đạo xem."
PHOTO = "ảnh"
FILES = "{count} tệp"


def size(number: int) -> str:
    """Bytes as people read them: "340 KB", "1,2 MB"."""
    if number < 1024 * 1024:
        return f"{max(1, round(number / 1024))} KB"
    return f"{number / 1024 / 1024:.1f} MB".replace(".", ",")
