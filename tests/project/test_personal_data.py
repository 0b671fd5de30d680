"""No table names a person without a rule for what they get when they ask for their data (storage/sql/privacy.py)."""

from __future__ import annotations

from handlers.wording.own_data import TABLES
from storage.sql.privacy import ACCOUNT_TABLES, PERSON_KEYS
from storage.sql.tables import metadata


def test_every_column_that_names_a_member_has_its_rule_for_exports() -> None:
    keys = {
        table.name: tuple(c.name for c in table.c if any(key.column.table.name == "members" for key in c.foreign_keys))
        for table in metadata.sorted_tables
    }
    named = {name: columns for name, columns in keys.items() if columns} | {"members": ("id",)}
    assert {name: set(columns) for name, columns in PERSON_KEYS.items()} == {n: set(c) for n, c in named.items()}


def test_every_table_that_names_an_account_has_its_rule() -> None:
    named = {table.name for table in metadata.sorted_tables if "account" in table.c}
    assert set(ACCOUNT_TABLES) == named - {"accounts"}


def test_every_such_table_has_a_name_that_a_person_understands() -> None:
    assert {*PERSON_KEYS, *ACCOUNT_TABLES} <= set(TABLES)
