"""How a plan looks in a terminal: its counts, its outline, and one record."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from bot.cli.wording import plan_view as words
from handlers.wording.plan import PASSAGES, RECORDS
from knowledge.importing.summary import summarize
from knowledge.model import Area, Correction, Group, Passage, Plan, Target, Task, Unit

_Record = Task | Target | Area | Group | Unit | Passage


def print_summary(console: Console, plan: Plan) -> None:
    """Prints what `plan` holds, counted, and each deadline that no date could be read from."""
    counts = summarize(plan)
    table = Table(title=Text(plan.title), show_header=False, title_justify="left", box=None, padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    table.add_column()
    table.add_row(str(len(counts.areas)), words.AREAS.format(groups=counts.groups))
    table.add_row(str(counts.targets), words.TARGETS)
    for horizon in counts.horizons:
        total = horizon.with_value + horizon.without_value
        slots = {"measured": horizon.with_value, "others": horizon.without_value}
        table.add_row("", words.HORIZON.format(year=horizon.horizon, total=total, **slots))
    table.add_row(str(counts.tasks), words.TASKS)
    for area in counts.areas:
        inside = ", ".join(f"{code}: {number}" for code, number in area.groups)
        table.add_row("", Text(f"{area.code}. {area.title}: {area.tasks}" + (f" ({inside})" if inside else "")))
    for kind, number in counts.passages:
        table.add_row(str(number), PASSAGES[kind].lower())
    table.add_row(str(counts.units), words.UNITS)
    table.add_row(str(counts.corrections), words.CORRECTIONS)
    table.add_row(str(counts.notes), words.NOTES)
    table.add_row(str(len(counts.unread_deadlines)), words.UNREAD)
    for code, text in counts.unread_deadlines:
        table.add_row("", Text(f"{code}: {text}"))
    console.print(table)


def print_corrections(console: Console, plan: Plan) -> None:
    """Prints each correction beside what was printed, and each note, with the place of its record."""
    records: list[Plan | Target | Task | Passage] = [plan, *plan.targets, *plan.tasks, *plan.passages]
    for record in records:
        lines = [_correction(correction) for correction in record.corrections]
        lines += [f"{words.NOTE}: {note}" for note in record.notes]
        if lines:
            named = plan.short_title if isinstance(record, Plan) else f"{record.code} ({record.place})"
            console.print(Text(named, style="bold"))
            for line in lines:
                console.print(Text(f"  {line}"))
    console.print()


def print_outline(console: Console, plan: Plan) -> None:
    """Prints the plan as a tree: areas with their targets and tasks, then the running text."""
    root = Tree(Text(plan.title, style="bold"))
    for area in plan.areas:
        branch = root.add(Text(f"{area.code}. {area.title}", style="bold"))
        for target in plan.targets:
            if target.area == area.code:
                branch.add(Text(f"{target.code} {_target_line(target)}"))
        groups = {group.code: group for group in plan.groups if group.area == area.code}
        places = {code: branch.add(Text(f"{code}. {group.title}")) for code, group in groups.items()}
        for task in plan.tasks:
            if task.area == area.code:
                places.get(task.group or "", branch).add(Text(f"{task.code} {task.title} · {task.deadline}"))
    kinds: dict[str, Tree] = {}
    for passage in plan.passages:
        if passage.kind not in kinds:
            kinds[passage.kind] = root.add(Text(PASSAGES[passage.kind], style="bold"))
        kinds[passage.kind].add(Text(f"{passage.code} {passage.title or _cut(passage.text)}"))
    console.print(root)


def print_record(console: Console, plan: Plan, code: str) -> bool:
    """Prints every record whose code is `code` (any case, "II.05" for "II.5"); False when there is none."""
    found = [(kind, record) for kind, record in _records(plan) if canonical(record.code) == canonical(code)]
    for kind, record in found:
        table = Table(
            title=Text(f"{RECORDS[kind].capitalize()} {record.code}"), show_header=False, title_justify="left"
        )
        table.add_column(style="dim", no_wrap=True)
        table.add_column()
        for label, text in _rows(plan, record):
            if text:
                table.add_row(label, Text(text))
        console.print(table)
    return bool(found)


def canonical(code: str) -> str:
    """A code as codes are compared: case folded, no blanks, no leading zeros ("II.05" → "ii.5")."""
    return ".".join(part.lstrip("0") or part for part in code.casefold().replace(" ", "").split("."))


def nearest_codes(plan: Plan, code: str) -> list[str]:
    """Up to five codes of the plan that look like `code`."""
    codes = {canonical(record.code): record.code for _, record in _records(plan)}
    return [codes[near] for near in difflib.get_close_matches(canonical(code), codes, n=5, cutoff=0.5)]


def _records(plan: Plan) -> Iterable[tuple[str, _Record]]:
    for kind in ("tasks", "targets", "areas", "groups", "units", "passages"):
        for record in getattr(plan, kind):
            yield kind, record


def _rows(plan: Plan, record: _Record) -> list[tuple[str, str]]:
    match record:
        case Task():
            rows = _task_rows(plan, record)
        case Target():
            rows = _target_rows(record)
        case Unit():
            rows = _unit_rows(plan, record)
        case Passage():
            rows = [(words.KIND, PASSAGES[record.kind]), (words.TITLE, record.title), (words.TEXT, record.text)]
        case Area():
            rows = [(words.NAME, record.title), (words.ALSO, "; ".join(record.names))]
            rows += [(words.TARGET, _codes(target for target in plan.targets if target.area == record.code))]
            rows += [(words.TASK, _codes(task for task in plan.tasks if task.area == record.code))]
        case Group():
            rows = [(words.NAME, record.title), (words.AREA, record.area)]
            rows += [(words.TASK, _codes(task for task in plan.tasks if task.group == record.code))]
    if not isinstance(record, Unit):
        rows.append((words.PLACE, record.place))
    if isinstance(record, Task | Target | Passage):
        rows += [(words.NOTE, note) for note in record.notes]
        rows += [(words.CORRECTED, _correction(correction)) for correction in record.corrections]
    return rows


def _task_rows(plan: Plan, task: Task) -> list[tuple[str, str]]:
    return [
        (words.TASK, task.title),
        (words.ALSO, "; ".join(task.names)),
        (words.AREA, words.IN_GROUP.format(area=task.area, group=task.group) if task.group else task.area),
        (words.LEAD, task.lead_printed or _unit_names(plan, task.lead)),
        (words.COOPERATING, task.cooperating_printed or _unit_names(plan, task.cooperating)),
        (words.PRODUCT, task.product),
        (words.DEADLINE, task.deadline),
        (words.MILESTONES, "; ".join(task.milestones)),
    ]


def _target_rows(target: Target) -> list[tuple[str, str]]:
    pace, path = target.pace, ""
    if pace is not None:
        path = words.PATH.format(start=pace.start, year=pace.start_year, step=pace.step, limit=pace.limit)
    return [
        (words.TARGET, target.metric),
        (words.VALUE, _value(target)),
        (words.BASELINE, target.baseline or ""),
        (
            words.GOAL,
            words.IN_YEAR.format(goal=target.horizon, year=target.year) if target.year else str(target.horizon),
        ),
        (words.PACE, path),
        (words.ALSO, "; ".join(target.names)),
        (words.STATEMENT, target.statement),
    ]


def _unit_rows(plan: Plan, unit: Unit) -> list[tuple[str, str]]:
    return [
        (words.NAME, unit.name),
        (words.SHORT, unit.short),
        (words.ALSO, "; ".join(unit.aliases)),
        (words.PART_OF, unit.part_of or ""),
        (words.KIND, words.OUTSIDE if unit.outside else words.COLLECTIVE if unit.collective else ""),
        (words.LEAD, _codes(task for task in plan.tasks if unit.code in task.lead)),
        (words.COOPERATING, _codes(task for task in plan.tasks if unit.code in task.cooperating)),
    ]


def _unit_names(plan: Plan, codes: tuple[str, ...]) -> str:
    units = {unit.code: unit.name for unit in plan.units}
    return "; ".join(units.get(code, code) for code in codes)


def _target_line(target: Target) -> str:
    value = _value(target)
    return f"({target.horizon}) {target.metric}" + (f": {value}" if value else "")


def _value(target: Target) -> str:
    if target.value is None:
        return ""
    return target.value_printed or f"{target.comparator or ''} {target.value:g}{target.unit}".strip()


def _codes(records: Iterable[_Record]) -> str:
    return ", ".join(record.code for record in records)


def _correction(correction: Correction) -> str:
    reason = f" ({correction.reason})" if correction.reason else ""
    return f"“{correction.printed}” → “{correction.corrected}”{reason}"


def _cut(text: str, length: int = 70) -> str:
    line = text.split("\n", 1)[0]
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
