"""People invited by a list: a template goes out, the filled workbook comes back, each row is checked first."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from handlers.flow import stop_waiting, wait_for
from handlers.invitations import issue_invite
from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Document, Heading, Items, Note, Paragraph, Reply, say
from handlers.turn import ActionHandler, FileHandler, FlowHandler, Turn
from handlers.units import named_exactly, own_units, plan_of, role_named, unit_name, unit_named
from handlers.wording import common
from handlers.wording import office as office_words
from handlers.wording import staff_list as words
from handlers.wording.roles import ROLES
from knowledge.importing.packages import package_kind
from knowledge.model import Plan
from knowledge.vietnamese import clean, fold
from storage.records import Role

LASTS = timedelta(hours=72)
MOST = 300
FAULTS_SHOWN = 10
NAME_WORDS = range(2, 7)
_SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the list; `unit`: its code, "" for none."""

    name: str
    unit: str
    role: str


async def _start(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The template, and the wait for it to come back."""
    await wait_for(turn, "staff_list.file", {})
    plan = await plan_of(turn)
    template = Document(words.TEMPLATE, _template(plan))
    return Reply((Paragraph(words.HOW), template), (Choice(common.NO, Action("progress.drop")),))


def _template(plan: Plan | None) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    units = [unit.name for unit in own_units(plan)] if plan else []
    with xlsxwriter.Workbook(out, _SAFE) as book:
        sheet, names = book.add_worksheet(words.SHEET), book.add_worksheet(words.NAMES_SHEET)
        bold = book.add_format({"bold": True})
        for column, (title, width) in enumerate(words.COLUMNS):
            sheet.write_string(0, column, title, bold)
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
        for column, listed in ((1, units), (2, list(ROLES.values()))):
            names.set_column(column, column, 40)
            for row, name in enumerate(listed):
                names.write_string(row, column, name)
            if listed:
                letter = "BC"[column - 1]
                source = f"='{words.NAMES_SHEET}'!${letter}$1:${letter}${len(listed)}"
                sheet.data_validation(1, column, MOST, column, {"validate": "list", "source": source})
    return out.getvalue()


def _cells(content: bytes) -> list[tuple[str, ...]] | None:
    """The first sheet's rows as text; None for what is no workbook, or one that unpacks to too much."""
    import openpyxl

    try:
        if package_kind(content) != "xlsx":
            return None
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(max_row=MOST + 2, max_col=len(words.COLUMNS), values_only=True)
        return [tuple(clean(str(cell or "")[:200]) for cell in row) for row in rows]
    except Exception:  # whatever a broken workbook makes its reader raise
        return None


def _checked(rows: Sequence[tuple[str, ...]], plan: Plan | None) -> tuple[list[Row], list[str]]:
    """The people of the list, and what is wrong with its other rows, each by its number."""
    found: list[Row] = []
    faults: list[str] = []
    first: dict[str, int] = {}
    for number, cells in enumerate(rows, 2):
        name, unit, role = (*cells, "", "", "")[:3]
        if not any(cells):
            continue
        parts = name.split()
        code = (named_exactly(unit, plan) or unit_named(unit, plan)) if plan and unit else None
        meant = role_named(role) if role else Role.STAFF
        slots = {"row": number, "name": name}
        if len(parts) not in NAME_WORDS or not all(part.replace(".", "").isalpha() for part in parts):
            faults.append(words.BAD_NAME.format(row=number, typed=common.shorten(name, 40)))
        elif unit and code is None:
            faults.append(words.BAD_UNIT.format(typed=common.shorten(unit, 40), **slots))
        elif meant is None:
            faults.append(words.BAD_ROLE.format(typed=common.shorten(role, 40), **slots))
        elif fold(name) + (code or "") in first:
            faults.append(words.TWICE.format(first=first[fold(name) + (code or "")], **slots))
        else:
            first[fold(name) + (code or "")] = number
            found.append(Row(" ".join(parts), code or "", meant.value))
    return found, faults


async def _file(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    """The list came back: what it says, row by row where something is wrong; nothing is made yet."""
    if typed.startswith("/"):
        return None
    file = await turn.file()
    rows = _cells(file.content) if file else None
    if rows is None:
        return say(words.NOT_A_LIST)
    if len(rows) > MOST + 1:
        return say(words.TOO_LONG.format(limit=MOST))
    plan = await plan_of(turn)
    found, faults = _checked(rows[1:], plan)
    if not found and not faults:
        return say(words.EMPTY)
    counts = Counter(unit_name(row.unit or None, plan, office_words.NO_UNIT) for row in found)
    lines = tuple(words.BY_UNIT.format(unit=unit, count=count) for unit, count in sorted(counts.items()))
    blocks: list[Block] = [Heading(words.FOUND.format(count=len(found), faults=len(faults)))]
    blocks += [Items(lines)] if lines else []
    if faults:
        blocks += [Paragraph(words.FAULTS, strong=True), Items(tuple(faults[:FAULTS_SHOWN]))]
        left = len(faults) - FAULTS_SHOWN
        blocks += [Note(common.MORE_LINES.format(count=left))] if left > 0 else []
    packed = json.dumps([[row.name, row.unit, row.role] for row in found], ensure_ascii=False)
    make = Choice(
        words.MAKE.format(count=len(found)), Action("staff_list.make", {"rows": packed, "at": turn.key}), row=1
    )
    no = Choice(common.NO, Action("progress.drop"), row=1)
    return Reply(tuple(blocks), (*((make,) if found else ()), no))


async def _waiting(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    """Text is no list: it is a new message."""
    return None


async def _make(turn: Turn, arguments: dict[str, str]) -> Reply:
    """An invitation for each, once; the codes come as a workbook."""
    key = f"staff_list.{arguments['at']}"
    if await turn.uow.settings.get(key) is not None:
        return say(words.MADE_ALREADY)
    await stop_waiting(turn)
    await turn.uow.settings.set(key, "1", turn.now)
    plan, lines = await plan_of(turn), []
    for name, unit, role in json.loads(arguments["rows"]):
        issued = await issue_invite(turn.uow, Role(role), unit or None, turn.now, turn.who.id, lasts=LASTS, name=name)
        link = turn.capabilities.start_link.format(code=issued.code.replace("-", ""))
        until = common.moment(issued.until, turn.zone)
        lines.append((name, unit_name(unit or None, plan), ROLES[Role(role)], issued.code, link, until))
    await log_act(turn, "invite", words.LOGGED.format(count=len(lines)))
    made = words.MADE.format(count=len(lines), until=common.moment(turn.now + LASTS, turn.zone))
    file = Document(words.FILE.format(day=turn.today.isoformat()), _invitations(lines))
    return Reply((Paragraph(made, strong=True), file))


def _invitations(lines: Sequence[Sequence[str]]) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _SAFE) as book:
        sheet, bold = book.add_worksheet(words.SHEET), book.add_format({"bold": True})
        for column, (title, width) in enumerate(words.INVITE_COLUMNS):
            sheet.write_string(0, column, title, bold)
            sheet.set_column(column, column, width)
        for row, cells in enumerate(lines, 1):
            for column, text in enumerate(cells):
                sheet.write_string(row, column, text)
        sheet.freeze_panes(1, 0)
    return out.getvalue()


ACTIONS: Mapping[str, ActionHandler] = {"staff_list.start": _start, "staff_list.make": _make}
FLOWS: Mapping[str, FlowHandler] = {"staff_list.file": _waiting}
FILES: Mapping[str, FileHandler] = {"staff_list.file": _file}
