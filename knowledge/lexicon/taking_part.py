"""Words for what units do in work: lead, cooperate, take no part. Folded."""

from __future__ import annotations

from knowledge.lexicon.questions import phrase, phrases
from knowledge.patterns import seldom

AS_LEAD, AS_COOPERATING = "chủ trì", "phối hợp"
"""What a unit is in a task; as printed."""
LEAD = phrase("chủ trì")
LEADS = phrases("chủ trì, phụ trách, đầu mối, chịu trách nhiệm, (làm|phụ trách|thực hiện) chính")
CHARGED = phrases("(được|bị) giao, giao (cho|việc|nhiệm vụ), đứng đầu, đảm nhiệm, đảm trách")
COOPERATES = phrases("phối hợp, phối kết hợp")
TAKES_PART = phrases("tham gia, cùng làm, thực hiện")
"""What the units asked for do."""
DOES = phrases("chủ trì, phụ trách, làm, lo, chịu trách nhiệm, phối hợp, tham gia")
CARRIES_OUT = frozenset(phrase("làm lo thực triển đảm đứng"))
"""Begins what is said of a unit that is put forward as the one that does it: "có phải Sở A làm không"."""
WHICH_UNIT = phrases("(đơn vị|phòng|cơ quan|bên) nào, với ai, những ai")
BODIES = frozenset(phrase("phòng ban sở đội tổ khối chi trung"))
OFFICE = phrase("văn phòng")
"""What does things, and what one who does them begins with: "Phòng Quản lý chất lượng phụ trách việc gì"."""
OUTSIDE = phrases("bên ngoài, ngoài (sở|ngành|cơ quan|bộ), (sở|cơ quan) ngoài")
"""Units of other agencies."""
OF_ALL_UNITS = frozenset(phrase("ngoài bên thực hiện"))
"""Words with which the units of all tasks are asked for."""
NOT_LEADING = phrases("không (chủ trì|phải chủ trì|phụ trách|đứng đầu|được giao)")
ALONE = phrases(
    "không (|có) ai phối hợp, không có (đơn vị|phòng|cơ quan) nào phối hợp, không có (đơn vị|cơ quan) phối hợp, "
    "không phối hợp với ai, (không|chưa) (ghi|nêu|có) (|đơn vị|cơ quan) phối hợp, (bỏ|để) trống phối hợp, làm một mình"
)
"""Work in which nobody cooperates."""
BUT_COOPERATING = phrases("không (kể|tính|kể việc|tính việc|gồm) phối hợp, trừ phối hợp, chỉ chủ trì")
BUT_LEADING = phrases(
    "không (kể|tính|phải|kể việc|tính việc|phải việc|phải việc tự|phải tự) chủ trì, trừ chủ trì, chỉ phối hợp"
)
"""One of the two parts that units take, and not the other."""
TOGETHER = phrases("cùng (làm|tham gia|thực hiện|phối hợp|có mặt|chủ trì), đều (làm|tham gia), (có|cần) cả")
"""What all of several units take part in."""
BOTH = phrase("cả lẫn")
"""Said before each of two units: "cả A lẫn B phối hợp việc nào"."""
LEADING_TOGETHER = phrases("cùng (|đứng |đồng )chủ trì, đồng chủ trì, chủ trì chung")
"""What all of several units lead."""
TWICE = "vua"
"""Said twice, before each of two units: "vừa của A vừa của B"."""
_PART = "(?:chu tri|phoi hop)"
BOTH_PARTS = seldom(
    rf"\bvua (?:la )?(?:co )?(?:don vi )?{_PART} (?:lai )?vua (?:la )?(?:co )?(?:don vi )?{_PART}\b"
    rf"|\b{_PART} dong thoi (?:cung )?{_PART}\b"
)
"""What one unit is in a task at once; the words of a question."""
EITHER_PART = seldom(
    rf"\b{_PART} (?:(?:va|hay|hoac|lan|ca|cung|con|roi|nhung|cac|viec|nhiem|vu|gi|nao) )+{_PART}\b"
    r"(?! (?:voi|cung|them|ai|boi|don vi|co quan|phong|so|bo)\b)"
    rf"|\b{_PART} {_PART}(?= (?:(?:nhung|cac|may|bao nhieu|tat ca) )?(?:viec|nhiem vu|dau viec|gi)\b)"
)
"""All in which one takes part: "chủ trì và phối hợp những việc nào"; but not "chủ trì và phối hợp với ai"."""
WHICH_PART = phrases("chủ trì (hay|hay là|hoặc) phối hợp, phối hợp (hay|hay là|hoặc) chủ trì")
"""It is asked which of the two parts one takes in a task."""
STANDS_FOR_UNIT = phrases("trưởng phòng, (kế toán|chuyên viên|nhân viên) (bên|của|phòng|văn phòng)")
OF_THOSE = frozenset(phrase("trưởng kế toán chuyên nhân viên"))
"""A unit's head, and who works there, stand for the unit."""
