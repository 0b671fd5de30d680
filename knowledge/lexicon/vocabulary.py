"""How an office names, in one line, a word that it adds for its plan: "TTHC = thủ tục hành chính"."""

from __future__ import annotations

from collections.abc import Mapping

QUESTION_WORDS: Mapping[str, tuple[str, ...]] = {
    "lead": ("chủ trì", "ai chủ trì", "đơn vị chủ trì"),
    "cooperation": ("phối hợp", "ai phối hợp", "đơn vị phối hợp"),
    "product": ("sản phẩm", "sản phẩm là gì"),
    "deadline": ("thời hạn", "hạn", "khi nào", "hạn khi nào"),
    "value": ("bao nhiêu", "mức bao nhiêu"),
    "progress": ("tiến độ", "tiến độ thế nào"),
}
"""What a question may ask for → how the office names it; the first is the plain one."""
ASKING = "hoi "
"""May stand before them: "hỏi chủ trì"."""
MEANS = ("nghia la", "tuc la", "la")
"""Words for "="."""
REMOVE = ("xoa", "bo", "go")
