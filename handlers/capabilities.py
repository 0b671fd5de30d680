"""What a channel can do. Handlers ask for a capability, never for a channel's name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Capabilities:
    """Limits of a channel.

    `max_text` is per message, counted in `text_unit`; `max_parts` messages carry a reply, the rest is asked for (None:
    all at once); `repeat_mark` stands before what may have come before ("": the usual mark); `max_label` is for a
    choice's label in characters; `max_buttons` per message (0: none, choices become a numbered menu), `max_in_row` side
    by side, whose labels can be read when together no wider than `row_width` characters; `monthly_quota` messages
    (None: any number), to which those that come in count too when `counts_incoming`; `people_at_most`,
    `groups_at_most`: whom the service serves (None: everybody).
    """

    buttons: bool
    edit: bool
    files_in: bool
    files_out: bool
    images_out: bool
    max_text: int
    text_unit: Literal["characters", "utf16"]
    markup: Literal["html", "ansi", "plain", "markdown"]
    max_buttons: int = 0
    max_label: int = 64
    max_in_row: int = 8
    row_width: int = 36
    max_parts: int | None = None
    repeat_mark: str = ""
    monthly_quota: int | None = None
    counts_incoming: bool = False
    people_at_most: int | None = None
    groups_at_most: int | None = None
    start_link: str = ""
