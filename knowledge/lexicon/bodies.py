"""Names of bodies: how they begin, and those that stand for several, or for those of a level."""

from __future__ import annotations

import re

from knowledge.lexicon.questions import phrase, phrases

_KIND = "(?:xã|phường|thị trấn|đặc khu|huyện|quận)"
SEVERAL_BODIES = re.compile(
    rf"(UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân) các ({_KIND}(?:, ?{_KIND})*)", re.IGNORECASE
)
OF_LEVEL = re.compile(r"(UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân) cấp (tỉnh|huyện|xã)", re.IGNORECASE)
"""As printed."""
CALLED_BY_LEVEL = frozenset(("xã", "huyện"))
"""Kinds that stand for all of their level: "UBND cấp xã"."""
NAME_HEADS = phrase("phòng sở ban bộ chi cục vụ viện")
"""With what names of units begin; initials are often said without. Folded, as all below."""
OFFICES = phrases(
    "vụ, viện, học viện, trường, đại học, văn phòng, nhà xuất bản, báo, tạp chí, đài, tòa án, kho bạc, hội, đoàn, "
    "liên đoàn, tổng cục, thanh tra, ban, tổ, công ty, tổng công ty, tập đoàn, ngân hàng"
)
"""Bodies of which it is asked which one leads, in a plan that has such: "vụ nào"."""
WHICH_ONE = "nào"
LEADING = ("tham mưu", "soạn", "soạn thảo", "trình", "đứng đầu", "lo", "gánh", "đảm nhiệm")
"""With which it is asked who does it: "vụ nào tham mưu"; as spelt."""
OF_MEMBERS = phrases("mặt trận, mttq, hội, đoàn, liên đoàn, tổng liên đoàn, bộ đội")
"""With what the name of an organisation begins inside that of its head office: "Trung ương Hội Nông dân Việt Nam"."""
OF_COUNTRY = phrase("việt nam")
NAMES_OF_NOBODY = frozenset(phrases("bộ, sở, ban, ngành, cơ quan, đơn vị, tổ chức"))
"""Names that a plan's cells give to whoever is concerned: in a question they name nobody."""
NO_BODY_ALONE = frozenset(phrase("trường xã phường tỉnh huyện thành thị các"))
"""Heads of names that by themselves are things or places: "trường nào" need not be who does something."""
AND = phrase("và")
OF_NO_FIELD = frozenset(phrases("tỉnh, huyện, xã, phường"))
"""Bodies that are named by their place: "tỉnh xây dựng kế hoạch" names none."""
PLACES = phrases("tỉnh, tỉnh thành, thành phố, địa phương, tỉnh thành phố")
"""What is asked which of its kind has most of something."""
LEVELS = phrases("thành phố, thị xã, tỉnh, huyện, xã, phường")
"""What a place is."""
SECTOR = phrase("ngành")
NO_NAMES = frozenset(phrase("gửi nộp trình lập ký cử nhận chênh thường xã phường chậm sớm trước"))
"""What a body does or is compared by, and is not called: "xã phường gửi báo cáo", "cấp xã chênh nhau mấy điểm"."""
NO_NAMES_SPELT = frozenset(("họp",))
"""The same where another word is written alike without marks ("hợp"); as spelt."""
CALLED_BY_HEAD = phrases("cảng vụ, kho bạc, ngân hàng nhà nước, bưu điện, tỉnh đoàn, thành đoàn")
"""How begin the names of those who are called so, where a plan has one of them."""
FORMS = phrases("công ty cổ phần, tổng công ty, công ty tnhh, tập đoàn, công ty")
"""With which the name of a company begins, and which people leave out."""
