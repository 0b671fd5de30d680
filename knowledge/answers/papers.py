"""Papers that a plan cites: found in its text, quoted by the clause that names them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from knowledge.answers.answer import Quotation
from knowledge.lexicon.papers import AS_CITED, CITED, ISSUED
from knowledge.lexicon.questions import Phrase, phrase
from knowledge.model import Plan
from knowledge.questions import Document

_NUMBER = re.compile(r"\d")
_CLAUSE = re.compile(r"(?<=[;.])\s+(?=[A-ZĐÂÊÔƯ+-])|\n+")


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention: the paper's name as printed, its type, number and year, the day it was issued ("23/7/2012", "" where
    none is printed), and the clause it stands in."""

    name: str
    type: tuple[str, ...]
    number: str
    year: str
    day: str
    quotation: Quotation


class Papers:
    """All mentions of papers in a plan."""

    def __init__(self, plan: Plan) -> None:
        self.citations = list(_citations(plan))
        self._by_number: dict[str, list[Citation]] = defaultdict(list)
        self._in_clause: dict[str, dict[str, str]] = defaultdict(dict)  # clause → number → name
        for citation in self.citations:
            self._by_number[citation.number].append(citation)
            self._in_clause[citation.quotation.text][citation.number] = citation.name

    def records(self, types: Sequence[Phrase]) -> frozenset[str]:
        """The records that cite a paper of one of the types; of any type without one."""
        found = (c for c in self.citations if not types or c.type in types)
        return frozenset(c.quotation.record for c in found if c.quotation.record)

    def citing(self, numbers: Collection[str], among: Sequence[str]) -> tuple[str, ...]:
        """Those of some records that cite a paper of one of the numbers."""
        found = {c.quotation.record for number in numbers for c in self._by_number.get(number, ())}
        return tuple(code for code in among if code in found)

    def quoting(self, code: str, types: Sequence[Phrase]) -> tuple[Quotation, ...]:
        """Where a record cites papers of some types, the first place of each."""
        cited = [c for c in self.citations if c.quotation.record == code and c.type in types]
        return tuple({c.number: c.quotation for c in reversed(cited)}.values())[::-1]

    def of_types(self, types: Sequence[Phrase]) -> Counter[str]:
        """The papers of these types that the plan names: name as first printed → mentions."""
        found: Counter[str] = Counter()
        names: dict[tuple[Phrase, str], str] = {}
        for c in self.citations:
            if c.type in types:
                found[names.setdefault((c.type, c.number), c.name)] += 1
        return found

    def quoted(self, quotations: Sequence[Quotation], beside: Collection[str] = ()) -> str:
        """The name of the one paper that all of some quotations are about, or ""; `beside`: numbers of others."""
        cited = [self._in_clause.get(q.text.strip(), {}) for q in quotations]
        numbers = set.intersection(*(set(names) for names in cited)).difference(beside) if cited else set()
        return cited[0][numbers.pop()] if len(numbers) == 1 else ""

    def dated(self, days: Sequence[str], types: Sequence[Phrase]) -> list[Citation]:
        """Mentions of the papers of some types that were issued on one of some days."""
        return [c for c in self.citations if c.day in days and c.type in types] if days else []

    def cited(self, wanted: Document) -> list[Citation]:
        """Mentions of a paper; a number alone suffices when it was typed with its mark."""
        found = [
            c
            for c in self._by_number.get(wanted.number, ())
            if (not wanted.year or not c.year or c.year == wanted.year) and (not wanted.type or c.type == wanted.type)
        ]
        exact = [c for c in found if wanted.year and c.year == wanted.year]
        return exact or found


def _citations(plan: Plan) -> Iterator[Citation]:
    for text, place, record in _texts(plan):
        if not _NUMBER.search(text):
            continue
        for clause in _CLAUSE.split(text):
            for found in AS_CITED.finditer(clause):
                kind, number, year, _ = found.groups("")
                type_ = phrase(kind)
                known = type_ if type_ in CITED else ()
                issued = ISSUED.match(clause, found.end())
                day = "/".join(str(int(part)) for part in issued.groups()) if issued else ""
                yield Citation(found[0], known, str(int(number)), year, day, Quotation(clause.strip(), place, record))


def _texts(plan: Plan) -> Iterator[tuple[str, str, str]]:
    for basis in plan.legal_bases:
        yield basis.text, basis.place, ""
    for target in plan.targets:
        yield target.statement, target.place, target.code
    for task in plan.tasks:
        yield f"{task.title}\n{task.product}", task.place, task.code
    for passage in plan.passages:
        yield passage.text, passage.place, passage.code
