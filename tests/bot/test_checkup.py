"""`dondoc doctor` finds what would keep the bot from working, and gives nothing away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from bot.checkup import examine
from bot.cli import app
from bot.finding import Finding
from bot.settings import Settings
from handlers.wording import doctor as words
from storage.records import Role
from storage.sql.database import open_database

TOKEN = "123456789:" + "AAfake_" * 5


def _telegram(body: object, status: int = 200, skew: timedelta = timedelta(0)) -> httpx.MockTransport:
    date = format_datetime(datetime.now(UTC) + skew, usegmt=True)
    return httpx.MockTransport(lambda request: httpx.Response(status, json=body, headers={"Date": date}))


async def _findings(transport: httpx.AsyncBaseTransport | None = None, **settings: object) -> dict[str, Finding]:
    given = Settings(**settings)  # type: ignore[arg-type]
    return {f.subject: f async for f in examine(given, transport)}


def _states(findings: dict[str, Finding]) -> dict[str, str]:
    return {subject: finding.state for subject, finding in findings.items()}


async def test_a_fresh_installation_has_notes_but_nothing_bad(tmp_path: Path) -> None:
    findings = await _findings(database_url=f"sqlite+aiosqlite:///{tmp_path}/none.sqlite3")
    assert "bad" not in _states(findings).values()
    assert findings[words.DATABASE].state == findings[words.TELEGRAM].state == "note"
    assert not (tmp_path / "none.sqlite3").exists(), "looking changes nothing"


async def test_a_database_in_use_is_described(database_url: str) -> None:
    database = open_database(database_url)
    async with database.write() as uow:
        await uow.members.add("Minh", Role.OFFICE, None, datetime.now(UTC))
    await database.close()
    states = _states(await _findings(database_url=database_url))
    assert states[words.DATABASE] == states[words.PEOPLE] == states[words.OUTBOX] == "good"
    assert states[words.PLAN] == "note"


async def test_a_plan_that_cannot_be_used_and_a_database_that_cannot_be_opened_are_bad(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("id: [")
    (tmp_path / "broken.sqlite3").write_text("this is not a database, whatever its name says" * 50)
    states = _states(
        await _findings(plan=tmp_path / "plan.yaml", database_url=f"sqlite+aiosqlite:///{tmp_path}/broken.sqlite3")
    )
    assert states[words.PLAN_FILE] == states[words.DATABASE] == "bad"


@pytest.mark.parametrize(
    ("transport", "state"),
    [
        (_telegram({"ok": True, "result": {"username": "dondoc_bot"}}), "good"),
        (_telegram({"ok": False, "error_code": 401}, status=401), "bad"),
        (httpx.MockTransport(lambda request: httpx.Response(502, text="<html>Bad Gateway</html>")), "bad"),
    ],
)
async def test_telegram_is_asked_whether_it_knows_the_token(
    tmp_path: Path, transport: httpx.MockTransport, state: str
) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/none.sqlite3"
    findings = await _findings(transport, database_url=url, telegram_token=TOKEN)
    assert findings[words.TELEGRAM].state == state


async def test_a_token_never_shows_when_the_network_is_away(tmp_path: Path) -> None:
    def away(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError(f"cannot reach {request.url}")

    url = f"sqlite+aiosqlite:///{tmp_path}/none.sqlite3"
    findings = await _findings(httpx.MockTransport(away), database_url=url, telegram_token=TOKEN)
    assert findings[words.TELEGRAM].state == "bad"
    assert "AAfake" not in str(findings)


async def test_a_wrong_machine_clock_is_found_by_the_services_clock(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/none.sqlite3"
    body = {"ok": True, "result": {"username": "b"}}
    findings = await _findings(_telegram(body, skew=timedelta(minutes=25)), database_url=url, telegram_token=TOKEN)
    assert findings[words.CLOCK].state == "bad"


def test_the_command_fails_when_something_is_bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DONDOC_PLAN", "nowhere.yaml")
    ran = CliRunner().invoke(app, ["doctor"])
    assert ran.exit_code == 1
    assert "nowhere.yaml" in ran.output
    monkeypatch.delenv("DONDOC_PLAN")
    assert CliRunner().invoke(app, ["doctor"]).exit_code == 0


def test_a_setting_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DONDOC_NOW", "hôm nay")
    ran = CliRunner().invoke(app, ["doctor"])
    assert ran.exit_code == 2
    assert "DONDOC_NOW" in ran.output


def _zalo(webhook: str | None, status: int = 200) -> httpx.MockTransport:
    def answer(request: httpx.Request) -> httpx.Response:
        if status == 401:
            return httpx.Response(200, json={"ok": False, "error_code": 401, "description": "Unauthorized"})
        if request.url.path.endswith("getMe"):
            return httpx.Response(200, json={"ok": True, "result": {"id": "1", "account_name": "bot.abc"}})
        if webhook is None:
            return httpx.Response(404, json={"ok": False, "error_code": 404, "description": "Not Found"})
        return httpx.Response(200, json={"ok": True, "result": {"url": webhook}})

    return httpx.MockTransport(answer)


@pytest.mark.parametrize(
    ("webhook", "public", "state"),
    [
        (None, None, "note"),
        ("", None, "note"),
        ("https://another.example/hook", None, "bad"),
        ("https://so.example/hook/zalo_bot", "https://so.example", "good"),
        (None, "https://so.example", "note"),
    ],
)
async def test_zalo_is_asked_for_the_token_and_the_way_in(
    tmp_path: Path, webhook: str | None, public: str | None, state: str
) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/none.sqlite3"
    given = {"database_url": url, "zalo_bot_token": "123456:abc-secret", "public_url": public}
    findings = await _findings(_zalo(webhook), **given)
    assert findings[words.ZALO_BOT].state == "good"
    assert findings[words.ZALO_FETCHING].state == state


async def test_a_zalo_token_that_is_refused_or_none_is_bad(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/none.sqlite3"
    for token in ("123456:abc-secret", "không phải mã"):
        findings = await _findings(_zalo(None, 401), database_url=url, zalo_bot_token=token)
        assert findings[words.ZALO_BOT].state == "bad"
        assert "abc-secret" not in str(findings)


async def test_an_official_account_that_lacks_a_setting_is_bad(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/none.sqlite3"
    findings = await _findings(_zalo(None), database_url=url, zalo_oa_app_id="1")
    assert findings[words.ZALO_OA].state == "bad"
