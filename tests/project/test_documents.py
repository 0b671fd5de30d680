"""The documents keep up with the program."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from handlers.commands import COMMANDS
from handlers.wording.commands import DESCRIPTIONS
from storage.records import Role

ROOT = Path(__file__).parents[2]


def test_every_command_is_described_in_help_and_in_the_guide_of_those_who_use_it() -> None:
    staff = (ROOT / "docs" / "huong-dan-can-bo.md").read_text()
    office = (ROOT / "docs" / "huong-dan-van-phong.md").read_text()
    for command in COMMANDS:
        assert DESCRIPTIONS[command.name]
        assert f"/{command.name}" in (staff if Role.STAFF in command.roles else office), command.name


def test_the_guides_name_no_command_that_does_not_exist() -> None:
    names = {command.name for command in COMMANDS}
    for guide in ("huong-dan-can-bo.md", "huong-dan-van-phong.md"):
        text = (ROOT / "docs" / guide).read_text()
        assert set(re.findall(r"`/([a-z0-9_]+)", text)) <= names, guide


def test_every_decision_is_in_the_index() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text()
    assert [p.name for p in sorted(folder.glob("0*.md")) if p.name not in index] == []


def test_links_in_the_documents_lead_somewhere() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
        for link in re.findall(r"\]\(([^)#]+)", page.read_text())
        if not link.startswith(("http", "mailto")) and not (page.parent / link).exists()
    ]
    assert broken == []


def test_nothing_that_looks_like_a_bot_token_is_kept() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    token = re.compile(rb"\b\d{8,10}:[A-Za-z0-9_-]{35}\b")
    assert [
        name for name in listed if name and (ROOT / name).is_file() and token.search((ROOT / name).read_bytes())
    ] == []
