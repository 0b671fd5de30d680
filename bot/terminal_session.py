"""Conversations in the terminal over the whole program: inbox, handlers, outbox, clock; only the service is missing.

What is typed is handled and answered to the end before the next line is read.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import os
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Iterator
from contextlib import aclosing, asynccontextmanager, contextmanager
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import IO, TYPE_CHECKING

from bot import clock, demo
from bot.app import App, assemble
from bot.channels import terminal
from bot.channels.rendering import render, safe
from bot.channels.terminal import Said, Screen, TerminalChannel
from bot.opening import logged, opened
from bot.plan_file import PlanFileError, load_plan
from handlers.office import FollowedPlan
from handlers.wording import terminal as words
from knowledge.workdays import Calendar
from scheduler import retry
from scheduler.runner import every_minute
from storage.errors import NotWritten

if TYPE_CHECKING:
    from bot.settings import Settings

FOLDER = Path("var/demo")
"""Where trial databases live, below the folder the program is started in."""
FILES = Path("var/files")
"""Where pictures and files go that the bot sends."""


class Session:
    """A terminal and the program behind it. `at` sets the clock, which runs on from there."""

    def __init__(self, app: App, channel: TerminalChannel, time_: Watch) -> None:
        self.app = app
        self.channel = channel
        self.watch = time_
        self._one_at_a_time = asyncio.Lock()

    async def types(self, person: str, text: str) -> None:
        """Somebody types a line, or "/gui PATH words" to send a file; returns when everything that follows from it has
        been shown."""
        if sending := words.SEND.fullmatch(text.strip()):
            await self.sends(person, sending["quoted"] or sending["path"], (sending["words"] or "").strip())
            return
        await self._hears(terminal.typed(person, text, self.watch()))

    async def sends(self, person: str, path: str, words_: str = "") -> None:
        """Somebody sends the file at a path of this machine, with words under it."""
        await self._hears(terminal.sent(person, path, words_, self.watch()))

    async def takes(self, person: str, label: str) -> bool:
        """Somebody takes a choice by its label; False when they were never offered it."""
        token = self.channel.token(person, label) or await self._offered(person, label)
        if token is None:
            return False
        await self._hears(terminal.pressed(person, token, self.watch()))
        return True

    async def minute(self) -> None:
        """What the clock asks for, as every minute."""
        async with self._one_at_a_time:
            await self.app.tick()
            await self.app.settle()

    async def _hears(self, update: terminal.Update) -> None:
        async with self._one_at_a_time:
            await self._store(update)
            await self.app.settle()

    async def _store(self, update: terminal.Update) -> None:
        """Brings what was typed until it is stored, as a service does."""
        for attempt in itertools.count(1):
            with contextlib.suppress(NotWritten):
                await self.app.inbox.store(self.channel.name, [update])
                return
            await asyncio.sleep(retry.STORAGE.delay(attempt).total_seconds())

    async def _offered(self, person: str, label: str) -> str | None:
        """A choice from before this session."""
        async with self.app.database.read() as uow:
            menu = await uow.choices.latest_menu(self.channel.name, person, self.watch())
        return next((choice.token for choice in menu if choice.label == label), None)


class Watch:
    """A clock that can be set."""

    def __init__(self, start: datetime | None) -> None:
        self._clock = clock.clock_for(start)

    def __call__(self) -> datetime:
        return self._clock()

    def set(self, moment: datetime) -> None:
        """Shows `moment` (aware) from now on, and runs on from there."""
        self._clock = clock.running_from(moment)


@asynccontextmanager
async def session(
    settings: Settings, show: Callable[[Said], None], *, fresh: bool, real: bool = False
) -> AsyncIterator[Session]:
    """A session on the database of the settings when one was set, else on the trial database with its cast.

    `fresh`: on a new trial database in any case, which is gone afterwards; `real`: on the database that `dondoc serve`
    uses, wherever it is.
    """
    watch = Watch(settings.now)
    with _place(settings, fresh, real) as (chosen, trial):
        async with opened(chosen, watch(), _refused if trial else logged) as database:
            if trial:
                await demo.populate(database, load_plan(chosen.plan), watch())
            channel = TerminalChannel(show, FILES)
            digest = time.fromisoformat(chosen.digest_time)
            app = assemble(database, [channel], zone=chosen.zone, digest_time=digest, clock=watch)
            yield Session(app, channel, watch)


def _refused(error: PlanFileError) -> None:
    """There is nothing to try out without a plan."""
    raise error


@contextmanager
def _place(settings: Settings, fresh: bool, real: bool) -> Iterator[tuple[Settings, bool]]:
    """The settings with the database to use, and whether it is a trial one. A database that somebody configured is
    used as it is: trial people never get into it."""
    configured = settings.database_url != type(settings).model_fields["database_url"].default
    if real or (configured and not fresh):
        yield settings, False
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    file = FOLDER / (f"{os.getpid()}.sqlite3" if fresh else "dondoc.sqlite3")
    if fresh:
        _remove(file)
    year = (settings.now or clock.system()).astimezone(settings.zone).year
    since = settings.followed_from or date(year, 1, 1).isoformat()
    yield (
        settings.model_copy(update={"database_url": f"sqlite+aiosqlite:///{file}", "followed_from": since}),
        True,
    )
    if fresh:
        _remove(file)


def _remove(file: Path) -> None:
    for each in (file, file.with_name(file.name + "-wal"), file.with_name(file.name + "-shm")):
        each.unlink(missing_ok=True)


# ---- for people -----------------------------------------------------------------------------------------------------


async def converse(settings: Settings, person: str, *, fresh: bool, real: bool = False) -> None:
    """A conversation of one person until they leave; `fresh`, `real`: see `session`."""
    screen = Screen(person)
    async with session(settings, screen.show, fresh=fresh, real=real) as talk:
        if not sys.stdin.isatty():
            for line in sys.stdin:
                screen.typed(person, line.rstrip("\n"))
                await talk.types(person, line.rstrip("\n"))
            return
        screen.note(words.WELCOME.format(name=person))
        stop = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            group.create_task(every_minute(talk.minute, clock=talk.watch, stop=stop))
            async with aclosing(_prompted(person)) as lines:
                async for line in lines:
                    if line.strip().casefold() in words.LEAVE:
                        break
                    if line.strip():
                        await talk.types(person, line)
            stop.set()


async def _prompted(person: str) -> AsyncGenerator[str, None]:
    """Lines as they are typed, with history on the arrow keys, until Ctrl-D or Ctrl-C."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.formatted_text import FormattedText
    from prompt_toolkit.patch_stdout import patch_stdout

    prompt: PromptSession[str] = PromptSession(FormattedText([("bold ansiblue", f"{person} › ")]))
    with patch_stdout(raw=True):
        while True:
            try:
                line = await prompt.prompt_async()
            except (EOFError, KeyboardInterrupt):
                return
            yield line


async def play_tour(settings: Settings) -> None:
    """Plays the trial's tour on a fresh database and prints both sides."""
    plan = load_plan(settings.plan)
    today = (settings.now or clock.system()).astimezone(settings.zone).date()
    followed = FollowedPlan(plan, 1, today, plan.ends)
    tour = demo.tour(followed, Calendar(), today, time.fromisoformat(settings.digest_time), settings.zone)
    screen = Screen(tour.actor)
    played = settings.model_copy(update={"now": tour.starts, "followed_from": tour.followed_from.isoformat()})
    async with session(played, screen.show, fresh=True) as talk:
        screen.note(words.TOUR.format(name=tour.actor, plan=plan.short_title, day=_day(tour.starts)))
        for step in tour.steps:
            if step.does == "types":
                screen.typed(tour.actor, step.words)
                await talk.types(tour.actor, step.words)
            elif step.does == "takes":
                screen.typed(tour.actor, words.TAKES.format(label=step.words))
                await talk.takes(tour.actor, step.words)
            elif step.at is not None:
                screen.note(words.NEXT_MORNING.format(day=_day(step.at)))
                talk.watch.set(step.at)
                await talk.minute()
        screen.note(words.TOUR_END)


def _day(moment: datetime) -> str:
    return f"{moment:%H:%M ngày %d/%m/%Y}"


# ---- for scripts ----------------------------------------------------------------------------------------------------


async def script(settings: Settings, lines: Iterable[str], out: IO[str], *, fresh: bool, real: bool = False) -> bool:
    """Reads a JSON object a line, {"from", "text"}, {"from", "press": label}, {"from", "file": path, "text": optional}
    or {"now": ISO time}, and writes one for each message of the bot: {"to", "text", "choices"}, with "files" where some
    were saved. True when a line could not be understood (told on stderr)."""

    def show(said: Said) -> None:
        out.write(json.dumps(_spoken(said), ensure_ascii=False) + "\n")
        out.flush()

    failed = False
    async with session(settings, show, fresh=fresh, real=real) as talk:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            problem = await _act(talk, line)
            if problem:
                print(words.BAD_LINE.format(number=number, problem=problem), file=sys.stderr)  # noqa: T201
                failed = True
    return failed


async def _act(talk: Session, line: str) -> str | None:
    """Does what a line asks; what is wrong with it, or None."""
    try:
        asked = json.loads(line)
    except ValueError:
        return words.NOT_JSON
    match asked:
        case {"from": str(person), "file": str(path)}:
            await talk.sends(person, path, str(asked.get("text", "")))
        case {"from": str(person), "text": str(text)}:
            await talk.types(person, text)
        case {"from": str(person), "press": str(label)}:
            if not await talk.takes(person, label):
                return words.NO_SUCH_CHOICE.format(label=label)
        case {"now": str(moment)} if _aware(moment):
            talk.watch.set(datetime.fromisoformat(moment))
            await talk.minute()
        case _:
            return words.UNKNOWN_LINE
    return None


def _aware(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _spoken(said: Said) -> dict[str, object]:
    parts = render(replace(said.reply, choices=()), TerminalChannel.capabilities, repeat=said.repeat)
    text = "\n\n".join(part.plain for part in parts if part.plain)
    files = {"files": [str(path) for path in said.saved.values()]} if said.saved else {}
    choices = [safe(choice.label) for choice in said.reply.choices]
    return {"to": safe(said.to), "text": text, "choices": choices, **files}
