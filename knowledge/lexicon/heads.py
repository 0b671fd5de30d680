"""Words by which the head of a plan document is understood, as they are printed."""

from __future__ import annotations

import re

NUMBER = re.compile(r"^\W*Số\s*:\s*(.{0,60}?)(?=\s{2,}|\s+[A-ZĐ]\w+[\w\s.\-]*,\s*ngày|$)")
SYMBOL = re.compile(r"(\d+(?:[./-]\d{4})?)\s*[-/]\s*((?:\d{4}/)?[A-ZĐ][\w\-&]{1,30}(?:/[A-ZĐ][\w\-]*)*)")
DATED = re.compile(r"[\w .\-]{2,40},\s*ngày\s*(\d{0,2})[\s.…]*tháng\s*(\d{0,2})[\s.…]*năm\s*(\d{4})", re.IGNORECASE)
ANY_DATE = re.compile(r"ngày\s+(\d{1,2})(?:\s+tháng\s+|[/.-])(\d{1,2})(?:\s+năm\s+|[/.-])(\d{4})")
MOTTO = re.compile(r"CỘNG H[OÒ]A\s+XÃ HỘI.*|Độc lập\s*[-–].*|ĐẢNG CỘNG SẢN VIỆT NAM.*|[_\-–]{3,}", re.IGNORECASE)
NEXT_HEAD = re.compile(r"CỘNG H[OÒ]A\s+XÃ HỘI")
"""With what the head of another paper begins, below the signature of one that issues it."""
MOTTO_CUT = re.compile(r"CỘNG H[OÒ]A\s+XÃ HỘI(?!.*VIỆT NAM)", re.IGNORECASE)
BODY = re.compile(
    r"(?:SỞ|PHÒNG|BAN|CHI CỤC|CỤC|TRƯỜNG|TRUNG TÂM|CÔNG AN|THANH TRA|CÔNG TY|TỔNG CÔNG TY|BỆNH VIỆN|VIỆN|HỌC VIỆN"
    r"|UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|CHI NHÁNH|ĐẢNG ỦY|VĂN PHÒNG)\b"
)
"""How the name of an agency begins that stands below another."""
ISSUED_WITH = re.compile(
    r"^\(.{0,12}kèm theo (?:quyết định|nghị quyết|kế hoạch|chương trình|chỉ thị)\s+(số\s*:?\s*\S+)\s+(ngày.{8,28})",
    re.I,
)
"""The paper that issues an annex or an attached plan, where the plan has no number of its own."""
BASIS = re.compile(r"^[-–\s]*(?:Căn cứ|Thực hiện|Theo đề nghị|Xét đề nghị)\b", re.IGNORECASE)
PERIOD = re.compile(r"(?:giai đoạn|nhiệm kỳ|từ năm)?\s*\b(20\d\d)\s*(?:-|–|—|đến(?: năm)?)\s*(20\d\d)\b", re.IGNORECASE)
YEAR = re.compile(r"\bnăm\s+(20\d\d)\b", re.IGNORECASE)
TITLE_END = re.compile(
    r"^(?:\(|[_\-–*]{2,}|[ivx]+\s*[.)]|\d+\s*[.)])"
    r"|^(?:căn cứ|thực hiện|theo|xét|phần|phụ lục|điều|chương|mục|kính gửi|quyết nghị|chủ tịch|giám đốc|thủ tướng"
    r"|nơi nhận)\b",
    re.IGNORECASE,
)
FIRST = frozenset(("1", "01", "I", "A"))
"""Numbers of the first part of a text."""
PROPER = re.compile(r"\b(?:chính phủ|quốc hội|đảng|nhà nước|việt nam)\b")

PLAN_TYPES = frozenset({"kế hoạch", "chương trình", "đề án", "phương án", "chiến lược"})
"""Documents that are a plan, not the decision that issues one."""
CARRIES_OUT = "thực hiện"
"""Ends no title as its second line: "KẾ HOẠCH / Thực hiện Nghị quyết số …"."""
ENCLOSED = "kèm theo"
NUMBER_SIGN = "Số"
NUMBER_LEFT = re.compile(r"^(?:Số\s*:\s*)?(?:\S*[/-]\S*|[A-ZĐ]{2,})\s+")
"""What is left of the number beside the date: "QĐ-TTg Hà Nội, ngày 13 tháng 5 năm 2026"."""
DAY_IN_FULL = re.compile(r"ngày\s+\d+\s+tháng\s+\d+\s+năm\s+\d{4}")
OWNER = re.compile(r"\bcủa\s+((?:Sở|Bộ|UBND|Ủy ban|Phòng|Ban|Chi cục|Cục|Trường)\s[^.;,()]{3,80})$")
MAKER = re.compile(r"^((?:Sở|Bộ|UBND|Ủy ban nhân dân|Phòng|Chi cục|Trường)\s[^.;()]{3,80}?)\s+(?:xây dựng|ban hành)")
"""An agency named in the title, or in the text, where none stands above the number."""
MOTTO_ENDS = "VIỆT NAM"
GAZETTE = "CÔNG BÁO"
GAZETTE_LINE = re.compile(r"^CÔNG BÁO\s*/\s*Số\s.*\d$")
"""What the gazette prints at the top of each of its pages."""
GROUND = re.compile(r"^[-–\s]*Căn cứ\b")
AUTHORITY = re.compile(r"^(?:TM\.|KT\.|TL\.|TUQ\.|Q\.)")
AUTHORITY_BESIDE = re.compile(r"\b(?:TM|KT|TL|TUQ)\.\s*[^\d_.;,/a-z]{4,60}$")
NAME_BESIDE = re.compile(r"(?:^|[;.,/]\s+)((?:[^\W\d_a-z][^\W\d_A-Z]*\s){1,4}[^\W\d_a-z][^\W\d_A-Z]*)$")
"""The same, and the signer's name, at the end of a line of recipients."""
SIGNATURE = re.compile(r"^(?:Ký bởi|Người ký|Cơ quan|Email|Chức vụ|Ngày ký|Thời gian ký)\s*:.*", re.IGNORECASE)
"""What a digital signature prints of itself at the top of the first page."""
NUMBER_OR_DAY = re.compile(r"^\W*Số\s*:|\bngày[\d\s]*tháng[\d\s]*năm\b", re.IGNORECASE)
STUCK = re.compile(r"\b(ngày|tháng|năm)(?=\d)", re.IGNORECASE)
"""A word of a day that a stamped number stands close to."""
SIGNED = "ky"
"""Says that somebody signed ("đã ký"). Without marks."""
NO_SIGNER = re.compile(r"^(?:Nơi nhận|-|Phụ lục)", re.IGNORECASE)
PLACES = frozenset({"tỉnh", "huyện", "xã", "phường", "phố"})
OFFICES = frozenset({"sở", "bộ", "ban", "phòng"})
NAMED_BY_FIELD = frozenset({"sở", "bộ"})
"""Offices whose whole name is written large: "Sở Văn hóa, Thể thao và Du lịch"."""
JOINING = frozenset({"và", "-"})
SHORT_NAMES = frozenset({"ubnd", "hđnd"})
