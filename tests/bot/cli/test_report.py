"""`dondoc report`: the files of a period, and what it says when there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app

runner = CliRunner()
pytestmark = pytest.mark.usefixtures("small_office")


def test_the_three_files_are_written_where_one_asks_and_are_the_same_again(tmp_path: Path) -> None:
    ran = runner.invoke(app, ["report", "quý III", "--out", "ra"])
    name = "ra/Báo cáo quý III năm 2026"
    assert ran.output.splitlines() == [f"{name}.docx", f"{name}.xlsx", f"{name}.png"]
    first = {path.name: path.read_bytes() for path in (tmp_path / "ra").iterdir()}
    assert runner.invoke(app, ["report", "quý III/2026", "--out", "ra"]).exit_code == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "ra").iterdir()} == first


@pytest.mark.parametrize(("words", "said"), [("quý năm", "chưa rõ là kỳ nào"), ("năm 2027", "chưa bắt đầu")])
def test_what_is_no_period_or_has_not_begun_is_said(words: str, said: str, tmp_path: Path) -> None:
    ran = runner.invoke(app, ["report", words])
    assert ran.exit_code == 2
    assert said in ran.output
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]
