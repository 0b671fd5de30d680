"""What is read when the office tells many something."""

from __future__ import annotations

from storage.records import MessageState

WHOM = "Thông báo cho ai?"
ALL = "Tất cả"
LATE = "Đơn vị đang quá hạn"
UNIT = "Một đơn vị"
ROLE = "Một vai trò"
CHOOSE_UNIT = "Thông báo cho đơn vị nào?"
CHOOSE_ROLE = "Thông báo cho vai trò nào?"
OF_UNIT = "đơn vị {unit}"
OF_ROLE = "vai trò {role}"
ASK = "Đồng chí gõ nội dung thông báo cho: {audience}. Có thể gửi kèm một tệp (nội dung gõ làm chú thích của tệp)."
USAGE = "Gõ gọn trong một dòng: /thongbao {unit}: nội dung; trước dấu hai chấm là tất cả, tên đơn vị, vai trò, hoặc “quá hạn”."
TOO_LONG = "Thông báo dài quá {limit} ký tự. Đồng chí rút gọn, hoặc gửi nội dung trong tệp."
NO_WORDS = "Thông báo chưa có nội dung. Đồng chí gõ nội dung làm chú thích của tệp."
NOBODY = "Không có ai nhận được thông báo này ({audience})."
SURE = "Gửi thông báo này?"
TO = "Gửi tới"
COUNT = "{audience}: {count} người"
UNREACHED = "Không gửi được"
FILE = "Tệp"
SEND = "Gửi"
SEND_NOW = "Gửi ngay"
SEND_AT = "Gửi lúc {at:%H:%M}"
NIGHT = (
    "Bây giờ là {now:%H:%M}, ngoài giờ làm việc: gửi ngay thì mọi người nhận tin trong đêm. "
    "“Gửi lúc {at:%H:%M}” là sáng ngày {at:%d/%m/%Y}."
)
HEADING = "Thông báo của Văn phòng"
READ = "Đã đọc"
THANKS = "Đã ghi nhận đồng chí đã đọc thông báo."
READ_ALREADY = "Đồng chí đã xác nhận đọc thông báo này."
QUEUED = "Đã đưa thông báo vào hàng gửi tới {count} người."
QUEUED_AT = "Thông báo sẽ được gửi tới {count} người lúc {at}."
STATUS = "Thông báo lúc {at} ({audience})"
SENT = "Đã gửi"
WAITING = "Đang chờ gửi"
FAILED = "Không gửi được"
UNCLEAR = "Chưa rõ đã tới hay chưa"
DROPPED = "Đã dừng, không gửi"
READERS = "Đã đọc"
OF = "{count}/{people}"
UNREAD = "Chưa đọc: {names}"
FAILED_NAMES = "Không gửi được: {names}"
REFRESH = "Cập nhật"
STOP = "Dừng gửi"
WHO = "Ai chưa đọc"
STOPPED = "Đã dừng: {count} tin chưa gửi được bỏ."
STOPPED_MARK = " (đã dừng)"
GONE = "Không tìm thấy thông báo này."
PAST = "Thông báo đã gửi"
NONE = "Chưa có thông báo nào."
FILE_NOT_TAKEN = "Chưa nhận tệp {name}: chỉ gửi kèm ảnh, PDF, Word, Excel."

STATES = {
    MessageState.SENT: SENT,
    MessageState.PENDING: WAITING,
    MessageState.SENDING: WAITING,
    MessageState.HELD: UNCLEAR,
    MessageState.CANCELLED: DROPPED,
}
"""What has another state was not delivered."""
