"""The least that aiogram does with an update: `python -m benchmarks.echo_bot BASE_URL TOKEN` sends every text back.

It polls as aiogram does by default: nothing is stored, updates count as received before they are handled. Beside it the
cost of keeping every update can be read.
"""

from __future__ import annotations

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message


async def echo(message: Message) -> None:
    """Sends the text back."""
    await message.answer(message.text or "…")


async def main(base: str, token: str) -> None:
    """Polls until killed."""
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(base)))
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    await dispatcher.start_polling(bot, handle_signals=False)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:3]))
