"""Column types: times that cannot lose their zone, text that every engine can hold."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

from storage.errors import NaiveTime

# PostgreSQL refuses NUL in text, and neither engine can encode half a surrogate pair; both arrive in chats.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_REPLACEMENT = "\ufffd"


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, kept and given back in UTC. A naive one is refused (NaiveTime): guessing its zone would move it."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None or value.utcoffset() is None:
            raise NaiveTime(f"a time without zone: {value.isoformat()}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        # SQLite drops the zone; what stands in the file is UTC because everything written passed the method above.
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class SafeText(TypeDecorator[str]):
    """Text as people send it: what no engine can hold (NUL, half surrogate pairs) becomes U+FFFD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else _UNSTORABLE.sub(_REPLACEMENT, value)


class JsonText(TypeDecorator[Any]):
    """A small dictionary or list as JSON text, the same bytes in both engines; Vietnamese stays readable."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else _UNSTORABLE.sub(_REPLACEMENT, json.dumps(value, ensure_ascii=False))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


Id = BigInteger().with_variant(Integer, "sqlite")
"""A row's number: 64 bits in both engines (SQLite's INTEGER PRIMARY KEY already is)."""
