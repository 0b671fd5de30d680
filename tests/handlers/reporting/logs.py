"""A log of progress written by hand, and documents read back."""

from __future__ import annotations

import io
import itertools
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from docx import Document

from handlers.office import FollowedPlan
from handlers.reporting.facts import Records
from knowledge.model import Plan
from storage.records import EntryKind, Evidence, Extension, ProgressEntry, Ruling, RulingKind, Status
from tests.support.talk import ZONE

DONE, DOING, BLOCKED = Status.DONE, Status.IN_PROGRESS, Status.BLOCKED


def at(day: str, clock: str = "10:00") -> datetime:
    """A moment at the office: at("2026-12-14", "23:59")."""
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZONE)


def followed(plan: Plan, since: str = "2026-01-01") -> FollowedPlan:
    """The plan, followed from a day."""
    return FollowedPlan(plan, 1, date.fromisoformat(since), plan.ends)


@dataclass
class Log:
    """Entries and extensions in the order in which they are written."""

    entries: list[ProgressEntry] = field(default_factory=list)
    extensions: list[Extension] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    _ids: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def says(
        self,
        when: datetime,
        task: str,
        percent: float | None,
        status: Status | None,
        note: str = "",
        *,
        period: str = "",
        kind: EntryKind = EntryKind.UPDATE,
        undoes: int | None = None,
        awaits: bool = False,
    ) -> int:
        """One entry; its number."""
        entry = ProgressEntry(
            id=next(self._ids),
            plan="small",
            task=task,
            period=period,
            kind=kind,
            percent=percent,
            status=status,
            note=note,
            member_id=1,
            member_name="Lan",
            unit="TH",
            channel="terminal",
            at=when,
            undoes=undoes,
            awaits=awaits,
        )
        self.entries.append(entry)
        return entry.id

    @property
    def records(self) -> Records:
        """Everything written."""
        return Records(self.entries, self.extensions, self.rulings, self.evidence)

    def undo(self, when: datetime, entry: int) -> None:
        """Takes an entry back."""
        other = next(e for e in self.entries if e.id == entry)
        self.says(when, other.task, None, None, period=other.period, kind=EntryKind.UNDO, undoes=entry)

    def take_back(self, when: datetime) -> None:
        """The office takes back every extension and ruling, and the units their files."""
        self.extensions = [replace(one, undone=True, undone_at=when) for one in self.extensions]
        self.rulings = [replace(one, undone=True, undone_at=when) for one in self.rulings]
        self.evidence = [replace(one, undone=True, undone_at=when) for one in self.evidence]

    def rule(self, when: datetime, task: str, kind: RulingKind, *, period: str = "", entry: int | None = None) -> None:
        """The office confirms, or puts work off."""
        self.rulings.append(Ruling(next(self._ids), "small", task, period, kind, 1, "Minh", when, entry))

    def prove(self, when: datetime, entry: int) -> None:
        """A file that speaks for an entry."""
        proof = Evidence(next(self._ids), entry, "0" * 64, "anh.jpg", "image/jpeg", 9, 1, "Lan", when)
        self.evidence.append(proof)

    def extend(self, when: datetime, task: str, due: date, previous: date | None, *, period: str = "") -> None:
        """A later deadline."""
        extension = Extension(
            next(self._ids), "small", task, period, due, previous, "chờ cấp trên", "CV 12/SKHĐT-TH", 1, when
        )
        self.extensions.append(extension)


def words_of(docx: bytes) -> str:
    """Everything a reader of the document sees, in order, a paragraph or row a line."""
    body = Document(io.BytesIO(docx)).element.body
    lines = []
    for block in body.iterchildren():
        if block.tag.endswith("}tbl"):
            for row in block.iter("{*}tr"):
                lines.append(" | ".join(_text(cell) for cell in row.iter("{*}tc")))
        else:
            lines.append(_text(block))
    return "\n".join(lines)


def _text(element: object) -> str:
    paragraphs = element.iter("{*}p")  # type: ignore[attr-defined]
    return " / ".join(text for p in paragraphs if (text := "".join(t.text or "" for t in p.iter("{*}t"))))
