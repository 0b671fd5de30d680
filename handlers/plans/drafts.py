"""A plan that was read and not loaded yet, with everything to look at: kept as a file, known by its hash."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from handlers.turn import Turn
from knowledge.importing.problems import Problem
from knowledge.model import Plan
from storage.unit_of_work import UnitOfWork

_MEDIA_TYPE = "application/vnd.dondoc.draft+json"
COUNTED = ("unused_row", "left_out_line", "empty_section", "target_before_start")
"""Problems that are counted in a chat and stand last in the workbook."""


@dataclass(frozen=True, slots=True)
class Draft:
    """`name`: of the file it was read from. `problems` as knowledge.importing finds them."""

    name: str
    plan: Plan
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing keeps the plan from being loaded."""
        return all(problem.severity != "error" for problem in self.problems)


async def keep(turn: Turn, draft: Draft) -> str:
    """Keeps a draft; its hash. The same draft again is the same."""
    found = [{**asdict(problem), "data": dict(problem.data)} for problem in draft.problems]
    document = {"name": draft.name, "plan": draft.plan.model_dump(mode="json"), "problems": found}
    content = json.dumps(document, ensure_ascii=False, sort_keys=True).encode()
    stored = await turn.uow.files.put(content, draft.name, _MEDIA_TYPE, turn.now, turn.who.id)
    return stored.sha256


async def draft(uow: UnitOfWork, sha256: str) -> Draft | None:
    """The draft of this hash."""
    stored = await uow.files.get(sha256)
    content = await uow.files.content(sha256) if stored is not None and stored.media_type == _MEDIA_TYPE else None
    if content is None:
        return None
    document = json.loads(content)
    problems = tuple(Problem(**{**found, "path": tuple(found["path"])}) for found in document["problems"])
    return Draft(document["name"], Plan.model_validate(document["plan"]), problems)
