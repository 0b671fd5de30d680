"""Words of the cells that name units, between them and beside them, as plans print them."""

from __future__ import annotations

import re

SOFT = re.compile(
    r"\s*,\s*(?:và\s+)?|\s*/\s*|\s+(?:và|cùng)\s+|\s+[-–]\s+|\s+(?=(?:Ủy ban|UBND|Bộ|Sở|[Cc]ác [Bb]ộ,)\s)"
)
"""What may stand between two units, or within one's name."""
LISTED = re.compile(r"\s*,\s*(?:và\s+)?|\s+và\s+")
"""What stands between the units of a list."""
ROLE = re.compile(r"\s*\((?:cơ quan |đơn vị )?(?:chủ trì|phối hợp|đầu mối|chủ trì, phối hợp)\)", re.IGNORECASE)
"""What a unit is in the task, after its name."""
_MATTER = r"Về\s[^:]{3,120}:"
MATTER = re.compile(rf"(?:\(?[ivx]+\)\s*|\d+[.)]\s*)?{_MATTER}")
"""For what the units are named that follow: "Về quản lý quy hoạch: Bộ A"; such is no unit."""
MATTER_BEFORE = re.compile(rf"^(?:\(?[ivx]+\)\s*)?{_MATTER}\s*")
"""The same before a unit's name."""
WITH_BEFORE = re.compile(r"^(?:(?:đề nghị\s+)?phối hợp với|và|cùng|với)\s+", re.IGNORECASE)
WITH_BEHIND = re.compile(r"[\s,;]+(?:và|cùng|với)[\s,;]*$")
"""What is left of the joints before a unit's name, and behind it."""
BOTH = re.compile(
    r"^(.{4,}?)[\s,;]+(?:chủ trì[\s,;]+)?(?:và\s+)?phối hợp\s*(?:với|cùng(?: với)?|:)\s*:?\s*(\S.{3,})$",
    re.IGNORECASE | re.DOTALL,
)
"""One cell that names who leads and who cooperates: "Sở A chủ trì, phối hợp với Sở B"."""
COOPERATES = re.compile(r"\((?:cơ quan |đơn vị )?phối hợp\)|^\s*phối hợp\s*:", re.IGNORECASE)
"""What says of one of several units that it cooperates: "Sở B (phối hợp)"."""
BELONGING = re.compile(
    r"(?:van phong|vp|thuoc|cua|dia ban|tai|cac|voi|lanh dao|cong thong tin|chu tich|giam doc|nhat|bo chi huy"
    r"|bo tu lenh)$"
)
"""Words after which a unit's name is part of a longer one ("Văn phòng UBND tỉnh"); folded, as all below."""
SKIPPED = frozenset({"va", "cac", "cua"})
"""Words of a name that have no letter in its short form."""
KINDS = ("phong ", "ban ", "to ")
INNER = re.compile(r"^(?:phong|van phong|thanh tra|to|bo phan|ban giam|lanh dao|chanh|truong phong)\b")
OUTER = re.compile(
    r"^(?:so|bo|ubnd|uy ban|hdnd|hoi dong nhan dan|cong an|buu dien|tong dai|kho bac|ngan hang|thue|bao hiem|mat tran"
    r"|toa an|vien kiem sat|tinh|thanh pho|huyen|xa|vnpt|viettel|chinh phu"
    r"|van phong (?:ubnd|uy ban|chinh phu|tinh uy|hdnd))\b"
)
"""With which the names of units of an agency begin, and those of others."""
