"""Words of questions that ask how many there are of something, and those that say what becomes of them."""

from __future__ import annotations

from knowledge.lexicon.questions import Spelt, phrase, phrases
from knowledge.patterns import seldom


def _spelt(*lines: str) -> tuple[Spelt, ...]:
    return tuple(Spelt.of(text) for line in lines for text in line.split(", "))


HOW_MANY = phrases("bao nhiêu, mấy, số lượng, tổng số")
"""Before a thing: how many of it there are."""
HOW_MANY_THERE = phrase("mấy")[0]
"""Where it begins a question about a year of targets, a target's value is asked for: "mấy trung tâm … đến năm 2030"."""
NUMBER = Spelt.of("số")
"""The same where it begins a question."""
BEINGS = frozenset(phrase("người cái đơn vị"))
"""Things that weigh nothing: "có bao nhiêu người"."""
THERE_ARE = "co"
""" "Có bao nhiêu …": how many there are."""
NOW = phrases("đang, hiện, hiện nay, hiện tại")
"""What is so today is no share that is to be reached: "bao nhiêu phần mềm đang sử dụng"."""
DONE = _spelt(
    "được, phải, bị, cần, có, không, đủ, đạt, lên, giảm, bớt, cắt, tăng, thêm, xuống, dùng, biết, hưởng, qua, bằng",
    "trên, chuyển, đưa, nộp, làm, chạy, gộp, bỏ, kết nối, chia sẻ, tích hợp, cung cấp, xử lý, giải quyết, sử dụng",
    "hoàn thành, thực hiện, tham gia, đào tạo, bồi dưỡng, tập huấn, số hóa, áp dụng, hài lòng, tối thiểu, ít nhất",
    "tinh giản, tinh giảm, liên thông, luân chuyển, thu hút, ngang tầm, mở rộng",
)
"""What is said of things of which a share is meant: "bao nhiêu hồ sơ được xử lý"."""
NAMES = _spelt(
    "cán bộ, cơ quan, cơ sở, cơ cấu, giám đốc, giám sát, đất đai, dữ liệu, dự án, dự thảo, dự toán, du lịch, thiết bị",
    "chuẩn bị, bí thư, bí mật, hạ tầng, tầng lớp, xây dựng, nội dung, đặc biệt, cổ phần, căn cứ, căn nhà, cân đối",
    "hàng không, không gian, hợp đồng, có thẩm quyền",
)
"""Compounds that have the letters of such words and are none."""
EVERY_YEAR = phrases("(mỗi|hằng|hàng|một) năm")
"""How many come in a year is no share, unless the target is one of each year."""
OF_EACH_YEAR = seldom(r"(?:mỗi|hằng|hàng) năm")
"""What such a target says; as printed."""
CHANGES = frozenset(phrase("tăng giảm thêm bớt cắt"))
"""Words of a question about a change, which targets of a year's change answer ("%/năm")."""
