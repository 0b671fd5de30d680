"""Words with which the office names its own days, folded: "nghỉ 2/1/2026, làm bù 10/1/2026"."""

from __future__ import annotations

OFF = ("nghi hoan doi", "nghi bu", "ngay nghi", "duoc nghi", "nghi le", "nghi")
ON = ("ngay lam bu", "lam bu", "di lam", "lam viec", "hoan doi lam", "lam")
USUAL = ("bo", "xoa", "binh thuong", "theo lich chung", "nhu thuong")
