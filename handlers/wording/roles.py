"""What the roles of people are called."""

from __future__ import annotations

from storage.records import Role

ROLES = {
    Role.STAFF: "cán bộ",
    Role.HEAD: "trưởng đơn vị",
    Role.OFFICE: "Văn phòng",
    Role.DIRECTOR: "lãnh đạo",
}
