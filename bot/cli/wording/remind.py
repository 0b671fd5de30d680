"""What `dondoc remind` says."""

from __future__ import annotations

NO_PLAN = "Chưa có kế hoạch nào đang theo dõi nên không có gì để nhắc."
NO_DATE = "“{typed}” không phải ngày dạng YYYY-MM-DD."
QUEUED = "Đã đưa vào hàng chờ gửi: {count} bản mới."
TOO_LATE = "Ngày này đã qua nên các bản đó sẽ không gửi nữa."
DAY_OFF = "Ngày {day:%d/%m/%Y} là ngày nghỉ{name}, không nhắc."
NOTHING = "Ngày {day:%d/%m/%Y} không ai có gì để nhắc."
NOBODY = "(chưa có ai nhận)"
HEADERS = ("Người nhận", "Đơn vị", "Nội dung")
TITLE = "Nhắc việc ngày {day:%d/%m/%Y}"
TOTAL = "{people} người nhận, {lines} việc."
