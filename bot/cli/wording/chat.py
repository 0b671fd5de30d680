"""What `dondoc chat` says."""

from __future__ import annotations

REAL_OR_DEMO = "Chọn một: --real là dữ liệu thật, --demo là dữ liệu thử."
NEEDS_ZONE = "--now cần giờ kèm múi giờ, ví dụ 2026-12-01T08:00+07:00."
