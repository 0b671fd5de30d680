"""Percentages said in words: "tám mươi lăm phần trăm" is written out before anything else is read, for many of its
words are others without their tones ("tạm", "làm")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.lexicon.numbers import NUMBER_TONES, NUMBER_WORDS, NUMBERED

_ONES = "(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin)"
_TENS = "(?:hai|ba|bon|nam|sau|bay|tam|chin)"
_HUNDREDS = rf"(?:(?P<hundreds>{_ONES}) )?tram"
_BELOW = (
    rf"(?P<tens>{_TENS}) (?:muoi|chuc)(?: (?P<ones>{_ONES}))?|(?P<ten>muoi)(?: (?P<teen>{_ONES}))?"
    rf"|(?P<short>{_TENS}) (?P<short_ones>{_ONES})|(?!lam)(?P<one>khong|{_ONES})"
)
_FIGURE = re.compile(
    rf"(?<!\w)(?:(?P<whole>{_HUNDREDS})(?: (?:linh |le )?(?:{_BELOW}))?|{_BELOW.replace('(?P<', '(?P<b_')})"
    rf"(?: phay (?P<tenth>{_ONES}))?(?= phan tram(?!\w))"
)
_BEFORE = re.compile(r"(?:(\w+) )?(\w+) \Z")


def figures(folded: str, words: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, number as "85" or "60.5") of each percentage in words; `words` is the message in lower case with its
    tones, place by place beside `folded`. One that follows another number ("hai hai ba phần trăm") is not certain."""
    at = 0
    while match := _FIGURE.search(folded, at):
        start, end = match.span()
        said = zip(folded[start:end].split(), words[start:end].split(), strict=False)
        sure = all(typed.isascii() or typed in NUMBER_TONES[word] for word, typed in said)
        if sure and not _continues(folded[:start], words[:start]):
            yield start, end, _value(match)
        at = end if sure else folded.index(" ", start)


def _continues(folded: str, words: str) -> bool:
    """Whether a number stands right before, that is not the number of a task ("nhiệm vụ hai chấm năm tám mươi …")."""
    before, typed = _BEFORE.search(folded), _BEFORE.search(words)
    if before is None or typed is None:
        return False
    number = before[2] in NUMBER_TONES and (typed[2] in NUMBER_TONES[before[2]] or before[2] != "lam")
    same = typed[2].isascii() or typed[2] in NUMBER_TONES.get(before[2], ())
    return before[2] == "phay" or (number and same and before[1] not in NUMBERED)


def _value(match: re.Match[str]) -> str:
    found = {name.removeprefix("b_"): word for name, word in match.groupdict().items() if word}
    number = 100 * NUMBER_WORDS[found.get("hundreds", "mot")] if "whole" in found else 0
    number += 10 * NUMBER_WORDS[found.get("tens") or found.get("short") or "khong"] + (10 if "ten" in found else 0)
    ones = found.get("ones") or found.get("teen") or found.get("short_ones") or found.get("one") or "khong"
    tenth = f".{NUMBER_WORDS[found['tenth']]}" if "tenth" in found else ""
    return f"{number + NUMBER_WORDS[ones]:02d}{tenth}"
