"""The terminal as a channel: several people may sit at it; each is their own account and chat, named by their name."""

from __future__ import annotations

import asyncio
import hashlib
import json
import mimetypes
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.channels.base import NotFetched
from bot.channels.rendering import safe
from bot.characters import file_name
from handlers.capabilities import Capabilities
from handlers.messages import (
    Document,
    Fields,
    Heading,
    Incoming,
    IncomingFile,
    Items,
    Made,
    Note,
    Paragraph,
    Picture,
    Reply,
    Source,
    own_number,
)
from handlers.outside import FileFault
from handlers.wording import rendering as common
from handlers.wording import terminal as words
from scheduler.pacing import UNLIMITED
from scheduler.sending import Outcome, PartSent, Verdict

NAME = "terminal"

Update = tuple[str, str, str]
"""What happened, as the inbox keeps it: key, lane, payload."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message of the bot: to whom, what, whether it may be a repeat, and where its pictures and files (by their
    place among the blocks) were saved."""

    to: str
    reply: Reply
    repeat: bool
    saved: Mapping[int, Path]


def typed(person: str, text: str, now: datetime) -> Update:
    """The update of somebody who typed a line. `now` is aware."""
    return _update(person, {"text": text}, now)


def pressed(person: str, token: str, now: datetime) -> Update:
    """The update of somebody who took an offered choice."""
    return _update(person, {"pressed": token}, now)


def sent(person: str, path: str, words: str, now: datetime) -> Update:
    """The update of somebody who sent the file at a path, with `words` under it ("" for none)."""
    return _update(person, {"file": path, **({"text": words} if words else {})}, now)


def _update(person: str, what: dict[str, str], now: datetime) -> Update:
    # ASCII only: whatever was typed, lone surrogates too, survives any database.
    payload = json.dumps({"person": person, "received": now.isoformat(), **what})
    return secrets.token_hex(8), person, payload


class TerminalChannel:
    """Shows what the bot says by calling `show`; pictures and files go into `folder`. Nothing is ever refused, nobody
    is ever away."""

    name = NAME
    rates = UNLIMITED
    capabilities = Capabilities(
        buttons=False,
        edit=False,
        files_in=True,
        files_out=True,
        images_out=True,
        max_text=100_000,
        text_unit="characters",
        markup="ansi",
    )

    def __init__(self, show: Callable[[Said], None], folder: Path) -> None:
        self._show = show
        self._folder = folder
        self._on_screen: dict[str, dict[str, str]] = {}

    def token(self, person: str, label: str) -> str | None:
        """The token of the choice with this label that the person saw last, or None."""
        return self._on_screen.get(person, {}).get(label)

    def read(self, payload: str) -> Incoming | None:
        """The stored update as an Incoming."""
        update = json.loads(payload)
        return Incoming(
            channel=NAME,
            chat=update["person"],
            account=update["person"],
            name=update["person"],
            received=datetime.fromisoformat(update["received"]),
            text=update.get("text"),
            pressed=update.get("pressed"),
            file=_sent_file(update["file"]) if "file" in update else None,
        )

    async def fetch(self, reference: str, limit: int) -> bytes:
        """The file at a path. Raises NotFetched."""
        return await asyncio.to_thread(_content, Path(reference), limit)

    async def press_seen(self, payload: str) -> None:
        """Nothing spins in a terminal."""

    async def typing(self, chat: str) -> None:
        """Nobody waits that long in a terminal."""

    def is_group(self, chat: str) -> bool:
        """There are no groups in a terminal."""
        return False

    async def answers(self) -> bool:
        """A terminal is always there."""
        return True

    async def send(
        self, chat: str, reply: Reply, *, replaces: str | None, first_part: int, repeat: bool, part_sent: PartSent
    ) -> Outcome:
        """Shows the reply."""
        self._on_screen.setdefault(chat, {}).update({choice.label: choice.token for choice in reply.choices})
        self._show(Said(chat, reply, repeat, _saved(reply, self._folder)))
        return Outcome(Verdict.SENT)


def _saved(reply: Reply, folder: Path) -> dict[int, Path]:
    """Writes the reply's pictures and files; the same one again goes to the same place."""
    saved = {}
    for number, block in enumerate(reply.blocks):
        if isinstance(block, Picture | Document):
            content = block.png if isinstance(block, Picture) else block.content
            name = f"{hashlib.sha256(content).hexdigest()[:8]}.png" if isinstance(block, Picture) else block.name
            folder.mkdir(parents=True, exist_ok=True)
            saved[number] = folder / file_name(name)
            saved[number].write_bytes(content)
    return saved


def _sent_file(path: str) -> IncomingFile:
    media_type = mimetypes.guess_type(path)[0] or ""
    try:
        size = Path(path).expanduser().stat().st_size
    except (OSError, RuntimeError):
        size = 0
    return IncomingFile(path, Path(path).name, size, media_type)


def _content(path: Path, limit: int) -> bytes:
    try:
        with path.expanduser().open("rb") as file:
            content = file.read(limit + 1)
    except (OSError, RuntimeError):  # the latter: a home folder that does not exist
        raise NotFetched(FileFault.GONE) from None
    if len(content) > limit:
        raise NotFetched(FileFault.TOO_LARGE)
    return content


class Screen:
    """Prints a conversation for people: what the bot says in colour, choices with their numbers."""

    def __init__(self, person: str, console: Console | None = None) -> None:
        self.person = person
        self.console = console or Console(highlight=False)

    def show(self, said: Said) -> None:
        """Prints a message of the bot in full; of one to somebody else, to whom it is and how it begins."""
        first = said.reply.blocks[0] if said.reply.blocks else Paragraph("")
        if said.to != self.person:
            self.console.print(_text(words.BOT_TO.format(name=said.to), "bold magenta"))
            self.console.print(Padding(_block(first), (0, 0, 1, 2), expand=False))
            return
        body: list[RenderableType] = [_text(common.REPEAT, "italic")] if said.repeat else []
        body += [_block(block, said.saved.get(number)) for number, block in enumerate(said.reply.blocks)]
        body += _menu(said.reply)
        self.console.print(_text(words.BOT, "bold green"))
        self.console.print(Padding(Group(*body), (0, 0, 1, 2), expand=False))

    def typed(self, person: str, text: str) -> None:
        """Prints what a person typed, where nobody sees them type."""
        self.console.print(Text.assemble((f"{person} › ", "bold blue"), text))
        self.console.print()

    def note(self, text: str) -> None:
        """Prints a remark that neither side said."""
        self.console.print(Text(text, style="dim"))
        self.console.print()


def _block(block: object, saved: Path | None = None) -> RenderableType:
    match block:
        case Heading(text=text):
            return _text(text, "bold cyan")
        case Paragraph(text=text, strong=strong):
            return _text(text, "bold" if strong else "")
        case Note(text=text):
            return _text(text, "yellow")
        case Source(text=text):
            return _text(common.SOURCE.format(text=text), "dim italic")
        case Items(items=items, numbered=numbered, start=start):
            return _grid([(f"{start + n}." if numbered else "•", item) for n, item in enumerate(items)], "")
        case Fields(pairs=pairs):
            return _grid([(f"{label}:", value) for label, value in pairs], "dim")
        case Picture(alternative=alternative):
            return _file(common.PICTURE.format(text=alternative), saved)
        case Document(name=name):
            return _file(common.DOCUMENT.format(name=name), saved)
        case Made(title=title):
            return _text(common.NOT_MADE.format(title=title), "italic")
    raise TypeError(f"no way to show {type(block).__name__}")


def _file(text: str, saved: Path | None) -> RenderableType:
    return _text(f"{text}\n{common.SAVED.format(path=saved)}" if saved else text, "italic")


def _menu(reply: Reply) -> list[RenderableType]:
    """The numbered choices; those of one row side by side."""
    rows: dict[object, Text] = {}
    for number, choice in enumerate(reply.choices, 1):
        key: object = choice.row if choice.row is not None else f"own {number}"
        line = rows.setdefault(key, Text())
        mark = "•" if own_number(choice.label) else f"[{number}]"
        line.append_text(Text.assemble("   " if line else "", (mark, "bold cyan"), " ", safe(choice.label)))
    return [Text(), *rows.values()] if rows else []


def _grid(rows: list[tuple[str, str]], style: str) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(style=style, no_wrap=True)
    grid.add_column()
    for left, right in rows:
        grid.add_row(_text(left), _text(right))
    return grid


def _text(text: str, style: str = "") -> Text:
    """Text that cannot steer the terminal, whoever wrote it."""
    return Text(safe(text), style=style)
