"""The server by itself, with people who are typed: `Lan: /start` says, `Lan > Đồng ý` presses a button."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable
from contextlib import suppress

from tests.support import telegram_server
from tests.support.telegram_fake.world import Post

_HELP = """Set DONDOC_TELEGRAM_API_BASE={url} DONDOC_TELEGRAM_TOKEN={token} and start the bot. Then type here:
  Lan: /start              Lan says something
  Lan > Đồng ý             Lan presses the button of this label
  Lan = 70%                Lan edits what she said last
  Lan block / Lan unblock / Lan sticker
End: Ctrl-D"""


async def _watch(server: telegram_server.TelegramServer) -> None:
    seen = 0
    names = {}

    def news() -> list[Post]:
        return sorted(
            (p for room in server.world.rooms.values() for p in room.posts.values() if p.touched > seen),
            key=lambda p: p.touched,
        )

    while True:
        for post in await server.world.until(news, 3600 * 24):
            seen = max(seen, post.touched)
            if post.sender.id == server.world.bot.id:
                names[post.chat.id] = post.chat.effective_name
                rows = "".join("\n   " + " ".join(f"[{label}]" for label in row) for row in post.buttons)
                media = f"<{post.document_name or 'photo'}> " if post.photo or post.document else ""
                mark = "✎" if post.changes else "→"
                print(f"{mark} {post.chat.effective_name}: {media}{post.text}{rows}", flush=True)


def _act(server: telegram_server.TelegramServer, line: str) -> None:
    for sign in (":", ">", "="):
        name, found, rest = (piece.strip() for piece in line.partition(sign))
        if found and name and " " not in name:
            person = server.person(name)
            acts: dict[str, Callable[[str], object]] = {":": person.say, ">": person.press, "=": person.edit}
            acts[sign](rest)
            return
    name, _, deed = line.partition(" ")
    if deed in ("block", "unblock", "sticker", "voice", "photo", "vanish"):
        getattr(server.person(name), deed)()
    else:
        print("?", flush=True)


async def _serve(port: int) -> None:
    async with telegram_server.TelegramServer(port=port) as server:
        print(_HELP.format(url=server.url, token=server.token), flush=True)
        watching = asyncio.create_task(_watch(server))
        while line := await asyncio.to_thread(sys.stdin.readline):
            try:
                if line.strip():
                    _act(server, line.strip())
            except AssertionError as problem:
                print(problem, flush=True)
        if not sys.stdin.isatty():
            await asyncio.sleep(3)
        watching.cancel()


def main() -> None:
    """Reads the port and serves until the input ends."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--port", type=int, default=8081)
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(reader.parse_args().port))
