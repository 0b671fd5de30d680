"""What `dondoc doctor` looks at: each check gives findings and changes nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from bot.finding import Finding, State
from bot.zalo_checkup import zalo_bot, zalo_oa
from handlers.wording import doctor as words
from storage.records import MessageState, Role

if TYPE_CHECKING:
    import httpx

    from bot.settings import Settings
    from storage.unit_of_work import Database

ASK_LIMIT = 10.0
"""Seconds for an answer of a service."""
CLOCK_OFF = timedelta(seconds=60)
"""A clock further from the service's than this is said to be wrong."""
RECENT = timedelta(days=7)


async def examine(settings: Settings, transport: httpx.AsyncBaseTransport | None = None) -> AsyncIterator[Finding]:
    """Every finding, as it is made. `transport`: for tests, what stands for the network."""
    from sqlalchemy import make_url

    yield Finding(words.SETTINGS, "good", words.settings(make_url(settings.database_url).render_as_string()))
    yield _plan_file(settings)
    async for finding in _database(settings):
        yield finding
    yield _clock(settings)
    for findings in (_telegram(settings, transport), zalo_bot(settings, transport), zalo_oa(settings)):
        async for finding in findings:
            yield finding


def _plan_file(settings: Settings) -> Finding:
    from bot.plan_file import read_plan_file
    from knowledge.importing.problems import errors

    plan, problems = read_plan_file(settings.plan)
    if plan is None:
        return Finding(words.PLAN_FILE, "bad", words.plan_file_bad(str(settings.plan), len(errors(problems))))
    return Finding(words.PLAN_FILE, "good", words.plan_file(plan.short_title, len(plan.tasks), len(plan.targets)))


async def _database(settings: Settings) -> AsyncIterator[Finding]:
    from storage import migrate
    from storage.errors import StorageError
    from storage.sql.database import open_database
    from storage.sql.revision import HEAD

    try:
        found = await migrate.current(settings.database_url)
        if found is None:
            yield Finding(words.DATABASE, "note", words.NO_SCHEMA)
            return
        if found != HEAD:
            state: State = "note" if found < HEAD else "bad"
            yield Finding(words.DATABASE, state, words.OLD_SCHEMA if found < HEAD else words.NEW_SCHEMA)
            return
        database = open_database(settings.database_url)
        try:
            async with database.write():
                pass
            yield Finding(words.DATABASE, "good", words.schema(found))
            async for finding in _contents(database, settings):
                yield finding
        finally:
            await database.close()
    except StorageError as error:
        yield Finding(words.DATABASE, "bad", words.no_database(str(error)))


async def _contents(database: Database, settings: Settings) -> AsyncIterator[Finding]:
    now = datetime.now(UTC)
    async with database.read() as uow:
        plans = await uow.plans.active()
        office = await uow.members.with_role(Role.OFFICE)
        everybody = await uow.members.all()
        failed = await uow.outbox.failures(since=now - RECENT, limit=100)
        waiting = (await uow.outbox.counts()).get(MessageState.PENDING, 0)
    if plans:
        yield Finding(words.PLAN, "good", words.plan(plans[0].id, plans[0].version, plans[0].followed_from))
    else:
        yield Finding(words.PLAN, "note", words.NO_PLAN)
    if office:
        yield Finding(words.PEOPLE, "good", words.people(len(everybody), len(office)))
    else:
        yield Finding(words.PEOPLE, "note", words.NO_OFFICE)
    yield Finding(words.OUTBOX, "note" if failed else "good", words.outbox(waiting, len(failed)))


def _clock(settings: Settings) -> Finding:
    if settings.now is not None:
        return Finding(words.CLOCK, "note", words.clock_set(settings.now.astimezone(settings.zone)))
    return Finding(words.CLOCK, "good", words.clock(datetime.now(settings.zone), settings.timezone))


async def _telegram(settings: Settings, transport: httpx.AsyncBaseTransport | None) -> AsyncIterator[Finding]:
    import httpx

    if settings.telegram_token is None:
        yield Finding(words.TELEGRAM, "note", words.NO_TOKEN)
        return
    base = f"{settings.telegram_api_base.rstrip('/')}/bot{settings.telegram_token.get_secret_value()}"
    try:
        async with httpx.AsyncClient(timeout=ASK_LIMIT, transport=transport) as client:
            response = await client.get(f"{base}/getMe")
            answer = _answer(response)
            hook = _answer(await client.get(f"{base}/getWebhookInfo")) if answer.get("ok") else {}
    except httpx.HTTPError as error:
        # The error's own words hold the address, and the address holds the token.
        yield Finding(words.TELEGRAM, "bad", words.no_telegram(type(error).__name__))
        return
    if not answer.get("ok"):
        yield Finding(words.TELEGRAM, "bad", words.telegram_refuses(response.status_code))
        return
    yield Finding(words.TELEGRAM, "good", words.telegram(str(answer["result"].get("username", ""))))
    skew = _skew(response.headers.get("Date"))
    if skew is not None and skew > CLOCK_OFF:
        yield Finding(words.CLOCK, "bad", words.clock_off(skew))
    yield _webhook(settings, hook.get("result", {}))


def _webhook(settings: Settings, hook: dict[str, Any]) -> Finding:
    pending = int(hook.get("pending_update_count", 0))
    if settings.public_url is None:
        return Finding(words.FETCHING, "good", words.polling(pending))
    state: State = "note" if hook.get("last_error_message") else "good"
    return Finding(words.FETCHING, state, words.webhook(pending, bool(hook.get("last_error_message"))))


def _answer(response: httpx.Response) -> dict[str, Any]:
    try:
        answer = response.json()
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _skew(header: str | None) -> timedelta | None:
    """How far our clock is from the service's, by its Date header (to the second)."""
    if header is None:
        return None
    try:
        return abs(datetime.now(UTC) - parsedate_to_datetime(header))
    except (ValueError, TypeError):
        return None
