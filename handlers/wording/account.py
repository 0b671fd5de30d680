"""What strangers and newcomers read: greeting, request for access, invitation, help."""

from __future__ import annotations

GREETING_STRANGER = (
    "Xin chào. Đây là trợ lý Đôn Đốc, chỉ phục vụ cán bộ đã được Văn phòng của cơ quan duyệt.\n"
    "Nếu đã có mã mời, đồng chí gõ mã vào đây. Nếu chưa có, đồng chí chọn “Xin sử dụng”."
)
ASK_ACCESS = "Xin sử dụng"
ASK_NAME_AND_UNIT = "Đồng chí gõ họ tên và đơn vị công tác trong một tin, ví dụ: Nguyễn Văn An, Phòng Tổng hợp."
NAME_TOO_SHORT = "Tin chưa rõ họ tên. Đồng chí gõ họ tên và đơn vị, ví dụ: Nguyễn Văn An, Phòng Tổng hợp."
REQUEST_SENT = "Đã gửi đề nghị tới Văn phòng. Khi được duyệt, đồng chí sẽ nhận tin báo tại đây."
REQUEST_WAITING = (
    "Đề nghị của đồng chí đang chờ Văn phòng duyệt. Nếu cần sửa họ tên hoặc đơn vị, đồng chí chọn “Gửi lại”."
)
SEND_AGAIN = "Gửi lại"
NO_OFFICE_YET = "Hiện chưa có cán bộ Văn phòng nào trên hệ thống; đề nghị sẽ được xem khi Văn phòng tham gia."
LOCKED = "Tài khoản của đồng chí đang tạm khóa. Xin liên hệ Văn phòng để mở lại."
GROUP_STRANGER = "Tôi chỉ trả lời cán bộ đã được Văn phòng duyệt. Đồng chí nhắn riêng cho tôi để xin sử dụng."
GROUP_PRIVATE_ONLY = "Việc này chỉ làm trong cuộc trò chuyện riêng. Đồng chí nhắn riêng cho tôi."
CODE_IN_GROUP = (
    "Mã mời chỉ dùng trong cuộc trò chuyện riêng. Mã vừa gửi ở đây coi như đã lộ: xin báo Văn phòng cấp mã khác."
)
CODE_WRONG = "Mã mời không đúng hoặc đã hết hạn. Đồng chí kiểm tra lại, hoặc xin Văn phòng cấp mã mới."
CODE_TOO_MANY = "Đã nhập sai mã quá nhiều lần. Đồng chí thử lại sau 1 giờ, hoặc chọn “Xin sử dụng”."
CODE_GUESSED = (
    "Có người lạ nhập sai mã mời nhiều lần liên tiếp; chưa ai vào được bằng cách này. "
    "Mỗi tài khoản chỉ được nhập sai 5 lần trong một giờ. Nếu đồng chí vừa cấp mã, xin kiểm tra người nhận đã gõ đúng chưa."
)
"""To the office, once an hour at most."""
ALREADY_MEMBER = "Đồng chí đã được duyệt, không cần nhập mã nữa."
KEEP_NAME = "Giữ tên này"
NAME_CHANGED = "Đã ghi họ tên: {name}."
CONSENT_VERSION = 1
"""Raised whenever the notice says something new: everybody is asked again."""
CONSENT_TITLE = "Về dữ liệu cá nhân của đồng chí"
CONSENT = (
    "Lưu: họ tên, đơn vị, vai trò, tài khoản trò chuyện, các cập nhật và thao tác của đồng chí.",
    "Để làm gì: theo dõi, nhắc việc và báo cáo thực hiện kế hoạch của cơ quan; không dùng vào việc khác.",
    "Đơn vị kiểm soát dữ liệu: {controller}; đầu mối: Văn phòng.",
    "Quyền của đồng chí: xem, sửa, tải về, đề nghị xóa; rút lại đồng ý bất cứ lúc nào (/dulieucuatoi).",
    "Không gửi văn bản, thông tin có nội dung mật vào đây.",
)
CONSENT_GIVEN = "Tôi đã rõ và đồng ý"
CONSENT_THANKS = "Đã ghi nhận. Xem hoặc rút lại bất cứ lúc nào bằng /dulieucuatoi."
CONSENT_NUMBER = "bản {version}"
CONSENT_NOT_GIVEN = "Đồng chí chưa đồng ý, hoặc đã rút lại đồng ý từ trước."
CONSENT_LAST_OFFICE = (
    "Đây là tài khoản Văn phòng duy nhất đang hoạt động; nếu thôi nhận nhắc thì không còn ai được báo việc của đơn vị "
    "chưa có người. Đồng chí mời thêm một người của Văn phòng (/moi), rồi rút lại đồng ý."
)
CONSENT_AGAIN_NOTICE = "{name} đã đồng ý lại ({version}) lúc {at}; nhắc việc riêng cho người này tiếp tục."
WITHDRAW = "Rút lại đồng ý"
WITHDRAW_SURE = "Rút lại đồng ý lưu dữ liệu cá nhân?"
WITHDRAW_MEANS = (
    "Từ lúc này trợ lý thôi nhắc việc riêng cho đồng chí; nhiệm vụ và thời hạn không đổi. Văn phòng xem xét căn cứ "
    "pháp lý của việc tiếp tục lưu dữ liệu; chỉ Văn phòng đóng tài khoản. Đồng ý lại được bất cứ lúc nào."
)
WITHDRAWN = (
    "Đã ghi nhận: rút lại đồng ý (thông báo bản {version}) lúc {at}, và đã báo Văn phòng. "
    "Trợ lý thôi nhắc việc riêng cho đồng chí."
)
WITHDRAWN_NOTICE = (
    "{name} đã rút lại đồng ý lưu dữ liệu cá nhân ({version}) lúc {at}. Nhắc việc riêng cho người này đã dừng; việc của "
    "đơn vị không còn ai nhận nhắc sẽ báo Văn phòng. Văn phòng xem xét căn cứ pháp lý: tiếp tục theo nhiệm vụ của "
    "cơ quan, hoặc khóa tài khoản (/nguoidung)."
)
AGENCY = "cơ quan của đồng chí"


def requested(name: str, words: str) -> str:
    """The office's notice of a new request."""
    return f"Có đề nghị sử dụng mới: {words or name}."


OPEN_REQUEST = "Xem đề nghị"


def welcome(name: str, role: str, unit: str) -> str:
    """First words to a new member."""
    where = f", {unit}" if unit else ""
    return f"Chào đồng chí {name} ({role}{where}). Đồng chí đã được vào hệ thống."


def ask_own_name(name: str) -> str:
    """After an invitation was accepted: is the channel's name right?"""
    return f"Họ tên đang ghi là “{name}”. Nếu chưa đúng, đồng chí gõ lại họ và tên."


def hello(name: str, role: str, unit: str) -> str:
    """/start for a member."""
    where = f", {unit}" if unit else ""
    return f"Chào đồng chí {name} ({role}{where})."


HELP_INTRO = "Đồng chí hỏi bằng lời thường, hoặc chọn việc dưới đây."
HELP_MORE = "Gõ được không dấu, không cần gạch chéo."


def approved(role: str, unit: str) -> str:
    """To a person whose request was approved."""
    where = f", {unit}" if unit else ""
    return f"Văn phòng đã duyệt đề nghị của đồng chí (vai trò: {role}{where}). Đồng chí có thể bắt đầu hỏi."


REFUSED = "Văn phòng chưa duyệt đề nghị của đồng chí. Xin liên hệ trực tiếp Văn phòng nếu cần."
