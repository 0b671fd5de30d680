"""Words of tables that mark who does what under the names of units. Folded."""

from __future__ import annotations

import re

LEADS = re.compile(
    r"(?:ct|c|chu tri|dau moi|chinh|thuc hien chinh|phu trach(?: chinh)?|thuc hien"
    r"|(?:don vi|co quan|phong|bo phan|cac don vi|cac phong)?[ ,]*(?:chu tri|thuc hien|phu trach|dau moi)"
    r"(?: (?:chinh|nhiem vu|cong viec))?)"
)
"""What says that those marked do the work: a cell, or a header over or under the names of units."""
SHARES = re.compile(
    r"(?:ph|p|th?am gia|tg|phoi hop|ho tro|(?:don vi|co quan|phong|bo phan|cac don vi|cac phong)?[ ,]*"
    r"(?:phoi hop|tham gia|ho tro)(?: thuc hien)?)"
)
"""What says that those marked take part in it."""
SIGNS = "xX✓✔√☑☒✗✘●○◎•◦■□▲△★☆*+"
"""Signs that mark a cell."""
_SIGN = rf"[“\"(\[]?(?<!\w)(?P<sign>[{re.escape(SIGNS)}])(?!\w)[”\")\]]?"
_SAID = r"(?P<said>chủ trì|thực hiện chính|phối hợp|tham gia|đầu mối|phụ trách)"
EXPLAINED = re.compile(rf"{_SIGN}\s*(?:[:=–-]|là)\s*(?:là\s+)?(?:đơn vị\s+|cơ quan\s+|phòng\s+)?{_SAID}", re.IGNORECASE)
SAID_OF = re.compile(rf"{_SAID}\s*[(:=]\s*(?:ký hiệu|đánh dấu|dấu)?\s*{_SIGN}", re.IGNORECASE)
"""What a note says that a sign means: "● là chủ trì", "phối hợp (○)"; as printed."""
LEAD, COOPERATING = "Đơn vị chủ trì", "Đơn vị phối hợp"
"""What the columns are called that the marks come to."""
OTHERS = "Đánh dấu"
"""What a column is called of marks that nobody explains."""
