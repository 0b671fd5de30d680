"""Tasks of a plan that prints no table of them: "… Giao Sở Y tế chủ trì, phối hợp với …, hoàn thành trước …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.importing.tasks import TaskTable
from knowledge.importing.units import Register, split_units
from knowledge.lexicon.importing import BODY
from knowledge.lexicon.text_tasks import BY_HEADING, COOPERATION, DOES, DUE, GIVEN, LABELS, TIME
from knowledge.model import Area, Passage, Task
from knowledge.vietnamese import fold

_MARK = re.compile(r"^(?:[-+•*]|[a-zđ]\)|\d{1,2}(?:\.\d{1,2})*[.)])\s+")
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-ZĐÂÊÔƯ])|\n+")
_SHORTEST = 12
"""Characters of what a task is called."""
_LONGEST_UNIT = 90


@dataclass(frozen=True, slots=True)
class _Given:
    """What a piece of text gives to whom, in its words."""

    title: str
    lead: str
    cooperating: str = ""
    product: str = ""
    deadline: str = ""


def text_tasks(passages: Sequence[Passage], register: Register) -> TaskTable:
    """The tasks that running text gives to somebody, each under its heading, numbered in their order."""
    out = TaskTable()
    heads = {p.code: p for p in passages if p.title}
    for passage in passages:
        if passage.kind in ("recipient", "signature", "other") and passage.code in ("P.NN", "P.KY", "P.MD"):
            continue
        head = next(_above(passage, heads), None)
        for given in _given(passage.text, head.title if head else ""):
            lead = register.codes(given.lead)
            if lead:
                _add(out, passage, head, given, lead, register)
    return out


def _add(
    out: TaskTable, passage: Passage, head: Passage | None, given: _Given, lead: tuple[str, ...], register: Register
) -> None:
    area = head.code.removeprefix("P.") if head else "NV"
    if area not in [a.code for a in out.areas]:
        out.areas.append(Area(code=area, title=head.title if head else passage.place, place=(head or passage).place))
    number = sum(task.area == area for task in out.tasks) + 1
    mark = _MARK.match(passage.text)
    out.tasks.append(
        Task(
            code=f"{area}.{number}",
            printed_code=mark[0].strip() if mark else "",
            area=area,
            title=given.title,
            lead=lead,
            lead_printed=given.lead,
            cooperating=register.codes(given.cooperating),
            cooperating_printed=given.cooperating,
            product=given.product,
            deadline=given.deadline,
            place=passage.place,
        )
    )


def _above(passage: Passage, heads: dict[str, Passage]) -> Iterator[Passage]:
    """The headings that a passage stands under, the nearest first; its own counts."""
    code = passage.code
    while code != "P":
        if code in heads:
            yield heads[code]
        code = code.rpartition(".")[0] or "P"


def _given(text: str, heading: str) -> Iterator[_Given]:
    labelled = _labelled(text)
    if labelled is not None:
        yield labelled
        return
    unit = heading if _is_unit(heading) else ""
    before: list[str] = []
    for sentence in filter(None, map(str.strip, _SENTENCE.split(text))):
        by_heading = BY_HEADING.match(sentence) if unit else None
        found = None if by_heading else GIVEN.search(sentence)
        if by_heading is not None:
            yield from _of(unit, by_heading["rest"], [])
        elif found is not None and _is_unit(found["lead"]):
            yield from _of(found["lead"], found["rest"], [*before, sentence[: found.start()]])
            before = []
        else:
            before.append(sentence)


def _of(lead: str, rest: str, before: Sequence[str]) -> Iterator[_Given]:
    """What is given: what stands before who leads, else what they are said to do."""
    cooperating = ""
    if (joined := COOPERATION.match(rest)) is not None:
        after = rest[joined.end() :]
        does = DOES.search(after)
        time = TIME.search(after)
        ends = [m.start() for m in (does, time) if m]
        cooperating = after[: min(ends, default=len(after))].strip(" ,;.")
        rest = after[min(ends, default=len(after)) :]
    deadline = _deadline(rest)
    title = _title(" ".join(before)) or _title(TIME.sub(" ", rest) if deadline else rest)
    if len(title) >= _SHORTEST:
        yield _Given(title, lead.strip(" ,"), cooperating, "", deadline or _deadline(" ".join(before)))


def _title(text: str) -> str:
    """What is to be done, without marks and what only leads over to who does it."""
    plain = " ".join(_MARK.sub("", text.strip()).split())
    bare = re.sub(r"^[\s,;.:]+|[\s,;.:]+$", "", plain)
    return bare[:1].upper() + bare[1:]


def _deadline(text: str) -> str:
    """The last time that is named as one by which something is done, or how often."""
    found = [m for m in TIME.finditer(text) if DUE.search(m[0])]
    return found[-1]["time"].strip() if found else ""


def _labelled(text: str) -> _Given | None:
    """A task printed as lines with labels: "- Cơ quan chủ trì: …"."""
    places = sorted(
        (m.start(), m.end(), name) for name, label in LABELS for m in label.finditer(text) if _begins(text, m.start())
    )
    cells: dict[str, str] = {}
    for at, (_, begin, name) in enumerate(places):
        end = places[at + 1][0] if at + 1 < len(places) else len(text)
        cells.setdefault(name, text[begin:end].split("\n")[0].strip(" -+•*;.,()"))
    title = _title(text[: places[0][0]]) if places else ""
    if "lead" not in cells or len(title) < _SHORTEST:
        return None
    others = (cells.get(name, "") for name in ("cooperating", "product", "deadline"))
    return _Given(title.strip(" -+•*(.,;:"), cells["lead"], *others)


def _begins(text: str, at: int) -> bool:
    """Whether a line, a sentence or a part of one begins here."""
    return text[:at].rstrip(" -+•*(")[-1:] in ("", *";.,:\n") or text[at - 1] in "-+•*("


def _is_unit(text: str) -> bool:
    """Whether a text is nothing but the names of units."""
    plain = text.strip(" :,.")
    return len(plain) <= _LONGEST_UNIT * 2 and BODY.match(fold(plain)) is not None and bool(split_units(plain))
