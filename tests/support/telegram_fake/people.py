"""People in front of the bot: they say, press, edit, forward, block; and see what a person sees."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from telegram import (
    CallbackQuery,
    Chat,
    ChatMemberBanned,
    ChatMemberLeft,
    ChatMemberMember,
    ChatMemberUpdated,
    Contact,
    Dice,
    InaccessibleMessage,
    Location,
    Sticker,
    User,
    Voice,
)

from tests.support.telegram_fake.errors import forbidden
from tests.support.telegram_fake.world import Post, Query, Room, World, marks, now

_query_ids = itertools.count(90_000)


@dataclass
class Group:
    """A group, a supergroup or a forum."""

    world: World
    room: Room

    @property
    def id(self) -> int:
        return self.room.chat.id

    @property
    def screen(self) -> list[Post]:
        """The bot's messages there, as they are now."""
        return list(self.world.posts(self.id))

    def upgrade(self) -> Group:
        """The group becomes a supergroup: a new id; the old one answers with it."""
        chat = Chat(-1_000_000_000_000 + self.id, Chat.SUPERGROUP, title=self.room.chat.title)
        room = Room(chat, members=set(self.room.members))
        self.world.rooms[chat.id] = room
        self.room.moved_to = chat.id
        return Group(self.world, room)

    def throw_out(self, by: Person) -> None:
        """The bot is removed from the group."""
        self.room.barred = forbidden("bot was kicked from the supergroup chat")
        by.membership_update(self.room, ChatMemberMember(self.world.bot), ChatMemberLeft(self.world.bot))


@dataclass
class Person:
    """Somebody with the app. In the private chat with the bot unless a group is given."""

    world: World
    user: User
    room: Room
    said: list[Post] = field(default_factory=list)
    acted: int = 0

    @property
    def id(self) -> int:
        return self.user.id

    # ---- what they do -----------------------------------------------------------------------------------------------

    def say(
        self, text: str, group: Group | None = None, *, reply_to: Post | None = None, thread: int | None = None
    ) -> Post:
        """Types a message."""
        return self._send(group, text=text, entities=marks(text), reply_to=reply_to, thread=thread)

    def edit(self, text: str, post: Post | None = None) -> Post:
        """Changes a message that they sent; the last one unless given."""
        post = post or self.said[-1]
        post.text, post.entities = text, marks(text)
        self.world.touch(post)
        self.acted = self.world.changed()
        self.world.tell(edited_message=post.message())
        return post

    def forward(self, text: str, author: Person | None = None, group: Group | None = None) -> Post:
        """Forwards somebody's message; of a stranger unless given."""
        origin = self.world.origin(author.user if author else User(777_111, "Người khác", False))
        return self._send(group, text=text, entities=marks(text), extra={"forward_origin": origin})

    def press(self, label: str, group: Group | None = None, *, post: Post | None = None) -> Query:
        """Presses the button with this label: on the newest message that has it, unless given."""
        found = post or next((p for p in reversed(self._sees(group)) if label in p.labels), None)
        if found is None or found.keyboard is None:
            raise AssertionError(f"no button “{label}” on the screen: {[p.labels for p in self._sees(group)][-3:]}")
        data = next(b.callback_data for row in found.keyboard.inline_keyboard for b in row if b.text == label)
        return self.press_data(str(data), found)

    def press_data(self, data: str, post: Post, *, accessible: bool = True) -> Query:
        """Presses a button with this data, whether the message still has it or not."""
        query = Query(f"{next(_query_ids)}", self.id)
        self.world.queries[query.id] = query
        self.acted = self.world.changed()
        message = post.message() if accessible else InaccessibleMessage(post.chat, post.id)
        self.world.tell(
            callback_query=CallbackQuery(query.id, self.user, f"instance{self.id}", message=message, data=data)
        )
        return query

    def sticker(self, group: Group | None = None) -> Post:
        """Sends a sticker."""
        return self._send(
            group, extra={"sticker": Sticker("s1", "us1", 512, 512, False, False, Sticker.REGULAR, emoji="👍")}
        )

    def voice(self, group: Group | None = None) -> Post:
        """Sends a voice message."""
        return self._send(group, extra={"voice": Voice("v1", "uv1", 4)})

    def place(self) -> Post:
        """Sends a location."""
        return self._send(None, extra={"location": Location(108.0, 13.98)})

    def contact(self) -> Post:
        """Sends a contact."""
        return self._send(None, extra={"contact": Contact("+84900000000", "Lan")})

    def dice(self) -> Post:
        """Sends a dice."""
        return self._send(None, extra={"dice": Dice(3, "🎲")})

    def photo(self, caption: str = "", content: bytes = b"\xff\xd8photo") -> Post:
        """Sends a photo, with words under it."""
        file_id = self.world.keep_file("photo.jpg", content)
        return self._send(None, text=caption, entities=marks(caption), photo=file_id, size=len(content))

    def document(self, name: str, caption: str = "", content: bytes = b"%PDF-1.4") -> Post:
        """Sends a file, with words under it."""
        file_id = self.world.keep_file(name, content)
        more = {"document": file_id, "document_name": name, "size": len(content)}
        return self._send(None, text=caption, entities=marks(caption), **more)

    def delete(self, post: Post) -> None:
        """Deletes a message for both sides."""
        self.world.rooms[post.chat.id].posts.pop(post.id)

    def block(self) -> None:
        """Blocks the bot."""
        self.room.barred = forbidden("bot was blocked by the user")
        self.membership_update(self.room, ChatMemberMember(self.world.bot), ChatMemberBanned(self.world.bot, now()))

    def unblock(self) -> None:
        """Lets the bot write again."""
        self.room.barred = None
        self.membership_update(self.room, ChatMemberBanned(self.world.bot, now()), ChatMemberMember(self.world.bot))

    def vanish(self) -> None:
        """Deletes their Telegram account."""
        self.room.barred = forbidden("user is deactivated")

    def membership_update(self, room: Room, old: Any, new: Any) -> None:
        """Tells the bot that what it is in a chat has changed."""
        self.world.tell(my_chat_member=ChatMemberUpdated(room.chat, self.user, now(), old, new))

    # ---- what they see ----------------------------------------------------------------------------------------------

    @property
    def screen(self) -> list[Post]:
        """The bot's messages in the private chat, as they are now."""
        return list(self.world.posts(self.id))

    @property
    def last(self) -> Post:
        """The bot's newest message."""
        return self.screen[-1]

    async def wait_for(
        self,
        what: str | Callable[[Post], Any],
        seconds: float = 5.0,
        *,
        group: Group | None = None,
        ever: bool = False,
    ) -> Post:
        """The bot's message that has these words (or for which `what` holds), come or changed since the person last did
        something, or (`ever`) at any time. Fails with what is on the screen."""
        wanted = what if callable(what) else lambda post: what in post.text

        def found() -> Post | None:
            seen = [p for p in self._sees(group) if ever or p.touched > self.acted]
            return next((p for p in seen if wanted(p)), None)

        try:
            post: Post = await self.world.until(found, seconds)
        except TimeoutError:
            shown = "\n---\n".join(f"{p.text}\n{p.labels or ''}" for p in self._sees(group)[-4:])
            raise AssertionError(f"waited {seconds} s for {what!r}; on the screen:\n{shown}") from None
        return post

    async def wait_answered(self, query: Query, seconds: float = 5.0) -> None:
        """Until the button stops spinning."""
        await self.world.until(lambda: query.answered, seconds)

    # ---- parts ------------------------------------------------------------------------------------------------------

    def _sees(self, group: Group | None) -> list[Post]:
        return group.screen if group else self.screen

    def _send(self, group: Group | None, *, text: str = "", **more: Any) -> Post:
        room = group.room if group else self.room
        room.started = True
        post = self.world.post(room, self.user, text, **more)
        self.said.append(post)
        self.acted = self.world.changed()
        if self.world.hears(post):
            self.world.tell(message=post.message())
        return post
