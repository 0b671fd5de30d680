"""What a message names by form: codes, papers, years, days, percentages, ordinals."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set

from knowledge.lexicon import numbers
from knowledge.lexicon.asking import OR
from knowledge.lexicon.papers import CITED, FOLLOWING, IS, KINDS
from knowledge.lexicon.plan_parts import PLAN
from knowledge.lexicon.questions import Phrase
from knowledge.model import Plan
from knowledge.patterns import seldom
from knowledge.questions.question import Document, Listed, find
from knowledge.vietnamese import fold_message

_CODE = seldom(r"(?<![\w/.-])([ivx]+)([.\s]?)0*(\d{1,2})(?:\.0*(\d{1,2}))?(?![\w/%]|-[\w])", re.IGNORECASE)
_ARABIC = seldom(r"(?<![\w/.,-])([1-9])\.0*(\d{1,2})(?:\.0*(\d{1,2}))?(?![\w/.,%]|\s*%)")
_TARGET = seldom(r"\bct\s?(\d{2})\.?\s?(\d{2})\b", re.IGNORECASE)
_LETTERED = seldom(r"(?<![\w/.-])[^\W\d_]{1,5}[.-]?\d\w*(?:[.-]\w+)*")
_DIGIT = re.compile(r"\d")
_LONGEST = 40
"""Characters of a message that is nothing but a code."""
_PIECES = 4
"""Pieces of such a code, at the most, between which there may be spaces."""
_PIECE = re.compile(r"[^\W\d_]+|\d+")
_DOCUMENT = seldom(
    r"(?<![\w.,])(\d{1,4})(?:\s*[/]\s*((?:19|20)\d\d))?(?:\s*[/-]\s*([a-zđ]{2,5}(?:-[a-zđ]{2,6})?))?(?![\w%])",
    re.IGNORECASE,
)
_MONTH = seldom(r"/(?:0?[1-9]|1[0-2])(?![\w/])")
_YEAR = seldom(r"(?<![\d.,/-])((?:19|20)\d\d)(?!\d)|(?<=[/-])((?:19|20)\d\d)(?!\d)")
_A_YEAR = seldom(r"(?:19|20)\d\d")
_DAY = seldom(r"\b(\d{1,2})[/.-](\d{1,2})(?:[/.-]((?:19|20)\d\d))?\b(?![/.-]?\d)")
_PAPERS = tuple(KINDS)
_KINDS = Listed(_PAPERS)
_ORDINAL = frozenset((*numbers.NTH, *numbers.FIRST, *numbers.LAST))
"""Without one of these, and without a number, no ordinal is named."""
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def codes(typed: str, tasks: Set[str], groups: Set[str]) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """(task codes surely meant, codes that may be meant, a code that is no task's): "2.5" may be II.5, "2.1" II.1 or
    VI.2.1."""
    if not has_number(typed):
        return (), (), ""
    exact, strange = [], ""
    for roman, separator, first, second in _CODE.findall(typed):
        code = f"{roman.upper()}.{int(first)}" + (f".{int(second)}" if second else "")
        if code in tasks:
            exact.append(code)
        elif separator == "." and code not in groups:
            strange = code
    if exact:
        return tuple(dict.fromkeys(exact)), (), ""
    maybe = []
    for found in _ARABIC.findall(typed):
        said = [str(int(n)) for n in found if n]
        whole, tail = ".".join([_ROMAN[int(said[0])], *said[1:]]), "." + ".".join(said)
        maybe += [code for code in tasks if code == whole or code.endswith(tail) or code == tail[1:]]
    return (tuple(maybe), (), "") if len(maybe) == 1 else ((), tuple(dict.fromkeys(maybe)), strange)


def key(code: str) -> str:
    """A code as it is compared: "PL3.05" and "pl 3.5" are the same one."""
    return ".".join(piece.lstrip("0") or "0" for piece in _PIECE.findall(code.lower()))


def keys(typed: str) -> tuple[str, ...]:
    """What may be codes as the plan has them, as they are compared: of letters and numbers anywhere ("PL3.5", "CT5.1"),
    of numbers only where nothing else is said."""
    alone = (typed.strip(" .?"),) if len(typed) <= _LONGEST and typed.count(" ") < _PIECES else ()
    lettered = _LETTERED.findall(typed) if has_number(typed) else ()
    return tuple(dict.fromkeys(key(said) for said in (*alone, *lettered)))


def has_number(typed: str) -> bool:
    """Whether a digit was typed: without one there is neither a code nor a year, a day or a paper's number."""
    return _DIGIT.search(typed) is not None


def targets(typed: str, plan: Plan) -> tuple[str, ...]:
    """Targets named by code ("CT25.04")."""
    return tuple(t for t in (f"CT{a}.{b}" for a, b in _TARGET.findall(typed)) if plan.target(t))


def years(typed: str, horizons: Sequence[int] = ()) -> tuple[int, ...]:
    """The years named; "sau 2025" means the horizon after it."""
    if not has_number(typed):
        return ()
    found = [int(a or b) for a, b in _YEAR.findall(typed)]
    for said in numbers.AFTER_YEAR.findall(typed):
        later = [h for h in horizons if h > int(said)]
        if int(said) in horizons and later:
            found = [min(later) if year == int(said) else year for year in found]
    return tuple(dict.fromkeys(found))


def days(typed: str) -> tuple[str, ...]:
    """Days named, as "15/8" or "15/8/2026"; not decimal numbers or codes."""
    if not has_number(typed):
        return ()
    found = []
    for day, month, year in _DAY.findall(typed):
        if (
            1 <= int(day) <= 31
            and 1 <= int(month) <= 12
            and ("." not in typed or f"{day}.{month}" not in typed or year)
        ):
            found.append(f"{int(day)}/{int(month)}" + (f"/{year}" if year else ""))
    said = numbers.DAY_TYPED.findall(typed)
    return tuple(dict.fromkeys([*found, *(f"{int(d)}/{int(m)}" for d, m in said)]))


def percents(typed: str) -> tuple[float, ...]:
    """Percentages named, 0–100; "một nửa" is 50."""
    half = (50.0,) if "nua" in fold_message(typed) and numbers.HALF.search(typed) else ()
    said = numbers.PERCENT_TYPED.findall(typed) if has_number(typed) else ()
    return (*(float(n.replace(",", ".")) for n in said), *half)


def quarter(words: Sequence[str]) -> int:
    """The quarter named, 1–4, or 0."""
    at = find(words, numbers.QUARTER)
    following = words[at + 1] if 0 <= at < len(words) - 1 else ""
    return numbers.QUARTERS.get(following, 0)


def ordinal(words: Sequence[str], names: Listed) -> int:
    """Which of several is meant ("thứ 4", "giải pháp 4"), -1 for the last, or 0. `names`: what may be numbered."""
    if _ORDINAL.isdisjoint(words) and not any(map(str.isdecimal, words)):
        return 0
    for mark in (numbers.NTH, numbers.NUMBER, *names.among(words)):
        at = find(words, mark)
        following = words[at + len(mark)] if 0 <= at < len(words) - len(mark) else ""
        if following.isdecimal() and len(following) < 3:
            return int(following)
        if mark == numbers.NTH and following in numbers.ORDINALS:
            return numbers.ORDINALS[following]
    if find(words, numbers.LAST) >= 0:
        return -1
    return 1 if find(words, numbers.FIRST) >= 0 else 0


def papers_offered(words: Sequence[str]) -> tuple[int, int] | None:
    """(place, length) of two kinds of papers between which it is asked: "là nghị định hay quyết định"."""
    for at in [at for at, word in enumerate(words) if word in OR]:
        other = at + 1 + (words[at + 1 : at + 2] == IS)
        before = max((len(kind) for kind in KINDS if tuple(words[max(0, at - len(kind)) : at]) == kind), default=0)
        after = max((len(kind) for kind in KINDS if tuple(words[other : other + len(kind)]) == kind), default=0)
        if before and after:
            return at - before, other + after - at + before
    return None


def papers(words: Sequence[str]) -> tuple[Phrase, ...]:
    """The kinds of paper that are spoken of."""
    return tuple(_PAPERS[at] for at in _KINDS.said(words))


def documents(typed: str, kinds: Sequence[Phrase], read: Callable[[str], list[str]]) -> tuple[Document, ...]:
    """Papers named by type and number, or by a number with its mark ("258/QĐ-UBND", "59/2012"). `kinds`: of paper that
    are spoken of."""
    if not has_number(typed):
        return ()
    cited = any(kind in CITED for kind in kinds)
    found: list[Document] = []
    dated = {at for day in _DAY.finditer(typed) if day[3] for at in range(*day.span())}
    for match in _DOCUMENT.finditer(typed):
        number, year, mark = match[1], match[2] or "", match[3] or ""
        if match.start() in dated and not mark:
            continue  # "Nghị định ban hành ngày 23/7/2012"
        if not (cited or mark or year) or (_A_YEAR.fullmatch(number) and not mark):
            continue
        before = read(typed[: match.start()])[-4:]
        named = next((k for k in CITED if find(before[-3:], k) >= 0), ())
        if not named and found and before[-2:-1] == [found[-1].number] and before[-1] in OR:
            named = found[-1].type  # "Nghị định 62 hay 106"
        doubtful = named == PLAN and not mark
        if doubtful and tuple(before[-2:]) != named and tuple(before[-3:]) != (*named, *numbers.NUMBER):
            named = ()
        if _MONTH.match(typed, match.end()) and not mark and tuple(before[-1:]) != numbers.NUMBER:
            continue  # "các luật có hiệu lực 1/7": a day
        if not (named or mark or year) or (year and not cited and not mark and int(number) <= 12):
            continue
        if not year and (said := numbers.YEAR_TYPED.match(typed, match.end())):
            year = said[1]
        found.append(Document(str(int(number)), year, named, FOLLOWING in before, doubtful))
    return tuple(found)
