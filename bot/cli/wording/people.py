"""What `dondoc invite` says."""

from __future__ import annotations

NO_ROLE = "Không có vai trò “{role}”. Chọn một trong: {roles}."
NO_UNIT = "Kế hoạch không có đơn vị “{unit}” thuộc cơ quan."
ONCE = "Dùng một lần, hết hạn lúc {until:%H:%M ngày %d/%m/%Y}."
