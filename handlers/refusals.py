"""What is said where the plan does not have it, or several could be meant: the records that came near."""

from __future__ import annotations

from handlers.answered_records import cell_said, plain_target, target_line
from handlers.filters import filters_said
from handlers.messages import Action, Choice, Items, Note, Paragraph, Reply, say
from handlers.wording import answers as words
from handlers.wording import common
from handlers.wording import targets as target_words
from knowledge.answers import Answer
from knowledge.lexicon.plan_parts import FUNDS_PRINTED
from knowledge.model import Plan

LONG_TITLE, LONG_CELL = 160, 300
"""Characters of a task's title and of its cell in a line of several."""
NEAR = 120
"""Characters of a line beside a refusal, and of a cell that was not asked for."""
CODES = 8
"""So many codes are listed one by one."""
FAR = 0.15
"""A target that fits a question less well, or is of another thing, is named without its value: it was not asked for."""


def none(answer: Answer, plan: Plan) -> Reply:
    """That the plan does not say it, and the records that came near."""
    asked = answer.facts.get("asked", "")
    if asked:
        printed = {"number": plan.number_printed, "issued": plan.issued_printed}.get(asked, "")
        noted = tuple(map(Note, _of_money(plan)[:2])) if asked == "money" else ()
        said = "money_of" if noted else asked
        return Reply((Paragraph(words.NONE_FACT[said].format(printed=printed), strong=True), *noted))
    if out := answer.facts.get("left_out"):
        return say(words.NONE_LEFT_OUT.format(said=out))
    if shown := answer.facts.get("shown"):
        return say(words.NONE_SHOWN.format(count=shown) if shown != "0" else words.NONE_POINTED)
    if code := answer.facts.get("strange"):
        return say(words.NONE_CODE.format(code=code) + _tasks_beside(code, plan))
    if besides := answer.facts.get("besides"):
        return say(words.NONE_BESIDES.format(code=besides))
    if answer.facet == "legal":
        return say(words.NONE_PAPER)
    said = words.NONE
    if answer.count == 0:
        thing = words.NONE_THINGS.get(answer.thing, words.NONE_OTHER)
        said = words.NONE_LIST.format(thing=thing, filters=filters_said(answer))
    near = tuple(line for code in answer.candidates if (line := _near(answer, code, plan)))
    if not near:
        return say(said)
    if answer.facts.get("only") == "share":
        return Reply((Paragraph(words.NONE_NUMBER), Items(near)), _offers(answer, plan))
    return Reply((Paragraph(said), Paragraph(words.NEAREST), Items(near)), _offers(answer, plan))


def _tasks_beside(code: str, plan: Plan) -> str:
    """The tasks of the place that a code without a task names, or ""."""
    place = code.rpartition(".")[0]
    codes = [task.code for task in plan.tasks if task.code.startswith(f"{place}.")]
    if not codes:
        return ""
    listed = ", ".join(codes) if len(codes) <= CODES else f"{codes[0]} … {codes[-1]}"
    return words.CODES_OF_PLACE.format(place=place, count=len(codes), codes=listed)


def _of_money(plan: Plan) -> list[str]:
    """What the plan says of its funds, though it names no amount."""
    told = (p.text for p in plan.passages if p.kind == "organization")
    return [text for text in (*plan.notes, *told) if FUNDS_PRINTED in text]


def _near(answer: Answer, code: str, plan: Plan) -> str:
    """A record that came near, in one line with the cell that was asked for: whoever meant it need not open it, and
    whoever did not sees the difference. "" for a code that the plan does not have."""
    task, target = plan.task(code), plan.target(code)
    said = answer.clauses.get(code, "")
    if task is not None:
        cell = cell_said(answer, task, plan)
        if not cell and any(char.isdigit() for char in task.product):
            # An amount asked for stands there, if anywhere.
            cell = common.shorten(words.PRODUCT.format(product=task.product), NEAR)
        return _task_line(code, said or task.title, cell)
    if target is not None:
        if answer.score < FAR:
            return common.shorten(target.metric, NEAR)
        return target_line(target) if target_words.value(target) else plain_target(target, said)
    passage = next((p for p in plan.passages if p.code == code), None)
    return said or common.shorten(passage.title or passage.text, NEAR) if passage else ""


def _task_line(code: str, title: str, cell: str) -> str:
    line = common.shorten(words.TASK.format(code=code, title=title), LONG_TITLE)
    return words.NEAR.format(record=line, cell=common.shorten(cell, LONG_CELL)) if cell else line


def clarify(answer: Answer, plan: Plan) -> Reply:
    """Which is meant: each task with the cell that was asked for, so that whoever sees theirs need not choose."""
    tasks = [task for code in answer.candidates if (task := plan.task(code))]
    question = words.CLARIFY_TASK if tasks else words.CLARIFY_TARGET
    lines = Items(tuple(_task_line(t.code, t.title, cell_said(answer, t, plan)) for t in tasks))
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
