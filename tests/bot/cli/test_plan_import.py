"""`dondoc plan import`: what a clerk sees of a document, and what becomes of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.plan_document import read_plan_document
from knowledge.importing.export import to_yaml
from tests.knowledge.importing.papers import docx_bytes, office_plan
from tests.support.plans import small_plan

runner = CliRunner()


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setenv("DONDOC_DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path}/dondoc.sqlite3")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ke-hoach.docx").write_bytes(docx_bytes(office_plan()))


def test_a_dry_run_shows_counts_and_first_rows_and_writes_nothing(tmp_path: Path) -> None:
    ran = runner.invoke(app, ["plan", "import", "ke-hoach.docx", "--dry-run"])
    assert ran.exit_code == 0, ran.output
    for words in (
        "Sở Nội vụ · số 125/KH-SNV",
        "3  nhiệm vụ",
        "I.1  Ban hành kế hoạch rà soát · Phòng Pháp chế · Quý I/2026",
    ):
        assert words in ran.output
    assert [path.name for path in tmp_path.iterdir()] == ["ke-hoach.docx"]


def test_json_gives_each_task_in_the_words_of_its_cells() -> None:
    ran = runner.invoke(app, ["plan", "import", "ke-hoach.docx", "--dry-run", "--json"])
    answer = json.loads(ran.stdout)
    assert answer["title"] == "Kế hoạch Cải cách hành chính năm 2026 của Sở Nội vụ"
    task = answer["tasks"][0]
    assert (task["code"], task["lead"], task["cooperating"]) == ("I.1", "Phòng Pháp chế", "Văn phòng; Thanh tra")
    assert (task["product"], task["deadline"], task["section_title"]) == ("Kế hoạch", "Quý I/2026", "Cải cách thể chế")


def test_the_file_it_writes_is_a_sound_plan_that_can_be_asked() -> None:
    ran = runner.invoke(app, ["plan", "import", "ke-hoach.docx", "--out", "ke-hoach.yaml"])
    assert ran.exit_code == 0, ran.output
    assert runner.invoke(app, ["plan", "check", "ke-hoach.yaml"]).exit_code == 0
    for plan in ("ke-hoach.yaml", "ke-hoach.docx"):
        asked = runner.invoke(app, ["ask", "--plan", plan, "II.1 hạn khi nào?"])
        assert "Tháng 6/2026" in asked.output


def test_loading_puts_the_plan_into_the_database_and_a_second_time_changes_nothing() -> None:
    for _ in range(2):
        ran = runner.invoke(app, ["plan", "import", "ke-hoach.docx"])
        assert ran.exit_code == 0, ran.output
        assert "Đã nạp kế hoạch 125-kh-snv-2026, bản 1." in ran.output


def test_a_further_version_is_loaded_as_one_and_says_what_changes_and_that_nobody_was_told(tmp_path: Path) -> None:
    small = small_plan()
    (tmp_path / "cu.yaml").write_text(to_yaml(small), encoding="utf-8")
    first, _removed, *rest = small.tasks
    later = first.model_copy(update={"deadline": "Quý I/2027"})
    (tmp_path / "moi.yaml").write_text(to_yaml(small.model_copy(update={"tasks": (later, *rest)})), encoding="utf-8")
    assert runner.invoke(app, ["plan", "import", "cu.yaml"]).exit_code == 0
    ran = runner.invoke(app, ["plan", "import", "moi.yaml"])
    assert ran.exit_code == 0, ran.output
    assert "Đã nạp kế hoạch small, bản 2. Thêm 0 nhiệm vụ, bỏ 1, sửa 1; giữ nguyên 4." in ran.output
    assert "không báo cho đơn vị có thay đổi" in ran.output


def test_a_version_in_which_it_is_unsure_what_stayed_is_left_to_the_chat(tmp_path: Path) -> None:
    small = small_plan()
    (tmp_path / "cu.yaml").write_text(to_yaml(small), encoding="utf-8")
    unlike = small.tasks[0].model_copy(update={"title": "Rà soát nội quy cơ quan", "code": "I.9"})
    (tmp_path / "moi.yaml").write_text(
        to_yaml(small.model_copy(update={"tasks": (unlike, *small.tasks[1:])})), encoding="utf-8"
    )
    assert runner.invoke(app, ["plan", "import", "cu.yaml"]).exit_code == 0
    ran = runner.invoke(app, ["plan", "import", "moi.yaml"])
    assert ran.exit_code == 1
    assert "/nhapkehoach" in ran.output
    assert "bản 1" in runner.invoke(app, ["plan", "import", "cu.yaml"]).output, "nothing was loaded"


@pytest.mark.parametrize("data", [b"MZ\x90", b"PK\x03\x04", b"%PDF-1.7", b"\xff\x00", b""])
def test_a_file_that_is_no_document_gets_one_line_and_exit_code_1(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.docx").write_bytes(data)
    ran = runner.invoke(app, ["plan", "import", "x.docx", "--dry-run"])
    assert ran.exit_code == 1
    assert ran.output.count("[lỗi]") == 1
    assert "Traceback" not in ran.output


def test_a_reader_that_takes_too_long_is_stopped() -> None:
    plan, problems = read_plan_document(docx_bytes(office_plan()), 2026, timeout_s=0.01)
    assert plan is None
    assert [problem.code for problem in problems] == ["too_slow"]
