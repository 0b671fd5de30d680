"""What can go wrong in storage.

StorageError
├── NotWritten        the database refused the write now (locked, full, read-only): nothing was written, try again later
├── NaiveTime         a time without zone was given
└── UnknownRevision   the schema is not the one this program knows
"""

from __future__ import annotations


class StorageError(Exception):
    """Base of all."""


class NotWritten(StorageError):
    """The database refused the write; nothing of it stands."""


class NaiveTime(StorageError):
    """A time without zone was given where an aware one is needed."""


class UnknownRevision(StorageError):
    """The database's schema revision is not known to this program, or is older and must be upgraded."""
