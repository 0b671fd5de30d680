"""What is said of one task: percentage, period, status and note, in the part of a message that is about it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from knowledge.lexicon import numbers
from knowledge.lexicon import progress as lexicon
from knowledge.progress.amounts import BROKEN, PERIOD, Amount, bare_at, percent_at, percents
from knowledge.progress.typed import CODE, Typed, typed
from knowledge.progress.update import ErrorCode, StatusCode
from knowledge.progress.words import LEAD, TRAILING, any_of, has_any, states, statuses

Range = tuple[int, int]

_GAP = r"(?:[\s:;,.=>()\[\]*~|≈→<≥]|[-–—](?!\d)|(?<=[\w)\]\x00])[-–—])*"
_GAPS = re.compile(_GAP)
_LINK = rf"(?:{any_of(lexicon.LINKS)}|tam(?!\w)(?! (?:{'|'.join(numbers.NUMBER_TONES)})(?!\w)))"
"""A word between the code and its percentage; "tam muoi" is eighty."""
_LINKS = re.compile(rf"{_GAP}(?:{_LINK}{_GAP})*")
_MOVED = re.compile(rf"{_GAP}(?:da )?(?:tang (?=(?:tu )?\d[\d.,]* ?%? ?len)|giam (?=tu ))")
_DOUBTFUL = re.compile(rf"{_GAP}(?:{any_of(lexicon.LINKS)}{_GAP})*(?P<doubt>{any_of(lexicon.DOUBTFUL)})")
_BEFORE_CODE = re.compile(rf"{_GAP}(?:{any_of(lexicon.BEFORE_CODE)}{_GAP})*")
_LATER = re.compile(rf"(?:(?<!\w){any_of(lexicon.LATER_LINKS)}[\s:]*)*\Z")
_SECOND = re.compile(r"(?:[\s,/&\-–;]|hay|hoac|va|den)*")
_AFTER_BARE = re.compile(rf"\s*(?:\Z|[,;.!?\n)(…:\x00]|[-–—](?!\d)|{any_of(lexicon.AFTER_BARE)})")
_WHOLE = re.compile(rf"(?:\s*{any_of(lexicon.WHOLE)})+")
_ENDS = re.compile(rf"(?:[\s!*:\-–~]|{any_of(lexicon.PARTICLES)})*(?:\Z|[,;.!\n()\x00])")
_FIGURE_ENDS = re.compile(rf"{_ENDS.pattern}|\s*{any_of(lexicon.AFTER_FIGURE)}")
_WRONG = re.compile(rf"[\s,;:\-–]*(?:thi\s+)?{any_of(lexicon.WRONG)}")
_ASIDE = re.compile(rf"(?:\s*(?!xong){any_of(lexicon.PARTICLES)})+(?=\s*[,;.\n!])")
_LEAD_END = re.compile(rf"(?:[\s:,\-–]*(?<!\w){any_of(lexicon.LEAD_END)})+[\s:,\-–]*\Z")
_PROGRESS = re.compile(
    rf"(?<!\w)(?:tien do|nay|hien nay|den nay|hien tai)(?:\s+{any_of(lexicon.LATER_LINKS)})*[\s:]*\Z"
)
_TRIM = " \t\n:;,.-–—=>*|~"
_DONE_WORDS = ("xong", "hoan thanh", "hoan tat", "ht", "xog", "hthanh")


@dataclass(slots=True)
class Body:
    """What was understood. `used`: places that are no note; `direct`: the percentage stands beside the code or goes
    with it by words that leave no doubt; `stated`: the words after the code report something; `fault`: why nothing
    can be recorded."""

    percent: float | None = None
    status: StatusCode | None = None
    note: str | None = None
    period: str = ""
    direct: bool = False
    stated: bool = False
    doubtful: bool = False
    fault: ErrorCode | None = None
    used: list[Range] = field(default_factory=list)

    @property
    def silent(self) -> bool:
        """Nothing new is said at all."""
        return self.fault is None and self.percent is None and self.status is None and not self.note


def read_body(line: Typed, text: str, before: Range, after: Range, *, noted: bool = True) -> Body:
    """Reads what the message says of the task whose code stands between the ranges `before` and `after` of `text`
    (the folded message with codes, links, dates and the like masked). `noted`: with the note."""
    body = Body()
    body.stated = states(line, text, after[0])
    _period_before(line, text, body, before)
    start = after[0] if body.period else _period(line, text, body, after)
    if not _beside_code(text, body, start, after[1]) and not _before_code(text, body, before):
        _later(text, body, before, after)
    if body.fault is None:
        _statuses(line, text, body, before, after)
    if body.fault is None and noted:
        body.note = _note(line, text, body, before, after)
        _period_in_note(body)
    return body


def _period_before(line: Typed, text: str, body: Body, before: Range) -> None:
    """ "/tiendo quý II/2026 I.1 50%": the period stands before the code."""
    start = LEAD.skip(line, text, *before)
    match = PERIOD.match(text, start, before[1])
    if match and not text[match.end() : before[1]].strip(_TRIM):
        body.period = line.quote(*match.span()).strip()
        body.used.append((start, before[1]))


def _period_in_note(body: Body) -> None:
    """ "I.1 100% năm 2025": all that follows is the period."""
    folded = typed(body.note or "").folded
    match = PERIOD.match(folded)
    if not match or (match.end() < len(folded) and not TRAILING.match(folded, match.end())):
        return
    if not body.period and re.search(r"20\d\d", match[0]) and not match[0].isdigit():
        body.period, body.note = (body.note or "")[: len(match[0])], None


def _period(line: Typed, text: str, body: Body, after: Range) -> int:
    """Takes the period named right after the code; gives where the rest begins."""
    gap = _GAPS.match(text, *after)
    start = gap.end() if gap else after[0]
    match = PERIOD.match(text, start, after[1])
    if match is None or (not match["year"] and not text[match.end() : after[1]].strip(_TRIM)):
        return after[0]
    body.period = line.quote(*match.span()).strip()
    body.used.append((after[0], match.end()))
    return match.end()


def _beside_code(text: str, body: Body, start: int, end: int) -> bool:
    """The percentage right after the code; True when the question of the percentage is settled."""
    doubt = _DOUBTFUL.match(text, start, end)
    if doubt:
        following = _LINKS.match(text, doubt.end(), end)
        amount = percent_at(text, following.end()) if following else None
        moved = amount and amount.moved and doubt["doubt"] in {"tang", "giam"}
        if (
            amount
            and amount.value
            and not moved
            and not re.search("[,;.\n]", text[doubt.end() : amount.start])  # "chưa xong, mới 70%"
            and (_WHOLE.match(text, amount.end, end) or _ENDS.match(text[:end], amount.end))
        ):
            body.fault, body.doubtful = "ambiguous", True
            return True
    links = _MOVED.match(text, start, end) or _LINKS.match(text, start, end)
    place = links.end() if links else start
    amount = percent_at(text, place)
    if amount is None:
        amount = bare_at(text, place)
        if amount and not _AFTER_BARE.match(text[:end], amount.end):
            # "60 70", "6 0%": which number is meant?
            beside = end - len(text[amount.end : end].lstrip())
            second = bare_at(text, beside)
            if (second and _AFTER_BARE.match(text[:end], second.end)) or percent_at(text, beside):
                body.fault = "ambiguous"
                return True
            return False
        if amount and amount.value is not None and amount.value < 10 and has_any(text[start:place], lexicon.COUNTING):
            body.fault = "ambiguous"  # "xong 2": two of what?
            return True
        if amount is None and BROKEN.match(text, place, end):
            body.fault, body.direct = "bad_percent", True
            return True
    if amount is None or amount.end > end:
        return False
    _take(text, body, amount, links.start() if links else place)
    _second(text, body, amount, end)
    return True


def _take(text: str, body: Body, amount: Amount, start: int) -> None:
    body.direct = True
    body.fault = amount.fault or None
    body.percent = amount.value
    if amount.value == 100 and has_any(text[start : amount.start], _DONE_WORDS):
        body.status = "done"
    if _WRONG.match(text, amount.end):
        body.fault = "ambiguous"
    aside = _ASIDE.match(text, amount.end)
    if aside:
        body.used.append(aside.span())
    whole = _WHOLE.match(text, amount.end)
    body.used.append(_with_brackets(text, start, whole.end() if whole else amount.end))


def _with_brackets(text: str, start: int, end: int) -> Range:
    """The range with the brackets that hold just it."""
    left = start - len(text[:start]) + len(text[:start].rstrip())
    opened = text[left - 1 : left] in ("(", "[") or "(" in text[start:end] or "[" in text[start:end]
    right = end + len(text[end:]) - len(text[end:].lstrip())
    if opened and text[right : right + 1] in (")", "]"):
        return (left - 1 if text[left - 1 : left] in ("(", "[") else start), right + 1
    return start, end


def _second(text: str, body: Body, first: Amount, end: int) -> None:
    """Two percentages side by side leave open which one is meant."""
    joint = _SECOND.match(text, first.end, end)
    other = percent_at(text, joint.end()) if joint else None
    if other and other.end <= end:
        body.used.append((first.end, other.end))
        body.fault = body.fault if other.value == first.value else "ambiguous"


def _before_code(text: str, body: Body, before: Range) -> bool:
    """ "cập nhật 60% cho nhiệm vụ II.5"."""
    for amount in percents(text, *before):
        between = _BEFORE_CODE.match(text, amount.end, before[1])
        if between and between.end() == before[1]:
            links = re.search(rf"(?:{any_of(lexicon.LINKS)}\s*)*\Z", text[before[0] : amount.start])
            start = before[0] + (links.start() if links else 0)
            if has_any(text[before[0] : amount.start], lexicon.DOUBTFUL):
                body.fault = "ambiguous"
                return True
            _take(text, body, amount, start)
            body.used.append((amount.end, before[1]))
            return True
    return False


def _later(text: str, body: Body, before: Range, after: Range) -> None:
    """A percentage further on, when it is of the whole task: at the end of its clause or with a word that says so."""
    found: list[tuple[Amount, int, int]] = []
    marked: list[tuple[Amount, int, int]] = []
    for limits in (after, before):
        for amount in percents(text, *limits):
            clause = max((text.rfind(c, limits[0], amount.start) for c in ",;.\n(!"), default=-1) + 1
            pre = text[max(clause, limits[0]) : amount.start]
            whole = _WHOLE.match(text, amount.end, limits[1])
            end = whole.end() if whole else amount.end
            links = _LATER.search(pre)
            start = amount.start - (len(pre) - links.start() if links else 0)
            if _PROGRESS.search(pre):
                marked.append((amount, start, end))
            elif (whole or _FIGURE_ENDS.match(text[: limits[1]], amount.end)) and not has_any(
                pre, lexicon.NOT_OF_THE_TASK
            ):
                found.append((amount, start, end))
    chosen = marked or found
    if not chosen:
        return
    if len({amount.value for amount, _, _ in chosen}) > 1:
        body.fault = "ambiguous"
        return
    amount, start, end = chosen[0]
    body.direct = True
    body.fault, body.percent = amount.fault or None, amount.value
    if amount.value == 100 and has_any(text[start : amount.start], _DONE_WORDS):
        body.status = "done"
    body.used.append(_with_brackets(text, start, end))


def _statuses(line: Typed, text: str, body: Body, before: Range, after: Range) -> None:
    """Takes the status said in words; a percentage that is said counts for more than "xong"."""
    found = []
    for start, end in _pieces((before, after), body.used):
        # What follows the code of another task ("chờ II.6 xong") is said of that one.
        start = LEAD.skip(line, text, start, end) if start == before[0] < before[1] else start
        other = text.find(CODE, start, end)
        found += statuses(line, text, start, end if other < 0 else other)
    for said in found:
        if said.end > said.start:
            body.used.append((said.start, said.end))
    said_statuses = [said.status for said in found]
    pure = {said.status for said in found if said.pure and said.status != "blocked"}
    if len(pure) > 1 or (body.percent == 100 and "in_progress" in pure):
        body.fault, body.doubtful = "ambiguous", True  # "xong, chưa làm"
    elif "blocked" in said_statuses:
        body.status = "blocked"
    elif "done" in said_statuses and len(set(said_statuses)) == 1:
        if body.percent is None or body.percent == 100:
            body.status, body.percent = "done", 100.0
    elif "not_started" in said_statuses and body.percent:
        if any(said.pure for said in found):
            body.fault, body.doubtful = "ambiguous", True
    elif said_statuses:
        body.status = next(s for s in said_statuses if s != "done")


def _note(line: Typed, text: str, body: Body, before: Range, after: Range) -> str | None:
    """What is left of the message, as typed, without the words of address around the code."""
    pieces: list[str | None] = []
    for start, end in _pieces((before, after), body.used):
        if start == before[0] and end <= before[1]:
            skipped = LEAD.skip(line, text, start, end)
            start = skipped - 1 if line.quote(skipped - 1, skipped) in {"(", "["} else skipped
            introducing = _LEAD_END.search(text, start, end)
            end = introducing.start() if introducing and end == before[1] else end
        words = (
            line.quote(start, end).lstrip(_TRIM + "/").rstrip(_TRIM.replace(".", "").replace(",", "").replace(";", ""))
        )
        # Beside a figure or status "rồi ạ" belongs to it; without one, "em trình I.1 rồi ạ" is one sentence.
        pieces.append(_tidy(words) if body.direct or body.status else words)
    note = " ".join(piece for piece in pieces if piece and any(c.isalnum() for c in piece))
    return _tidy(note.rstrip(_TRIM.replace(".", "")))


def _tidy(note: str) -> str | None:
    """The note, or None when only particles are left of it ("ạ", "nhé anh")."""
    folded = typed(note).folded
    return None if _ENDS.fullmatch(folded) or not any(c.isalnum() for c in folded) else note


def _pieces(limits: Iterable[Range], used: Iterable[Range]) -> list[Range]:
    """The parts of the ranges that are not used yet, in order."""
    pieces = []
    for start, end in limits:
        at = start
        for a, b in sorted(used):
            if b <= at or a >= end:
                continue
            if a > at:
                pieces.append((at, a))
            at = max(at, b)
        if at < end:
            pieces.append((at, end))
    return pieces
