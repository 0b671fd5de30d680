"""Names of bodies that stand for several, or for those of a level; as printed."""

from __future__ import annotations

import re

_KIND = "(?:xã|phường|thị trấn|huyện|quận)"
SEVERAL_BODIES = re.compile(
    rf"(UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân) các ({_KIND}(?:, ?{_KIND})*)", re.IGNORECASE
)
OF_LEVEL = re.compile(r"(UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân) cấp (tỉnh|huyện|xã)", re.IGNORECASE)
