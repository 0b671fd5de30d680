"""Words by which a plan document is understood: headers of columns, headings, heads of unit names. Without marks."""

from __future__ import annotations

import re

from knowledge.patterns import seldom

ROLES: tuple[tuple[str, str], ...] = (
    ("number", r"^(?:stt|sit|s1t|stl|tt|so tt|so thu tu|ma so|ma|ma nhiem vu|no|s tt|nhiem vu so)\.?$"),
    ("sub_number", r"^(?:chi tiet|muc|tieu muc|ma con)$"),
    (
        "note",
        r"^(?:lanh dao|cap (?:trinh|ban hanh|phe duyet)|co quan (?:trinh|ban hanh|tham dinh|phe duyet|theo doi)"
        r"|kinh phi|du toan|nguon|ghi chu|can cu|.*bat dau"
        r"|(?:uoc )?(?:thuc hien|th|ket qua|hien trang)(?: nam)? 20\d\d)",
    ),
    ("cooperating", r"phoi hop|cung (?:lam|thuc hien|tham gia)|^tham gia"),
    ("lead", r"chu tri|dau moi|chiu trach nhiem|thuc hien chinh|duoc giao|phu trach"),
    (
        "deadline",
        r"thoi han|thoi gian|tien do|hoan thanh|ngay het han|deadline|moc|han chot|ke hoach hoan thanh|han xong|^han$",
    ),
    ("lead", r"(?:co quan|don vi|phong|bo phan|to chuc|nguoi|phan cong).{0,25}(?:thuc hien|tham muu|trien khai|chinh)"),
    ("product", r"^sp$|^s\.?p\.?$|san pham|dau ra|ket qua|minh chung|ho so hoan thanh"),
    ("note", r"ghi chu|kinh phi|can cu|cap trinh|phe duyet|lanh dao|muc do|trang thai|nguon|co so"),
    ("measure", r"^(?:don vi|don vi tinh|dvt|don vi do)$"),
    ("title", r"nhiem vu|cong viec|noi dung|hoat dong|chi tieu|giai phap|ten de an|de an|hang muc|dau viec|viec can"),
    (
        "value",
        r"muc tieu|toc do|ty le|ti le|gia tri|ke hoach giao|muc phan dau|(?:nam|kh|ke hoach|den) 20\d\d|chi tieu giao"
        r"|^20\d\d$",
    ),
    ("lead", r"^(?:co quan|don vi|phong|to chuc|phan cong)(?:[,/ ].{0,30})?$"),
)
"""(role, pattern over a header folded to plain lower case): the first that matches names the column."""

YEARS = "nam"
A_YEAR = seldom(r"20\d\d")
"""What a header has over the rows, and across, where the columns are years."""
STARTS = seldom(r"bat dau$|^tu(?: (?:ngay|thang|nam|quy))?$")
"""A column that says when work begins."""
ALL_THE_TIME = seldom(r"\b(?:việc|nhiệm vụ|công tác)\s+(thường xuyên)\b")
"""What the title of a table of work without days says of all of it; as printed, in small letters."""
UNTIL = seldom(r"den(?: (?:ngay|thang|nam|quy|het))?|ket thuc|hoan tat|xong")
"""A column under a head of time that says when it ends."""
HEADS_WRITTEN_SHORT = {"vp": "van phong", "mttq": "mat tran to quoc", "bql": "ban quan ly"}
"""Words of units' names that are written with capitals. Without marks."""
STOOD = seldom(
    r"(?:uoc )?(?:thuc hien|th|ket qua|hien trang|dat)(?: nam)? 20\d\d|uoc(?: nam)? 20\d\d"
    r"|hien trang|(?:gia tri )?nam goc|(?:muc )?co so"
    r"|(?:xep hang|thu hang|hang|muc|gia tri|ket qua)? ?(?:hien tai|hien nay)"
)
"""A column that tells how things stood before the plan."""
INDICATOR = seldom(r"\b(?:chi tieu|tieu chi)\b")
MEASURED_IN = seldom(r"(?:don vi tinh|dvt)\b")
"""A column of units of measure, whatever else a table has; where it says "Đơn vị" alone, it may be who does it."""
TASK_HEADER = seldom(r"nhiem vu|cong viec|hoat dong|giai phap|de an|noi dung|dau viec")
ANNEX = seldom(r"^phu luc(?:\s+(?:so\s+)?([ivx]+|\d{1,2}|[a-d]))?\s*[:.\-–]?\s*(.{0,200})$")
GROUPS = seldom(r"(?:nhom|linh vuc|mang|phan|chuong|truc|tru cot|hop phan)\b(?! (?:chu tri|thuc hien|phoi hop))")
"""The header of a column that says to what group the rows belong."""
RESPONSIBLE = seldom(r"\btrach nhiem\b|\bchuc nang\b")
"""The header over what each unit is responsible for all the time."""
NOTE = seldom(r"(?:ghi chu|chu thich|luu y|chu giai)\b")
"""How the lines below a table begin that explain it."""
CAPTION = r"^(?P<name>(?:Bảng|Biểu)(?: số)? (?:\d{1,2}|[IVX]{1,4}))\s*[.:–-]?\s*(?P<title>.{0,200})$"
"""What stands above a numbered table of the text: "Bảng 1. Chỉ tiêu chủ yếu"."""
BODY = re.compile(
    r"(?:bo|so|uy ban|ubnd|hdnd|hoi dong|van phong|vp|cac|cong an|ban|trung tam|phong|co quan|don vi|thanh tra|truong"
    r"|chi cuc|cuc|tong cuc|vu|vien|hoc vien|dai hoc|thanh pho|tinh|huyen|xa|phuong|ngan hang|kho bac|buu dien"
    r"|tong dai|tap doan|tong cong ty|cong ty|doanh nghiep|dia phuong|to chuc|mat tran|ubmttq|ub mttq|mttq|hoi"
    r"|lien doan|doan|dang uy|thanh uy|tinh uy|chinh phu|thu tuong|toa an|vien kiem sat|thue|bao hiem|dai|bao|quan"
    r"|quy|to|nhom|bo phan|khoi|bo chi huy|bo tu lenh|vnpt|viettel|thong tan|co so|lanh dao|toan the|chanh van phong"
    r"|truong phong|benh vien|thanh doan|tinh doan|lien minh|lien hiep|hiep hoi|bao tang|thu vien|don bien phong"
    r"|cang vu|khoa|cong doan|truong khoa|bo mon"
    r"|doi(?= (?:\w+ ){0,3}(?:so )?\d| (?:thanh tra|canh sat|csgt|quan ly|kiem)))\b"
)
"""Words with which the name of a unit begins."""
NO_BODY = seldom(
    r"(?:xa hoi|to chuc can bo|bao chi|bao ve|quan ly|quan he|quan tri|dai bieu|hoi nhap|quy hoach|doan ket|so huu"
    r"|cnch\b|khoa (?:hoc|giao))\b"
)
"""Words that only look like the head of a unit's name."""
LOWER_BODY = seldom(r"(?:bo|so|co quan|don vi|dia phuong|to chuc|doanh nghiep|ubnd|uy ban|cong an|co so|mttq)\b")
"""Those that begin another name even when written small after a comma."""
LIST_ENDS = seldom(r"(?:lien quan|khac)$|^co so [^,]*, (?:chua benh|giao duc|dao tao)$")
AFTER_LIST = seldom(r"(?:co so|doanh nghiep|hiep hoi|nha truong|benh vien|to chuc|hoi)\b")
"""What ends a list of bodies in general, and begins another name after it, though written small."""
FIRM = seldom(r"(?:tap doan|tong cong ty|cong ty|vnpt|viettel|fpt|ngan hang)\b")
COLLECTIVE = seldom(
    r"^(?:cac|nhung|toan the|tat ca|moi)\b|^(?:cac )?(?:bo|so),? (?:ban|nganh|co quan)"
    r"|^(?:bo|so|ban|nganh|co quan|don vi|to chuc|dia phuong)\b(?=[, ]).*lien quan$"
)
"""Names that stand for several units."""
DUTY = seldom(
    r"(?<!dich vu)\s+(?:dau moi|chu tri|chiu trach nhiem|theo chuc nang|theo doi|tham muu|tong hop(?! *$)|tong ket"
    r"|(?<!cong )trinh"
    r"|trien khai|phoi hop|huong dan|thuc hien|doi voi|de xuat|nghien cuu|(?<!: )xay dung(?=,)"
    r"|(?<!dau tu )(?<!quy hoach )(?<!tu van )xay dung (?!va)"
    r"|ra soat|don doc|theo quy dinh"
    r"|thuoc linh vuc|truc tiep|theo phan cap|lap, dieu chinh|chi dao)\b"
)
"""Where a cell stops naming the unit and begins to say what it does."""
BARE_BODY = seldom(r"(?:cac )?(?:truong|phong|ban|vu|cuc|to|bo phan|van phong|trung tam|vien|khoi|nhom)(?: cong tac)?")
"""The head of a unit's name without the name."""
UNITS_OF = seldom(r"(?:cac )?(?:don vi|co quan|to chuc) .{4,60}\bthuoc (?:bo|so|tinh|thanh pho|ubnd|truong)\b.{0,20}")
"""Several units called by what they do: "các đơn vị xây dựng pháp luật thuộc Bộ"."""
ABOVE = seldom(r"(?P<own>\S+(?:\s+\S+){2,})\s*\((?:trực thuộc |thuộc )?(?:Bộ|Ủy ban|UBND|Sở)\s[^()]+\)")
"""A unit with the one above it in a bracket: "Cục Hải quan (Bộ Tài chính)"."""
DITTO = seldom(r"\W*(?:nt|n\.t|như trên|″|〃|”|\"|''|như (?:mục|dòng|nhiệm vụ) trên)\W*", re.IGNORECASE)
"""A cell that says what the one above it says."""
SHARED_HEAD = seldom(r"(?P<several>(?:các|Các)\s+)?(?P<head>[Bb]ộ|[Ss]ở):?\s+(?P<rest>\S.*)")
"""A name that may be several, of which the first alone has the head: "Bộ Xây dựng, Công Thương"."""
TYPES = (
    "kế hoạch",
    "chương trình",
    "đề án",
    "quyết định",
    "nghị quyết",
    "chỉ thị",
    "thông báo",
    "công văn",
    "hướng dẫn",
    "phương án",
    "chiến lược",
)
HEADING_KINDS: tuple[tuple[str, str], ...] = (
    ("viewpoint", r"quan diem|nguyen tac"),
    ("area_objective", r"muc tieu cu the|chi tieu"),
    ("objective", r"muc tieu|muc dich|yeu cau"),
    ("solution", r"giai phap"),
    ("organization", r"to chuc thuc hien|phan cong|trach nhiem|che do bao cao|kinh phi"),
    ("body_task", r"nhiem vu"),
    ("focus", r"trong tam"),
    ("content", r"noi dung|thoi gian"),
)
KIND_FIRST = seldom(
    r"(?:(?:ve|cac|mot so|nhung)\s+)?(?:quan diem|nguyen tac|muc tieu|chi tieu|muc dich|yeu cau|giai phap|phan cong"
    r"|to chuc thuc hien|trach nhiem|che do bao cao|kinh phi|nhiem vu|trong tam|noi dung|thoi gian)\b.{0,25}"
)
"""The beginning of a heading below another that says of what kind it is. Folded."""
SECRET = seldom(r"^(?:(?:Số\s*:.*[\s(])?(?:TUYỆT MẬT|TỐI MẬT|MẬT)|(?i:độ mật)\s*:?\s*(?i:tuyệt mật|tối mật|mật))$")
"""Alone on a line or in a cell, or behind the number."""
KNOWN_CAPITALS = seldom(
    r"(?:UBND|HĐND|UBMTTQ|MTTQ|TTHC|CCHC|QPPL|VBQPPL|CBCC|CBCCVC|CNTT|CĐS|DVC|DVCTT|PAR|INDEX|SIPAS|PAPI|PCI|DTI|NSNN|KTXH"
    r"|QLNN|TCCB|KHTC|GDĐT|KHCN|TTTT|VHTT|TNMT|NNMT|BHYT|BHXH|THPT|THCS|KPI|ODA|FDI|OCOP|GRDP|GDP|ICT)"
)
"""Abbreviations that every office writes."""
