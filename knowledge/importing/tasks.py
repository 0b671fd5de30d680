"""Entries of the task tables → areas, groups and tasks with codes that are unique in the plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.importing.annexes import Part
from knowledge.importing.cells import FIELDS
from knowledge.importing.own_months import in_month
from knowledge.importing.problems import Problem
from knowledge.importing.rows import Entry, Reading, read_rows
from knowledge.importing.units import Register, with_cooperation
from knowledge.lexicon import printed_places as places
from knowledge.lexicon.importing import ALL_THE_TIME, BODY
from knowledge.model import Area, Correction, Group, Task
from knowledge.numbering import figure_of
from knowledge.vietnamese import fold


@dataclass(slots=True)
class TaskTable:
    """What the task tables of a plan hold, in their order."""

    areas: list[Area] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)


def task_tables(parts: Sequence[Part], register: Register, problems: list[Problem]) -> TaskTable:
    """Reads every part that lists tasks; codes get the annex's prefix when more than one part does."""
    out = TaskTable()
    listing = [part for part in parts if part.columns.kind == "tasks"]
    for index, part in enumerate(listing, 1):
        prefix = "" if len(listing) == 1 else f"PL{figure_of(part.number)}." if part.number else f"B{index}."
        if prefix and any(area.code.startswith(prefix.rstrip(".")) for area in out.areas):
            prefix = f"{prefix}{index}."
        _Builder(part, prefix, register, problems, out).build()
    return out


_DUE = re.compile(
    r"(?:trước|chậm nhất|muộn nhất)\s+(?:là\s+)?(?:vào\s+)?ngày\s+"
    r"\d{1,2}(?:/\d{1,2}(?:/\d{4})?|\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)(?:\s+(?:hàng|hằng)\s+(?:năm|quý|tháng))?",
    re.IGNORECASE,
)


def place_of(part: Part, section: Entry | None, printed: str) -> str:
    """ "Phụ lục II, mục III, STT 05": how people find the row in the printed plan."""
    head = (
        f"{places.ANNEX} {part.number}".strip()
        if part.annex and (part.number or not part.called)
        else part.called
        if part.annex
        else f"{places.SHEET} {part.sheet}"
        if part.sheet
        else part.called or places.TABLE
    )
    pieces = [head]
    if section is not None and section.printed:
        pieces.append(f"{places.PART} {section.printed}")
    if printed and printed != "-":
        pieces.append(f"{places.ROW} {printed.strip(' .)')}")
    return ", ".join(pieces)


@dataclass(slots=True)
class _Builder:
    part: Part
    prefix: str
    register: Register
    problems: list[Problem]
    out: TaskTable
    area: str = ""
    area_of: dict[int, str] = field(default_factory=dict)
    group_of: dict[int, str] = field(default_factory=dict)
    unnumbered: int = 0
    last_code: str = ""
    nested: bool = False

    def build(self) -> None:
        reading = read_rows(self.part.pages)
        restarts = _restarts(reading)
        entries = reading.entries
        sections = [entry.code for entry in entries if entry.level == "section" and entry.code]
        self.nested = len(set(sections)) < len(sections)
        for entry in entries:
            if entry.level == "section":
                self.last_code = ""
                self._area(entry, _has_children(entry, entries))
            elif entry.level == "group":
                self._group(entry, restarts)
            else:
                self._task(entry, restarts)
        for where, text in reading.unused:
            self.problems.append(Problem("unused_row", severity="warning", data={"where": where, "text": text}))

    def _area(self, entry: Entry, used: bool) -> None:
        if not used:
            said = [entry.title, *(entry.values[name] for name in FIELDS if name != "title")]
            data = {"where": entry.where, "text": "; ".join(filter(None, said))}
            self.problems.append(Problem("empty_section", severity="warning", data=data))
            return
        outer = f"{entry.section.code}." if self.nested and entry.section is not None else ""
        code = self.prefix + outer + (entry.code or f"M{len(self.out.areas) + 1}")
        code = self._free(code, [area.code for area in self.out.areas])
        place = place_of(self.part, entry, "") if entry.printed else f"{place_of(self.part, None, '')}, {entry.where}"
        self.area_of[id(entry)] = code
        self._said_of_several(entry, code)
        self.out.areas.append(Area(code=code, title=entry.title or entry.code, place=place))

    def _default_area(self) -> str:
        if not self.area:
            code = self.prefix.rstrip(".") or "NV"
            self.area = self._free(code, [area.code for area in self.out.areas])
            title = self.part.title or self.part.sheet or "Nhiệm vụ"
            self.out.areas.append(Area(code=self.area, title=title, place=place_of(self.part, None, "")))
        return self.area

    def _area_code(self, entry: Entry) -> str:
        return self.area_of[id(entry.section)] if entry.section is not None else self._default_area()

    def _code(self, entry: Entry, restarts: bool) -> str:
        """The section's code goes before the number where numbers begin anew in each section."""
        if entry.code[:1].isupper() and "." in entry.code:
            return self.prefix + entry.code
        section = self.area_of[id(entry.section)] if entry.section is not None and restarts else self.prefix.rstrip(".")
        return f"{section}.{entry.code}".lstrip(".") if entry.code else ""

    def _group(self, entry: Entry, restarts: bool) -> None:
        area = self._area_code(entry)
        taken = [group.code for group in self.out.groups]
        code = self._code(entry, restarts)
        if entry.alternative == "" and self.part.columns.all("sub_number"):
            code = f"{self.prefix}N{entry.code}"
        code = self._free(code, taken)
        self.group_of[id(entry)] = code
        self.out.groups.append(
            Group(
                code=code, area=area, title=entry.title or code, place=place_of(self.part, entry.section, entry.printed)
            )
        )
        self._said_of_several(entry, code)

    def _said_of_several(self, entry: Entry, code: str) -> None:
        """What a row that heads others says beside its title, which these may not."""
        said = [entry.values[name] for name in ("lead", "cooperating", "product", "deadline", "note")]
        if any(said):
            text = "; ".join(filter(None, said))
            data = {"where": entry.where, "text": text, "code": code}
            self.problems.append(Problem("group_values", severity="warning", data=data))

    def _task(self, entry: Entry, restarts: bool) -> None:
        area = self._area_code(entry)
        group = self.group_of.get(id(entry.group)) if entry.group is not None else None
        code = self._code(entry, restarts) or self._invented(entry, area, group)
        if entry.code:
            self.last_code, self.unnumbered = code, 0
        taken = [task.code for task in self.out.tasks]
        free = self._free(code, taken)
        path = ("tasks", len(taken), "code")
        if free != code:
            data = {"value": code, "other": free}
            self.problems.append(Problem("code_twice_printed", path, severity="warning", subject=free, data=data))
        values = entry.values
        if not self.part.columns.all("lead"):
            values["lead"] = _unit_heading(entry.group) or _unit_heading(entry.section)
        if values["lead"] and not values["cooperating"]:
            values["lead"], values["cooperating"] = with_cooperation(values["lead"])
        values["deadline"] = in_month(values["deadline"], entry.section.title if entry.section else "")
        if not self.part.columns.all("deadline") and (lasting := ALL_THE_TIME.search(self.part.title.lower())):
            values["deadline"] = lasting[1].capitalize()
        milestones = _hidden_dates(values)
        for found in milestones:
            path = ("tasks", len(taken), "milestones")
            data = {"text": found}
            self.problems.append(Problem("hidden_date", path, severity="warning", subject=free, data=data))
        if not values["title"]:
            data = {"where": entry.where}
            self.problems.append(Problem("no_title_row", path, severity="warning", subject=free, data=data))
        notes = (values["note"],) if values["note"] else ()
        printed = entry.printed.strip()
        self.out.tasks.append(
            Task(
                code=free,
                printed_code=printed,
                area=area,
                group=group,
                title=values["title"] or values["product"] or f"Nhiệm vụ {free}",
                lead=self.register.codes(values["lead"]),
                lead_printed=values["lead"],
                cooperating=self.register.codes(values["cooperating"]),
                cooperating_printed=values["cooperating"],
                product=values["product"],
                deadline=values["deadline"],
                milestones=milestones,
                place=place_of(self.part, entry.section, printed),
                notes=notes,
                corrections=_dittos(entry),
            )
        )

    def _invented(self, entry: Entry, area: str, group: str | None) -> str:
        """A code for a row that prints none: the next number under its group or section."""
        under = self.last_code if self.part.columns.all("number") else ""
        if under and (entry.printed == "-" or group is None):
            self.unnumbered += 1
            return f"{under}.{self.unnumbered}"
        base = group or (area if entry.section is not None else self.prefix.rstrip("."))
        siblings = sum(task.group == group and task.area == area for task in self.out.tasks) + 1
        return f"{base}.{siblings}".lstrip(".")

    def _free(self, code: str, taken: Sequence[str]) -> str:
        used = {other.casefold() for other in taken}
        number, free = 1, code
        while free.casefold() in used:
            number += 1
            free = f"{code}-{number}"
        return free


def _dittos(entry: Entry) -> tuple[Correction, ...]:
    """What cells print that say what those above them say: "nt"."""
    fields = {"lead": "lead_printed", "cooperating": "cooperating_printed"}
    return tuple(
        Correction(field=fields.get(name, name), printed=printed, corrected=entry.values[name], reason="như trên")
        for name, printed in entry.dittos.items()
    )


def _unit_heading(entry: Entry | None) -> str:
    """The unit that a heading names, in a table that groups its tasks by unit and has no column for it."""
    title = entry.title if entry is not None else ""
    return title if len(title) < 80 and BODY.match(fold(title)) and not title.startswith("Nhóm") else ""


def _hidden_dates(values: dict[str, str]) -> tuple[str, ...]:
    """Dated phrases in the product or title that the deadline does not name."""
    phrases = [phrase for name in ("product", "title") for phrase in dated_phrases(values[name])]
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase not in values["deadline"]))


def dated_phrases(text: str) -> list[str]:
    """Each "trước ngày 15/8 hàng năm" of a text."""
    return [match[0].strip() for match in _DUE.finditer(text)]


def _restarts(reading: Reading) -> bool:
    """Whether numbers begin anew in each section: more than one section whose first number is 1."""
    first: dict[int, str] = {}
    for entry in reading.entries:
        if entry.level != "section" and entry.code and entry.section is not None:
            first.setdefault(id(entry.section), entry.code)
    ones = sum(re.split(r"\.", code)[0] == "1" for code in first.values())
    return ones > 1 or (ones == 1 and len(first) == 1 and len(reading.entries) > 0 and _single_section(reading))


def _single_section(reading: Reading) -> bool:
    return any(entry.level == "section" and entry.code == "I" for entry in reading.entries) and all(
        entry.section is not None for entry in reading.entries if entry.level != "section"
    )


def _has_children(section: Entry, entries: Sequence[Entry]) -> bool:
    below = [entry for entry in entries if entry.section is section]
    return any(entry.level != "section" or _has_children(entry, entries) for entry in below)
