"""What the office reads when it loads a plan from a file."""

from __future__ import annotations

from collections import Counter

from handlers.wording import common
from handlers.wording import plan as problem_words
from knowledge.importing.problems import Problem
from knowledge.importing.summary import summarize
from knowledge.model import Plan, Task, Unit
from knowledge.occurrences import Occurrence, occurrences, rule_of

SEND = (
    "Đồng chí gửi tệp kế hoạch vào đây: .docx, .xlsx, .pdf (bản có chữ, không phải ảnh quét), .md, .txt hoặc .yaml, "
    "không quá 5 MB (PDF: 10 MB). Trợ lý đọc, cho xem đã hiểu gì; đồng chí đồng ý thì mới nạp."
)
NOT_SECRET = "Không gửi văn bản có dấu mật."
CLASSIFIED = (
    "Chưa nhận {file}: tệp có dấu hiệu mang nội dung mật, nên không đọc và không lưu. Không gửi văn bản mật vào trợ lý."
)
OFFER = "Đã thấy {file}. Đồng chí muốn nạp kế hoạch từ tệp này?"
OFFER_LOAD = "Đọc kế hoạch trong tệp"
CANNOT_READ = "Chưa đọc được {file}: {reason}."
HEADING = "Đã đọc {file}"
CHECKED_HEADING = "Đã nhận bảng kiểm tra"
NAME, NUMBER, ISSUED, ISSUER, PERIOD = "Tên", "Số", "Ngày", "Cơ quan ban hành", "Thời gian"
AREAS, TARGETS, TASKS, UNITS, DEADLINES = "Lĩnh vực", "Chỉ tiêu", "Nhiệm vụ", "Đơn vị", "Thời hạn"
BLANK = "(để trống)"
FIRST_TASKS = "Các nhiệm vụ đầu:"
LOOK = "Cần xem: {count} chỗ. Xem đủ trong bảng kiểm tra kèm theo."
LOOK_NOTHING = "Không thấy chỗ nào cần xem lại."
MORE = "… và {count} chỗ nữa"
UNUSED = "{count} dòng, đoạn chưa dùng đến đã liệt kê trong bảng kiểm tra (trang Cần xem)."
CHECK_TITLE = "Bảng kiểm tra kế hoạch"
FAULTS = "Còn {count} lỗi nên chưa nạp được. Đồng chí sửa trong bảng kiểm tra kèm theo rồi gửi lại."
LOAD = "Nạp"
FIX = "Sửa trong Excel rồi gửi lại"
DROP = "Bỏ"
DROPPED = "Đã bỏ, chưa nạp gì."
FIX_HOW = (
    "Đồng chí mở bảng kiểm tra ở tin trên, sửa các ô nền vàng, lưu rồi gửi lại tệp đó vào đây. "
    "Trợ lý kiểm tra từng dòng; còn lỗi thì chưa nạp gì."
)
WRONG = "Bảng gửi lại còn {count} lỗi nên chưa nạp gì:"
WRONG_MORE = "… và {count} lỗi nữa."
WRONG_AGAIN = "Đồng chí sửa rồi gửi lại."
OLD_WORKBOOK = "Không còn bản nháp của bảng này. Đồng chí gửi lại tệp kế hoạch để trợ lý đọc lại."
LOADED = "Đã nạp kế hoạch “{plan}”: {tasks} nhiệm vụ, {targets} chỉ tiêu, {units} đơn vị."
LOADED_NEXT = "Theo dõi và nhắc việc từ {day}. Người dùng hỏi, cập nhật được ngay."
SAME = "Kế hoạch này đã nạp đúng như vậy rồi."
FILE_UNUSABLE = "Tệp kế hoạch trên máy chủ ({file}) chưa dùng được:"
FILE_MORE = "… và {count} lỗi nữa"
FILE_FOLLOWED = "Trợ lý vẫn trả lời, nhắc việc theo bản kế hoạch đã nạp trước đó."
FILE_NOTHING = "Chưa có bản kế hoạch nào để dùng thay, nên trợ lý chưa trả lời, chưa nhắc việc được."
FILE_HOW = (
    "Người quản trị sửa tệp {file} (xem đủ lỗi: dondoc plan check) rồi khởi động lại trợ lý; "
    "hoặc đồng chí gửi tệp kế hoạch đúng vào đây sau lệnh /nhapkehoach."
)
FILE_USABLE = "Tệp kế hoạch trên máy chủ ({file}) đã dùng được trở lại."
UNLOADED = "Đã hoàn tác: “{plan}” không còn trong các kế hoạch đang theo dõi."
RESTORED = "Đã hoàn tác: “{plan}” trở lại như trước."
UNLOAD_LATE = "Kế hoạch đã thay đổi sau lần nạp này nên không hoàn tác được. Đồng chí dùng /kehoach để lưu trữ."
PLANS = "Kế hoạch đang theo dõi: {count}"
PLAN_LINE = "{title}: {tasks} nhiệm vụ, {targets} chỉ tiêu"
CURRENT_MARK, DEFAULT_MARK = "đang dùng", "mặc định"
NO_SUCH_PLAN = "Không có kế hoạch nào đang theo dõi khớp với “{words}”."
USE = "Dùng: {plan}"
MANAGE = "Quản lý: {plan}"
RESTORE = "Theo dõi lại: {plan}"
NOT_FOLLOWED = "Kế hoạch này không còn được theo dõi. Đồng chí gõ /kehoach để xem các kế hoạch."
SWITCHED = "Đang dùng kế hoạch “{plan}”."
ELSEWHERE = "Mã {code} có trong kế hoạch “{plan}”."
OPEN_THERE = "Mở ở: {plan}"
VERSION, FOLLOWED, ENDS, IS_DEFAULT = "Bản", "Theo dõi từ", "Việc định kỳ đến", "Mặc định"
YES, NO = "có", "không"
SET_DEFAULT, SET_ENDS, ARCHIVE = "Đặt làm mặc định", "Đổi ngày kết thúc", "Lưu trữ"
DEFAULT_SET = "Kế hoạch mặc định từ nay là “{plan}”. Ai đã tự chọn kế hoạch khác thì vẫn dùng kế hoạch đó."
WHICH_END = "Theo dõi việc định kỳ của kế hoạch này đến ngày nào? Ví dụ: 31/12/2030."
NOT_A_DAY = "Chưa rõ “{typed}” là ngày nào. Đồng chí gõ dạng 31/12/2030, hoặc /huy để thôi."
END_TOO_EARLY = "Ngày kết thúc phải từ năm {year} trở đi."
END_SET = "Đã đổi: việc định kỳ của “{plan}” được theo dõi đến {day}."
ARCHIVE_SURE = "Lưu trữ kế hoạch “{plan}”?"
ARCHIVE_MEANS = "Không hỏi, không cập nhật, không nhắc việc của kế hoạch này nữa. Tiến độ và lịch sử được giữ; lúc nào cũng theo dõi lại được."
ARCHIVED = "Đã lưu trữ kế hoạch “{plan}”."
TAKEN_UP = "Đã theo dõi lại kế hoạch “{plan}”."
VERSION_NUMBER = "bản {number}"
GONE = "Không còn bản nháp này. Đồng chí gửi lại tệp kế hoạch."

RULES = {
    "date": "một ngày",
    "month": "trong tháng",
    "quarter": "trong quý",
    "half_year": "trong nửa năm",
    "year": "trong năm",
    "year_range": "trong nhiều năm",
    "recurring_yearly": "hằng năm",
    "recurring_quarterly": "hằng quý",
    "recurring_monthly": "hằng tháng",
    "recurring_fixed_date": "ngày cố định hằng năm",
    "ongoing": "thường xuyên",
    "conditional": "chờ văn bản, chưa có ngày",
    "open_ended_from_year": "mỗi năm một kỳ",
    "unknown": "chưa hiểu",
}
ONCE = "hạn {due}"
SEVERAL = "{count} kỳ, hạn {first} đến {last}"
NO_DATE = "không có ngày"
TASK_LINE = "{code} {title} — {lead}; {printed} → {meaning}"
COUNT_DATED, COUNT_RECURRING, COUNT_OPEN, COUNT_UNKNOWN = (
    "{n} có ngày",
    "{n} định kỳ",
    "{n} thường xuyên hoặc chờ văn bản",
    "{n} chưa rõ",
)


def plan_line(plan: Plan, *, current: bool, default: bool) -> str:
    """A plan in the list of plans."""
    marks = [mark for mark, holds in ((CURRENT_MARK, current), (DEFAULT_MARK, default)) if holds]
    line = PLAN_LINE.format(title=plan.short_title, tasks=len(plan.tasks), targets=len(plan.targets))
    return line + (f" ({', '.join(marks)})" if marks else "")


def meaning(task: Task, plan: Plan) -> str:
    """What the deadline is taken for, with its dates: "trong quý; hạn 30/06/2022"."""
    rule = rule_of(task, plan.year)
    return "; ".join([RULES[rule.kind], _dates(occurrences(task, plan, plan.ends))])


def _dates(found: tuple[Occurrence, ...]) -> str:
    due = [occurrence.due for occurrence in found if occurrence.due is not None]
    if not due:
        return NO_DATE
    if len(due) == 1:
        return ONCE.format(due=common.day(due[0]))
    return SEVERAL.format(count=len(due), first=common.day(due[0]), last=common.day(due[-1]))


def facts(plan: Plan) -> tuple[tuple[str, str], ...]:
    """The plan in figures."""
    counted = summarize(plan)
    period = f"{plan.starts}" if plan.starts == plan.period_ends else f"{plan.starts}–{plan.period_ends}"
    areas = f"{len(plan.areas)}" + (f", {counted.groups} nhóm" if counted.groups else "")
    return (
        (NAME, common.shorten(plan.title, 200)),
        (NUMBER, plan.number or plan.number_printed or BLANK),
        (ISSUED, common.day(plan.issued) if plan.issued else plan.issued_printed or BLANK),
        (ISSUER, plan.issuer),
        (PERIOD, period),
        (AREAS, areas),
        (TARGETS, _targets(plan)),
        (TASKS, str(counted.tasks)),
        (UNITS, str(counted.units)),
        (DEADLINES, _deadlines(plan)),
    )


def _targets(plan: Plan) -> str:
    if not plan.targets:
        return "0"
    by_horizon = Counter(target.horizon for target in plan.targets)
    return f"{len(plan.targets)} ({', '.join(f'năm {year}: {n}' for year, n in sorted(by_horizon.items()))})"


def _deadlines(plan: Plan) -> str:
    counts: Counter[str] = Counter()
    for task in plan.tasks:
        rule = rule_of(task, plan.year)
        dated = [o for o in occurrences(task, plan, plan.ends) if o.due is not None]
        if rule.kind == "unknown":
            counts[COUNT_UNKNOWN] += 1
        elif not dated:
            counts[COUNT_OPEN] += 1
        else:
            counts[COUNT_RECURRING if len(dated) > 1 or rule.recurs else COUNT_DATED] += 1
    order = (COUNT_DATED, COUNT_RECURRING, COUNT_OPEN, COUNT_UNKNOWN)
    return ", ".join(text.format(n=counts[text]) for text in order if counts[text]) or "0"


def task_line(task: Task, plan: Plan) -> str:
    """One task as it was understood: printed words → rule → dates."""
    return TASK_LINE.format(
        code=task.code,
        title=common.shorten(task.title, 80),
        lead=", ".join(_unit(plan.unit(code), code) for code in task.lead)
        or common.shorten(task.lead_printed, 40)
        or "chưa rõ chủ trì",
        printed=f"“{common.shorten(task.deadline, 40)}”" if task.deadline else "không ghi hạn",
        meaning=meaning(task, plan),
    )


def _unit(unit: Unit | None, code: str) -> str:
    return common.shorten(unit.short or unit.name, 40) if unit else code


def problem_line(problem: Problem) -> str:
    """A thing to look at, with its place and what is proposed."""
    subject = f"{problem.subject}: " if problem.subject else ""
    proposal = problem_words.proposal(problem)
    text = problem_words.problem(problem)
    return f"{subject}{text}" + (f" → {proposal}" if proposal else "")
