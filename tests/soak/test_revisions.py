"""R11, short."""

from __future__ import annotations

from tests.soak import revisions
from tests.support import databases


def test_r11_each_revision_keeps_every_row_as_it_was(engine_name: str) -> None:
    with databases.empty(engine_name) as url:
        revisions.year(url, people=20, days=20)
