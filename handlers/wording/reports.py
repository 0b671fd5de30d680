"""Words of the periodic report, of its sheets, and of the command that makes it. "…" is a gap that the office fills in:
what the program does not know it does not make up."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.reported import Line
from handlers.wording import common, confirming, papers
from handlers.wording import records as record_words
from handlers.wording import tasks as task_words
from knowledge.report_periods import ReportPeriod
from knowledge.standing import Group

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Letters of points: those of the Vietnamese alphabet without marks, đ after d and no f."""
_ROMAN = ("", "I", "II", "III", "IV")

# ---- periods ----
PERIODS = {
    "month": "tháng {number} năm {year}",
    "quarter": "quý {roman} năm {year}",
    "first_half": "6 tháng đầu năm {year}",
    "second_half": "6 tháng cuối năm {year}",
    "nine_months": "9 tháng năm {year}",
    "year": "năm {year}",
    "range": "từ ngày {start} đến ngày {end}",
}
DATA = "Số liệu từ ngày {start} đến ngày {end}; chốt đến {cutoff}"
CUT_END = "hết ngày {day}"

# ---- groups, in the order of the tables ----
GROUPS = {
    Group.DONE_IN_TIME: "Hoàn thành đúng hạn",
    Group.DONE_LATE: "Hoàn thành quá hạn",
    Group.IN_TIME: "Đang thực hiện trong hạn",
    Group.OVERDUE: "Quá hạn chưa hoàn thành",
    Group.SUSPENDED: "Tạm dừng, không thực hiện",
}
IDLE = "Chưa triển khai"
LATE_BY = "{group} {days} ngày"
RATE_HINT = (
    "Tỷ lệ đúng hạn = Hoàn thành đúng hạn ÷ (Hoàn thành đúng hạn + Hoàn thành quá hạn + Quá hạn chưa hoàn thành). "
    "Nhiệm vụ có nhiều kỳ được tính theo từng kỳ; nhiệm vụ tạm dừng, không thực hiện nằm ngoài tỷ lệ."
)
BEFORE_HINT = "Không tính {count} kỳ đến hạn trước ngày bắt đầu theo dõi ({day})."

# ---- the paper ----
KIND = "BÁO CÁO"
KIND_LOWER = "Báo cáo"
CODE = "BC"
ABOUT = "Kết quả thực hiện {subject} {period}"
OPENING = "Thực hiện {plan}, {issuer} báo cáo kết quả thực hiện {period} ({data}) như sau:"
LEADING = "Công tác chỉ đạo, điều hành"
LEADING_PARTS = (
    "Kế hoạch và văn bản chỉ đạo",
    "Công tác kiểm tra",
    "Công tác tuyên truyền",
    "Thi đua, khen thưởng, sáng kiến",
)
RESULTS = "Kết quả thực hiện"
RESULTS_ALL = "Tổng số nhiệm vụ trong kỳ: {total}{parts}. Tỷ lệ đúng hạn: {rate}."
AREA_ALL = "Trong kỳ có {total} nhiệm vụ{parts}."
PARTS = ", trong đó: {parts}"
PART = "{name} {count}"
IDLE_AMONG = " (chưa triển khai {count})"
AREA_NONE = "Trong kỳ không có nhiệm vụ đến hạn hoặc đang thực hiện."
NO_AREA = "Nhiệm vụ khác"
DONE_LIST = "Đã hoàn thành:"
RUNNING_LIST = "Đang thực hiện:"
SUSPENDED_LIST = "Tạm dừng, không thực hiện:"
IDLE_LIST = "Chưa có cập nhật: nhiệm vụ {codes}."
DONE_LINE = "- {title} ({units}), hoàn thành ngày {day}{late}{documents}."
DONE_LATE = ", sau hạn {days} ngày"
DOCUMENTS = " ({documents})"
RUNNING_LINE = "- {title} ({units}): {progress}{note}."
OVERDUE_LINE = "- {title} ({units}): hạn {due}, đã quá hạn {days} ngày; {progress}{note}."
UPCOMING_DAY = "Hoàn thành chậm nhất ngày {due}:"
UPCOMING_LINE = "- {title} ({units});"
UPCOMING_LAST = "- {title} ({units})."
TARGETS_LIST = "Chỉ tiêu:"
TARGET_LINE = "- {metric}: đạt {value}; mục tiêu: {goal}."
COMMON = "Đánh giá chung"
ACHIEVED = "Kết quả đạt được"
ACHIEVED_UNITS = "Tỷ lệ hoàn thành đúng hạn trong kỳ: {rate}. Kết quả theo đơn vị chủ trì:"
TO_HORIZON = "Đến năm {horizon}"
LIMITS = "Tồn tại, hạn chế và nguyên nhân"
LIMITS_NONE = "Đến thời điểm chốt số liệu không có nhiệm vụ quá hạn chưa hoàn thành."
LIMITS_SOME = "Đến thời điểm chốt số liệu còn {count} nhiệm vụ quá hạn chưa hoàn thành:"
CAUSES = "Nguyên nhân: …"
AHEAD = "Phương hướng, nhiệm vụ trọng tâm {period}"
AHEAD_LATE = "Tập trung hoàn thành {count} nhiệm vụ đã quá hạn nêu tại điểm 2 mục III."
AHEAD_DUE = "Hoàn thành {count} nhiệm vụ đến hạn trong kỳ:"
AHEAD_NONE = "Trong kỳ không có nhiệm vụ đến hạn."
OTHERS = "…"
PROPOSALS = "Đề xuất, kiến nghị"
OBSTACLES = "Khó khăn, vướng mắc do các đơn vị phản ánh:"
OBSTACLE_LINE = "- {units}: {note} (nhiệm vụ {codes})."
CLOSING_TO = "Trên đây là báo cáo kết quả thực hiện {subject} {period}, {issuer} kính báo cáo {to}./."
CLOSING = "Trên đây là báo cáo kết quả thực hiện {subject} {period}./."
NO_UNIT = "Chưa rõ đơn vị chủ trì"

ANNEX_TASKS = "Danh mục nhiệm vụ và kết quả thực hiện"
ANNEX_TARGETS = "Kết quả thực hiện các chỉ tiêu"
TASK_COLUMNS = (
    "Mã",
    "Nhiệm vụ",
    "Đơn vị chủ trì",
    "Đơn vị phối hợp",
    "Sản phẩm",
    "Thời hạn",
    "Kết quả, tiến độ (%)",
    "Tình trạng",
    "Văn bản/minh chứng",
    "Khó khăn, vướng mắc",
)
TARGET_COLUMNS = ("STT", "Chỉ tiêu", "Mục tiêu", "Kết quả kỳ này", "Tỷ lệ so với mục tiêu", "Ghi chú")
UNIT_COLUMN = "Đơn vị"
AREA_COLUMN = "Lĩnh vực"
TOTAL = "Tổng số"
SUM = "Cộng"
DONE_SPAN = "Hoàn thành"
OPEN_SPAN = "Chưa hoàn thành"
IN_TIME = "Đúng hạn"
LATE = "Quá hạn"
RUNNING = "Trong hạn"
SUSPENDED = "Tạm dừng"
RATE = "Tỷ lệ đúng hạn"
DUE = "{printed} (hạn {due})"
EXTENDED_TO = "; gia hạn đến {due}"
EXTENDED_BY = " theo {document}"
SET_TO = "; Văn phòng đặt hạn {due}"

OVERDUE_CODES = "Quá hạn chưa hoàn thành (nêu cụ thể tại điểm 2 mục III): nhiệm vụ {codes}."

# ---- the sheets ----
SHEET_SUMMARY = "Tổng hợp"
SHEET_TASKS = "Nhiệm vụ"
SHEET_NEXT = "Đến hạn kỳ sau"
SHEET_TARGETS = "Chỉ tiêu"
SHEET_LOG = "Cập nhật"
SHEET_EXTENSIONS = "Gia hạn"
SHEET_FOOT = "&L&A&RTrang &P/&N"
XLSX_TASKS = (
    "Mã",
    "Kỳ",
    "Nhiệm vụ",
    "Đơn vị chủ trì",
    "Sản phẩm",
    "Thời hạn theo kế hoạch",
    "Hạn hiện nay",
    "Tiến độ (%)",
    "Tình trạng",
    "Ngày hoàn thành",
    "Ghi chú",
    "Văn bản/minh chứng",
    "Lĩnh vực",
    "Đơn vị phối hợp",
    "Hạn ban đầu",
    "Số lần gia hạn",
    "Trạng thái",
    "Quá hạn (ngày)",
    "Cập nhật gần nhất",
    "Căn cứ (số cập nhật)",
)
XLSX_TARGETS = (
    "Mã",
    "Chỉ tiêu",
    "Năm",
    "Mục tiêu",
    "Mức cần đạt",
    "Đơn vị tính",
    "Kết quả",
    "Tính đến ngày",
    "Chênh lệch",
    "Đánh giá",
    "Lĩnh vực",
    "Văn bản",
    "Căn cứ (số liệu số)",
)
XLSX_LOG = (
    "Số",
    "Thời điểm",
    "Nhiệm vụ",
    "Kỳ",
    "Tiến độ (%)",
    "Trạng thái",
    "Nội dung",
    "Người cập nhật",
    "Đơn vị",
    "Tình trạng",
)
XLSX_EXTENSIONS = ("Thời điểm", "Nhiệm vụ", "Kỳ", "Hạn cũ", "Hạn mới", "Lý do", "Văn bản")
ENTRY_STANDS = "có hiệu lực"
ENTRY_UNDONE = "đã hoàn tác"
ENTRY_UNDO = "hoàn tác cập nhật số {number}"
FOLLOWED = "Theo dõi từ ngày {day}"

# ---- files ----
FILES = "{count} tệp"
FILE = "Báo cáo {period}"


def period(value: ReportPeriod) -> str:
    """A reporting period as papers name it: "quý IV năm 2026"."""
    return PERIODS[value.kind].format(
        number=value.number,
        roman=_ROMAN[value.number] if value.kind == "quarter" else "",
        year=value.year,
        start=common.day(value.start),
        end=common.day(value.end),
    )


def cutoff(moment: datetime, zone: ZoneInfo) -> str:
    """Until when data were taken: "hết ngày 14/12/2026", or the hour of a day that was not over."""
    local = moment.astimezone(zone)
    if (local.hour, local.minute, local.second, local.microsecond) == (0, 0, 0, 0):
        return CUT_END.format(day=common.day((local - timedelta(days=1)).date()))
    return common.moment(moment, zone)


def data(value: ReportPeriod, moment: datetime, zone: ZoneInfo) -> str:
    """What days the data are of, and the cut-off."""
    start, end = common.day(value.start), common.day(value.end)
    return DATA.format(start=start, end=end, cutoff=cutoff(moment, zone))


def group(line: Line) -> str:
    """The line's group as the table says it: "Quá hạn chưa hoàn thành 12 ngày"."""
    if line.days_late:
        return LATE_BY.format(group=GROUPS[line.group], days=line.days_late)
    return IDLE if line.group is Group.IN_TIME and not line.begun else GROUPS[line.group]


def progress(line: Line) -> str:
    """Percent and status of the update that stands: "60%, đang thực hiện"."""
    return task_words.progress(line.standing)


def title(line: Line) -> str:
    """The task's title, with the period of work that comes back."""
    name = record_words.period(line.occurrence.period)
    text = line.task.title.strip().rstrip(".;")
    return f"{text} ({name})" if name else text


def due(line: Line) -> str:
    """The printed words, the day they mean, and every change of it: "Quý I/2026 (hạn 31/03/2026); gia hạn đến
    30/04/2026 theo Công văn số 12"."""
    printed = line.task.deadline or record_words.MATTER_NONE
    first = line.occurrence.due
    told = DUE.format(printed=printed, due=common.day(first)) if first else printed
    for extension in line.extensions:
        shape = EXTENDED_TO if extension.previous else SET_TO
        told += shape.format(due=common.day(extension.due))
        told += EXTENDED_BY.format(document=extension.document) if extension.document else ""
    return told


def proofs(line: Line) -> str:
    """Papers that the updates name, and how many files came with them: "9/QĐ-UBND; 02 tệp"."""
    files = [FILES.format(count=papers.count(line.files))] if line.files else []
    return "; ".join([*line.documents, *files])


def note(line: Line) -> str:
    """What the unit said last; "" where the office has returned it since, which stays between the two."""
    returned = line.note.startswith(confirming.RETURNED_ENTRY.partition("{")[0])
    return "" if returned else line.note.strip().rstrip(".")


def obstacle(line: Line) -> str:
    """What hinders the work, as the unit says it; "" when it does not say."""
    return line.note if line.blocked else ""


def rate(value: float | None) -> str:
    """A rate, to one decimal."""
    return papers.rate(value)
