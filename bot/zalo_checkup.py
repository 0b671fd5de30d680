"""What `dondoc doctor` looks at on Zalo: whether the service knows the token, and whether updates can come in."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.finding import Finding, State
from handlers.wording import doctor as words

if TYPE_CHECKING:
    import httpx

    from bot.settings import Settings

ASK_LIMIT = 10.0
"""Seconds for an answer of the service."""


async def zalo_bot(settings: Settings, transport: httpx.AsyncBaseTransport | None) -> AsyncIterator[Finding]:
    """The bot's token, and the way in: a webhook stands in the way of polling, and the other way round."""
    from bot.channels.failures import Failure, Refused, Unauthorized
    from bot.channels.zalo_bot.api import Api

    if settings.zalo_bot_token is None:
        yield Finding(words.ZALO_BOT, "note", words.NO_ZALO_TOKEN)
        return
    try:
        api = Api(settings.zalo_bot_token.get_secret_value(), settings.zalo_bot_api_base, ASK_LIMIT, transport)
    except ValueError:
        yield Finding(words.ZALO_BOT, "bad", words.ZALO_NO_TOKEN_AT_ALL)
        return
    try:
        me = await api.call("getMe")
        yield Finding(words.ZALO_BOT, "good", words.zalo_bot(str(me.get("account_name") or me.get("id", ""))))
        try:
            url = str((await api.call("getWebhookInfo") or {}).get("url") or "")
        except Refused:
            url = ""
        yield _way_in(settings, url)
    except Unauthorized:
        yield Finding(words.ZALO_BOT, "bad", words.ZALO_TOKEN_REFUSED)
    except Failure as error:
        yield Finding(words.ZALO_BOT, "bad", words.no_zalo(type(error).__name__))
    finally:
        await api.close()


def _way_in(settings: Settings, url: str) -> Finding:
    if settings.public_url is None:
        if url:
            return Finding(words.ZALO_FETCHING, "bad", words.zalo_hook_in_the_way(url))
        return Finding(words.ZALO_FETCHING, "note", words.ZALO_POLLING)
    ours = f"{settings.public_url.rstrip('/')}/hook/zalo_bot"
    if url == ours:
        return Finding(words.ZALO_FETCHING, "good", words.ZALO_WEBHOOK)
    return Finding(words.ZALO_FETCHING, "note", words.ZALO_WEBHOOK_LATER)


async def zalo_oa(settings: Settings) -> AsyncIterator[Finding]:
    """The account's settings and the tokens that are kept. Nothing is asked for: a refresh token serves once."""
    from bot.channels.zalo_oa.tokens import KEY, Pair
    from storage.errors import StorageError
    from storage.sql.database import open_database

    if settings.zalo_oa_app_id is None:
        return
    needed = (settings.zalo_oa_app_secret, settings.zalo_oa_secret_key)
    if not all(needed) or settings.public_url is None:
        yield Finding(words.ZALO_OA, "bad", words.OA_INCOMPLETE)
        return
    try:
        database = open_database(settings.database_url)
        try:
            async with database.read() as uow:
                kept = await uow.settings.get(KEY)
        finally:
            await database.close()
    except StorageError:
        return
    if kept is None and settings.zalo_oa_refresh_token is None:
        yield Finding(words.ZALO_OA, "bad", words.OA_NO_CONSENT)
        return
    if kept is None:
        yield Finding(words.ZALO_OA, "note", words.OA_NEVER_STARTED)
        return
    pair = Pair(**json.loads(kept))
    ends = datetime.fromisoformat(pair.expires)
    state: State = "note" if pair.spent(datetime.now(UTC)) else "good"
    yield Finding(words.ZALO_OA, state, words.oa_token(ends.astimezone(settings.zone)))
