"""What goes into a handler and what comes out: `Incoming` and `Reply`, the same for every channel.

A Reply is facts laid out in blocks; a channel turns it into whatever it can show. Text in blocks is plain text:
no markup, no escaping; channels do that.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Annotated, Literal

from pydantic import Base64Bytes, Field, TypeAdapter


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file that a person sent: the channel's own reference to fetch it by, its name (composed: some telephones send
    letters and marks apart) and size in bytes as claimed."""

    reference: str
    name: str
    size: int
    media_type: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", unicodedata.normalize("NFC", self.name))


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing a person did in a chat.

    `channel`, `chat`, `account`: where and who, as opaque strings of the channel; `name`: the person's name as the
    channel shows it. Exactly one of `text`, `pressed`, `file`, `unsupported` says what: `pressed` is the token of an
    offered choice, `unsupported` names what we cannot read (sticker, voice …). `private`: false in a group.
    `addressed`: in a group, whether the bot was mentioned, commanded or replied to. `message`: the channel's id of
    the message whose choice was pressed (may be edited), else None. `received`: aware UTC time. `forwarded`: somebody
    else's words, never an update of this person's. `blocked`: the person has blocked (True) or unblocked (False) the
    bot; None when it is not about that. `replied`: the words of the bot's own message that this one replies to.
    """

    channel: str
    chat: str
    account: str
    name: str
    received: datetime
    text: str | None = None
    pressed: str | None = None
    file: IncomingFile | None = None
    unsupported: str | None = None
    private: bool = True
    addressed: bool = True
    forwarded: bool = False
    blocked: bool | None = None
    message: str | None = None
    replied: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a message or of a part of it."""

    text: str
    type: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words; `strong` for the one line that answers the question."""

    text: str
    strong: bool = False
    type: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Fields:
    """Label–value pairs, in order."""

    pairs: tuple[tuple[str, str], ...]
    type: Literal["fields"] = "fields"


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `numbered` from `start`, else bullets."""

    items: tuple[str, ...]
    numbered: bool = False
    start: int = 1
    type: Literal["items"] = "items"


@dataclass(frozen=True, slots=True)
class Note:
    """A caution or an aside: a blank in the plan, a contradiction, what was assumed."""

    text: str
    type: Literal["note"] = "note"


@dataclass(frozen=True, slots=True)
class Source:
    """Where in the plan the answer stands."""

    text: str
    type: Literal["source"] = "source"


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG with its text alternative; `url`: where it can be fetched, for channels that carry addresses only;
    `caption`: what stands below it where it is seen, "" for the alternative."""

    png: Base64Bytes
    alternative: str
    url: str = ""
    caption: str = ""
    type: Literal["picture"] = "picture"


@dataclass(frozen=True, slots=True)
class Document:
    """A file for the person to keep; `url`: where it can be fetched, for channels that carry addresses only."""

    name: str
    content: Base64Bytes
    url: str = ""
    type: Literal["document"] = "document"


@dataclass(frozen=True, slots=True)
class Made:
    """A picture or file that is made when its message leaves, not in the transaction that it is asked for in: drawing
    takes long. `kind` is a key of handlers.making.MAKERS. What is made depends on what was recorded and on `arguments`
    alone, so that a message sent twice is the same. `title` names it where it could not be made."""

    kind: str
    title: str
    arguments: dict[str, str] = field(default_factory=dict)
    type: Literal["made"] = "made"


Making = Callable[[], Picture | Document]
"""Does the drawing of a `Made`, in a thread; touches nothing that others use."""

Block = Annotated[
    Heading | Paragraph | Fields | Items | Note | Source | Picture | Document | Made,
    Field(discriminator="type"),
]


@dataclass(frozen=True, slots=True)
class Action:
    """What a choice does when taken: the name of a registered action and its arguments (checked again when it runs)."""

    name: str
    arguments: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """An offered choice. `token` is filled in when the reply is stored; a pressed button carries it.

    `row`: choices with the same number stand side by side where the channel has room; None: a row of its own.
    """

    label: str
    action: Action
    row: int | None = None
    token: str = ""


_OWN_NUMBER = re.compile(r"(\d+)\. (.+)")


def own_number(label: str) -> tuple[str, str] | None:
    """("2", "Xong") for a label that begins with the number of a line above, "2. Xong". In a menu such a choice gets no
    number of its own: the two would be taken for each other. It is typed as it is: "2 xong"."""
    found = _OWN_NUMBER.fullmatch(label)
    return (found[1], found[2]) if found else None


@dataclass(frozen=True, slots=True)
class Reply:
    """What the bot says. `replaces`: rather edit the message whose choice was pressed than send a new one;
    `without_plan`: there is no plan to speak of."""

    blocks: tuple[Block, ...]
    choices: tuple[Choice, ...] = ()
    replaces: bool = False
    without_plan: bool = False


@cache
def _adapter() -> TypeAdapter[Reply]:
    """Built when the first reply is stored: the command line stores none."""
    return TypeAdapter(Reply)


def dump(reply: Reply) -> str:
    """The reply as JSON, as it waits in the outbox."""
    return _adapter().dump_json(reply).decode()


def load(text: str) -> Reply:
    """The reply that `dump` wrote."""
    return _adapter().validate_json(text)


def say(*texts: str, choices: tuple[Choice, ...] = ()) -> Reply:
    """A reply of plain paragraphs."""
    return Reply(tuple(Paragraph(t) for t in texts), choices)
