"""What several verbs say."""

from __future__ import annotations

PLAN_FILE = "Tệp kế hoạch {path} chưa dùng được. Xem lỗi: dondoc plan check {path}"
DATABASE = "Chưa mở được cơ sở dữ liệu ({error}). Kiểm tra: dondoc doctor"
