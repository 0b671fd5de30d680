"""Other words by which people name the roles; the values are those of the roles' codes."""

from __future__ import annotations

ROLE_ALIASES = {
    "trưởng phòng": "head",
    "phó trưởng phòng": "head",
    "chuyên viên": "staff",
    "nhân viên": "staff",
    "giám đốc": "director",
    "phó giám đốc": "director",
    "ban giám đốc": "director",
    "quản trị": "office",
}
