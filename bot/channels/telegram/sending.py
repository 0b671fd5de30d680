"""Parts of a reply as Bot API calls, and what the server's answers mean for delivery."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import structlog
from aiogram.methods import EditMessageText, SendDocument, SendMessage, SendPhoto, TelegramMethod
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions

from bot.channels import failures
from bot.channels.failures import Failure, Gone, Refused
from bot.channels.rendering import Button, Part
from bot.channels.telegram.api import Api, Moved
from bot.channels.telegram.places import Place
from bot.characters import file_name
from handlers.messages import Document, Picture
from scheduler.sending import Outcome, PartSent, Verdict

log = structlog.get_logger(__name__)

TOKEN_MARK = "c:"
"""Stands before a choice's token in a button's data."""
FILE_LIMIT = 90
"""Seconds for a call that carries a file."""

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_BAD_PICTURE = re.compile("PHOTO_|IMAGE_PROCESS_FAILED", re.IGNORECASE)


async def send(
    api: Api,
    chat: str,
    parts: Sequence[Part],
    *,
    unmarked: Part,
    replaces: str | None,
    first_part: int,
    part_sent: PartSent,
    pause: float,
) -> Outcome:
    """Sends `parts` from `first_part`. The first of all may take the place of the message `replaces`, as `unmarked`: an
    edit repeated changes nothing, so it need not say that it is one. `pause`: seconds between two parts. Never raises
    for what the server answers."""
    place = Place.of(chat)
    remote = ""
    for number in range(first_part, len(parts)):
        try:
            edited = number == 0 and replaces is not None and await _edit(api, place, replaces, unmarked)
            remote = replaces or "" if edited else await _post(api, place, parts[number])
        except Failure as error:
            return outcome(error)
        if number + 1 < len(parts):
            await part_sent(number + 1)
            await asyncio.sleep(pause)
    return Outcome(Verdict.SENT, remote=remote)


def outcome(error: Failure) -> Outcome:
    """What a failed call means for the message."""
    found = failures.outcome(error)
    return replace(found, verdict=Verdict.LATER, chat_moved=error.chat) if isinstance(error, Moved) else found


def keyboard(rows: Sequence[Sequence[Button]]) -> InlineKeyboardMarkup | None:
    """Buttons whose data is the choice's token (at most 64 bytes: tokens are short ASCII)."""
    if not rows:
        return None
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=button.label, callback_data=TOKEN_MARK + button.token) for button in row]
            for row in rows
        ]
    )


async def _edit(api: Api, place: Place, message: str, part: Part) -> bool:
    """Puts the part in place of a message of ours; False when that cannot be done (it was deleted, is too old, has a
    picture …)."""
    if part.media is not None or not message.isdecimal():
        return False
    for marked_up in (True, False):
        method = EditMessageText(
            chat_id=place.chat,
            message_id=int(message),
            link_preview_options=_NO_PREVIEW,
            reply_markup=keyboard(part.buttons),
            **_text(part, marked_up),
        )
        try:
            await api.call(method)
        except Gone:
            raise
        except Refused as error:
            if "message is not modified" in error.description:
                return True
            if marked_up and _is_markup_fault(error):
                continue
            return False
        return True
    return False


async def _post(api: Api, place: Place, part: Part) -> str:
    """Sends the part as a new message; its id. What the server does not like about it is left out, once."""
    try:
        return await _call(api, _method(place, part, marked_up=True))
    except Gone:
        raise
    except Refused as error:
        if _is_markup_fault(error):
            return await _call(api, _method(place, part, marked_up=False))
        if isinstance(part.media, Picture) and _BAD_PICTURE.search(error.description):
            return await _call(api, _method(place, part, marked_up=True, as_file=True))
        if place.thread and "thread not found" in error.description:
            return await _call(api, _method(Place(place.chat), part, marked_up=True))
        raise


async def _call(api: Api, method: TelegramMethod[Any]) -> str:
    with_file = isinstance(method, SendPhoto | SendDocument)
    result = await (api.call(method, FILE_LIMIT) if with_file else api.call(method))
    return str(result.get("message_id", "")) if isinstance(result, dict) else ""


def _is_markup_fault(error: Refused) -> bool:
    if "can't parse entities" not in error.description:
        return False
    log.error("our markup was refused", action="send", said=error.description)
    return True


def _text(part: Part, marked_up: bool) -> dict[str, Any]:
    return {"text": part.html, "parse_mode": "HTML"} if marked_up else {"text": part.plain, "parse_mode": None}


def _method(place: Place, part: Part, *, marked_up: bool, as_file: bool = False) -> TelegramMethod[Any]:
    common: dict[str, Any] = {
        "chat_id": place.chat,
        "message_thread_id": place.thread,
        "reply_markup": keyboard(part.buttons),
    }
    if part.media is None:
        return SendMessage(link_preview_options=_NO_PREVIEW, **common, **_text(part, marked_up))
    words = _text(part, marked_up)
    common |= {"caption": words["text"] or None, "parse_mode": words["parse_mode"]}
    if isinstance(part.media, Document):
        return SendDocument(document=BufferedInputFile(part.media.content, file_name(part.media.name)), **common)
    picture = BufferedInputFile(part.media.png, "hinh.png")
    return SendDocument(document=picture, **common) if as_file else SendPhoto(photo=picture, **common)
