"""Where the sources about the Zalo Bot API contradict each other: each point is a switch of the server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Claims:
    """How the service behaves. The defaults are what those say who measured it; `OTHERWISE` is the other position."""

    photo_field: Literal["photo_url", "photo"] = "photo_url"
    one_object: bool = True
    """getUpdates gives an object, not a list."""
    idle_as_http: bool = False
    """An idle poll is HTTP 408, not HTTP 200 with error_code 408."""
    replays: bool = False
    """What was read comes again with every call, for ever."""
    forgets: bool = True
    """What people write while nobody polls is lost."""
    clean_is_404: bool = True
    """getWebhookInfo of a bot without a webhook is "Not Found", not an empty address."""
    errors_as_http: bool = False
    """Errors have their HTTP status, not 200."""
    zero_code: bool = True
    """Successes carry error_code 0."""
    wrapped: bool = True
    """A webhook's body is {ok, result}, not the update itself."""
    echoes: bool = False
    """What the bot sends comes back to it as an update."""
    mention_kept: bool = True
    """The text of a group message begins with the mention of the bot."""
    utf16: bool = True
    """The limit of 2,000 counts UTF-16 units, not code points."""
    counts_incoming: bool = True
    """What people write counts towards the quota too."""
    milliseconds: bool = True
    hooked_poll_refused: bool = True
    """With a webhook set a poll is refused; otherwise it gets nothing, without a word."""
    shows_name: bool = True
    """getMe tells the display name."""


MEASURED = Claims()
OTHERWISE = Claims(
    photo_field="photo",
    one_object=False,
    idle_as_http=True,
    replays=True,
    forgets=False,
    clean_is_404=False,
    errors_as_http=True,
    zero_code=False,
    wrapped=False,
    echoes=True,
    mention_kept=False,
    utf16=False,
    counts_incoming=False,
    milliseconds=False,
    hooked_poll_refused=False,
    shows_name=False,
)
