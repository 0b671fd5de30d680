"""Small words that channels add when they show a reply."""

from __future__ import annotations

REPEAT = "(gửi lại)"
SOURCE = "Nguồn: {text}"
MENU_HINT = "Đồng chí gõ số hoặc gõ tên lựa chọn."
"""Below a numbered menu, where there are no buttons."""
CHOOSE = "Đồng chí chọn:"
"""Above buttons that have no words of their own."""
PICTURE = "[Hình: {text}]"
DOCUMENT = "[Tệp: {name}]"
"""In place of what the channel cannot carry."""
NOT_MADE = "[Chưa lập được: {title}]"
"""In place of a picture or file that could not be made."""
SAVED = "Đã lưu: {path}"
"""Where a program without pictures and files has put one."""
NOTHING = "…"
