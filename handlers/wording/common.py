"""Words that several subjects share: dates, buttons, and what is said when a thing cannot be done."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")

YES = "Đồng ý"
NO = "Thôi"
BACK = "Quay lại"
UNDO = "Hoàn tác"
NEXT = "Xem tiếp"
PREVIOUS = "Trang trước"
HELP = "Trợ giúp"
DROPPED = "Đã thôi, chưa ghi gì."
CHOSEN = "Đã chọn {number}: {label}"
"""What was chosen by its number, above the answer, where there are no buttons."""
MENU_OLD = "Danh sách gửi lúc {at} đã cũ nên số vừa gõ chưa có tác dụng. Đồng chí chọn lại dưới đây, hoặc gửi lại lệnh."
CHOICE_LAPSED = "Lựa chọn này đã hết hạn hoặc không dành cho đồng chí. Đồng chí gõ lại yêu cầu, hoặc gõ /trogiup."
NO_PLAN = "Chưa có kế hoạch nào được nạp. Xin Văn phòng nạp kế hoạch trước."
TOO_LONG = "Tin dài quá {limit} ký tự nên chưa xử lý được. Đồng chí rút gọn và gửi lại."
EMPTY = "Tin không có chữ nào đọc được. Đồng chí gõ lại giúp."
UNSUPPORTED = "Trợ lý chưa đọc được loại tin này. Đồng chí gõ bằng chữ giúp."
FILE_ALONE = (
    "Đã thấy {file}, nhưng chưa rõ đồng chí gửi để làm gì nên trợ lý chưa lưu. "
    "Đồng chí gõ nội dung bằng chữ, hoặc gửi lại kèm lời."
)
FILE_UNUSED = "Nội dung này không cần tệp nên {file} gửi kèm chưa được lưu."
FILE_TOO_LARGE = "Chưa nhận được {file}: tệp lớn hơn {limit} MB. Đồng chí giảm dung lượng hoặc tách tệp rồi gửi lại."
FILE_GONE = "Chưa lấy được {file}: tệp không còn hoặc không mở được. Đồng chí gửi lại giúp."
FILE_AWAY = "Chưa tải được {file} vì đường truyền trục trặc. Đồng chí gửi lại sau ít phút."
NOT_ALLOWED = "Lệnh này dành cho {roles}. Đồng chí cần thì liên hệ Văn phòng."
UNKNOWN_COMMAND = "Không có lệnh /{word}."
PERHAPS = "Có phải đồng chí muốn dùng:"
MORE_LINES = "Còn {count} mục nữa."
PAGE = "Trang {page}/{pages}"


def file(name: str) -> str:
    """What a file is called in a sentence; a photo has no name."""
    return f"tệp “{shorten(name, 60)}”" if name else "ảnh"


def day(value: date) -> str:
    """A date as offices write it: 05/01/2026."""
    return value.strftime("%d/%m/%Y")


def moment(value: datetime, zone: ZoneInfo) -> str:
    """A moment at the office: 09:12 ngày 01/12/2026."""
    return value.astimezone(zone).strftime("%H:%M ngày %d/%m/%Y")


def percent(value: float) -> str:
    """A percentage as typed: 60%, 60,5%."""
    return f"{value:g}".replace(".", ",") + "%"


def shorten(text: str, limit: int) -> str:
    """The text, cut at a word to at most `limit` characters, with … when cut."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    at = cut.rfind(" ")
    return (cut[:at] if at > limit // 2 else cut).rstrip(" ,;:.-") + "…"


def shorten_lines(text: str, limit: int) -> str:
    """The text with its lines kept, cut at a word to at most `limit` characters, with … when cut."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    at = max(cut.rfind(" "), cut.rfind("\n"))
    return cut[: at if at > 0 else limit - 1].rstrip(" ,;:.-\n") + "…"
