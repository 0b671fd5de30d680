"""`dondoc eval` and `dondoc ask` as an operator runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks import answers
from benchmarks.answers import of_file, of_split
from bot.cli import app

RIGHT = {"id": "A1", "kind": "lead", "q": "II.5 ai chủ trì?", "must": [["văn phòng"]], "must_not": []}
WRONG = {"id": "A2", "kind": "lead", "noise": "caps", "q": "II.5 AI CHỦ TRÌ?", "must": [["bưu điện"]]}
TALK = {"id": "D1", "turns": [{"q": "II.5 ai chủ trì", "must": [["văn phòng"]]}, {"q": "hạn?", "must": [["2022"]]}]}


def _set(folder: Path, *items: dict[str, object]) -> str:
    path = folder / "set.jsonl"
    path.write_text("\n".join(json.dumps(item, ensure_ascii=False) for item in items))
    return str(path)


def test_the_table_counts_by_kind_and_names_what_failed(tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["eval", _set(tmp_path, RIGHT, WRONG)])
    assert "lead" in ran.output
    assert "đạt 1/2 = 50.0 %, trả lời sai 1, chưa trả lời 0" in ran.output
    assert "- A2:" in ran.output
    assert "- A1:" not in ran.output


def test_without_a_file_the_sets_of_the_sources_are_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    few = {"dev": [*of_split("dev")[:30:10], *of_split("dev")[-4:]], "heldout": of_split("heldout")[:30:10]}
    monkeypatch.setattr(answers, "of_split", few.__getitem__)
    monkeypatch.setattr(answers, "of_file", lambda path: of_file(path)[:3])
    said = CliRunner().invoke(app, ["eval"]).output
    for head in ("| kind | dev: n |", "| noise | dev: n |", "| conversation | dev: n |", "| kind | fresh: n |"):
        assert head in said
    assert "natural: n | passed" in said


def test_conversations_keep_their_topic(tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["eval", _set(tmp_path, TALK)])
    assert "đạt 2/2 = 100.0 %" in ran.output


def test_questions_by_line_answer_by_line_and_survive_nonsense() -> None:
    lines = [
        '{"q": "II.5 ai chủ trì?"}',
        "not json",
        '{"q": "II.5 hạn khi nào?", "session": "x"}',
        '{"q": "sản phẩm?", "session": "x"}',
    ]
    ran = CliRunner().invoke(app, ["ask", "--jsonl"], input="\n".join(lines))
    outs = [json.loads(line) for line in ran.output.splitlines()]
    assert [out.get("kind") for out in outs] == ["answer", None, "answer", "answer"]
    assert outs[0]["records"] == ["II.5"]
    assert "Quyết định phê duyệt" in outs[3]["text"]


def test_an_answer_can_be_explained() -> None:
    ran = CliRunner().invoke(app, ["ask", "rà soát TTHC ai chủ trì?", "--explain"])
    assert "Văn phòng chủ trì." in ran.output
    assert "Hỏi về: đơn vị chủ trì" in ran.output
    assert "• II.2 Rà soát, đơn giản hóa TTHC:" in ran.output, "the nearest records, with their scores"
