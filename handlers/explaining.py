"""*Vì sao?*: what was understood of a question, the records that came nearest and their scores, in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.filters import filter_said
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Paragraph, Reply
from handlers.missing import no_plan
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from handlers.wording import explaining as words
from handlers.wording import records as record_words
from handlers.wording import targets as target_words
from knowledge.answers import Answer
from knowledge.answers.choosing import FLOOR
from knowledge.answers.explaining import Explanation, explain
from knowledge.model import Plan
from knowledge.questions import Question

CODES_SHOWN = 8
LONGEST = 500
"""Characters of a question that are kept with the choice."""


def understood(q: Question, answer: Answer) -> tuple[tuple[str, str], ...]:
    """What was understood, as label and value."""
    documents = (f"{d.number}/{d.year}" if d.year else d.number for d in q.documents)
    found = (
        (words.ASKED, words.FACETS.get(answer.facet, "")),
        (words.CODES, ", ".join((*q.codes, *q.candidates, *q.targets))),
        (words.UNITS, "; ".join(unit.name for unit in q.units)),
        (words.AREAS, "; ".join(area.title for area in q.areas)),
        (words.GROUPS, "; ".join(group.title for group in q.groups)),
        (words.YEARS, ", ".join(str(year) for year in q.years)),
        (words.QUARTER, str(q.quarter or "")),
        (words.DAYS, ", ".join(q.days)),
        (words.PERCENTS, ", ".join(common.percent(p) for p in q.percents)),
        (words.DOCUMENTS, ", ".join(documents)),
        (words.FOREIGN, q.foreign),
        (words.ASSUMED, answer.assumed),
        (words.SUBJECT, " ".join(q.content)),
        (words.FILTERS, "; ".join(filter_said(name, value) for name, value in answer.filters.items())),
    )
    return tuple((label, value) for label, value in found if value)


def reply(explanation: Explanation, plan: Plan) -> Reply:
    """The whole explanation."""
    answer = explanation.answer
    result = words.RESULTS[answer.kind]
    if answer.kind == "answer" and answer.records:
        more = "…" if len(answer.records) > CODES_SHOWN else ""
        result = f"{result}: {', '.join(answer.records[:CODES_SHOWN])}{more}"
    pairs = [*understood(explanation.question, answer), (words.RESULT, result)]
    blocks: list[Block] = [Heading(words.HEADING), Fields(tuple(pairs))]
    lines = tuple(
        words.NEAR.format(label=_label(code, plan), score=words.number(score)) for code, score in explanation.nearest
    )
    if lines:
        blocks += [Paragraph(words.NEAREST.format(floor=words.number(FLOOR))), Items(lines)]
    elif answer.kind != "answer":
        blocks.append(Paragraph(words.NOTHING))
    return Reply(tuple(blocks))


def _label(code: str, plan: Plan) -> str:
    task, target = plan.task(code), plan.target(code)
    if task is not None:
        return record_words.label(task)
    if target is not None:
        return target_words.label(target)
    passage = next((p for p in plan.passages if p.code == code), None)
    return f"{passage.place}: {common.shorten(passage.title or passage.text, 60)}" if passage else code


def choice(question: str, topic: str) -> Choice:
    """The choice that explains an answer; `topic`: the conversation's before the question."""
    return Choice(words.WHY, Action("explaining.show", {"question": question[:LONGEST], "topic": topic}), row=950)


async def _show(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    engine = await turn.office.engine(turn.uow, followed)
    found = explain(engine, arguments["question"], arguments["topic"])
    return reply(found, followed.plan)


ACTIONS: Mapping[str, ActionHandler] = {"explaining.show": _show}
