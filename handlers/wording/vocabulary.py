"""What the office reads when it adds words that the bot is to understand for a plan."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.vocabulary import WordKind

USAGE = (
    "Đồng chí gõ từ và nghĩa trong một dòng, ví dụ: /tuvung TTHC = thủ tục hành chính. Vế phải là tên một đơn vị thì "
    "từ đó thành tên gọi của đơn vị; là “hỏi chủ trì”, “hỏi thời hạn”… thì thành một cách hỏi."
)
KINDS: Mapping[WordKind, str] = {
    WordKind.ABBREVIATION: "viết tắt",
    WordKind.SYNONYM: "từ cùng nghĩa",
    WordKind.UNIT: "tên gọi của đơn vị",
    WordKind.QUESTION: "cách hỏi",
}
ASKS: Mapping[str, str] = {
    "lead": "hỏi đơn vị chủ trì",
    "cooperation": "hỏi đơn vị phối hợp",
    "product": "hỏi sản phẩm",
    "deadline": "hỏi thời hạn",
    "value": "hỏi mức chỉ tiêu",
    "progress": "hỏi tiến độ",
}
HEADING = "Từ do Văn phòng thêm: {count}"
NONE = "Văn phòng chưa thêm từ nào cho kế hoạch này."
LINE = "{said} = {meant} ({kind})"
NOT_FOUND = "Chưa có từ “{said}”."
SURE = "Từ nay hiểu “{said}” là “{meant}” ({kind})?"
REPLACES = "Thay cho nghĩa đang dùng: “{meant}”."
NOT_IN_PLAN = "Kế hoạch không có chữ nào trong “{meant}”; đồng chí xem lại nghĩa có đúng chữ của kế hoạch không."
FIXED = "“{said}” là mã trong kế hoạch hoặc chữ trợ lý dựa vào để hiểu câu hỏi, không đổi nghĩa được. Chưa ghi gì."
SHORT_FOR = "Lưu ý: “{said}” đang là chữ viết tắt có sẵn; nghĩa mới sẽ thay nghĩa ấy."
IS_UNIT = "Lưu ý: “{said}” đang là tên gọi của {unit}."
IN_PLAN = "Lưu ý: kế hoạch có chữ “{said}”; hiểu sang nghĩa khác có thể làm câu trả lời khác đi."
LOST = "Lưu ý: thêm từ này thì những mục sau không còn tìm thấy theo tên: {codes}."
FOUND = "Với từ này, tìm được câu trả lời cho {count} câu hỏi trước đây chưa tìm thấy."
DONE = "Đã thêm: “{said}” là “{meant}”. Trợ lý hiểu ngay từ bây giờ."
ALREADY = "Từ này đã có."
TOO_MANY = "Đã có {limit} từ, không thêm được nữa. Đồng chí bỏ bớt từ không dùng."
GONE = "Từ này đã được bỏ."
ADDED_BY = "Người thêm"
ADDED_AT = "Lúc"
REMOVE = "Bỏ từ này"
REMOVED = "Đã bỏ từ “{said}”."
RESTORED = "Đã hoàn tác, từ “{said}” được dùng lại."
UNDONE = "Đã hoàn tác, không dùng từ “{said}” nữa."
