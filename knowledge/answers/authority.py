"""To whom the result of a task goes, or who approves it: in some plans a column of its own ("Cấp trình", "Thẩm quyền
phê duyệt"), which is kept among a task's notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from knowledge.lexicon.cells import (
    AUTHORITY_LABELS,
    BETWEEN_AUTHORITIES,
    BY,
    CALLED,
    GIVES_AUTHORITY,
    ISSUED_BY,
    PRODUCT_LABEL,
)
from knowledge.lexicon.questions import Phrase
from knowledge.model import Task
from knowledge.questions import Question, find
from knowledge.vietnamese import fold

_COLUMN = re.compile(r"(?:^|; )([^:;]+): ([^;]+)")


def authorities_of(task: Task) -> tuple[tuple[str, str], ...]:
    """The cells with the headings of their columns, as printed: who a result goes to and who issues it may stand in
    two ("Cấp trình", "Cấp ban hành"). Where there is no such column the product may name it ("Luật của Quốc hội")."""
    columns = (found.groups() for note in task.notes for found in _COLUMN.finditer(note))
    found = tuple((a.strip(), cell.strip()) for a, cell in columns if any(mark in fold(a) for mark in AUTHORITY_LABELS))
    return found or (((PRODUCT_LABEL, task.product),) if ISSUED_BY.search(task.product) else ())


def authority_of(task: Task) -> str:
    """The cell of the first such column as printed ("Quốc hội"), or "" where the plan has none for the task."""
    label, cell = next(iter(authorities_of(task)), ("", ""))
    issuer = ISSUED_BY.search(cell) if label == PRODUCT_LABEL else None
    return issuer[1] if issuer else cell


def with_authorities(tasks: Sequence[Task]) -> Sequence[Task]:
    """The tasks, where a plan tells to whom its results go: by a column for it, or by most of the products."""
    told = [next(iter(authorities_of(task)), ("", ""))[0] for task in tasks]
    of_products = told.count(PRODUCT_LABEL)
    return tasks if any(told) and (of_products < len([t for t in told if t]) or 2 * of_products > len(tasks)) else ()


def _in_full(names: Collection[str]) -> Mapping[str, str]:
    """The short name of an authority → the full one, where a plan prints both: "Thủ tướng"."""
    full = {short: name for name in names for short in CALLED.get(fold(name), ())}
    return {name: full[name.lower()] for name in names if name.lower() in full}


class Authorities:
    """The authorities of one plan's tasks. `read`: the folded words of a printed text, short forms in full."""

    def __init__(self, tasks: Iterable[Task], read: Callable[[str], Sequence[str]]) -> None:
        cells = {task.code: cell for task in tasks if (cell := authority_of(task))}
        printed = {code: frozenset(filter(None, BETWEEN_AUTHORITIES.split(cell))) for code, cell in cells.items()}
        full = _in_full(set().union(*printed.values()))
        self._of = {code: frozenset(full.get(name, name) for name in names) for code, names in printed.items()}
        names = sorted(set().union(*self._of.values()))
        spoken = [(tuple(map(str, read(said))), name) for name in names for said in (name, *CALLED.get(fold(name), ()))]
        self._names: list[tuple[Phrase, str]] = sorted(spoken, key=lambda pair: -len(pair[0]))

    def has(self, code: str, name: str) -> bool:
        """Whether the result of a task goes to the authority: what goes to the Prime Minister does not go to the
        Government."""
        return name in self._of.get(code, ())

    def named(self, q: Question) -> tuple[str, Phrase]:
        """The authority to which, or by which, something is said to go ("trình Quốc hội", "do Thủ tướng phê duyệt"), as
        printed, and the words that say so; ("", ()) for none."""
        for said, name in self._names:
            at = find(q.words, said)
            if at < 0:
                continue
            places = [(find(q.words, verb), verb) for verb in GIVES_AUTHORITY]
            after = q.words[at + len(said) :]
            passive = q.words[at - 1] in BY or any(after[: len(v)] == v for v in GIVES_AUTHORITY[1:])
            given = [verb for place, verb in places if 0 <= place < at or (passive and place > at)]
            if given:
                return name, (*said, *(word for verb in given for word in verb))
        return "", ()
