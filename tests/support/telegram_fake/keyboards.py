"""Inline keyboards, checked as the server checks them."""

from __future__ import annotations

from typing import Any

from telegram import InlineKeyboardMarkup

from tests.support.telegram_fake.errors import bad

MAX_BUTTONS = 100
MAX_IN_ROW = 8
MAX_DATA_BYTES = 64
_KINDS = ("callback_data", "url", "copy_text", "web_app", "switch_inline_query", "login_url")


def keyboard(markup: Any) -> InlineKeyboardMarkup | None:
    """The keyboard that a bot sent as JSON; None for none or an empty one. Raises ApiError 400."""
    if not markup:
        return None
    if not isinstance(markup, dict) or not isinstance(markup.get("inline_keyboard"), list):
        raise bad("can't parse reply keyboard markup JSON object")
    rows = [row for row in markup["inline_keyboard"] if row]
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise bad("reply markup is too long")
    for row in rows:
        # Longer rows are shown wrapped or cut by the apps; the server takes them, a bot should not send them.
        assert len(row) <= MAX_IN_ROW, f"{len(row)} buttons in a row"
        for button in row:
            _check(button)
    return InlineKeyboardMarkup.de_json({"inline_keyboard": rows}, None) if rows else None


def _check(button: dict[str, Any]) -> None:
    if not str(button.get("text", "")).strip():
        raise bad("inline keyboard button text must be non-empty")
    if not any(kind in button for kind in _KINDS):
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= MAX_DATA_BYTES:
        raise bad("BUTTON_DATA_INVALID")
