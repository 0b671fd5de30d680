"""What stands between two names: "/bangiao Lan → Hùng"."""

from __future__ import annotations

import re

BETWEEN = re.compile(r"\s*(?:→|->|=>|>|,|;|\bsang cho\b|\bcho\b|\bsang\b)\s*", re.IGNORECASE)
