"""Opens the database and hands out units of work."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import URL

from storage import unit_of_work as contract
from storage.contracts import answers, files, messages, people, plans, processes, reminders, work
from storage.sql import engines, revision
from storage.sql.announcements import SqlAnnouncements
from storage.sql.assignments import SqlAssignments
from storage.sql.audit import SqlAudit
from storage.sql.choices import SqlChoices
from storage.sql.conversations import SqlConversations
from storage.sql.evidence import SqlEvidence
from storage.sql.extension_requests import SqlExtensionRequests
from storage.sql.extensions import SqlExtensions
from storage.sql.failures import told_as_ours
from storage.sql.faq import SqlFaq
from storage.sql.files import SqlFiles
from storage.sql.inbox import SqlInbox
from storage.sql.inquiries import SqlInquiries
from storage.sql.invites import SqlInvites
from storage.sql.leases import SqlLeases
from storage.sql.links import SqlLinks
from storage.sql.members import SqlMembers
from storage.sql.outbox import SqlOutbox
from storage.sql.plans import SqlPlans
from storage.sql.privacy import SqlPrivacy
from storage.sql.progress import SqlProgress
from storage.sql.quotes import SqlQuotes
from storage.sql.receipts import SqlReceipts
from storage.sql.reminder_lines import SqlReminderLines, SqlSilences
from storage.sql.reminding import SqlCalendarLinks, SqlLeaves, SqlPersonalSettings, SqlUnitChats
from storage.sql.requests import SqlRequests
from storage.sql.rulings import SqlRulings
from storage.sql.settings import SqlSettings
from storage.sql.short_codes import SqlShortCodes
from storage.sql.target_values import SqlTargetValues
from storage.sql.transaction import Transaction
from storage.sql.urgings import SqlUrgings
from storage.sql.usage import SqlUsage
from storage.sql.vocabulary import SqlVocabulary


class SqlUnitOfWork:
    """storage.unit_of_work.UnitOfWork over one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self.members: people.Members = SqlMembers(transaction)
        self.invites: people.Invites = SqlInvites(transaction)
        self.short_codes: people.ShortCodes = SqlShortCodes(transaction)
        self.requests: people.Requests = SqlRequests(transaction)
        self.plans: plans.Plans = SqlPlans(transaction)
        self.progress: work.Progress = SqlProgress(transaction)
        self.rulings: work.Rulings = SqlRulings(transaction)
        self.target_values: work.TargetValues = SqlTargetValues(transaction)
        self.extensions: work.Extensions = SqlExtensions(transaction)
        self.extension_requests: work.ExtensionRequests = SqlExtensionRequests(transaction)
        self.assignments: work.Assignments = SqlAssignments(transaction)
        self.evidence: work.Evidences = SqlEvidence(transaction)
        self.urgings: work.Urgings = SqlUrgings(transaction)
        self.inquiries: answers.Inquiries = SqlInquiries(transaction)
        self.faq: answers.Faq = SqlFaq(transaction)
        self.vocabulary: answers.Vocabulary = SqlVocabulary(transaction)
        self.quotes: answers.Quotes = SqlQuotes(transaction)
        self.files: files.Files = SqlFiles(transaction)
        self.links: files.Links = SqlLinks(transaction)
        self.receipts: files.Receipts = SqlReceipts(transaction)
        self.announcements: messages.Announcements = SqlAnnouncements(transaction)
        self.privacy: people.Privacy = SqlPrivacy(transaction)
        self.audit: people.Audit = SqlAudit(transaction)
        self.inbox: messages.Inbox = SqlInbox(transaction)
        self.outbox: messages.Outbox = SqlOutbox(transaction)
        self.usage: messages.Usage = SqlUsage(transaction)
        self.choices: messages.Choices = SqlChoices(transaction)
        self.conversations: messages.Conversations = SqlConversations(transaction)
        self.settings: processes.Settings = SqlSettings(transaction)
        self.leases: processes.Leases = SqlLeases(transaction)
        self.personal: reminders.PersonalSettings = SqlPersonalSettings(transaction)
        self.leaves: reminders.Leaves = SqlLeaves(transaction)
        self.reminders: reminders.ReminderLines = SqlReminderLines(transaction)
        self.silences: reminders.Silences = SqlSilences(transaction)
        self.unit_chats: reminders.UnitChats = SqlUnitChats(transaction)
        self.calendar_links: reminders.CalendarLinks = SqlCalendarLinks(transaction)


class SqlDatabase:
    """storage.unit_of_work.Database over SQLite or PostgreSQL; made by `open_database`."""

    def __init__(self, url: URL, busy_timeout: float) -> None:
        self._sqlite = engines.is_sqlite(url)
        self._writer = engines.make_async(url, "write", busy_timeout)
        self._reader = engines.make_async(url, "read", busy_timeout) if self._sqlite else self._writer
        self._turn = asyncio.Lock()
        self._whose_turn: asyncio.Task[object] | None = None

    @asynccontextmanager
    async def read(self) -> AsyncIterator[contract.UnitOfWork]:
        """A consistent reading: everything in it is seen as of its first question."""
        with told_as_ours(writing=False):
            async with self._reader.connect() as connection:
                if not self._sqlite:
                    await connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
                async with connection.begin():
                    yield SqlUnitOfWork(Transaction(connection, writing=False))

    @asynccontextmanager
    async def write(self) -> AsyncIterator[contract.UnitOfWork]:
        """One transaction. Raises NotWritten when the engine refuses; then nothing of it stands."""
        async with self._in_turn():
            with told_as_ours(writing=True):
                async with self._writer.begin() as connection:
                    transaction = Transaction(connection, writing=True)
                    yield SqlUnitOfWork(transaction)
                    transaction.check()

    @asynccontextmanager
    async def _in_turn(self) -> AsyncIterator[None]:
        """SQLite has one writer: first come, first served. PostgreSQL orders its writers by itself."""
        if not self._sqlite:
            yield
            return
        task = asyncio.current_task()
        if task is not None and task is self._whose_turn:
            raise RuntimeError("write() inside write() of the same task would wait for itself for ever")
        async with self._turn:
            self._whose_turn = task
            try:
                yield
            finally:
                self._whose_turn = None

    async def close(self) -> None:
        """Closes every connection; the database object is of no use afterwards."""
        for engine in {self._writer, self._reader}:
            await engine.dispose()


def open_database(url: str, *, busy_timeout: float = engines.BUSY_TIMEOUT) -> SqlDatabase:
    """Opens a database whose schema is up to date (see storage.migrate.upgrade).

    `url`: an SQLAlchemy URL, sqlite+aiosqlite:///FILE or postgresql+psycopg://…; `busy_timeout`: seconds to wait for
    another process's lock. Looks at the schema at once, blocking for a moment. Raises UnknownRevision when the schema
    is older or newer than this program, NotWritten when the database cannot be reached.
    """
    parsed = engines.parse(url)
    with told_as_ours(writing=True):
        revision.check(revision.current(parsed))
    return SqlDatabase(parsed, busy_timeout)
