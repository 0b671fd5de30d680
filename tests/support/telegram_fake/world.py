"""The state of the server: chats with their messages, the updates that wait for the bot, files, menus of commands."""

from __future__ import annotations

import itertools
import mimetypes
import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from telegram import (
    Chat,
    Document,
    InlineKeyboardMarkup,
    Message,
    MessageEntity,
    MessageOriginUser,
    PhotoSize,
    TelegramObject,
    Update,
    User,
)

from tests.support.bell import Bell
from tests.support.telegram_fake.errors import ApiError, bad, forbidden
from tests.support.telegram_fake.markup import utf16

_MARKS = re.compile(
    r"(?<![\w/@])(?:(?P<command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?!\w)|(?P<mention>@[A-Za-z]\w{3,31}))"
)


def now() -> datetime:
    """The moment with whole seconds, as Telegram gives it."""
    return datetime.now(UTC).replace(microsecond=0)


_NEVER_FALSE = ("channel_chat_created", "delete_chat_photo", "group_chat_created", "supergroup_chat_created")


def wire(thing: Any) -> Any:
    """JSON of an object as the real server writes it: flags that are only ever true are left out when false."""
    found = thing.to_dict() if isinstance(thing, TelegramObject) else thing
    if isinstance(found, dict):
        return {key: wire(value) for key, value in found.items() if not (key in _NEVER_FALSE and not value)}
    return [wire(value) for value in found] if isinstance(found, list) else found


def marks(text: str) -> list[MessageEntity]:
    """The entities that Telegram finds by itself in what a person types: commands and mentions."""
    found = []
    for match in _MARKS.finditer(text):
        kind = MessageEntity.BOT_COMMAND if match["command"] else MessageEntity.MENTION
        found.append(MessageEntity(kind, utf16(text[: match.start()]), utf16(match[0])))
    return found


@dataclass
class Post:
    """A message in a chat. `source`: as the bot sent it, markup included; `changes`: how often it was edited;
    `touched`: a number that grows with everything that happens on the server."""

    id: int
    chat: Chat
    sender: User
    text: str
    entities: list[MessageEntity] = field(default_factory=list)
    keyboard: InlineKeyboardMarkup | None = None
    source: str = ""
    date: datetime = field(default_factory=now)
    changes: int = 0
    touched: int = 0
    photo: str = ""
    document: str = ""
    document_name: str = ""
    size: int = 0
    reply_to: Post | None = None
    thread: int | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def buttons(self) -> list[list[str]]:
        """The labels of its buttons, row by row."""
        return [[button.text for button in row] for row in self.keyboard.inline_keyboard] if self.keyboard else []

    @property
    def labels(self) -> list[str]:
        """The labels of its buttons, one after the other."""
        return [label for row in self.buttons for label in row]

    def message(self, *, replies: bool = True) -> Message:
        """It as the Bot API shows it."""
        media = bool(self.photo or self.document)
        more: dict[str, Any] = dict(self.extra)
        if self.text:
            more |= {"caption": self.text} if media else {"text": self.text}
            more |= {"caption_entities" if media else "entities": self.entities} if self.entities else {}
        if self.photo:
            more["photo"] = [
                PhotoSize("small" + self.photo, "u-small" + self.photo, 90, 67, file_size=min(self.size, 1200)),
                PhotoSize(self.photo, "u" + self.photo, 800, 600, file_size=self.size),
            ]
        if self.document:
            more["document"] = Document(
                self.document,
                "u" + self.document,
                file_name=self.document_name,
                file_size=self.size,
                mime_type=mimetypes.guess_type(self.document_name)[0] or "application/octet-stream",
            )
        if self.thread is not None:
            more |= {"message_thread_id": self.thread, "is_topic_message": True}
        if self.reply_to is not None and replies:
            more["reply_to_message"] = self.reply_to.message(replies=False)
        return Message(
            self.id,
            self.date,
            self.chat,
            from_user=self.sender,
            reply_markup=self.keyboard,
            edit_date=now() if self.changes else None,
            **more,
        )


@dataclass
class Room:
    """A chat as the server keeps it. `barred`: the error that the bot gets when it writes there."""

    chat: Chat
    posts: dict[int, Post] = field(default_factory=dict)
    barred: ApiError | None = None
    moved_to: int | None = None
    started: bool = True
    members: set[int] = field(default_factory=set)

    @property
    def private(self) -> bool:
        return self.chat.type == Chat.PRIVATE


@dataclass
class Query:
    """A press of a button that waits for its answer."""

    id: str
    person: int
    answered: bool = False
    expired: bool = False
    text: str = ""


class World:
    """Everything behind one bot token. `files`: name and content by file_id; `paths`: where getFile has opened one."""

    def __init__(self, token: str, username: str) -> None:
        self.token = token
        self.bot = User(int(token.partition(":")[0]), "Đôn Đốc", True, username=username, can_join_groups=True)
        self.rooms: dict[int, Room] = {}
        self.updates: deque[dict[str, Any]] = deque()
        self.files: dict[str, tuple[str, bytes]] = {}
        self.paths: dict[str, str] = {}
        self.queries: dict[str, Query] = {}
        self.menus: dict[str, list[dict[str, Any]]] = {}
        self.actions: list[tuple[int, str]] = []
        self.allowed: list[str] | None = None
        self.privacy = True
        self._ids = itertools.count(1000)
        self._update_ids = itertools.count(700_000_001)
        self.bell = Bell()

    def changed(self) -> int:
        """Something happened: wakes whoever waits. A number that grows."""
        return self.bell.ring()

    async def until(self, ready: Callable[[], Any], seconds: float) -> Any:
        """What `ready` gives as soon as that is true; TimeoutError after `seconds`."""
        return await self.bell.until(ready, seconds)

    # ---- chats and messages -----------------------------------------------------------------------------------------

    def room(self, chat_id: int) -> Room:
        """The chat, when the bot may write there. Raises ApiError."""
        room = self.rooms.get(chat_id)
        if room is None:
            raise bad("chat not found")
        if room.moved_to is not None:
            raise ApiError(
                400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=room.moved_to
            )
        if not room.started:
            raise forbidden("bot can't initiate conversation with a user")
        if room.barred is not None:
            raise room.barred
        return room

    def post(self, room: Room, sender: User, text: str, **more: Any) -> Post:
        """Puts a message into a chat."""
        post = Post(next(self._ids), room.chat, sender, text, touched=self.changed(), **more)
        room.posts[post.id] = post
        self.changed()
        return post

    def touch(self, post: Post) -> None:
        """The message was changed."""
        post.changes += 1
        post.touched = self.changed()
        self.changed()

    def posts(self, chat_id: int) -> Iterator[Post]:
        """The bot's messages in a chat, oldest first."""
        room = self.rooms.get(chat_id)
        return (post for post in (room.posts.values() if room else ()) if post.sender.id == self.bot.id)

    def keep_file(self, name: str, content: bytes) -> str:
        """Stores a file; its file_id."""
        file_id = f"file{next(self._ids)}"
        self.files[file_id] = (name, content)
        return file_id

    def open_file(self, file_id: str) -> str:
        """The path at which a file can be fetched from now on."""
        name, _ = self.files[file_id]
        kind = "photos" if name == "photo.jpg" else "documents"
        ending = name.rpartition(".")[2] if "." in name else "bin"
        path = f"{kind}/file_{len(self.paths)}.{ending}"
        self.paths[path] = file_id
        return path

    # ---- updates ----------------------------------------------------------------------------------------------------

    def hears(self, post: Post) -> bool:
        """Whether the bot is shown what a person said: in groups with privacy mode only what concerns it."""
        if post.chat.type == Chat.PRIVATE or not self.privacy:
            return True
        name = f"@{self.bot.username}".lower()
        texts = post.message().parse_entities() | post.message().parse_caption_entities()
        for entity, words in texts.items():
            if entity.type == MessageEntity.MENTION and words.lower() == name:
                return True
            if entity.type == MessageEntity.BOT_COMMAND and ("@" not in words or words.lower().endswith(name)):
                return True
        return post.reply_to is not None and post.reply_to.sender.id == self.bot.id

    def tell(self, **content: Any) -> dict[str, Any]:
        """Queues an update for the bot; the content is PTB objects by the update's field."""
        number = next(self._update_ids)
        return self.queue({"update_id": number} | wire(Update(number, **content)))

    def queue(self, update: dict[str, Any]) -> dict[str, Any]:
        """Queues a raw update, unless the bot has asked not to be told of its kind."""
        kind = next(key for key in update if key != "update_id")
        if self.allowed is None or not self.allowed or kind in self.allowed:
            self.updates.append(update)
            self.changed()
        return update

    def forget(self, before: int) -> None:
        """Drops the updates that the bot acknowledged."""
        while self.updates and self.updates[0]["update_id"] < before:
            self.updates.popleft()

    def origin(self, user: User) -> MessageOriginUser:
        """Where a forwarded message comes from."""
        return MessageOriginUser(now(), user)
