"""Reads a whole progress message: which tasks, and what is said of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from knowledge.lexicon import progress as lexicon
from knowledge.model import Plan
from knowledge.progress.amounts import FOREIGN, OPAQUE, percents
from knowledge.progress.body import Body, read_body
from knowledge.progress.codes import Mention, mentions, nearest_codes, numbered
from knowledge.progress.names import named_tasks
from knowledge.progress.typed import Typed, typed
from knowledge.progress.update import Reading, Update
from knowledge.progress.words import any_of, asks, has_any, statuses

_COMMAND = re.compile(r"\s*(?:/\s?tien ?_?do(?:@\w+)?(?!\w)|/td(?!\w))")
_BARE_COMMAND = re.compile(r"\s*tien ?do(?!\w)")
_JOINT = re.compile(r"[\s,;&+]*(?:va|cung|,|;|\+|&|-|–|den|toi)?[\s,;&+]*")
_NEW_TASK = re.compile(r"(?:\n|[;,.\-–+•*]|\x00|va|con|roi|%|a)[\s:*•\-–]*(?:nhiem vu |nv |task )?\Z")
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
    visible = line.masked(m.span() for m in OPAQUE.finditer(line.folded))
    command = _COMMAND.match(visible) or (_BARE_COMMAND.match(visible) if commanded else None)
    start = command.end() if command else 0
    commanded = commanded or command is not None
    if not visible[start:].strip("\x00 \n\t.,;:!?-") or asks(line, visible, strictly=commanded):
        return _EMPTY
    found = [m for m in mentions(line, visible, plan) if m.start >= start]
    if not found:
        number = numbered(line, visible, _after_lead(visible, start), plan, commanded=commanded)
        found = [number] if number else []
    masked = line.masked([m.span() for m in OPAQUE.finditer(line.folded)] + [(m.start, m.end) for m in found])
    masked = Typed(line.text, masked, line.places).masked(m.span() for m in FOREIGN.finditer(masked))
    message = _Message(line, masked, start, plan, commanded)
    return _of_codes(message, found) if found else _without_code(message)


def _after_lead(text: str, start: int) -> int:
    lead = re.compile(rf"(?:[\s:,.\-–(]|{any_of(lexicon.LEAD)})*").match(text, start)
    return lead.end() if lead else start


# ---- messages with codes ---------------------------------------------------------------------------------------------


def _of_codes(message: _Message, found: list[Mention]) -> Reading:
    groups = _groups(message, found)
    updates: list[Update] = []
    for index, group in enumerate(groups):
        before = (message.start if index == 0 else group[0].start, group[0].start)
        end = groups[index + 1][0].start if index + 1 < len(groups) else len(message.text)
        body = read_body(message.line, _joined(message.text, group), before, (group[0].end, end))
        failed = _failure(message, group, body, before)
        if failed:
            return failed
        updates += [_update(mention.candidates[0], body) for mention in group]
    return Reading(tuple(updates))


def _joined(text: str, group: list[Mention]) -> str:
    """The text with the further codes of "II.5, II.6 60%" masked away, so that the first stands beside the 60%."""
    if len(group) == 1:
        return text
    start, end = group[0].end, group[-1].end
    return text[:start] + " " * (end - start) + text[end:]


def _groups(message: _Message, found: list[Mention]) -> list[list[Mention]]:
    """Codes that share a statement ("II.5 và II.6: 60%"), each followed by what is said of them. A code inside the
    note ("phối hợp với II.6") begins nothing."""
    groups = [[found[0]]]
    for mention in found[1:]:
        last = groups[-1][-1]
        between = message.text[last.end : mention.start]
        if len(groups[-1]) == 1 + found.index(last) - found.index(groups[-1][0]) and _JOINT.fullmatch(between):
            groups[-1].append(mention)
        elif _begins(message, mention, between):
            groups.append([mention])
    return groups


def _begins(message: _Message, mention: Mention, between: str) -> bool:
    """Whether a further code begins an update of its own: it stands after a break and has a figure or status."""
    if not _NEW_TASK.search(between) and not percents(message.text, mention.start - len(between), mention.start):
        return False
    if not _NEW_TASK.search(between):
        amount = percents(message.text, mention.start - len(between), mention.start)[-1]
        if message.text[amount.end : mention.start].strip():
            return False
    end = len(message.text)
    body = read_body(message.line, message.text, (mention.start, mention.start), (mention.end, end))
    return body.direct or body.fault is not None or body.status is not None


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
    lead = message.text[before[0] : _after_lead(message.text, before[0])]
    words_before = message.text[before[0] : before[1]]
    rest_of_lead = words_before[len(lead) :].split()
    if has_any(words_before, lexicon.ASKING) or len(rest_of_lead) > 8:
        return False
    between = message.text[group[-1].end : group[-1].end + 60]
    if re.match(rf"[\s:,\-–]*{any_of(lexicon.ASKING)}", between):
        return False
    return body.direct or body.status is not None or body.stated or body.fault is not None


def _update(code: str, body: Body) -> Update:
    return Update(code, body.percent, body.status, body.note, body.period)


def _rest(body: Body) -> Update | None:
    return None if body.fault or body.silent else _update("", body)


# ---- messages without a code -----------------------------------------------------------------------------------------


def _without_code(message: _Message) -> Reading:
    """A task called by its title, or an update that names no task."""
    start, end = _after_lead(message.text, message.start), len(message.text)
    lead = message.text[message.start : start]
    updating = has_any(lead, lexicon.UPDATING)
    body = read_body(message.line, message.text, (start, start), (start, end))
    name_end = _name_end(message, start)
    name = message.line.quote(start, name_end)
    if not message.commanded:
        figure = body.direct or body.status is not None or body.fault is not None
        if has_any(message.text[message.start : end], lexicon.ASKING) or not figure:
            return _EMPTY
        if not updating and not (name_end == start and not body.note):
            return _EMPTY
    if name_end == start:
        return _nameless(body)
    named = named_tasks(name, message.plan)
    if not named.candidates:
        error = "unknown_task" if named.near or len(name.split()) > 1 else "missing_task"
        return Reading(error=error, candidates=named.near, rest=_rest(body))  # type: ignore[arg-type]
    said = read_body(message.line, message.text, (name_end, name_end), (name_end, end))
    if said.silent and name_end == end:
        said = Body()
    if not named.certain:
        return Reading(error="ambiguous", candidates=named.candidates, rest=_rest(said))
    if said.fault:
        return Reading(error=said.fault, candidates=named.candidates)
    if said.silent:
        return Reading(error="empty", candidates=named.candidates)
    return Reading((_update(named.candidates[0], said),))


def _nameless(body: Body) -> Reading:
    if body.fault in {"bad_percent", "ambiguous"}:
        return Reading(error=body.fault)
    if body.silent:
        return _EMPTY
    return Reading(error="missing_task", rest=replace(_update("", body)))


def _name_end(message: _Message, start: int) -> int:
    """Where a task's name ends: before the figure or the status that is said of it."""
    ends = [amount.start for amount in percents(message.text, start)]
    status = next((s for s in statuses(message.line, message.text, start, len(message.text)) if s.pure), None)
    if status:
        ends.append(status.start)
    end = min(ends, default=len(message.text))
    words = re.compile(rf"(?:[\s:,\-–]|(?<!\w){any_of(lexicon.LINKS)})*\Z")
    trimmed = words.search(message.text[:end], start)
    return max(start, trimmed.start() if trimmed else end)
