"""The pair of tokens by which an Official Account is spoken for (OAuth v4).

An access token lasts 25 hours. A refresh token can be used once and brings the next pair: a pair that is lost means
that an administrator has to consent again. So the pair is written to the database before it is used, and one process at
a time refreshes, under a lease."""

from __future__ import annotations

import asyncio
import hashlib
import json
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import httpx
import structlog

from bot.channels import calls
from bot.channels.failures import CALL_LIMIT, CARRIED_OUT_PERHAPS, NotTaken, Unauthorized, Unclear
from storage.errors import NotWritten
from storage.unit_of_work import Database, UnitOfWork

if TYPE_CHECKING:
    from bot.settings import Settings

log = structlog.get_logger(__name__)

REFRESH_BEFORE = timedelta(hours=5)
"""So long before its end a token is exchanged: some twenty hours after it was given."""
LEASE = "zalo_oa:refresh"
LEASE_LASTS = timedelta(seconds=60)
KEY = "secret:zalo_oa"
"""Where the settings in the database keep the pair."""
TAKE_TURNS = 0.5
"""Seconds between two looks whether another process has refreshed."""
_LASTS = timedelta(hours=25)
_PATIENCE = 40


@dataclass(frozen=True, slots=True)
class Pair:
    """`seed`: which token of the operator's it goes back to; `expires`: end of the access token, ISO."""

    access: str
    refresh: str
    expires: str
    seed: str

    def due(self, now: datetime) -> bool:
        """Whether it is time for the next pair."""
        return not self.access or datetime.fromisoformat(self.expires) - REFRESH_BEFORE <= now

    def spent(self, now: datetime) -> bool:
        """Whether the access token is of no use any more."""
        return not self.access or datetime.fromisoformat(self.expires) <= now


class Tokens:
    """`given`: a refresh token that the operator has set, "" when the pair comes of a consent; a new one there replaces
    what was kept. `base`: the address of the token service."""

    def __init__(
        self,
        database: Database,
        *,
        app: str,
        secret: str,
        given: str,
        base: str,
        clock: Callable[[], datetime],
        limit: float = CALL_LIMIT,
    ) -> None:
        self._database = database
        self._app = app
        self._secret = secret
        self._given = given
        self._seed = hashlib.sha256(given.encode()).hexdigest()[:16] if given else ""
        self._base = base.rstrip("/")
        self._clock = clock
        self._limit = limit
        self._who = secrets.token_hex(8)
        self._turn = asyncio.Lock()

    async def access(self, client: httpx.AsyncClient, *, refused: str = "") -> str:
        """The access token; a new one when it is time, or when the service has just `refused` this one. Raises
        Unauthorized when the account has to be consented for again, NotTaken when there is none now."""
        async with self._turn:
            for _ in range(_PATIENCE):
                pair = await self._kept()
                now = self._clock()
                if not pair.due(now) and pair.access != refused:
                    return pair.access
                if await self._lease():
                    try:
                        return (await self._refreshed(client, refused)).access
                    except (NotTaken, Unclear):
                        if pair.spent(now) or pair.access == refused:
                            raise
                        log.warning("token not refreshed: the old one still holds", action="token")
                        return pair.access
                    finally:
                        await self._give_back()
                await asyncio.sleep(TAKE_TURNS)
        raise NotTaken("another process refreshes the token")

    async def consented(self, client: httpx.AsyncClient, code: str, verifier: str) -> Pair:
        """The first pair of a consent, kept for good. `verifier`: "" for an app without a challenge. Raises
        Unauthorized when the code is refused, NotTaken or Unclear."""
        for _ in range(_PATIENCE):
            if await self._lease():
                try:
                    form = {"code": code, "grant_type": "authorization_code"}
                    return await self._exchanged(client, form | ({"code_verifier": verifier} if verifier else {}))
                finally:
                    await self._give_back()
            await asyncio.sleep(TAKE_TURNS)
        raise NotTaken("another process refreshes the token")

    async def _kept(self) -> Pair:
        async with self._database.read() as uow:
            return await self._read(uow)

    async def _read(self, uow: UnitOfWork) -> Pair:
        found = await uow.settings.get(KEY)
        pair = Pair(**json.loads(found)) if found else None
        if pair is not None and (not self._given or pair.seed == self._seed):
            return pair
        return Pair("", self._given, "", self._seed)

    async def _lease(self) -> bool:
        try:
            async with self._database.write() as uow:
                return await uow.leases.acquire(LEASE, self._who, self._clock(), LEASE_LASTS)
        except NotWritten:
            # What cannot be kept must not be asked for.
            raise NotTaken("the database cannot keep a new token now") from None

    async def _give_back(self) -> None:
        try:
            async with self._database.write() as uow:
                await uow.leases.release(LEASE, self._who)
        except NotWritten:
            log.warning("lease not given back: it runs out by itself", action="token")

    async def _refreshed(self, client: httpx.AsyncClient, refused: str) -> Pair:
        """The next pair, kept for good. Another process may have brought it meanwhile."""
        pair = await self._kept()
        if not pair.due(self._clock()) and pair.access != refused:
            return pair
        if not pair.refresh:
            raise Unauthorized("nobody has consented yet")
        return await self._exchanged(client, {"refresh_token": pair.refresh, "grant_type": "refresh_token"})

    async def _exchanged(self, client: httpx.AsyncClient, form: dict[str, str]) -> Pair:
        response = await calls.request(
            client,
            "POST",
            f"{self._base}/v4/oa/access_token",
            limit=self._limit,
            data=form | {"app_id": self._app},
            headers={"secret_key": self._secret},
        )
        answer = _object(response)
        if not answer.get("access_token") or not answer.get("refresh_token"):
            code = str(answer.get("error", ""))
            log.error("no token is given: consent again", action="token", code=code)
            raise Unauthorized(f"token service: {code}")
        lasts = str(answer.get("expires_in", ""))
        ends = self._clock() + (timedelta(seconds=int(lasts)) if lasts.isdecimal() else _LASTS)
        new = Pair(str(answer["access_token"]), str(answer["refresh_token"]), ends.isoformat(), self._seed)
        await self._keep(new)
        log.info("token refreshed", action="token", until=new.expires)
        return new

    async def _keep(self, pair: Pair) -> None:
        """However long the database refuses: the old pair is of no use any more."""
        while True:
            try:
                async with self._database.write() as uow:
                    await uow.settings.set(KEY, json.dumps(asdict(pair)), self._clock())
                return
            except NotWritten:
                log.error("a new token could not be kept yet", action="token")
                await asyncio.sleep(TAKE_TURNS)


def tokens_of(
    settings: Settings, database: Database, clock: Callable[[], datetime], limit: float = CALL_LIMIT
) -> Tokens:
    """Those of the account that the settings name. Raises ValueError when they name none."""
    app, secret, given = settings.zalo_oa_app_id, settings.zalo_oa_app_secret, settings.zalo_oa_refresh_token
    if app is None or secret is None:
        raise ValueError("no account")
    return Tokens(
        database,
        app=app,
        secret=secret.get_secret_value(),
        given=given.get_secret_value() if given else "",
        base=settings.zalo_oa_oauth_base,
        clock=clock,
        limit=limit,
    )


def _object(response: httpx.Response) -> dict[str, object]:
    """The answer of the token service. Raises NotTaken or Unclear for a proxy's page."""
    try:
        answer = response.json()
    except ValueError:
        answer = None
    if isinstance(answer, dict) and response.status_code < 500:
        return answer
    kind = Unclear if response.status_code in CARRIED_OUT_PERHAPS else NotTaken
    raise kind(f"HTTP {response.status_code}, not an answer of the token service")
