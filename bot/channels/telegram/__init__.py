"""Telegram, spoken through aiogram. Importing this costs seconds: only `serve` with a token does."""

from bot.channels.telegram.channel import TelegramChannel

__all__ = ["TelegramChannel"]
