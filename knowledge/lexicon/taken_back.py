"""Words with which what was said before is taken back, or another thing is meant than was said."""

from __future__ import annotations

import re

from knowledge.patterns import seldom
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
    rf"(?:{typed('ý')} (?:{typed(*_WE, 'anh', 'chị')} )?(?:{typed('là')}|(?:{typed('muốn')} )?{typed('hỏi', 'nói')}"
    rf"(?: {typed('là')})?)[\s:]+(?=\S))"
)
_SAID = f"(?:{typed(*_WE)} )?(?:{typed('gõ', 'hỏi', 'nói', 'viết', 'ghi', 'đọc')} )?"
_SOFTLY = typed("rồi", "mất", "tí", "xíu", "chút")
_NO_MORE = typed(
    "phải", "có", "thuộc", "tính", "kể", "gồm", "bao", "do", "biết", "ai", "đâu", "hiểu", "rõ", "cần", "nhớ"
)
"""After an "à không" that says more than no."""
MISTAKEN = re.compile(
    rf"^(?:{typed('à', 'ấy', 'ý', 'ủa', 'thôi')}[\s,]+)?(?:xin lỗi|sorry)?[\s,]*"
    rf"(?:{_SAID}(?:(?:nhầm|lộn|quên)(?: {_SOFTLY})*|(?:nham|lon|quen)(?: {_SOFTLY})+|(?:nham|lon)(?=,))"
    rf"(?: {typed('năm', 'phòng')}(?=,))?\b)"
    rf"[\s,.!:]*{_I_ASK}?|^{_I_ASK}"
    rf"|^(?:à\s*[,.]?\s+)?{typed(*NOT)}\s*[,.;:!]+\s*{_I_ASK}?(?=\S)"
    rf"|^à\s*[,.]?\s+(?:{typed(*NOT)} (?!{_NO_MORE}\b))?(?=\S)",
    re.IGNORECASE,
)
"""Begins what takes back the question before: "nhầm, 2030 cơ", "ý mình hỏi 2030 cơ", "à không, 2030"."""
MISTAKEN_AMID = seldom(
    rf"^.{{2,80}}?[,.;!?…]+\s*(?:{typed('à', 'ý', 'ủa', 'ấy')} )?{_SAID}(?:nhầm|lộn|nham|lon)(?: {_SOFTLY})?"
    r"[\s,.:;!]+(?=\S)",
    re.IGNORECASE,
)
"""Takes back what stands before it in the same message: "tinh giản biên chế.. à nhầm, tài sản công"."""
RATHER = seldom(rf"\s+{typed('mới đúng', 'mới phải')}(?: {typed('chứ')})?[\s.!]*$", re.IGNORECASE)
"""Ends it: "lộn rồi, năm 2030 mới đúng"."""
SLIPPED = ("nhầm", "nham", "lộn", "lon")
"""One of these is in what was taken back."""
RIGHT = ("phải", "phai", "đúng", "dung")
"""One of these is in what is not meant, and in what is meant rather, in small letters."""
_NO = rf"{typed(*NOT)} {typed('phải')}(?: {typed('là')})?"
NOT_BUT = seldom(
    rf"\s+{typed('chứ')} {_NO}(?= )(?:(?! {typed('thì')} )[^,;.?!])*"
    rf"|^(?:{typed('à', 'ủa')} )?{_NO} (?:[^,;.?!]|\.(?=\w)){{1,40}}?"
    rf"(?: {typed('mà')} |, (?:{typed('mà')} )?){typed('là')} (?=\S)",
    re.IGNORECASE,
)
"""What is not meant, beside what is: "62 chứ không phải 106", "không phải 106 mà là 62", "không phải II.5, là II.6"."""
NOT_SO = seldom(
    rf"^(?:ủa|à|ơ)?\s*{typed(*NOT, 'k')} {typed('phải')}(?: {typed('vậy', 'thế', 'đâu', 'rồi', 'cái đó')})*"
    r"\s*[,.;:!]+\s*"
    rf"(?:{typed('ý')} (?:{typed(*_WE)} )?{typed(*_SAY)}(?: {typed('là')})?\s+)?(?=\S)",
    re.IGNORECASE,
)
"""What says that the answer before was none to the question: "ko phải, phòng A chủ trì mấy việc"."""
