"""Words with which what was said before is taken back, or another thing is meant than was said."""

from __future__ import annotations

import re

from knowledge.vietnamese import fold


def typed(*words: str) -> str:
    """A pattern for words as they are spelt, or without their marks."""
    return f"(?:{'|'.join(dict.fromkeys(form for word in words for form in (word, fold(word))))})"


NOT = ("không", "ko", "hok", "hông", "hem", "kg")
"""How "không" is written."""
NOT_FOLDED = f"(?:{'|'.join(dict.fromkeys(map(fold, NOT)))})"
_WE = ("em", "tôi", "mình")
_SAY = ("là", "nói", "hỏi")
_I_ASK = (
    rf"(?:{typed('ý')} {typed(*_WE, 'anh', 'chị')} (?:{typed('muốn')} )?{typed('hỏi')}(?: {typed('là')})?\s+(?=\S))"
)
MISTAKEN = re.compile(
    rf"^(?:à|ấy|ý|thôi)?[\s,]*(?:em |tôi |mình )?nhầm(?: rồi)?\b[\s,.!:]*{_I_ASK}?|^{_I_ASK}"
    r"|^à\s*[,.]?\s+(?=\S)|\s+(?:mới đúng|mới phải|mới đúng chứ)[\s.!]*$",
    re.IGNORECASE,
)
"""What takes back the question before: "nhầm, 2030 cơ", "ý mình hỏi 2030 cơ", "à năm 2030 mới đúng"."""
NOT_SO = re.compile(
    rf"^(?:ủa|à|ơ)?\s*{typed(*NOT, 'k')} {typed('phải')}(?: {typed('vậy', 'thế', 'đâu', 'rồi', 'cái đó')})*"
    r"\s*[,.;:!]+\s*"
    rf"(?:{typed('ý')} (?:{typed(*_WE)} )?{typed(*_SAY)}(?: {typed('là')})?\s+)?(?=\S)",
    re.IGNORECASE,
)
"""What says that the answer before was none to the question: "ko phải, phòng A chủ trì mấy việc"."""
RATHER = re.compile(rf"\b(?:nham|y (?:(?:{'|'.join(map(fold, _WE))}) )?(?:{'|'.join(map(fold, _SAY))}))\b")
"""With which another is said to be meant than was said before: "ý mình là NĐ 62"; folded."""
