"""`dondoc deadline` and `dondoc progress`: how words are read, with nothing set up and nothing written."""

from __future__ import annotations

import json

from typer.testing import CliRunner, Result

from bot.cli import app


def run(*arguments: str, lines: list[dict[str, object]] | None = None) -> Result:
    typed = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines or [])
    return CliRunner().invoke(app, list(arguments), input=typed)


def test_a_deadline_is_shown_with_its_days() -> None:
    result = run("deadline", "Quý II", "--year", "2026")
    assert result.exit_code == 0
    assert "quý" in result.output
    assert "từ ngày 01/04/2026, hết ngày 30/06/2026" in result.output


def test_a_deadline_that_cannot_be_read_is_said_to_be_so() -> None:
    result = run("deadline", "31/2/2026")
    assert "chưa hiểu được" in result.output
    assert "None" not in result.output


def test_deadlines_by_line_give_one_answer_a_line() -> None:
    result = run(
        "deadline",
        "--jsonl",
        lines=[{"text": "Trước 30/6", "year": 2026}, {"text": "Quý IV", "year": None}, {"words": "?"}],
    )
    first, second, third = map(json.loads, result.output.splitlines())
    assert (first["kind"], first["end"], first["boundary"]) == ("date", "2026-06-29", "before")
    assert second["kind"] == "quarter"
    assert "error" in third


def test_a_progress_message_is_shown_as_it_would_be_recorded() -> None:
    result = run("progress", "/tiendo II.5 60,5% đã trình UBND tỉnh")
    assert result.output.strip() == "II.5 · 60,5% · đang thực hiện · ghi chú: đã trình UBND tỉnh"
    refused = run("progress", "/tiendo II.5 150%")
    assert "phần trăm không hợp lệ" in refused.output


def test_progress_by_line_gives_one_task_several_or_an_error() -> None:
    texts = ["/tiendo II.5 60%", "/tiendo II.5 60%, II.6 xong", "/tiendo 2.1 50%"]
    result = run("progress", "--jsonl", lines=[{"text": text} for text in texts])
    one, several, error = map(json.loads, result.output.splitlines())
    assert (one["task"], one["percent"], one["status"], one["note"]) == ("II.5", 60.0, "in_progress", None)
    assert [task["task"] for task in several["tasks"]] == ["II.5", "II.6"]
    assert error == {"error": "ambiguous", "choices": ["II.1", "VI.2.1"]}


def test_without_words_the_program_says_how_to_ask() -> None:
    for verb in ("deadline", "progress"):
        result = run(verb)
        assert result.exit_code == 2
        assert f"dondoc {verb}" in result.output + result.stderr
