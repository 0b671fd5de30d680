"""The verbs of whoever runs the program: making the database ready, keeping a copy, going back to it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from storage.sql.revision import HEAD


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DONDOC_DATABASE_URL", raising=False)
    monkeypatch.setenv("DONDOC_NOW", "2026-11-24T08:00+07:00")


def _run(*words: str) -> Result:
    return CliRunner().invoke(app, words)


def test_a_fresh_folder_gets_its_database_by_one_command() -> None:
    before = _run("db", "current")
    assert (before.exit_code, before.stdout) == (1, f"Cơ sở dữ liệu: chưa có. Chương trình cần: {HEAD}.\n")
    assert os.listdir() == []
    made = _run("db", "upgrade")
    assert (made.exit_code, made.stdout) == (0, f"Đã nâng cấp: chưa có → {HEAD}.\n")
    assert _run("db", "current").exit_code == 0
    assert "không có gì phải làm" in _run("db", "upgrade").stdout


def test_a_backup_is_made_and_restored_and_the_replaced_data_is_named() -> None:
    _run("db", "upgrade")
    made = _run("backup", "sao-luu/hom-nay.sqlite3")
    assert made.exit_code == 0
    assert "Đã sao lưu vào sao-luu/hom-nay.sqlite3" in made.stdout
    assert "0 người dùng, 0 lần cập nhật tiến độ" in made.stdout
    back = _run("restore", "sao-luu/hom-nay.sqlite3")
    assert back.exit_code == 0
    kept = "var/dondoc.sqlite3.20261124-010000.replaced"
    assert kept in back.stdout
    assert Path(kept).exists()


@pytest.mark.parametrize(
    ("words", "url", "told"),
    [
        (["backup", "x"], None, "Chưa ghi được"),
        (["restore", "x"], None, "Không có tệp x."),
        (["restore", "."], None, "Không có tệp"),
        (["backup", "x"], "postgresql://bot:secret@db/dondoc", "pg_dump --format=custom --file=x"),
        (["db", "upgrade"], "postgresql://bot:secret@127.0.0.1:1/dondoc", "Chưa ghi được"),
        (["db", "upgrade"], "mysql://bot:secret@db/dondoc", "Không thực hiện được"),
    ],
)
def test_what_cannot_be_done_is_told_without_a_traceback_or_a_password(
    monkeypatch: pytest.MonkeyPatch, words: list[str], url: str | None, told: str
) -> None:
    if url is not None:
        monkeypatch.setenv("DONDOC_DATABASE_URL", url)
    refused = _run(*words)
    assert refused.exit_code == 1
    assert told in refused.stderr
    assert "secret" not in refused.output
    assert isinstance(refused.exception, SystemExit)


def test_a_file_that_is_no_backup_is_refused() -> None:
    Path("x").write_text("chào")
    refused = _run("restore", "x")
    assert (refused.exit_code, refused.stderr) == (
        1,
        "Tệp này không phải bản sao lưu của chương trình, chưa thay đổi gì.\n",
    )


def test_no_verb_pays_for_the_database_that_it_does_not_use() -> None:
    program = "import sys, bot.cli; print([m for m in ('sqlalchemy', 'alembic', 'aiogram') if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
