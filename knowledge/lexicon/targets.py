"""Words with which plans print targets: what bounds a value, what it is said with, by when. As printed."""

from __future__ import annotations

import re

from knowledge.patterns import seldom

_LEAST = r"tối thiểu|ít nhất|không dưới|không thấp hơn|không ít hơn"
_MOST = r"tối đa|không quá|không vượt quá"
MORE_OR_LESS = {"more": r"trên|hơn|>|vượt", "less": r"dưới|<|ít hơn"}
BOUNDS = {
    "down": r"giảm(?:\s+(?:bình quân|tối thiểu|ít nhất|trên|từ|mỗi năm|hằng năm|hàng năm|thêm))*",
    "least": rf"{_LEAST}|từ|trở lên|≥|>=|trên mức",
    "most": rf"{_MOST}|nhiều nhất|≤|<=",
    **MORE_OR_LESS,
}
"""What stands before a percentage: by how much less it is, at least, at most, more than, less than it."""
_WHILE = r"(?:trong vòng|trong thời hạn|chậm nhất|muộn nhất)(?:\s+là)?(?=\s+\d+\s+(?:giờ|phút|ngày|tuần|tháng)\b)"
BOUNDS_OF_COUNTS = {"least": rf"{_LEAST}|≥|>=", "most": rf"{_MOST}|≤|<=|{_WHILE}"}
"""The same before a number of things, which without such a word may be anything."""
AND_MORE = seldom(r"\s*trở lên")
"""After a value: at least so much."""
AND_ON = seldom(r"\s*trở (?:lên|xuống)")
"""After a value that is said with it."""
PERCENT = r"%|điểm %|phần trăm"
A_YEAR = r"/năm"
ABOUT, IS = "khoảng", "đạt|ở mức|là|chiếm|xuống còn|còn"
FROM_ON = r"từ(?=\s+[\d.,]+[^,.;:()\d]{0,40}\strở (?:lên|xuống)\s*(?:[.,;(]|$))"
"""Before an amount that is the least or the most: "từ 3,85 điểm trở lên"."""
OF_WHAT = "kim ngạch|giá trị|doanh thu|sản lượng|diện tích|quy mô"
"""Between such a word and the value: "đạt kim ngạch 10 tỷ USD"."""
EVEN = f"{ABOUT}|đạt|bằng|là|phấn đấu"
"""Before a value that is to be just so much."""
COMES_TO = "đạt|duy trì|ở mức|bằng|khoảng|có|còn|phấn đấu|tăng lên|đưa vào|trồng|xây dựng"
"""Before such a word and the value."""
UP_TO = r"[-–]|đến|lên"
"""Between two amounts, from one to another."""
VERB = seldom(
    r"(?:\b(?:(?:giảm|hạ) (?:xuống )?còn|(?:giảm|hạ) xuống|(?:nâng|tăng) lên"
    r"|và|đạt|là|phấn đấu|có|còn|xuống|bảo đảm|đảm bảo|chiếm|duy trì|ở mức)\s*)+$",
    re.IGNORECASE,
)
"""Verbs between what is measured and its value."""
BY_YEAR = r"(?:(?:ngay\s+)?(?:đến|tới|vào|trong|hết|cuối|từ)\s+)?(?:(?:hết|cuối)\s+)?năm|(?:đến|tới|vào|hết|cuối)"
"""What stands before the year by which something is to be reached."""
HORIZON = seldom(
    r"(?:ngay\s+)?(?:đến|tới|trong|hết|cuối|vào|từ)\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?(20\d\d)|^năm\s+(20\d\d)(?=[,\s])",
    re.IGNORECASE,
)
BY_DATE = seldom(
    r"(?:trước|chậm nhất|muộn nhất|xong|hoàn thành)(?:\s+(?:trước|trong|vào|ngày))*\s+"
    r"(?:\d{1,2}/(?:\d{1,2}/)?|quý [IV]{1,3}(?:/|\s+năm\s+))(20\d\d)",
    re.IGNORECASE,
)
"""A day, month or quarter by which it is to be reached."""
PERIOD = seldom(
    r"^(?:(?:trong|cho|đến|tới|hết|cuối|vào)\s+)*(?:(?:giai đoạn|các năm|năm|từ năm|từ)\s+)?(?P<first>20\d\d)"
    r"(?:\s*(?:[-–—]|đến(?: năm)?)\s*(?P<last>20\d\d))?\s*:\s*",
    re.IGNORECASE,
)
"""With what a sentence of aims begins that tells only in which years: "Giai đoạn 2023 - 2025: …"."""
SCALE = seldom(r"^(?:triệu|tỷ|tỉ|nghìn|ngàn)\s+", re.IGNORECASE)
"""What belongs to the number before it, and not to what is measured."""
JOINTS = (
    r"và|phấn đấu|tiếp tục|đạt|nâng lên|nâng|tăng lên|tăng|giảm còn|giảm xuống|giảm|(?<!trở )lên|duy trì|giữ|còn|xuống"
    r"|có|là"
    r"|ở mức|khoảng|thời điểm|tương ứng|lần lượt|con số này|tỷ lệ này|mức này|chỉ tiêu này|chiếm"
)
"""Words between the amounts of one thing for several years, which say nothing of the thing."""
CHANGES = "tăng lên|tăng thêm|tăng|giảm|nâng lên|nâng|rút ngắn|hạ|cao hơn|thấp hơn"
COMES = "xuống còn|xuống|lên đến|lên tới|lên|còn|tăng lên|giảm còn|giảm xuống|nâng lên|thành"
"""What is done to a value; and what stands between the one from which and the one to which it comes."""
BY_HOW_MUCH = "ít nhất|tối thiểu|thêm|bình quân|khoảng|trên"
ASIDE = seldom(r"(?:so|theo|trên|trong|tại|của|bằng|qua|thông qua|ở|đối với|như|tính)\b", re.IGNORECASE)
"""Begins what is said after the last amount and names no other thing: "so với năm 2025", "theo quy định"."""
NO_STEP = seldom(
    r"\([^()]*\)|so (?:với|cùng kỳ)(?: năm)? 20\d\d|kể từ năm 20\d\d|giai đoạn 20\d\d\s*[-–]\s*20\d\d|từ 20\d\d"
    r"|ngày [\d/]+"
    r"|\d+ tuổi|\d+ [^\W\d_]+ trở (?:lên|xuống)|(?:sau|trong vòng|trước|hơn) \d+ (?:giờ|phút|ngày|tuần|tháng|năm)\b",
    re.IGNORECASE,
)
"""Years and amounts that are no step: of a comparison, in brackets, of days, of an age, of a while."""
VAGUE = seldom(r"^(?:trong (?:số )?đó|tiếp tục|phấn đấu|bảo đảm|trở lên)\b", re.IGNORECASE)
"""The beginning of what says too little of what is measured."""
INSIDE = seldom(r"^(?:trong (?:số )?(?:đó|này)[,:]?|riêng)\s+", re.IGNORECASE)
BARE = seldom(
    r"(?:tầm nhìn|con số này|tỷ lệ này|mức này|chỉ tiêu này|nâng lên|và|phấn đấu|đến|năm|giảm|tăng|đạt|20\d\d|ít nhất"
    r"|[\s,])*",
    re.IGNORECASE,
)
"""What a part says that leaves out what it is of: the one before it has that."""
AFTER_THINGS = (
    r"được|có|trong|vào|của|để|cho|theo|đến|tới|từ|trên|tại|là|đạt|hoàn thành|ban hành|với|và|mỗi|hằng|hàng|thuộc|ở"
    r"|đối với|so"
)
"""Words that follow the name of what is counted."""
NOT_THINGS = r"trở|so|năm 20|lần so|giai đoạn"
"""What follows a number that counts nothing."""
MEASURES = (
    r"tỷ lệ|tỉ lệ|mức|tốc độ|chỉ số|số lượng|số|thời gian|diện tích|hồ sơ|thu nhập|năng suất|giá trị|sản lượng|quy mô"
    r"|tổng|kim ngạch|doanh thu|điểm|thu ngân sách|dân số|công suất|mật độ|tuổi thọ"
)
"""How begins what the amounts of a list are of: "Tỷ lệ hồ sơ đúng hạn: …"."""
MADE = (
    r"tạo|thành lập|xây dựng|trồng|đào tạo|hình thành|phát triển|thu hút|hỗ trợ|bồi dưỡng|xóa|kết nối|cấp|lắp đặt"
    r"|tổ chức|hoàn thành|vận động|ban hành|mở|kết nạp|tiếp nhận|ghi nhận|cắt giảm|giảm|trang bị|bố trí|tuyển|công nhận"
    r"|sửa chữa|nâng cấp|khởi công|tiêm|khám|kiểm tra|thanh tra|giải quyết|sinh hoạt|công bố|có"
)
"""Verbs of things that are to be made, or reached by somebody."""
MAKER = (
    r"(?:(?:đến|trong|hết|cuối|năm)\s[^\d,]{0,12}20\d\d,?\s+)?(?:(?:mỗi|từng|toàn|các)\s[^\d,;:]{2,50}?\s)?"
    r"(?:(?:phấn đấu|tiếp tục)\s+)?"
)
"""What may stand before such a verb: by when, and who it is to make them."""
NO_COUNT = seldom(
    r"\b(?:số|ngày|tháng|quý|năm|điều|khoản|mục|thứ|khóa|kỳ|cấp|mức|loại|hạng|lớp|bậc|tuổi|trước|sau|trong|từ|đến|nhóm"
    r"|đề án|chỉ thị|nghị quyết|kế hoạch|quyết định|thông tư|nghị định|luật|chương trình|công văn|quốc lộ|tỉnh lộ|đường"
    r"|khu vực|vùng|tổ|đội|phường|quận|tổng đài|biểu|bảng|phụ lục|tiêu chí|chỉ tiêu)$",
    re.IGNORECASE,
)
"""The word before a number that counts nothing: "Nghị quyết số 15", "trước ngày 20"."""
TIMES = seldom(r"(?:giờ|phút|ngày|tuần|tháng|năm)\b", re.IGNORECASE)
MONEY = seldom(r"(?:nghìn |triệu |tỷ )*(?:đồng|USD)\b|(?:triệu|tỷ)\b", re.IGNORECASE)
DOWN = seldom(r"\b(?:cắt giảm|giảm)$", re.IGNORECASE)
STEP = seldom(r"(?:quý [IV]+|\d+ tháng|tháng \d+|học kỳ|đợt \d)", re.IGNORECASE)
"""How a part begins that tells the value at one time of the year."""
DOES = seldom(
    r"(?:(?:tạo|thành lập|xây dựng|trồng|đào tạo|phát triển|hỗ trợ|bồi dưỡng|kết nối|cấp|lắp đặt|hoàn thành|cung cấp"
    r"|số hóa|rà soát|cắt|đơn giản hóa|thực hiện|triển khai|đưa|tổ chức|bảo đảm|đảm bảo|tuyên truyền|tập huấn"
    r"|giải quyết|việc|và|phấn đấu|cơ bản)[\s,]*)+",
    re.IGNORECASE,
)
"""What is done, without to what: "hoàn thành số hóa"."""
STOOD_BEFORE = r"ước|hiện|(?:năm )?20\d\d|thực hiện|kết quả|cùng kỳ"
"""How a bracket begins that tells how things stood before."""
SITUATION = seldom(r"\b(?:thuc trang|hien trang|tinh hinh|danh gia|ket qua)\b")
"""What the heading of a part says in which the year of one paragraph holds for the next. Folded."""
STOOD = "năm {year}: {value}"
"""Tells a value of a year before, beside a target."""
SUBJECT = seldom(r"^[Vv]ề\s[^\d:;]{3,80}:\s+")
"""What a paragraph of aims begins with that only says of what it speaks: "Về lao động: …"."""
NUMBERED = r"mức độ|cấp độ|cấp|loại|hạng|bậc|mức|nhóm|lần thứ|thứ|số|quý|tháng|điều|khoản"
"""Before a number that names one of several and counts nothing: "mức độ 4"."""
UNITS_IN_CAPITALS = frozenset(("USD", "VND", "VNĐ", "EUR", "GDP", "GRDP", "MW", "GW", "KWH", "TEU", "HA", "TB", "GB"))
"""Units of amounts that are printed in capitals, unlike the short names of things."""
A_WHILE = r"(?:trong|trong vòng|sau)\s+\d+\s+(?:giờ|phút|ngày|tuần|tháng|năm)\b"
"""Within which time something is done: no amount of a thing."""
BESIDES = seldom(r"^(?:ngoài|bên cạnh|cùng với)\s[^:;%]{3,80}:\s+", re.IGNORECASE)
"""What a paragraph of aims begins with that only tells where the others stand: "Ngoài các chỉ tiêu tại Bảng 1: …"."""
NOT_TO_BE = seldom(r"^(?:không (?:để|có|phát sinh|còn)|chấm dứt|hạn chế)\b", re.IGNORECASE)
"""How begins what is not to happen; an amount in it is none to be reached."""
FROM = seldom(r"\s+(?:giảm|tăng|nâng|rút ngắn)\s+từ\s+\d[^;]*$", re.IGNORECASE)
"""The end of what is measured that tells from where it is to come."""
EACH = seldom(r"mỗi\b(?!\s+(?:năm|tháng|quý))", re.IGNORECASE)
"""How begins for whom a number of things is."""
CUT = seldom(r"\bcắt$", re.IGNORECASE)
"""The first half of a verb of which the bound is the other: "cắt giảm"."""
OF_ALL = seldom(r"^trong\b", re.IGNORECASE)
"""A part of what was said before, and not what holds for some alone ("riêng …")."""
COMMON_WORDS = seldom(
    r"(?:va|cua|cac|cho|duoc|den|tren|duoi|ty|ti|le|dat|toi|thieu|it|nhat|so|luong|muc|trong|nam|theo|ve|voi|la|co|tai"
    r"|do|tu|mot|nhung|bao|dam|phan|dau|tong|cong|hang|moi|khong|qua|hon|vao|de)"
)
"""Words that say nothing about what a target measures. Without marks."""
ALL_YEAR = frozenset(("ca", "nam"))
"""Words of a target that say no more than that the value is that of the whole year. Without marks."""
EVERYWHERE = frozenset(
    ("nguoi", "dan", "tren", "pham", "vi", "toan", "quoc", "ca", "nuoc", "tinh", "bo", "dia", "ban", "nganh")
)
"""Words of a target that say no more than that all of it is meant. Without marks."""
LED_BY = "Chủ trì: "
HEADED = "Thuộc mục: "
NOTED = (
    ("lead", LED_BY),
    ("cooperating", "Phối hợp: "),
    ("product", "Sản phẩm: "),
    ("deadline", "Thời hạn: "),
    ("note", ""),
)
"""What a row of indicators says beside its value; a target has no field for it."""
NO_MORE_THAN_VALUES = seldom(
    r"\W*(?:muc tieu|chi tieu|gia tri|ket qua|ke hoach|nam|giai doan|thuc hien|den|(?:19|20)\d\d|\d)"
)
"""How a header begins that says of its values no more than that they are values. Without marks."""
HAS, UP = "có", "lên"
