"""Words of deadlines, without diacritics and in lower case, as the deadline grammar reads them."""

from __future__ import annotations

_SYLLABLES = (
    "truoc ngay thang quy nam hang thuong xuyen dinh ky den tu trong hoan thanh cuoi dau tiep theo cac nhung giai "
    "doan lien tuc het cham nhat sau khi va lan moi tung tuan nua ke"
)
SYLLABLES = frozenset(_SYLLABLES.split())
"""Syllables of the grammar: a scan that splits one ("T rước") or glues several ("Hàngnăm") is mended by these."""

NUMBER_WORDS = {
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "tu": 4,
    "nam": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
    "muoi": 10,
    "muoi mot": 11,
    "muoi hai": 12,
}

ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
}

MARKS: dict[str, tuple[str, ...]] = {
    "before": ("truoc thoi diem", "truoc"),
    "by": (
        "cham nhat la vao",
        "cham nhat la",
        "cham nhat vao",
        "cham nhat den",
        "cham nhat trong",
        "cham nhat",
        "muon nhat",
        "khong cham qua",
        "khong cham hon",
        "khong muon hon",
        "khong qua",
        "khong sau",
        "den het",
        "den cuoi",
        "toi het",
        "het",
        "cuoi",
        "han chot",
        "han cuoi",
    ),
    "to": ("cho den", "den", "toi"),
    "from": ("bat dau tu", "bat dau", "ke tu", "tinh tu", "tu sau", "tu"),
    "past": ("sau",),
    "in": (
        "trong",
        "vao",
        "hoan thanh",
        "hoan tat",
        "xong",
        "thoi han",
        "thoi gian",
        "han",
        "giai doan",
        "gd",
        "vao dip",
        "nhan dip",
        "dip",
        "thoi ky",
        "nhiem ky",
        "suot",
        "cac",
        "nhung",
    ),
    "vague": ("dau", "giua", "thuong tuan", "trung tuan", "ha tuan"),
    "and": ("va", "hoac", "&", "sau do"),
}
"""Words that stand before or between days and periods. "Cuối năm 2026" ends with the year; "đầu" and "giữa"
name no day."""

OPENING = frozenset({"cac", "nhung", "trong", "vao"})
"""Words that something must follow: at the end of a phrase they show that it was cut off."""

SURE_PARTS = frozenset({"dau"})
"""Of these words the ones that are certain as a beginning: "từ đầu năm 2026" is from 1 January on."""

ONGOING = (
    "thuong xuyen",
    "lien tuc",
    "xuyen suot",
    "thuong truc",
    "hang ngay",
    "hang gio",
    "hang ca",
    "thuong ky",
    "lau dai",
)
NOT_ONGOING = (
    "giao duc thuong xuyen",
    "chi thuong xuyen",
    "dao tao thuong xuyen",
    "boi duong thuong xuyen",
    "khong thuong xuyen",
    "co quan thuong truc",
    "thuong truc hdnd",
    "thuong truc tinh uy",
)
"""Names that contain such a word ("giáo dục thường xuyên")."""

CONDITIONS = (
    "ngay sau khi",
    "sau khi",
    "truoc khi",
    "den khi",
    "khi",
    "neu",
    "tuy theo",
    "tuy thuoc",
    "tuy",
    "phu thuoc",
    "can cu",
    "dot xuat",
    "theo",
)
EVENTS = (
    "dai hoi",
    "ky hop",
    "phien hop",
    "cuoc hop",
    "hoi nghi",
    "tet",
    "mua mua bao",
    "mua mua",
    "khai giang",
    "khai mac",
    "be mac",
    "ky thi",
    "bau cu",
    "sap xep",
    "sap nhap",
    "hop nhat",
    "so ket",
    "tong ket",
    "kiem tra",
    "thanh tra",
    "kiem toan",
)
"""Events that work goes before or after; a year beside one is the event's."""
NOT_CONDITIONS = ("phan dau", "tiep theo", "kem theo", "theo doi", "khi hau", "tuy nhien", "can cu cach mang")
LOOSE_CONDITIONS = ("theo", "tuy theo", "can cu")
"""Conditions beside which a rhythm or a strict day still counts ("theo kế hoạch hằng năm")."""

UNITS = {"nam": "yearly", "quy": "quarterly", "thang": "monthly", "tuan": "weekly"}

ISSUED = (
    r"(?:duoc )?(?:ky ban hanh|ban hanh|ky|phe duyet)\b"
    r"(?: (?:ke hoach|quyet dinh|chuong trinh|nghi quyet|van ban|chi thi|de an)\b)?(?: nay\b)?"
)
"""The day on which the plan itself is issued; another paper ("ngày Nghị định được ban hành") is an outside event."""

COUNTED = ("lan", "dot", "luot", "ky", "cuoc")
"""What is counted where a rhythm is said as a count: "02 đợt/năm"."""

TIMES = {(2, "nam"): "half_yearly", (4, "nam"): "quarterly", (12, "nam"): "monthly", (4, "thang"): "weekly"}
"""Rhythms said as a count ("02 lần/năm"); other counts fall back to the unit."""

EVERY = {(1, "M"): "monthly", (3, "M"): "quarterly", (6, "M"): "half_yearly", (12, "M"): "yearly", (1, "W"): "weekly"}
"""Rhythms said as a time between ("12 tháng/lần"); others have no place in a calendar."""

NEXT = ("tiep theo", "sau", "ke tiep", "tiep sau", "sau do", "toi")
"""Words after "các năm" that leave the end open."""

_OTHER_WORDS = (
    "tư tự tứ tụ tú tủ tử tữ sâu sấu trọng khí nằm thắng nam "
    "nấm nâm đâu đau đậu dầu dấu đấu hạng hãng đen đèn đền thăng thẳng"
)
OTHER_WORDS = frozenset(_OTHER_WORDS.split())
"""Words that become words of the grammar without their tones, and are none ("đầu tư", "Việt Nam", "đấu thầu")."""
