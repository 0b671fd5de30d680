"""`dondoc lexicon`: the office's own words, kept from the command line."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from bot.cli import app

runner = CliRunner()
pytestmark = pytest.mark.usefixtures("small_office")


def test_words_are_added_listed_replaced_removed_and_put_back() -> None:
    assert "1. HCQT = Phòng Tài chính (tên gọi của đơn vị)" in _said("add", "HCQT = Phòng Tài chính")
    assert "Thay cho nghĩa đang dùng: “Phòng Tài chính”" in _said("add", "HCQT = quyết toán ngân sách")
    assert _said("list").strip() == "2. HCQT = quyết toán ngân sách (viết tắt)"
    assert "không dùng lại được" in _said("restore", "1", code=1).lower()
    assert "Đã bỏ từ “HCQT”" in _said("remove", "2")
    assert "Không có từ số 2" in _said("remove", "2", code=1)
    assert "được dùng lại" in _said("restore", "1")
    assert _said("list").strip() == "1. HCQT = Phòng Tài chính (tên gọi của đơn vị)"


def test_a_question_is_read_with_the_words_of_the_database_that_is_set() -> None:
    assert "Không tìm thấy" in runner.invoke(app, ["ask", "ZKT ai chủ trì"]).output
    _said("add", "ZKT = quyết toán ngân sách")
    assert "Phòng Tài chính chủ trì" in runner.invoke(app, ["ask", "ZKT ai chủ trì"]).output


def test_a_line_that_is_no_word_is_refused_with_an_example() -> None:
    assert "dondoc lexicon add" in _said("add", "HCQT", code=2)
    assert "chưa thêm từ nào" in _said("list")


def _said(*arguments: str, code: int = 0) -> str:
    ran = runner.invoke(app, ["lexicon", *arguments])
    assert ran.exit_code == code, ran.output
    return ran.output
