"""Whether a message that was waited for as a note is rather a question."""

from __future__ import annotations

from knowledge.progress.amounts import OPAQUE
from knowledge.progress.typed import masked, typed
from knowledge.progress.words import asks


def may_ask(text: str) -> bool:
    """Whether the words may be a question ("ai chủ trì", "khi nào xong"); a note can have such words too."""
    line = typed(text)
    return asks(line, masked(line.folded, (m.span() for m in OPAQUE.finditer(line.folded))))
