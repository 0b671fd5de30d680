"""Files and pictures as addresses of the web part, for channels that carry no files."""

from __future__ import annotations

import mimetypes
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import quote

from aiohttp import web

from bot.characters import file_name
from handlers.messages import Document, Picture
from handlers.wording import channels as words
from storage.records import LinkedFile
from storage.unit_of_work import Database

DOCUMENT_LASTS = timedelta(days=7)
PICTURE_LASTS = timedelta(days=60)
"""An app fetches a picture again whenever its message comes on screen, and shows a black box when it is gone."""
_TOKEN_BYTES = 32
_SAFE = {
    "Cache-Control": "private, max-age=600",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}


class Links:
    """Makes addresses and serves what stands behind them. `base`: the https address of this program."""

    def __init__(self, database: Database, base: str, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._base = base.rstrip("/")
        self._clock = clock

    async def publish(self, channel: str, chat: str, block: Picture | Document) -> str:
        """An address that nobody can guess, for the people of this chat, for some days. Raises NotWritten."""
        if isinstance(block, Picture):
            file, lasts = LinkedFile("hinh.png", "image/png", block.png), PICTURE_LASTS
        else:
            name = file_name(block.name)
            file = LinkedFile(name, mimetypes.guess_type(name)[0] or "application/octet-stream", block.content)
            lasts = DOCUMENT_LASTS
        token, now = secrets.token_urlsafe(_TOKEN_BYTES), self._clock()
        async with self._database.write() as uow:
            await uow.links.add(token, file, channel=channel, chat=chat, expires=now + lasts, now=now)
        return f"{self._base}/tep/{token}/{quote(file.name)}"

    async def serve(self, request: web.Request) -> web.Response:
        """Answers GET /tep/<token>/<name>."""
        async with self._database.read() as uow:
            file = await uow.links.find(request.match_info["token"], self._clock())
        if file is None:
            return web.Response(status=404, text=words.LINK_GONE, headers=_SAFE)
        shown = "inline" if file.media_type.startswith("image/") else "attachment"
        kept = f"{shown}; filename*=UTF-8''{quote(file.name)}"
        return web.Response(
            body=file.content, content_type=file.media_type, headers=_SAFE | {"Content-Disposition": kept}
        )
