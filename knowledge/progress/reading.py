"""Reads a whole progress message: which tasks, and what is said of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, pairwise

from knowledge.lexicon import progress as lexicon
from knowledge.model import Plan
from knowledge.progress.amounts import FOREIGN, OPAQUE, percents
from knowledge.progress.body import Body, read_body
from knowledge.progress.codes import Mention, mentions, nearest_codes, numbered
from knowledge.progress.names import LONGEST, SURE, named_tasks
from knowledge.progress.typed import CODE, Typed, masked, typed
from knowledge.progress.update import ErrorCode, Reading, Update
from knowledge.progress.words import LEAD, any_of, asks, has_any, orders, statuses, without_thanks

_COMMAND = re.compile(r"\s*[/\\]\s?(?:tien ?_?do(?:@\w+)?(?![a-hj-uwyz\d_])|td(?!\w))")
_BARE_COMMAND = re.compile(r"\s*tien ?do(?!\w)")
_JOINT = re.compile(r"[\s,;&+]*(?:va|voi|cung|,|;|\+|&|-|–|den|toi)?[\s,;&+]*")
_MARKER = r"(?:(?:\d{1,2}|[a-e])[.)/])"
"""The number of a line in a list: "1) II.5 60%"."""
_NUMBERED_LINE = re.compile(rf"(?:\A|\n)[\s*•\-–]*{_MARKER}\s*\Z")
_NEW_TASK = re.compile(
    r"(?:\n|[;,.\-–+•*/|]|\x00|(?<!\w)(?:va|con|roi|a))[\s:*•\-–]*" rf"(?:{_MARKER}\s*)?(?:nhiem vu |nv |task )?\Z"
)
_BEFORE_NEXT = re.compile(
    rf"(?:\s*\n[\s*•\-–]*{_MARKER}\s*)?[\s,;&+/|\-–]*(?:(?:va|con|roi|nv|nhiem vu|task)[\s:]*)*\Z"
)
_VOCATIVE = re.compile(
    r"\s*(?:(?:da|thua|kinh thua|alo) )*(?:anh|chi|em|co|chu|bac|sep|ban|dong chi|d/c|a|c) \w+(?: \w+)? oi(?!\w)"
)
"""Whom the message speaks to by name: "Anh Nam ơi"."""
_EMOTICON = re.compile(r"(?<!\S)(?:[:;=]['\-]?[)(dpv]+|\^+[_.]?\^+)(?!\w)")
_CORRECTED = re.compile(any_of(lexicon.CORRECTED))
_NOT_YET = re.compile(r"(?:thi )?chua(?: a)?[\s.!]*\Z")
_COURTESY = re.compile(r"(?<!\w)(?:ok|oke|okie)(?!\w)")
_VERSION = re.compile(r"v\d")
"""In a plain sentence "v2" is a second version rather than the task V.2."""
_RANGE = re.compile(r"\s*(?:-|–|den|toi)\s*")
_LOOKED_BACK = 200
"""Characters before a figure in which words that are no part of a name are looked for."""
_FAR = 12
"""Codes further on among which what is said of one is looked for: a message of hundreds takes no longer for each."""
_LONGEST_NAME = 2 * LONGEST
"""Words after which no end of a task's name is looked for."""
_LONGEST_STATEMENT = 400
"""Characters of a statement on a task that is nothing but a figure, a status and a period."""
_EMPTY = Reading(error="empty")


@dataclass(frozen=True, slots=True)
class _Message:
    """A message prepared: `text` is its folded form with what is not read masked, `start` where its words begin."""

    line: Typed
    text: str
    start: int
    plan: Plan
    commanded: bool


def read(text: str, plan: Plan, *, commanded: bool) -> Reading:
    """Reads a message. `commanded`: it was typed after /tiendo (the command word removed or not), so it is an update
    or an error; otherwise a plain sentence, and a question or chat gives error "empty". Never raises."""
    line = typed(text)
    visible = masked(line.folded, (m.span() for m in OPAQUE.finditer(line.folded)))
    command = _COMMAND.match(visible) or (_BARE_COMMAND.match(visible) if commanded else None)
    start = command.end() if command else 0
    vocative = _VOCATIVE.match(visible, start)
    start = vocative.end() if vocative else start
    visible = masked(visible, [(0, start)], " ")
    visible = masked(visible, (m.span() for m in _EMOTICON.finditer(visible)), " ")
    commanded = commanded or command is not None
    if not visible[start:].strip("\x01 \n\t.,;:!?-"):
        return _EMPTY
    if asks(line, visible, strictly=commanded) and not _ends_not_yet(line, visible, plan):
        return _EMPTY
    found = [m for m in mentions(line, visible, plan) if commanded or not _VERSION.fullmatch(m.words.lower())]
    if not found:
        number = numbered(visible, LEAD.skip(line, visible, start, len(visible)), plan, commanded=commanded)
        found = [number] if number else []
    words = masked(visible, ((m.start, m.end) for m in found), CODE)
    words = masked(words, (m.span() for m in FOREIGN.finditer(words)))
    message = _Message(line, words, start, plan, commanded)
    return _of_codes(message, found) if found else _without_code(message)


def _ends_not_yet(line: Typed, visible: str, plan: Plan) -> bool:
    """Whether "chưa" at the end is said of the last of several tasks: "III.1 50%, III.2 60%, III.3 chưa"."""
    last = _NOT_YET.search(without_thanks(visible))
    if last is None:
        return False
    found = mentions(line, visible, plan)
    return len(found) > 1 and not visible[found[-1].end : last.start()].strip(" :-")


# ---- messages with codes ---------------------------------------------------------------------------------------------


def _of_codes(message: _Message, found: list[Mention]) -> Reading:
    groups = _groups(message, found)
    updates: list[Update] = []
    for index, group in enumerate(groups):
        between = _range_of(message, group)
        if between:
            return Reading(error="ambiguous", candidates=between)
        before = _before(message, group[0].start) if index == 0 else (group[0].start, group[0].start)
        end = groups[index + 1][0].start if index + 1 < len(groups) else len(message.text)
        joint = _BEFORE_NEXT.search(message.text, group[-1].end, end) if index + 1 < len(groups) else None
        body = read_body(message.line, message.text, before, (group[-1].end, joint.start() if joint else end))
        failed = _failure(message, group, body, before)
        if failed:
            return failed
        updates += [_update(mention.candidates[0], body) for mention in group]
    by_task: dict[tuple[str, str], Update] = {}
    for update in updates:
        if by_task.setdefault((update.task, update.period), update).percent != update.percent:
            return Reading(error="ambiguous", candidates=(update.task,))
    return Reading(tuple(by_task.values()))


def _range_of(message: _Message, group: list[Mention]) -> tuple[str, ...]:
    """The tasks from the first to the last of "II.5 - II.7": which of them are meant must be asked."""
    for left, right in pairwise(group):
        if _RANGE.fullmatch(message.text[left.end : right.start]) and left.candidates and right.candidates:
            codes = [task.code for task in message.plan.tasks]
            first, last = sorted((codes.index(left.candidates[0]), codes.index(right.candidates[0])))
            return tuple(codes[first : last + 1])
    return ()


def _groups(message: _Message, found: list[Mention]) -> list[list[Mention]]:
    """Codes that share a statement ("II.5 và II.6: 60%"), each followed by what is said of them. A code inside the
    note ("phối hợp với II.6") begins nothing."""
    groups = [[found[0]]]
    listing = True  # no code was passed over since the last one of the group
    ends = [*(mention.start for mention in found[_FAR + 1 :]), *[len(message.text)] * _FAR]
    for index, (left, mention) in enumerate(pairwise(found)):
        between = message.text[left.end : mention.start]
        if listing and _JOINT.fullmatch(between):
            groups[-1].append(mention)
        elif _begins(message, mention, groups[-1][-1].end, ends[index]):
            groups.append([mention])
            listing = True
        else:
            listing = False
    return groups


def _begins(message: _Message, mention: Mention, place: int, end: int) -> bool:
    """Whether a further code begins an update of its own: it stands after a break and has a figure or status before
    `end`. The update before it is of a code that ends at `place`."""
    if not _NEW_TASK.search(message.text, max(place, mention.start - _LOOKED_BACK), mention.start):
        # "II.5 60% II.6 xong": nothing but the statement on the one before stands between.
        if mention.start - place > _LONGEST_STATEMENT:
            return False
        said = read_body(message.line, message.text, (place, place), (place, mention.start))
        if said.fault or said.note or (said.percent is None and said.status is None):
            return False
    body = read_body(message.line, message.text, (mention.start, mention.start), (mention.end, end), noted=False)
    return body.direct or body.fault is not None or body.status is not None


def _before(message: _Message, end: int) -> tuple[int, int]:
    """The words before the first code, without the number of its line in a list."""
    numbered_line = _NUMBERED_LINE.search(message.text, message.start, end)
    return message.start, numbered_line.start() if numbered_line else end


def _failure(message: _Message, group: list[Mention], body: Body, before: tuple[int, int]) -> Reading | None:
    """Why nothing can be recorded for these codes, or None."""
    if not message.commanded and not _is_report(message, group, body, before):
        return _EMPTY
    for mention in group:
        if not mention.candidates:
            near = nearest_codes(mention.words, message.plan)
            return Reading(error="unknown_task", candidates=near, rest=_rest(body))
    for mention in group:
        if not mention.certain:
            return Reading(error="ambiguous", candidates=mention.candidates, rest=_rest(body))
    if body.fault:
        return Reading(error=body.fault, candidates=(group[0].candidates[0],))
    if body.silent:
        return Reading(error="empty", candidates=(group[0].candidates[0],))
    return None


def _is_report(message: _Message, group: list[Mention], body: Body, before: tuple[int, int]) -> bool:
    """Whether a plain sentence surely is an update: a figure or status of the task, or a report right after its
    code, and no word that asks, orders or quotes."""
    after_lead = LEAD.skip(message.line, message.text, *before)
    if len(message.text[after_lead : before[1]].split()) > 8:
        return False
    after = group[-1].end
    gap = re.compile(r"[\s:,\-–]*").match(message.text, after)
    word = gap.end() if gap else after
    # "Em muốn cập nhật II.5 60%" asks for nothing but to be recorded.
    updating = has_any(message.text[before[0] : before[1]], lexicon.UPDATING)
    if orders(message.line, message.text, *before, only_looking_up=updating):
        return False
    if orders(message.line, message.text, word, word + 1) and not (
        body.direct and _CORRECTED.match(message.text, word)
    ):
        return False
    return body.direct or body.status is not None or body.stated or body.fault is not None


def _update(code: str, body: Body) -> Update:
    return Update(code, body.percent, body.status, body.note, body.period)


def _rest(body: Body) -> Update | None:
    return None if body.fault else _update("", body)


# ---- messages without a code -----------------------------------------------------------------------------------------


def _without_code(message: _Message) -> Reading:
    """A task called by its title, or an update that names no task."""
    start, end = LEAD.skip(message.line, message.text, message.start, len(message.text)), len(message.text)
    place = _name_end(message, start)
    said = read_body(message.line, message.text, (place, place), (place, end))
    if place == start:
        return _nameless(message, said)
    name = message.line.quote(start, place)
    named = named_tasks(name, message.plan)
    if not message.commanded:
        updating = has_any(message.text[message.start : start], lexicon.UPDATING)
        figure = said.direct or said.status is not None or said.fault is not None
        clear = updating or (said.direct and named.certain and named.score >= SURE)
        if not (clear and figure) or _looks_up(message, message.start, start) or _looks_up(message, place, end):
            return _EMPTY
    if not named.candidates:
        error: ErrorCode = "unknown_task" if named.near or len(name.split()) > 1 else "missing_task"
        return Reading(error=error, candidates=named.near, rest=_rest(said))
    if not named.certain:
        return Reading(error="ambiguous", candidates=named.candidates, rest=_rest(said))
    if said.fault or said.silent:
        return Reading(error=said.fault or "empty", candidates=named.candidates)
    return Reading((_update(named.candidates[0], said),))


def _looks_up(message: _Message, start: int, end: int) -> bool:
    return orders(message.line, message.text, start, end, only_looking_up=True)


def _nameless(message: _Message, body: Body) -> Reading:
    """A figure or status of no task; in a plain sentence only when it says nothing else ("xong 60% rồi ạ")."""
    if not message.commanded and (body.note or not (body.direct or body.status) or _COURTESY.search(message.text)):
        return _EMPTY
    if body.fault in {"bad_percent", "ambiguous"}:
        return Reading(error=body.fault)
    if body.silent:
        return _EMPTY
    corrects = has_any(message.text[message.start :], lexicon.CORRECTING)
    return Reading(error="missing_task", rest=_update("", body), corrects=corrects)


def _name_end(message: _Message, start: int) -> int:
    """Where a task's name ends: before the figure or the status that is said of it."""
    ends = [amount.start for amount in percents(message.text, start)]
    for word in islice(re.finditer(r"(?<!\S)\S", message.text[start:]), _LONGEST_NAME):
        place = start + word.start()
        if any(said.pure and said.start <= place for said in statuses(message.line, message.text, place, place + 60)):
            ends.append(place)
            break
    end = min(ends, default=len(message.text))
    words = re.compile(rf"(?:[\s:,\-–]|(?<!\w){any_of(lexicon.LINKS)})*\Z")
    trimmed = words.search(message.text[:end], max(start, end - _LOOKED_BACK))
    return max(start, trimmed.start() if trimmed else end)
