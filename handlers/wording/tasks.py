"""What people read about tasks: lists, cards, states, periods."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from handlers.standing import Standing, State
from handlers.wording import common, records
from knowledge.model import Plan
from storage.records import Ruling, RulingKind, Status

STATES = {
    State.AWAITING: "chờ xác nhận",
    State.SUSPENDED: "tạm dừng",
    State.WITHDRAWN: "không thực hiện",
    State.DONE: "hoàn thành",
    State.DONE_LATE: "hoàn thành quá hạn",
    State.OVERDUE: "quá hạn {days} ngày",
    State.TODAY: "đến hạn hôm nay",
    State.SOON: "còn {days} ngày",
    State.IN_TIME: "còn {days} ngày",
    State.CONDITIONAL: "chờ văn bản, chưa có hạn",
    State.ENDLESS: "thường xuyên, không có ngày cụ thể",
    State.UNDATED: "chưa rõ ngày đến hạn",
    State.BEFORE: "trước khi theo dõi",
}
STATUSES = {
    Status.NOT_STARTED: "chưa triển khai",
    Status.IN_PROGRESS: "đang thực hiện",
    Status.BLOCKED: "vướng mắc",
    Status.DONE: "hoàn thành",
}

LIST_ALL = "Nhiệm vụ của kế hoạch: {count}"
LIST_UNIT = "Nhiệm vụ {unit} chủ trì: {count}"
LIST_COOPERATING = "Nhiệm vụ {unit} phối hợp: {count}"
LIST_AREA = "Nhiệm vụ mục {code}. {title}: {count}"
LIST_OVERDUE = "Nhiệm vụ quá hạn: {count}"
LIST_AWAITING = "Nhiệm vụ báo hoàn thành, chờ Văn phòng xác nhận: {count}"
LIST_WORDS = "Nhiệm vụ có “{words}”: {count}"
NONE = "Không có nhiệm vụ nào như vậy trong kế hoạch."
NONE_COOPERATING = "{unit} không phối hợp nhiệm vụ nào trong kế hoạch."
NONE_UNIT = "{unit} không chủ trì nhiệm vụ nào trong kế hoạch."
NONE_OVERDUE = "Không có nhiệm vụ nào quá hạn."
NONE_AWAITING = "Không có nhiệm vụ nào chờ xác nhận."
NONE_WORDS = "Không tìm thấy nhiệm vụ nào có “{words}”. Đồng chí thử từ khác, hoặc chọn bên dưới."
SHOW_ALL = "Tất cả"
SHOW_UNIT = "Của đơn vị tôi"
SHOW_COOPERATING = "Đơn vị tôi phối hợp"
SHOW_OVERDUE = "Quá hạn"
SHOW_AWAITING = "Chờ xác nhận"
SHOW_AREAS = "Theo lĩnh vực"
CHOOSE_AREA = "Đồng chí chọn lĩnh vực:"
ASK_INSTEAD = "Hỏi trợ lý câu này"
UPDATE = "Cập nhật tiến độ"
EXTEND = "Gia hạn"
CONFIRM = "Xác nhận / Trả lại"
SUSPEND = "Tạm dừng"
WITHDRAW = "Không thực hiện"
RESUME = "Tiếp tục thực hiện"
ASK_EXTENSION = "Xin gia hạn"
CARD = "Xem nhiệm vụ"
ASSIGNED = "Người phụ trách"
EXTENSION_ASKED = "Đề nghị gia hạn"
SET_DATE = "Đặt hạn"
HISTORY = "Lịch sử"
OTHER_PERIODS = "Các kỳ"
LEAD = "Chủ trì"
COOPERATING = "Phối hợp"
PRODUCT = "Sản phẩm"
PRINTED = "Thời hạn (theo kế hoạch)"
DUE = "Hạn"
PERIOD = "Kỳ"
NEXT = "Kỳ tới"
PROGRESS = "Tiến độ"
NOTE = "Ghi chú"
BY = " ({name}, {at})"
AMONG = "{period} (trong {count} kỳ, {first} – {last})"
LATE = "Kỳ khác đã quá hạn, chưa hoàn thành: {periods}"
EXTENDED = " (gia hạn lần {count}, hạn cũ {before})"
SET_BY_OFFICE = " (Văn phòng đặt)"
LATE_MORE = " và {count} kỳ nữa"
COMPLETED = "{state} ngày {day}"
REPORTED = "báo hoàn thành ngày {day}, chờ xác nhận"
CONFIRMED = "Xác nhận"
ASIDE = "Tình trạng"
NOT_REPORTED = "chưa có cập nhật"
GONE = "Kế hoạch hiện không có nhiệm vụ {code}."
PERIODS_HEADING = "Các kỳ của nhiệm vụ {code}"


def state(standing: Standing, today: date) -> str:
    """How an occurrence stands: "còn 5 ngày", "quá hạn 3 ngày", "hoàn thành"."""
    days = abs((standing.due - today).days) if standing.due else 0
    return STATES[standing.state].format(days=days)


def progress(standing: Standing) -> str:
    """Percent and status of the last update: "60%, đang thực hiện"."""
    entry = standing.entry
    if entry is None:
        return NOT_REPORTED
    parts = [common.percent(entry.percent)] if entry.percent is not None else []
    said = STATES[State.AWAITING] if standing.awaiting else STATUSES[entry.status] if entry.status else ""
    return ", ".join([*parts, *([said] if said else [])]) or NOT_REPORTED


def due(standing: Standing) -> str:
    """The deadline in force, with the one it replaced: "30/09/2026 (gia hạn lần 1, hạn cũ 14/08/2026)"."""
    if standing.due is None:
        return state(standing, date.min)
    count = times_extended(standing)
    shown = common.day(standing.due)
    if not count:
        return shown + (SET_BY_OFFICE if standing.extensions else "")
    first = standing.occurrence.due or standing.extensions[0].due
    return shown + EXTENDED.format(count=count, before=common.day(first))


def times_extended(standing: Standing) -> int:
    """How often the deadline was moved; setting a first date where the plan has none is no extension."""
    return sum(extension.previous is not None for extension in standing.extensions)


def due_and_state(standing: Standing, today: date) -> str:
    """The deadline in force and how it lies: "31/12/2026, còn 37 ngày"; without a date, why there is none."""
    if standing.due is None:
        return completion(standing) if standing.done else state(standing, today)
    return f"{due(standing)}, {completion(standing) if standing.done else state(standing, today)}"


def completion(standing: Standing) -> str:
    """In time or late, or not confirmed yet, and since when: "hoàn thành ngày 12/08/2026"."""
    if standing.completed is None:
        return STATES[standing.state]
    if standing.awaiting:
        return REPORTED.format(day=common.day(standing.completed))
    return COMPLETED.format(state=STATES[standing.state], day=common.day(standing.completed))


def confirmed(ruling: Ruling, zone: ZoneInfo) -> str:
    """Who confirmed completion, and when."""
    return f"{ruling.member_name}, {common.moment(ruling.at, zone)}"


def aside(ruling: Ruling) -> str:
    """Why work rests: "tạm dừng theo QĐ 12/QĐ-SGD: chờ kinh phí"."""
    state = STATES[State.SUSPENDED if ruling.kind is RulingKind.SUSPEND else State.WITHDRAWN]
    paper = f" theo {ruling.document}" if ruling.document else ""
    return f"{state}{paper}" + (f": {ruling.reason}" if ruling.reason else "")


def next_period(standing: Standing) -> str:
    """The occurrence that comes next: "năm 2027, hạn 14/08/2027"."""
    name = records.period(standing.occurrence.period)
    return f"{name}, hạn {due(standing)}" if name else f"hạn {due(standing)}"


def period_among(standing: Standing, of_task: Sequence[Standing]) -> str:
    """The period among those of its task: "năm 2026 (trong 10 kỳ, năm 2021 – năm 2030)"."""
    name = records.period(standing.occurrence.period)
    if len(of_task) < 2:
        return name
    ends = [records.period(s.occurrence.period) for s in (of_task[0], of_task[-1])]
    return AMONG.format(period=name, count=len(of_task), first=ends[0], last=ends[1])


def period_line(standing: Standing, today: date) -> str:
    """One occurrence in the list of a task's: "năm 2026: 14/08/2026, còn 5 ngày; 60%, đang thực hiện"."""
    facts = f"{due_and_state(standing, today)}; {progress(standing)}"
    name = records.period(standing.occurrence.period)
    return f"{name}: {facts}" if name else facts


def late_periods(late: Sequence[Standing], named: int) -> str:
    """Which other occurrences of a task are overdue; only the first `named` by name."""
    names = [f"{records.period(s.occurrence.period)} (hạn {due(s)})" for s in late[:named]]
    more = LATE_MORE.format(count=len(late) - named) if len(late) > named else ""
    return LATE.format(periods=", ".join(names) + more)


def line(standing: Standing, today: date, width: int = 70, plan: Plan | None = None) -> str:
    """One task in a list: code, short title, deadline, progress. With `plan`, its lead units are named."""
    task = standing.task
    facts = [progress(standing)]
    if standing.due is not None:
        facts.insert(0, f"hạn {common.day(standing.due)}")
    if not standing.done:
        facts.append(state(standing, today))
    elif standing.state is State.DONE_LATE:
        facts[-1] = STATES[State.DONE_LATE]
    lead = f" ({records.shorts(task.lead, plan)})" if plan and task.lead else ""
    return f"{task.code} {records.title(task, width)}{lead} — {'; '.join(facts)}"


def with_period(standing: Standing) -> str:
    """Code and, for work that comes back, its period: "I.2 (năm 2026)"."""
    return records.coded(standing.task.code, standing.occurrence.period)
