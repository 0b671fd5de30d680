"""How it is told where in a plan something stands: "Phụ lục II, mục III, STT 05". Written by the importer, read by the
answers. As printed."""

from __future__ import annotations

ANNEX, SHEET, TABLE = "Phụ lục", "Trang tính", "Bảng nhiệm vụ"
"""A table: an annex with its number, a sheet with its name, or the only one."""
PART, ROW = "mục", "STT"
"""A part of a table and a row of it, with their numbers."""
SECTION, ARTICLE, CLAUSE, POINT = "Mục", "Điều", "khoản", "điểm"
"""Of running text, with their numbers."""
NAMED = "Phần"
"""Of running text that is headed without a number, with its heading."""
PARAGRAPH, DASH, AFTER = "đoạn", "gạch đầu dòng", "đoạn sau"
"""The same without numbers of their own; and what follows a point."""
OPENING = "Phần mở đầu"
"""What comes before the first heading: it gives nobody work and names no time for any."""
TEXT = "Nội dung"
"""Running text without any heading."""
RECIPIENTS, SIGNATURE = "Nơi nhận", "Phần ký"
