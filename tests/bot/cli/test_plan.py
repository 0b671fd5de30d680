"""`dondoc plan`: what the office sees when it checks, reads and exports a plan file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from knowledge.importing.export import to_yaml
from knowledge.importing.yaml_plan import read_plan
from knowledge.model import Unit
from tests.knowledge.importing.papers import docx_bytes, office_plan
from tests.support.plans import small_plan

runner = CliRunner()


@pytest.fixture(autouse=True)
def _wide_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.chdir(tmp_path)


def _file(tmp_path: Path, text: str) -> str:
    path = tmp_path / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_default_plan_checks_out_and_is_counted() -> None:
    ran = runner.invoke(app, ["plan", "check"])
    assert ran.exit_code == 0, ran.output
    for line in (
        "đến 2025: 33 (21 có số",
        "đến 2030: 18 (12 có số",
        "51  chỉ tiêu",
        "41  nhiệm vụ",
        "I. Cải cách thể chế: 3",
        "II. Cải cách thủ tục hành chính (TTHC): 8",
        "III. Cải cách tổ chức bộ máy hành chính nhà nước: 3",
        "IV. Cải cách công vụ: 4",
        "V. Cải cách tài chính công: 3",
        "Chính quyền số: 20 (VI.1: 3, VI.2: 4, VI.3: 3, VI.4: 6, VI.5: 4)",
        " 5  quan điểm",
        " 6  giải pháp",
        " 4  tổ chức thực hiện",
        " 0  thời hạn chưa hiểu",
    ):
        assert line in ran.output


def test_a_plan_file_is_doubted_like_a_document(tmp_path: Path) -> None:
    small = small_plan()
    first, *rest = small.tasks
    hidden = first.model_copy(update={"product": "Báo cáo gửi trước ngày 15/8 hàng năm"})
    twice = Unit(code="TH2", name="Phòng Tổng hơp", short="TH2")
    plan = small.model_copy(update={"tasks": (hidden, *rest), "units": (*small.units, twice)})
    said = runner.invoke(app, ["plan", "check", _file(tmp_path, to_yaml(plan))]).output
    for words in (
        "số văn bản để trống",
        "“trước ngày 15/8 hàng năm” là mốc thời gian nằm ngoài deadline",
        "“Phòng Tổng hơp” có thể là tên khác của “Phòng Tổng hợp”",
        "chưa thấy nhiệm vụ nào gắn với chỉ tiêu “Hồ sơ đúng hạn”",
    ):
        assert words in said
    (tmp_path / "ke-hoach.docx").write_bytes(docx_bytes(office_plan()))
    assert "chưa thấy nhiệm vụ nào gắn với chỉ tiêu" in runner.invoke(app, ["plan", "check", "ke-hoach.docx"]).output


def test_every_correction_is_told_beside_what_was_printed() -> None:
    ran = runner.invoke(app, ["plan", "check", "--corrections"])
    assert ran.exit_code == 0, ran.output
    assert "II.3 (Phụ lục, mục II, STT 03)\n  “Niên yết” → “Niêm yết”" in ran.output
    assert "Bản kế hoạch để trống số văn bản" in ran.output
    assert "Niên yết" not in runner.invoke(app, ["plan", "check"]).output


def test_every_fault_of_a_file_is_listed_with_its_place_and_the_exit_code_is_1(tmp_path: Path) -> None:
    broken = """id: x
title: Kế hoạch thử
issuer: Sở
year: 2026
starts: 2026
period_ends: hai nghìn
ends: 2026-02-31
tasks:
  - {code: I.1, printed_code: 1, area: I, title: Việc, han: Quý I}
"""
    ran = runner.invoke(app, ["plan", "check", _file(tmp_path, broken)])
    assert ran.exit_code == 1
    assert "[lỗi] dòng 6, period_ends: “period_ends” phải là số nguyên" in ran.output
    assert "[lỗi] dòng 7, ends: “ends” phải là ngày có thật" in ran.output
    assert "nhiệm vụ I.1, tasks[0].han: không có khóa “han”" in ran.output
    assert "có 5 lỗi" in ran.output


@pytest.mark.parametrize("data", [b"", b"\x89PNG\x00", b"a: [", b"a: &a [*a]", b"!!python/object:os.system {}"])
def test_a_file_that_is_no_plan_gets_one_clear_line(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(data)
    ran = runner.invoke(app, ["plan", "check", str(path)])
    assert ran.exit_code == 1
    assert ran.output.count("[lỗi]") == 1
    assert "Traceback" not in ran.output


def test_a_missing_file_or_a_folder_is_said_and_not_raised(tmp_path: Path) -> None:
    for name in ("khong-co.yaml", "."):
        ran = runner.invoke(app, ["plan", "check", name])
        assert ran.exit_code == 1
        assert "[lỗi]" in ran.output


def test_a_record_is_shown_by_its_code_however_it_is_typed() -> None:
    for code in ("II.5", "ii.05", "II. 5"):
        ran = runner.invoke(app, ["plan", "show", code])
        assert ran.exit_code == 0
        assert "Phân cấp trong giải quyết thủ tục hành chính" in ran.output
        assert "Phụ lục, mục II, STT 05" in ran.output


def test_a_code_that_does_not_exist_is_met_with_the_nearest() -> None:
    ran = runner.invoke(app, ["plan", "show", "VI.4.9"])
    assert ran.exit_code == 1
    assert "Không có mã “VI.4.9”" in ran.output
    assert "VI.4.6" in ran.output


def test_the_outline_names_every_task_and_target() -> None:
    ran = runner.invoke(app, ["plan", "show"])
    assert ran.exit_code == 0
    for code in ("I.1 ", "VI.5.4 ", "CT25.01 ", "CT30.12 ", "GP.6 "):
        assert code in ran.output


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_what_is_exported_is_a_plan_file_again(form: str) -> None:
    ran = runner.invoke(app, ["plan", "export", "--format", form])
    assert ran.exit_code == 0
    plan, problems = read_plan(ran.output.encode())
    assert plan is not None
    assert problems == []
    if form == "json":
        assert json.loads(ran.output)["id"] == plan.id
