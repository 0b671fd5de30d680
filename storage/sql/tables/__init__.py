"""The schema. Changing it means a new revision in storage/migrations/versions; the tests compare the two.

Numbers of rows are never used again, not even after a purge (`sqlite_autoincrement`): keys of other rows are built on
them. Times are UTC. Nothing here refers to tasks or units by number: their codes come from the plan's document.
"""

from __future__ import annotations

from storage.sql.tables.answers import faq, faq_questions, inquiries, quotes, readings, vocabulary
from storage.sql.tables.base import metadata
from storage.sql.tables.files import files, links, receipts
from storage.sql.tables.messages import (
    announcement_readers,
    announcements,
    choices,
    conversations,
    inbox,
    leases,
    outbox,
    settings,
    usage,
)
from storage.sql.tables.people import (
    accounts,
    audit,
    consents,
    erasures,
    invite_failures,
    invite_names,
    invites,
    members,
    requests,
    short_codes,
)
from storage.sql.tables.plans import plan_versions, plans
from storage.sql.tables.reminders import calendar_links, leaves, personal_settings, reminder_lines, silences, unit_chats
from storage.sql.tables.work import (
    assignments,
    awaiting,
    evidence,
    extension_requests,
    extensions,
    progress,
    rulings,
    target_values,
    urgings,
)

__all__ = [
    "accounts",
    "announcement_readers",
    "announcements",
    "assignments",
    "audit",
    "awaiting",
    "calendar_links",
    "choices",
    "consents",
    "conversations",
    "erasures",
    "evidence",
    "extension_requests",
    "extensions",
    "faq",
    "faq_questions",
    "files",
    "inbox",
    "inquiries",
    "invite_failures",
    "invite_names",
    "invites",
    "leases",
    "leaves",
    "links",
    "members",
    "metadata",
    "outbox",
    "personal_settings",
    "plan_versions",
    "plans",
    "progress",
    "quotes",
    "readings",
    "receipts",
    "reminder_lines",
    "requests",
    "rulings",
    "settings",
    "short_codes",
    "silences",
    "target_values",
    "unit_chats",
    "urgings",
    "usage",
    "vocabulary",
]
