"""Lists and counts of targets: those that meet every condition of a question at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from knowledge.answers.amounts import extreme, of_value
from knowledge.answers.narrowing import as_printed, left_to_narrow
from knowledge.answers.selection import Condition, Selection
from knowledge.answers.tables import cells_of
from knowledge.lexicon import printed_places
from knowledge.lexicon.amounts import HIGHEST, LOWEST
from knowledge.lexicon.numbered import TABLE
from knowledge.lexicon.plan_parts import ANNEX
from knowledge.lexicon.questions import words_of
from knowledge.lexicon.several import OF_SHARES
from knowledge.lexicon.targets_of_years import ALONE_OF, EACH_OF_YEARS, JOINED, NOT_OF, SET_APART
from knowledge.model import Plan, Target
from knowledge.questions import Question
from knowledge.questions.numbered import annex_of
from knowledge.questions.several import lists_shares
from knowledge.search import Index
from knowledge.texts import text_of
from knowledge.vietnamese import fold, fold_message

SHARE = "%"
"""The unit of targets that are shares."""
OF_TABLE = "table"
"""The filter of targets that stand in a numbered table of the text."""
OF_YEAR = "of_year"
"""The filter of targets that speak of a year which is no horizon."""


def is_row(target: Target) -> bool:
    """Whether a target stands in an annex."""
    return target.place.startswith(printed_places.ANNEX)


def rows_of(targets: Collection[Target]) -> int:
    """The number of rows of an annex that targets are of: one row has a target for each of several years, and what
    stands under a row without a number of its own is a part of it."""
    return len({target.place for target in targets if printed_places.ROW in target.place}) or len(targets)


def _table_of(place: str) -> str:
    """The numbered table of the text that a place is in, without marks: "bang 1"; "" for none."""
    found = TABLE.match(fold(place))
    return found[0] if found else ""


class TargetSelector:
    """Selects among the targets of one plan."""

    def __init__(self, plan: Plan, index: Index) -> None:
        self._plan = plan
        self._index = index
        self._cells = cells_of(plan)

    def select(self, q: Question) -> Selection[Target]:
        """Targets that meet every condition."""
        chosen = Selection(self._plan.targets)
        for condition in (
            self._of_annex(q),
            self._of_table(q),
            self._of_years(q),
            self._of_areas(q),
            self._of_units(q),
        ):
            if condition:
                chosen.meet(condition)
        if q.percents:
            said, found = of_value(q, chosen.records)
            valued = {t.code for t in found}
            for name, value in said.items():
                chosen.meet(Condition(name, value, lambda t: t.code in valued))
        if lists_shares(q):
            chosen.meet(Condition("words", SHARE, lambda t: t.unit == SHARE and t.value is not None, OF_SHARES))
        if extreme(q, chosen.records):
            chosen.explained |= words_of(HIGHEST, LOWEST)
        self._narrow(chosen, q)
        if ends := extreme(q, chosen.records):
            chosen.records = ends
        elif not (q.percents or q.areas or q.annex or chosen.rest or chosen.filters.keys() & {"words", OF_TABLE}):
            chosen.records = [t for t in chosen.records if t.value is not None] or chosen.records
        return chosen

    def _of_annex(self, q: Question) -> Condition[Target] | None:
        titles = (text_of(p) for p in self._plan.passages if p.place.startswith(printed_places.ANNEX))
        explained = {w for title in titles for w in self._index.words(title)} if q.annex or q.says(ANNEX) else set()
        if q.annex:
            return Condition("annex", q.annex, lambda t: annex_of(t) == q.annex, explained)
        if rows := [t for t in self._plan.targets if is_row(t)] if q.says(ANNEX) else []:
            return Condition("annex", "; ".join(dict.fromkeys(map(annex_of, rows))), is_row, explained)
        return None

    def _of_table(self, q: Question) -> Condition[Target] | None:
        """Those in a numbered table of the text, in a plan with such tables: "Bảng 1 có bao nhiêu chỉ tiêu"."""
        named = TABLE.search(fold_message(q.text))
        if named is None or not any(_table_of(t.place) for t in self._plan.targets):
            return None
        number = named[1]
        said = next(
            (t.place.partition(",")[0] for t in self._plan.targets if _table_of(t.place).endswith(f" {number}")), ""
        )
        return Condition(
            OF_TABLE, said or named[0], lambda t: _table_of(t.place).endswith(f" {number}"), set(named[0].split())
        )

    def _of_years(self, q: Question) -> Condition[Target] | None:
        """Those of the horizons named; where the years named are none, those that speak of one."""
        horizons = [y for y in q.years if y in self._plan.horizons]
        if horizons and (apart := self._of_some_alone(q, horizons)):
            return apart
        if horizons:
            return Condition("horizon", ", ".join(map(str, horizons)), lambda t: t.horizon in horizons)
        said = [str(year) for year in q.years]
        return Condition(OF_YEAR, ", ".join(said), lambda t: any(y in t.statement for y in said)) if said else None

    def _of_some_alone(self, q: Question, horizons: Sequence[int]) -> Condition[Target] | None:
        """ "Có 2025 mà không có 2030": those of a year that have no value for another; "có cả 2025 và 2030": those that
        have one for each. None where the years are only named."""
        text = " ".join(q.words)
        out = [y for y in horizons if re.search(NOT_OF.format(year=y), text)]
        kept = [y for y in horizons if y not in out]
        if len(kept) == 1 and not out and re.search(ALONE_OF.format(year=kept[0]), text):
            out = [y for y in self._plan.horizons if y not in kept]
        if len(kept) > 1 and EACH_OF_YEARS.search(text):
            has_all = {s for s, years in self._years_of_series.items() if years.issuperset(kept)}
            return Condition(
                "horizon", JOINED.join(map(str, kept)), lambda t: t.horizon in kept and t.series in has_all
            )
        if not kept or not out:
            return None
        has_other = {s for s, years in self._years_of_series.items() if not years.isdisjoint(out)}
        said = SET_APART.format(kept=", ".join(map(str, kept)), out=", ".join(map(str, out)))
        return Condition("horizon", said, lambda t: t.horizon in kept and t.series not in has_other)

    @cached_property
    def _years_of_series(self) -> Mapping[str, set[int]]:
        """The years for which each series of targets has a value."""
        years: dict[str, set[int]] = {}
        for target in self._plan.targets:
            if target.series:
                years.setdefault(target.series, set()).add(target.horizon)
        return years

    def _of_areas(self, q: Question) -> Condition[Target] | None:
        codes = {a.code for a in q.areas}
        explained = {w for a in q.areas for n in a.called for w in self._index.words(n)}
        said = "; ".join(a.title for a in q.areas)
        return Condition("area", said, lambda t: t.area in codes, explained) if codes else None

    def _of_units(self, q: Question) -> Condition[Target] | None:
        """Those that a table sets for the units named, in a plan with such a table."""
        units = [unit for unit in q.units if unit.code in self._cells.values()] if self._cells else []
        codes = {unit.code for unit in units}
        explained = {w for unit in units for w in self._index.words(unit.name)}
        said = "; ".join(unit.name for unit in units)
        return Condition("of_unit", said, lambda t: self._cells.get(t.code) in codes, explained) if codes else None

    def _narrow(self, chosen: Selection[Target], q: Question) -> None:
        """Narrows by the remaining words, where some targets have them all."""
        hard = left_to_narrow(q, chosen.explained, self._index)

        def has_all(target: Target) -> bool:
            return set(hard) <= set(self._index.words(text_of(target)))

        having = [t for t in chosen.records if has_all(t)] if hard else []
        chosen.rest = tuple(hard) if not having else ()
        if having:
            said = as_printed(hard, q.words, text_of(having[0]), self._index.words)
            chosen.meet(Condition("words", said, has_all))
