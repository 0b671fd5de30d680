"""The one way to storage: a unit of work, with one repository a subject.

    async with database.write() as uow:    # one transaction; commits at the end, rolls back on any exception
        await uow.progress.add(...)
    async with database.read() as uow:     # a consistent reading; writing through it is an error

Every `now` is an aware time. Methods named `add` return the stored record.
"""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from storage.contracts.answers import Faq, Inquiries, Quotes, Vocabulary
from storage.contracts.files import Files, Links, Receipts
from storage.contracts.messages import Announcements, Choices, Conversations, Inbox, Outbox, Usage
from storage.contracts.people import Audit, Invites, Members, Privacy, Requests, ShortCodes
from storage.contracts.plans import Plans
from storage.contracts.processes import Leases, Settings
from storage.contracts.reminders import CalendarLinks, Leaves, PersonalSettings, ReminderLines, Silences, UnitChats
from storage.contracts.work import (
    Assignments,
    Evidences,
    ExtensionRequests,
    Extensions,
    Progress,
    Rulings,
    TargetValues,
    Urgings,
)


class UnitOfWork(Protocol):
    """One transaction."""

    members: Members
    invites: Invites
    short_codes: ShortCodes
    requests: Requests
    plans: Plans
    progress: Progress
    rulings: Rulings
    target_values: TargetValues
    extensions: Extensions
    extension_requests: ExtensionRequests
    assignments: Assignments
    evidence: Evidences
    urgings: Urgings
    inquiries: Inquiries
    faq: Faq
    vocabulary: Vocabulary
    quotes: Quotes
    files: Files
    receipts: Receipts
    links: Links
    announcements: Announcements
    privacy: Privacy
    audit: Audit
    inbox: Inbox
    outbox: Outbox
    usage: Usage
    choices: Choices
    conversations: Conversations
    settings: Settings
    leases: Leases
    personal: PersonalSettings
    leaves: Leaves
    reminders: ReminderLines
    silences: Silences
    unit_chats: UnitChats
    calendar_links: CalendarLinks


class Database(Protocol):
    """A database that is open. Both raise storage.errors.NotWritten when the engine refuses now."""

    def read(self) -> AbstractAsyncContextManager[UnitOfWork]: ...
    def write(self) -> AbstractAsyncContextManager[UnitOfWork]: ...
    async def close(self) -> None: ...
