"""Work that waited for a paper wakes: the office says how often it is due, and the plan has dated occurrences from then
on. A single day is an extension (handlers.extensions); what comes back is a correction of the deadline, with what was
printed beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from handlers.flow import stop_waiting
from handlers.journal import log_act
from handlers.messages import Action, Choice, Fields, Paragraph, Reply, say
from handlers.office import FollowedPlan
from handlers.rights import stands_for
from handlers.telling import tell
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from handlers.wording import editing as editing_words
from handlers.wording import extensions as words
from handlers.wording import records as record_words
from knowledge import deadlines
from knowledge.deadlines import Rule
from knowledge.editing import changed, with_task
from knowledge.lexicon.extensions import REASON, REASON_MARK, REASON_OPENS
from knowledge.lexicon.papers import document_in
from knowledge.model import Task
from knowledge.occurrences import Occurrence, occurrences

SHOWN = 6
"""Occurrences listed before they are created."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A deadline as it is typed for waiting work: its rule, the reason behind it, the paper."""

    rule: Rule
    reason: str
    document: str

    @property
    def comes_back(self) -> bool:
        """Whether it means several occurrences."""
        recurs = self.rule.recurs is not None and self.rule.kind != "ongoing"
        return recurs or bool(self.rule.milestones) or self.rule.kind == "open_ended_from_year"

    @property
    def due(self) -> date | None:
        """The one day that it means otherwise."""
        return None if self.rule.kind in ("ongoing", "conditional", "unknown") else self.rule.end


def understood(typed: str, year: int) -> Wanted:
    """Reads "hằng quý, từ quý I/2027, lý do: đã có hướng dẫn “CV 12/SNV”"; without "lý do", the reason is what stands
    behind the words of the deadline."""
    document, plain = document_in(typed)
    mark = REASON_MARK.search(plain) or REASON_OPENS.search(plain)
    said, reason = (plain[: mark.start()], plain[mark.end() :]) if mark else (plain, "")
    rule, parts = deadlines.read(said, year), said.split()
    for count in range(1, len(parts)):
        if not reason and deadlines.read(" ".join(parts[:count]), year) == rule:
            reason = REASON.sub("", " ".join(parts[count:]))
            break
    return Wanted(rule, " ".join(reason.split()).strip(" ,;."), document)


def _words(rule: Rule, task: Task, followed: FollowedPlan, today: date) -> str:
    """The deadline in words. What comes back begins with the period in which it can still be in time, unless the
    office said when: nobody is to wake up late."""
    begun = []
    for one in (replace(rule, milestones=()), *rule.milestones):
        if one.recurs and one.start is None:
            trial = task.model_copy(update={"deadline": deadlines.phrase(one), "milestones": ()})
            coming = (o for o in occurrences(trial, followed.plan, followed.ends) if o.due and o.due >= today)
            first = next(coming, None)
            one = replace(one, start=first.start) if first else one
        begun.append(one)
    return deadlines.phrase(replace(begun[0], milestones=tuple(begun[1:])))


def propose(turn: Turn, followed: FollowedPlan, task: Task, wanted: Wanted) -> Reply:
    """The occurrences as they would be; asks whether to create them."""
    if not (wanted.reason or wanted.document):
        return say(words.NO_PAPER.format(code=task.code))
    said = _words(wanted.rule, task, followed, turn.today)
    after = task.model_copy(update={"deadline": said})
    coming = [o for o in occurrences(after, followed.plan, followed.ends) if o.due]
    chosen = {"code": task.code, "version": str(followed.version), "deadline": said}
    chosen |= {"reason": wanted.reason, "document": wanted.document}
    facts = [(words.PRINTED, task.deadline or record_words.MATTER_NONE), (words.AFTER, said)]
    facts += [(words.OCCURRENCES, _listed(coming)), *_why(wanted.reason, wanted.document)]
    question = Paragraph(words.SURE_SERIES.format(code=task.code, count=len(coming)), strong=True)
    yes = Choice(common.YES, Action("waking.set", chosen), row=1)
    return Reply((question, Fields(tuple(facts))), (yes, Choice(common.NO, Action("progress.drop"), row=1)))


def _listed(coming: list[Occurrence]) -> str:
    """ "quý IV/2026: 31/12/2026; quý I/2027: 31/03/2027 (và 4 kỳ nữa)"."""
    shown = []
    for one in coming[:SHOWN]:
        name, day = record_words.period(one.period), common.day(one.due) if one.due else ""
        shown.append(f"{name}: {day}" if name else day)
    more = words.MORE_OCCURRENCES.format(count=len(coming) - SHOWN) if len(coming) > SHOWN else ""
    return "; ".join(shown) + more


def _why(reason: str, document: str) -> list[tuple[str, str]]:
    return [(label, said) for label, said in ((words.REASON, reason), (words.DOCUMENT, document)) if said]


async def _set(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    task = followed.plan.task(arguments["code"]) if followed else None
    if followed is None or task is None or str(followed.version) != arguments["version"]:
        return say(editing_words.CHANGED)
    await stop_waiting(turn)
    document, said = arguments["document"], arguments["deadline"]
    by = editing_words.BY_OFFICE.format(day=common.day(turn.today))
    because = f"{by}, {document or arguments['reason'][:120]}"
    after, _ = changed(followed.plan, task, {"deadline": said}, because)
    stored = await turn.uow.plans.put(
        followed.plan.id,
        with_task(followed.plan, after).model_dump_json(),
        followed.followed_from,
        followed.ends,
        turn.now,
    )
    await log_act(turn, "extend.series", task.code, task.deadline, f"{said}, {document or arguments['reason'][:120]}")
    coming = [o for o in occurrences(after, followed.plan, followed.ends) if o.due]
    facts = Fields(((words.OCCURRENCES, _listed(coming)), *_why(arguments["reason"], document)))
    open_ = Choice(record_words.label(task), Action("tasks.open", {"code": task.code}), row=1)
    notice = Paragraph(words.NOTICE_SERIES.format(code=task.code, deadline=said), strong=True)
    units = {*task.lead, *task.cooperating}
    people = [m for m in await turn.uow.members.all() if stands_for(m, units, followed.plan)]
    await tell(turn, people, Reply((notice, facts), (open_,)), f"wake:{stored.version}:{followed.plan.id}")
    undo = {"code": task.code, "version": str(stored.version), "before": str(followed.version)}
    done = Paragraph(words.DONE_SERIES.format(code=task.code, deadline=said, count=len(coming)), strong=True)
    return Reply((done, facts), (Choice(common.UNDO, Action("editing.undo", undo), row=1), open_), replaces=True)


OFFICE_ACTIONS: Mapping[str, ActionHandler] = {"waking.set": _set}
