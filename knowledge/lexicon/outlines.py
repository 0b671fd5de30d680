"""Words by which the parts of a paper are headed and told apart. As printed, but where it says "folded"."""

from __future__ import annotations

from knowledge.patterns import seldom

WORDS = ("phần", "chương", "mục")
"""What a part is called before its number, the greatest first."""
ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
ORDINAL = rf"thứ\s+(?:{'|'.join(ORDINALS)})"
ARTICLE = "Điều"
ANNEX = "phu luc"
"""Folded."""
LETTERS = "ABCDĐEGHIKLMNOPQRSTUVXY"
"""Capitals that number the parts of a paper, in their order."""
NO_TITLE = seldom(
    r"(?:quyet dinh|quyet nghi|nghi quyet|ke hoach|chuong trinh|de an|chi thi|thong bao|thu tuong|chu tich|giam doc"
    r"|pho |cong hoa|doc lap|uy ban|hoi dong|so |bo |cuc |chi cuc |truong |noi nhan|kinh gui|tm|kt|tl|t/m|k/t"
    r"|hieu truong|ky boi|xac nhan|phe duyet|nguoi lap|cong bao)\b"
)
"""How begins a line in capitals that heads nothing: of the paper itself, of who issues or signs it. Folded."""
RESULTS = seldom(
    r"\b(?:ket qua|thuc trang|hien trang|tinh hinh|danh gia|ton tai|han che|kho khan|thuan loi|dac diem|boi canh"
    r"|su can thiet|can cu|nguyen nhan|bai hoc|du bao|uu diem)\b"
)
"""What heads how things stand, whose amounts are nobody's aims. Folded."""
AIMS = seldom(r"\b(?:(?<!chuong trinh )muc tieu|chi tieu|muc dich)\b")
"""What heads aims. Folded."""
TOWARDS = seldom(r"\b(?:thuc hien|hoan thanh|dat|bao dam|dam bao|theo doi|danh gia)(?: duoc| tot| cac| nhung)*\s*$")
"""Before the word for aims: what is done so that they are reached. Folded."""
WORK = seldom(
    r"\b(?:nhiem vu|giai phap|to chuc thuc hien|kinh phi|phan cong|trach nhiem|che do bao cao|quy uoc|noi dung"
    r"|hoat dong)\b"
)
"""What heads work, money and who does it: its amounts are no aims. Folded."""
