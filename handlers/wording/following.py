"""What the office reads when it sets the day from which the plan is followed."""

from __future__ import annotations

CURRENT = "{plan} được theo dõi từ ngày {day}."
USAGE = "Muốn đổi, đồng chí gõ kèm ngày, ví dụ: /theodoi 01/01/2026"
NOT_A_DAY = "Chưa rõ ngày “{typed}”."
SURE = "Đổi ngày bắt đầu theo dõi: {before} → {after}?"
MEANING = (
    "Việc đến hạn trước ngày này ghi là “trước khi theo dõi”: không nhắc, không tính quá hạn. "
    "Đặt lùi ngày thì những việc đến hạn từ ngày đó mà chưa hoàn thành sẽ được tính quá hạn và nhắc."
)
DONE = "Kế hoạch được theo dõi từ ngày {day}."
