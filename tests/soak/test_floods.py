"""S6, short: the counts only; what the others wait is compared in `make soak`."""

from __future__ import annotations

from storage.sql.database import SqlDatabase
from tests.soak import floods


async def test_s6_what_others_report_while_somebody_floods_is_kept_and_answered(file: SqlDatabase) -> None:
    figures = await floods.others_meanwhile(file, people=2, rounds=1, messages=80, bound=None)
    assert figures["reports of the others"] == figures["kept"]
