"""Short forms as papers print and explain them: "P. KHTH", "(sau đây gọi tắt là TTYT)", a list of abbreviations."""

from __future__ import annotations

import re

from knowledge.patterns import seldom

HEADS = {
    "P": "Phòng",
    "K": "Khoa",
    "BM": "Bộ môn",
    "TT": "Trung tâm",
    "VP": "Văn phòng",
    "BQL": "Ban Quản lý",
    "CA": "Công an",
    "BV": "Bệnh viện",
    "CC": "Chi cục",
    "BCH": "Ban Chỉ huy",
    "TTYT": "Trung tâm Y tế",
}
"""Heads of units' names as they are written with capitals, and what they mean where a paper does not say."""
DOTTED = ("P", "K", "BM", "TT", "VP", "BQL", "BV", "CC")
"""Those that stand with a dot."""
BARE = ("TT", "VP", "BQL", "CA", "BV", "CC", "BCH")
"""Those that also stand without one, before capitals ("TT CNTT") or the place ("CA tỉnh")."""
PLACED = ("tỉnh", "thành phố", "huyện", "quận", "xã", "phường", "Sở")
BODIES = (
    "Phòng",
    "Khoa",
    "Sở",
    "Ban",
    "Bộ",
    "Cục",
    "Chi cục",
    "Vụ",
    "Viện",
    "Trung tâm",
    "Trường",
    "Tổ",
    "Đội",
    "Hội",
    "Đoàn",
    "Công ty",
    "Văn phòng",
    "Ngân hàng",
    "Kho bạc",
    "Bảo hiểm",
    "Liên đoàn",
    "Ủy ban",
    "Hội đồng",
    "Học viện",
    "Đại học",
    "Đài",
)
"""Heads of units' names in full, before capitals: "Phòng KHTH"."""
KEPT = frozenset(("UBND", "HĐND", "MTTQ", "UBMTTQ", "HĐND&UBND", "HĐND-UBND", "TW", "TP", "VN", "VNPT"))
"""Short forms that names of bodies keep, for everybody writes them."""
JOINING = frozenset(("va", "&", "-", "–", "cua", "ve", "cac"))
"""Words of a name that its capitals leave out. Folded."""
SAID = r"(?:sau đây\s+|dưới đây\s+)?(?:được\s+)?(?:viết tắt|gọi tắt|gọi chung|gọi)(?:\s+(?:là|bằng))?\s*:?"
"""What gives what stands before it a short name."""
LIST_OF = re.compile(r"\b(?:viet tat|tu viet gon|ky hieu (?:cac )?(?:don vi|phong|chu))\b")
"""The heading of a list of abbreviations, or of the column that has them. Folded."""
MEANINGS = seldom(r"\b(?:dien giai|day du|nghia|giai thich|noi dung|chu thich|ten don vi|ten goi|cum tu)\b")
"""The heading of the column that says what they mean. Folded."""
