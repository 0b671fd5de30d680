"""What a sound plan may still have wrong in its words: a target that nothing works towards, a product that says another
figure than its target, an abbreviation with a slip in it. Warnings only: words are compared, not understood.

doubts(plan) of any plan; doubts_of_file(plan) also of one that comes as a plan file, where no reading of a document has
noticed blanks, dates outside of the deadline, and one unit under two names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from rapidfuzz.distance import DamerauLevenshtein

from knowledge.importing.amounts import number
from knowledge.importing.problems import Problem
from knowledge.importing.tasks import dated_phrases
from knowledge.importing.units import may_be_one
from knowledge.lexicon.importing import KNOWN_CAPITALS
from knowledge.lexicon.targets import COMMON_WORDS
from knowledge.model import Plan, Target, Task
from knowledge.vietnamese import fold

_WORD = re.compile(r"[^\W\d_]+")
_PERCENT = re.compile(r"(?<![\w.,])(\d{1,3}(?:,\d+)?)\s*%")
_YEAR = re.compile(r"20\d\d")
_CAPITALS = re.compile(r"(?<![\w.])[A-ZĐ]{3,8}(?![\w])")
_ROMAN = re.compile(r"[IVXLC]+")
_RELATED, _SAME = 0.34, 0.75
"""Part of a target's words that a task must share to work towards it, and to speak of the same thing."""
_OFTEN = 4
"""So often an abbreviation must stand before another that looks like it counts as a slip."""


def doubts(plan: Plan) -> list[Problem]:
    """Everything of the kind, in the order of the plan."""
    return list(chain(_targets(plan), _abbreviations(plan)))


def doubts_of_file(plan: Plan) -> list[Problem]:
    """What the reading of a document would have pointed out, of a plan file."""
    return list(chain(_blanks(plan), _hidden_dates(plan), _spellings(plan), doubts(plan)))


def _blanks(plan: Plan) -> Iterator[Problem]:
    if plan.number is None:
        yield Problem("blank_number", ("number",), severity="warning", data={"text": plan.number_printed})
    if plan.issued is None:
        yield Problem("blank_date", ("issued",), severity="warning", data={"text": plan.issued_printed})


def _hidden_dates(plan: Plan) -> Iterator[Problem]:
    """Dates in a title or product that neither the deadline nor a milestone names."""
    for index, task in enumerate(plan.tasks):
        known = " ".join((task.deadline, *task.milestones))
        for field in ("product", "title"):
            for found in dated_phrases(getattr(task, field)):
                if found not in known:
                    path = ("tasks", index, field)
                    yield Problem("unheld_date", path, severity="warning", subject=task.code, data={"text": found})


def _spellings(plan: Plan) -> Iterator[Problem]:
    for index, unit in enumerate(plan.units):
        other = next((one for one in plan.units[:index] if may_be_one(unit.name, one.name)), None)
        if other is not None:
            data = {"name": unit.name, "other": other.name}
            yield Problem("like_names", ("units", index, "name"), severity="warning", subject=unit.code, data=data)


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(fold(text)) if len(word) > 1 and not COMMON_WORDS.fullmatch(word))


def _shared(wanted: frozenset[str], said: frozenset[str]) -> float:
    return len(wanted & said) / len(wanted) if wanted else 1.0


def _targets(plan: Plan) -> Iterator[Problem]:
    """Of each target: whether any task is about it, and whether one says another figure."""
    if not plan.tasks:
        return
    said_by = [_words(f"{task.title} {task.product}") for task in plan.tasks]
    for index, target in enumerate(plan.targets):
        wanted = _words(target.metric)
        if max(_shared(wanted, words) for words in said_by) < _RELATED:
            data = {"text": target.metric}
            yield Problem("target_without_task", ("targets", index), severity="warning", subject=target.code, data=data)
        for place, task in enumerate(plan.tasks):
            for field in ("product", "title"):
                said = _other_figure(target, wanted, task, getattr(task, field))
                if said:
                    data = {"text": said, "target": target.code, "value": target.value_printed or f"{target.value:g}%"}
                    path = ("tasks", place, field)
                    yield Problem("differs_from_target", path, severity="warning", subject=task.code, data=data)


def _other_figure(target: Target, wanted: frozenset[str], task: Task, text: str) -> str:
    """The percentage in the text that contradicts the target; "" when none does."""
    found = _PERCENT.findall(text)
    if target.value is None or target.unit != "%" or len(found) != 1 or len(wanted) < 3:
        return ""
    years = set(map(int, _YEAR.findall(f"{text} {task.deadline}")))
    if years and target.horizon not in years:
        return ""
    value = number(found[0])
    return f"{found[0]}%" if _shared(wanted, _words(text)) >= _SAME and value != target.value else ""


def _abbreviations(plan: Plan) -> Iterator[Problem]:
    """An abbreviation that stands once and is one slip away from one that stands often."""
    texts = [(("tasks", n, name), t.code, getattr(t, name)) for n, t in enumerate(plan.tasks) for name in _TEXTS]
    texts += [(("targets", n, "statement"), t.code, t.statement) for n, t in enumerate(plan.targets)]
    texts += [(("passages", n, "text"), p.code, p.text) for n, p in enumerate(plan.passages)]
    counted = Counter(word for _, _, text in texts if not text.isupper() for word in _CAPITALS.findall(text))
    often = [word for word, times in counted.items() if times >= _OFTEN]
    for path, code, text in texts:
        for word in () if text.isupper() else dict.fromkeys(_CAPITALS.findall(text)):
            if counted[word] != 1 or KNOWN_CAPITALS.fullmatch(word) or _ROMAN.fullmatch(word):
                continue
            near = next((o for o in often if len(o) > 3 and DamerauLevenshtein.distance(word, o) == 1), None)
            if near is not None:
                data = {"value": word, "other": near}
                yield Problem("odd_abbreviation", path, severity="warning", subject=code, data=data)


_TEXTS = ("title", "lead_printed", "cooperating_printed", "product")
