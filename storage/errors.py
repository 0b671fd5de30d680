"""What can go wrong in storage.

StorageError
├── NotWritten        the database refused now (locked, full, read-only, away): nothing was written, try again later
├── ReadingOnly       something was written inside `read()`: a mistake in the program
├── NaiveTime         a time without zone was given
├── NoSuchRecord      the record to change does not exist
├── FileTooLarge      a file is larger than what is kept
├── UnknownRevision   the schema is not the one this program knows
├── UnusableBackup    the file is no backup, is damaged, or comes from a newer program
├── DatabaseInUse     another process has the database open, so it cannot be replaced
└── UseServerTools    a database server is backed up by its own tools; `command` says how
"""

from __future__ import annotations

from enum import StrEnum


class StorageError(Exception):
    """Base of all. Raised itself for what no caller can mend: a broken rule of the schema, a statement gone wrong."""


class NotWritten(StorageError):
    """The database refuses now: nothing of the transaction stands, and the same may be tried again later.

    One case is beyond anybody's knowledge: a server that goes away while it confirms a commit. What is tried again
    must therefore be safe to repeat, which the unique keys of inbox and outbox see to.
    """


class ReadingOnly(StorageError):
    """Something was written inside `read()`."""


class NaiveTime(StorageError):
    """A time without zone was given where an aware one is needed."""


class NoSuchRecord(StorageError):
    """The record to change does not exist."""


class FileTooLarge(StorageError):
    """A file is larger than storage.records.MAX_FILE."""


class UnknownRevision(StorageError):
    """The database's schema revision is not known to this program, or is older and must be upgraded."""


class Fault(StrEnum):
    """What is wrong with a file that should be a backup."""

    MISSING = "missing"
    DAMAGED = "damaged"
    FOREIGN = "foreign"
    NEWER = "newer"


class UnusableBackup(StorageError):
    """The file is not there, is damaged, is no backup of this program, or comes from a newer one: see `fault`."""

    def __init__(self, fault: Fault, detail: str) -> None:
        super().__init__(f"{fault.value}: {detail}")
        self.fault = fault
        self.detail = detail


class DatabaseInUse(StorageError):
    """Another process has the database open."""


class UseServerTools(StorageError):
    """A database server is backed up and restored by its own tools. `command`: what to run, without the password."""

    def __init__(self, command: str) -> None:
        super().__init__(command)
        self.command = command
