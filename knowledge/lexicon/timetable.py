"""Words with which the office sets the timetable of reminders, folded."""

from __future__ import annotations

from typing import Literal

NONE = frozenset({"tat", "khong", "bo", "khong gui", "khong nhac"})
WEEKDAYS = {
    **{f"thu {name}": n for n, name in enumerate(("hai", "ba", "tu", "nam", "sau", "bay"), 1)},
    **{f"thu {n + 1}": n for n in range(1, 7)},
    **{f"t{n + 1}": n for n in range(1, 7)},
    "chu nhat": 7,
    "cn": 7,
}
REPORTS: dict[str, Literal["month", "quarter", "off"]] = {
    "thang": "month",
    "hang thang": "month",
    "hang quy": "quarter",
    "quy": "quarter",
    "tat": "off",
    "khong": "off",
}
UNTIL = ("tam dung den het ngay", "tam dung den ngay", "tam dung den", "tam dung toi", "tam dung", "den ngay", "den")
RESUME = frozenset({"bo tam dung", "tiep tuc", "nhac lai", "mo lai", "het tam dung"})
PREVIEW = ("xem truoc ngay", "xem truoc")
VOLUMES = {"nhe": "light", "chuan": "standard", "day du": "full"}
USUAL = frozenset({"mac dinh", "nhu van phong", "theo van phong", "chung", "bo"})
