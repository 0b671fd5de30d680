"""Task codes as people type them: "II.5", "ii8", "VI.03.03", "(II.7)", "2.5", "nhiệm vụ 5 mục II"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from knowledge.lexicon import numbers
from knowledge.model import Plan, Task
from knowledge.progress.typed import Typed, typed

Parts = tuple[str, ...]
_PART = re.compile(r"[a-z]+|\d+")
_ROMAN = r"(?:x{0,3}(?:[il]x|[il]v|v?[il]{0,3}))"
_SEP = r" ?[.\-,_/:] ?"
_WRITTEN = re.compile(
    rf"(?<![\w.])(?P<area>(?=[ivxl]){_ROMAN})(?P<sep>{_SEP}| ?)(?P<first>(?:(?<=[.\-])o)?\d{{1,2}})"
    rf"(?P<more>(?:(?:{_SEP}| )\d{{1,2}}){{0,8}})(?![\w%])"
)
_LETTERED = re.compile(r"(?<![\w.])[a-z]{1,4}[.\-]?\d{1,3}(?:[.\-]\d{1,3})*[a-z]?(?![\w%])")
_NUMBERED = re.compile(r"(?<![\w.,/])\d{1,2}(?:[.,]\d{1,2}){1,2}(?![\w/%]|[.,]\d| ?%)")
_BARE = re.compile(r"\d{1,3}(?![\w%.,/]| ?%| ?phan tram)(?=[ :]+\S)")
_BARE_AREA = re.compile(rf"(?:(?:muc|phan|linh vuc|lv|nhom) )?(?P<area>(?=[ivx]){_ROMAN})(?= [\S])")
_SAID = "(?:" + "|".join(numbers.NUMBER_WORDS) + r")(?!\w)(?! muoi(?!\w))"
_TASK = r"(?:nhiem vu|nv|stt|so thu tu|viec|cong viec|muc|y)"


def _spelled(roman: str, number: str) -> tuple[re.Pattern[str], ...]:
    """Codes said in words, with these patterns for the area and the number in it."""
    part = rf"(?:muc|phan|linh vuc|lv|chuong|phu luc) (?P<area>{roman})"
    n = rf"(?P<n>{number})"
    return (
        re.compile(rf"(?<!\w){_TASK}(?: so| thu)? {n},? ?(?:cua |thuoc |o |trong )?{part}(?!\w)"),
        re.compile(rf"(?<!\w){part}(?:,| -)? ?{_TASK}(?: so)? {n}(?![\w%])"),
        re.compile(rf"(?<!\w)(?P<area>{roman}) cham (?P<n>{number}(?: cham {number})?)(?![\w%])"),
    )


_SPELLED = _spelled(rf"(?=[ivxl]){_ROMAN}", rf"(?:\d{{1,2}}(?:\.\d{{1,2}})?|{_SAID})")
_SPOKEN = _spelled(rf"(?:la ma )?(?:\d(?![\w.])|{_SAID})", rf"(?:\d{{1,2}}|{_SAID})")
"""Without a Roman numeral: what a telephone writes when the code is spoken ("hai chấm năm")."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A code in a message, from `start` to `end` of its folded form. `certain`: exactly one task is meant, the first
    of `candidates`; without candidates the plan has no such task."""

    start: int
    end: int
    words: str
    candidates: tuple[str, ...]
    certain: bool


@lru_cache(maxsize=4_096)
def parts_of(code: str) -> Parts:
    """A code as letters and numbers, numbers without leading zeros: "VI.03.03" is ("vi", "3", "3")."""
    return tuple(p.lstrip("0") or "0" if p.isdigit() else p for p in _PART.findall(code.lower()))


def codes_like(text: str, plan: Plan) -> tuple[str, ...]:
    """Task codes that a typed code may mean, best first ("2.5" → II.5; "2.1" → II.1, VI.2.1; "II.05" → II.5;
    "VI.4" → the tasks of that group); when none fits exactly, or the text is more than a code, empty."""
    line = typed(text)
    stripped = line.folded.strip(" .,;:()[]\"'")
    exact = [t.code for t in plan.tasks if t.code.lower() == stripped]
    if exact:
        return tuple(exact)
    for pattern in (*_SPELLED, *_SPOKEN):
        match = pattern.fullmatch(stripped)
        if match:
            return _meant(_code_of(match), plan)[0]
    stripped = re.sub(rf"^{_TASK}(?: so)? ", "", stripped)
    for pattern in (_WRITTEN, _LETTERED, _NUMBERED):
        if pattern.fullmatch(stripped):
            return _meant(stripped, plan)[0]
    return _meant(stripped, plan)[0] if stripped.isdigit() else ()


def _code_of(match: re.Match[str]) -> str:
    """The code that is said in words: "mục hai nhiệm vụ năm" is 2.5, "la mã hai chấm năm" II.5."""
    numerals = {value: numeral for numeral, value in numbers.ROMAN_VALUES.items()}
    area = match["area"]
    roman = area.startswith("la ma ")
    parts = [str(numbers.NUMBER_WORDS.get(p, p)) for p in (area.removeprefix("la ma "), *match["n"].split(" cham "))]
    return ".".join([numerals.get(parts[0], parts[0]) if roman else parts[0], *parts[1:]])


def nearest_codes(text: str, plan: Plan, limit: int = 3) -> tuple[str, ...]:
    """Codes nearest to one that the plan does not have, for "ý đồng chí là …?"."""
    wanted = _roman(parts_of(typed(text).folded))
    if not wanted:
        return ()
    ranked = sorted(plan.tasks, key=lambda task: _difference(wanted, parts_of(task.code)))
    return tuple(task.code for task in ranked[:limit])


def _difference(wanted: Parts, code: Parts) -> tuple[bool, bool, int, int]:
    """How far a typed code is from one of the plan, to sort by: the same place first, then the same area."""
    typed_numbers, numbers = _numbers(wanted), _numbers(code)
    places = (typed_numbers[-1], numbers[-1])
    last = abs(int(places[0]) - int(places[1])) if all(p.isdigit() for p in places) else 99
    elsewhere = typed_numbers[:-1] != numbers[:-1]
    letters = Levenshtein.distance(".".join(wanted), ".".join(code)) if elsewhere else 0
    return elsewhere, typed_numbers[0] != numbers[0], letters, last


def _roman(parts: Parts) -> Parts:
    """The code with "ll" read as "II": the wrong key gives the same look."""
    return tuple(p.replace("l", "i") if set(p) <= set("ivxl") else p for p in parts)


def _numbers(parts: Parts) -> Parts:
    return tuple(numbers.ROMAN_VALUES.get(p, p) for p in parts)


def _meant(code: str, plan: Plan) -> tuple[tuple[str, ...], bool]:
    """The tasks that a typed code may mean, best first, and whether it certainly is the first."""
    wanted = _roman(parts_of(code))
    if not wanted:
        return (), False
    tasks = [(task, parts_of(task.code)) for task in plan.tasks]
    exact = [task.code for task, parts in tasks if parts == wanted]
    if exact:
        return tuple(exact[:1]), True
    if not wanted[0].isdigit():
        # "vi42": the numbers were run together.
        glued = [t.code for t, parts in tasks if parts[0] == wanted[0] and "".join(parts[1:]) == "".join(wanted[1:])]
        if glued and len(wanted) == 2:
            return tuple(glued), len(glued) == 1
        return tuple(t.code for t, parts in tasks if len(wanted) > 1 and parts[: len(wanted)] == wanted), False
    return _numeric(wanted, tasks)


def _numeric(wanted: Parts, tasks: list[tuple[Task, Parts]]) -> tuple[tuple[str, ...], bool]:
    """A code typed in numbers only: the whole code, or what is printed in the row of some area."""
    whole = [task.code for task, parts in tasks if _numbers(parts) == wanted]
    printed = [task.code for task, _ in tasks if parts_of(task.printed_code) == wanted and task.code not in whole]
    found = (*whole, *printed)
    if len(found) != 1:
        return found, False
    # "2.5" is printed nowhere and may be a slip for VI.2.5: it asks. "4.6" stands so in the annex; "6.2.1" is whole.
    return found, len(wanted) > 2 or (bool(printed) and len(wanted) > 1)


def mentions(line: Typed, text: str, plan: Plan) -> list[Mention]:
    """All codes in a message, in order; `text` is its folded form with links and the like masked."""
    found: list[Mention] = []
    written = list(_candidates(line, text, plan)) or list(_in_words(_SPOKEN, text, plan))
    for mention in sorted(written, key=lambda m: (m.start, -m.end)):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return found


def _candidates(line: Typed, text: str, plan: Plan) -> Iterator[Mention]:
    yield from _in_words(_SPELLED, text, plan)
    for match in _WRITTEN.finditer(text):
        mention = _written(line, match, plan)
        if mention:
            yield mention
    for task in plan.tasks:
        code = task.code.lower()
        if not _WRITTEN.fullmatch(code) and not code.isdigit():
            for match in re.finditer(rf"(?<![\w.]){re.escape(code)}(?![\w%])(?!\.\w)", text):
                yield Mention(match.start(), match.end(), match[0], (task.code,), True)


def _in_words(patterns: tuple[re.Pattern[str], ...], text: str, plan: Plan) -> Iterator[Mention]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            codes, certain = _meant(_code_of(match), plan)
            yield Mention(match.start(), match.end(), match[0], codes, certain)


def _written(line: Typed, match: re.Match[str], plan: Plan) -> Mention | None:
    """ "II.5", "vi 4 2" …; the digits after the code that are no part of it ("II.5 60") are left to the message."""
    area_typed = line.quote(match.start("area"), match.end("area"))
    if any(ord(c) > 127 and c.lower() in "ìíỉĩị" for c in area_typed):
        return None  # "vì 2 lý do"
    more = [(m[1], match.start("more") + m.end()) for m in re.finditer(rf"(?:{_SEP}| )(\d{{1,2}})", match["more"])]
    numbers = [match["first"].replace("o", "0"), *(number for number, _ in more)]
    ends = [match.end("first"), *(end for _, end in more)]
    readings = [_meant(".".join([match["area"], *numbers[:n]]), plan) for n in range(1, len(numbers) + 1)]
    # The longest code that the plan has: what follows it ("II.5 60") is no part of it.
    tight = 1 + _tight(match["more"])
    count = next((n for n in range(len(numbers), tight - 1, -1) if readings[n - 1][1]), 0)
    if not count:
        if not match["sep"].strip():
            return None  # "vi 2", "v2" are codes only when the plan has them
        count = tight
    codes, certain = readings[count - 1]
    start, end = match.start(), ends[count - 1]
    return Mention(start, end, line.quote(start, end), codes, certain)


def _tight(more: str) -> int:
    """How many numbers follow joined by a point: no part of "II.5.1" may be left out."""
    joined = re.match(r"(?: ?\. ?\d{1,2})*", more)
    return len(re.findall(r"\d+", joined[0])) if joined else 0


def numbered(text: str, place: int, plan: Plan, *, commanded: bool) -> Mention | None:
    """A code in numbers only ("2.5", "4.6"; after the command also a bare "5") that begins exactly at `place`."""
    match = _NUMBERED.match(text, place)
    if match is None and commanded:
        match = _BARE.match(text, place)
        area = _BARE_AREA.match(text, place)
        if area and area["area"].upper() in {a.code.upper() for a in plan.areas}:
            of_area = tuple(t.code for t in plan.tasks if t.area.lower() == area["area"])
            return Mention(area.start(), area.end(), area[0], of_area, False)
        lettered = None if match else _LETTERED.match(text, place)
        if lettered:
            return Mention(lettered.start(), lettered.end(), lettered[0], (), False)
    if match is None:
        codes = {t.code.lower(): t.code for t in plan.tasks if t.code.isdigit()}
        found = re.compile(r"\d+(?![\w%.,/]| ?%)").match(text, place)
        if not found or found[0] not in codes:
            return None
        match = found
    codes_meant, certain = _meant(match[0], plan)
    return Mention(match.start(), match.end(), match[0], codes_meant, certain)
