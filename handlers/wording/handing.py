"""What is read when one person's work goes to another."""

from __future__ import annotations

USAGE = "Đồng chí gõ hai tên, ví dụ: /bangiao Lan → Hùng (việc của Lan chuyển sang Hùng, tài khoản của Lan đóng)."
UNKNOWN = "Không có người dùng đang hoạt động tên “{name}”."
SEVERAL = "Có nhiều người tên “{name}”: {names}. Đồng chí gõ cả họ tên."
SAME = "Hai tên là cùng một người."
FROM = "Bàn giao việc của ai?"
TO = "Bàn giao việc của {name} cho ai?"
SURE = "Bàn giao việc của {giver} cho {taker} và đóng tài khoản của {giver}?"
TASKS = "Nhiệm vụ đang giao"
REQUESTS = "Đề nghị gia hạn đang chờ"
NONE = "không có"
OTHER_UNIT = "{taker} không thuộc đơn vị chủ trì của {codes}: những việc này sẽ để trống người phụ trách."
LAST_OFFICE = (
    "Đây là tài khoản Văn phòng duy nhất đang hoạt động nên chưa bàn giao được. Hãy cấp quyền cho người khác trước."
)
CHANGED = "Việc này đã được làm hoặc tình hình đã thay đổi. Đồng chí gõ lại /bangiao."
DONE = "Đã bàn giao việc của {giver} cho {taker}: {count} nhiệm vụ. Tài khoản của {giver} đã đóng. Kèm biên bản để ký."
NOTICE = "Đồng chí nhận bàn giao từ {giver}: {codes}."
NOTICE_NONE = "Đồng chí nhận bàn giao từ {giver}; hiện không có nhiệm vụ nào đang giao."
MINUTES = "biên bản bàn giao"
MINUTES_NAME = "Bien ban ban giao {day}.docx"
UNDONE = "Đã hoàn tác bàn giao: {giver} hoạt động trở lại, các nhiệm vụ trở về như trước."
UNDONE_NOTICE = "Văn phòng đã hoàn tác bàn giao từ {giver}."
SHOW = "Xem nhiệm vụ của đơn vị"
