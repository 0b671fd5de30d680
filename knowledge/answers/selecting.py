"""Lists and counts: records that meet every condition of a question at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from knowledge.answers.amounts import extreme, of_value
from knowledge.answers.authority import Authorities
from knowledge.answers.condition import Condition
from knowledge.answers.spelling import letters, spellings
from knowledge.answers.taking_part import TakingPart
from knowledge.answers.timing import Timing
from knowledge.lexicon import printed_places
from knowledge.lexicon.amounts import HIGHEST, LOWEST
from knowledge.lexicon.plan_parts import ANNEX
from knowledge.lexicon.questions import phrase, words_of
from knowledge.lexicon.taking_part import HEADS_OFFICE, OF_HEADS
from knowledge.model import Plan, Target, Task
from knowledge.questions import Question
from knowledge.questions.numbered import annex_of
from knowledge.search import Index
from knowledge.texts import columns_of, text_of
from knowledge.vietnamese import fold

_MARKS = ".,;:()[]“”\"'–-/…"
_A_YEAR = re.compile(r"(?:19|20)\d\d")
"""Another number beside a word that it is printed beside narrows a list: "18 định mức"."""
_BETWEEN = 2
"""Soft words between two that narrow a list which are told with them."""


@dataclass
class Selection:
    """What was selected and by what: `filters` names the conditions in the plan's words; `dated`: only targets that
    speak of a year were left, which is no horizon; `rest`: content words that no condition explains."""

    tasks: list[Task] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    filters: dict[str, str] = field(default_factory=dict)
    rest: tuple[str, ...] = ()
    conditions: int = 0
    dated: bool = False


def is_row(target: Target) -> bool:
    """Whether a target stands in an annex."""
    return target.place.startswith(printed_places.ANNEX)


def rows_of(targets: Collection[Target]) -> int:
    """The number of rows of an annex that targets are of: one row has a target for each of several years, and what
    stands under a row without a number of its own is a part of it."""
    return len({target.place for target in targets if printed_places.ROW in target.place}) or len(targets)


def as_printed(hard: Sequence[str], said: Sequence[str], text: str, read: Callable[[str], Sequence[str]]) -> str:
    """The folded words `hard` of a message `said` as a text prints them, with the few that stand between: "hạ tầng
    số"; what is left out is "…". `read`: the folded words of a printed one, short forms in full. A word that the text
    does not print stays as it is."""
    printed = [
        (word, bare.lower() if bare.istitle() else bare)
        for token in text.split()
        if (bare := token.strip(_MARKS))
        for word in read(bare)
    ]
    known = {word for word, _ in printed}
    wanted, last = {*hard, *(w for w in said if "." in w and set(hard).issuperset(w.split(".")))}, -1
    shown: list[str] = []
    for at, word in enumerate(said):
        if word not in wanted:
            continue
        between = said[last + 1 : at]
        if shown and between:
            shown += between if len(between) <= _BETWEEN and all(w in known for w in between) else ["…"]
        shown.append(word)
        last = at
    beside = ["", *shown, ""]
    forms = [_printed_as(word, beside[at], beside[at + 2], printed) for at, word in enumerate(shown)]
    return " ".join(form for at, form in enumerate(forms) if not at or form != forms[at - 1])


def _printed_as(word: str, before: str, after: str, printed: Sequence[tuple[str, str]]) -> str:
    """The form in which a folded word is printed beside these neighbours ("du lịch", not the "dự" of "dự án"), else
    where it stands first; the word itself where it is not printed."""
    found = [
        ((at > 0 and printed[at - 1][0] == before) + (at + 1 < len(printed) and printed[at + 1][0] == after), -at, form)
        for at, (said, form) in enumerate(printed)
        if said == word
    ]
    return max(found)[2] if found else word


class Selector:
    """Selects among the records of one plan."""

    def __init__(self, plan: Plan, index: Index, light: frozenset[str], authorities: Authorities) -> None:
        self._plan = plan
        self._index = index
        # Wrong tones must not turn "vụ" into a word to filter by: here the folded form decides.
        self._soft = index.soft
        self._light = light
        self._authorities = authorities
        self._taking_part = TakingPart(plan, index)
        self._timing = Timing(plan)

    # ---- tasks ------------------------------------------------------------------------------------------------------

    def tasks(self, q: Question, among: Sequence[str] = ()) -> Selection:
        """Tasks that meet every condition; `among`: codes of an earlier list to choose from."""
        chosen = Selection([t for t in self._plan.tasks if t.code in among] if among else list(self._plan.tasks))
        explained = self._places(chosen, q)
        authority, said = self._authorities.named(q)
        if authority:
            self._keep(chosen, lambda t: self._authorities.has(t.code, authority), "authority", authority)
            explained |= set(said)
            q = replace(
                q, units=tuple(u for u in q.units if phrase(u.name)[: len(said)] != said[: len(phrase(u.name))])
            )
        for condition in self._taking_part.conditions(q):
            explained.update(self._meet(chosen, condition))
        explained |= OF_HEADS if q.units and q.says(HEADS_OFFICE) else set()  # its head stands for a unit
        if timed := self._timing.condition(q, chosen.tasks):
            explained.update(self._meet(chosen, timed))
        ends = self._timing.first_or_last(q, chosen.tasks)
        explained.update(ends.explained if ends else ())
        explained |= q.asking
        hard = self._narrowing(q, explained)
        chosen.rest = tuple(hard)
        if hard:
            self._words(chosen, hard, q)
        if self._light.issuperset(chosen.rest):
            chosen.rest = ()  # "Việc nào phải xong gọn …": general words that no task has narrow nothing.
        if not chosen.rest and (ends := self._timing.first_or_last(q, chosen.tasks)):
            self._meet(chosen, ends)
        return chosen

    def _narrowing(self, q: Question, explained: set[str]) -> list[str]:
        """The words that are left to narrow by. A soft word is one that its marks, or its neighbour, show to be
        another: "lực" is no "lúc", and "nhan luc" is printed."""
        firm = {b for a, b in pairwise(q.words) if a not in self._soft and self._index.is_firm((a, b), 1)}
        counted = {
            part
            for a, b in pairwise(q.words)
            if a[0].isdigit() and not _A_YEAR.fullmatch(a) and not b[0].isdigit()
            for parts in (a.replace(",", ".").split("."),)
            for part in parts
            if (parts[-1], b) in self._index.pairs
        }
        left = [w for w in q.hard if w not in explained and (not w.isdigit() or w in counted)]
        return [w for w in left if w not in self._soft or w in q.spelt or w in firm]

    def within(self, q: Question) -> Selection:
        """All tasks of the areas or groups named; of the plan where none is."""
        chosen = Selection(list(self._plan.tasks))
        self._places(chosen, q)
        return chosen

    def _places(self, chosen: Selection, q: Question) -> set[str]:
        """Conditions about groups and areas. The words that they explain."""
        explained = set(ANNEX) if q.says(ANNEX) else set()
        if q.annex:
            self._keep(chosen, lambda t: annex_of(t) == q.annex, "annex", q.annex)
        if q.groups:
            groups = {g.code for g in q.groups}
            self._keep(chosen, lambda t: t.group in groups, "group", "; ".join(g.title for g in q.groups))
            explained |= {w for g in q.groups for w in self._index.words(g.title)}
        elif q.areas:
            areas = {a.code for a in q.areas}
            self._keep(chosen, lambda t: t.area in areas, "area", "; ".join(a.title for a in q.areas))
        explained |= {w for a in q.areas for n in (a.title, *a.names) for w in self._index.words(n)}
        return (
            explained | {fold(a.code) for a in q.areas} | {part for g in q.groups for part in g.code.lower().split(".")}
        )

    def _meet(self, chosen: Selection, condition: Condition) -> Collection[str]:
        """Keeps the tasks that meet a condition. The words that it explains."""
        chosen.tasks = [t for t in chosen.tasks if condition.meets(t)]
        chosen.filters[condition.name] = condition.said
        chosen.conditions += 1
        return condition.explained

    def _keep(self, chosen: Selection, wanted: Callable[[Task], bool], name: str, said: str) -> None:
        self._meet(chosen, Condition(name, said, wanted))

    def _words(self, chosen: Selection, hard: Sequence[str], q: Question) -> None:
        """Narrows by the remaining words: those of the product when products are asked about, else of the whole row."""
        # Words typed side by side must stand side by side: "công an" is not "công … an toàn".
        typed = list(pairwise(q.words))
        beside = [p for at, p in enumerate(pairwise(hard)) if p in typed and not self._is_seam(hard, at)]
        spelt = {w: letters(typed) for w, typed in q.spelt.items() if w in hard}
        having = self._index.having(sorted(hard, key=self._index.idf, reverse=True))

        of_product = q.has("product")

        def has_all(task: Task) -> bool:
            if not all(self._index.has_pair(task.code, pair) for pair in beside):
                return False
            text = task.product if of_product else " ".join((text_of(task), *columns_of(task)))
            # Where the row is all that the index has of a task, it has told that the words are there.
            in_doubt = of_product or task.milestones or task.names
            if in_doubt and not set(self._index.words(text)).issuperset(hard):
                return False
            alike = spellings(text) if spelt else {}
            return all(typed in alike.get(w, (typed,)) for w, typed in spelt.items())

        found = [t for t in chosen.tasks if (t.code in having or t.milestones) and has_all(t)]
        if found:
            chosen.tasks, chosen.rest = found, ()
            chosen.filters["words"] = as_printed(hard, q.words, text_of(found[0]), self._index.words)
            chosen.conditions += 1

    def _is_seam(self, words: Sequence[str], at: int) -> bool:
        """Whether one printed phrase ends, and another begins, between a word and the next: "UBND tỉnh | phê duyệt"."""
        printed = [pair in self._index.pairs for pair in pairwise(words[max(0, at - 1) : at + 3])]
        return at > 0 and printed == [True, False, True]

    # ---- targets ----------------------------------------------------------------------------------------------------

    def targets(self, q: Question, horizon: int = 0) -> Selection:
        """Targets that meet every condition."""
        horizons = [y for y in q.years if y in self._plan.horizons] or ([horizon] if horizon else [])
        chosen = Selection(targets=list(self._plan.targets))
        explained: set[str] = set()
        if q.annex:
            chosen.targets = [t for t in chosen.targets if annex_of(t) == q.annex]
            chosen.filters["annex"] = q.annex
            chosen.conditions += 1
        elif q.says(ANNEX) and any(map(is_row, chosen.targets)):
            chosen.targets = [t for t in chosen.targets if is_row(t)]
            chosen.filters["annex"] = "; ".join(dict.fromkeys(map(annex_of, chosen.targets)))
            chosen.conditions += 1
        if "annex" in chosen.filters:
            titles = (text_of(p) for p in self._plan.passages if p.place.startswith(printed_places.ANNEX))
            explained.update(w for title in titles for w in self._index.words(title))
        if horizons:
            chosen.targets = [t for t in chosen.targets if t.horizon in horizons]
            chosen.filters["horizon"] = ", ".join(str(h) for h in horizons)
        elif q.years:
            said = [str(year) for year in q.years]
            chosen.targets = [t for t in chosen.targets if any(year in t.statement for year in said)]
            chosen.filters["of_year"], chosen.dated = ", ".join(said), True
        if q.areas:
            codes = {a.code for a in q.areas}
            chosen.targets = [t for t in chosen.targets if t.area in codes]
            chosen.filters["area"] = "; ".join(a.title for a in q.areas)
            explained |= {w for a in q.areas for n in (a.title, *a.names) for w in self._index.words(n)}
            chosen.conditions += 1
        if q.percents:
            name, chosen.targets = of_value(q, chosen.targets)
            chosen.filters[name] = ", ".join(f"{p:g}%" for p in q.percents)
            chosen.conditions += 1
        explained |= q.asking
        if extreme(q, chosen.targets):
            explained |= words_of(HIGHEST, LOWEST)
        hard = self._narrowing(q, explained)
        if hard:
            found = [t for t in chosen.targets if set(hard) <= set(self._index.words(text_of(t)))]
            chosen.rest = () if found else tuple(hard)
            if found:
                chosen.targets = found
                chosen.filters["words"] = as_printed(hard, q.words, text_of(found[0]), self._index.words)
                chosen.conditions += 1
        if ends := extreme(q, chosen.targets):
            chosen.targets = ends
        elif not q.percents and not q.areas and not q.annex and not hard:
            numbered = [t for t in chosen.targets if t.value is not None]
            chosen.targets = numbered or chosen.targets
        return chosen
