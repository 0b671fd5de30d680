"""Words of tables that set indicators for each of several units. Folded, but for those of printed headers."""

from __future__ import annotations

import re

from knowledge.lexicon.questions import phrase, phrases
from knowledge.patterns import seldom

OF_ALL = re.compile(
    r"(?:toan (?:truong|tinh|xa|phuong|nganh|so|thanh pho|don vi|huyen|quoc|quan|tong cong ty|cong ty|vien|benh vien"
    r"|dia ban|thi xa|dac khu)|ca nuoc|tong(?: cong| so)?)\b"
)
"""A row for all the units together."""
OWN_LEVELS = phrases(
    "tổng công ty, công ty, tập đoàn, thành phố, thị xã, thị trấn, đặc khu, tỉnh, huyện, quận, xã, phường, trường, "
    "bệnh viện, ngành"
)
"""The kinds of body that a plan may be of as a whole."""
SECTORAL = (phrase("sở"), phrase("ngành"))
"""How a body of one sector is called."""
ALL_OF = frozenset({"toan", "cua", "ca"})
"""What stands before these where all of the body is meant."""
SUM_ROW = seldom(r"(?:[Σ∑σ]\s*)?(?:tong|cong|toan)\b(?! (?:an|ty|doan|dong|tac|trinh)\b)|[Σ∑σ]")
"""How the row begins that adds up the others."""
SUM_SIGN = seldom(r"^[Σ∑]\s*")
TOTAL = "Tổng cộng"
"""What the row for all is called that prints a sign or "Cộng" alone."""
NONE_SET = "x"
"""What stands in a cell for which no aim is set."""
UNIT, YEAR = "Đơn vị", "Năm"
"""How the column of units is called of a table in which they stood across, and those of its years."""
UNTITLED = "Chỉ tiêu"
"""What a table sets of which neither header nor title says what it is."""
ALONE = seldom(r"(?:cong|tong)?[ .:]*")
SUM_COLUMN = seldom(
    r"(?:tong(?: cong| so)?|cong|ca (?:giai doan|nhiem ky|ky|ke hoach|\d nam|nam nam)|(?:tong )?(?:ca )?giai doan"
    r"(?: (?:tu )?20\d\d ?[-–] ?20\d\d)?|ca ky)[ .:]*"
)
"""A column that adds up those of the years."""
OF_AMOUNTS = frozenset({"so", "luong", "tong", "moi"})
"""Words of a header that only say that something is counted."""
PART_OF_YEAR = seldom(r"(?:quy|thang) (?:[ivx]{1,4}|\d{1,2})|(?:6|9|sau|chin) thang(?: dau nam| cuoi nam)?|ca nam")
"""A column that says only for what part of the year it is."""
WHOLE_PERIOD = "cả giai đoạn {first} - {last}"
"""How a column is called that adds up the years."""
OF_PERIOD = seldom(r" cả giai đoạn 20\d\d - 20\d\d$")
"""How what it measures ends."""
PERIOD_SAID = phrases(
    "cả giai đoạn, toàn giai đoạn, cả kế hoạch, cả nhiệm kỳ, tổng cộng, cả (hai|ba|bốn|năm|2|3|4|5) năm, giai đoạn"
)
"""That the sum over the years is asked for."""
INDEX = seldom(r"\b(?:chi so|tieu chuan|thong so)\b")
"""What a column lists that is no unit, though it begins as one: "Bộ chỉ số"."""
ROSTER = seldom(r"\b(?:thoi gian|ngay|nam sinh|dien thoai|so quyet dinh)\b")
"""A column of a table that sets no aims."""
NO_INDICATOR = seldom(
    r"ghi chu\b.*|(?:tong |quy mo )?(?:dan so|dien tich)(?: tu nhien| trung binh| hien co)*(?: (?:nam )?20\d\d)?"
)
"""A column that only tells something of a unit: "Dân số", not "Tỷ lệ dân số dùng nước sạch"."""
MONEY = seldom(r"\b(?:kinh phi|du toan)\b")
"""A column that sets no aim by itself, but tells what a unit is given beside its aims."""
OF_YEAR = seldom(
    r"(?:\b(?:các )?(?:chỉ tiêu|mục tiêu|kế hoạch|giao|phấn đấu)\s+)*(?:\b(?:đến|cho|trong)\s+)*"
    r"(?:\bnăm\s+)?(?<!\d)20[2-9]\d(?!\d)",
    re.IGNORECASE,
)
"""What a column says of the year that it is for; as printed."""
LEVELS = phrases("thành phố, thị xã, thị trấn, tỉnh, huyện, xã, phường, đặc khu")
"""What a place of a table is."""
IN_YEARS = seldom(
    r"(?:^|\s+)(?:cuối|trong|theo|các|hằng|hàng|từng|qua các|theo từng|phân theo|của các|tính đến cuối)\s+năm$"
    r"|(?:^|\s+)(?:trong |cả )?giai đoạn(?:\s+20\d\d\s*[-–]\s*20\d\d)?$",
    re.IGNORECASE,
)
"""What a header says of all the years below it; as printed."""
AS_AIM = seldom(
    r"^(?:(?:chỉ tiêu|mục tiêu|kế hoạch|phấn đấu)(?:\s+giao|\s+về)?(?:\s+|$))+|^giao(?=\s+(?:năm|chỉ tiêu)|$)",
    re.IGNORECASE,
)
"""What a header says of all that a plan sets; as printed."""
TITLE_HEAD = seldom(
    r"^(?:(?:phụ lục|biểu|bảng)(?:\s+số)?\s*[\dIVX]*\s*[.:–-]*\s*)?(?:chi tiết\s+|giao\s+)?"
    r"(?:(?:chỉ tiêu|mục tiêu|kế hoạch|phân bổ|phân giao)\s+)*",
    re.IGNORECASE,
)
TITLE_END = seldom(
    r"\s*(?:\bgiao\s+(?:cho\s+)?(?:các|từng|công an|ubnd|đơn vị|xã|phường|điện lực|trung tâm|trường|sở|khoa|phòng)\b"
    r"|\bcủa\s+(?:các|từng)\b|\bcho\s+(?:các|từng)\b|\b(?:phân )?theo\s+(?:năm|từng|đơn vị|địa bàn)\b"
    r"|\b(?:đến |trong )?(?:năm|giai đoạn)\s+20\d\d|\(|\b(?:đơn vị tính|đvt)\b).*$",
    re.IGNORECASE,
)
"""How the title of a table begins and ends beside what it measures; as printed."""
MEASURE_SAID = seldom(r"(?:đơn vị tính|đvt|đơn vị)\s*:\s*([^()\d:;,.]{1,25}?)\s*(?:[).;]|$)", re.IGNORECASE)
"""The unit of all the amounts of a table, beside its title; as printed."""
PLACES = seldom(
    r"(?:công an |ubnd |ủy ban nhân dân |đảng ủy |trạm y tế )?(?:xã|phường|thị trấn|đặc khu|huyện|thị xã|quận"
    r"|thành phố|tỉnh)\s+",
    re.IGNORECASE,
)
"""The head of the name of a place, which is called without as well; as printed."""
