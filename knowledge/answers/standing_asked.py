"""How work stands, and what falls due from now on: "Văn phòng còn việc gì chưa xong", "tháng sau đến hạn việc nào". A
plan does not say: only the tasks, the state and the days are named here; what was reported tells the rest."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.ground import Ground
from knowledge.lexicon.standing_asked import STARTS, STATES, STILL
from knowledge.questions import Question
from knowledge.questions.pointed import all_of_them
from knowledge.questions.several import counts, lists
from knowledge.vietnamese import message_in_step
from knowledge.windows import spelt, window_said

_ELSE = ("mention", "about", "money", "authority", "person", "paper", "how", "duration", "day", "waiting")
"""Who asks so does not ask how tasks stand."""
_OF_UNITS = frozenset({"lead", "cooperating", "taking_part"})
"""Filters of who has something to do, whether or not it is called a task."""


def standing_asked(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """The tasks whose standing is asked about, all of the plan where none is narrowed; facts `state`: a key of STATES,
    `window`: the days in which they fall due, as knowledge.windows names them."""
    if STARTS.isdisjoint(q.said) or q.foreign or q.documents:
        return None
    words, facts = standing_of(q.text)
    if not facts or _is_printed(ground, q.text):
        return None
    asked = ground.understanding.read(words)
    of_plan = bool(asked.years) and facts.get("state", "done") == "done"  # "việc đến hạn trong năm 2028"
    if asked.foreign or asked.has(*_ELSE) or of_plan:
        return None
    chosen = ground.task_selector.select(asked, before.listed if before.thing == "task" and all_of_them(q) else ())
    if chosen.rest or not _asks_tasks(asked, q, chosen.filters):
        return None
    codes = tuple(t.code for t in chosen.records)
    return Answer("answer", "progress", records=codes, thing="task", filters=chosen.filters, facts=facts)


def standing_of(text: str) -> tuple[str, dict[str, str]]:
    """A message without the state and the days that it asks about, and these as the facts of an answer."""
    words, folded = message_in_step(text)
    state, window = _state(text), window_said(words, folded)
    if state is None and window is None:
        return words, {}
    facts, spans = dict[str, str](), list[tuple[int, int]]()
    if state is not None:
        facts["state"] = state[0]
        spans.append(state[1].span())
    elif window is not None and spelt(STILL, words, folded):
        facts["state"] = "open"
    if window is not None:
        facts["window"] = window[0]
        spans.append(window[1])
    for start, end in sorted(spans, reverse=True):
        words = f"{words[:start]} {words[end:]}"
    return words, facts


def _state(text: str) -> tuple[str, re.Match[str]] | None:
    """The state that a message names, and where."""
    words, folded = message_in_step(text)
    return next(((name, said) for name, form in STATES.items() if (said := spelt(form, words, folded))), None)


def _is_printed(ground: Ground, text: str) -> bool:
    """Whether the plan itself prints the state that is asked about: "Đã hoàn thành" in its column of deadlines."""
    state = _state(text)
    words = state[1][0].split() if state else []
    return len(words) > 1 and all(pair in ground.index.pairs for pair in pairwise(words))


def _asks_tasks(asked: Question, q: Question, filters: Collection[str]) -> bool:
    """Whether tasks are asked for, and not one of them, nor something else that is done today. `asked`: the question
    `q` without its state and its days."""
    if "task" not in asked.things:
        return _OF_UNITS.issuperset(filters) and (asked.has("list", "show") or q.has("deadline", "overdue", "soon"))
    return "words" not in filters or ((lists(asked) or counts(asked)) and not asked.has("deadline"))
