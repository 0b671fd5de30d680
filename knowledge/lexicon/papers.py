"""Kinds of paper, and the number of one in what a person types: in quotes, or by its shape ("CV 123/SGDĐT-VP")."""

from __future__ import annotations

import re

from knowledge.lexicon.questions import phrase, phrases
from knowledge.patterns import seldom

KINDS = {
    phrase(name): name
    for name in (
        *("nghị định", "nghị quyết", "quyết định", "thông tư", "chỉ thị", "luật", "pháp lệnh"),
        *("đề án", "chiến lược", "chương trình", "quy chế", "kế hoạch", "báo cáo"),
        *("kết luận", "công điện", "thông báo", "công văn"),
    )
}
"""Kinds of paper, folded → as they are spelt."""
MADE = frozenset(KINDS) - {*phrases("kết luận, công điện, thông báo, công văn")}
"""Kinds that tasks result in."""
_UNNUMBERED = phrases("pháp lệnh, đề án, chiến lược, chương trình, quy chế, báo cáo")
CITED = tuple(kind for kind in KINDS if kind not in _UNNUMBERED)
"""Kinds that are called by a number, and cited by it."""
BRINGS_OTHERS = frozenset(phrases("nghị định, nghị quyết, quyết định, thông tư, chỉ thị, luật, pháp lệnh"))
"""Kinds with which programmes, schemes and plans are issued: "chương trình … theo quyết định nào"."""
OF_OTHERS = frozenset(phrases("nghị định, nghị quyết, thông tư, luật, pháp lệnh"))
"""Kinds that those who carry a plan out do not issue."""
ISSUES_WHAT = phrases("ban hành (|cái |những )gì, ban hành về (|cái )gì")
"""What a paper that is named brings, and no task's result: "QĐ 602 ban hành cái gì"."""
LAW = phrase("luật")
IS = phrase("là")
""" "Là nghị định hay là quyết định"."""
FOLLOWING = phrase("theo")[0]
"""Before a paper that is named by the way: "theo Nghị định 60"."""

AS_CITED = re.compile(
    r"(Nghị định|Quyết định|Nghị quyết|Thông tư|Chỉ thị|Kế hoạch|Luật|Công văn|Chương trình(?: hành động)?|Kết luận"
    r"|Công điện|Thông báo)\s+(?:số\s+)?"
    r"(\d{1,4})\s*(?:/\s*((?:19|20)\d\d))?\s*[/-]\s*([A-ZĐ]{2,}[\w-]*(?:/[A-ZĐ]{2,})*)",
)
"""A paper that a plan cites, as printed: its kind, number, year and the short form of who issued it."""
ISSUED = re.compile(r"\s+ngày\s+(\d{1,2})(?:/|\s+tháng\s+)(\d{1,2})(?:/|\s+năm\s+)((?:19|20)\d\d)")
"""The day of a paper, after its name."""
AMENDS = "sửa đổi"
DEFINES = (" về ", " quy định ")
"""What a clause has that says what a paper changes, and what it is about; as printed."""

QUOTED = seldom(r"[\"“”«]([^\"“”«»]+)[\"“”»]")
"""In quotes."""

_NUMBERED = seldom(
    r"(?:(?:(?:theo|tại)\s+)?"
    r"(?P<paper>(?:(?:công văn|quyết định|thông báo|tờ trình|kế hoạch|nghị quyết|văn bản|cv|qđ|tb|ttr|kh|nq|bc)\s+)?"
    r"(?:số\s*:?\s*)?\d+[a-z]?/(?:\d{4}/)?[A-ZĐ][\w&]*(?:-[\w.&-]*\w)?))",
    re.IGNORECASE,
)


def document_in(typed: str) -> tuple[str, str]:
    """(the paper's number, "" when none is named; the words without it)."""
    quoted = QUOTED.search(typed)
    if quoted:
        return " ".join(quoted[1].split()), " ".join(QUOTED.sub(" ", typed).split())
    numbered = _NUMBERED.search(typed)
    if numbered is None:
        return "", " ".join(typed.split())
    rest = typed[: numbered.start()] + " " + typed[numbered.end() :]
    return " ".join(numbered["paper"].split()), " ".join(rest.split()).rstrip(" ,;:(")


WHICH_PAPER = phrases("(văn bản|quyết định|nghị quyết|nghị định|chỉ thị|kế hoạch) (nào|gì|số mấy|số bao nhiêu)")
"""With which the paper is asked for that something was issued by."""
ISSUING = frozenset(phrase("ban hành phê duyệt bằng theo ngày năm số"))
"""Words with which it is said that a paper issues something."""
TO_BE_MADE = phrases("(phải|cần|sẽ) (trình|ban hành|xây dựng|sửa đổi|soạn thảo|tham mưu)")
"""Of papers that are still to be made: "có mấy nghị quyết phải trình"."""
ISSUERS = tuple(
    (seldom(rf"(?:{short})$"), phrases(said))
    for short, said in (
        (r"-CP", "chính phủ"),
        (r"-TTg", "thủ tướng chính phủ, thủ tướng"),
        (r"-UBND", "ủy ban nhân dân, ủy ban"),
        (r"[-/]HĐND\w*", "hội đồng nhân dân"),
        (r"/TU", "tỉnh ủy, thành ủy"),
        (r"/TW", "trung ương, ban chấp hành, bộ chính trị, ban bí thư"),
        (r"[-/]QH\d*", "quốc hội"),
    )
)
"""How the number of a paper ends, as printed, and who issued it."""
PAPER = phrase("văn bản")
OF_ISSUER = frozenset(phrase("của do bên"))
"""Before who issued it."""
NUMBERED_SO = phrases(
    "(số|số hiệu) (mấy|bao nhiêu|nào), số hiệu, bao nhiêu số, ký hiệu, "
    "(nghị định|quyết định|nghị quyết) (mấy|bao nhiêu)"
)
"""With which the number of a paper is asked for."""
PAPER_NAMED = frozenset(phrase("văn bản số hiệu ký ban hành ngày năm về việc tên kế hoạch dẫn nhắc nêu trong tỉnh"))
"""Words with which a paper is asked for by who issued it; they say nothing of what it is about."""
