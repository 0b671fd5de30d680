"""What people read of the answers that the office keeps for everybody, and the office when it keeps them."""

from __future__ import annotations

FOR_QUESTION = "Văn phòng đã trả lời câu hỏi: “{question}”"
SOURCE = "Văn phòng trả lời ({name}), ngày {day}"
AMENDED = "Kế hoạch đã có bản mới sau ngày trả lời này; đồng chí cần dẫn vào văn bản thì hỏi lại Văn phòng."
BY_PLAN = "Theo kế hoạch"
GONE = "Trả lời mẫu này không còn dùng."

HEADING = "Trả lời mẫu: {count}"
NONE = "Chưa có trả lời mẫu nào."
NONE_WITH = "Không có trả lời mẫu nào có “{words}”."
LINE = "{question}: {answer}"
OPEN_LIST = "Trả lời mẫu ({count})"
NEW = "Thêm trả lời mẫu"
QUESTIONS = "Câu hỏi"
CITED = "Nguồn"
WRITTEN = "Người trả lời"
FORM = "Thêm cách hỏi"
EDIT = "Sửa câu trả lời"
CITE = "Ghi nguồn"
WITHDRAW = "Bỏ trả lời mẫu"
KEEP = "Lưu làm trả lời mẫu"
TYPE_QUESTION = "Đồng chí gõ câu hỏi đầy đủ, như một người hỏi lần đầu."
TYPE_ANSWER = "Đồng chí gõ câu trả lời cho câu hỏi “{question}”."
TYPE = {
    "question": "Đồng chí gõ thêm một cách hỏi khác của câu này.",
    "answer": "Đồng chí gõ câu trả lời mới.",
    "source": "Đồng chí gõ nguồn của câu trả lời, ví dụ: CV 123/SGDĐT-VP ngày 05/10/2026.",
}
NEEDS_CONTEXT = (
    "Câu “{question}” chỉ hiểu được theo câu hỏi trước nên chưa lưu được. "
    "Đồng chí gõ câu hỏi đầy đủ, như một người hỏi lần đầu."
)
SURE = "Lưu trả lời mẫu này?"
SURE_CHANGE = {
    "question": "Thêm cách hỏi này?",
    "answer": "Sửa câu trả lời thành như sau?",
    "source": "Ghi nguồn như sau?",
}
ALIKE = "Đã có trả lời mẫu cho câu tương tự: “{question}”."
IN_PLAN = "Kế hoạch đã có nội dung cho câu này ({codes}). Trả lời mẫu sẽ hiện trước, người hỏi vẫn chọn xem được theo kế hoạch."
SAVE = "Lưu"
KEPT = "Đã lưu. Ai hỏi câu tương tự sẽ nhận trả lời này."
KEPT_ALREADY = "Trả lời mẫu này đã được lưu."
CHANGED = "Đã sửa trả lời mẫu."
WITHDRAWN = "Đã bỏ trả lời mẫu."
RESTORED = "Đã hoàn tác, trả lời mẫu trở lại như trước."
CANNOT_RESTORE = "Không hoàn tác được: trả lời mẫu đã thay đổi lần nữa."
