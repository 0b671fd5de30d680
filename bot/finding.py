"""What a check of the installation found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["good", "note", "bad"]


@dataclass(frozen=True, slots=True)
class Finding:
    """`subject`: what was looked at; `state`: good, worth a note, or bad (the bot will not work rightly)."""

    subject: str
    state: State
    detail: str
