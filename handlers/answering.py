"""From an engine's Answer to the reply that a person reads: the answer first, in one line; then the record; then the
plan's own notes; then the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers import answered_records, refusals
from handlers.answered_records import cell_said, plain_target, target_line
from handlers.filters import filters_said
from handlers.messages import Block, Heading, Items, Note, Paragraph, Reply, Source, say
from handlers.paging import page_of
from handlers.wording import answers as words
from handlers.wording import common
from handlers.wording import figures as figure_words
from handlers.wording import targets as target_words
from knowledge.answers import Answer
from knowledge.answers.figures import MEAN, ROWS, SUM
from knowledge.model import Plan

PAGE = "ask.page"
"""The action that turns the pages of a long answer."""
LIST_PAGE = 15
"""Rows of a list in one message; longer ones are paged."""
ALL = 10_000
"""Where nothing can be paged: on one page."""


def reply(answer: Answer, plan: Plan, *, page: str = "1", rows: int = LIST_PAGE) -> Reply:
    """The reply to a question about one plan, of a long list one page of so many `rows`. How work stands no plan says
    (see handlers.standing_asked)."""
    if answer.kind == "chat":
        return say(words.CHAT)
    if answer.kind == "none":
        return refusals.none(answer, plan)
    if answer.kind == "clarify":
        return refusals.clarify(answer, plan)
    if answer.facet == "progress":
        return _progress(answer, plan)
    if answer.facet == "head":
        return _head(answer, plan)
    if answer.facet == "legal":
        return _legal(answer)
    if answer.facet == "most":
        return _most(answer)
    if answer.facet == "units":
        return _units(answer, plan, page, rows)
    if answer.facet == "papers":
        return _papers(answer, plan, page, rows)
    if answer.facet == "share":
        return _share(answer, plan)
    if is_list(answer):
        return _list(answer, plan, page, rows)
    if answer.facet in ("comparison", SUM, MEAN):
        return answered_records.comparison(answer, plan)
    return answered_records.records(answer, plan)


def _progress(answer: Answer, plan: Plan) -> Reply:
    """What the plan has of a task of which it is asked how far it is."""
    if answer.thing:
        return say(words.NOT_IN_PLAN)
    found = answered_records.records(answer, plan)
    return replace(found, blocks=(*found.blocks, Note(words.NOT_IN_PLAN)))


def is_list(answer: Answer) -> bool:
    """Whether the answer is a list, which may be long."""
    return answer.kind == "answer" and answer.facet in ("list", "count", "units", "papers")


def _list(answer: Answer, plan: Plan, page: str, rows: int) -> Reply:
    shown = page_of(answer.records, page, rows)
    title = words.COUNTS[answer.thing or "task"].format(count=answer.count)
    if ROWS in answer.facts:
        title = figure_words.ROWS.format(count=answer.count, rows=answer.facts[ROWS])
    title = words.WHOLE.format(listed=title) if "whole" in answer.facts else title
    blocks: list[Block] = [Heading(f"{title}{filters_said(answer)}{':' if answer.count else '.'}")]
    if answer.thing == "basis":
        blocks.append(Items(tuple(basis.text for basis in plan.legal_bases), numbered=True))
    else:
        blocks.append(
            Items(tuple(_row(code, plan, answer) for code in shown.items), numbered=answer.thing in ("area",))
        )
    blocks += [Note(shown.caption)] if shown.caption else []
    return Reply((*blocks, Source(plan.short_title)), ())


def _row(code: str, plan: Plan, answer: Answer) -> str:
    task = plan.task(code)
    if task is not None and (facet := answer.facts.get("cell")):
        title, cell = common.shorten(task.title, 200), cell_said(replace(answer, facet=facet), task, plan)
        return words.NEAR.format(record=f"{task.code} {title}", cell=common.shorten(cell, 240))
    if task is not None:
        due = "; ".join((*task.milestones, task.deadline)) if task.deadline else ""
        return f"{task.code} {common.shorten(task.title, 200)} ({due})" if due else task.title
    target = plan.target(code)
    if target is not None:
        return target_line(target) if target_words.value(target) else plain_target(target)
    area = next((a for a in plan.areas if a.code == code), None)
    if area is not None:
        return area.title
    group = next((g for g in plan.groups if g.code == code), None)
    if group is not None:
        return f"{group.code} {group.title}"
    passage = next((p for p in plan.passages if p.code == code), None)
    return (passage.title or common.shorten(passage.text, 400)) if passage else code


def _share(answer: Answer, plan: Plan) -> Reply:
    part, whole = answer.count or 0, len(plan.tasks)
    share = common.percent(round(100 * part / whole, 1))
    said = words.SHARE.format(share=share, part=part, whole=whole, filters=filters_said(answer))
    return Reply((Paragraph(said, strong=True), Source(plan.short_title)))


def _papers(answer: Answer, plan: Plan, page: str, rows: int) -> Reply:
    shown = page_of(answer.tally, page, rows)
    caption = [Note(shown.caption)] if shown.caption else []
    names = Items(tuple(name for name, _ in shown.items))
    return Reply((Heading(words.PAPERS.format(count=answer.count)), names, *caption, Source(plan.short_title)))


def _most(answer: Answer) -> Reply:
    line = words.MOST_TARGETS if answer.thing == "target" else words.MOST
    lines = [line.format(name=name, count=count) for name, count in answer.tally]
    if "rank" in answer.facts:
        lines = _with_places(lines, answer)
    blocks: list[Block] = [Paragraph(lines[0], strong=True), Items(tuple(lines[1:]))]
    if "having" in answer.facts:
        blocks = [Paragraph(words.NONE_HAS_SO_MANY, strong=True), Items(tuple(lines))]
    if answer.filters:
        blocks.append(Note(words.COUNTED_AMONG.format(filters=filters_said(answer)[2:-1])))
    if answer.difference:
        blocks.append(Paragraph(words.MORE_TASKS.format(count=f"{answer.difference:g}")))
    return Reply(tuple(blocks))


def _with_places(lines: Sequence[str], answer: Answer) -> list[str]:
    """The lines of a tally with the place of each; the first are those of the last place."""
    counts = sorted({count for _, count in answer.tally}, reverse=answer.facts["end"] == "most")
    form = words.RANKED[answer.facts["end"]]
    ranks = (counts.index(count) + 1 for _, count in answer.tally)
    return [form.format(line=line.rstrip("."), rank=rank) for line, rank in zip(lines, ranks, strict=True)]


def _units(answer: Answer, plan: Plan, page: str, rows: int) -> Reply:
    shown = page_of(answer.tally, page, rows)
    title = words.UNITS_OUTSIDE if answer.facts["outside"] else words.UNITS
    role = words.ROLES[answer.facts["role"]]
    heading = title.format(count=answer.count, role=role, filters=filters_said(answer))
    lines = tuple(words.MOST.format(name=name, count=count) for name, count in shown.items)
    caption = [Note(shown.caption)] if shown.caption else []
    return Reply((Heading(heading), Items(lines), *caption, Source(plan.short_title)))


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
    facts |= {"signer": answer.facts["signer"]} if "signer" in answer.facts else {}
    said += [words.FACT[name].format(value=other) for name, other in facts.items() if other]
    lines = [Paragraph(line, strong=number == 0) for number, line in enumerate(said)]
    return Reply((*lines, Paragraph(plan.title), Source(plan.short_title)))
