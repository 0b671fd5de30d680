"""Logs: one line an event, for people or machines, and never a secret in it, wherever in the line it stands."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterable, MutableMapping
from typing import Any, Literal

import structlog

HIDDEN = "***"

_PATTERNS = (
    # A bot token, alone or in an address (/bot<digits>:<secret>/method): the digits name the bot and may stay.
    (re.compile(r"(?<!\d)(\d{5,20}):[A-Za-z0-9_-]{10,}"), rf"\1:{HIDDEN}"),
    # In the address of any token-in-path service, whatever its shape.
    (re.compile(r"/bot(\d+)[^/\s\"']*(?=/)"), rf"/bot\1:{HIDDEN}"),
    # The password in a database's address.
    (re.compile(r"(\w+://[^\s:/@]*):[^\s@/]+@"), rf"\1:{HIDDEN}@"),
)


class Redactor:
    """Takes secrets out of text: what looks like one, and those it was told."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._secrets = sorted((s for s in secrets if len(s) >= 4), key=len, reverse=True)

    def __call__(self, text: str) -> str:
        """The text without secrets."""
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        for pattern, instead in _PATTERNS:
            text = pattern.sub(instead, text)
        return text


class _SafeFormatter(logging.Formatter):
    """Formats with another formatter, then redacts the finished text: message, arguments and traceback alike."""

    def __init__(self, inner: logging.Formatter, redact: Redactor) -> None:
        super().__init__()
        self._inner = inner
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        return self._redact(self._inner.format(record))


def configure(form: Literal["text", "json"] | str = "text", secrets: Iterable[str] = (), level: str = "INFO") -> None:
    """Sends every log line, ours and the libraries', to standard error. `form`: "text" or "json"; `secrets`: values
    that must not appear though they look like nothing in particular."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    inner = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            *([structlog.processors.format_exc_info] if form == "json" else []),
            _renderer(form),
        ],
    )
    redact = Redactor(secrets)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_SafeFormatter(inner, redact))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    # Their INFO lines print whole addresses, or one line a request.
    for noisy in ("httpx", "httpcore", "aiogram", "aiohttp.access", "apscheduler", "alembic", "asyncio"):
        logging.getLogger(noisy).setLevel(max(logging.WARNING, root.level))
    sys.excepthook = _log_uncaught


def _renderer(form: str) -> structlog.typing.Processor:
    if form == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    plain = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    return _without_padding(plain)


def _without_padding(inner: structlog.typing.Processor) -> structlog.typing.Processor:
    def render(logger: Any, name: str, event: MutableMapping[str, Any]) -> str:
        line, newline, trace = str(inner(logger, name, event)).partition("\n")
        return re.sub(r" {2,}(?=[\w\[])", " ", line) + newline + trace

    return render


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: Any) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("bot").critical("stopped by a fault", exc_info=(kind, error, trace))
