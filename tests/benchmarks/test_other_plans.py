"""Rows of another agency's annex become a plan that the product can load."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.other_plans import plan_from, units_in
from benchmarks.questions.generate import Maker
from benchmarks.questions.items import REFUSALS
from benchmarks.questions.split import SPLITS

OTHER = Path(__file__).parents[2] / "benchmarks" / "questions" / "other"
HEAD = {"title": "Kế hoạch thử", "issuer": "UBND huyện", "year": 2026, "period_ends": 2027}


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("UBND các xã, phường", ["UBND các xã, phường"]),
        ("Sở Tài chính, Sở Công Thương", ["Sở Tài chính", "Sở Công Thương"]),
        ("Bộ Y tế, Ủy ban nhân dân cấp tỉnh", ["Bộ Y tế", "Ủy ban nhân dân cấp tỉnh"]),
        ("Bộ Tài chính, cơ quan, tổ chức có liên quan.", ["Bộ Tài chính", "Cơ quan, tổ chức có liên quan"]),
        ("Cơ sở khám bệnh, chữa bệnh", ["Cơ sở khám bệnh, chữa bệnh"]),
        ("Thuế Hà Nội; Sở Du lịch", ["Thuế Hà Nội", "Sở Du lịch"]),
    ],
)
def test_a_cell_of_units_is_divided_into_names(cell: str, names: list[str]) -> None:
    assert units_in(cell) == names


def test_rows_become_a_valid_plan(tmp_path: Path) -> None:
    row = {"code": "1", "title": "Làm sạch dữ liệu", "lead": "Phòng Văn hóa", "coop": "", "product": "Báo cáo"}
    rows = [
        {**row, "deadline": "30/6/2026", "section": "I. Dữ liệu"},
        {**row, "code": "2", "deadline": "", "section": "I. Dữ liệu"},
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    plan = plan_from(path, HEAD)
    assert [t.code for t in plan.tasks] == ["1", "2"]
    assert [u.name for u in plan.units] == ["Phòng Văn hóa"]
    assert plan.areas[0].title == "Dữ liệu"


def test_the_questions_held_out_now_are_in_none_of_the_halves() -> None:
    lines = (OTHER.parent / "gialai" / "fresh.jsonl").read_text(encoding="utf-8").splitlines()
    fresh = {json.loads(line)["q"] for line in lines}
    assert len(fresh) >= 500
    assert len(fresh & {i.q for split in SPLITS for i in Maker(split).all()}) <= len(fresh) // 50


@pytest.mark.parametrize("name", ["hanoi-100-ngay", "nq03-nq57", "nq109-tang-truong", "qd844-bhyt"])
def test_questions_on_plans_not_seen_are_written_out_and_judgeable(name: str) -> None:
    lines = (OTHER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    items = [json.loads(line) for line in lines]
    assert len(items) >= 60
    assert len({i["q"] for i in items}) == len(items)
    assert all(i["must"] and all(i["must"]) for i in items)
    refused = [i["must"][0] for i in items if i["kind"] == "out_of_scope"]
    assert all(set(REFUSALS) <= set(ways) for ways in refused)
