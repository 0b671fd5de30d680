"""What is said about a further version of a plan: what changed, to the office before it loads it and to those concerned."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.wording import common
from knowledge.importing.amendment import Amendment, Change
from knowledge.model import Plan, Task

FIELDS = {
    "title": "Nhiệm vụ",
    "lead_printed": "Chủ trì",
    "cooperating_printed": "Phối hợp",
    "product": "Sản phẩm",
    "deadline": "Thời hạn",
}
BLANK = "(để trống)"
HEADING = "So với bản đang theo dõi của “{plan}” (bản {version})"
COUNTS = "Thêm {added} nhiệm vụ, bỏ {removed}, sửa {changed}; giữ nguyên {same}."
TARGETS = "Chỉ tiêu: thêm {added}, bỏ {removed}."
NOTHING = "Các nhiệm vụ không có gì thay đổi."
RENUMBERED = "{count} nhiệm vụ đổi số thứ tự: giữ mã cũ để nối tiến độ và lịch sử."
KEPT = "Mã, tiến độ, lịch sử, gia hạn của nhiệm vụ còn lại được giữ. Chỉ báo cho đơn vị có dòng thay đổi."
ADDED, REMOVED = "Thêm {code} {title}", "Bỏ {code} {title}"
CHANGED = "{code} {title}: {changes}"
FIELD = "{label} “{before}” → “{after}”"
NOW_PRINTED = "nay in là STT {now} (trước là {before})"
MORE = "… và {count} dòng nữa"
DOUBT = "Nhiệm vụ trong bản mới: “{new}”. Có phải là {code} “{old}” của bản trước không?"
DOUBTS = "Còn {count} chỗ chưa rõ; đồng chí trả lời giúp để giữ đúng tiến độ."
SAME, OTHER = "Phải, giữ tiến độ", "Không, nhiệm vụ mới"
LOAD = "Nạp bản sửa đổi"
APART = "Nạp là kế hoạch riêng"
LOADED = "Đã nạp bản {version} của “{plan}”: thêm {added}, bỏ {removed}, sửa {changed} nhiệm vụ."
TOLD = "Đã báo {count} người của các đơn vị có thay đổi."
TOLD_NOBODY = "Không có người dùng nào thuộc đơn vị có thay đổi."
WHO_KNOWS = "Ai đã rõ"
NOTICE = "Kế hoạch “{plan}” có bản sửa đổi. Phần của đơn vị đồng chí:"
SEEN = "Đã rõ"
THANKS = "Đã ghi nhận đồng chí đã rõ phần sửa đổi của “{plan}”."
SEEN_LIST = "Bản {version} của “{plan}”: {seen}/{told} người đã rõ."
SEEN_LINE, UNSEEN_LINE = "{name}: đã rõ lúc {at}", "{name}: chưa bấm"
UNDONE_NOTICE = "Bản sửa đổi của “{plan}” đã được Văn phòng hoàn tác; nội dung trở lại như trước."
AS_OF = "Theo bản {version} của kế hoạch, có hiệu lực trong hệ thống tại ngày {day}."
FILE_LOADED = (
    "Tệp kế hoạch trên máy chủ đã đổi: “{plan}” nay theo bản {version}. {counts} "
    "Tiến độ, gia hạn, nhắc hạn đi theo nội dung từng nhiệm vụ, kể cả khi số thứ tự đổi. Chưa báo cho đơn vị có thay đổi."
)
FILE_UNSURE = (
    "Tệp kế hoạch trên máy chủ đã đổi nhưng chưa được nạp: {count} nhiệm vụ của “{plan}” chưa rõ là mới hay cũ. "
    "Đồng chí gửi tệp đó ở đây sau lệnh /nhapkehoach để trả lời từng chỗ; đến lúc đó kế hoạch đang theo dõi giữ nguyên."
)
NOT_YET = "Đến ngày {day} kế hoạch này chưa được nạp, nên không có gì để trả lời theo ngày đó."


def change_line(change: Change, task: Task) -> str:
    """One task that changed, before and after."""
    said = [
        FIELD.format(label=FIELDS[name], before=_cut(before), after=_cut(after))
        for name, before, after in change.fields
    ]
    if change.renumbered:
        said.append(NOW_PRINTED.format(now=change.printed_after, before=change.printed_before))
    return CHANGED.format(code=change.code, title=common.shorten(task.title, 60), changes="; ".join(said))


def _cut(text: str) -> str:
    return common.shorten(text, 120) or BLANK


def lines(amendment: Amendment, codes: frozenset[str] | None = None) -> list[str]:
    """Every row that differs in its words, changed ones first; only those with `codes` when given."""
    tasks = {task.code: task for task in amendment.plan.tasks}
    found = [(c.code, change_line(c, tasks[c.code])) for c in amendment.changed if c.fields]
    found += [(t.code, ADDED.format(code=t.code, title=common.shorten(t.title, 100))) for t in amendment.added]
    found += [(t.code, REMOVED.format(code=t.code, title=common.shorten(t.title, 100))) for t in amendment.removed]
    return [line for code, line in found if codes is None or code in codes]


def cut(found: Sequence[str], limit: int) -> tuple[str, ...]:
    """At most `limit` lines, and how many more there are."""
    return tuple(found[:limit]) + ((MORE.format(count=len(found) - limit),) if len(found) > limit else ())


def counts(amendment: Amendment, old: Plan) -> str:
    """The amendment in figures."""
    changed = sum(bool(change.fields) for change in amendment.changed)
    same = len(old.tasks) - len(amendment.removed) - changed
    return COUNTS.format(added=len(amendment.added), removed=len(amendment.removed), changed=changed, same=same)
