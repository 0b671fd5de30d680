"""What takes too long for a transaction: fetching a file, reading a document. It is done outside, and the message is
then handled again from the beginning.

A handler asks for it through its turn. The first time it is not there yet: `Needs` ends the transaction, of which
nothing stands; whoever opened it does the work and calls again with what came of it. So nothing is held while a service
is waited for, and a process that dies in the middle finds the message unhandled.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from knowledge.importing.problems import Problem
from knowledge.importing.returned import Returned
from knowledge.model import Plan


class FileFault(StrEnum):
    """Why a file could not be had: it is too large, the service will not give it out (any more), or it does not
    answer now."""

    TOO_LARGE = "too_large"
    GONE = "gone"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Fetch:
    """Fetch a file of the message's channel, `limit` bytes at most. Comes to bytes or a FileFault."""

    reference: str
    limit: int


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """Read a plan document, in a process with limits. `name`: the file's; `year` stands in where it names none. Comes
    to a PlanReading."""

    content: bytes
    name: str
    year: int


@dataclass(frozen=True, slots=True)
class LookForMark:
    """Look for a mark of secrecy on a document's first page, in a process with limits. Comes to a bool."""

    content: bytes


@dataclass(frozen=True, slots=True)
class PlanReading:
    """What a document holds: a plan and what is to be looked at, or only the reason why it cannot be read; or
    (`returned`) a checking workbook that comes back."""

    plan: Plan | None
    problems: tuple[Problem, ...]
    returned: Returned | None = None


Work = Fetch | ReadPlan | LookForMark
Result = bytes | FileFault | PlanReading | bool


class Needs(Exception):
    """The message cannot be handled before this is done."""

    def __init__(self, work: Work) -> None:
        super().__init__(type(work).__name__)
        self.work = work


class FileRefused(Exception):
    """The file that came with a message could not be had. `dispatch` tells the person."""

    def __init__(self, fault: FileFault, name: str) -> None:
        super().__init__(fault)
        self.fault = fault
        self.name = name


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file that came with a message, whole. `name` as the sender called it, never to be used as a path; "" for a
    photo."""

    name: str
    media_type: str
    content: bytes
