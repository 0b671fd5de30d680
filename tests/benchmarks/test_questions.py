"""The generated question set: large, the same every time, and fair to whoever tunes on one half of it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from benchmarks.questions.dialogues import conversations
from benchmarks.questions.generate import Maker, book, ways
from benchmarks.questions.items import Item, counted, spelled
from benchmarks.questions.noise import fold
from benchmarks.questions.split import SPLITS, Split, half
from knowledge.importing.yaml_plan import read_plan
from knowledge.model import Plan

PLAN = Path(__file__).parents[2] / "knowledge" / "plans" / "gialai-cchc-2021-2025.yaml"
UNITS = {"vp": "Văn phòng", "tccb": "Tổ chức cán bộ", "khtc": "Kế hoạch và Tài chính"}


@cache
def items(split: Split) -> list[Item]:
    return Maker(split).all()


@cache
def plan() -> Plan:
    found, problems = read_plan(PLAN.read_bytes())
    assert found is not None, problems
    return found


@pytest.mark.parametrize("split", SPLITS)
def test_each_half_is_large(split: Split) -> None:
    assert len(items(split)) >= 3000
    assert sum(len(d.turns) for d in conversations(split)) >= 300


@pytest.mark.parametrize("split", SPLITS)
def test_a_seed_gives_the_same_questions(split: Split) -> None:
    assert Maker(split).all() == items(split)
    assert conversations(split) == conversations(split)


def test_another_seed_gives_other_noise() -> None:
    assert {i.q for i in Maker("dev", seed=2).all()} != {i.q for i in items("dev")}


def test_no_question_is_in_both_halves() -> None:
    """Except those that call a task by its code, which has no second name."""
    dev, held = ({fold(i.q) for i in items(s) if i.noise != "hostile"} for s in SPLITS)
    assert all(re.search(r"nhiem vu [ivx]+\.\d", q) for q in dev & held)


def test_names_of_tasks_and_ways_of_asking_are_held_out_whole() -> None:
    for code, task in book("gialai/tasks")["tasks"].items():
        assert not set(half(task["names"], "dev", code)) & set(half(task["names"], "heldout", code))
    for entry in book("gialai/sections")["section"]:
        both = [half(ways(entry["q"]), s, entry["id"]) for s in SPLITS]
        assert sorted([*both[0], *both[1]]) == sorted(ways(entry["q"]))


@pytest.mark.parametrize("split", SPLITS)
def test_every_question_has_words_by_which_it_is_judged(split: Split) -> None:
    for item in items(split):
        assert item.must_not if item.kind == "hostile" else item.must and all(item.must), item.id


@pytest.mark.parametrize("split", SPLITS)
def test_every_kind_and_every_noise_is_there(split: Split) -> None:
    kinds = {i.kind for i in items(split)}
    assert kinds >= {"target", "task_lead", "task_deadline", "task_product", "task_coop", "list", "count", "compare"}
    assert kinds >= {"derived", "section", "legal", "out_of_scope", "hostile"}
    assert {i.noise for i in items(split)} >= {"clean", "nodiac", "tone", "telex", "vni", "typo", "teencode", "caps"}


def test_ids_are_unique() -> None:
    both = [*items("dev"), *items("heldout")]
    assert len({(i.split, i.id) for i in both}) == len(both)


def test_the_hand_written_facts_agree_with_the_plan_file() -> None:
    """Two people read the printed plan: where they differ one of them is wrong."""
    asked = book("gialai/tasks")
    assert set(asked["tasks"]) == {t.code for t in plan().tasks}
    for task in plan().tasks:
        mine = asked["tasks"][task.code]
        assert UNITS[mine["lead"]] in task.lead_printed
        deadline = fold(" ".join([task.deadline, *task.milestones]))
        assert any(fold(w) in deadline for w in asked["words"][mine["deadline"]]), task.code
        for unit in mine["coop"]:
            assert any(fold(w) in fold(task.cooperating_printed) for w in asked["words"][unit]), task.code
        for group in mine["product"]:
            assert any(fold(w) in fold(task.product) for w in group), (task.code, group)
        assert any(fold(w) in fold(f"{task.title} {task.code}") for w in mine["id"]), task.code


def test_the_hand_written_values_agree_with_the_plan_file() -> None:
    for horizon in (2025, 2030):
        mine = sorted(t["value"] for t in book("gialai/targets")["targets"].values() if t["year"] == horizon)
        theirs = sorted(int(t.value) for t in plan().targets if t.horizon == horizon and t.value is not None)
        extra = list(theirs)
        for value in mine:
            assert value in extra, (horizon, value)
            extra.remove(value)


def test_numbers_are_spelled_as_people_say_them() -> None:
    assert [spelled(n) for n in (4, 10, 13, 15, 20, 21, 25, 28, 41)] == [
        "bốn",
        "mười",
        "mười ba",
        "mười lăm",
        "hai mươi",
        "hai mươi mốt",
        "hai mươi lăm",
        "hai mươi tám",
        "bốn mươi mốt",
    ]
    assert "28 nhiệm vụ" in counted(28)


@pytest.mark.parametrize("split", SPLITS)
def test_what_an_answer_must_quote_stands_in_the_plan(split: Split) -> None:
    """Else no true answer could pass: quotes of the running text, of documents and of targets."""
    said = " ".join(plan().model_dump_json().lower().split())
    for item in (i for i in items(split) if i.noise == "clean" and i.kind in {"section", "legal", "target", "compare"}):
        for group in item.must:
            assert any(w.lower() in said or w.endswith(("%", "phần trăm")) for w in group), (item.q, group)
