"""How questions are compared: what they are after, by their asking words; words that make no difference; words that do
alone."""

from __future__ import annotations

from collections.abc import Mapping

AFTER: Mapping[str, tuple[str, ...]] = {
    "who": (
        "ai",
        "phòng nào",
        "đơn vị nào",
        "bên nào",
        "bộ phận nào",
        "cơ quan nào",
        "người nào",
        "ban nào",
    ),
    "when": (
        "khi nào",
        "bao giờ",
        "lúc nào",
        "chừng nào",
        "ngày nào",
        "ngày mấy",
        "tháng nào",
        "tháng mấy",
        "năm nào",
        "quý nào",
        "mấy giờ",
        "hạn",
        "thời hạn",
        "thời gian",
        "bao lâu",
    ),
    "much": ("bao nhiêu", "mấy", "mức nào", "tỷ lệ", "phần trăm"),
    "where": ("ở đâu", "đâu", "chỗ nào", "nơi nào", "địa chỉ", "tầng mấy", "phòng mấy"),
    "why": ("vì sao", "tại sao", "sao lại", "lý do"),
    "how": ("thế nào", "như nào", "làm sao", "cách", "ra sao", "thủ tục", "quy trình", "các bước", "hướng dẫn"),
    "whether": ("được không", "có được", "phải không", "có phải", "có cần", "cần không", "bắt buộc", "hay không"),
}
"""What is asked after → phrases that say so."""

_FILLERS = (
    "la gi cua va cac nhung thi ma o tai ve cho voi den tu co duoc bi nao sao the nay kia do ay a u oi hay hoac",
    "em anh chi minh toi xin giup biet hoi muon can hien nay roi nua cung da chua van vay thoi nhe nha phai khong",
    "ko bao nhieu may ai dau khi luc chung gio mot cai ra trong nhu thua dong de se dang neu theo hang moi",
    "thuc hien to chuc lam",
)
FILLERS = frozenset(word for line in _FILLERS for word in line.split())
"""Folded words that make no difference between two questions."""
PERIODS = frozenset(("tuan", "thang", "quy", "nam", "ngay", "sang", "chieu", "toi"))
"""Folded words of time: one for another makes another question."""
UNSURE = frozenset(("biet", "ro", "hieu", "nho", "chac", "thay"))
"""Folded words that "không" stands before where somebody does not know: they deny nothing."""
AUXILIARIES = frozenset(("duoc", "phai", "can", "co", "the", "bi"))
"""Folded words between "không" and what is not done: "không được ký"."""
NOT = frozenset(("khong", "chua"))
"""What denies."""
