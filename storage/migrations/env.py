"""Run by Alembic for every command. The address comes from storage.migrate, or from `alembic -x url=…`.

Everything that a command does is one transaction, in SQLite too: a process that dies in the middle leaves the schema
as it was. Who comes second waits for the first, then sees that nothing is left to do.
"""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection, text

from storage.errors import StorageError
from storage.sql import engines
from storage.sql.tables import metadata

_LOCK = 7_363_001  # any number, the same in every process of this program
_PATIENCE = 60.0  # seconds to wait while another process upgrades


def _migrate(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise StorageError(f"the migration would leave {len(broken)} rows that refer to nothing")


def _run() -> None:
    url = context.config.attributes.get("url") or context.get_x_argument(as_dictionary=True).get("url")
    if url is None:
        raise SystemExit("say which database: alembic -x url=sqlite+aiosqlite:///var/dondoc.sqlite3 …")
    with engines.make_sync(engines.parse(url), "migrate", _PATIENCE).begin() as connection:
        _migrate(connection)


_run()
