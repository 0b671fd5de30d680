"""People in front of a Zalo bot: they say, send pictures and stickers; and see what a person sees. No buttons."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.support.zalo_server import ZaloServer


@dataclass
class Post:
    """A message of the bot in a chat. `at`: a number that grows with everything that happens on the server."""

    id: str
    chat: str
    text: str
    at: int
    photo: str = ""
    parse_mode: str = ""

    @property
    def labels(self) -> list[str]:
        """The lines of the numbered menu at its foot."""
        return [line.partition(". ")[2] for line in self.text.split("\n") if line.partition(". ")[0].isdecimal()]


@dataclass
class Group:
    """A group with the bot in it."""

    server: ZaloServer
    id: str
    title: str

    @property
    def screen(self) -> list[Post]:
        """The bot's messages there."""
        return self.server.posts(self.id)


@dataclass
class Person:
    """Somebody with Zalo. In the private chat with the bot unless a group is given."""

    server: ZaloServer
    id: str
    name: str
    acted: int = 0
    said: list[dict[str, Any]] = field(default_factory=list)

    # ---- what they do -----------------------------------------------------------------------------------------------

    def say(self, text: str, group: Group | None = None, *, mentions: bool = True) -> dict[str, Any]:
        """Types a message; in a group one that mentions the bot, unless told otherwise."""
        if group is not None and self.server.claims.mention_kept and mentions:
            text = f"@{self.server.bot_name} {text}"
        return self._send("text", {"text": text}, group, heard=group is None or mentions)

    def choose(self, label: str) -> dict[str, Any]:
        """Types the number that stands before this label on the newest message that has it."""
        for post in reversed(self.screen):
            for line in post.text.split("\n"):
                number, _, words = line.partition(". ")
                of_line, _, labels = line.partition(": ")
                typed = label.replace(". ", " ", 1)
                if any(f"{of_line} {one}" == typed for one in labels.split(" · ")):
                    return self.say(typed.lower())
                if number.isdecimal() and label.casefold() in words.casefold():
                    return self.say(number)
        raise AssertionError(f"no choice “{label}” on the screen: {[p.text for p in self.screen[-2:]]}")

    def photo(self, caption: str = "", address: str = "https://photo.zdn.vn/a.jpg") -> dict[str, Any]:
        """Sends a picture."""
        content = {self.server.claims.photo_field: address, "message_type": "CHAT_PHOTO"}
        return self._send("image", content | ({"caption": caption} if caption else {}))

    def sticker(self) -> dict[str, Any]:
        """Sends a sticker."""
        return self._send("sticker", {"sticker": "abc", "url": "https://zalo.example/s"})

    def voice(self) -> dict[str, Any]:
        """Speaks."""
        return self._send("voice", {"voice_url": "https://zalo.example/v.aac"})

    def unsupported(self) -> dict[str, Any]:
        """Sends what Zalo does not show to bots."""
        return self._send("unsupported", {})

    def file(self) -> None:
        """Sends a file: it never arrives."""
        self.acted = self.server.bell.ring()

    # ---- what they see ----------------------------------------------------------------------------------------------

    @property
    def screen(self) -> list[Post]:
        """The bot's messages in the private chat."""
        return self.server.posts(self.id)

    async def wait_for(
        self,
        what: str | Callable[[Post], Any],
        seconds: float = 5.0,
        *,
        group: Group | None = None,
        ever: bool = False,
    ) -> Post:
        """The bot's message that has these words (or for which `what` holds), come since the person last did something,
        or (`ever`) at any time. Fails with what is on the screen."""
        wanted = what if callable(what) else lambda post: what in post.text
        chat = group.id if group else self.id

        def found() -> Post | None:
            return next((p for p in self.server.posts(chat) if (ever or p.at > self.acted) and wanted(p)), None)

        try:
            post: Post = await self.server.bell.until(found, seconds)
        except TimeoutError:
            shown = "\n---\n".join(p.text for p in self.server.posts(chat)[-4:])
            raise AssertionError(f"waited {seconds} s for {what!r}; on the screen:\n{shown}") from None
        return post

    # ---- parts ------------------------------------------------------------------------------------------------------

    def _send(
        self, kind: str, content: dict[str, Any], group: Group | None = None, *, heard: bool = True
    ) -> dict[str, Any]:
        self.acted = self.server.bell.ring()
        update = self.server.update(self, kind, content, group)
        self.said.append(update)
        if heard:
            self.server.tell(update)
        return update


def opaque(name: str) -> str:
    """An id as Zalo gives them: it looks like a hexadecimal number and means nothing."""
    return hashlib.sha256(name.encode()).hexdigest()[:20]


def milliseconds() -> int:
    """The moment, as Zalo writes it."""
    return int(time.time() * 1000)
