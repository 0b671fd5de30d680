"""What may go wrong with a call of a service, told apart by what it means for a message.

Failure
├── Refused        the service understood and will not do it, now or later
│   └── Gone       … because the person is out of reach
├── Limited        too many calls, or the quota is spent: wait
├── Unauthorized   the service does not know the token
├── NotTaken       no answer that counts; not carried out
└── Unclear        no answer that counts; may have been carried out
"""

from __future__ import annotations

from scheduler.sending import Outcome, Verdict

CALL_LIMIT = 30.0
"""Seconds for a call, unless it says otherwise."""
DOWNLOAD_LIMIT = 60.0
"""Seconds for fetching a file."""
CONNECT_LIMIT = 10.0
"""Seconds of either for finding the service and connecting."""
CARRIED_OUT_PERHAPS = frozenset({200, 408, 504})
"""Statuses of answers that a proxy gave which had handed the call on."""


class Failure(Exception):
    """A call that was not answered with a result. `description`: what was said, without secrets."""

    def __init__(self, description: str) -> None:
        super().__init__(description)
        self.description = description


class Refused(Failure):
    """The service understood and will not do it."""


class Gone(Refused):
    """The person blocked us, left, or cannot be written to."""


class Limited(Failure):
    """Too many calls or too many messages. `seconds`: how long to wait; `everyone`: for whomever the message is."""

    def __init__(self, description: str, seconds: float, *, everyone: bool = True) -> None:
        super().__init__(description)
        self.seconds = seconds
        self.everyone = everyone


class Unauthorized(Failure):
    """The service does not know the token."""


class NotTaken(Failure):
    """The call did not get through, or the service was not able to carry it out."""


class Unclear(Failure):
    """The call left, and nobody knows what became of it."""


def outcome(error: Failure) -> Outcome:
    """What a failed call means for the message."""
    said = f"{type(error).__name__}: {error.description}"[:300]
    match error:
        case Limited(seconds=seconds, everyone=everyone):
            return Outcome(Verdict.LATER, retry_after=seconds, error=said, everyone=everyone)
        case Gone():
            return Outcome(Verdict.GONE, error=said)
        case Refused():
            return Outcome(Verdict.REFUSED, error=said)
        case NotTaken() | Unauthorized():
            # A token that is refused now may be put right by the operator: the messages wait.
            return Outcome(Verdict.LATER, error=said)
    return Outcome(Verdict.UNKNOWN, error=said)
