"""The table of who may use which command and choice, made from the program's own tables: `python -m bot.rights_table`
prints it; docs/quyen-su-dung.md holds it, and a test compares the two."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from handlers.commands import COMMANDS, SUBJECTS
from handlers.wording import common
from handlers.wording import rights_table as words
from handlers.wording.commands import DESCRIPTIONS
from storage.records import Role


def _marks(roles: frozenset[Role]) -> str:
    return " | ".join(words.YES if role in roles else words.NO for role in Role)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def table() -> str:
    """The whole document."""
    roles = [common.ROLES[role] for role in Role]
    rule = "|---" * (len(roles) + 2) + "|"
    lines = [words.INTRO, "", words.COMMANDS, "", _row([words.COMMAND, *roles, words.PLACE]), rule]
    for command in COMMANDS:
        place = words.PRIVATE if command.private else words.ANYWHERE
        described = DESCRIPTIONS[command.name].split(",")[0].format(code="II.5")
        lines.append(_row([f"`/{command.name}` {described}", _marks(command.roles), place]))
    lines += ["", words.CHOICES, "", _row([words.CHOICE, *roles, words.PLACE]), rule]
    for subject in SUBJECTS:
        place = words.PRIVATE if subject.private else words.ANYWHERE
        names = sorted({*subject.actions, *subject.flows, *subject.files})
        lines += [_row([f"`{name}`", _marks(subject.roles), place]) for name in names]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(table())
