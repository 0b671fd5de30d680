"""A person's own unit in a sentence ("phòng em", "của đơn vị tôi"), and sentences about one's own work or the whole."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

from knowledge.lexicon import own
from knowledge.vietnamese import fold

_MOST_WORDS = 40
"""A longer message asks for no overview: every part of it would be tried as one, which for the longest that may be sent
is work for a minute, all of it courtesies."""
_MARKS = ",.?!;:"
_SPACES = str.maketrans(_MARKS, " " * len(_MARKS))
_GENERAL, _BEFORE, _AFTER = (frozenset(words.split()) for words in (own.GENERAL_WORDS, own.BEFORE, own.AFTER))


class View(StrEnum):
    """What a sentence about one's own work asks for: what there is, what others lead, what is late, what falls due (in
    a week, a quarter, else in the days that lists look ahead)."""

    TASKS = "tasks"
    COOPERATING = "cooperating"
    OVERDUE = "overdue"
    DUE = "due"
    DUE_IN_WEEK = "week"
    DUE_IN_QUARTER = "quarter"


class Overview(StrEnum):
    """What a sentence about the whole asks for: how it stands, which units are late, which have said nothing."""

    WHOLE = "whole"
    LATE = "late"
    SILENT = "silent"


def with_unit(text: str, unit: str) -> str | None:
    """The text with the unit's name where it says "phòng em"; None where it says no such thing.

    >>> with_unit("phòng em chủ trì việc gì", "Văn phòng")
    'Văn phòng chủ trì việc gì'
    """
    words = unicodedata.normalize("NFC", text).split()
    out: list[str] = []
    at, found = 0, False
    while at < len(words):
        if length := _own_at(words, at):
            last = words[at + length - 1]
            of = [words[at]] if _said(words, at, "của") else []
            out += [*of, unit + last[len(last.rstrip(_MARKS)) :]]
            at, found = at + length, True
        else:
            out.append(words[at])
            at += 1
    return " ".join(out) if found else None


def _own_at(words: list[str], at: int) -> int:
    """How many words from here on mean the person's own unit, 0 for none."""
    length = next((n for head in own.UNIT_HEADS if (n := _said(words, at, head))), 0)
    of = _said(words, at + length, "của")
    if not length and not of:
        return 0
    rest = at + length + of
    owner = next((n for name in own.OWNERS if (n := _said(words, rest, name))), 0)
    if not owner or own.NOT_OWNER.match(fold(" ".join(words[rest : rest + 2]))):
        return 0
    return length + of + owner


def _said(words: list[str], at: int, printed: str) -> int:
    """How many words of a printed phrase stand here, 0 if it does not: without any tones, or with its own."""
    wanted = printed.split()
    found = [w.rstrip(_MARKS).lower() for w in words[at : at + len(wanted)]]
    same = len(found) == len(wanted) and all(
        f == w or (f.isascii() and f == fold(w)) for f, w in zip(found, wanted, strict=True)
    )
    return len(wanted) if same else 0


def own_view(text: str) -> View | None:
    """What a sentence asks about the asker's own work, when it asks nothing else; None otherwise."""
    without = with_unit(text, "#")
    folded = fold(without if without is not None else text)
    words = folded.replace("#", " ").translate(_SPACES).split()
    if not words or (without is None and not own.SELF.search(folded)) or not _GENERAL.issuperset(words):
        return None
    said = " ".join(words)
    if not own.ASKING.search(said):
        return None
    if own.COOPERATING.search(said):
        return View.COOPERATING
    if own.OVERDUE.search(said):
        return View.OVERDUE
    if not own.DUE.search(said):
        return View.TASKS
    if own.WEEK.search(said):
        return View.DUE_IN_WEEK
    return View.DUE_IN_QUARTER if own.QUARTER.search(said) else View.DUE


def overview(text: str) -> Overview | None:
    """What a sentence asks about how the whole plan goes; None when it asks something else."""
    words = fold(text).translate(_SPACES).split()
    if len(words) > _MOST_WORDS:
        return None
    forms = ((own.SILENT_UNITS, Overview.SILENT), (own.LATEST_UNITS, Overview.LATE), (own.OVERALL, Overview.WHOLE))
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            said = " ".join(words[start:end])
            found = next((meant for form, meant in forms if form.fullmatch(said)), None)
            if found:
                return found
            if words[end - 1] not in _AFTER:
                break
        if words[start] not in _BEFORE:
            break
    return None
