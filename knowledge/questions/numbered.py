"""Records named by where they stand: "nhiệm vụ số 7", "mục 12 phụ lục III", "việc 3 lĩnh vực II", "chỉ tiêu 13"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.lexicon import numbered as words
from knowledge.lexicon import printed_places
from knowledge.model import Plan, Record, Target, Task
from knowledge.questions.spotting import has_number
from knowledge.vietnamese import fold_message, message_in_step

_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_PLACE = re.compile(rf"{printed_places.ANNEX} (\w+),")
_STANDS = re.compile(rf"{printed_places.ROW} 0*(\d+(?:\.\d+)?)$")
_FEW = 6
"""So many records of one number are asked about; where more have it, the number alone names none of them."""


def _arabic(number: str) -> str:
    lower = number.lower()
    return str(_ROMAN.index(lower)) if lower in _ROMAN[1:] else number.rstrip(".").lstrip("0")


def annex_of(record: Record) -> str:
    """The number of the annex that a task or target stands in, as printed ("III"); "" in a plan with one annex."""
    found = _PLACE.search(record.place) if isinstance(record, Task | Target) else None
    return found[1] if found else ""


@dataclass(frozen=True, slots=True)
class _Row:
    number: str
    annex: str
    area: str
    code: str


class Numbered:
    """Finds the tasks and targets of one plan by number."""

    def __init__(self, plan: Plan) -> None:
        printed = dict.fromkeys(annex for r in (*plan.tasks, *plan.targets) if (annex := annex_of(r)))
        self.annexes = {_arabic(annex): annex for annex in printed}
        self._tasks = [
            _Row(_arabic(t.printed_code), annex_of(t), _arabic(t.area.rpartition(".")[2]), t.code) for t in plan.tasks
        ]
        self._letters = {f".{t.code}": t.code for t in plan.tasks if re.search(r"\.\d+\.[a-zđ]$", f".{t.code}")}
        stands = [(t, found[1]) for t in plan.targets if (found := _STANDS.search(t.place))]
        self._targets = [_Row(number, annex_of(t), "", t.code) for t, number in stands]

    def annex(self, typed: str) -> str:
        """The annex named, as the plan prints its number ("III"), where there are several."""
        found = words.ANNEX.search(fold_message(typed)) if self.annexes else None
        return self.annexes.get(_arabic(found[1]), "") if found else ""

    def named_annexes(self, typed: str) -> tuple[str, ...]:
        """All annexes named."""
        found = words.ANNEX.findall(fold_message(typed)) if self.annexes else []
        return tuple(dict.fromkeys(annex for number in found if (annex := self.annexes.get(_arabic(number), ""))))

    def tasks(self, typed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """(codes of the tasks that are meant, of those that may be): those that have the number named, or the numbers;
        neither where too many have it."""
        if not has_number(typed):
            return (), ()
        if several := words.TASKS.search(fold_message(" ".join(typed.split()))):
            found = [self._of_number(self._tasks, number, typed) for number in _DIGITS.findall(several[0])]
            every = tuple(dict.fromkeys(code for codes in found for code in codes))
            return (every, ()) if all(len(codes) == 1 for codes in found) else ((), every)
        one = self._lettered(typed) or self._named(words.TASK, self._tasks, typed)
        return (one, ()) if len(one) == 1 else ((), one)

    def targets(self, typed: str) -> tuple[str, ...]:
        """Codes of the targets that have the number named."""
        return self._named(words.TARGET, self._targets, typed)

    def _lettered(self, typed: str) -> tuple[str, ...]:
        """Codes of the tasks whose number and letter are named: "mục 4b"."""
        found = words.LETTERED.search(fold_message(typed)) if self._letters else None
        return tuple(code for at, code in self._letters.items() if found and at.endswith(f".{found[1]}.{found[2]}"))

    def _named(self, form: re.Pattern[str], rows: Sequence[_Row], typed: str) -> tuple[str, ...]:
        if not has_number(typed):
            return ()
        line, text = message_in_step(typed)
        found = form.search(text)
        if found is None or words.LEVEL.match(line, found.start()):
            return ()
        return self._of_number(rows, found[1], typed)

    def _of_number(self, rows: Sequence[_Row], number: str, typed: str) -> tuple[str, ...]:
        """The codes of those rows that have a number, in the annex and part that are named."""
        annex, part = self.annex(typed), words.PART.search(fold_message(typed))
        area = "" if part is None else _arabic(part[1])
        codes = list(_within(rows, number.lstrip("0"), annex, area))
        alone = not annex and not area
        return tuple(codes) if len(codes) <= (len(self.annexes) or 1) or (not alone and len(codes) <= _FEW) else ()


def _within(rows: Iterable[_Row], number: str, annex: str, area: str) -> Iterable[str]:
    for row in rows:
        if row.number == number and annex in ("", row.annex) and area in ("", row.area):
            yield row.code
