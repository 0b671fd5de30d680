"""From an engine's Answer to the reply that a person reads: the answer first, in one line; then the record; then the
plan's own notes; then the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from handlers import running_text
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Note, Paragraph, Reply, Source, say
from handlers.paging import page_of
from handlers.wording import answers as words
from handlers.wording import common
from handlers.wording import targets as target_words
from handlers.wording import tasks as task_words
from knowledge.answers import Answer
from knowledge.answers.authority import authority_of
from knowledge.model import Plan, Target, Task
from knowledge.occurrences import rule_of
from knowledge.vietnamese import fold

LIST_PAGE = 45
"""Rows of a list in one answer; longer ones are paged."""
LONG_TITLE, LONG_CELL = 160, 300
"""Characters of a task's title and of its cell in a line of several."""
NEAR_TEXT = 400
"""Characters of running text that is named beside a refusal."""
_NO_SIGNS = str.maketrans(dict.fromkeys('.,;:()“”"', " "))
FAR = 0.15
"""A target that fits a question less well, or is of another thing, is named without its value: it was not asked for."""
_REACHED = frozenset({"dat", "ty", "le", "phai", "duoc"})
"""Words of a target's sentence that its line does without."""


def reply(answer: Answer, plan: Plan, *, page: str = "1") -> Reply:
    """The reply to a question about one plan. Live progress is not in here (see handlers.ask)."""
    if answer.kind == "chat":
        return say(words.CHAT)
    if answer.kind == "none":
        return _none(answer, plan)
    if answer.kind == "clarify":
        return _clarify(answer, plan)
    if answer.facet == "head":
        return _head(answer, plan)
    if answer.facet == "legal":
        return _legal(answer)
    if answer.facet == "most":
        return _most(answer)
    if answer.facet == "units":
        return _units(answer, plan, page)
    if answer.facet == "papers":
        return _papers(answer, plan, page)
    if answer.facet == "share":
        return _share(answer, plan)
    if is_list(answer):
        return _list(answer, plan, page)
    if answer.facet == "comparison":
        return _comparison(answer, plan)
    return _records(answer, plan)


def is_list(answer: Answer) -> bool:
    """Whether the answer is a list, which may be long."""
    return answer.kind == "answer" and answer.facet in ("list", "count", "units", "papers")


# ---- one record -----------------------------------------------------------------------------------------------------


def _records(answer: Answer, plan: Plan) -> Reply:
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
        first = _cell(answer, task, plan)
        blocks += [Paragraph(first, strong=True)] if first else []
        blocks.append(Paragraph(words.TASK.format(code=task.code, title=task.title), strong=not first))
        blocks.append(Fields(_facts(task, plan, without=answer.facet)))
        blocks += [Note(note) for note in (*_last_days(answer, task, plan), *task.notes)]
        blocks.append(Source(f"{plan.short_title}, {task.place}"))
        blocks += _beside(answer, plan)
        choices.append(Choice(task_words.label(task), Action("tasks.open", {"code": task.code})))
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


def _cell(answer: Answer, task: Task, plan: Plan) -> str:
    """The one line that answers, for the cell that was asked for; "" when the whole record is the answer."""
    if answer.facet == "lead":
        form = {None: words.LEAD, True: words.LEAD_YES, False: words.LEAD_NO}[answer.yes]
        return form.format(units=task_words.units(task.lead, task.lead_printed, plan))
    if answer.facet == "cooperation":
        if not task.cooperating and not task.cooperating_printed:
            return words.COOPERATION_NONE
        form = {None: words.COOPERATION, True: words.COOPERATION_YES, False: words.COOPERATION_NO}[answer.yes]
        return form.format(units=task_words.units(task.cooperating, task.cooperating_printed, plan))
    if answer.facet == "product":
        return words.PRODUCT.format(product=task.product) if task.product else words.PRODUCT_NONE
    if answer.facet == "authority":
        authority = authority_of(task)
        return words.AUTHORITY.format(authority=authority) if authority else words.AUTHORITY_NONE
    if answer.facet == "deadline":
        if not task.deadline:
            return words.DEADLINE_NONE
        return words.DEADLINE.format(deadline="; ".join((*task.milestones, task.deadline)))
    return ""


def _facts(task: Task, plan: Plan, without: str) -> tuple[tuple[str, str], ...]:
    cells = {
        "lead": task_words.units(task.lead, task.lead_printed, plan),
        "cooperation": task_words.units(task.cooperating, task.cooperating_printed, plan),
        "product": task.product or task_words.MATTER_NONE,
        "deadline": "; ".join((*task.milestones, task.deadline)) if task.deadline else task_words.MATTER_NONE,
    }
    return tuple((words.LABEL[name], value) for name, value in cells.items() if name != without)


def _targets(answer: Answer, targets: Sequence[Target], plan: Plan) -> Reply:
    blocks: list[Block] = [Note(words.ASSUMED_TARGET.format(code=answer.assumed))] if answer.assumed else []
    if answer.derived is not None:
        year, value = answer.derived.steps[-1]
        blocks.append(Paragraph(words.DERIVED.format(year=year, value=common.percent(value)), strong=True))
        steps = ", ".join(words.STEP.format(year=y, value=common.percent(v)) for y, v in answer.derived.steps)
        blocks.append(Paragraph(words.STEPS.format(steps=steps)))
        if answer.difference is not None:
            blocks.append(Paragraph(_difference(answer.derived.steps[0][0], year, answer.difference)))
    for target in targets:
        blocks.append(Paragraph(target_line(target), strong=answer.derived is None))
    blocks += _statements(targets)
    blocks += [Note(note) for note in dict.fromkeys(n for t in targets for n in t.notes)]
    places = "; ".join(dict.fromkeys(t.place for t in targets))
    return Reply((*blocks, Source(f"{plan.short_title}, {places}")))


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


# ---- lists, counts, comparisons -------------------------------------------------------------------------------------


def _list(answer: Answer, plan: Plan, page: str) -> Reply:
    shown = page_of(answer.records, page, LIST_PAGE)
    title = words.COUNTS[answer.thing or "task"].format(count=answer.count)
    blocks: list[Block] = [Heading(f"{title}{filters_said(answer)}:")]
    if answer.thing == "basis":
        blocks.append(Items(tuple(basis.text for basis in plan.legal_bases), numbered=True))
    else:
        blocks.append(
            Items(tuple(_row(code, plan, answer) for code in shown.items), numbered=answer.thing in ("area",))
        )
    blocks += [Note(shown.caption)] if shown.caption else []
    return Reply((*blocks, Source(plan.short_title)), ())


def filter_said(name: str, value: str) -> str:
    """A condition of a list in words: "Văn phòng chủ trì"."""
    return words.FILTERS.get(name, "{value}").format(value=words.DEADLINES.get(value, value)).strip()


def filters_said(answer: Answer) -> str:
    """All conditions of a list, to stand after its name: " (Văn phòng chủ trì; hàng năm)"; "" for none."""
    said = "; ".join(filter_said(name, value) for name, value in answer.filters.items())
    return f" ({said})" if said else ""


def _row(code: str, plan: Plan, answer: Answer) -> str:
    task = plan.task(code)
    if task is not None and (facet := answer.facts.get("cell")):
        title, cell = common.shorten(task.title, 200), _cell(replace(answer, facet=facet), task, plan)
        return words.NEAR.format(record=f"{task.code} {title}", cell=common.shorten(cell, 240))
    if task is not None:
        return f"{task.code} {common.shorten(task.title, 200)} ({task.deadline})" if task.deadline else task.title
    target = plan.target(code)
    if target is not None:
        return target_line(target) if target_words.value(target) else _plain_target(target)
    area = next((a for a in plan.areas if a.code == code), None)
    if area is not None:
        return area.title
    group = next((g for g in plan.groups if g.code == code), None)
    if group is not None:
        return f"{group.code} {group.title}"
    passage = next((p for p in plan.passages if p.code == code), None)
    return (passage.title or common.shorten(passage.text, 400)) if passage else code


def _plain_target(target: Target) -> str:
    """A target without a number, in the plan's own words."""
    statement = common.shorten(target.statement, 300)
    return words.TARGET_PLAIN.format(horizon=words.HORIZON.format(horizon=target.horizon), metric=statement)


def _comparison(answer: Answer, plan: Plan) -> Reply:
    targets = [t for t in (plan.target(code) for code in answer.records) if t]
    blocks: list[Block] = [Paragraph(target_line(t), strong=True) for t in targets]
    first, last = targets[0], targets[-1]
    if answer.difference and first.unit == "%":
        blocks.append(Paragraph(_difference(first.horizon, last.horizon, answer.difference)))
    elif answer.difference == 0:
        blocks.append(Paragraph(words.SAME_VALUE))
    blocks += _statements(targets)
    places = "; ".join(dict.fromkeys(t.place for t in targets))
    return Reply((*blocks, Source(f"{plan.short_title}, {places}")))


def _difference(first: int, last: int, points: float) -> str:
    said = common.percent(abs(points)).removesuffix("%")
    return words.DIFFERENCE.format(first=first, last=last, points=said)


def _share(answer: Answer, plan: Plan) -> Reply:
    part, whole = answer.count or 0, len(plan.tasks)
    share = common.percent(round(100 * part / whole, 1))
    said = words.SHARE.format(share=share, part=part, whole=whole, filters=filters_said(answer))
    return Reply((Paragraph(said, strong=True), Source(plan.short_title)))


def _papers(answer: Answer, plan: Plan, page: str) -> Reply:
    shown = page_of(answer.tally, page, LIST_PAGE)
    caption = [Note(shown.caption)] if shown.caption else []
    names = Items(tuple(name for name, _ in shown.items))
    return Reply((Heading(words.PAPERS.format(count=answer.count)), names, *caption, Source(plan.short_title)))


def _most(answer: Answer) -> Reply:
    lines = [words.MOST.format(name=name, count=count) for name, count in answer.tally]
    blocks: list[Block] = [Paragraph(lines[0], strong=True), Items(tuple(lines[1:]))]
    if answer.difference:
        blocks.append(Paragraph(words.MORE_TASKS.format(count=f"{answer.difference:g}")))
    return Reply(tuple(blocks))


def _units(answer: Answer, plan: Plan, page: str) -> Reply:
    shown = page_of(answer.tally, page, LIST_PAGE)
    title = words.UNITS_OUTSIDE if answer.facts["outside"] else words.UNITS
    role = words.ROLES[answer.facts["role"]]
    heading = title.format(count=answer.count, role=role, filters=filters_said(answer))
    lines = tuple(words.MOST.format(name=name, count=count) for name, count in shown.items)
    caption = [Note(shown.caption)] if shown.caption else []
    return Reply((Heading(heading), Items(lines), *caption, Source(plan.short_title)))


# ---- papers, head, refusals -----------------------------------------------------------------------------------------


def _legal(answer: Answer) -> Reply:
    blocks: list[Block] = []
    for number, quotation in enumerate(answer.quotations):
        blocks += [Paragraph(common.shorten_lines(quotation.text, 900), strong=number == 0), Source(quotation.place)]
    if answer.records:
        blocks.append(Note(words.CITED_BY.format(codes=", ".join(answer.records))))
    return Reply(tuple(blocks))


def _head(answer: Answer, plan: Plan) -> Reply:
    """A fact of the plan's head; number and day together, as a paper is cited by both."""
    asked, value = answer.facts["asked"], answer.facts["value"]
    day = f"{common.day(plan.issued)} (“{plan.issued_printed}”)" if plan.issued else ""
    facts = {"number": plan.number or "", "issued": day} if asked in ("number", "issued") else {asked: value}
    said = [words.FACT[asked].format(value=facts.pop(asked))]
    said += [words.FACT[name].format(value=other) for name, other in facts.items() if other]
    lines = [Paragraph(line, strong=number == 0) for number, line in enumerate(said)]
    return Reply((*lines, Paragraph(plan.title), Source(plan.short_title)))


def _none(answer: Answer, plan: Plan) -> Reply:
    asked = answer.facts.get("asked", "")
    if asked:
        printed = {"number": plan.number_printed, "issued": plan.issued_printed}.get(asked, "")
        money = [
            n for n in (*plan.notes, *(p.text for p in plan.passages if p.kind == "organization")) if "kinh phí" in n
        ]
        noted = tuple(Note(text) for text in money[:2]) if asked == "money" else ()
        return Reply((Paragraph(words.NONE_FACT[asked].format(printed=printed), strong=True), *noted))
    if answer.facet == "legal":
        return say(words.NONE_PAPER)
    if answer.count == 0:
        return say(words.NONE_LIST)
    near = tuple(line for code in answer.candidates if (line := _near(answer, code, plan)))
    if not near:
        return say(words.NONE)
    return Reply((Paragraph(words.NONE), Paragraph(words.NEAREST), Items(near)), _offers(answer, plan))


def _near(answer: Answer, code: str, plan: Plan) -> str:
    """A record that came near, in one line with the cell that was asked for: whoever meant it need not open it, and
    whoever did not sees the difference. "" for a code that the plan does not have."""
    task, target = plan.task(code), plan.target(code)
    if task is not None:
        cell = _cell(answer, task, plan)
        if not cell and any(char.isdigit() for char in task.product):
            cell = words.PRODUCT.format(product=task.product)  # an amount asked for stands there, if anywhere
        return _task_line(code, task, cell)
    if target is not None:
        if answer.score < FAR:
            return target.metric
        return target_line(target) if target_words.value(target) else _plain_target(target)
    passage = next((p for p in plan.passages if p.code == code), None)
    if passage is None:
        return ""
    clause = running_text.around(passage, answer.clauses.get(code, ""), NEAR_TEXT)
    return clause or common.shorten(" ".join(filter(None, (passage.title, passage.text))), NEAR_TEXT)


def _task_line(code: str, task: Task, cell: str) -> str:
    title = common.shorten(words.TASK.format(code=code, title=task.title), LONG_TITLE)
    return words.NEAR.format(record=title, cell=common.shorten(cell, LONG_CELL)) if cell else title


def _clarify(answer: Answer, plan: Plan) -> Reply:
    """Which is meant: each task with the cell that was asked for, so that whoever sees theirs need not choose."""
    tasks = [task for code in answer.candidates if (task := plan.task(code))]
    question = words.CLARIFY_TASK if tasks else words.CLARIFY_TARGET
    lines = Items(tuple(_task_line(t.code, t, _cell(answer, t, plan)) for t in tasks))
    return Reply((Paragraph(question, strong=True), *([lines] if tasks else [])), _offers(answer, plan))


def _offers(answer: Answer, plan: Plan) -> tuple[Choice, ...]:
    choices = []
    for code in answer.candidates:
        task, target = plan.task(code), plan.target(code)
        if task is not None:
            asked = {"code": code, "facet": answer.facet}
            choices.append(Choice(common.shorten(f"{code} {task.title}", 64), Action("ask.record", asked)))
        elif target is not None:
            choices.append(Choice(target_words.label(target), Action("ask.record", {"code": code, "facet": "value"})))
        elif passage := next((p for p in plan.passages if p.code == code), None):
            label = common.shorten(passage.title or passage.text, 64)
            choices.append(Choice(label, Action("ask.record", {"code": code, "facet": "section"})))
    return tuple(choices)
