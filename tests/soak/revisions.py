"""R11: every revision of the schema applied to a year's rows: all are there afterwards, as they were."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, Table, insert, select

from storage import migrate
from storage.sql import engines
from tests.soak.ground import Figures

CHUNK = 500
START = datetime(2026, 1, 1, tzinfo=UTC)
CHANGED = {("outbox", "urgency")}
"""What a revision changes on purpose: reminders that cannot wait got a turn of their own."""


def _rows(people: int, days: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """A year of an office in the tables of the first revision, parents before children. The sizes are those of real
    rows: a digest a person a day, two updates and answers, now and then a report and an act of the office."""
    for n in range(1, people + 1):
        person = {"id": n, "name": f"Người {n}", "role": "staff", "unit": "TH"}
        yield "members", person | {"active": True, "created": START}
        yield "accounts", {"channel": "telegram", "account": f"{n}", "chat": f"{n}", "member_id": n, "reachable": True}
    plan = {"id": "small", "version": 1, "followed_from": START.date(), "ends": START.date(), "active": True}
    yield "plans", plan
    yield "plan_versions", {"plan": "small", "version": 1, "document": "{}", "loaded": START}
    reply = json.dumps({"blocks": [{"text": "Nhắc việc: " + "việc đến hạn " * 30, "type": "paragraph"}]})
    number = 0
    for day in range(days):
        now = START + timedelta(days=day)
        for member in range(1, people + 1):
            number += 1
            common = {"not_before": None, "expires": None, "attempts": 1, "parts_sent": 0, "repeat": False, "error": ""}
            message = common | {"state": "sent", "created": now, "settled": now, "remote": f"{number}", "reply": reply}
            yield (
                "outbox",
                message
                | {
                    "id": number,
                    "key": f"digest:{day}:{member}",
                    "kind": "reminder",
                    "urgency": 1,
                    "place": f"member:{member}",
                    "member_id": member,
                },
            )
            update = {"id": number, "channel": "telegram", "key": f"{number}", "lane": f"telegram:{member}"}
            yield "inbox", update | {"payload": '{"update_id": 1}' * 10, "received": now, "handled": now, "error": ""}
            if number % 3 == 0:
                entry = {"plan": "small", "task": f"I.{number % 40}", "period": "2026", "kind": "update", "unit": "TH"}
                said = {"percent": 40.0, "status": "in_progress", "note": "đã trình", "channel": "telegram", "at": now}
                yield "progress", {"id": number, "member_id": member, "undoes": None} | entry | said
                act = {"id": number, "at": now, "member_id": member, "member_name": "Minh", "action": "extend"}
                yield "audit", act | {"subject": "I.1", "before": "", "after": "31/12/2026"}


def year(url: str, *, people: int, days: int) -> Figures:
    """Fills the first revision with rows and goes up one revision after the other."""
    import asyncio

    asyncio.run(migrate.upgrade(url, "0001"))
    count = _fill(url, people, days)
    revisions = [s.revision for s in ScriptDirectory.from_config(migrate.configuration()).walk_revisions()][::-1]
    began = time.perf_counter()
    for revision in revisions[1:]:
        before = _sums(url)
        asyncio.run(migrate.upgrade(url, revision))
        after = _sums(url, columns={table: columns for table, (columns, _, _) in before.items()})
        for table, (_, rows, sums) in before.items():
            if table not in after:
                assert rows == 0, f"{revision}: {table} went away with {rows} rows"
                continue
            assert after[table][1] == rows, f"{revision}: {table} has {after[table][1]} rows, had {rows}"
            assert after[table][2] == sums, f"{revision}: {table} changed"
    seconds = time.perf_counter() - began
    return {"rows": count, "revisions": len(revisions) - 1, "s, checking included": round(seconds, 1)}


def _fill(url: str, people: int, days: int) -> int:
    engine, metadata, count = engines.make_sync(engines.parse(url), "migrate"), MetaData(), 0
    with engine.begin() as connection:
        metadata.reflect(connection)
        waiting: dict[str, list[dict[str, Any]]] = {}
        for name, row in _rows(people, days):
            waiting.setdefault(name, []).append(row)
            count += 1
            if len(waiting[name]) >= CHUNK:
                _flush(connection, metadata, waiting)
        _flush(connection, metadata, waiting)
    engine.dispose()
    return count


def _flush(connection: Connection, metadata: MetaData, waiting: dict[str, list[dict[str, Any]]]) -> None:
    for name, rows in waiting.items():
        if rows:
            connection.execute(insert(metadata.tables[name]), rows)
            rows.clear()


def _sums(url: str, columns: dict[str, list[str]] | None = None) -> dict[str, tuple[list[str], int, str]]:
    """Table → its columns, how many rows, and a sum over what is in them (in any order)."""
    engine, metadata = engines.make_sync(engines.parse(url), "read"), MetaData()
    found: dict[str, tuple[list[str], int, str]] = {}
    with engine.connect() as connection:
        metadata.reflect(connection)
        for table in metadata.sorted_tables:
            if table.name == "alembic_version" or (columns is not None and table.name not in columns):
                continue
            kept = [c.name for c in table.columns if (table.name, c.name) not in CHANGED]
            names = columns[table.name] if columns else kept
            rows, total = _sum(connection, table, names)
            found[table.name] = (names, rows, total)
    engine.dispose()
    return found


def _sum(connection: Connection, table: Table, names: list[str]) -> tuple[int, str]:
    rows, total = 0, 0
    for row in connection.execution_options(yield_per=CHUNK).execute(select(*(table.c[name] for name in names))):
        rows += 1
        total ^= int.from_bytes(hashlib.blake2b(repr(tuple(row)).encode(), digest_size=8).digest(), "big")
    return rows, f"{total:016x}"
