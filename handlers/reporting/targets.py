"""Targets as lists and reports show them: goal, latest measured value, distance, pace. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from handlers.wording import targets as words
from knowledge.model import Plan, Target
from knowledge.pace import LESS_IS_BETTER, Judgement, Reading, Verdict, judge, kin
from storage.records import TargetValue

WORST_FIRST = (Verdict.SHORT, Verdict.AT_RISK, Verdict.BEHIND)
"""Verdicts on targets that fall short, the worst first."""


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One target. `values`: what was measured for it or for a target that measures the same, in order of day;
    `judgement` None: nothing was measured, or it has no number to reach."""

    target: Target
    values: tuple[TargetValue, ...]
    judgement: Judgement | None

    @property
    def latest(self) -> TargetValue | None:
        """The newest measured value."""
        return self.values[-1] if self.values else None

    @property
    def value(self) -> float | None:
        """The newest measured value, as a number."""
        return self.latest.value if self.latest else None

    @property
    def value_words(self) -> str:
        """ "72% (quý III/2026)"."""
        if self.latest is None or self.latest.value is None:
            return ""
        return words.measured(self.latest.value, self.latest.period, self.target)

    @property
    def goal_words(self) -> str:
        """The goal in the plan's words, and for when: "tối thiểu 80% (năm 2025)"."""
        year = words.IN_YEAR.format(year=self.target.year or self.target.horizon)
        goal = words.value(self.target)
        return f"{goal} ({year})" if goal else year

    @property
    def share_words(self) -> str:
        """The value as a share of the goal: "90,0%"; "" without either."""
        if self.judgement is None or not self.judgement.goal or self.target.comparator in LESS_IS_BETTER:
            return ""
        return f"{100 * self.judgement.reading.value / self.judgement.goal:.1f}%".replace(".", ",")

    @property
    def note_words(self) -> str:
        """How it lies, and where the value stands."""
        parts = [words.verdict(self.judgement, self.target)] if self.judgement else []
        parts += [self.latest.document] if self.latest and self.latest.document else []
        return "; ".join(parts)


def target_lines(
    plan: Plan, log: Iterable[TargetValue], today: date, cutoff: datetime | None = None
) -> tuple[TargetLine, ...]:
    """Every target of the plan as it stands on `today`, by what was recorded before `cutoff` (aware; None: ever)."""
    known = [value for value in log if cutoff is None or value.at < cutoff]
    undone = {value.undoes for value in known if value.undoes is not None}
    standing = [v for v in known if v.value is not None and v.id not in undone and v.day <= today]
    return tuple(_line(target, plan, standing, today) for target in plan.targets)


def _line(target: Target, plan: Plan, standing: Sequence[TargetValue], today: date) -> TargetLine:
    codes = kin(target, plan)
    mine = (v for v in standing if v.target in codes and (target.year is None or v.day.year <= target.year))
    values = tuple(sorted(mine, key=lambda v: (v.day, v.id)))
    # A later value for the same day corrects the earlier one.
    latest = {value.day: value for value in values}
    readings = [Reading(value.day, value.value) for value in latest.values() if value.value is not None]
    return TargetLine(target, tuple(latest.values()), judge(target, readings, today))


def behind(lines: Iterable[TargetLine]) -> list[TargetLine]:
    """Targets that fall short or behind, the worst first."""
    found = [line for line in lines if line.judgement and line.judgement.verdict in WORST_FIRST]
    return sorted(found, key=lambda line: WORST_FIRST.index(line.judgement.verdict) if line.judgement else 0)
