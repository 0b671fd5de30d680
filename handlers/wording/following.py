"""What the office reads when it sets the day from which the plan is followed."""

from __future__ import annotations

CURRENT = "{plan} được theo dõi từ ngày {day} đến ngày {ends}."
USAGE = "Muốn đổi, đồng chí gõ kèm ngày, ví dụ: /theodoi 01/01/2026; đổi ngày kết thúc: /theodoi đến 31/12/2030"
NOT_A_DAY = "Chưa rõ ngày “{typed}”."
SURE = "Đổi ngày bắt đầu theo dõi: {before} → {after}?"
MEANING = (
    "Việc đến hạn trước ngày này ghi là “trước khi theo dõi”: không nhắc, không tính quá hạn. "
    "Đặt lùi ngày thì những việc đến hạn từ ngày đó mà chưa hoàn thành sẽ được tính quá hạn và nhắc."
)
DONE = "Kế hoạch được theo dõi từ ngày {day}."
SURE_END = "Đổi ngày kết thúc theo dõi: {before} → {after}?"
MEANING_END = "Việc hằng năm, hằng quý, hằng tháng có các kỳ đến hết ngày này. Tiến độ đã ghi vẫn được giữ."
DONE_END = "Kế hoạch được theo dõi đến ngày {day}."
