"""Small words that channels add when they show a reply."""

from __future__ import annotations

REPEAT = "(gửi lại)"
SOURCE = "Nguồn: {text}"
MENU_HINT = "Đồng chí gõ số hoặc gõ tên lựa chọn."
"""Below a numbered menu, where there are no buttons."""
