"""The plan's running text as a person reads it: whole where it is short, else by the beginnings of its points."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handlers.messages import Block, Items, Note, Paragraph, Reply, Source
from handlers.wording import common
from knowledge.model import Passage, Plan
from knowledge.texts import clauses_of

LONG_PASSAGE, LONG_POINT, SHORT_POINT = 1500, 500, 400
"""Characters of a passage that is shown; from which on the clause that answers goes before it; of one among several."""
WHOLE_PASSAGES = 2
"""So many passages are shown in full; of more, the beginnings."""
_MARK = re.compile(r"(?:[-–+•]|\d{1,2}(?:\.\d{1,2})*[.)]|[^\W\d_]\))\s")


def shown(passages: Sequence[Passage], plan: Plan, clause: str) -> Reply:
    """Passages with what stands under them; `clause`: the one that answers, which goes before a long one."""
    blocks: list[Block] = []
    if len(passages) > WHOLE_PASSAGES:
        blocks.append(_points(passages))
    else:
        for passage in passages:
            text = common.shorten_lines(passage.text, LONG_PASSAGE)
            blocks += [Paragraph(passage.title, strong=True)] if passage.title else []
            blocks += [Paragraph(clause, strong=True)] if clause and len(text) > LONG_POINT else []
            blocks += [Paragraph(text)] if text else []
            below = plan.points_under(passage)
            blocks += [_points(below)] if below else []
            blocks += [Note(note) for note in passage.notes]
    return Reply((*blocks, Source(f"{plan.short_title}, {_places(passages)}")))


def around(passage: Passage, clause: str, limit: int) -> str:
    """A clause of a passage in about `limit` characters, with those after and before it that fit; "" for no clause."""
    clauses = clauses_of(passage)
    if clause not in clauses:
        return common.shorten(clause, limit)
    first = last = clauses.index(clause)
    for at in (*range(last + 1, len(clauses)), *range(first - 1, -1, -1)):
        wider = range(min(first, at), max(last, at) + 1)
        if wider[-1] - wider[0] == last - first + 1 and sum(len(clauses[i]) + 1 for i in wider) <= limit:
            first, last = wider[0], wider[-1]
    said = (_MARK.sub("", text, count=1) if _MARK.match(text) else text for text in clauses[first : last + 1])
    return common.shorten(" ".join(said), limit)


def _points(passages: Sequence[Passage]) -> Block:
    """The beginnings of several passages, under their own marks where the plan prints them."""
    lines = tuple(p.title or common.shorten(p.text, SHORT_POINT) for p in passages)
    if not any(map(_MARK.match, lines)):
        return Items(lines, numbered=True)
    numbers = (re.search(r"[. ](\d+)$", p.place) for p in passages)
    marks = (f"{number[1]}. " if number else "" for number in numbers)
    return Paragraph(
        "\n".join(line if _MARK.match(line) else mark + line for mark, line in zip(marks, lines, strict=True))
    )


def _places(passages: Sequence[Passage]) -> str:
    """Where passages stand; of many the heading that they share."""
    places = list(dict.fromkeys(p.place for p in passages))
    if len(places) <= WHOLE_PASSAGES:
        return "; ".join(places)
    heading = places[0].rpartition(", ")[0]
    return heading if heading and all(p.startswith(f"{heading}, ") for p in places) else f"{places[0]} – {places[-1]}"
