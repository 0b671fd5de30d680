"""What can go wrong between a bot and its server: pages of a proxy, broken connections, silence, floods."""

from __future__ import annotations

import asyncio
import math
import socket
import struct
from collections import defaultdict, deque
from dataclasses import dataclass, field

from aiohttp import web

from tests.support.telegram_fake.errors import ApiError, too_many

HTML_PAGE = "<html>\r\n<head><title>{status} Bad Gateway</title></head>\r\n<body><center>nginx</center></body></html>"


@dataclass
class Fault:
    """`kind`: "page" (an HTML page with `status`, and `location` if any), "error" (`error` as the server answers),
    "reset before" or "reset after" the call was carried out, "silence" (carried out, then no answer for `seconds`)."""

    kind: str
    times: float = 1
    methods: frozenset[str] = frozenset()
    status: int = 502
    error: ApiError | None = None
    location: str = ""
    seconds: float = 3600.0


@dataclass
class Faults:
    """Faults in wait: each applies to the next `times` calls of its methods (none named: of any); fetching a
    file counts as the method "file"."""

    waiting: list[Fault] = field(default_factory=list)

    def page(self, times: float = 1, *methods: str, status: int = 502) -> None:
        """A proxy answers with an HTML page; the call is not carried out."""
        self._add(Fault("page", times, status=status), methods)

    def redirect(self, location: str, times: float = 1, *methods: str) -> None:
        """A proxy sends the caller elsewhere; the call is not carried out."""
        self._add(Fault("page", times, status=301, location=location), methods)

    def error(self, error: ApiError, times: float = 1, *methods: str) -> None:
        """The server answers with an error of its own; the call is not carried out."""
        self._add(Fault("error", times, error=error), methods)

    def flood(self, seconds: int, times: float = 1, *methods: str) -> None:
        """429 with retry_after."""
        self.error(too_many(seconds), times, *methods)

    def reset_before(self, times: float = 1, *methods: str) -> None:
        """The connection breaks; the call is not carried out."""
        self._add(Fault("reset before", times), methods)

    def reset_after(self, times: float = 1, *methods: str) -> None:
        """The call is carried out; the connection breaks before the answer."""
        self._add(Fault("reset after", times), methods)

    def silence(self, times: float = 1, *methods: str, seconds: float = 3600.0) -> None:
        """The call is carried out; the answer takes `seconds`."""
        self._add(Fault("silence", times, seconds=seconds), methods)

    def clear(self) -> None:
        """Everything works again."""
        self.waiting.clear()

    def next(self, method: str) -> Fault | None:
        """The fault that strikes this call."""
        for fault in self.waiting:
            if not fault.methods or method.lower() in fault.methods:
                fault.times -= 1
                if fault.times <= 0:
                    self.waiting.remove(fault)
                return fault
        return None

    def _add(self, fault: Fault, methods: tuple[str, ...]) -> None:
        fault.methods = frozenset(method.lower() for method in methods)
        self.waiting.append(fault)


@dataclass
class Limits:
    """Rates above which calls that post a message get 429. Off by default. `burst`: messages that may leave a chat at
    once before one a `chat_interval` seconds counts; `group_per_minute`; `per_second` over all chats."""

    on: bool = False
    chat_interval: float = 1.0
    burst: int = 3
    group_per_minute: int = 20
    per_second: int = 30
    _chats: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    _groups: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _all: deque[float] = field(default_factory=deque)

    def check(self, chat_id: int) -> None:
        """Counts a message. Raises ApiError 429 when it is one too many."""
        if not self.on:
            return
        at = asyncio.get_running_loop().time()
        _drop(self._all, at - 1)
        if len(self._all) >= self.per_second:
            raise too_many(1)
        if chat_id < 0:
            recent = self._groups[chat_id]
            _drop(recent, at - 60)
            if len(recent) >= self.group_per_minute:
                raise too_many(max(1, math.ceil(recent[0] + 60 - at)))
            recent.append(at)
        # A bucket that empties by one message an interval.
        full = max(self._chats[chat_id], at) + self.chat_interval
        if full - at > self.burst * self.chat_interval + 1e-9:
            raise too_many(max(1, math.ceil(full - at - self.burst * self.chat_interval)))
        self._chats[chat_id] = full
        self._all.append(at)


def _drop(times: deque[float], before: float) -> None:
    while times and times[0] <= before:
        times.popleft()


def early_answer(fault: Fault, request: web.Request) -> web.Response | None:
    """The answer to a call that is not carried out."""
    if fault.kind == "page":
        page = HTML_PAGE.format(status=fault.status)
        headers = {"Location": fault.location} if fault.location else None
        return web.Response(status=fault.status, text=page, content_type="text/html", headers=headers)
    if fault.kind == "reset before":
        reset(request)
        return web.Response()
    if fault.kind == "error" and fault.error is not None:
        raise fault.error
    return None


def reset(request: web.Request) -> None:
    """Breaks the connection as a crashed server does: RST, no answer."""
    if request.transport is not None:
        connection = request.transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        request.transport.abort()
