"""Records as an answer: what was asked for in one line, then the record, the plan's own notes, the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from handlers import running_text
from handlers.figures import cost_said, grown, stood_said, worked_out
from handlers.messages import Action, Block, Choice, Fields, Note, Paragraph, Reply, Source
from handlers.wording import answers as words
from handlers.wording import common
from handlers.wording import figures as figure_words
from handlers.wording import records as record_words
from handlers.wording import targets as target_words
from knowledge.answers import Answer
from knowledge.answers.authority import authorities_of
from knowledge.answers.costs import cost_of
from knowledge.answers.figures import WHOLE, asked_of
from knowledge.model import Plan, Target, Task
from knowledge.occurrences import rule_of
from knowledge.vietnamese import fold

SHOWN = 15
"""Lines of figures that were added up; of more the sum tells each."""
NEAR_TEXT = 400
"""Characters of running text that is told beside an answer or a refusal."""
_NO_SIGNS = str.maketrans(dict.fromkeys('.,;:()“”"', " "))
_REACHED = frozenset({"dat", "ty", "le", "phai", "duoc"})
"""Words of a target's sentence that its line does without."""


def records(answer: Answer, plan: Plan) -> Reply:
    """The records of an answer, each with what was asked for first."""
    tasks = [t for t in (plan.task(code) for code in answer.records) if t]
    if tasks:
        return _tasks(answer, tasks, plan)
    targets = [t for t in (plan.target(code) for code in answer.records) if t]
    if targets:
        return _targets(answer, targets, plan)
    passages = [p for p in plan.passages if p.code in answer.records]
    told = running_text.shown(passages, plan, answer.facts.get("clause", ""))
    return replace(told, blocks=(*told.blocks, *_beside(answer, plan)))


def _beside(answer: Answer, plan: Plan) -> list[Block]:
    """What running text says besides, and where."""
    found = [(p, answer.clauses[p.code]) for p in plan.passages if p.code in answer.clauses]
    return [
        block
        for passage, clause in found
        for block in (
            Paragraph(words.BESIDE.format(clause=running_text.around(passage, clause, NEAR_TEXT))),
            Source(f"{plan.short_title}, {passage.place}"),
        )
    ]


def _tasks(answer: Answer, tasks: Sequence[Task], plan: Plan) -> Reply:
    blocks: list[Block] = [Note(words.ASSUMED.format(code=answer.assumed))] if answer.assumed else []
    choices: list[Choice] = []
    for task in tasks:
        first = cell_said(answer, task, plan)
        blocks += [Paragraph(first, strong=True)] if first else []
        blocks.append(Paragraph(words.TASK.format(code=task.code, title=task.title), strong=not first))
        blocks.append(Fields(_facts(task, plan, without=answer.facet)))
        blocks += [Note(note) for note in (*_last_days(answer, task, plan), *task.notes)]
        blocks.append(Source(f"{plan.short_title}, {task.place}"))
        blocks += _beside(answer, plan)
        choices.append(Choice(record_words.label(task), Action("tasks.open", {"code": task.code})))
    return Reply(tuple(blocks), tuple(choices))


def _last_days(answer: Answer, task: Task, plan: Plan) -> list[str]:
    """What "trước ngày 15/8" means, where a deadline was asked for: the last day that is still in time."""
    if answer.facet != "deadline":
        return []
    rule = rule_of(task, plan.year)
    return [
        words.LAST_DAY.format(last=f"{last.day}/{last.month}", day=f"{day.day}/{day.month}")
        for one in (rule, *rule.milestones)
        if (day := one.strict_day(plan.year)) and (last := day - timedelta(days=1))
    ]


def cell_said(answer: Answer, task: Task, plan: Plan) -> str:
    """The one line that answers, for the cell that was asked for; "" when the whole record is the answer."""
    if answer.facet == "lead":
        form = {None: words.LEAD, True: words.LEAD_YES, False: words.LEAD_NO}[answer.yes]
        return form.format(units=record_words.units(task.lead, task.lead_printed, plan))
    if answer.facet == "cooperation":
        if not task.cooperating and not task.cooperating_printed:
            return words.COOPERATION_NONE
        form = {None: words.COOPERATION, True: words.COOPERATION_YES, False: words.COOPERATION_NO}[answer.yes]
        return form.format(units=record_words.units(task.cooperating, task.cooperating_printed, plan))
    if answer.facet == "product":
        return words.PRODUCT.format(product=task.product) if task.product else words.PRODUCT_NONE
    if answer.facet == "authority":
        found = authorities_of(task)
        if len(found) > 1:
            return "; ".join(words.AUTHORITY_OF.format(column=column, authority=cell) for column, cell in found) + "."
        return words.AUTHORITY.format(authority=found[0][1]) if found else words.AUTHORITY_NONE
    if answer.facet == "cost":
        return cost_said(answer, task)
    if answer.facet == "deadline":
        if not task.deadline:
            return words.DEADLINE_NONE
        return words.DEADLINE.format(deadline="; ".join((*task.milestones, task.deadline)))
    return ""


def _facts(task: Task, plan: Plan, without: str) -> tuple[tuple[str, str], ...]:
    cells = {
        "lead": record_words.units(task.lead, task.lead_printed, plan),
        "cooperation": record_words.units(task.cooperating, task.cooperating_printed, plan),
        "product": task.product or record_words.MATTER_NONE,
        "deadline": "; ".join((*task.milestones, task.deadline)) if task.deadline else record_words.MATTER_NONE,
    }
    return tuple((words.LABEL[name], value) for name, value in cells.items() if name != without)


def _assumed(code: str, targets: Sequence[Target], plan: Plan) -> str:
    """What an answer takes for granted: a target by what it measures (its code is ours, no plan prints it), or several
    told before."""
    target = plan.target(code)
    if target is None:
        return words.ASSUMED.format(code=code)
    if target.series is None or any(other.series != target.series for other in targets):
        return words.ASSUMED_TARGETS
    return words.ASSUMED_TARGET.format(metric=common.shorten(target.metric, 90))


def _targets(answer: Answer, targets: Sequence[Target], plan: Plan) -> Reply:
    blocks: list[Block] = [Note(_assumed(answer.assumed, targets, plan))] if answer.assumed else []
    if answer.derived is not None:
        year, value = answer.derived.steps[-1]
        blocks.append(Paragraph(words.DERIVED.format(year=year, value=common.percent(value)), strong=True))
        steps = ", ".join(words.STEP.format(year=y, value=common.percent(v)) for y, v in answer.derived.steps)
        blocks.append(Paragraph(words.STEPS.format(steps=steps)))
        if answer.difference is not None:
            first = answer.derived.steps[0][0]
            blocks.append(Paragraph(grown(targets[0], first, year, value, answer.difference)))
    if before := stood_said(answer, targets[0]):
        blocks.append(Paragraph(before, strong=True))
    for target in targets:
        blocks.append(Paragraph(target_line(target), strong=answer.derived is None and not before))
    blocks += _statements(targets)
    blocks += [Note(note) for note in dict.fromkeys(n for t in targets for n in t.notes)]
    places = "; ".join(dict.fromkeys(t.place for t in targets))
    return Reply((*blocks, Source(f"{plan.short_title}, {places}")))


def comparison(answer: Answer, plan: Plan) -> Reply:
    """Targets beside each other, with what was worked out of them."""
    every = [t for t in (plan.target(code) or _cost(answer, plan.task(code)) for code in answer.records) if t]
    blocks, targets = worked_out(answer, every), every[:SHOWN]
    first = not any(isinstance(block, Paragraph) for block in blocks)
    lines = (
        words.COSTS.format(task=words.TASK.format(code=t.code, title=t.metric), column=t.statement)
        if plan.task(t.code)
        else target_line(t)
        if target_words.value(t)
        else plain_target(t)
        for t in targets
    )
    blocks += [Paragraph(line, strong=first) for line in lines]
    if whole := plan.target(answer.facts.get(WHOLE, "")):
        blocks.append(Paragraph(figure_words.WHOLE.format(line=target_line(whole))))
    if left := len(every) - len(targets):
        blocks.append(Note(figure_words.MORE.format(count=left)))
    blocks += _statements([t for t in targets if target_words.value(t) and plan.target(t.code)])
    places = "; ".join(dict.fromkeys(t.place for t in targets))
    return Reply((*blocks, Source(f"{plan.short_title}, {places}")))


def _cost(answer: Answer, task: Task | None) -> Target | None:
    return cost_of(task, *asked_of(answer.facts)) if task else None


def _statements(targets: Sequence[Target]) -> list[Block]:
    """What the plan says of the targets, without what their lines have said in the same words; of several, without
    what only adds the verb ("đạt tối thiểu 90%")."""
    verbs = _REACHED if len(targets) > 1 else frozenset[str]()
    said = [verbs.union(fold(target_line(t)).translate(_NO_SIGNS).split()) for t in targets]
    shown = dict.fromkeys(t.statement for t in targets)
    return [
        Paragraph(text)
        for text in shown
        if not any(line.issuperset(fold(text).translate(_NO_SIGNS).split()) for line in said)
    ]


def target_line(target: Target) -> str:
    """A target in one line: "Đến năm 2025: Hồ sơ đúng hạn: tối thiểu 95%"."""
    horizon = words.HORIZON.format(horizon=target.horizon)
    if target.year:
        horizon += f" ({words.YEAR.format(year=target.year).lower()})"
    value = target_words.value(target)
    if target.baseline:
        value = f"{value} {target.baseline}".strip()
    form = words.TARGET if value else words.TARGET_PLAIN
    return form.format(horizon=horizon, metric=target.metric, value=value)


def plain_target(target: Target, said: str = "") -> str:
    """A target without a number, in the plan's own words; `said`: those of them that are told."""
    statement = common.shorten(said or target.statement, 300)
    return words.TARGET_PLAIN.format(horizon=words.HORIZON.format(horizon=target.horizon), metric=statement)
