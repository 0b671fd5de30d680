"""The periodic report as a Word document, in the skeleton that reports of this kind share: direction, results by area
in the plan's order, assessment, what comes next, proposals; annex I the tasks, annex II the targets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from zoneinfo import ZoneInfo

from handlers.reported import Line
from handlers.reporting.agency import Agency
from handlers.reporting.charts import unit_names
from handlers.reporting.citing import cited
from handlers.reporting.facts import Facts, Tally
from handlers.reporting.frame import annex_title, dear, head, number_of, section, signed, subsection, titled
from handlers.reporting.paper import Cell, Paper, Run, paragraph, quoted, table
from handlers.reporting.targets import TargetLine
from handlers.wording import common, papers
from handlers.wording import records as record_words
from handlers.wording import reports as words
from knowledge.report_periods import following
from knowledge.standing import Group

_UNIT_WIDTHS = (52, 14, 16, 16, 16, 16, 14, 16)
_TASK_WIDTHS = (12, 62, 25, 26, 27, 23, 22, 17, 18, 15)
_TARGET_WIDTHS = (12, 94, 42, 32, 25, 42)


def report(facts: Facts, agency: Agency, targets: Sequence[TargetLine], zone: ZoneInfo) -> bytes:
    """The .docx. The same facts give the same bytes."""
    period = words.period(facts.period)
    about = quoted(words.ABOUT.format(subject=agency.subject, period=period))
    paper = Paper(about, agency.issuer, facts.cutoff)
    paper.add(
        head(agency, number_of(agency, words.CODE), facts.day), *titled(words.KIND, about), *dear(agency.addressee)
    )
    data = words.data(facts.period, facts.cutoff, zone)
    opening = words.OPENING.format(
        plan=cited(facts.followed.plan), issuer=quoted(agency.issuer), period=period, data=data[0].lower() + data[1:]
    )
    paper.add(paragraph(opening))
    paper.add(section(f"I. {words.LEADING}"), *_leading())
    paper.add(section(f"II. {words.RESULTS}"), *_results(facts, targets))
    paper.add(section(f"III. {words.COMMON}"), *_assessment(facts))
    paper.add(section(f"IV. {words.AHEAD.format(period=words.period(following(facts.period)))}"), *_ahead(facts))
    paper.add(section(f"V. {words.PROPOSALS}"), *_proposals(facts), paragraph(_closing(agency, period), keep_next=True))
    paper.add(signed(agency, agency.recipient_lines))
    number = 0
    for title, content, landscape in (
        (words.ANNEX_TASKS, _tasks(facts), True),
        (words.ANNEX_TARGETS, _targets(targets), True),
    ):
        if content:
            number += 1
            paper.annex(landscape=landscape)
            roman = ("I", "II")[number - 1] if targets else ""
            paper.add(*annex_title(roman, title, _belongs(agency, facts)), content)
    return paper.content()


def _leading() -> Iterable[str]:
    for number, part in enumerate(words.LEADING_PARTS, 1):
        yield subsection(f"{number}. {part}")
        yield paragraph(words.OTHERS)


# ---- results --------------------------------------------------------------------------------------------------------


def _results(facts: Facts, targets: Sequence[TargetLine]) -> Iterable[str]:
    tally = facts.tally
    total = papers.count(tally.total)
    yield paragraph(words.RESULTS_ALL.format(total=total, parts=_parts(tally), rate=words.rate(tally.rate)))
    plan = facts.followed.plan
    for number, area in enumerate(plan.areas, 1):
        yield subsection(f"{number}. {area.title}")
        yield from _area(
            facts.by_area.get(area.code, Tally(())), [t for t in targets if t.target.area == area.code], facts
        )
    if "" in facts.by_area:
        yield subsection(f"{len(plan.areas) + 1}. {words.NO_AREA}")
        yield from _area(facts.by_area[""], [t for t in targets if t.target.area is None], facts)


def _parts(tally: Tally) -> str:
    """ ", trong đó: hoàn thành đúng hạn 08; …": the groups that have any."""
    parts = []
    for group, name in words.GROUPS.items():
        if tally.of(group):
            part = words.PART.format(name=name[0].lower() + name[1:], count=papers.count(tally.of(group)))
            idle = group is Group.IN_TIME and tally.idle
            parts.append(part + (words.IDLE_AMONG.format(count=papers.count(tally.idle)) if idle else ""))
    return words.PARTS.format(parts="; ".join(parts)) if parts else ""


def _area(tally: Tally, targets: Sequence[TargetLine], facts: Facts) -> Iterable[str]:
    if tally.total:
        yield paragraph(words.AREA_ALL.format(total=papers.count(tally.total), parts=_parts(tally)))
    else:
        yield paragraph(words.AREA_NONE)
    running = [line for line in tally.lines if line.group is Group.IN_TIME]
    lists = (
        (words.DONE_LIST, [x for x in tally.lines if x.group in (Group.DONE_IN_TIME, Group.DONE_LATE)], _done),
        (words.RUNNING_LIST, [x for x in running if x.begun], _running),
        (words.SUSPENDED_LIST, [x for x in tally.lines if x.group is Group.SUSPENDED], _running),
    )
    letters = iter(words.LETTERS)
    for title, lines, told in lists:
        if lines:
            yield paragraph(f"{next(letters)}) {title}", keep_next=True)
            yield from (_item(told(line, facts)) for line in lines)
    overdue = [record_words.coded(x.task.code, x.occurrence.period) for x in tally.lines if x.group is Group.OVERDUE]
    if overdue:
        yield paragraph(f"{next(letters)}) {words.OVERDUE_CODES.format(codes=', '.join(overdue))}")
    silent = [record_words.coded(x.task.code, x.occurrence.period) for x in running if not x.begun]
    if silent:
        yield paragraph(f"{next(letters)}) {words.IDLE_LIST.format(codes=', '.join(silent))}")
    measured = [t for t in targets if t.latest is not None and t.latest.target == t.target.code]
    if measured:
        yield paragraph(f"{next(letters)}) {words.TARGETS_LIST}", keep_next=True)
        yield from (_item(_target(t)) for t in measured)


def _item(text: str) -> str:
    return paragraph(text, after=3)


def _units(line: Line, facts: Facts) -> str:
    return _names(line.task.lead, facts) or line.task.lead_printed or words.NO_UNIT


def _names(codes: Iterable[str], facts: Facts) -> str:
    return ", ".join(unit.name for code in codes if (unit := facts.followed.plan.unit(code)))


def _done(line: Line, facts: Facts) -> str:
    return words.DONE_LINE.format(
        title=quoted(words.title(line)),
        units=quoted(_units(line, facts)),
        day=common.day(line.completed or facts.day),
        late=words.DONE_LATE.format(days=line.days_late) if line.days_late else "",
        documents=words.DOCUMENTS.format(documents=words.proofs(line)) if words.proofs(line) else "",
    )


def _running(line: Line, facts: Facts) -> str:
    return words.RUNNING_LINE.format(
        title=quoted(words.title(line)),
        units=quoted(_units(line, facts)),
        progress=words.progress(line),
        note=_note(line),
    )


def _overdue(line: Line, facts: Facts) -> str:
    return words.OVERDUE_LINE.format(
        title=quoted(words.title(line)),
        units=quoted(_units(line, facts)),
        due=common.day(line.due) if line.due else "",
        days=line.days_late,
        progress=words.progress(line),
        note=_note(line),
    )


def _note(line: Line) -> str:
    said = words.note(line)
    return quoted("; " + said) if said else ""


def _target(line: TargetLine) -> str:
    return words.TARGET_LINE.format(
        metric=quoted(line.target.metric), value=line.value_words, goal=quoted(line.goal_words)
    )


# ---- assessment and what comes next ---------------------------------------------------------------------------------


def _assessment(facts: Facts) -> Iterable[str]:
    yield subsection(f"1. {words.ACHIEVED}")
    yield paragraph(words.ACHIEVED_UNITS.format(rate=words.rate(facts.tally.rate)), keep_next=True)
    yield table(_UNIT_WIDTHS, _summary_head(), _summary_rows(facts))
    hint = words.RATE_HINT
    if facts.before:
        day = common.day(facts.followed.followed_from)
        hint += " " + words.BEFORE_HINT.format(count=facts.before, day=day)
    yield paragraph(hint, size=11, first_line=0, before=3, style="italic")
    yield paragraph(words.OTHERS)
    yield subsection(f"2. {words.LIMITS}")
    overdue = facts.of(Group.OVERDUE)
    if overdue:
        yield paragraph(words.LIMITS_SOME.format(count=papers.count(len(overdue))), keep_next=True)
        yield from (_item(_overdue(line, facts)) for line in overdue)
        yield paragraph(words.CAUSES)
    else:
        yield paragraph(words.LIMITS_NONE)


def _summary_head() -> list[list[Cell]]:
    return [
        [
            Cell(words.UNIT_COLUMN, down="start"),
            Cell(words.TOTAL, down="start"),
            Cell(words.DONE_SPAN, across=2),
            Cell(words.OPEN_SPAN, across=2),
            Cell(words.SUSPENDED, down="start"),
            Cell(words.RATE, down="start"),
        ],
        [
            Cell(down="more"),
            Cell(down="more"),
            *(Cell(name) for name in (words.IN_TIME, words.LATE, words.RUNNING, words.LATE)),
            Cell(down="more"),
            Cell(down="more"),
        ],
    ]


def _summary_rows(facts: Facts) -> list[list[Cell]]:
    plan = facts.followed.plan
    rows = [_summary_row(unit_names(lead, plan), tally) for lead, tally in facts.by_lead.items()]
    return [*rows, _summary_row(words.SUM, facts.tally, bold=True)]


def _summary_row(name: str, tally: Tally, *, bold: bool = False) -> list[Cell]:
    shown = [tally.total, *(tally.of(group) for group in words.GROUPS)]
    numbers = [Cell(str(number), "center", bold) for number in shown]
    return [Cell(Run(name), bold=bold), *numbers, Cell(words.rate(tally.rate), "center", bold)]


def _ahead(facts: Facts) -> Iterable[str]:
    number = 1
    overdue = facts.tally.of(Group.OVERDUE)
    if overdue:
        yield paragraph(f"{number}. {words.AHEAD_LATE.format(count=papers.count(overdue))}")
        number += 1
    due = [line for line in facts.upcoming if line.group is not Group.OVERDUE and line.due]
    if due:
        yield paragraph(f"{number}. {words.AHEAD_DUE.format(count=papers.count(len(due)))}", keep_next=True)
        letters = iter(words.LETTERS)
        for day, on_day in groupby(due, key=lambda line: line.due):
            yield from _coming(next(letters, "-"), day, list(on_day), facts)
    else:
        yield paragraph(f"{number}. {words.AHEAD_NONE}")
    yield paragraph(f"{number + 1}. {words.OTHERS}")


def _coming(letter: str, day: date | None, lines: Sequence[Line], facts: Facts) -> Iterable[str]:
    """What falls due on one day."""
    yield paragraph(f"{letter}) {words.UPCOMING_DAY.format(due=papers.tabular_day(day))}", keep_next=True)
    for number, line in enumerate(lines, 1):
        shape = words.UPCOMING_LAST if number == len(lines) else words.UPCOMING_LINE
        yield _item(shape.format(title=quoted(words.title(line)), units=quoted(_units(line, facts))))


def _proposals(facts: Facts) -> Iterable[str]:
    hindered: dict[tuple[str, str], list[str]] = {}
    for line in facts.lines:
        note = words.obstacle(line).strip().rstrip(".")
        if note and line.group in (Group.IN_TIME, Group.OVERDUE):
            hindered.setdefault((_units(line, facts), note), []).append(line.task.code)
    if hindered:
        yield paragraph(words.OBSTACLES, keep_next=True)
    for (units, note), codes in hindered.items():
        named = ", ".join(dict.fromkeys(codes))
        yield _item(words.OBSTACLE_LINE.format(units=quoted(units), note=quoted(note), codes=named))
    yield paragraph(words.OTHERS)


def _closing(agency: Agency, period: str) -> str:
    shape = words.CLOSING_TO if agency.addressee else words.CLOSING
    return shape.format(
        subject=quoted(agency.subject), period=period, issuer=quoted(agency.issuer), to=quoted(agency.addressee)
    )


# ---- annexes --------------------------------------------------------------------------------------------------------


def _belongs(agency: Agency, facts: Facts) -> str:
    return papers.ANNEX_OF.format(
        kind=words.KIND_LOWER,
        code=words.CODE,
        symbol=agency.symbol,
        month=papers.month_in_words(facts.day),
        year=facts.day.year,
        issuer=quoted(agency.issuer),
    )


def _tasks(facts: Facts) -> str:
    rows: list[list[Cell]] = []
    titles = {area.code: f"{area.code}. {area.title}" for area in facts.followed.plan.areas}
    for area, tally in facts.by_area.items():
        rows.append([Cell(Run(titles.get(area, words.NO_AREA)), bold=True, across=len(words.TASK_COLUMNS))])
        rows += [_task(line, facts) for line in tally.lines]
    return table(_TASK_WIDTHS, [[Cell(name) for name in words.TASK_COLUMNS]], rows, 10.5) if rows else ""


def _task(line: Line, facts: Facts) -> list[Cell]:
    task = line.task
    said = [words.progress(line), "" if line.blocked else words.note(line)]
    texts = (
        words.title(line),
        _names(task.lead, facts) or task.lead_printed,
        _names(task.cooperating, facts) or task.cooperating_printed,
        task.product,
        words.due(line),
        ". ".join(part for part in said if part),
        words.group(line),
        words.proofs(line),
        words.obstacle(line),
    )
    return [Cell(Run(task.code), "center"), *(Cell(Run(text)) for text in texts)]


def _targets(targets: Sequence[TargetLine]) -> str:
    rows: list[list[Cell]] = []
    for horizon, of_horizon in groupby(targets, key=lambda line: line.target.horizon):
        title = words.TO_HORIZON.format(horizon=horizon)
        rows.append([Cell(title, bold=True, across=len(words.TARGET_COLUMNS))])
        rows += [_target_row(number, line) for number, line in enumerate(of_horizon, 1)]
    return table(_TARGET_WIDTHS, [[Cell(name) for name in words.TARGET_COLUMNS]], rows, 11) if rows else ""


def _target_row(number: int, line: TargetLine) -> list[Cell]:
    return [
        Cell(str(number), "center"),
        Cell(Run(line.target.metric)),
        Cell(Run(line.goal_words)),
        Cell(Run(line.value_words) if line.value is not None else words.OTHERS, "center"),
        Cell(line.share_words, "center"),
        Cell(Run(line.note_words)),
    ]
