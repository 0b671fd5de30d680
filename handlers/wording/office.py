"""What the office reads when it lets people in, changes their rights, and reads its log."""

from __future__ import annotations

CHOOSE_ROLE = "Mời người vào với vai trò nào?"
CHOOSE_UNIT = "Người được mời thuộc đơn vị nào?"
NO_UNIT = "Không thuộc đơn vị nào"
INVITE_HEADING = "Mã mời dùng một lần"
INVITE_HOW = "Gửi mã này cho đúng một người; người đó mở trợ lý và gõ mã vào. Mã hết hạn lúc {until}."
INVITE_LINK = "Hoặc gửi đường dẫn: {link}"
BY_LIST = "Mời theo danh sách (Excel)"
INVITE_QR = "Mã QR mở trợ lý bằng lời mời này"
REQUESTS_NONE = "Không có đề nghị nào đang chờ duyệt."
REQUESTS_HEADING = "Đề nghị đang chờ: {count}"
REQUEST_GONE = "Đề nghị này đã được xử lý trước đó."
APPROVE_AS = "Duyệt: {role}, {unit}"
APPROVE_OTHER = "Duyệt, chọn đơn vị khác"
REFUSE = "Không duyệt"
REFUSE_SURE = "Không duyệt đề nghị của {name}?"
REFUSED = "Đã từ chối đề nghị của {name}."
APPROVED = "Đã duyệt {name}: {role}, {unit}."
CHOOSE_UNIT_FOR = "Chọn đơn vị của {name}:"
CHOOSE_ROLE_FOR = "Chọn vai trò của {name}:"
PEOPLE_HEADING = "Người dùng: {count}"
PEOPLE_NONE = "Không có người dùng nào khớp với “{words}”."
PERSON_GONE = "Không còn người dùng này."
CHANGE_ROLE = "Đổi vai trò"
CHANGE_UNIT = "Đổi đơn vị"
LOCK = "Khóa tài khoản"
UNLOCK = "Mở khóa"
LOCK_SURE = "Khóa tài khoản của {name}? Người này sẽ không xem, không cập nhật và không nhận tin nữa."
LOCKED = "Đã khóa tài khoản của {name}."
UNLOCKED = "Đã mở khóa cho {name}."
ROLE_CHANGED = "Đã đổi vai trò của {name}: {before} → {after}."
UNIT_CHANGED = "Đã đổi đơn vị của {name}: {before} → {after}."
LAST_OFFICE = "Đây là tài khoản Văn phòng duy nhất đang hoạt động nên không thể khóa hay đổi vai trò. Hãy cấp quyền cho người khác trước."
WHO = "Đồng chí gõ /phanquyen kèm tên người cần đổi, ví dụ: /phanquyen Lan, hoặc chọn trong danh sách."
LOG_NONE = "Nhật ký chưa có gì."
LOG_HEADING = "Nhật ký"
LOG_UNKNOWN = "Nhật ký không có việc, người hay ngày “{words}”. Ví dụ: /nhatky gia hạn, /nhatky Lan, /nhatky 24/11/2026, /nhatky tháng 11/2026."
LOG_EXPORT = "Xuất Excel"
LOG_EXPORTED = "Nhật ký tới {at}:"
LOG_FILE = "Nhat ky {day}.xlsx"
LOG_COLUMNS = (("Lúc", 17), ("Ai", 24), ("Việc", 24), ("Về", 30), ("Trước", 40), ("Sau", 40))
"""Name and width in characters."""
SOMEBODY = "người lạ"
COMMAND_LINE = "máy chủ"

ACTIONS = {
    "invite": "mời",
    "approve": "duyệt",
    "refuse": "từ chối",
    "join": "vào bằng mã mời",
    "role": "đổi vai trò",
    "unit": "đổi đơn vị",
    "lock": "khóa",
    "unlock": "mở khóa",
    "extend": "gia hạn",
    "extend.series": "đặt thời hạn nhiều kỳ",
    "edit": "sửa nhiệm vụ",
    "edit.undo": "hoàn tác sửa nhiệm vụ",
    "urge": "đôn đốc",
    "urge.letter": "soạn thư đôn đốc",
    "announce": "thông báo",
    "announce.stop": "dừng thông báo",
    "handover": "bàn giao",
    "handover.undo": "hoàn tác bàn giao",
    "merge": "gộp hồ sơ",
    "merge.undo": "hoàn tác gộp hồ sơ",
    "consent": "đồng ý lưu dữ liệu",
    "consent.withdraw": "rút lại đồng ý lưu dữ liệu",
    "erase.ask": "đề nghị xóa dữ liệu",
    "erase": "xóa dữ liệu cá nhân",
    "erase.refuse": "từ chối xóa dữ liệu",
    "rename": "đổi họ tên",
    "assign": "giao việc",
    "unassign": "thôi giao việc",
    "extend.ask": "xin gia hạn",
    "extend.pass": "chuyển đề nghị gia hạn",
    "extend.unpass": "lấy lại đề nghị gia hạn",
    "extend.refuse": "không đồng ý gia hạn",
    "extend.unrefuse": "hoàn tác không đồng ý gia hạn",
    "extend.withdraw": "rút đề nghị gia hạn",
    "extend.undo": "hoàn tác gia hạn",
    "account": "liên kết tài khoản",
    "links": "thu hồi liên kết tệp",
    "denied": "bị từ chối quyền",
    "progress.undo": "hoàn tác cập nhật",
    "plan": "nạp kế hoạch",
    "plan.default": "đặt kế hoạch mặc định",
    "plan.ends": "đổi ngày kết thúc kế hoạch",
    "plan.archive": "lưu trữ kế hoạch",
    "plan.restore": "theo dõi lại kế hoạch",
    "plan.undo": "hoàn tác nạp kế hoạch",
    "answer": "trả lời câu hỏi",
    "keep": "lưu trả lời mẫu",
    "keep.change": "sửa trả lời mẫu",
    "keep.withdraw": "bỏ trả lời mẫu",
    "keep.restore": "dùng lại trả lời mẫu",
    "keep.undo": "hoàn tác trả lời mẫu",
    "dismiss": "đóng câu hỏi",
    "skip": "bỏ qua câu chưa tìm thấy",
    "skip.undo": "hoàn tác bỏ qua",
    "word": "thêm từ",
    "word.undo": "hoàn tác thêm từ",
    "word.remove": "bỏ từ",
    "word.restore": "dùng lại từ",
    "measure.undo": "hoàn tác kết quả chỉ tiêu",
    "report": "xuất báo cáo",
    "agency": "đổi thông tin cơ quan",
    "follow": "đổi ngày theo dõi",
    "follow.end": "đổi ngày kết thúc theo dõi",
    "confirm": "xác nhận hoàn thành",
    "confirm.undo": "hoàn tác xác nhận",
    "return": "trả lại",
    "return.undo": "hoàn tác trả lại",
    "suspend": "tạm dừng",
    "withdraw": "không thực hiện",
    "resume": "tiếp tục",
    "ruling.undo": "hoàn tác tình trạng",
    "setting": "đổi cài đặt",
    "unclear.again": "gửi lại tin thông báo chưa rõ kết quả",
    "unclear.drop": "không gửi lại tin thông báo chưa rõ kết quả",
    "assign.keep": "giữ phân công",
    "leave": "ghi nghỉ phép",
    "leave.cancel": "bỏ nghỉ phép",
    "chat": "gắn nhóm chat",
    "chat.free": "bỏ gắn nhóm chat",
}
"""Names of the acts in the log; an act without a name shows as it is kept."""

CHANNELS = {"telegram": "Telegram", "zalo_bot": "Zalo", "zalo_oa": "Zalo OA", "terminal": "máy tính"}
UNREACHABLE = "không gửi được"
LOCKED_MARK = "đã khóa"
ROLE = "Vai trò"
UNIT = "Đơn vị"
NAME = "Họ tên"
WROTE = "Nội dung gửi"
CHANNEL = "Kênh"
NO_CHANNEL = "chưa có"
SENT_AT = "Gửi lúc"
SINCE = "Tham gia từ"
REQUEST_HEADING = "Đề nghị sử dụng"
