"""The words of a question that are left to narrow a list by, and how they are told."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from knowledge.questions import Question
from knowledge.search import Index

_MARKS = ".,;:()[]“”\"'–-/…"
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_BETWEEN = 2
"""Soft words between two that narrow a list which are told with them."""


def left_to_narrow(q: Question, explained: Collection[str], index: Index) -> list[str]:
    """The words that no condition explains. Wrong tones must not turn "vụ" into a word to filter by: what is soft is
    told by the folded form, unless its marks, or its neighbour, show it to be another ("lực", "nhan luc")."""
    firm = {b for a, b in pairwise(q.words) if a not in index.soft and index.is_firm((a, b), 1)}
    counted = _counted(q.words, index)
    asking = {w for w in q.asking if not _says_else(q, w, index)} if not q.asking.isdisjoint(q.hard) else q.asking
    left = [w for w in q.hard if w not in explained and w not in asking and (not w.isdigit() or w in counted)]
    return [w for w in left if w not in index.soft or w in q.spelt or w in firm]


def _says_else(q: Question, word: str, index: Index) -> bool:
    """Whether a word that asks is said once more as part of a printed one: "bao nhiêu … báo cáo"."""
    if q.words.count(word) < len((word, word)):
        return False
    return any(pair[0] == word and pair[1] in q.hard and pair in index.pairs for pair in pairwise(q.words))


def without_asking(q: Question, hard: Sequence[str], index: Index) -> Sequence[str]:
    """The words of a question but those that ask with a word which narrows as well: "(bao) nhiêu việc là báo cáo"."""
    doubled = {w for w in hard if w in q.asking}
    if not doubled:
        return q.words
    after = (*q.words[1:], "")
    beside = zip(q.words, after, strict=True)
    return [word for word, then in beside if word not in doubled or (then in q.hard and (word, then) in index.pairs)]


def _counted(words: Sequence[str], index: Index) -> set[str]:
    """Numbers, but for years, that the plan prints before the same word ("18 định mức"), by their groups of digits."""
    numbers = (
        (number.replace(",", ".").split("."), after)
        for number, after in pairwise(words)
        if number[0].isdigit() and not _A_YEAR.fullmatch(number) and not after[0].isdigit()
    )
    return {part for parts, after in numbers if (parts[-1], after) in index.pairs for part in parts}


def as_printed(hard: Sequence[str], said: Sequence[str], text: str, read: Callable[[str], Sequence[str]]) -> str:
    """The folded words `hard` of a message `said` as a text prints them, with the few that stand between: "hạ tầng
    số"; what is left out is "…". `read`: the folded words of a printed one, short forms in full. A word that the text
    does not print stays as it is."""
    printed = [
        (word, bare.lower() if bare.istitle() else bare)
        for token in text.split()
        if (bare := token.strip(_MARKS))
        for word in read(bare)
    ]
    known = {word for word, _ in printed}
    wanted, last = {*hard, *(w for w in said if "." in w and set(hard).issuperset(w.split(".")))}, -1
    shown: list[str] = []
    for at, word in enumerate(said):
        if word not in wanted:
            continue
        between = said[last + 1 : at]
        if shown and between:
            shown += between if len(between) <= _BETWEEN and all(w in known for w in between) else ["…"]
        shown.append(word)
        last = at
    beside = ["", *shown, ""]
    forms = [_printed_as(word, beside[at], beside[at + 2], printed) for at, word in enumerate(shown)]
    return " ".join(form for at, form in enumerate(forms) if not at or form != forms[at - 1])


def _printed_as(word: str, before: str, after: str, printed: Sequence[tuple[str, str]]) -> str:
    """The form in which a folded word is printed beside these neighbours ("du lịch", not the "dự" of "dự án"), else
    where it stands first; the word itself where it is not printed."""
    found = [
        ((at > 0 and printed[at - 1][0] == before) + (at + 1 < len(printed) and printed[at + 1][0] == after), -at, form)
        for at, (said, form) in enumerate(printed)
        if said == word
    ]
    return max(found)[2] if found else word
