"""What an answer is made of: facts about records, never sentences."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields
from typing import Any, Literal

Kind = Literal["answer", "clarify", "none", "chat"]
"""answer: facts found; clarify: which one is meant?; none: not in the plan; chat: thanks, greetings."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """A value worked out from the plan's words: `steps` shows how ((2021, 30), (2022, 50), …); percent 0–100."""

    value: float
    unit: str
    comparator: str
    steps: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A place of the plan that cites a paper: the clause in the plan's words, and where it stands."""

    text: str
    place: str
    record: str = ""


@dataclass(slots=True)
class Answer:
    """What was understood and found. Nothing changes one; it is not frozen, which would make every question a fiftieth
    slower.

    `facet`: what was asked ("value", "lead", "cooperation", "product", "deadline", "list", "count", "comparison",
    "legal", "section", "record", "head", "most", "units", "share", "papers", "progress"). `records`: codes of tasks,
    targets, passages, in the order to show. `thing`: what a list or count is of. `filters`: what it was narrowed by, in
    the plan's words.
    `candidates`: codes to choose from when kind is clarify, the nearest records when none. `assumed`: the code taken
    from the conversation. `yes`: the answer to a yes/no question. `tally`: (name, count) pairs, the largest first.
    `difference`: points between the first and last value compared, or how many more the first of a tally has.
    `topic`: what to remember (JSON). `clauses`: of running text among these records, the clause that is nearest to the
    question. `said`: the messages that say together what a list is.
    `score`: how sure it is, 0–1, that the record is meant: what FLOOR is compared with, times the share of all words of
    the question that the record says; 1 where they were not compared with records (codes, lists, papers).
    """

    kind: Kind
    facet: str = ""
    records: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    thing: str = ""
    count: int | None = None
    filters: dict[str, str] = field(default_factory=dict)
    derived: Derivation | None = None
    difference: float | None = None
    quotations: tuple[Quotation, ...] = ()
    tally: tuple[tuple[str, int], ...] = ()
    yes: bool | None = None
    assumed: str = ""
    topic: str = ""
    score: float = 1.0
    facts: dict[str, str] = field(default_factory=dict)
    clauses: dict[str, str] = field(default_factory=dict)
    said: tuple[str, ...] = ()


_TUPLES = ("listed", "candidates", "together", "papers", "said", "whole", "told")
"""Fields of a topic that hold several."""


@dataclass(slots=True)
class Topic:
    """What the last answers of a conversation were about (as an Answer, never changed). `filters`: what its list was
    narrowed by; `whole`: the longer list of which this one is some; `together`: targets that one answer showed;
    `told`: the records of the last answers about one each; `paper`: the one that was quoted, as the plan names it;
    `papers`: those that were listed; `asked`: the fact of the plan's head that was asked for; `said`: the question
    that asked for the list or the tally, and the messages that narrowed it since."""

    facet: str = ""
    record: str = ""
    listed: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    horizon: int = 0
    thing: str = ""
    together: tuple[str, ...] = ()
    paper: str = ""
    papers: tuple[str, ...] = ()
    asked: str = ""
    said: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    filters: dict[str, str] = field(default_factory=dict)

    def dump(self) -> str:
        """The topic as text."""
        return json.dumps({name: value for name in _FIELDS if (value := getattr(self, name))})

    @classmethod
    def load(cls, text: str) -> Topic:
        """The topic that `dump` wrote; anything else is no topic."""
        if not text:
            return cls()
        try:
            data: dict[str, Any] = json.loads(text)
            lists: dict[str, Any] = {k: tuple(data.pop(k)) for k in _TUPLES if k in data}
            return cls(**data, **lists)
        except (ValueError, TypeError, AttributeError):
            return cls()


_FIELDS = tuple(f.name for f in fields(Topic))
