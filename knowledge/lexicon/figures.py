"""Words with which figures are added up and compared. Folded."""

from __future__ import annotations

from knowledge.lexicon.questions import phrase, phrases
from knowledge.patterns import seldom

SUMS = phrases("tổng cộng, tổng số, tổng, cộng lại, gộp lại, cộng với nhau, cộng vào, cộng (với|thêm|hết)")
"""The sum of several is asked for; "cộng" alone is written like "công" without marks."""
MEANS = phrases("trung bình cộng, trung bình, bình quân")
APART = phrases(
    "(cao|thấp|nhiều|ít|lớn|nhỏ|kém) hơn, hơn kém, hơn, kém, chênh (lệch|nhau), chênh, cách (nhau|biệt), khoảng cách"
)
"""By how much one is above another, or which of them is; "kém" is written like "kèm" without marks."""
OPERATING = frozenset(phrase("hơn kém chênh cách khoảng tổng cộng gộp trung bình"))
"""One of these is said where any of the above is."""
GROWS = phrases("tăng thêm, tăng, giảm, lên, xuống, thay đổi, so với, cải thiện")
"""By how much one changes from a year to another."""
ANY_ROW = phrases("đơn vị, địa phương, nơi, bên, chỗ, tỉnh thành")
"""What any row of a table may be called."""
SECTOR = phrase("ngành")
CALLED, OF_SECTOR, ROW = "tỉnh, thành phố", "ngành, lĩnh vực", "đơn vị"
"""What the rows of a table are called that are places, or neither places nor bodies, or anything; as told."""
ENDS = phrases("(cao|thấp|lớn|nhỏ) nhất")
"""With which it may be left out what is measured; "nhiều nhất" may be of tasks."""
JOINS = frozenset(phrase("và với hay hoặc vs"))
"""Between two that are named."""
BESIDE = frozenset(
    phrase(
        "nơi bên cái nào bao nhiêu mấy điểm bậc phần trăm đạt đặt giao mỗi từng cả các những toàn bộ tất giữa với và "
        "của là thì có ở trong năm đến vào cho hay hoặc so chỉ tiêu mục mức độ số lượng % tính ra trên dưới hai ba bốn "
        "kế hoạch chênh cao thấp nhất hơn vậy thế danh sách liệt kê tới từ trở lên xuống chưa không được phải "
        "một cùng lại nhau nhiều ít lớn nhỏ kể sánh nhanh chậm"
    )
)
"""Words that say no more of what is measured."""
WHICH_YEAR = phrases("năm nào, khi nào, bao giờ")
OF_RANK = seldom(r"\b(?:thu hang|thu bac|xep hang|hang thu)\b")
"""What says of a figure that it is a rank, of which the lower is the better."""
_HOW = r"(?:(?:cao|thap|nhieu|it|lon|nho|dai|ngan|tot|kem) )?"
BETWEEN = seldom(rf"\s(?:so voi|va|voi|vs|hay|hoac|{_HOW}hon(?: so voi)?|cong (?:voi|them)|cong)\s|\s?,\s")
"""What may stand between two figures that are compared, or added up."""
BESIDE_OF = phrase("so với")
ADDED, ADDED_SPELT, ADDED_SURELY = "cong", "cộng", ("voi", "them")
"""What is "cộng" and no "công", as it is typed with marks, or by what follows."""
BEFORE = seldom(
    r"(?:so sanh|(?:muc )?chenh(?: lech)?|khoang cach|giua|cua|(?:hai|2|cac) (?:chi tieu|muc tieu)|chi tieu"
    r"|(?:trong |den |vao )?nam 20\d\d|[,:])(?:\s+|$)"
)
"""What may stand before the first of them."""
_OF = r"(?: cua)?\s+(?:(?:hai|2|cac) )?(?:(?:chi tieu|muc tieu)\s+)?"
SUM_BEFORE = seldom(rf"tong(?: cong| so)?{_OF}")
MEAN_BEFORE = seldom(rf"(?:trung binh(?: cong)?|binh quan){_OF}")
"""The same where they are added up."""
TOGETHER = phrases("cộng lại, gộp lại, cộng với nhau, cộng (với|thêm|hết)")
"""With which they are added up wherever it is said."""
_WHICH = "noi|cai|viec|nhiem vu|hang muc|ben|chi tieu|nganh|chi so|muc tieu|muc|dang|dau|tinh|dia phuong|cho"
_HOW_MANY = r"may(?: (?:diem|bac|phan tram|lan|nghin|trieu|ty|luot|nguoi|km|nam|dong|ho|cai)\b|\W*$)"
BEHIND = seldom(
    rf"[\s,;:]+(?:thi\s+)?(?:(?:{_WHICH})\s+nao\b|chenh\b|cach nhau|khac nhau|cong lai|gop lai|la bao nhieu|la may"
    rf"|bao nhieu|{_HOW_MANY}|hon kem|the nao|{_HOW}hon\W*$|(?:den|nam|vao|trong|toi) (?:nam )?20\d\d\W*$)"
)
"""What asks, behind them; "mấy" is written like "máy" without marks."""
MONEY = seldom(r"(?:tong )?(?:muc |so )?(?:kinh phi|du toan|chi phi|von|so tien|tien)\b")
"""How a column is called that tells what a task costs, and how it is asked for."""
OF_MONEY = seldom(rf"\s*{MONEY.pattern}(?: (?:thuc hien|cho|cua|de|lam|danh cho))*\s+")
"""The same before the words of what it is."""
MONEY_SAID = phrases("kinh phí, dự toán, chi phí, tốn, số tiền, vốn")
