"""What the office reads of the reminders of a task."""

from __future__ import annotations

from handlers import reminded
from storage.records import Held, LineKind, MessageState, ReminderLine

WORDS = ("nhac", "nhacviec")
"""After /nhatky, folded: the reminders rather than the office's acts."""
USAGE = "Đồng chí gõ mã nhiệm vụ, ví dụ: /nhatky nhac {code}"
WHICH = "Ý đồng chí là nhiệm vụ nào?"
NONE = "Chưa có lần nhắc nào về {code}."
HEADING = "Các lần nhắc {code}"
GROUP = "nhóm {unit}"
KINDS = {
    LineKind.DIGEST: "nhắc việc",
    LineKind.NUDGE: "nhắc chiều",
    LineKind.IN_CHARGE: "hỏi còn phụ trách không",
    LineKind.REPORT: "nhắc kỳ báo cáo",
}
STATES = {
    MessageState.PENDING: "đang chờ gửi",
    MessageState.SENDING: "đang gửi",
    MessageState.SENT: "đã gửi đến nơi",
    MessageState.REFUSED: "kênh từ chối",
    MessageState.GONE: "người nhận đã chặn",
    MessageState.EXPIRED: "quá giờ nên không gửi, chuyển sang bản sau",
    MessageState.CANCELLED: "không gửi nữa",
    MessageState.HELD: "chưa rõ kết quả",
}
WAITING = {
    Held.QUIET: "đang chờ hết giờ yên lặng",
    Held.LEAVE: "đang chờ, người nhận nghỉ",
    Held.PAUSE: "đang chờ, cơ quan tạm dừng nhắc việc",
}
NOT_SENT = {
    Held.QUIET: "không gửi vì đã vào giờ yên lặng, chuyển sang bản sau",
    Held.LEAVE: "không gửi vì người nhận nghỉ, chuyển sang bản sau",
    Held.PAUSE: "không gửi vì cơ quan tạm dừng nhắc việc, chuyển sang bản sau",
}
"""What kept a message back, while it waits and when it was given up for that."""
DUE = ", hạn {day}"
UNKNOWN = "chưa rõ kết quả"
ANSWERED = "trả lời lúc {at}: {how}"
UNANSWERED = "chưa trả lời"
ANSWERS = {
    reminded.REPORTED: "có cập nhật",
    reminded.SNOOZED: "hoãn nhắc",
    reminded.NOT_MINE: "báo không phải việc của mình",
    reminded.MINE: "báo còn phụ trách",
}


def state(line: ReminderLine) -> str:
    """What became of the message that the line stood in."""
    held = {MessageState.PENDING: WAITING, MessageState.EXPIRED: NOT_SENT}.get(line.state or MessageState.SENT, {})
    if line.error in held:
        return held[Held(line.error)]
    return STATES[line.state] if line.state else UNKNOWN
