"""Words by which people mean their own unit, and sentences about how the whole work stands; folded unless said."""

from __future__ import annotations

import re
from collections.abc import Mapping

UNIT_HEADS = ("phòng", "đơn vị", "bên", "bộ phận")
"""What stands before the owner ("phòng em"), as printed. Not "sở", "cơ quan": these are the agency."""
OWNERS = ("chúng tôi", "chúng em", "chúng mình", "bọn em", "bọn mình", "tôi", "em", "mình", "tui", "tớ")
"""Who the unit belongs to, as printed; what was typed with tones must have just these."""
NOT_OWNER = re.compile(r"(?:toi (?:han|nam|thang|quy|ky|ngay|day|dau|nay)|minh (?:bach|chung|hoa|duc))\b")
"""Words that look like an owner without their tones: "tới hạn", "minh bạch"."""

SELF = re.compile(r"(?:toi|em|e|minh|tui)(?: con| dang| se| can| phai| co| duoc giao| no)+\b")
"""Who asks, as the one that has something to do."""
GENERAL_WORDS = """
viec nhiem vu cong gi nao nhung cac cua co khong ko k phai lam can duoc giao chu tri phu trach dang con bao nhieu may
danh sach liet ke xem cho em toi minh e tui hoi muon biet a ah nhe voi the la va hien nay gio bay trong tuan thang quy
nam sap den toi han nop cao qua tre cham muon no roi ra sao nua tien do phoi hop theo ke hoach vay oi ad bot
anh chi xin giup nhi ha se di
"""
"""A question about one's own work has no other words than these."""
ASKING = re.compile(
    r"\b(?:gi|nao|may|nhieu|khong|ko|sao|danh sach|liet ke|xem)\b"
    r"|^(?:cac |nhung )?(?:cong viec|viec|nhiem vu)\b(?!.*\b(?:xong|roi)\b)"
)
"""Such a question has one of these: "phòng em xong việc rồi" asks nothing."""
OVERDUE = re.compile(r"\b(?:qua han|tre|cham|muon|no)\b")
DUE = re.compile(r"\b(?:han|nop|tuan|thang|quy|sap)\b")
WEEK = re.compile(r"\btuan\b")
QUARTER = re.compile(r"\bquy\b")
COOPERATING = re.compile(r"\bphoi hop\b")

BEFORE = "cho xin em toi minh e hoi biet muon anh chi sep oi ad bot a dong chi vui long giup xem"
AFTER = "a ah roi nhi the vay nhe ha di voi em oi ad bot sep nay hien gio bay den ky thang nam trong ho giup"
"""Words around a sentence that say nothing of what is asked."""
_OF_ALL = "chung|toan so|ca so|cua so|cua co quan|ke hoach|cong viec|nhiem vu|thuc hien|cac don vi|cac phong"
_WHOLE = rf"(?: (?:{_OF_ALL}))"
_HOW = r"(?: (?:the nao|ra sao|den dau|toi dau|sao|nhu the nao|bao nhieu(?: phan tram| %)?))"
_MUCH = r"(?:bao nhieu|may)"
OVERALL = re.compile(
    rf"(?:tinh hinh|tien do|ket qua)(?:{_WHOLE}+(?: hien)?{_HOW}?|{_HOW})"
    rf"|(?:ke hoach )?(?:da )?(?:hoan thanh|lam|xong|thuc hien)(?: duoc)? {_MUCH} (?:phan tram|%|viec|nhiem vu)"
    r"(?: ke hoach)?"
    rf"|ke hoach (?:da )?(?:lam|thuc hien|hoan thanh|xong)(?: duoc)?{_HOW}"
    rf"|(?:ty|ti) le hoan thanh{_WHOLE}*{_HOW}?"
    r"|tong hop(?: tinh hinh| tien do| chung)*|(?:ve )?bieu do(?: tien do| tong hop| chung)*"
    rf"|(?:(?:thong ke|tong hop|bao cao|xem|cho xem) )?(?:tinh hinh|tien do|ket qua)(?:{_WHOLE})*"
    r" (?:theo(?: tung| cac)?|(?:cua )?(?:tung|cac|moi)) (?:phong(?: ban)?|don vi|bo phan)"
)
"""How the whole plan goes."""
_WHO = r"(?:(?:nhung |cac )?(?:don vi|phong|phong ban|bo phan)(?: nao)?|(?:nhung )?ai)"
LATEST_UNITS = re.compile(
    rf"{_WHO}(?: dang| con| hay| co| bi| lam)*(?: nhieu)?(?: viec| nhiem vu)?"
    r" (?:cham|tre|qua han|no|muon)(?: viec| nhiem vu| tien do| han)?(?: nhieu)?(?: nhat)?(?: viec| nhiem vu)?"
)
SILENT_UNITS = re.compile(
    rf"{_WHO}(?: con| van)* (?:chua|khong) (?:cap nhat|bao cao|bao|gui bao cao|nop bao cao|co bao cao|co cap nhat)"
    r"(?: tien do| gi| ket qua)*"
)

OVERVIEWS: Mapping[str, frozenset[str]] = {
    "all": frozenset({"tat ca", "tat ca don vi", "toan bo", "ca so", "cac don vi", "chung"}),
    "late": frozenset({"cham nhat", "qua han", "don vi cham", "cham", "theo don vi"}),
    "silent": frozenset({"chua cap nhat", "im lang", "chua bao cao"}),
}
"""What may follow /baocao instead of a unit."""
