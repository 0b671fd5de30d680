"""Words with which people address, thank and speak of themselves around what they ask. Folded."""

from __future__ import annotations

import re

from knowledge.lexicon.questions import phrase, phrases, words_of
from knowledge.patterns import seldom

ADDRESS = frozenset(phrase("em dạ xin chào anh chị mình tôi kính thưa alo ad nhờ phiền mong cảm sếp"))
"""With which a clause of courtesy begins."""
PRAISE = frozenset(
    phrase("thông tin rất rõ ràng hữu ích tốt hay đầy đủ nhanh chi tiết quá bạn nhiều lắm hiểu rồi trả lời câu ok")
)
"""What is said beside thanks: "cảm ơn, thông tin rất rõ"."""
THANKS = phrases("giúp em với, giúp mình với, cảm ơn, giúp em nhé, giúp tôi với")
"""What ends a message."""
ENDING = frozenset({"cơ"})
"""Particles that are none but at the end, as typed: "năm 2030 cơ"."""
AFTER_ENDING = frozenset(phrase("ạ nhé nha"))
"""What may follow such a particle: "2030 cơ ạ"."""
HELP = "giup"
"""Begins openers that end a message as well: "giúp em với"."""
NOT_THAT = re.compile(
    r"[,;(]\s*(?:đừng|chớ|dung)\s+(?:lấy|tính|nhầm|lay|tinh|nham)\b"
    r"(?! (?:(?:các|mấy|những|cac|may|nhung) )?(?:việc|viec|nhiệm vụ|nhiem vu|chỉ tiêu|chi tieu)\b)[^,;?!.)]*\)?",
    re.IGNORECASE,
)
"""A clause that says what is not asked for: "đừng lấy số của sở", but no tasks of those that are; as typed."""
HOPING = frozenset(phrase("mong chờ"))
"""With which it is hoped for an answer: "mong anh chị phản hồi sớm"."""
ONESELF = frozenset(phrase("tôi em mình chúng"))
"""Words with which people tell of themselves, before they ask."""
FROM_WHERE = frozenset(phrases("(em|tôi|mình) (bên|ở|là|thuộc|làm)"))
"""With which they tell where they work: "em bên bộ phận tổng hợp muốn hỏi …"."""
WAS_ASKED = phrase("hỏi")[0]
"""What the day brought is told only as what somebody was asked: "hôm qua họp sếp có hỏi mà tôi quên"."""
WRITING = phrases("(|đang |cần )(soạn|viết|làm|chuẩn bị) (tờ trình|báo cáo|công văn|văn bản|đề cương|bài)")
"""Begins a message with what it is asked for, though nobody is named: "soạn tờ trình cần trích căn cứ"."""
OWN = phrases("chúng tôi, chúng em, tôi, em, mình, bên tôi")
"""With which people speak of their own place."""
ORDERS = phrases("liệt kê, kể tên, kể, nêu tên, nêu, thống kê, điểm qua, tóm tắt, so sánh, đếm")
"""What is ordered before the courtesy: "liệt kê giúp tôi"."""
BEFORE_ORDERS = frozenset(phrase("phiền nhờ xin"))
FOR_ME = frozenset(phrase("giúp giùm hộ dùm"))
ONCE_MORE = frozenset(phrase("lại"))
ALL_OF_THEM = frozenset(phrases("đủ (các|những|mọi|tất)"))
"""What is said around an order: "phiền liệt kê", "đếm giúp lại", "kể đủ các việc"."""
ASKING = words_of(ORDERS, phrases("giúp em với, giúp mình, giúp tôi nhé, ạ, gấp quá liền")) | {"lắm"}
"""Words of which nothing is asked: what stands before "nhờ anh chị liệt kê giúp em" is the question."""
OWN_UNIT = phrases(
    "đơn vị chúng tôi, đơn vị em, đơn vị tôi, đơn vị mình, phòng chúng tôi, phòng em, phòng tôi, phòng mình, bên em, "
    "bên tôi, bên mình, cơ quan tôi, cơ quan em, cơ quan mình, cơ quan chúng tôi, chỗ em, chỗ tôi, chỗ mình"
)
"""With which people ask of the unit that they have said they are from."""
OWN_UNIT_SAID = seldom(rf"\b(?:{'|'.join(sorted((' '.join(said) for said in OWN_UNIT), key=len, reverse=True))})\b")
"""The same in a folded text."""
