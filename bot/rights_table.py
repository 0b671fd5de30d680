"""The table of who may use which command and choice, made from the program's own tables: `python -m bot.rights_table`
prints it; docs/quyen-su-dung.md holds it, and a test compares the two."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from handlers import reach
from handlers.commands import COMMANDS, SUBJECTS
from handlers.reach import Reach
from handlers.wording import rights_table as words
from handlers.wording.commands import DESCRIPTIONS
from handlers.wording.roles import ROLES
from storage.records import Role


def _marks(roles: frozenset[Role]) -> str:
    return " | ".join(words.YES if role in roles else words.NO for role in Role)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def table() -> str:
    """The whole document."""
    roles = [ROLES[role] for role in Role]
    rule = "|---" * (len(roles) + 3) + "|"
    lines = [words.INTRO, "", *(f"- **{words.UNITS[one]}**: {words.UNITS_MEAN[one]}" for one in Reach)]
    lines += ["", words.COMMANDS, "", _row([words.COMMAND, *roles, words.UNIT, words.PLACE]), rule]
    for command in COMMANDS:
        place = words.PRIVATE if command.private else words.ANYWHERE
        described = DESCRIPTIONS[command.name].split(",")[0].format(code="II.5")
        far = words.UNITS[reach.COMMANDS.get(command.name, Reach.OFFICE)]
        lines.append(_row([f"`/{command.name}` {described}", _marks(command.roles), far, place]))
    lines += ["", words.CHOICES, "", _row([words.CHOICE, *roles, words.UNIT, words.PLACE]), rule]
    for subject in SUBJECTS:
        place = words.PRIVATE if subject.private else words.ANYWHERE
        names = sorted({*subject.actions, *subject.flows, *subject.files})
        for name in names:
            far = words.UNITS[reach.CHOICES.get(name, Reach.OFFICE)]
            lines.append(_row([f"`{name}`", _marks(subject.roles), far, place]))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(table())
