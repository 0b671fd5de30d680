"""The plan as structured knowledge: what a plan file holds, whoever issued it.

Every record keeps its `place` (where it stands in the printed plan, in the plan's language) so that an answer can be
checked, and its `corrections` (what was printed, what we read) so that the office can check us.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

Comparator = Literal[">=", ">", "=", "<=", "<", "-"]
"""How a target's value is to be read; "-" is a reduction by that value ("giảm tối thiểu 10%")."""

PassageKind = Literal[
    "viewpoint",  # quan điểm
    "objective",  # mục tiêu chung
    "focus",  # nội dung, trọng tâm
    "area_objective",  # mục tiêu của từng lĩnh vực
    "body_task",  # nhiệm vụ nêu trong phần lời (III.2)
    "solution",  # giải pháp
    "content",  # nội dung kế hoạch
    "organization",  # tổ chức thực hiện
    "recipient",  # nơi nhận
    "signature",
    "other",
]


class Record(BaseModel):
    """Base of every part of a plan: immutable, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Correction(Record):
    """A word that was printed (or scanned) wrongly: `printed` is kept beside what stands in `field` now."""

    field: str
    printed: str
    corrected: str
    reason: str = ""


class Unit(Record):
    """A unit that leads or cooperates. `code` is short and stable ("VP", "TCCB"); matching uses name, short, aliases.

    `outside`: not part of the agency (Bưu điện tỉnh). `collective`: stands for several units of the agency
    ("Các phòng chuyên môn, nghiệp vụ"); members of any unit of the agency that has no code of its own belong to it.
    `part_of`: code of the unit that this one is a part of ("Phòng Tổ chức cán bộ (pháp chế)").
    """

    code: str
    name: str
    short: str
    aliases: tuple[str, ...] = ()
    part_of: str | None = None
    outside: bool = False
    collective: bool = False

    @property
    def called(self) -> tuple[str, ...]:
        """All that it is called: its name, its short name, its aliases."""
        return (self.name, self.short, *self.aliases)


class Area(Record):
    """A field of reform (lĩnh vực): `title` as in the annex, `names` other names the plan uses for it."""

    code: str
    title: str
    names: tuple[str, ...] = ()
    place: str

    @property
    def called(self) -> tuple[str, ...]:
        """All that it is called."""
        return (self.title, *self.names)


class Group(Record):
    """A group of tasks inside an area (VI.4)."""

    code: str
    area: str
    title: str
    place: str

    @property
    def called(self) -> tuple[str, ...]:
        """What it is called."""
        return (self.title,)


class Pace(Record):
    """A yearly path: `start` percent in `start_year`, then at least `step` points more a year until `limit`."""

    start_year: int
    start: float
    step: float
    limit: float


class Target(Record):
    """A target (chỉ tiêu). `value` is None for a target without a number; percent is 0–100.

    `horizon` is the year it is set for (2025, 2030); `year` a year of its own inside the horizon (30 % in 2021).
    `series` is shared by targets that measure the same thing at different horizons, and is what comparisons join on.
    `value_printed` is the plan's own wording of the value ("tối thiểu 80%", "giảm bình quân 10%"), as in `statement`;
    `names` are short ways people call it.
    """

    code: str
    area: str | None = None
    horizon: int
    year: int | None = None
    metric: str
    comparator: Comparator | None = None
    value: float | None = None
    unit: str = "%"
    value_printed: str = ""
    baseline: str | None = None
    pace: Pace | None = None
    series: str | None = None
    names: tuple[str, ...] = ()
    statement: str
    place: str
    notes: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


class Task(Record):
    """A task (nhiệm vụ), one row of the annex. `deadline` is as printed; its meaning is worked out elsewhere.

    `lead` and `cooperating` are unit codes in printed order; `*_printed` are the words of the cell.
    `milestones` are further dated phrases that bind the task though they stand in another cell
    ("trước ngày 15/8 hàng năm" in the product of II.2). `names` are short ways people call it; the first is a short
    title that fits a list or a button.
    """

    code: str
    printed_code: str
    area: str
    group: str | None = None
    title: str
    names: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    lead_printed: str = ""
    cooperating: tuple[str, ...] = ()
    cooperating_printed: str = ""
    product: str = ""
    deadline: str = ""
    milestones: tuple[str, ...] = ()
    place: str
    notes: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


class Passage(Record):
    """A numbered or titled piece of the plan's running text."""

    code: str
    kind: PassageKind
    area: str | None = None
    title: str = ""
    text: str = ""
    place: str
    notes: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


class LegalBasis(Record):
    """One "Căn cứ …" of the plan's head, in full."""

    text: str
    place: str


class Plan(Record):
    """A whole plan. `number` and `issued` are None where the paper leaves them blank; `*_printed` show the blank."""

    id: str
    title: str
    short_title: str
    issuer: str
    issuer_short: str = ""
    governing_body: str = ""
    number: str | None = None
    number_printed: str = ""
    issued: date | None = None
    issued_printed: str = ""
    year: int = Field(description="the document's year: fills in phrases that name none")
    starts: int
    period_ends: int
    horizons: tuple[int, ...] = ()
    ends: date = Field(description="last day that yearly work recurs; the office may change it")
    signer: str = ""
    legal_bases: tuple[LegalBasis, ...] = ()
    units: tuple[Unit, ...] = ()
    areas: tuple[Area, ...] = ()
    groups: tuple[Group, ...] = ()
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()
    passages: tuple[Passage, ...] = ()
    notes: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()

    def task(self, code: str) -> Task | None:
        """The task with exactly this code (canonical form: "II.5", "VI.4.2"), or None."""
        return self._tasks_by_code.get(code)

    def target(self, code: str) -> Target | None:
        """The target with exactly this code ("CT25.04"), or None."""
        return self._targets_by_code.get(code)

    def points_under(self, passage: Passage) -> list[Passage]:
        """The passages that stand right under one that is a heading: "P.III.1" under "P.III"."""
        below = [p for p in self.passages if p.code.startswith(f"{passage.code}.")]
        return [p for p in below if not any(p.code.startswith(f"{other.code}.") for other in below)]

    def unit(self, code: str) -> Unit | None:
        """The unit with this code, or None."""
        return self._units_by_code.get(code)

    @cached_property
    def _tasks_by_code(self) -> dict[str, Task]:
        return {t.code: t for t in reversed(self.tasks)}

    @cached_property
    def _targets_by_code(self) -> dict[str, Target]:
        return {t.code: t for t in reversed(self.targets)}

    @cached_property
    def _units_by_code(self) -> dict[str, Unit]:
        return {u.code: u for u in reversed(self.units)}

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy, which finds its own records."""
        copied = super().model_copy(update=update, deep=deep)
        for kept in ("_tasks_by_code", "_targets_by_code", "_units_by_code"):
            copied.__dict__.pop(kept, None)
        return copied
