"""Parts of a reply as Bot API calls, and what the server's answers mean for delivery."""

from __future__ import annotations

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message
from aiohttp import ClientConnectorError, ServerTimeoutError

from bot.channels.rendering import Part
from bot.channels.telegram.reading import TOKEN_MARK
from handlers.messages import Choice, Document, Picture
from scheduler.sending import Outcome, Verdict

MAX_LABEL = 64
MAX_BUTTONS = 100
IN_A_ROW = 8

_GONE = ("chat not found", "user is deactivated", "bot was blocked", "bot was kicked", "not a member", "can't initiate")
_CANNOT_EDIT = ("message to edit not found", "message can't be edited", "there is no text in the message", "MESSAGE_ID")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


def keyboard(choices: tuple[Choice, ...]) -> InlineKeyboardMarkup | None:
    """The choices as buttons; those that share a row number stand side by side."""
    rows: list[tuple[int | None, list[InlineKeyboardButton]]] = []
    for choice in choices[:MAX_BUTTONS]:
        label = choice.label if len(choice.label) <= MAX_LABEL else choice.label[: MAX_LABEL - 1] + "…"
        button = InlineKeyboardButton(text=label, callback_data=TOKEN_MARK + choice.token)
        if choice.row is not None and rows and rows[-1][0] == choice.row and len(rows[-1][1]) < IN_A_ROW:
            rows[-1][1].append(button)
        else:
            rows.append((choice.row, [button]))
    return InlineKeyboardMarkup(inline_keyboard=[buttons for _, buttons in rows]) if rows else None


async def send_part(bot: Bot, chat: str, part: Part) -> Message:
    """Sends one part as a new message; text that the server cannot parse goes once more without markup."""
    markup = keyboard(part.choices)
    if isinstance(part.media, Picture):
        photo = BufferedInputFile(part.media.png, "hinh.png")
        return await bot.send_photo(chat, photo, caption=part.html or None, parse_mode="HTML", reply_markup=markup)
    if isinstance(part.media, Document):
        file = BufferedInputFile(part.media.content, part.media.name)
        return await bot.send_document(chat, file, reply_markup=markup)
    try:
        return await bot.send_message(
            chat, part.html, parse_mode="HTML", reply_markup=markup, link_preview_options=_NO_PREVIEW
        )
    except TelegramBadRequest as error:
        if "can't parse entities" not in str(error):
            raise
        return await bot.send_message(chat, part.plain, reply_markup=markup, link_preview_options=_NO_PREVIEW)


async def edit(bot: Bot, chat: str, message: str, part: Part) -> bool:
    """Puts the part in place of a message; False when that message can no longer be edited."""
    try:
        await bot.edit_message_text(
            part.html,
            chat_id=chat,
            message_id=int(message),
            parse_mode="HTML",
            reply_markup=keyboard(part.choices),
            link_preview_options=_NO_PREVIEW,
        )
    except TelegramBadRequest as error:
        if "message is not modified" in str(error):
            return True
        if any(words in str(error) for words in _CANNOT_EDIT):
            return False
        raise
    return True


def outcome(error: AiogramError) -> Outcome:
    """What an error of a call means: try later, refused, gone, or unknown when it may have been carried out."""
    said = str(error)
    if isinstance(error, TelegramRetryAfter):
        return Outcome(Verdict.LATER, retry_after=float(error.retry_after), error=said)
    if isinstance(error, TelegramMigrateToChat):
        return Outcome(Verdict.LATER, chat_moved=str(error.migrate_to_chat_id), error=said)
    if isinstance(error, TelegramForbiddenError):
        return Outcome(Verdict.GONE, error=said)
    if isinstance(error, TelegramBadRequest):
        gone = any(words in said for words in _GONE)
        return Outcome(Verdict.GONE if gone else Verdict.REFUSED, error=said)
    if isinstance(error, TelegramNetworkError):
        return Outcome(Verdict.LATER if _never_reached(error) else Verdict.UNKNOWN, error=type(error).__name__)
    if isinstance(error, ClientDecodeError):
        accepted = isinstance(error.data, dict) and error.data.get("ok") is True
        # An HTML page of a proxy: the server behind it did not take the call.
        return Outcome(Verdict.SENT if accepted else Verdict.LATER, error="not JSON")
    if isinstance(error, TelegramServerError | TelegramUnauthorizedError):
        return Outcome(Verdict.LATER, error=said)
    return Outcome(Verdict.REFUSED if isinstance(error, TelegramAPIError) else Verdict.UNKNOWN, error=said)


def _never_reached(error: TelegramNetworkError) -> bool:
    """No connection was made, so nothing was carried out."""
    cause = error.__cause__
    return isinstance(cause, ClientConnectorError) and not isinstance(cause, ServerTimeoutError)
