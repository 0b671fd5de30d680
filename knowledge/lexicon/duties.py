"""How a plan is carried out: what is asked about it, and the clauses that say it. Asked folded, clauses as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.lexicon.questions import Phrase, phrases
from knowledge.patterns import seldom


@dataclass(frozen=True, slots=True)
class Duty:
    """`asked`: of each group one phrase is said; `begins`: words with which those of the first group begin; `words`:
    what may be said with them; `clause`: what says it."""

    asked: tuple[tuple[Phrase, ...], ...]
    begins: frozenset[str]
    words: tuple[Phrase, ...]
    clause: re.Pattern[str]


def _duty(asked: tuple[str, ...], words: str, clause: str) -> Duty:
    groups = tuple(map(phrases, asked))
    said = tuple(one for group in groups for one in group)
    return Duty(
        groups,
        frozenset(one[0] for one in groups[0]),
        (*said, *phrases(words)),
        seldom(clause, re.IGNORECASE | re.DOTALL),
    )


_WHEN = (
    "khi nào, lúc nào, bao giờ, chừng nào, ngày nào, ngày mấy, ngày bao nhiêu, tháng mấy, tháng nào, quý mấy, quý nào, "
    "năm nào, hạn"
)
_WHOM = (
    "ai, về đâu, đến đâu, tới đâu, gửi đâu, nộp đâu, từ đâu, ở đâu, bộ nào, sở nào, nơi nào, cơ quan nào, đơn vị nào, "
    "phòng nào"
)
"""Phrases of two syllables where one is not enough: folded, "đâu" is "đầu" too, and "tiền" is "tiên"."""
_DATE = r"(?:ngày \d|tháng \d|quý [IV\d]|năm 20\d\d)"

OF_CARRYING = phrases(
    "kế hoạch, chương trình, hành động, nghị quyết, quyết định, chỉ thị, đề án, văn bản, bộ, bộ ngành, ngành, tỉnh, "
    "thành phố, địa phương, sở, phòng, xã, phường, cơ quan, đơn vị, ủy ban nhân dân, thực hiện, triển khai, nhiệm vụ, "
    "tổ chức, việc"
)
"""Words for the plan itself and for those who carry it out."""

DUTIES = (
    _duty(
        ("báo cáo", f"{_WHOM}, {_WHEN}, 1 lần, một lần, mấy lần, mấy tháng, bao lâu"),
        "định kỳ, hằng năm, hàng năm, hằng quý, hằng tháng, tiến độ, kết quả, tình hình, đánh giá, sơ kết, gửi, nộp, "
        "thêm, đồng gửi, tổng hợp, thủ tướng, chính phủ, cấp trên, đầu năm, cuối năm, trước, chế độ, giờ",
        r"định kỳ .{0,250}báo cáo|định kỳ (?:\d tháng|h[àằ]ng|quý).{0,200}gửi"
        r"|báo cáo.{0,200}(?:định kỳ|h[àằ]ng (?:năm|quý|tháng)|trước ngày|trong tháng)",
    ),
    _duty(
        ("sửa đổi, bổ sung, điều chỉnh, thay đổi", f"{_WHOM}, đề xuất, kiến nghị, làm thế nào, làm sao, thế nào"),
        "đề xuất, kiến nghị, gửi, báo cáo, trình, quyết định, xem xét, cho phép, nội dung, quá trình, vướng mắc",
        r"(?:quá trình|nếu|trường hợp).{0,200}(?:sửa đổi|bổ sung|điều chỉnh).{0,300}(?:đề xuất|gửi|báo cáo|kiến nghị)",
    ),
    _duty(
        ("rà soát", "chương trình, kế hoạch", _WHEN),
        "cũ, trước đây, đã ban hành, ban hành, điều chỉnh, đồng bộ, thống nhất, khớp, hoàn thành, hiệu lực",
        rf"rà soát.{{0,60}}(?:chương trình|kế hoạch).*(?:điều chỉnh|đồng bộ|thống nhất).*{_DATE}",
    ),
    _duty(
        (
            "kế hoạch, chương trình",
            "các bộ, bộ ngành, bộ mình, của mình, các tỉnh, tỉnh, địa phương, các sở, các ngành, các xã, các đơn vị, "
            "các phòng, xã, phường, sở ngành, địa phương, đơn vị",
            _WHEN,
        ),
        "cập nhật, xây dựng, ban hành, lập, hoàn thành, riêng, chi tiết, thực hiện, cụ thể hóa, trước, báo cáo, "
        "thủ tướng",
        r"(?:xây dựng|cập nhật|ban hành)(?:(?!rà soát).){0,400}(?:kế hoạch|chương trình)"
        rf"(?:(?!rà soát).){{0,300}}(?:trước|trong|hoàn thành|xong).{{0,20}}{_DATE}"
        rf"|(?:trước|trong|chậm nhất|đến).{{0,10}}{_DATE}[^.;]{{0,80}}(?:xây dựng|cập nhật|ban hành)[^.;]{{0,80}}"
        r"(?:kế hoạch|chương trình)",
    ),
    _duty(
        ("tờ trình", f"{_WHOM}, {_WHEN}, số mấy, số nào, số bao nhiêu, của ai, số"),
        "đề nghị, ban hành, theo, căn cứ, ký, số hiệu",
        r"tờ trình (?:số|ngày)",
    ),
    _duty(
        ("hiệu lực", f"{_WHEN}, từ"),
        "thi hành, ký, ban hành, bắt đầu",
        r"(?:nghị quyết|quyết định|kế hoạch|chỉ thị|thông tư|văn bản) này.{0,20}có hiệu lực",
    ),
    _duty(
        (
            "thay cho, thay thế, bãi bỏ",
            "nghị quyết này, quyết định này, kế hoạch này, văn bản này, chương trình này, chỉ thị này",
            "nào, mấy, gì, số",
        ),
        "cũ, trước",
        r"này.{0,120}thay thế (?:nghị quyết|quyết định|kế hoạch|chỉ thị|chương trình)",
    ),
    _duty(
        (
            "tính là xong, coi là xong, xem là xong, coi như xong, tính là hoàn thành, coi là hoàn thành, "
            "xem là hoàn thành, công nhận hoàn thành",
        ),
        "khi nào, mới",
        r"(?:coi|tính|xem|công nhận|xác định) (?:là|như)? ?(?:đã )?hoàn thành",
    ),
    _duty(
        (
            "kinh phí, tiền hằng năm, tiền hàng năm, tiền để, tiền do, tiền ai, tiền bộ, tiền lấy, nguồn tiền, "
            "thiếu tiền, nguồn vốn, ngân sách",
            f"{_WHOM}, thiếu",
        ),
        "hằng năm, hàng năm, bảo đảm, đảm bảo, bố trí, cấp, chi, nguồn, thiếu, thêm, đề xuất, xin, lấy",
        r"kinh phí",
    ),
    _duty(
        (
            "một việc, mỗi việc, 1 việc",
            "mấy phòng, mấy đơn vị, mấy tổ chức, mấy cơ quan, mấy bên, mấy nơi, bao nhiêu phòng, bao nhiêu đơn vị, "
            "bao nhiêu tổ chức, bao nhiêu cơ quan",
            "chủ trì, chịu trách nhiệm, phụ trách, làm, đảm nhiệm, đầu mối",
        ),
        "nguyên tắc, phân việc, phân công, giữa các, chịu trách nhiệm chính, thì, do, chỉ, được",
        r"một việc chỉ|một việc.{0,30}(?:chủ trì|chịu trách nhiệm)",
    ),
    _duty(
        ("phụ lục", "không có, không ghi, không nêu, ngoài, không thuộc, không nằm"),
        "mục ii, mục iii, mục iv, mục i, hoạt động",
        r"không (?:nêu|có|ghi|thuộc).{0,30}phụ lục",
    ),
)
"""In the order in which they are looked through."""
BEFORE_TITLE = frozenset({"hoach", "trinh", "dong", "quyet", "dinh", "thi", "an", "hien", "khai"})
"""Words after which the plan may be called by its title: "kế hoạch cải cách hành chính"."""
UNITS = tuple(
    (phrases(asked), seldom(printed, re.IGNORECASE))
    for asked, printed in (
        (
            "mấy tháng, bao lâu, một lần, 1 lần",
            r"định kỳ|\d tháng(?! \d)|h[àằ]ng (?:tháng|quý|năm).{0,60}báo cáo|báo cáo.{0,60}h[àằ]ng (?:tháng|quý|năm)",
        ),
        ("ngày nào, ngày mấy, ngày bao nhiêu", r"ngày \d"),
        ("tháng nào, tháng mấy", r"tháng \d"),
        ("quý nào, quý mấy", r"quý [IV\d]"),
    )
)
"""The kind of day or rhythm that is asked for, and how it is printed."""
AIMS = phrases("mục tiêu, mục đích")
