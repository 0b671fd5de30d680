"""Notes and questions that look alike: which of them a message may be."""

from __future__ import annotations

from knowledge.model import Plan
from knowledge.progress.amounts import OPAQUE
from knowledge.progress.reading import read
from knowledge.progress.typed import masked, typed
from knowledge.progress.update import Update
from knowledge.progress.words import asks, orders
from knowledge.vietnamese import fold


def may_ask(text: str) -> bool:
    """Whether the words may be a question ("ai chủ trì", "khi nào xong"); a note can have such words too."""
    line = typed(text)
    return asks(line, masked(line.folded, (m.span() for m in OPAQUE.finditer(line.folded))))


def possible_note(text: str, plan: Plan) -> Update | None:
    """The note that a plain sentence may be, though it is no sure report: it names one task, neither asks nor orders,
    and says something that the task's own title does not ("I.3 trình rồi", "em gửi dự thảo I.2 cho các phòng")."""
    line = typed(text)
    if may_ask(text) or orders(line, line.folded, 0, len(line.folded)):
        return None
    reading = read(text, plan, commanded=True)
    if reading.error or len(reading.updates) != 1:
        return None
    update = reading.updates[0]
    task = plan.task(update.task)
    if task is None or update.percent is not None or update.status is not None or not update.note:
        return None
    said, known = fold(update.note).split(), set(fold(f"{task.title} {' '.join(task.names)}").split())
    new = [word for word in said if word.strip(".,:;") not in known]
    return update if len(said) > 1 and len(new) > len(said) / 2 else None
