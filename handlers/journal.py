"""The office's log: who did what, when, before and after."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from handlers import ledger
from handlers.messages import Action, Choice, Document, Heading, Items, Made, Making, Paragraph, Reply, say
from handlers.office import Office
from handlers.paging import PAGE_SIZE
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from handlers.wording import ledger as ledger_words
from handlers.wording import office as words
from knowledge import deadlines
from knowledge.vietnamese import fold
from storage.records import AuditEntry
from storage.unit_of_work import UnitOfWork

MOST_ROWS = 20000
"""Rows of an export."""


async def log_act(turn: Turn, action: str, subject: str, before: str = "", after: str = "") -> None:
    """Keeps one act of the person speaking; `action` is a key of handlers.wording.office.ACTIONS."""
    who = turn.who
    await turn.uow.audit.add(
        member_id=who.id, member_name=who.name, action=action, subject=subject, now=turn.now, before=before, after=after
    )


async def command(turn: Turn, typed: str) -> Reply:
    """/nhatky [act | person | day]: the newest acts first, of one kind ("gia hạn"), of a person, of a day or month."""
    word, _, rest = typed.partition(" ")
    if fold(word) in ledger_words.WORDS:
        return await ledger.of_task(turn, rest.strip())  # "/nhatky nhac CODE": the reminders of a task
    if not typed:
        return await _page(turn, {"from": "0"})
    wanted = fold(typed)
    act = next((act for act, name in words.ACTIONS.items() if wanted == fold(name)), None)
    if act is not None:
        return await _page(turn, {"from": "0", "act": act})
    rule = deadlines.read(typed, turn.today.year)
    if rule.end is not None and rule.kind in ("date", "month"):
        first = rule.end if rule.kind == "date" else rule.end.replace(day=1)
        return await _page(turn, {"from": "0", "first": first.isoformat(), "last": rule.end.isoformat()})
    people = [m for m in await turn.uow.members.all(active=None) if f" {wanted} " in f" {fold(m.name)} "]
    if people:
        return await _page(turn, {"from": "0", "who": ",".join(str(m.id) for m in people)})
    return say(words.LOG_UNKNOWN.format(words=common.shorten(typed, 40)))


def _filter(arguments: Mapping[str, str], zone: ZoneInfo) -> dict[str, Any]:
    """The narrowing of a page or an export, as the log is asked."""
    wanted: dict[str, Any] = {"action": arguments.get("act")}
    if "who" in arguments:
        wanted["members"] = [int(number) for number in arguments["who"].split(",")]
    if "first" in arguments:
        wanted["since"] = datetime.combine(date.fromisoformat(arguments["first"]), time.min, zone)
        last = date.fromisoformat(arguments["last"]) + timedelta(days=1)
        wanted["until"] = datetime.combine(last, time.min, zone)
    return wanted


async def _page(turn: Turn, arguments: dict[str, str]) -> Reply:
    first = int(arguments["from"])
    found = await turn.uow.audit.newest(limit=PAGE_SIZE + 1, offset=first, **_filter(arguments, turn.zone))
    if not found:
        return say(words.LOG_NONE)
    lines = tuple(_line(turn, entry) for entry in found[:PAGE_SIZE])
    turning: list[Choice] = []
    if first > 0:
        before = {**arguments, "from": str(max(0, first - PAGE_SIZE))}
        turning.append(Choice(common.PREVIOUS, Action("journal.page", before), row=1))
    if len(found) > PAGE_SIZE:
        after = {**arguments, "from": str(first + PAGE_SIZE)}
        turning.append(Choice(common.NEXT, Action("journal.page", after), row=1))
    if turn.capabilities.files_out:
        turning.append(Choice(words.LOG_EXPORT, Action("journal.export", arguments), row=2))
    return Reply((Heading(words.LOG_HEADING), Items(lines)), tuple(turning), replaces=first > 0)


async def _export(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The log, as narrowed, as a workbook."""
    kept = {key: value for key, value in arguments.items() if key != "from"}
    made = Made("journal.workbook", words.LOG_HEADING, {**kept, "at": turn.now.isoformat()})
    return Reply((Paragraph(words.LOG_EXPORTED.format(at=common.moment(turn.now, turn.zone))), made))


async def workbook(uow: UnitOfWork, office: Office, zone: ZoneInfo, arguments: Mapping[str, str]) -> Making:
    """The log up to the moment `at`: when, who, what, about what, before, after. Text stays text."""
    moment = datetime.fromisoformat(arguments["at"])
    found = await uow.audit.newest(limit=MOST_ROWS, **{"until": moment, **_filter(arguments, zone)})

    def make() -> Document:
        import xlsxwriter

        out = io.BytesIO()
        safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        with xlsxwriter.Workbook(out, safe) as book:
            book.set_properties({"created": moment.replace(tzinfo=None)})
            sheet, bold = book.add_worksheet(words.LOG_HEADING), book.add_format({"bold": True, "text_wrap": True})
            dated = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
            for column, (name, width) in enumerate(words.LOG_COLUMNS):
                sheet.write_string(0, column, name, bold)
                sheet.set_column(column, column, width)
            for row, entry in enumerate(found, 1):
                sheet.write_datetime(row, 0, entry.at.astimezone(zone).replace(tzinfo=None), dated)
                act = words.ACTIONS.get(entry.action, entry.action)
                cells = (entry.member_name or words.COMMAND_LINE, act, entry.subject, entry.before, entry.after)
                for column, text in enumerate(cells, 1):
                    sheet.write_string(row, column, text)
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, max(1, len(found)), len(words.LOG_COLUMNS) - 1)
        return Document(words.LOG_FILE.format(day=moment.astimezone(zone).date().isoformat()), out.getvalue())

    return make


def _line(turn: Turn, entry: AuditEntry) -> str:
    act = words.ACTIONS.get(entry.action, entry.action)
    change = " → ".join(part for part in (entry.before, entry.after) if part)
    detail = f" ({change})" if change else ""
    who = entry.member_name or words.COMMAND_LINE
    return f"{common.moment(entry.at, turn.zone)}, {who}: {act} {entry.subject}{detail}"


ACTIONS: Mapping[str, ActionHandler] = {"journal.page": _page, "journal.export": _export}
