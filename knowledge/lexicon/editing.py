"""Names of a task's fields as the office types them: "/suanhiemvu II.5 chủ trì: TCCB; hạn: 31/3/2027"."""

from __future__ import annotations

import re
from collections.abc import Mapping

NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("tên nhiệm vụ", "nội dung", "nhiệm vụ", "tên", "ten nhiem vu", "noi dung", "nhiem vu", "ten"),
    "lead": ("đơn vị chủ trì", "chủ trì", "don vi chu tri", "chu tri"),
    "cooperating": ("đơn vị phối hợp", "phối hợp", "don vi phoi hop", "phoi hop"),
    "product": ("sản phẩm", "kết quả", "san pham", "ket qua"),
    "deadline": ("thời hạn", "hạn", "thoi han", "han"),
}

_FIELD = {name.casefold(): field for field, names in NAMES.items() for name in names}
_STARTS = re.compile(
    r"(?:^|[;\n])\s*(" + "|".join(sorted(map(re.escape, _FIELD), key=len, reverse=True)) + r")\s*[:=]\s*", re.IGNORECASE
)
UNITS_APART = re.compile(r"\s*(?:[,;/+]|\bvà\b)\s*", re.IGNORECASE)
NOBODY = frozenset({"khong", "khong co", "bo", "-"})
"""Folded: no unit at all."""


def fields_in(typed: str) -> dict[str, str]:
    """Field → what it shall be, for every "name: value" in the words; a value may hold semicolons."""
    found = list(_STARTS.finditer(typed))
    ends = [*(match.start() for match in found[1:]), len(typed)]
    return {_FIELD[m[1].casefold()]: typed[m.end() : end].strip(" ;\n") for m, end in zip(found, ends, strict=False)}
