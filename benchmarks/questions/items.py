"""What a question item is, and the groups of words that a right answer has."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

Groups = list[list[str]]

REFUSALS = [
    "không tìm thấy", "chưa tìm thấy", "không có trong kế hoạch", "ngoài phạm vi", "chưa có thông tin",
    "không có thông tin", "chưa rõ",
]  # fmt: skip
ASKS = [
    "muốn hỏi", "hỏi về chỉ tiêu nào", "hỏi chỉ tiêu nào", "hỏi nhiệm vụ nào", "hỏi việc nào", "nào sau đây", "chọn",
    "nói rõ", "ghi rõ", "cụ thể hơn", "đang hỏi", "ý đồng chí", "làm rõ",
]  # fmt: skip
TASK_NOUNS = ("nhiệm vụ", "việc", "đầu việc", "công việc", "mục", "dòng")
UNITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


@dataclass(frozen=True, slots=True)
class Item:
    """One question: passes when every group of `must` has a member in the answer and nothing of `must_not` is there.

    `max_items`: the most annex rows that the answer to a list may name (0: no limit).
    """

    id: str
    set: str
    kind: str
    noise: str
    q: str
    must: Groups
    must_not: list[str] = field(default_factory=list)
    split: str = "dev"
    max_items: int = 0

    def as_json(self) -> dict[str, Any]:
        """The item as a line of a question file, in the form that the scorer reads."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a conversation, judged like an Item; `mode` says what it leans on."""

    q: str
    must: Groups
    must_not: list[str] = field(default_factory=list)
    mode: str = "carry"


@dataclass(frozen=True, slots=True)
class Dialogue:
    """One conversation with the bot."""

    id: str
    split: str
    noise: str
    turns: tuple[Turn, ...]

    def as_json(self) -> dict[str, Any]:
        """The conversation as a line of a dialogue file, in the form that the scorer reads."""
        return asdict(self)


def digest(*parts: object) -> int:
    """A number that depends on nothing but the parts: the same on every machine and run."""
    return int.from_bytes(
        hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).digest()[:8], "big"
    )


def spelled(number: int) -> str:
    """The number in Vietnamese words, 0–99."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return UNITS[ones]
    last = "" if ones == 0 else " mốt" if ones == 1 and tens > 1 else " lăm" if ones == 5 else f" {UNITS[ones]}"
    return ("mười" if tens == 1 else f"{UNITS[tens]} mươi") + last


def percent(value: int) -> list[str]:
    """Ways of writing a percentage."""
    return [f"{value}%", f"{value} %", f"{value} phần trăm"]


def counted(number: int, nouns: Sequence[str] = TASK_NOUNS) -> list[str]:
    """Ways of saying how many."""
    ways = [f"{n} {noun}" for noun in nouns for n in (str(number), spelled(number))]
    ways += [f"**{number}**", f"<b>{number}</b>", f"{number}** {nouns[0]}", f"{number}</b> {nouns[0]}", f"{number}/"]
    return ways + [f"{said} {number}" for said in ("tổng số:", "tổng cộng:", "tổng cộng", "số nhiệm vụ:", "số lượng:")]


def miscounted(number: int, nouns: Sequence[str] = ("nhiệm vụ", "việc")) -> list[str]:
    """Larger numbers that contain this one as text: 14 when the answer is 4."""
    return [f"{tens}{number} {noun}" for tens in range(1, 5) for noun in nouns] if number < 10 else []
