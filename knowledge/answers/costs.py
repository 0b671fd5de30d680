"""What the columns of a table say that a task costs, as figures that are added up and compared like targets'."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from knowledge.lexicon.costs import COLUMN_OF_MONEY
from knowledge.lexicon.matrices import SUM_COLUMN
from knowledge.measures import number
from knowledge.model import Target, Task
from knowledge.patterns import seldom
from knowledge.vietnamese import fold

_AMOUNT = seldom(r"(?P<number>\d+(?:[.,]\d+)*)\s*(?P<unit>[^\W\d_]+(?: [^\W\d_]+)?)?")
_UNIT = seldom(r"\s*\(([^()\d]{3,20})\)")
_YEAR = seldom(r"20\d\d")


def cost_of(task: Task, years: Collection[int] = (), part: str = "") -> Target | None:
    """What a task costs in all, or in these years, if its columns of money say so; `part`: what a column of them is
    called ("Ngân sách tỉnh")."""
    found = [cost for cost in _columns(task) if part in ("", cost.names[0])]
    if years:
        of_years = [cost for cost in found if (named := years_of(cost)) and named.issuperset(years)]
        if of_years:
            return min(of_years, key=lambda cost: len(years_of(cost)))
        meant = [cost for cost in found if not years_of(cost).isdisjoint(years)]
        ends = {end for cost in meant for end in (min(years_of(cost)), max(years_of(cost)))}
        return _sum(meant) if ends == set(years) else None
    if len(found) == 1:
        return found[0]
    whole = [cost for cost in found if SUM_COLUMN.fullmatch(fold(cost.names[0]))]
    return whole[0] if len(whole) == 1 else _sum(found)


def parts_of_cost(task: Task, cost: Target) -> list[Target]:
    """The amounts of which a cost is the sum, where no column tells it."""
    found = list(_columns(task))
    return [] if cost in found else [one for one in found if one.statement in cost.statement.split("; ")]


def called(task: Task) -> Iterator[str]:
    """What the columns are called that tell only a part of the money, which is not that of years."""
    for cost in _columns(task):
        name = cost.names[0]
        if name and not years_of(cost) and not SUM_COLUMN.fullmatch(fold(name)):
            yield name


def years_of(cost: Target) -> frozenset[int]:
    """The years that an amount is for, by its column: "2026", "2027 - 2030"."""
    named = [int(year) for year in _YEAR.findall(cost.names[0])]
    return frozenset(range(min(named), max(named) + 1)) if named else frozenset()


def _columns(task: Task) -> Iterator[Target]:
    """The amount of each column of money: "Kinh phí (triệu đồng) 2026: 180"; what it is called is its name."""
    for column in (piece for note in task.notes for piece in note.split("; ")):
        label, _, cell = column.partition(": ")
        head = COLUMN_OF_MONEY.match(fold(label))
        amount = _AMOUNT.fullmatch(cell.strip()) if head else None
        unit = _UNIT.search(label)
        if head and amount and (unit or amount["unit"]):
            yield Target(
                code=task.code,
                horizon=0,
                metric=task.title,
                names=(_UNIT.sub("", label[head.end() :]).strip(" :"),),
                comparator="=",
                value=number(amount["number"]),
                unit=amount["unit"] or (unit[1] if unit else ""),
                value_printed=cell.strip(),
                statement=column,
                place=task.place,
            )


def _sum(costs: list[Target]) -> Target | None:
    """The sum of amounts for years that follow each other; None of others, which may be parts of each other."""
    years = sorted(sorted(years_of(cost)) for cost in costs)
    apart = all(one and other and one[-1] < other[0] for one, other in pairwise(years))
    if len(costs) < len(years) or len(costs) < 2 or not apart or len({cost.unit for cost in costs}) > 1:
        return None
    total = round(sum(cost.value or 0.0 for cost in costs), 6)
    said = "; ".join(cost.statement for cost in costs)
    return costs[0].model_copy(update={"names": ("",), "value": total, "value_printed": "", "statement": said})
