"""Rows of a table → sections, groups and entries: what each row is, and rows cut by page breaks made whole."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz import fuzz

from knowledge.importing.cells import no_values, split_cells
from knowledge.importing.columns import Columns, is_repeat
from knowledge.importing.ditto import take_from_above
from knowledge.importing.tables import Row

_ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V|X))"
_SECTION_CODE = re.compile(rf"^({_ROMAN}|[A-HK-UĐ])\s*[.)\-:/]?$")
_SECTION_LINE = re.compile(
    rf"^(?:(?:phần|mục|nhóm|lĩnh vực)\s+)?({_ROMAN}|[A-HK-UĐ])\s*[.):\-–/]\s*(\S.*)$", re.IGNORECASE
)
_SECTION_START = re.compile(rf"^({_ROMAN})\s*[.):\-–]?\s+(\S.*)$")
_CODE = re.compile(
    r"^(?:(?:nv|số|nhiệm vụ|mục)\s*)?(\d{1,3}(?:\s*[./]\s*\d{1,3})*)\s*[./)\-]?\s*([a-zđ])?\s*[.)]?$", re.I
)
_DEEP = re.compile(rf"^({_ROMAN})\s*[.\-]\s*(\d{{1,3}}(?:\.\d{{1,3}})*)\s*[.)]?$")
_LETTER = re.compile(r"^([a-zđ])\s*[.)/]?$", re.IGNORECASE)
_LEADING = re.compile(r"^(\d{1,3}(?:\.\d{1,3})*)\s*[.)]\s+(\S.*)$|^(\d{1,3}\.\d{1,3}(?:\.\d{1,3})*)\s+(\S.*)$")
_TOTAL = re.compile(r"^(?:tổng cộng|tổng số|cộng|ghi chú)\b")
_BULLET = re.compile(r"^[-–+•*]\s*$")

_LONG = 25
"""Characters; a shorter text may well be said twice."""

_NOTHING: Mapping[str, str] = {}

Level = Literal["section", "group", "entry"]


@dataclass(slots=True)
class Entry:
    """A row once understood. `code` is normalised ("5", "1.1", "1.a"; "" when none is printed), `printed` as it
    stands; `values` has a text for each of FIELDS, and under "value N" that of column N; `section` and `group` point to
    the entries it stands under; `dittos` is what fields print that take the text of the row above ("nt")."""

    level: Level
    code: str
    printed: str
    values: dict[str, str]
    where: str = ""
    section: Entry | None = None
    group: Entry | None = None
    alternative: str = ""
    inherited: set[str] = field(default_factory=set)
    dittos: dict[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The row's title."""
        return self.values["title"]


@dataclass(slots=True)
class Reading:
    """What the rows of one annex came to. `unused` are texts of rows that fitted nowhere, with their place."""

    entries: list[Entry] = field(default_factory=list)
    unused: list[tuple[str, str]] = field(default_factory=list)


def read_rows(pages: Sequence[tuple[Columns, Sequence[Row]]]) -> Reading:
    """Reads the pieces of one table, as cut by pages; each with the columns that hold for it."""
    reader = _Reader()
    for columns, rows in pages:
        reader.page(columns, [row for row in rows if not is_repeat(row, columns)])
    return reader.finish()


@dataclass(slots=True)
class _Reader:
    out: Reading = field(default_factory=Reading)
    section: Entry | None = None
    group: Entry | None = None
    last: Entry | None = None
    part: Entry | None = None
    above: Entry | None = None

    def page(self, columns: Columns, rows: Sequence[Row]) -> None:
        for index, row in enumerate(rows):
            following = rows[index + 1 : index + 4]
            self.row(columns, row, first=index == 0 and self.last is not None, following=following)

    def finish(self) -> Reading:
        return self.out

    def row(self, columns: Columns, row: Row, first: bool, following: Sequence[Row]) -> None:
        if not row.filled:
            return
        printed, sub, values, inherited = split_cells(columns, row)
        if printed and (title := _merged_over(columns, row)):
            values = no_values(title)
        heading = _section(columns, row, printed, values)
        if heading is not None:
            beside = {name: text for name, text in values.items() if name not in inherited}
            self._section(heading[0], heading[1], row, beside if len(row.filled) > 1 else {})
            return
        if not printed and not sub and columns.all("number") == [] and values["title"]:
            printed, values["title"] = _leading(values["title"])
        numbers, subs = columns.all("number"), columns.all("sub_number")
        if sub and not normal(sub) and not _BULLET.match(sub):
            sub, values["title"] = "", f"{sub} {values['title']}".strip()
        if sub and subs:
            self._under(printed, sub, values, inherited, row)
        elif printed and not (numbers and numbers[0] in row.inherited):
            self._coded(columns, printed, values, inherited, row, following)
        else:
            self._uncoded(columns, values, inherited, row, first, following)

    def _section(self, code: str, title: str, row: Row, beside: Mapping[str, str] = _NOTHING) -> None:
        entry = Entry("section", code, code, no_values() | dict(beside) | {"title": title}, row.where)
        if len(code) == 1 and code not in "IVX":
            self.part = entry
        elif code:
            entry.section = self.part
        self.section, self.group = entry, None
        self.last = entry
        self.out.entries.append(entry)

    def _under(self, printed: str, sub: str, values: dict[str, str], inherited: set[str], row: Row) -> None:
        """A table with a number column and one of finer numbers: "1 | a)" is a row, " | 1" its group."""
        code = normal(printed)
        if not printed and sub.strip(" .)").isdecimal():
            entry = Entry("group", sub.strip(" .)"), sub, values, row.where, self.section)
            entry.inherited = inherited
            self.group = entry
        else:
            group = None if sub.strip(" .)").isdecimal() else self.group
            entry = Entry("entry", code, printed or sub, values, row.where, self.section, group)
            entry.alternative = sub.strip(" .)") if group is None else group.code + sub.strip(" .)")
            entry.inherited = inherited
            if not printed:
                entry.code = entry.alternative
            if group is not None:
                _inherit(entry, group, inherited)
        self._add(entry)

    def _coded(
        self,
        columns: Columns,
        printed: str,
        values: dict[str, str],
        inherited: set[str],
        row: Row,
        following: Sequence[Row],
    ) -> None:
        code = normal(printed)
        if _BULLET.match(printed):
            self._bullet(values, inherited, row)
            return
        if not code:
            values = values | {"title": f"{printed} {values['title']}".strip()}
            self._uncoded(columns, values, inherited, row, False, following)
            return
        group = self.group if self.group is not None and _is_child(code, self.group.code, printed) else None
        if group is not None and _LETTER.match(printed):
            code = f"{group.code}.{code}"
        if _opens_group(columns, code, values, following):
            entry = Entry("group", code, printed, values, row.where, self.section)
            self.group = entry
        else:
            entry = Entry("entry", code, printed, values, row.where, self.section, group)
            entry.inherited = inherited
            self.group = group
        self._add(entry)

    def _bullet(self, values: dict[str, str], inherited: set[str], row: Row) -> None:
        own = [name for name in ("lead", "deadline", "product", "value") if values[name] and name not in inherited]
        if self.last is not None and not own:
            beside = {name: text for name, text in values.items() if text and name not in inherited}
            _join(self.last, beside | {"title": f"- {values['title']}"})
            return
        self._add(Entry("entry", "", "-", values, row.where, self.section, self.group or None))

    def _uncoded(
        self,
        columns: Columns,
        values: dict[str, str],
        inherited: set[str],
        row: Row,
        first: bool,
        following: Sequence[Row],
    ) -> None:
        own = {name: text for name, text in values.items() if text and name not in inherited}
        if not own:
            return
        last = self.last
        title = own.get("title", "")
        alone = set(own) <= {"title"}
        if (
            last is not None
            and last.level != "section"
            and not _TOTAL.match(title.lower())
            and _continues(columns, row, own, first, inherited, last)
        ):
            _join(last, own)
        elif _TOTAL.match(title.lower()):
            self.out.unused.append((row.where, " | ".join(own.values())))
        elif alone and title and _next_restarts(columns, following):
            self._section("", title, row)
        elif title and not alone:
            self._add(Entry("entry", "", "", values, row.where, self.section, self.group))
        elif title and not columns.all("number"):
            self._section("", title, row)
        elif last is not None and (last.level != "section" or (alone and title)):
            _join(last, own)
        else:
            self.out.unused.append((row.where, " | ".join(own.values())))

    def _add(self, entry: Entry) -> None:
        if self.above is not None:
            entry.dittos = take_from_above(entry.values, self.above.values)
        if entry.level == "entry":
            self.above = entry
        self.last = entry
        self.out.entries.append(entry)


def normal(printed: str) -> str:
    """A code without leading zeros, blanks and final marks: "05." is "5", "4 / a" is "4.a"; "" when it is no code."""
    text = printed.strip()
    if match := _DEEP.match(text):
        return f"{match[1].upper()}.{_plain(match[2])}"
    if match := _CODE.match(text):
        return _plain(match[1]) + (f".{match[2].lower()}" if match[2] else "")
    if match := _LETTER.match(text):
        return match[1].lower()
    return ""


def _plain(numbers: str) -> str:
    return ".".join(str(int(part)) for part in re.findall(r"\d+", numbers))


def _section(columns: Columns, row: Row, printed: str, values: dict[str, str]) -> tuple[str, str] | None:
    """The code and title of a section row: "I. …" alone in the row, or "I" in the number column and then a title."""
    if len(row.filled) == 1:
        text = row.cells[row.filled[0]]
        match = _SECTION_LINE.match(text) or _SECTION_START.match(text)
        if match and not (match[1].islower() and len(match[1]) == 1):
            return match[1].upper(), match[2]
        if row.filled[0] == 0 and row.filled[0] not in columns.all("title"):
            return ("", text) if len(text) > 6 and not normal(text) else None
        return None
    match = _SECTION_CODE.match(printed)
    if match is None or not values["title"]:
        return None
    others = [name for name in ("lead", "product", "deadline") if values[name]]
    return (match[1], values["title"]) if len(others) < 2 or columns.kind == "indicators" else None


def _merged_over(columns: Columns, row: Row) -> str:
    """The title of a row that is one cell over all columns behind its number, where the titles stand further on."""
    numbers, titles = columns.all("number"), columns.all("title")
    filled = [at for at in row.filled if at not in numbers]
    alone = len(filled) == 1 and numbers and titles and numbers[0] < filled[0] < titles[0]
    return row.cells[filled[0]] if alone else ""


def _leading(title: str) -> tuple[str, str]:
    """A code that stands at the head of the title, in a table without a column for it."""
    match = _LEADING.match(title)
    if match is None:
        return "", title
    return (match[1], match[2]) if match[1] else (match[3], match[4])


def _is_child(code: str, parent: str, printed: str) -> bool:
    return code.startswith(parent + ".") or bool(_LETTER.match(printed))


def _opens_group(columns: Columns, code: str, values: dict[str, str], following: Sequence[Row]) -> bool:
    """A coded row without a lead or a deadline whose next rows are numbered under it."""
    if values["lead"] or values["deadline"] or values["value"]:
        return False
    for row in following:
        printed, _, below, _ = split_cells(columns, row)
        if not printed:
            continue
        child = normal(printed)
        letter = bool(_LETTER.match(printed)) and code.count(".") == 0 and child == "a"
        return child.startswith(code + ".") or letter or (bool(_BULLET.match(printed)) and bool(below["lead"]))
    return False


def _next_restarts(columns: Columns, following: Sequence[Row]) -> bool:
    if not following:
        return False
    printed = split_cells(columns, following[0])[0]
    return normal(printed) == "1" or bool(_SECTION_CODE.match(printed.strip()))


def _continues(columns: Columns, row: Row, own: dict[str, str], first: bool, inherited: set[str], last: Entry) -> bool:
    """Whether a row without a code is the rest of the row before it."""
    title = own.get("title", "")
    if first or not title:
        return True
    numbers = columns.all("number")
    if title[0].islower() or title[0] in "(+;,)":
        return True
    if numbers and last.code and not {"lead", "deadline", "value"} & set(own):
        return not (len(own) == 1 and last.level == "group")
    if len(own) == 1:
        return bool(numbers)
    return bool(numbers) and numbers[0] in row.inherited and "title" in inherited


def _inherit(entry: Entry, group: Entry, inherited: set[str]) -> None:
    """A value merged over a group's rows holds for each of them; one that was cut by a page break too."""
    for name in ("lead", "cooperating", "product", "deadline"):
        if not entry.values[name] and name in inherited:
            entry.values[name] = group.values[name]


def _said_already(before: str, text: str) -> bool:
    """Whether a row only repeats the end of the one before: scanning prints a line cut by the page twice. A row of
    another year or number is another."""
    end = before[-len(text) :]
    return fuzz.ratio(end, text) >= 92 and re.findall(r"\d+", end) == re.findall(r"\d+", text)


def _join(entry: Entry, more: dict[str, str]) -> None:
    for name, text in more.items():
        before = entry.values[name]
        if before.endswith(text) if len(text) <= _LONG else _said_already(before, text):
            continue
        entry.values[name] = f"{before} {text}".strip()
