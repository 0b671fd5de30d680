"""What is read when two records of one person become one."""

from __future__ import annotations

MERGE = "Gộp với hồ sơ khác của cùng người"
WHICH = "{name} có hồ sơ nào khác? Hồ sơ được chọn sẽ nhập vào hồ sơ này."
WHO = "Gộp hai hồ sơ của ai? Đồng chí chọn hồ sơ giữ lại, hoặc gõ: /nguoidung gộp Lan."
NOBODY = "Không có người dùng đang hoạt động tên “{name}”."
NONE_ELSE = "Không còn hồ sơ nào khác để gộp."
SURE = "Gộp hai hồ sơ này thành một người?"
KEPT = "Giữ lại"
GONE = "Nhập vào, rồi đóng"
AFTER = "Sau khi gộp"
RECORD = "{name}, {role}, {unit}; {channels}; tham gia từ {day}"
RESULT = "{name}, {role}, {unit}; dùng trên {channels}; nhiệm vụ được giao: {tasks}"
OTHER_UNIT = "Hai hồ sơ khác đơn vị hoặc vai trò: sau khi gộp chỉ còn quyền của hồ sơ giữ lại."
OTHER_NAME = "Hai hồ sơ khác tên: chỉ gộp khi chắc chắn là một người."
SWAP = "Giữ hồ sơ kia"
LAST_OFFICE = "Hồ sơ bị đóng là của Văn phòng duy nhất đang hoạt động. Hãy chọn “Giữ hồ sơ kia”."
CHANGED = "Một trong hai hồ sơ đã thay đổi. Đồng chí xem lại bằng /nguoidung."
DONE = "Đã gộp hai hồ sơ của {name}; nay dùng trên {channels}. Các cập nhật trước đây vẫn giữ nguyên trong nhật ký."
TOLD = (
    "Văn phòng đã gộp hai hồ sơ của đồng chí thành một; từ nay {channels} là một tài khoản, tên {name}. "
    "Nếu đây không phải là hai tài khoản của cùng một người, báo ngay Văn phòng."
)
UNDONE = "Đã hoàn tác: hai hồ sơ của {name} lại tách riêng như trước."
UNDONE_TOLD = "Văn phòng đã tách lại hồ sơ vừa gộp; tài khoản này lại dùng riêng, tên {name}."
NO_TASKS = "không có"
