"""Words of official papers: the head and foot that Nghị định 30/2020/NĐ-CP gives every one of them, the letter that
urges a unit, and the minutes of a handover. "…" is a gap that the office fills in."""

from __future__ import annotations

from datetime import date

from handlers.wording import common

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NUMBER = "Số:        /{kind}-{symbol}"
LETTER_NUMBER = "Số:        /{symbol}"
NOT_KNOWN = "…"
PLACE_AND_DAY = "{place}, ngày      tháng {month} năm {year}"
DEAR = "Kính gửi: {to}."
DEAR_SEVERAL = "Kính gửi:"
RECIPIENTS = "Nơi nhận:"
RECIPIENT = "- {name};"
LAST_RECIPIENT = "- {name}."
ANNEX = "Phụ lục {number}"
ANNEX_OF = "(Kèm theo {kind} số        /{code}-{symbol} ngày      tháng {month} năm {year} của {issuer})"
PEOPLES_COMMITTEE = "Ủy ban nhân dân"
DAY = "ngày"
HEAD_TITLE = "THỦ TRƯỞNG CƠ QUAN"
AS_ABOVE = "Như trên"
KEPT = "Lưu: VT, VP"

NUMBER_OF_PLAN = "{kind} số {number} {issued} của {issuer} {title}"
UNKNOWN_DAY = "ngày … tháng … năm …"
BLANKS = (("ngày tháng", "ngày … tháng"), ("tháng năm", "tháng … năm"))
"""Blanks of a printed day, and how they are shown."""
KIND_OF_NUMBER = {
    "KH": "Kế hoạch",
    "CTr": "Chương trình",
    "QĐ": "Quyết định",
    "NQ": "Nghị quyết",
    "CT": "Chỉ thị",
    "ĐA": "Đề án",
    "TB": "Thông báo",
}
"""What the letters of a number stand for."""
PLAN_KIND = "Kế hoạch"
ABOUT = "về "
ISSUING = "ban hành "
LINKED = ("về ", "thực hiện ", "triển khai ", "nhằm ")
"""Words that join a title to the number without "về"."""
OF = " của "

# ---- the letter that urges a unit ----
URGE_ABOUT = "V/v đôn đốc thực hiện {plan}"
URGE_INTRO = "Thực hiện {plan}, đến hết ngày {day}, {unit} còn {count} nhiệm vụ đã quá thời hạn nhưng chưa có báo cáo hoàn thành:"
URGE_COLUMNS = (
    "STT",
    "Mã",
    "Nhiệm vụ",
    "Sản phẩm",
    "Thời hạn theo kế hoạch",
    "Hạn",
    "Tiến độ",
    "Quá hạn (ngày)",
    "Đã đôn đốc (lần)",
)
URGE_ASK = (
    "{issuer} đề nghị {unit} khẩn trương thực hiện, cập nhật tiến độ và báo cáo kết quả; trường hợp có khó khăn, vướng mắc "
    "hoặc cần điều chỉnh thời hạn, có văn bản nêu rõ lý do, thời hạn đề nghị, gửi Văn phòng trước ngày … để tổng hợp, báo cáo lãnh đạo."
)
URGE_END = "Đề nghị {unit} quan tâm, thực hiện./."

# ---- the minutes of a handover ----
MINUTES = "BIÊN BẢN"
MINUTES_ABOUT = "Bàn giao nhiệm vụ theo dõi trên hệ thống đôn đốc"
MINUTES_WHEN = "Hôm nay, ngày {day} tháng {month} năm {year}, tại {place}, chúng tôi gồm có:"
MINUTES_GIVES = "1. Bên bàn giao: {name}, {unit}."
MINUTES_TAKES = "2. Bên nhận bàn giao: {name}, {unit}."
MINUTES_WITNESS = "3. Đại diện Văn phòng: …"
MINUTES_SUBJECT = "Hai bên thống nhất bàn giao {count} nhiệm vụ thuộc {plan} như sau:"
MINUTES_COLUMNS = ("STT", "Mã", "Nhiệm vụ", "Sản phẩm", "Hạn", "Tiến độ khi bàn giao", "Ghi chú")
MINUTES_REST = "Hồ sơ, tài liệu kèm theo: …"
MINUTES_END = (
    "Kể từ thời điểm ký biên bản, bên nhận bàn giao chịu trách nhiệm theo dõi, thực hiện và cập nhật tiến độ các nhiệm vụ nêu trên. "
    "Biên bản được lập thành 03 bản có giá trị như nhau, mỗi bên giữ 01 bản, Văn phòng lưu 01 bản./."
)
GIVER = "BÊN GIAO"
TAKER = "BÊN NHẬN"
WITNESS = "VĂN PHÒNG"
MINUTES_NONE = "Không có nhiệm vụ nào đang thực hiện."


def day_in_words(day: date) -> tuple[str, str, str]:
    """Day, month and year as papers write them: a 0 before days below 10 and before the months 1 and 2."""
    return f"{day.day:02d}", month_in_words(day), str(day.year)


def month_in_words(day: date) -> str:
    """The month as papers write it: "01", "02", "3" … "12"."""
    return f"{day.month:02d}" if day.month < 3 else str(day.month)


def long_day(day: date) -> str:
    """ "ngày 05 tháng 01 năm 2026"."""
    return "ngày {} tháng {} năm {}".format(*day_in_words(day))


def count(number: int) -> str:
    """A count in running text: "02", "41"."""
    return f"{number:02d}"


def rate(value: float | None) -> str:
    """A rate to one decimal: "85,7%"; "–" while nothing counts."""
    return "–" if value is None else f"{value:.1f}%".replace(".", ",")


def tabular_day(day: date | None) -> str:
    """A day in a table, "" for none."""
    return common.day(day) if day else ""
