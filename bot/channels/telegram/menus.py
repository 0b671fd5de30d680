"""Menus of commands (https://core.telegram.org/bots/api#setmycommands): display only, rights are checked on every
command. Strangers and groups get theirs once; each member's private chat gets the menu of their role."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aiogram.methods import DeleteMyCommands, SetMyCommands, TelegramMethod
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)

from bot.channels.rendering import safe
from handlers.commands import COMMANDS
from handlers.wording.commands import DESCRIPTIONS
from storage.records import Role

MAX_DESCRIPTION = 256
_FOR_STRANGERS = ("start", "trogiup")
_EXAMPLE = ", ví dụ"


def general() -> tuple[TelegramMethod[Any], ...]:
    """The calls that set the menus of strangers and of groups."""
    groups = [c.name for c in COMMANDS if c.listed and not c.private and Role.STAFF in c.roles]
    return (
        SetMyCommands(commands=_plain(_FOR_STRANGERS), scope=BotCommandScopeAllPrivateChats()),
        SetMyCommands(commands=_plain(groups), scope=BotCommandScopeAllGroupChats()),
    )


def personal(chat: int, commands: Sequence[tuple[str, str]]) -> TelegramMethod[Any]:
    """The call that gives a private chat these commands, (name, description) each; none: the strangers' menu again."""
    scope = BotCommandScopeChat(chat_id=chat)
    if not commands:
        return DeleteMyCommands(scope=scope)
    return SetMyCommands(commands=[_entry(name, text) for name, text in commands], scope=scope)


def _plain(names: Sequence[str]) -> list[BotCommand]:
    """Entries without the examples, which need a plan."""
    return [_entry(name, DESCRIPTIONS[name].partition(_EXAMPLE)[0]) for name in names]


def _entry(name: str, text: str) -> BotCommand:
    return BotCommand(command=name, description=safe(text)[:MAX_DESCRIPTION])
