"""`dondoc remind`: what an operator sees of a day's reminders, and that looking changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from tests.support.plans import small_plan

runner = CliRunner()
pytestmark = pytest.mark.usefixtures("small_office")


def test_a_look_at_a_day_names_what_is_due_and_leaves_nothing_behind(tmp_path: Path) -> None:
    ran = runner.invoke(app, ["remind", "--on", "2026-12-17", "--dry-run"])
    assert ran.exit_code == 0, ran.output
    assert "Nhắc việc ngày 17/12/2026" in ran.output
    assert "I.1 Rà soát quy chế làm việc: còn 14 ngày" in ran.output
    assert "(chưa có ai nhận)" in ran.output
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-12-27", "Ngày 27/12/2026 là ngày nghỉ"),
        ("2027-01-01", "Ngày 01/01/2027 là ngày nghỉ (Tết Dương lịch)"),
        ("2026-12-02", "Ngày 02/12/2026 không ai có gì để nhắc."),
    ],
)
def test_a_day_without_reminders_says_why(day: str, said: str) -> None:
    assert said in runner.invoke(app, ["remind", "--on", day, "--dry-run"]).output


@pytest.mark.parametrize("day", ["1/12/2026", "2026-13-01", "mai"])
def test_what_is_no_day_is_refused(day: str) -> None:
    ran = runner.invoke(app, ["remind", "--on", day])
    assert ran.exit_code == 2
    assert "không phải ngày" in ran.output


def test_a_broken_plan_file_is_said_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text("[]", encoding="utf-8")
    ran = runner.invoke(app, ["remind", "--on", "2026-12-17"])
    assert ran.exit_code == 2
    assert "dondoc plan check" in ran.output
    assert "Traceback" not in ran.output


def test_queueing_twice_queues_nothing_new(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import asyncio

    from bot import opening
    from bot.demo import populate
    from bot.settings import Settings

    settings = Settings()

    async def people() -> None:
        assert settings.now is not None
        async with opening.opened(settings, settings.now) as database:
            await populate(database, small_plan(), settings.now)

    asyncio.run(people())
    first = runner.invoke(app, ["remind", "--on", "2026-12-17"])
    assert "Lan" in first.output
    assert "hàng chờ gửi: 0" not in first.output
    again = runner.invoke(app, ["remind", "--on", "2026-12-17"])
    assert "Đã đưa vào hàng chờ gửi: 0 bản mới." in again.output
