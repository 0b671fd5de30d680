"""Whom an announcement is for, folded, before the colon: "/thongbao trưởng đơn vị: họp 14 giờ"."""

from __future__ import annotations

ALL = frozenset({"tat ca", "toan bo", "moi nguoi", "ca co quan", "tat ca moi nguoi"})
LATE = frozenset({"qua han", "don vi qua han", "dang qua han", "cham", "cham tien do", "tre han"})
