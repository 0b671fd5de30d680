"""A whole digest answered in one message: "1 xong, 2 60% đã trình, 3 vướng kinh phí", "1x 2=60", "tất cả xong".

Only the numbers and what stands behind them are told apart here; what a report means is read as any other. What could
be a note of the line before as well as an answer to a line of its own is unclear, and said to be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from knowledge.lexicon import whole_digest as lexicon
from knowledge.progress.questions import may_ask
from knowledge.vietnamese import fold, in_step

MOST = 60
"""Highest number that a digest is taken to have."""


class Answer(StrEnum):
    """A report, to be read as any other; done; as last time; not this person's; not to be understood."""

    REPORT = "report"
    DONE = "done"
    SAME = "same"
    NOT_MINE = "not_mine"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Part:
    """What is said of some numbers; no numbers: of all. `body`: the words as typed."""

    numbers: tuple[int, ...]
    body: str
    answer: Answer


def _any(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


_ONE = r"\d{1,2}(?![\d%/])(?!\s*%)(?!\.\d)(?!:[0-5]\d(?!\d))"
_SMALL = r"(?:[1-9]|1[0-2])(?![\d%/.,:])"
_SETTLED = rf"(?=\s+{_any((*lexicon.DONE, *lexicon.SAME))}(?!\w))"
"""What makes "1 2 3 xong" three lines that are done, where "1 60" is the first at 60."""
_HEAD = re.compile(
    rf"(?:(?:cai|viec|muc|so|cau|y)(?:\s+thu)?\s+)*(?P<numbers>{_SMALL}(?:\s+{_SMALL})+{_SETTLED}|{_ONE}(?:\s*(?:,|&|\+|-|–|{_any(lexicon.AND)})\s*{_ONE})*)"
    r"(?P<sure>\s*(?:[.)\]:=>]|->|→|(?<=\d)\s*[-–](?=\s*\D))\s*)?(?P<gap>\s*)"
)
_REPORT = re.compile(rf"\d|{_any(lexicon.REPORTS)}(?!\w)|[✓✔]")
_BREAK = re.compile(
    r"(?:[;\n]|,(?!\d)|\.(?!\d)|(?<!\w)(?:va|con)(?!\w)|\|)\s*"
    r"|\s+(?=\d{1,2}\s*(?:=|\)|:(?![0-5]\d(?!\d))))"
)
_BREAK_END = re.compile(r"[\s,;.|]*(?:(?<!\w)(?:và|va|còn|con))?[\s,;.|]*\Z")
_SHORT = re.compile(rf"(?:{_any((*lexicon.DONE, *lexicon.SAME))}|=?\s*\d{{1,3}}(?:[.,]\d)?\s*%?)\s+(?=\d)")
_ALL = re.compile(
    rf"{_any(lexicon.ALL)}(?!\w)(?:\s+(?:\d{{1,2}}\s+)?(?:viec|muc|deu|cac viec|roi))*\s*(?P<rest>.*)", re.DOTALL
)
_DONE = re.compile(rf"(?:{_any(lexicon.DONE)}|[✓✔])(?:\s+(?:roi|a|nhe|em|thay|anh|chi))*[\s.!]*")
_SAME = re.compile(rf"{_any(lexicon.SAME)}[\s.!]*")
_NOT_MINE = re.compile(rf"{_any(lexicon.NOT_MINE)}.*")
_RANGE = re.compile(r"[-–]|den|toi")


def answers(typed: str) -> tuple[Part, ...]:
    """What the message says of the numbers of a digest, in its order; () when it is no such message."""
    words, folded = in_step(typed.replace("\n", " ; ").strip(" ,;.\r\t"))
    if not words or typed.rstrip().endswith("?") or may_ask(typed):
        return ()
    whole = _ALL.fullmatch(folded)
    if whole:
        rest = whole["rest"].strip() or folded
        done = _DONE.fullmatch(rest) or (folded in lexicon.ALL and "xong" in folded)
        return (Part((), words, Answer.DONE),) if done else ()
    starts = _starts(folded)
    if not starts:
        return ()
    parts = []
    for (head, _), (_, ends) in pairwise([*starts, (starts[0][0], len(words))]):
        parts.append(_part(head, _BREAK_END.sub("", words[head.end() : ends])))
    return tuple(_once(parts))


def _starts(folded: str) -> list[tuple[re.Match[str], int]]:
    """Where each answer begins: the first number of the message, and every one after a break or a short answer."""
    first = _HEAD.match(folded)
    if first is None or not _opens(folded, first, sure=False):
        return []
    found = [(first, first.start())]
    at = first.end()
    while at < len(folded):
        short = _SHORT.match(folded, at)
        breaks = _BREAK.search(folded, at)
        places = [m.end() for m in (short, breaks) if m]
        if not places:
            break
        place = min(places)
        head = _HEAD.match(folded, place)
        by_break = breaks is not None and place == breaks.end()
        begins = head is not None and (_spaced(folded, head) if by_break else _opens(folded, head, sure=True))
        if head is not None and begins:
            found.append((head, place))
            at = head.end()
        else:
            at = place
    return found


def _opens(folded: str, head: re.Match[str], *, sure: bool) -> bool:
    """Whether a report follows the number; `sure`: the number stands where another one may be meant."""
    if not _spaced(folded, head):
        return False
    rest = folded[head.end() :]
    if _NOT_MINE.match(rest) or _SAME.match(rest):
        return True
    return bool(_REPORT.match(rest)) and not (sure and rest[:1].isdigit() and not head["sure"] and "%" not in rest[:6])


def _spaced(folded: str, head: re.Match[str]) -> bool:
    """Whether the number ends where it ends: "1x", "1 xong", "2=60", not "1a" or "2h"."""
    if head["sure"] or head["gap"]:
        return head.end() < len(folded)
    return bool(re.match(r"(?:x|xong|v|ok)(?!\w)|[✓✔]", folded[head.end() :]))


def _part(head: re.Match[str], body: str) -> Part:
    numbers = _numbers(head["numbers"])
    folded = fold(body).strip()
    if not numbers or not folded:
        return Part(numbers or (0,), body, Answer.UNCLEAR)
    if _DONE.fullmatch(folded):
        return Part(numbers, body, Answer.DONE)
    if _SAME.fullmatch(folded):
        return Part(numbers, body, Answer.SAME)
    if _NOT_MINE.fullmatch(folded):
        return Part(numbers, body, Answer.NOT_MINE)
    clear = bool(_REPORT.match(folded)) or bool(head["sure"])
    return Part(numbers, body, Answer.REPORT if clear else Answer.UNCLEAR)


def _numbers(words: str) -> tuple[int, ...]:
    """The numbers that stand together: "1, 2", "1 và 3", "2-4"."""
    found: list[int] = []
    last = 0
    for match in re.finditer(r"\d{1,2}", words):
        number, between = int(match[0]), words[last : match.start()]
        if found and _RANGE.search(between):
            if number <= found[-1] or number > MOST:
                return ()
            found += range(found[-1] + 1, number + 1)
        else:
            found.append(number)
        last = match.end()
    return tuple(dict.fromkeys(found)) if all(1 <= n <= MOST for n in found) else ()


def _once(parts: list[Part]) -> list[Part]:
    """A number that was answered before says more than one thing: neither is certain."""
    counted = [number for part in parts for number in part.numbers]
    twice = {number for number in counted if counted.count(number) > 1}
    return [replace(part, answer=Answer.UNCLEAR) if twice & set(part.numbers) else part for part in parts]
