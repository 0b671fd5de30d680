"""Routes for lists and counts: records that meet all conditions of a question."""

from __future__ import annotations

from dataclasses import replace

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.ground import Ground
from knowledge.lexicon.asking import PRODUCT
from knowledge.lexicon.papers import KINDS, MADE
from knowledge.lexicon.questions import Phrase
from knowledge.model import Task
from knowledge.questions import Question, find
from knowledge.questions.several import counts, is_asked_for, is_plural, lists

_CELLS = frozenset({"lead", "cooperation", "product", "deadline", "value", "compare", "again"})
_DOES = (
    ("chu", "tri"),
    ("phu", "trach"),
    ("lam",),
    ("lo",),
    ("chiu", "trach", "nhiem"),
    ("phoi", "hop"),
    ("tham", "gia"),
)
_BODIES = frozenset({"phong", "ban", "so", "doi", "to", "khoi", "chi", "trung"})
"""What does things, and what one who does them begins with: "Phòng Quản lý chất lượng phụ trách việc gì"."""
_WHICH_UNIT = (("don", "vi", "nao"), ("phong", "nao"), ("co", "quan", "nao"), ("ben", "nao"), ("voi", "ai"))


class Lists(Ground):
    """Lists and counts."""

    def _list_or_count(self, q: Question, before: Topic) -> Answer | None:
        rows = bool(q.groups or q.areas) and q.says(("may", "muc"), ("bao", "nhieu", "muc")) and "tieu" not in q.words
        if rows:
            q = replace(q, things=q.things | {"task"})
        counting = rows or (q.has("count") and bool(q.things) and counts(q))
        listing = (lists(q) or q.has("show")) and bool(
            q.things & {"task", "target", "solution", "viewpoint", "area", "group", "basis"}
        )
        if self._lists_products(q):
            q, listing = replace(q, things=q.things | {"task"}), True
        rest = self._beyond_areas(q)
        does = bool(q.units) and q.has("list") and q.has("lead", "cooperation") and not q.has("yes_no")
        does = does and not (rest and q.says(*_WHICH_UNIT) and "task" not in q.things)
        whose = bool(q.units and (q.groups or q.areas or not rest)) or bool(q.groups and not rest)
        named = "task" in q.things or (bool(q.units or q.groups) and q.has("list") and not rest)
        owned = named and whose and not q.asks & _CELLS - ({"deadline"} if q.years or (q.units and q.areas) else set())
        if not (counting or listing or does or owned) or q.asks_share:
            return None
        if q.foreign or self._of_unknown_unit(q) or (q.units and q.has("contact")):
            return Answer("none", "list", candidates=())
        if q.has("overdue", "progress") and not q.has("deadline"):
            chosen = self._selector.tasks(q)
            if not chosen.rest:
                return Answer("answer", "progress", records=tuple(t.code for t in chosen.tasks), filters=chosen.filters)
        facet = "count" if counting and not q.has("show") else "list"
        if "area" in q.things and "task" not in q.things and q.units and not (rest or q.areas):
            chosen = self._selector.tasks(q)
            areas = tuple(dict.fromkeys(t.area for t in chosen.tasks))
            return Answer("answer", facet, areas, thing="area", count=len(areas), filters=chosen.filters)
        of_groups = ("group" in q.things and "task" not in q.things) or find(q.words, ("nhom", "nhiem", "vu")) >= 0
        if of_groups and (counting or q.has("list")) and (groups := self._groups_of(q)):
            return Answer("answer", facet, thing="group", count=len(groups), records=groups)
        for thing in ("solution", "viewpoint"):
            if thing in q.things:
                codes = tuple(p.code for p in self._of_kind(thing))
                return Answer("answer", facet, records=codes, thing=thing, count=len(codes))
        if "target" in q.things:
            return self._target_list(q, before, facet)
        tasks = self._task_list(q, facet, sure=counting or does or owned)
        by_words_only = tasks is not None and tasks.filters.keys() == {"words"}
        if tasks is not None and not (by_words_only and q.says(("the", "nao"))):
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

    def _papers_made(self, q: Question, before: Topic) -> Answer | None:
        """ "Bộ Y tế phải trình mấy nghị định trong năm 2027": the tasks that are meant and result in such papers."""
        kinds = [kind for kind in q.papers if kind in MADE]
        marked = [kind for kind in kinds if is_asked_for(q, kind)]
        of_whom = q.units or q.years
        if not marked or not of_whom or q.documents or q.codes or q.foreign or q.things & {"task", "target"}:
            return None
        if q.has("mention", "about", "paper", "dated", "amend") and not q.units:
            return None
        if q.has("deadline") and not q.years:
            return None  # "Phòng TCCB hoàn thiện các quyết định … hạn khi nào": one task's cell
        own = {word for kind in kinds for word in kind}
        chosen = self._selector.tasks(replace(q, content=tuple(w for w in q.content if w not in own)))
        found = [t for t in chosen.tasks if any(self._results_in(t, kind) for kind in kinds)]
        if chosen.rest or not found:
            return None
        names = "; ".join(KINDS[kind] for kind in kinds)
        return self._listed([t.code for t in found], "task", {**chosen.filters, "words": names})

    def _results_in(self, task: Task, kind: Phrase) -> bool:
        """Whether a task names a paper of the kind; "pháp luật" is no law."""
        words = [str(w) for w in self.index.words(f"{task.title} {task.product}")]
        at = find(words, kind)
        return at >= 0 and words[max(0, at - 1)] != "phap"

    def _lists_products(self, q: Question) -> bool:
        """ "Sản phẩm nào là quyết định", "Văn phòng phải nộp những sản phẩm gì": of all tasks that are meant."""
        at = find(q.words, PRODUCT)
        if at < 0 or not q.has("product", "show") or q.things & {"task", "target"}:
            return False
        several = is_plural(q.words, at) or q.says((*PRODUCT, "nao"), ("gom", "nhung"))
        return several and bool(q.hard or q.units or q.areas or q.groups)

    def _of_unknown_unit(self, q: Question) -> bool:
        """ "Phòng Tổ chức cán bộ chủ trì việc gì", where the plan has no such unit."""
        if q.units or q.areas or q.groups:
            return False
        at = min((at for verb in _DOES if (at := find(q.words, verb)) > 0), default=0)
        if at and q.words[at - 1] in q.hard and (q.words[at : at + 2] == ("chu", "tri")):
            return True
        doer = q.words[0] in _BODIES and q.words[1:2] and q.words[1] in q.hard
        return bool(at and doer and not any(w in q.hard for w in q.words[at:] if w not in q.asking))

    def _groups_of(self, q: Question) -> tuple[str, ...]:
        """The groups of the areas named, or all."""
        areas = {a.code for a in q.areas}
        return () if q.groups else tuple(g.code for g in self.plan.groups if not areas or g.area in areas)

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
        found = replace(self._listed([t.code for t in chosen.tasks], "task", chosen.filters), facet=facet)
        return replace(found, facts={"cell": "product"}) if q.has("product") else found

    def _target_list(self, q: Question, before: Topic, facet: str) -> Answer | None:
        if (
            "basis" in q.things
            or q.has("lead", "cooperation", "product")
            or (q.has("value") and facet != "count" and not q.has("show"))
        ):
            return None
        chosen = self._selector.targets(q)
        if chosen.rest or not chosen.targets:
            return None
        codes = tuple(t.code for t in chosen.targets)
        return Answer(
            "answer", facet, records=codes, thing="target", count=len(codes), filters=chosen.filters, score=1.0
        )
