"""The engine: a question goes through the routes in order until one of them has an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from knowledge.answers.answer import Answer, Derivation, Topic
from knowledge.answers.papers import Papers
from knowledge.answers.selecting import Selection, Selector, related
from knowledge.lexicon.questions import Lexicon, lexicon
from knowledge.model import Passage, Plan, Target, Task
from knowledge.questions import Question, Understanding, find, learnt_abbreviations
from knowledge.repair import is_syllable
from knowledge.search import Index, Match

FLOOR = 0.52
"""A record that explains the question less well than this is not what was asked for (see docs/answers.md)."""
MARGIN = 0.045
"""Records within this of the best are asked about."""
ON_SCREEN = 4
"""So many targets are shown together rather than asked about."""
FEW = 12
"""Words of a follow-up that narrows a list."""
SHORT = 5
"""A question of so few words that fits no record may be about the record before."""

_TASK_FACETS = ("cooperation", "product", "deadline", "lead")
_CELLS = frozenset({"lead", "cooperation", "product", "deadline", "value", "compare", "again"})
_LISTED = frozenset({"task", "target", "solution", "viewpoint", "area", "group", "basis"})
_PASSAGES = ("solution", "viewpoint", "objective", "focus", "organization", "recipient")


class Engine:
    """Answers questions about one plan. Building it reads the whole plan; answering changes nothing."""

    def __init__(self, plan: Plan, words: Lexicon | None = None) -> None:
        self.plan = plan
        self._lexicon = words or lexicon()
        abbreviations = learnt_abbreviations(plan, self._lexicon)
        self.index = Index(plan, self._lexicon, abbreviations)
        self.understanding = Understanding(plan, self._lexicon, abbreviations, self.index)
        self._selector = Selector(plan, self.index)
        self._papers = Papers(plan)
        self._passages = {p.code: p for p in plan.passages}

    def answer(self, question: str, topic: str = "", *, today: date | None = None) -> Answer:
        """The answer to one question; `topic` is what an earlier Answer of the conversation gave back. Never raises."""
        before = Topic.load(topic)
        q = self.understanding.read(question)
        if not q.words:
            return self._chat(q, topic)
        found = self._routed(q, before)
        if found.kind == "chat":
            return replace(found, topic=topic)
        return replace(found, topic=self._topic(found, q, before).dump())

    def record(self, code: str, facet: str, topic: str = "") -> Answer:
        """The answer about a record that was chosen from several; `facet` as it was asked."""
        known = self.plan.task(code) is not None
        found = Answer("answer", facet if known else "value", records=(code,), score=1.0)
        before = Topic.load(topic)
        return replace(found, topic=replace(before, facet=found.facet, record=code).dump())

    def _topic(self, found: Answer, q: Question, before: Topic) -> Topic:
        record = found.records[0] if found.records and found.facet not in ("list", "count") else ""
        listed = found.records if found.facet in ("list", "count") else before.listed
        target = self.plan.target(record) if record else None
        facet = found.facet if found.kind != "none" else before.facet
        return Topic(
            facet=facet,
            record=record or (before.record if found.kind != "answer" else ""),
            listed=tuple(listed)[:60],
            candidates=found.candidates if found.kind == "clarify" else before.candidates,
            horizon=target.horizon if target else before.horizon,
            thing=found.thing or before.thing,
        )

    def _routed(self, q: Question, before: Topic) -> Answer:
        routes: tuple[Callable[[Question, Topic], Answer | None], ...] = (
            self._small_talk,
            self._by_code,
            self._head,
            self._beyond,
            self._live,
            self._follow_up,
            self._legal,
            self._most,
            self._passage_by_number,
            self._objectives,
            self._list_or_count,
            self._by_percent,
            self._compared,
        )
        for route in routes:
            found = route(q, before)
            if found is not None:
                return found
        return self._single(q, before)

    # ---- chat and codes ---------------------------------------------------------------------------------------------

    def _chat(self, q: Question, topic: str) -> Answer:
        return Answer("chat", topic=topic)

    def _small_talk(self, q: Question, before: Topic) -> Answer | None:
        hard = [w for w in q.hard if self.index.knows(w)]
        asks = q.asks - {"thanks", "list", "count", "again", "value"}
        if q.has("thanks") and not asks and not hard and not q.codes and len(q.words) <= 6:
            return Answer("chat")
        return None

    def _by_code(self, q: Question, before: Topic) -> Answer | None:
        if q.candidates:
            return Answer("clarify", self._facet(q), candidates=q.candidates)
        if q.targets:
            return Answer("answer", "value", records=q.targets)
        if not q.codes:
            return None
        if q.has("progress", "overdue") and not q.has("lead", "cooperation", "product"):
            return Answer("answer", "progress", records=q.codes)
        return self._about_task(q, [self._task(c) for c in q.codes], 1.0)

    def _facet(self, q: Question) -> str:
        """Which cell of a task is asked for; "record" when none is named."""
        if q.has("cooperation"):
            # "Văn phòng phối hợp ai" and "ai phối hợp": both the cooperation cell
            return "cooperation"
        if q.has("product"):
            return "product"
        if q.has("deadline"):
            return "deadline"
        return "lead" if q.has("lead") or "ai" in q.words else "record"

    def _task(self, code: str) -> Task:
        return next(t for t in self.plan.tasks if t.code == code)

    # ---- the plan's head --------------------------------------------------------------------------------------------

    def _head(self, q: Question, before: Topic) -> Answer | None:
        hard = q.hard
        about_plan = find(q.words, ("ke", "hoach")) >= 0 or find(q.words, ("van", "ban")) >= 0
        own = {"ban", "hanh", "van", "so", "ky", "hieu", *self.index.words(f"{self.plan.title} {self.plan.issuer}")}
        few = not [w for w in hard if w not in own]
        if q.documents:
            return None
        if q.has("number_of_plan") and about_plan and few:
            return self._fact("number", self.plan.number)
        if q.has("date_of_plan") and about_plan and (few or find(q.words, ("ban", "hanh")) >= 0) and len(hard) <= 4:
            return self._fact("issued", self.plan.issued.isoformat() if self.plan.issued else None)
        if q.has("signer") and len(hard) <= 3:
            return self._fact("signer", self.plan.signer or None)
        if q.has("issuer") and few:
            return self._fact("issuer", self.plan.issuer)
        if q.has("money"):
            return Answer("none", "head", facts={"asked": "money"})
        if q.has("period") and about_plan and few:
            return self._fact("period", f"{self.plan.starts}–{self.plan.period_ends}")
        return None

    def _beyond(self, q: Question, before: Topic) -> Answer | None:
        """What no plan of these years says: years outside it, who somebody is."""
        plan = self.plan
        inside = range(plan.starts, max(plan.ends.year, plan.period_ends) + 1)
        if not q.documents and q.years and not any(y in inside for y in q.years):
            return self._none(q)
        return self._none(q) if q.has("person") and not q.has("lead", "cooperation") else None

    def _live(self, q: Question, before: Topic) -> Answer | None:
        """What is late or falls due: answered from what was reported, so only the tasks are named here."""
        if not q.has("overdue", "soon") or q.foreign or not ("task" in q.things or not q.hard):
            return None
        chosen = self._selector.tasks(q)
        facts = {"overdue": "1"} if q.has("overdue") else {"soon": "1"}
        return Answer("answer", "progress", records=tuple(t.code for t in chosen.tasks), thing="task", facts=facts)

    def _fact(self, name: str, value: str | None) -> Answer:
        return Answer("answer" if value else "none", "head", facts={"asked": name, "value": value or ""})

    # ---- follow-up --------------------------------------------------------------------------------------------------

    def _follow_up(self, q: Question, before: Topic) -> Answer | None:
        """Questions that lean on the one before; None for a complete new one."""
        hard = q.hard
        if before.candidates and q.has("other") and before.record in before.candidates:
            left = [c for c in before.candidates if c != before.record]
            if len(left) == 1:
                return self._again(q, before, left[0])
        if before.candidates and hard and len(q.words) <= FEW and not q.units and not q.years:
            chosen = self._among(q, before.candidates)
            if chosen:
                return self._again(q, before, chosen)
        if before.listed and not q.units and not q.areas and q.has("show") and not hard:
            return Answer(
                "answer", "list", records=before.listed, thing=before.thing or "task", count=len(before.listed)
            )
        if (
            before.listed
            and before.thing == "task"
            and (q.has("within") or ("task" in q.things and q.units and q.units[0].outside))
        ):
            narrowed = self._selector.tasks(
                replace(q, asks=q.asks | {"cooperation"} if q.units else q.asks), before.listed
            )
            if narrowed.tasks and len(narrowed.tasks) < len(before.listed):
                codes = tuple(t.code for t in narrowed.tasks)
                if len(codes) == 1:
                    return Answer("answer", "record", records=codes, thing="task")
                return Answer("answer", "list", records=codes, thing="task", count=len(codes), filters=narrowed.filters)
        if (
            before.facet in ("count", "list")
            and (q.areas or q.groups or q.units)
            and len(q.words) <= 12
            and not (q.asks & {"lead", "cooperation", "product", "deadline"} - ({"lead"} if q.units else set()))
            and (q.has("again") or "task" not in q.things)
        ):
            things = q.things | {before.thing or "task"}
            return self._list_or_count(replace(q, asks=q.asks | {before.facet, "show"}, things=things), Topic())
        if hard or q.units or q.areas or q.groups or not before.record:
            return None
        if q.has("count") and q.things & {"task", "solution", "viewpoint", "area"} and not q.has("value"):
            return None
        return self._again(q, before, before.record)

    def _again(self, q: Question, before: Topic, code: str) -> Answer:
        """The record before, asked about anew."""
        target = self.plan.target(code)
        if target is not None:
            horizons = [y for y in q.years if y in self.plan.horizons]
            others = [t for t in self.plan.targets if t.series and t.series == target.series]
            if q.has("compare") and len(others) > 1:
                return replace(self._comparison(others), assumed=code)
            wanted = [t for t in others if t.horizon in horizons]
            if horizons and not wanted:
                return Answer("none", "value", candidates=(code,))
            if q.years and not horizons and target.pace:
                return self._on_path(target, q.years[0]) or Answer("answer", "value", records=(code,), assumed=code)
            return Answer("answer", "value", records=(wanted[0].code if wanted else code,), assumed=code)
        facet = self._facet(q)
        if facet == "record" and before.facet in _TASK_FACETS and not q.has("about"):
            facet = before.facet if code != before.record else "record"
        if self.plan.task(code) is not None:
            yes = self._verdict(q, self._task(code))
            return Answer("answer", facet, records=(code,), assumed=code, yes=yes)
        return Answer("answer", "section", records=(code,), assumed=code)

    def _among(self, q: Question, candidates: Sequence[str]) -> str:
        """Which of the candidates a reply names, or ""."""
        found = [m for m in self.index.search(q.content, ("task", "target", "passage")) if m.entry.code in candidates]
        if not found or found[0].coverage < 0.6:
            return ""
        best_of_all = self.index.search(q.content, ("task", "target", "passage"))[0]
        if best_of_all.score > found[0].score + 0.15:
            return ""
        return found[0].entry.code if len(found) == 1 or found[0].score > found[1].score + 0.02 else ""

    # ---- papers -----------------------------------------------------------------------------------------------------

    def _legal(self, q: Question, before: Topic) -> Answer | None:
        if not q.documents:
            return None
        cited = [c for d in q.documents for c in self._papers.cited(d)]
        if not cited:
            return Answer("none", "legal")
        tasks = [c.quotation.record for c in cited if self.plan.task(c.quotation.record)]
        asks_task = (
            q.has("lead", "cooperation", "product")
            or (q.has("deadline") and not q.has("dated"))
            or (q.has("deadline") and len(self._hard(q)) > 6)
        )
        if (asks_task or "task" in q.things) and tasks:
            unique = list(dict.fromkeys(tasks))
            return self._about_task(q, [self._task(c) for c in unique[:3]], 1.0)
        if q.has("amend"):
            cited = [c for c in cited if "sửa đổi" in c.quotation.text] or cited
        seen = {c.quotation.text: c.quotation for c in sorted(cited, key=lambda c: len(c.quotation.text))}
        quoted = sorted(seen.values(), key=lambda quotation: (not _defines(quotation.text), len(quotation.text)))
        return Answer("answer", "legal", quotations=tuple(quoted[:3]), records=tuple(dict.fromkeys(tasks)))

    def _hard(self, q: Question) -> list[str]:
        return q.hard

    # ---- tallies ----------------------------------------------------------------------------------------------------

    def _most(self, q: Question, before: Topic) -> Answer | None:
        """Which unit or area has most, or fewest, tasks."""
        if not q.has("most", "least") or not q.things & {"task", "area", "unit"}:
            return None
        if [w for w in self._hard(q) if self.index.knows(w) and w not in ("cai", "cach")][2:]:
            return None
        names: Counter[str] = Counter()
        by_area = "area" in q.things and not q.has("lead")
        for task in self.plan.tasks:
            if by_area:
                names[next((a.title for a in self.plan.areas if a.code == task.area), task.area)] += 1
            for code in task.lead[:0] if by_area else task.lead:
                unit = self.plan.unit(code)
                whole = self.plan.unit(unit.part_of) if unit and unit.part_of else unit
                names[whole.name if whole else code] += 1
        order = sorted(names.items(), key=lambda pair: pair[1], reverse=not q.has("least"))
        if q.has("most") and q.has("least"):
            order = sorted(names.items(), key=lambda pair: -pair[1])
        return Answer("answer", "most", tally=tuple(order), thing="task")

    # ---- sections ---------------------------------------------------------------------------------------------------

    def _passage_by_number(self, q: Question, before: Topic) -> Answer | None:
        """ "Giải pháp thứ 4", "các quan điểm", "mục tiêu chung", "nơi nhận"."""
        kind = next((k for k in _PASSAGES if k in q.things), "")
        if not kind and q.has("deadline", "lead", "product"):
            return None
        of_kind = [p for p in self.plan.passages if p.kind == kind]
        if not kind or not of_kind or (q.has("count") and kind in ("solution", "viewpoint") and not q.ordinal):
            return None
        if q.ordinal:
            at = q.ordinal if q.ordinal > 0 else len(of_kind)
            if at <= len(of_kind):
                return Answer("answer", "section", records=(of_kind[at - 1].code,), thing=kind)
            return Answer("none", "section")
        hard = [w for w in self._hard(q) if not any(w in p for p in self._lexicon.things[kind])]
        named = [w for w in hard if w not in ("cai", "cach", "hanh", "chinh")]
        if named:
            among = [m for m in self.index.search(q.content, ("passage",)) if self._passages[m.entry.code].kind == kind]
            if among and among[0].coverage >= 0.5:
                return Answer("answer", "section", records=(among[0].entry.code,), thing=kind, score=among[0].score)
            return None
        if q.foreign:
            return None
        return Answer("answer", "section", records=tuple(p.code for p in of_kind), thing=kind, count=len(of_kind))

    def _objectives(self, q: Question, before: Topic) -> Answer | None:
        """ "Mục tiêu cải cách thể chế": the area's objective; with a year, its targets. "Căn cứ pháp lý": the bases."""
        if "basis" in q.things and not self._hard_beyond(q, ("phap", "ly", "ban", "hanh", "van", "can", "cu", "dua")):
            return Answer("answer", "list", thing="basis", count=len(self.plan.legal_bases))
        if "area_objective" not in q.things or not q.areas or "target" in q.things or q.has("count", "lead"):
            return None
        codes = {a.code for a in q.areas}
        horizons = [y for y in q.years if y in self.plan.horizons]
        if horizons:
            targets = [t.code for t in self.plan.targets if t.area in codes and t.horizon in horizons]
            return self._listed(targets, "target", self._selector.targets(q).filters) if targets else None
        found = [p.code for p in self.plan.passages if p.kind == "area_objective" and p.area in codes]
        return Answer("answer", "section", records=tuple(found[:1])) if found else None

    # ---- lists and counts -------------------------------------------------------------------------------------------

    def _list_or_count(self, q: Question, before: Topic) -> Answer | None:
        counting = q.has("count") and bool(q.things) and self._counts(q)
        listing = (self._lists(q) or q.has("show")) and bool(
            q.things & {"task", "target", "solution", "viewpoint", "area", "group", "basis"}
        )
        does = bool(q.units) and q.has("list") and q.has("lead", "cooperation") and not q.has("yes_no")
        whose = bool(q.units and (q.groups or q.areas or not q.hard)) or bool(q.groups and not q.hard)
        owned = "task" in q.things and whose and not q.asks & _CELLS
        if not (counting or listing or does or owned) or "%" in q.words or find(q.words, ("phan", "tram")) >= 0:
            return None
        if q.foreign:
            return Answer("none", "list", candidates=())
        if q.has("overdue", "progress") and not q.has("deadline"):
            chosen = self._selector.tasks(q)
            if not chosen.rest:
                return Answer("answer", "progress", records=tuple(t.code for t in chosen.tasks), filters=chosen.filters)
        facet = "count" if counting and not q.has("show") else "list"
        for thing, all_ in (
            ("solution", [p.code for p in self.plan.passages if p.kind == "solution"]),
            ("viewpoint", [p.code for p in self.plan.passages if p.kind == "viewpoint"]),
        ):
            if thing in q.things:
                return Answer("answer", facet, records=tuple(all_), thing=thing, count=len(all_))
        if "target" in q.things:
            return self._target_list(q, before, facet)
        tasks = self._task_list(q, facet, sure=counting or does or owned)
        if tasks is not None:
            return tasks
        if "area" in q.things and not self._hard_beyond(q, ("cai", "cach", "hanh", "chinh")):
            return Answer(
                "answer",
                facet,
                thing="area",
                count=len(self.plan.areas),
                records=tuple(a.code for a in self.plan.areas),
            )
        if "basis" in q.things and not self._hard_beyond(q, ("phap", "ly", "ban", "hanh", "van")):
            return Answer("answer", facet, thing="basis", count=len(self.plan.legal_bases))
        return None

    def _hard_beyond(self, q: Question, known: Sequence[str]) -> list[str]:
        return [w for w in self._hard(q) if w not in known]

    def _lists(self, q: Question) -> bool:
        """Whether several things are asked for: "những việc", "các chỉ tiêu", "nhiệm vụ nào", "việc gì"."""
        words = q.words
        for thing in _LISTED:
            for name in self._lexicon.things[thing]:
                at = find(words, name)
                if at < 0 or not self._is_thing(words, at, name):
                    continue
                before, after = words[max(0, at - 2) : at], words[at + len(name) : at + len(name) + 3]
                if {"nhung", "cac", "moi", "ke", "danh"} & set(before) or {"nao", "gi"} & set(after):
                    return True
        return False

    def _is_thing(self, words: Sequence[str], at: int, name: Sequence[str]) -> bool:
        """ "Làm việc", "hồ sơ công việc" and "vị trí việc làm" are no tasks."""
        before = words[at - 1] if at else ""
        after = words[at + len(name)] if at + len(name) < len(words) else ""
        return not (name[-1] == "viec" and (before in ("lam", "so", "su", "tri") or after == "lam"))

    def _counts(self, q: Question) -> bool:
        """Whether "bao nhiêu", "mấy" asks for a number of things, not for a percentage or a year."""
        words = q.words
        if "%" in words or find(words, ("phan", "tram")) >= 0:
            return False
        for mark in (("bao", "nhieu"), ("may",), ("so",), ("tong", "so"), ("tong", "cong"), ("dem",), ("so", "luong")):
            at = find(words, mark)
            if at < 0 or (mark == ("so",) and at > 0):
                continue  # "số nhiệm vụ …" counts at the beginning; elsewhere it may be "hồ sơ"
            following = words[at + len(mark) : at + len(mark) + 4]
            for names in (
                self._lexicon.things[t] for t in ("task", "target", "solution", "viewpoint", "area", "group", "basis")
            ):
                if any(find(following, n) >= 0 for n in names):
                    return True
        return False

    def _task_list(self, q: Question, facet: str, *, sure: bool) -> Answer | None:
        chosen = self._selector.tasks(q)
        if "task" not in q.things and not q.units and not q.groups:
            return None
        if chosen.rest or (not chosen.conditions and self._hard_beyond(q, tuple(self.index.soft))):
            return None if not chosen.conditions or len(chosen.rest) > 1 or not sure else self._none(q)
        if not chosen.conditions and not sure and not q.has("show"):
            return None
        if not chosen.tasks:
            return replace(self._none(q), facet=facet, filters=chosen.filters, thing="task", count=0)
        return replace(self._listed([t.code for t in chosen.tasks], "task", chosen.filters), facet=facet)

    def _listed(self, codes: Sequence[str], thing: str, filters: dict[str, str] | None = None) -> Answer:
        """A list, or the record itself when it is one task found within an earlier list."""
        count = len(codes)
        return Answer("answer", "list", tuple(codes), thing=thing, count=count, filters=filters or {}, score=1.0)

    def _target_list(self, q: Question, before: Topic, facet: str) -> Answer | None:
        if "basis" in q.things or (q.has("value") and facet != "count" and not q.has("show")):
            return None
        chosen = self._selector.targets(q)
        if chosen.rest or not chosen.targets:
            return None
        codes = tuple(t.code for t in chosen.targets)
        return Answer(
            "answer", facet, records=codes, thing="target", count=len(codes), filters=chosen.filters, score=1.0
        )

    # ---- targets ----------------------------------------------------------------------------------------------------

    def _by_percent(self, q: Question, before: Topic) -> Answer | None:
        """ "Chỉ tiêu 85% là về cái gì": found by its value."""
        if not q.percents or not (q.has("about") or "target" in q.things):
            return None
        hard = self._hard(q)
        found = [t for t in self.plan.targets if t.value in q.percents]
        horizons = [y for y in q.years if y in self.plan.horizons]
        found = [t for t in found if not horizons or t.horizon in horizons]
        if hard:
            ranked = {m.entry.code: m.score for m in self.index.search(q.content, ("target",)) if m.coverage > 0.4}
            found = sorted((t for t in found if t.code in ranked), key=lambda t: -ranked[t.code])[:1] or []
        if not found:
            return None if hard else Answer("none", "value")
        return Answer("answer", "value", records=tuple(t.code for t in found[:8]), thing="target")

    def _compared(self, q: Question, before: Topic) -> Answer | None:
        """The same target at two horizons."""
        horizons = {y for y in q.years if y in self.plan.horizons}
        if not (q.has("compare") or len(horizons) > 1) or q.has("lead", "product"):
            return None
        if not q.has("compare") and len(horizons) < 2:
            return None
        matches = [m for m in self.index.search(q.content, ("target",)) if self._series(m)]
        if not matches or matches[0].score < FLOOR or q.foreign:
            return None
        best = self.plan.target(matches[0].entry.code)
        series = [t for t in self.plan.targets if best and t.series == best.series and t.value is not None]
        if best and best.pace:
            return None
        return self._comparison(series, matches[0].score) if len({t.horizon for t in series}) > 1 else None

    def _series(self, match: Match) -> bool:
        target = self.plan.target(match.entry.code)
        return target is not None and target.series is not None

    def _comparison(self, series: Sequence[Target], score: float = 1.0) -> Answer:
        ordered = sorted(series, key=lambda t: t.horizon)
        first, last = ordered[0].value, ordered[-1].value
        difference = last - first if first is not None and last is not None else None
        codes = tuple(t.code for t in ordered)
        return Answer("answer", "comparison", records=codes, difference=difference, thing="target", score=score)

    def _on_path(self, target: Target, year: int) -> Answer | None:
        pace = target.pace
        if pace is None or year < pace.start_year or year > self.plan.period_ends:
            return None
        steps = [
            (y, min(pace.limit, pace.start + pace.step * (y - pace.start_year)))
            for y in range(pace.start_year, year + 1)
        ]
        derived = Derivation(steps[-1][1], target.unit, target.comparator or "=", tuple(steps))
        return Answer("answer", "value", records=(target.code,), derived=derived)

    # ---- one record -------------------------------------------------------------------------------------------------

    def _single(self, q: Question, before: Topic) -> Answer:
        facet = self._facet(q)
        wants_value = q.has("value") and not q.has("cooperation", "product")
        hard = self._hard(q)
        if q.foreign or not hard:
            return self._leaning(q, before) or self._none(q)
        # Targets have neither a lead unit nor a product.
        of_tasks = not wants_value and q.has("lead", "cooperation", "product")
        kinds = ("task", "passage") if of_tasks else ("task", "target", "passage")
        matches = self.index.search(q.content, kinds)
        horizons = {y for y in q.years if y in self.plan.horizons}
        weighed = sorted(
            ((m.score + self._leans(m, facet, wants_value, horizons, q), m) for m in matches[:40]),
            key=lambda pair: -pair[0],
        )
        best_score, best = weighed[0]
        if best.score < FLOOR or (len(hard) == 1 and is_syllable(hard[0]) and not self._fully_named(best, q)):
            return self._leaning(q, before) or self._none(q, [m for _, m in weighed])
        if q.has("value") and not self._has_value(best, q):
            return self._none(q, [m for _, m in weighed])
        if best.entry.kind == "target":
            alike = best.coverage - 0.02 if best.coverage > 0.8 else 1.1
            targets = [(score, m) for score, m in weighed if m.entry.kind == "target"]
            near = [m for score, m in targets if score >= best_score - MARGIN or m.coverage >= alike]
            return self._about_target(q, best, near)
        if best.entry.kind == "passage":
            return Answer("answer", "section", records=(best.entry.code,), score=best.score)
        if before.facet in _TASK_FACETS and facet == "record" and q.has("again"):
            facet = before.facet
        close = [m for s, m in weighed if m.entry.kind == "task" and s >= best_score - MARGIN]
        if len(close) > 1 and not self._fully_named(best, q):
            return Answer("clarify", facet, candidates=tuple(m.entry.code for m in close[:6]), score=best.score)
        return self._about_task(q, [self._task(best.entry.code)], best.score, facet)

    def _has_value(self, best: Match, q: Question) -> bool:
        """Whether the record could say how much; a percentage is looked for where "%" was typed."""
        task, target = self.plan.task(best.entry.code), self.plan.target(best.entry.code)
        if target is not None:
            return target.value is not None or q.has("lead", "deadline")
        if task is None or q.has("lead", "cooperation", "product", "deadline"):
            return True
        return "%" in f"{task.title} {task.product} {task.deadline}"

    def _leans(self, m: Match, facet: str, value: bool, horizons: set[int], q: Question) -> float:
        """How well the kind of record suits what is asked."""
        kind = m.entry.kind
        lean = {"task": 0.0, "target": 0.0, "passage": -0.12}[kind]
        if facet in _TASK_FACETS and not value:
            lean += {"task": 0.06, "target": -0.12, "passage": -0.06}[kind]
        elif value:
            lean += {"task": -0.04, "target": 0.08, "passage": -0.08}[kind]
        if "task" in q.things and kind == "task":
            lean += 0.03
        if "target" in q.things and kind == "target":
            lean += 0.05
        target = self.plan.target(m.entry.code) if kind == "target" else None
        if target is not None:
            if value and target.value is None:
                lean -= 0.1
            if horizons:
                lean += 0.06 if target.horizon in horizons else -0.25
        passage = self._passages.get(m.entry.code)
        if passage is not None and passage.kind in q.things:
            lean += 0.15
        if kind == "task" and q.units and facet in ("lead", "cooperation"):
            task = self._task(m.entry.code)
            if any(related(u, c, self.plan) for u in q.units for c in (*task.lead, *task.cooperating)):
                lean += 0.02
        return lean

    def _fully_named(self, best: Match, q: Question) -> bool:
        wanted = set(q.content)
        return any(name <= wanted and len(name) > 1 for name in best.entry.names)

    def _leaning(self, q: Question, before: Topic) -> Answer | None:
        """A short question that fits no record is about the record before ("gửi về đâu?")."""
        record = self.plan.task(before.record)
        hard = self._hard(q)
        if record is None or q.foreign or len(q.words) > SHORT:
            return None
        text = set(self.index.words(f"{record.title} {record.product} {record.deadline}"))
        if any(w not in text for w in hard):
            return None
        return Answer("answer", "record", records=(record.code,), assumed=record.code)

    def _none(self, q: Question, matches: Sequence[Match] = ()) -> Answer:
        near = [m.entry.code for m in matches if m.entry.kind != "passage" and m.coverage > 0.25][:3]
        return Answer("none", self._facet(q), candidates=tuple(near), score=matches[0].score if matches else 0.0)

    def _about_task(self, q: Question, tasks: Sequence[Task], score: float, facet: str = "") -> Answer:
        codes = tuple(t.code for t in tasks)
        yes = self._verdict(q, tasks[0]) if len(tasks) == 1 else None
        return Answer("answer", facet or self._facet(q), records=codes, yes=yes, score=score)

    def _verdict(self, q: Question, task: Task) -> bool | None:
        """Yes or no, where a unit was put forward."""
        if not q.units or not q.has("yes_no"):
            return None
        cells = task.cooperating if q.has("cooperation") else task.lead
        return any(related(u, c, self.plan) for u in q.units for c in cells)

    def _about_target(self, q: Question, best: Match, close: Sequence[Match]) -> Answer:
        target = self.plan.target(best.entry.code)
        if target is None:
            return self._none(q)
        years = [y for y in q.years if y not in self.plan.horizons or (target.pace and y == self.plan.period_ends)]
        if target.pace is not None:
            if years and (found := self._on_path(target, years[0])):
                return replace(found, score=best.score)
            if (q.percents and target.pace.limit in q.percents) or (q.has("deadline") and not years):
                pace, year = target.pace, target.pace.start_year
                while pace.start + pace.step * (year - pace.start_year) < pace.limit:
                    year += 1
                found = self._on_path(target, year)
                if found:
                    return replace(found, score=best.score)
            together = [t.code for t in self.plan.targets if t.pace == target.pace and t.horizon == target.horizon]
            return Answer("answer", "value", records=tuple(together), score=best.score, thing="target")
        shown = [m.entry.code for m in close]
        horizons = {y for y in q.years if y in self.plan.horizons}
        if not horizons and target.series:
            shown += [t.code for t in self.plan.targets if t.series == target.series]
        codes = tuple(dict.fromkeys(shown))
        if len(codes) > ON_SCREEN + 2:
            return Answer("clarify", "value", candidates=codes[:8], score=best.score)
        return Answer("answer", "value", records=codes, score=best.score, thing="target")


def _defines(text: str) -> bool:
    """Whether a clause says what the paper is about."""
    return any(words in text for words in (" về ", " quy định "))


__all__ = ["Engine", "Passage", "Selection"]
