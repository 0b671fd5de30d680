"""What frames a conversation in the terminal."""

from __future__ import annotations

import re

BOT = "Đôn Đốc"
BOT_TO = "Đôn Đốc → {name}"

LEAVE = ("/thoat", "/thoát", "thoát")
"""Words that end the conversation."""
SEND = re.compile(r"/g[uửư]i\s+(?:\"(?P<quoted>[^\"]+)\"|(?P<path>\S+))(?P<words>\s.*)?", re.IGNORECASE | re.DOTALL)
"""How a file is sent from a terminal, which has no button for it: its path, then words for under it."""
WELCOME = (
    "Đang nói chuyện với tư cách {name}. Gõ câu hỏi hoặc /trogiup; chọn bằng số hoặc gõ lại nhãn. "
    "Gửi tệp: /gui ĐƯỜNG_DẪN. Gõ /thoat hoặc Ctrl-D để ra."
)

TOUR = "Chạy thử với {plan}. {name} là cán bộ của một đơn vị chủ trì; bây giờ là {day}."
TAKES = "[{label}]"
NEXT_MORNING = "Sáng hôm sau, {day}:"
TOUR_END = "Hết phần giới thiệu. Tự trò chuyện: dondoc chat --as Lan"

BAD_LINE = "Dòng {number}: {problem}"
NOT_JSON = "không phải JSON."
UNKNOWN_LINE = 'cần {"from", "text"}, {"from", "press"}, {"from", "file"} hoặc {"now"} kèm múi giờ.'
NO_SUCH_CHOICE = "không có lựa chọn “{label}” đang chờ."
