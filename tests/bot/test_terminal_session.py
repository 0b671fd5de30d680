"""The whole bot without a service: scripts, the tour, and what a person sees in the terminal."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import os
import pty
import select
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from bot import demo, terminal_session
from bot.channels.terminal import Said, Screen, TerminalChannel
from bot.plan_file import load_plan
from bot.settings import DEFAULT_PLAN, Settings
from handlers.messages import (
    Action,
    Choice,
    Document,
    Fields,
    Heading,
    Items,
    Note,
    Paragraph,
    Picture,
    Reply,
    Source,
)
from handlers.office import FollowedPlan
from handlers.wording.errors import WAITING
from knowledge.model import Plan
from knowledge.workdays import Calendar
from tests.soak.refusals import limited
from tests.support.talk import text_of

DONDOC = Path(sys.executable).with_name("dondoc")
Line = dict[str, Any]


def dondoc(*args: str, folder: Path, said: Sequence[Line] = (), raw: str = "", **env: str) -> tuple[list[Line], int]:
    """Runs `dondoc` as a script would; what it wrote, and how it ended."""
    given = raw or "".join(json.dumps(line) + "\n" for line in said)
    clean = {k: v for k, v in os.environ.items() if not k.startswith("DONDOC_")}
    ran = subprocess.run(
        [DONDOC, *args],
        input=given,
        capture_output=True,
        text=True,
        cwd=folder,
        env=clean | env,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in ran.stdout + ran.stderr, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()], ran.returncode


@pytest.mark.parametrize(
    ("real", "env"),
    [
        (("--real",), {"DONDOC_DATABASE_URL": "postgresql+psycopg://a:b@127.0.0.1:1/x"}),
        ((), {"DONDOC_PLAN": "/no/such/plan.yaml"}),
    ],
    ids=["no database", "no plan to try"],
)
def test_what_cannot_be_opened_is_said_in_a_line(tmp_path: Path, real: tuple[str, ...], env: dict[str, str]) -> None:
    said, ended = dondoc("chat", *real, "--jsonl", folder=tmp_path, said=[{"from": "Lan", "text": "a"}], **env)
    assert said == []
    assert ended != 0


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load_plan(DEFAULT_PLAN)


@pytest.fixture(scope="module")
def code(plan: Plan) -> str:
    """A yearly task of Lan's unit."""
    tour = _tour(plan, date(2026, 11, 23))
    return next(step.words.split()[1] for step in tour.steps if step.words.startswith("/tiendo"))


def _tour(plan: Plan, today: date) -> demo.Tour:
    return demo.tour(FollowedPlan(plan, 1, today, plan.ends), Calendar(), today, time(8), Settings().zone)


def test_a_script_talks_as_several_people_and_each_line_is_done_before_the_next(tmp_path: Path, code: str) -> None:
    told, ended = dondoc(
        "chat",
        "--jsonl",
        "--now",
        "2026-12-23T14:30+07:00",
        folder=tmp_path,
        said=[
            {"from": "Lan", "text": f"/tiendo {code} 60% đã trình lãnh đạo"},
            {"from": "Người lạ", "text": "xin chào"},
            {"from": "Lan", "press": "Hoàn tác"},
            {"from": "Hùng", "text": f"/lichsu {code}"},
        ],
    )
    assert ended == 0
    assert [line["to"] for line in told] == ["Lan", "Người lạ", "Lan", "Hùng"]
    assert code in told[0]["text"]
    assert "60%" in told[0]["text"]
    assert "Hoàn tác" in told[0]["choices"]
    assert all(set(line) == {"to", "text", "choices"} for line in told)


def test_what_was_said_stays_and_choices_of_an_earlier_session_can_be_taken(tmp_path: Path, code: str) -> None:
    moment = ("--now", "2026-12-23T14:30+07:00")
    dondoc("chat", "--jsonl", *moment, folder=tmp_path, said=[{"from": "Lan", "text": f"/tiendo {code} 60%"}])
    told, ended = dondoc("chat", "--jsonl", *moment, folder=tmp_path, said=[{"from": "Lan", "press": "Hoàn tác"}])
    assert ended == 0
    assert "hoàn tác" in told[0]["text"].casefold()


def test_a_script_that_sets_the_clock_to_next_morning_sees_the_digests_once(tmp_path: Path) -> None:
    morning = {"now": "2026-12-24T08:00+07:00"}
    told, ended = dondoc(
        "chat", "--jsonl", "--demo", "--now", "2026-12-23T14:30+07:00", folder=tmp_path, said=[morning, morning]
    )
    assert ended == 0
    assert sorted(line["to"] for line in told) == sorted({line["to"] for line in told})
    assert "Lan" in {line["to"] for line in told}


@pytest.mark.parametrize(
    "line",
    ["no json", '{"from": "Lan"}', '["Lan"]', '{"from": "Lan", "press": "không có nút này"}', '{"now": "hôm nay"}'],
)
def test_a_line_that_cannot_be_understood_is_said_so_and_the_next_ones_are_done(tmp_path: Path, line: str) -> None:
    told, ended = dondoc("chat", "--jsonl", folder=tmp_path, raw=f'{line}\n{{"from": "Lan", "text": "/trogiup"}}\n')
    assert ended == 1
    assert [one["to"] for one in told] == ["Lan"]


def test_a_demo_leaves_nothing_behind_and_a_configured_database_gets_no_trial_people(tmp_path: Path) -> None:
    said = [{"from": "Minh", "text": "/nguoidung"}]
    office, _ = dondoc("chat", "--jsonl", "--demo", folder=tmp_path, said=said)
    assert "Lan" in office[0]["text"]
    assert list((tmp_path / "var" / "demo").iterdir()) == []
    url = f"sqlite+aiosqlite:///{tmp_path}/real.sqlite3"
    stranger, _ = dondoc("chat", "--jsonl", folder=tmp_path, said=said, DONDOC_DATABASE_URL=url)
    assert "Lan" not in stranger[0]["text"]


def test_the_office_does_its_work_from_the_command_line_on_the_real_database(tmp_path: Path) -> None:
    """By the code of `dondoc invite`, on the database that `dondoc serve` uses; nobody of the trial's cast is there."""
    (code,) = (line for line in _invited(tmp_path).splitlines() if line.strip())
    said = [
        {"from": "Minh", "text": code.strip()},
        {"from": "Minh", "text": "/giahan II.2 30/9/2027 chờ hướng dẫn"},
        {"from": "Minh", "press": "Đồng ý"},
        {"from": "Minh", "text": "/nguoidung"},
    ]
    told, ended = dondoc("chat", "--jsonl", "--real", folder=tmp_path, said=said)
    assert ended == 0
    texts = "\n".join(line["text"] for line in told)
    assert "Đã gia hạn II.2" in texts
    assert "Hùng" not in texts
    again, _ = dondoc("chat", "--jsonl", "--real", folder=tmp_path, said=[{"from": "Minh", "text": "/nhatky"}])
    assert "gia hạn II.2" in again[0]["text"]


def _invited(folder: Path) -> str:
    clean = {k: v for k, v in os.environ.items() if not k.startswith("DONDOC_")}
    asked = [DONDOC, "invite", "--role", "office"]
    return subprocess.run(asked, capture_output=True, text=True, cwd=folder, env=clean, check=True).stdout


def test_the_tour_shows_both_sides_and_ends_well(tmp_path: Path) -> None:
    clean = {k: v for k, v in os.environ.items() if not k.startswith("DONDOC_")}
    ran = subprocess.run(
        [DONDOC, "chat", "--demo"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=clean,
        timeout=60,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    for words in ("Lan ›", "Đôn Đốc", "/tiendo", "60%", "[Hoàn tác]", "Nhắc việc"):
        assert words in ran.stdout
    for fault in ("Traceback", "None", "Chưa ghi được"):
        assert fault not in ran.stdout


def test_lines_from_a_pipe_are_a_conversation_too(tmp_path: Path) -> None:
    ran = subprocess.run(
        [DONDOC, "chat", "--as", "Hùng"], input="/trogiup\n", capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert ran.returncode == 0
    assert "Hùng › /trogiup" in ran.stdout
    assert "/tiendo" in ran.stdout


def test_a_person_at_a_terminal_types_chooses_by_number_and_leaves(tmp_path: Path, code: str) -> None:
    screen, ended = _at_a_terminal(tmp_path, [f"/tiendo {code} 60%", "2", "/thoat"])
    assert ended == 0
    assert "60%" in screen
    assert "Đã hoàn tác" in screen, "2 is the second choice"


def _at_a_terminal(folder: Path, lines: list[str]) -> tuple[str, int]:
    """Runs a conversation in a terminal of its own; each line is typed when the prompt waits for it."""
    ours, theirs = pty.openpty()
    clean = {k: v for k, v in os.environ.items() if not k.startswith("DONDOC_")} | {"PROMPT_TOOLKIT_NO_CPR": "1"}
    command = [DONDOC, "chat", "--as", "Lan", "--now", "2026-12-23T14:30+07:00"]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder, env=clean)
    os.close(theirs)
    shown = b""
    for line in [*lines, ""]:
        prompt = shown.count("›".encode())
        while chunk := _read(ours):
            shown += chunk
            if line and shown.count("›".encode()) > prompt:
                os.write(ours, line.encode() + b"\r")
                break
    os.close(ours)
    return shown.decode(errors="replace"), process.wait(30)


def _read(terminal: int) -> bytes:
    ready, _, _ = select.select([terminal], [], [], 60)
    try:
        return os.read(terminal, 65536) if ready else b""
    except OSError:  # the program has closed its side
        return b""


# ---- the tour of any plan -------------------------------------------------------------------------------------------


def _bare_plan(**parts: Any) -> Plan:
    return Plan.model_validate(
        {
            "id": "p",
            "title": "Kế hoạch",
            "short_title": "KH",
            "issuer": "Cơ quan",
            "year": 2024,
            "starts": 2024,
            "period_ends": 2024,
            "ends": "2024-12-31",
            **parts,
        }
    )


def test_a_plan_without_tasks_or_units_still_has_a_tour() -> None:
    bare = _bare_plan()
    tour = _tour(bare, date(2026, 11, 23))
    assert tour.steps[0].does == "types"
    assert tour.steps[-1].does == "waits"


def test_the_tour_ends_on_a_morning_on_which_its_task_is_reminded_even_when_the_plan_is_over(plan: Plan) -> None:
    for today in (date(2026, 11, 23), date(2035, 1, 1)):
        tour = _tour(plan, today)
        last = tour.steps[-1].at
        assert last is not None
        assert Calendar().is_working(last.date())
        assert tour.starts < last


def test_the_cast_has_every_role_and_works_in_units_of_the_plan(plan: Plan) -> None:
    cast = demo.cast(plan)
    assert len({actor.role for actor in cast}) == 4
    assert all(actor.unit is None or plan.unit(actor.unit) for actor in cast)


# ---- the screen -----------------------------------------------------------------------------------------------------


def _printed(reply: Reply, *, to: str = "Lan", repeat: bool = False) -> str:
    out = io.StringIO()
    Screen("Lan", Console(file=out, width=100, highlight=False)).show(Said(to, reply, repeat, {}))
    return out.getvalue()


def test_every_block_shows_in_the_terminal_and_choices_have_the_numbers_one_types() -> None:
    reply = Reply(
        (
            Heading("Đầu đề"),
            Paragraph("câu trả lời", strong=True),
            Fields((("Hạn", "31/12/2026"),)),
            Items(("một", "hai"), numbered=True, start=3),
            Note("lưu ý"),
            Source("Phụ lục, mục II"),
        ),
        (Choice("Sửa", Action("x"), row=1), Choice("Hoàn tác", Action("y"), row=1), Choice("Thôi", Action("z"))),
    )
    shown = _printed(reply, repeat=True)
    for words in ("(gửi lại)", "Đầu đề", "Hạn:", "31/12/2026", "3. một", "4. hai", "lưu ý", "Phụ lục, mục II"):
        assert words in shown
    assert "[1] Sửa   [2] Hoàn tác" in shown
    assert "[3] Thôi" in shown


def test_what_somebody_wrote_cannot_steer_the_terminal() -> None:
    shown = _printed(Reply((Paragraph("\x1b[2J[red]đỏ[/red]\x07"),)))
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "[red]đỏ[/red]" in shown


def test_a_message_to_somebody_else_only_says_how_it_begins() -> None:
    shown = _printed(Reply((Paragraph("Có đề nghị mới"), Paragraph("chi tiết"))), to="Minh")
    assert "Minh" in shown
    assert "Có đề nghị mới" in shown
    assert "chi tiết" not in shown


async def test_pictures_and_files_are_saved_and_the_screen_says_where(tmp_path: Path) -> None:
    out = io.StringIO()
    screen = Screen("Lan", Console(file=out, width=200, highlight=False))
    channel = TerminalChannel(screen.show, tmp_path / "files")
    reply = Reply((Picture(b"\x89PNG", "Tiến độ"), Document("../Báo cáo quý IV.docx", b"docx")))
    await channel.send("Lan", reply, replaces=None, first_part=0, repeat=False, part_sent=_ignored)
    saved = {path.name: path.read_bytes() for path in sorted((tmp_path / "files").iterdir())}
    assert saved.pop("_Báo cáo quý IV.docx") == b"docx"
    assert list(saved.values()) == [b"\x89PNG"]
    assert f"Đã lưu: {tmp_path / 'files' / '_Báo cáo quý IV.docx'}" in out.getvalue()


async def _ignored(parts: int) -> None:
    return None


async def test_the_clock_of_a_session_runs_on_from_where_it_was_set() -> None:
    from datetime import datetime, timedelta

    start = datetime.fromisoformat("2026-12-01T08:00+07:00")
    watch = terminal_session.Watch(start)
    assert timedelta(0) <= watch() - start < timedelta(minutes=1)
    watch.set(start - timedelta(days=3))
    assert watch() < start


async def test_what_is_typed_while_the_disk_is_full_is_kept_once_there_is_room(tmp_path: Path) -> None:
    """The person is told that nothing is recorded yet; the line is brought again until it is, and answered once."""
    given = Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{tmp_path / 'full.sqlite3'}")  # type: ignore[call-arg]
    said: list[str] = []
    told = asyncio.Event()

    def show(one: Said) -> None:
        said.append(text_of(one.reply))
        told.set()

    with limited("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000") as disk:
        async with terminal_session.session(given, show, fresh=False) as talk:
            with contextlib.closing(sqlite3.connect(tmp_path / "full.sqlite3")) as other:
                other.execute("VACUUM")  # no page is left over
            disk.begin()
            typing = asyncio.create_task(talk.types("Lan", "xin chào " * 400))
            await asyncio.wait_for(told.wait(), 30)
            assert said == [WAITING]
            assert not typing.done()
            async with talk.app.database.read() as uow:
                assert await uow.inbox.lanes() == []
            disk.end()
            await asyncio.wait_for(typing, 30)
            await talk.types("Lan", "/start")
    assert sum("chỉ phục vụ cán bộ" in text for text in said) == 2, "one answer to each of the two lines"
    assert len(said) == 3
