"""Lists and counts: records that meet every condition of a question at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from knowledge.deadlines import Rule
from knowledge.model import Plan, Target, Task, Unit
from knowledge.occurrences import rule_of
from knowledge.questions import Question, find
from knowledge.search import Index, text_of
from knowledge.vietnamese import fold_word

_MARKS = ".,;:()[]“”\"'–-/…"
_WAITING = (("cho",), ("sau", "khi"), ("doi",), ("van", "ban", "chi", "dao"), ("huong", "dan"))

_GOING_ON = (("tiep", "theo"), ("tu", "nam"), ("bat", "dau"), ("keo", "dai"), ("tro", "di"))
_ENDING = (("xong",), ("hoan", "thanh"), ("han",), ("trong",), ("ket", "thuc"))
_QUARTERS = ("", "I", "II", "III", "IV")


@dataclass
class Selection:
    """What was selected and by what: `filters` names the conditions in the plan's words; `dated`: a condition about
    time was met; `rest`: content words that no condition explains."""

    tasks: list[Task] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    filters: dict[str, str] = field(default_factory=dict)
    rest: tuple[str, ...] = ()
    conditions: int = 0


def related(unit: Unit | None, code: str, plan: Plan) -> bool:
    """Whether a unit of a cell is the unit, or a part of it."""
    found = plan.unit(code)
    return unit is not None and found is not None and unit.code in (found.code, found.part_of)


def as_printed(words: Sequence[str], text: str) -> str:
    """Folded words as a text prints them: "hạ tầng số"; a word that it does not print stays as it is."""
    printed: dict[str, str] = {}
    for word in text.split():
        bare = word.strip(_MARKS)
        printed.setdefault(fold_word(bare.lower()), bare.lower() if bare.istitle() else bare)
    return " ".join(printed.get(word, word) for word in words)


class Selector:
    """Selects among the records of one plan."""

    def __init__(self, plan: Plan, index: Index, light: frozenset[str]) -> None:
        self._plan = plan
        self._index = index
        # Wrong tones must not turn "vụ" into a word to filter by: here the folded form decides.
        self._soft = index.soft
        self._light = light

    def _rule(self, task: Task) -> Rule:
        return rule_of(task, self._plan.year)

    # ---- tasks ------------------------------------------------------------------------------------------------------

    def tasks(self, q: Question, among: Sequence[str] = ()) -> Selection:
        """Tasks that meet every condition; `among`: codes of an earlier list to choose from."""
        plan = self._plan
        chosen = Selection([t for t in plan.tasks if t.code in among] if among else list(plan.tasks))
        explained: set[str] = set()
        if q.groups:
            groups = {g.code for g in q.groups}
            self._keep(chosen, lambda t: t.group in groups, "group", "; ".join(g.title for g in q.groups))
            explained |= {w for g in q.groups for w in self._index.words(g.title)}
        elif q.areas:
            areas = {a.code for a in q.areas}
            self._keep(chosen, lambda t: t.area in areas, "area", "; ".join(a.title for a in q.areas))
        explained |= {w for a in q.areas for n in (a.title, *a.names) for w in self._index.words(n)}
        explained |= {a.code.lower() for a in q.areas} | {part for g in q.groups for part in g.code.lower().split(".")}
        self._units(chosen, q)
        explained |= self._time(chosen, q)
        explained |= q.asking
        hard = [w for w in q.hard if w not in explained and w not in self._soft and not w.isdigit()]
        chosen.rest = tuple(hard)
        if hard:
            self._words(chosen, hard, q)
        if self._light.issuperset(chosen.rest):
            chosen.rest = ()  # "Việc nào phải xong gọn …": general words that no task has narrow nothing.
        return chosen

    def _keep(self, chosen: Selection, wanted: Callable[[Task], bool], name: str, said: str) -> None:
        chosen.tasks = [t for t in chosen.tasks if wanted(t)]
        chosen.filters[name] = said
        chosen.conditions += 1

    def _units(self, chosen: Selection, q: Question) -> None:
        if not q.units:
            return
        if q.left_out:
            self._leave_out(chosen, q)
            return
        names = "; ".join(u.name for u in q.units)
        meant = self._meant(q.units)
        if q.has("except") and not q.has("cooperation"):
            self._keep(chosen, lambda t: meant.isdisjoint(t.lead), "except", names)
            return
        outside = all(u.outside for u in q.units)
        both = q.has("cooperation") and q.has("lead") and len(q.units) > 1
        if both:
            first, others = q.units[0], q.units[1:]
            leading = self._meant([first])
            self._keep(chosen, lambda t: not leading.isdisjoint(t.lead), "lead", first.name)
            self._keep(chosen, lambda t: any(u.code in t.cooperating for u in others), "cooperating", others[0].name)
        elif q.has("cooperation") or outside:
            self._keep(chosen, lambda t: not meant.isdisjoint(t.cooperating), "cooperating", names)
        else:
            self._keep(chosen, lambda t: not meant.isdisjoint(t.lead), "lead", names)

    def _meant(self, units: Sequence[Unit]) -> set[str]:
        """The codes of units and of their parts."""
        return {u.code for u in self._plan.units if any(related(unit, u.code, self._plan) for unit in units)}

    def _leave_out(self, chosen: Selection, q: Question) -> None:
        """ "Văn phòng chủ trì mà không có Bưu điện phối hợp": the units named, without those left out."""
        kept = [u for u in q.units if u not in q.left_out]
        leading = self._meant(kept)
        self._keep(chosen, lambda t: not leading.isdisjoint(t.lead), "lead", "; ".join(u.name for u in kept))
        out = {u.code for u in q.left_out}
        said = "; ".join(u.name for u in q.left_out)
        self._keep(chosen, lambda t: out.isdisjoint((*t.lead, *t.cooperating)), "except", said)

    def _words(self, chosen: Selection, hard: Sequence[str], q: Question) -> None:
        """Narrows by the remaining words: those of the product when products are asked about, else of the whole row."""
        # Words typed side by side must stand side by side: "công an" is not "công … an toàn".
        typed = list(pairwise(q.words))
        beside = [pair for pair in pairwise(hard) if pair in typed]

        def has_all(task: Task) -> bool:
            if not task.milestones and not self._index.has_words(task.code, hard):
                return False
            text = task.product if q.has("product") else text_of(task)
            words = set(self._index.words(text))
            return all(w in words for w in hard) and all(self._index.has_pair(task.code, pair) for pair in beside)

        found = [t for t in chosen.tasks if has_all(t)]
        if found:
            chosen.tasks, chosen.rest = found, ()
            chosen.filters["words"] = as_printed(hard, text_of(found[0]))
            chosen.conditions += 1

    def _time(self, chosen: Selection, q: Question) -> set[str]:
        """Conditions about time. The words that they explain."""
        words, year = q.words, q.years[0] if q.years else 0
        explained: set[str] = set()
        if q.days:
            day = q.days[0].replace(".", "/").replace("-", "/")
            self._keep(chosen, lambda t: day in text_of(t).replace("0" + day, day), "deadline", day)
            return explained
        if q.quarter and year:
            start = date(year, q.quarter * 3 - 2, 1)
            self._keep(
                chosen,
                lambda t: self._rule(t).kind == "quarter" and self._rule(t).start == start,
                "deadline",
                f"{q.quarter}/{year}",
            )
            return explained | {words[find(words, ("quy",)) + 1]}
        if q.says(("theo", "quy"), ("hang", "quy"), ("moi", "quy"), ("tung", "quy")):
            self._keep(chosen, lambda t: "quarter" in self._rule(t).kind, "deadline", "quarterly")
            return {"hang", "moi", "tung"}
        if (year and year not in self._plan.horizons) or (year and not q.has("value")):
            self._keep(chosen, self._by_year(q, year), "deadline", str(year))
            return {"keo", "dai", "bat", "dau", "tiep", "theo", "gon", "tro", "di"}
        if find(words, ("hang", "nam")) >= 0 or find(words, ("moi", "nam")) >= 0:
            self._keep(chosen, lambda t: "hang nam" in fold_word(t.deadline), "deadline", "yearly")
            return {"hang", "moi"}
        if find(words, ("thuong", "xuyen")) >= 0 and find(words, ("kip", "thoi")) < 0:
            found = [t for t in chosen.tasks if self._rule(t).kind == "ongoing"]
            if found:
                self._keep(chosen, lambda t: t in found, "deadline", "ongoing")
                return {"thuong", "xuyen"}
        waits = [p for p in _WAITING if find(words, p) >= 0]
        if (waits and find(words, ("chinh", "phu")) >= 0) or find(words, ("chua", "co", "han")) >= 0:
            self._keep(chosen, lambda t: self._rule(t).kind == "conditional", "deadline", "conditional")
            return {"chinh", "phu", "van", "ban", "chi", "dao", "huong", "dan", "doi", "cho", "moi", "khi"}
        return explained

    def _by_year(self, q: Question, year: int) -> Callable[[Task], bool]:
        going_on = q.says(*_GOING_ON) and not q.says(("khong", "tinh"), ("khong", "ke"), ("tru",), ("khong", "gom"))
        before, ends = q.says(("truoc",)), q.says(*_ENDING)

        def meets(task: Task) -> bool:
            rule = self._rule(task)
            if before:
                return rule.end is not None and not rule.recurs and rule.end < date(year, 1, 1)
            if going_on:
                return (
                    rule.start is not None and rule.start.year == year and (rule.end is None or rule.recurs is not None)
                )
            one = rule.kind in ("year", "quarter", "month", "date", "half_year") and rule.end is not None
            if ends:
                return one and rule.end is not None and rule.end.year == year
            return str(year) in task.deadline

        return meets

    # ---- targets ----------------------------------------------------------------------------------------------------

    def targets(self, q: Question, horizon: int = 0) -> Selection:
        """Targets that meet every condition."""
        horizons = [y for y in q.years if y in self._plan.horizons] or ([horizon] if horizon else [])
        chosen = Selection(targets=list(self._plan.targets))
        explained: set[str] = set()
        if horizons:
            chosen.targets = [t for t in chosen.targets if t.horizon in horizons]
            chosen.filters["horizon"] = ", ".join(str(h) for h in horizons)
        if q.areas:
            codes = {a.code for a in q.areas}
            chosen.targets = [t for t in chosen.targets if t.area in codes]
            chosen.filters["area"] = "; ".join(a.title for a in q.areas)
            explained |= {w for a in q.areas for n in (a.title, *a.names) for w in self._index.words(n)}
            chosen.conditions += 1
        if q.percents:
            chosen.targets = [t for t in chosen.targets if t.value in q.percents]
            chosen.filters["value"] = ", ".join(f"{p:g}%" for p in q.percents)
            chosen.conditions += 1
        explained |= q.asking
        hard = [w for w in q.hard if w not in explained and w not in self._soft and not w.isdigit()]
        if hard:
            found = [t for t in chosen.targets if set(hard) <= set(self._index.words(text_of(t)))]
            chosen.rest = () if found else tuple(hard)
            if found:
                chosen.targets = found
                chosen.filters["words"] = as_printed(hard, text_of(found[0]))
                chosen.conditions += 1
        if not q.percents and not q.areas and not hard:
            numbered = [t for t in chosen.targets if t.value is not None]
            chosen.targets = numbered or chosen.targets
        return chosen
