"""Words with which a message leaves out some of what it asks for, as they stand in its folded text."""

from __future__ import annotations

from knowledge.lexicon.conditions import UNDATED
from knowledge.lexicon.questions import phrase
from knowledge.lexicon.taken_back import NOT_FOLDED
from knowledge.lexicon.taking_part import ALONE, BUT_COOPERATING, BUT_LEADING
from knowledge.patterns import seldom

LEAVES_OUT = seldom(
    rf"(?<!\w)(?:(?:loai |ngoai )?tru(?: (?:ra|luon|di|bot|them))?|{NOT_FOLDED} (?:bao )?gom"
    rf"|(?:{NOT_FOLDED}|chua|dung|khoi) (?:tinh|ke)(?: (?:den|toi|luon|ca))?|ngoai|loai(?: (?:bo|ra))?|gat(?: bo)?"
    r"|bot|bo(?: (?:bot|qua|luon))?)(?= \w)"
)
"""Before what is left out, up to the end of its clause."""
_ASIDE = (
    "biet|ro|nho|hieu|thay|tim|nghe|ranh|chac|hay|dam|sao|nen|he|an|nham|a|nhi|em|anh|chi|ban|vay|the|gi|ai|"
    "qua|duoi|tren|it hon|thap|cao|hon|kem|cham|muon|som|truoc|sau|dong y|chi co"
)
DENIES = seldom(rf"(?<!\w){NOT_FOLDED}(?= \w)(?! (?:{_ASIDE})(?!\w))")
"""Before what must not be so: "việc nào không bắt đầu từ 2021"; but not "tôi không biết", "không quá 50%"."""


def _after(first: str, *conditions: tuple[tuple[str, ...], ...]) -> str:
    """What follows a word in phrases that begin with it."""
    return "|".join(" ".join(said[1:]) for group in conditions for said in group if said[0] == first)


OWN = seldom(
    r"(?:(?<=so )|(?<=co quan )|(?<=don vi ))ngoai(?= (?:phoi hop|tham gia|cung|chu tri))|"
    rf"(?<!\w)(?:{NOT_FOLDED} (?:{_after('khong', ALONE, BUT_COOPERATING, BUT_LEADING)}|(?:{_after('khong', UNDATED)})"
    rf"(?! (?:nam |quy |thang )?(?:\d|[iv]+\b)))|tru (?:{_after('tru', BUT_COOPERATING, BUT_LEADING)}))(?!\w)"
)
"""What is denied in these is a condition of its own: "không có hạn", "không có ai phối hợp"; and so is what is outside:
"sở ngoài"."""
_DOES = "tham gia(?: phoi hop)?|phoi hop|chu tri|phu trach|dung dau|lam|lo|dinh|lien quan"
LEFT_BEHIND = seldom(
    rf"(?<!\w){NOT_FOLDED} (?:(?:phai|can|duoc|he|co) )*(?P<does>{_DOES})(?!\w)(?! nhung (?:{_DOES}))"
    r"(?= *(?:$|[,;.?!)]|(?:thi|viec|nhiem vu|linh vuc|mang|muc|nhom|phan|dau|chi tieu|may|bao nhieu|nhung|cac|gi|nao"
    r"|het|ca|a|con|trong|o)(?!\w)))"
    rf"|(?<!\w)(?:{NOT_FOLDED} (?:can|tinh|ke|lay)|(?:khoi|dung)(?: (?:can|tinh|ke|lay))?|bo qua"
    r"|(?:bo|tru|loai|gat) (?:ra|di))(?: (?:den|toi|vao|nua|dau|nhe|nha|a))*(?= *(?:$|[,;.?!)]))"
)
"""After what it leaves out: units that do not do what is said ("Bưu điện không tham gia"), parts that are not wanted
("mảng TTHC không cần")."""
WORK_OF_THEM = seldom(r" (?:viec|nhiem vu)(?: nao| gi)?(?: het| ca)*(?!\w)")
"""What it is that they do not do, where something else is asked: "mảng nào Văn phòng không chủ trì việc nào hết"."""
SPELT = {
    "tru": ("trừ", "trư"),
    "bo": ("bỏ",),
    "loai": ("loại",),
    "gat": ("gạt",),
    "bot": ("bớt",),
    "ngoai": ("ngoài", "ngoại"),
    "dung": ("đừng",),
    "khoi": ("khỏi",),
    "lo": ("lo",),
    "lam": ("làm",),
    "dinh": ("dính",),
}
"""The words of these marks that are other words with other marks: "lưu trữ", "ứng dụng"."""
TAKEN_AWAY = frozenset(phrase("bỏ loại gạt bớt"))
"""They leave out what stands before "ra", "đi"; without marks, or without these two, they are other words."""
ALWAYS = frozenset(phrase("bỏ"))
"""With its mark it takes away also without "ra", "đi": "bỏ tinh giản biên chế"."""
NOT_AFTER = {"tru": "lưu cư tạm thường dự nội được bị", "ngoai": "bên ở nước trong và"}
"""Words before a mark with which it is another word, as they are spelt: "lưu trữ"."""
NOT_BEFORE = {
    "ngoai": "ra sở ngành cơ tỉnh ngân công giờ trời nước khơi ngữ hạn giao tệ vụ thành",
    "ke": "hoạch cả từ",
    "tinh": "giản ủy từ trong",
    "tru": "sở khi cột",
    "bo": "sung nhiệm trí trống ngành luật",
    "loai": "hình nào gì văn",
}
"""The same after a mark: "ngoài ra", "không kể cả"."""
CLAUSE_ENDS = seldom(r"[,;:.](?!\d)|[()?!]")
CLAUSE_BEGINS = seldom(r"[,;:.](?!\d)|[()?!]|(?<!\w)(?:ma|nhung)(?= )")
GOES_ON = seldom(
    r"(?<!\w)(?:(?:ra|di) )?(?:thi|con|ma|nhung(?= (?:co|van|phai|do|cua)))(?!\w)|(?<!\w)(?:ra|di)(?= *(?:$|[,;.?!)]))"
    r"|(?<!\w)(?:la|co|gom) (?:bao nhieu|may|gi|nhung|cac)(?!\w)|(?<!\w)bao nhieu(?!\w)|(?<!\w)ra(?= \w)"
)
"""With which the question goes on after what it leaves out: "… ra thì còn"."""
THAT = frozenset(phrase("việc cái nhiệm vụ đó này ấy kia nó mấy những các chúng trên"))
"""With which what was told before is left out: "ngoài việc đó"."""
TAKEN = seldom(r"(?<!\w)(?<!tro )(?:ra|di)(?!\w)")
"""Ends what is taken away: "bỏ … ra"."""
TAKEN_WITH = frozenset(phrase("ra đi bao"))
AS_SPELT = {"thi": ("thì", "thi"), "con": ("còn",), "ma": ("mà",), "di": ("đi",), "nhung": ("nhưng", "những")}
"""How such words are spelt; "thi đua", "mã số" are others."""
JOINS = seldom(r"\s*(?:,|(?<!\w)(?:va|voi|hoac|hay|lan|cung)(?!\w))\s*")
"""Between two of which both are left out."""
JOINED_ON = seldom(r"(?:\s(?:va|cung|hoac|hay|lan|ma|dong thoi))+$")
"""Ends a stretch after which another is left out: "không thuộc A và cũng không thuộc B"."""
BEGINS_ANEW = seldom(r"(?<!\w)(?:do|cua|trong|thuoc|o|tai|nam|co|han)(?= \w)")
"""With which another condition begins that is not denied: "không thuộc lĩnh vực VI do Văn phòng chủ trì"."""
LEADS_ON = frozenset(phrase("và với hoặc hay từ đến trong vào hạn có là các phải nhiều kéo đã của do"))
"""Before such a word they show that it does not begin anew: "từ năm 2021"."""
OF_WORK = seldom(r"\s*(?:(?:cac|nhung|may|phan|luon|ca) )*(?:viec|nhiem vu|chi tieu|dau viec|cong viec)(?!\w)")
"""What is left out is named as work: all that follows says which."""
AROUND = frozenset(
    phrase(
        "thì còn mà ra đi vậy thế luôn nữa những việc nào gì các mấy bao nhiêu là có ạ nhé nhỉ nhiệm vụ chỉ tiêu à"
        " sao lại hết tất cả đó này kể liệt danh sách cái và với thôi giúp"
    )
)
"""All that may be said around what is left out of the list before: "… thì còn mấy việc"."""
SOME = seldom(r"^\s*(?:(?:cac|nhung|may|luon|ca|phan) )+")
"""Before what is left out: "mấy việc năm 2022"."""
NEGATED = seldom(r"(?<!\w)khong(?!\w)")
"""In what a list was narrowed by, it says what something is not."""
BEGINNING = phrase("bắt đầu")
"""What does not begin in a year is nothing of that year, also where it ends with it."""
BEFORE_NAME = frozenset(
    phrase("việc nhiệm vụ chỉ tiêu đầu công tác về phần nội dung mục cái mảng luôn các những mấy chuyện khoản")
)
"""Before the name of what is left out: "bỏ việc tinh giản biên chế"."""
ASKS = seldom(
    r"(?<!\w)(?:nao|gi|bao nhieu|may (?:viec|nhiem|chi|cai|dau)|ai (?:chu tri|phoi hop|phu trach|lam|lo))(?!\w)"
)
"""A stretch that asks leaves nothing out."""
NO_MARKS = str.maketrans(dict.fromkeys(",.;:?!()", " "))
QUOTES = str.maketrans(dict.fromkeys("'\"“”‘’«»", " "))
DROPS = phrase("bỏ")
""" "Bỏ việc của phòng A đi thì còn …": where a question begins so."""
FIRST = frozenset(phrase("không trừ ngoài loại gạt bớt bỏ chưa đừng khỏi"))
"""The first words of all that leaves out, as they are heard."""
