"""No secret reaches a log, wherever in the line it stands."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bot import logs

TOKEN = "123456789:" + "AAH-fake_" * 4
SECRET_CHARACTERS = st.text(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-", min_size=30, max_size=40
)


@pytest.fixture(autouse=True)
def _restore() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_token_is_hidden_in_messages_arguments_addresses_and_tracebacks(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.configure(form)
    log = structlog.get_logger("x")
    log.info("polling", url=f"https://api.example/bot{TOKEN}/getUpdates", said=TOKEN)
    logging.getLogger("aiohttp.client").warning("failed: %s", f"https://api.example/file/bot{TOKEN}/a.jpg")
    try:
        raise RuntimeError(f"cannot reach https://api.example/bot{TOKEN}/sendMessage")
    except RuntimeError:
        log.exception("failed")
        logging.getLogger("y").exception("failed too")
    written = capsys.readouterr().err
    assert "RuntimeError" in written
    assert written.count("123456789:***") >= 5
    assert TOKEN.partition(":")[2] not in written
    assert "fake_" not in written


def test_what_the_settings_call_a_secret_is_hidden_though_it_looks_like_a_word(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logs.configure("text", secrets=["mat-khau-web"])
    logging.getLogger("x").warning("header was mat-khau-web")
    assert "mat-khau-web" not in capsys.readouterr().err


def test_the_password_of_a_database_is_hidden(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("text")
    logging.getLogger("x").warning("cannot open postgresql+psycopg://bot:s3cr3t@db/dondoc")
    written = capsys.readouterr().err
    assert "s3cr3t" not in written
    assert "postgresql+psycopg://bot:***@db/dondoc" in written


@given(st.integers(10**7, 10**10), SECRET_CHARACTERS, st.text(max_size=20), st.text(max_size=20))
def test_any_token_is_hidden_amid_any_text(number: int, secret: str, before: str, after: str) -> None:
    shown = logs.Redactor()(f"{before} {number}:{secret} {after}")
    assert f"{number}:{secret}" not in shown


def test_machines_get_one_json_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("json")
    structlog.get_logger("bot.inbox").info("handled", action="/tiendo", ms=12)
    line = json.loads(capsys.readouterr().err)
    assert line["event"] == "handled"
    assert line["action"] == "/tiendo"
    assert line["level"] == "info"


def test_times_of_day_and_shares_are_not_taken_for_tokens() -> None:
    text = "08:00 ngày 01/12/2026, 12345:67, II.5 60%"
    assert logs.Redactor()(text) == text
