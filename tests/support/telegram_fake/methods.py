"""The methods of the Bot API that the bot uses, with the server's checks and error texts."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

from PIL import Image, UnidentifiedImageError
from telegram import BotCommand, BotCommandScope, ReplyParameters

from tests.support.telegram_fake.errors import ApiError, bad
from tests.support.telegram_fake.faults import Limits
from tests.support.telegram_fake.keyboards import keyboard
from tests.support.telegram_fake.markup import read_text
from tests.support.telegram_fake.parameters import Parameters
from tests.support.telegram_fake.world import Post, Room, World, wire

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_COMMANDS = 100
MAX_DOWNLOAD = 20 * 1024 * 1024
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
_ACTIONS = frozenset({"typing", "upload_photo", "upload_document", "record_voice", "find_location"})
MAX_PHOTO, MAX_FILE = 10 * 1024 * 1024, 50 * 1024 * 1024
"""Bytes that a bot may send (https://core.telegram.org/bots/api#sending-files)."""
MAX_SIDES, MAX_RATIO = 10_000, 20
"""Of a photo: width and height together, and the one to the other (https://core.telegram.org/bots/api#sendphoto)."""


class Methods:
    """Calls that are answered at once. `do` finds them by name, whatever its case."""

    def __init__(self, world: World, limits: Limits) -> None:
        self.world = world
        self.limits = limits
        names = (name for name in dir(self) if not name.startswith("_") and name not in ("do", "world", "limits"))
        self._by_name: dict[str, Callable[[Parameters], Any]] = {
            name.replace("_", ""): getattr(self, name) for name in names
        }

    def do(self, method: str, p: Parameters) -> Any:
        """The result of a call, as JSON. Raises ApiError."""
        if method.lower() not in self._by_name:
            raise ApiError(404, "Not Found: method not found")
        return self._by_name[method.lower()](p)

    # ---- who we are, menus ------------------------------------------------------------------------------------------

    def get_me(self, p: Parameters) -> Any:
        return self.world.bot.to_dict()

    def set_my_commands(self, p: Parameters) -> bool:
        commands = [BotCommand.de_json(c, None) for c in p.object("commands") or []]
        if len(commands) > MAX_COMMANDS:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            if len(command.command) > 32:
                raise bad("command length must not exceed 32")
            if not _COMMAND.fullmatch(command.command.removeprefix("/")):
                raise bad("BOT_COMMAND_INVALID")
            if not 1 <= len(command.description) <= 256:
                raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        self.world.menus[self._scope(p)] = [command.to_dict() for command in commands]
        return True

    def get_my_commands(self, p: Parameters) -> Any:
        return self.world.menus.get(self._scope(p), [])

    def delete_my_commands(self, p: Parameters) -> bool:
        self.world.menus.pop(self._scope(p), None)
        return True

    def _scope(self, p: Parameters) -> str:
        given = p.object("scope") or {"type": "default"}
        scope = BotCommandScope.de_json(given, None)
        parts = [scope.type]
        if "chat_id" in given:
            self.world.room(int(given["chat_id"]))
            parts.append(str(given["chat_id"]))
        return ":".join([*parts, p.text("language_code")]).rstrip(":")

    # ---- messages ---------------------------------------------------------------------------------------------------

    def send_message(self, p: Parameters) -> Any:
        room = self._open(p)
        text, entities = read_text(p.text("text"), p.text("parse_mode"), limit=MAX_TEXT)
        return self._sent(room, p, text, entities=entities, source=p.text("text"))

    def send_photo(self, p: Parameters) -> Any:
        room = self._open(p)
        upload = p.file("photo")
        if upload is None:
            file_id = self._known_file(p.text("photo"))
        else:
            _check_photo(upload.content)
            file_id = self.world.keep_file(upload.name, upload.content)
        return self._with_caption(room, p, photo=file_id, size=len(self.world.files[file_id][1]))

    def send_document(self, p: Parameters) -> Any:
        room = self._open(p)
        upload = p.file("document")
        if upload is None:
            file_id = self._known_file(p.text("document"))
            name, content = self.world.files[file_id]
            return self._with_caption(room, p, document=file_id, document_name=name, size=len(content))
        if not upload.content:
            raise bad("file must be non-empty")
        if len(upload.content) > MAX_FILE:
            raise ApiError(413, "Request Entity Too Large")
        file_id = self.world.keep_file(upload.name, upload.content)
        size = len(upload.content)
        return self._with_caption(room, p, document=file_id, document_name=upload.name, size=size)

    def edit_message_text(self, p: Parameters) -> Any:
        post = self._own_post(p)
        if post.photo or post.document:
            raise bad("there is no text in the message to edit")
        text, entities = read_text(p.text("text"), p.text("parse_mode"), limit=MAX_TEXT)
        markup = keyboard(p.object("reply_markup"))
        if (text, entities, markup) == (post.text, post.entities, post.keyboard):
            raise bad(_SAME)
        post.text, post.entities, post.keyboard, post.source = text, entities, markup, p.text("text")
        self.world.touch(post)
        return wire(post.message())

    def edit_message_reply_markup(self, p: Parameters) -> Any:
        post = self._own_post(p)
        markup = keyboard(p.object("reply_markup"))
        if markup == post.keyboard:
            raise bad(_SAME)
        post.keyboard = markup
        self.world.touch(post)
        return wire(post.message())

    def delete_message(self, p: Parameters) -> bool:
        room = self.world.room(p.chat())
        if room.posts.pop(p.number("message_id"), None) is None:
            raise bad("message to delete not found")
        self.world.changed()
        return True

    def send_chat_action(self, p: Parameters) -> bool:
        room = self.world.room(p.chat())
        if p.text("action") not in _ACTIONS:
            raise bad("wrong parameter action in request")
        self.world.actions.append((room.chat.id, p.text("action")))
        self.world.changed()
        return True

    def answer_callback_query(self, p: Parameters) -> bool:
        query = self.world.queries.get(p.text("callback_query_id"))
        if query is None or query.answered or query.expired:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if len(p.text("text")) > 200:
            raise bad("MESSAGE_TOO_LONG")
        query.answered, query.text = True, p.text("text")
        self.world.changed()
        return True

    def get_file(self, p: Parameters) -> Any:
        file_id = p.text("file_id")
        if file_id not in self.world.files:
            raise bad("wrong file_id or the file is temporarily unavailable")
        content = self.world.files[file_id][1]
        if len(content) > MAX_DOWNLOAD:
            raise bad("file is too big")
        path = self.world.open_file(file_id)
        return {"file_id": file_id, "file_unique_id": "u" + file_id, "file_size": len(content), "file_path": path}

    # ---- parts ------------------------------------------------------------------------------------------------------

    def _open(self, p: Parameters) -> Room:
        """The chat to post in; the thread and the message replied to must be there."""
        room = self.world.room(p.chat())
        reply = ReplyParameters.de_json(p.object("reply_parameters"), None) if p.object("reply_parameters") else None
        if reply and reply.message_id not in room.posts and not reply.allow_sending_without_reply:
            raise bad("message to be replied not found")
        if p.number("message_thread_id") and not room.chat.is_forum:
            raise bad("message thread not found")
        return room

    def _with_caption(self, room: Room, p: Parameters, **media: str | int) -> Any:
        source = p.text("caption")
        text, entities = read_text(source, p.text("parse_mode"), limit=MAX_CAPTION, caption=True)
        return self._sent(room, p, text, entities=entities, source=source, **media)

    def _sent(self, room: Room, p: Parameters, text: str, **more: Any) -> Any:
        markup = keyboard(p.object("reply_markup"))
        self.limits.check(room.chat.id)
        thread = p.number("message_thread_id") or None
        post = self.world.post(room, self.world.bot, text, keyboard=markup, thread=thread, **more)
        return wire(post.message())

    def _own_post(self, p: Parameters) -> Post:
        room = self.world.room(p.chat())
        post = room.posts.get(p.number("message_id"))
        if post is None:
            raise bad("message to edit not found")
        if post.sender.id != self.world.bot.id:
            raise bad("message can't be edited")
        return post

    def _known_file(self, file_id: str) -> str:
        if file_id not in self.world.files:
            raise bad("wrong file identifier/HTTP URL specified")
        return file_id


def _check_photo(content: bytes) -> None:
    """A photo must be a picture that can be read, neither too big nor too long."""
    if len(content) > MAX_PHOTO:
        raise bad(f"file of size {len(content)} bytes is too big for a photo; the maximum size is {MAX_PHOTO} bytes")
    try:
        with Image.open(io.BytesIO(content)) as picture:
            picture.load()
            width, height = picture.size
    except (UnidentifiedImageError, OSError, SyntaxError):
        raise bad("IMAGE_PROCESS_FAILED") from None
    if width + height > MAX_SIDES or max(width, height) > MAX_RATIO * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")
