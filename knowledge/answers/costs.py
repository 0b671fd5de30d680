"""What a column of a table says that a task costs, as a figure that is added up and compared like a target's."""

from __future__ import annotations

import re

from knowledge.lexicon.figures import MONEY
from knowledge.measures import number
from knowledge.model import Target, Task
from knowledge.texts import columns_of
from knowledge.vietnamese import fold

_AMOUNT = re.compile(r"(?P<number>\d+(?:[.,]\d+)*)\s*(?P<unit>[^\W\d_]+(?: [^\W\d_]+)?)?")
_UNIT = re.compile(r"\(([^()\d]{3,20})\)")


def cost_of(task: Task) -> Target | None:
    """The amount of a task's column of money, if that is one amount: "Kinh phí (triệu đồng): 180"."""
    for column in columns_of(task):
        label, _, cell = column.partition(": ")
        amount = _AMOUNT.fullmatch(cell.strip()) if MONEY.match(fold(label)) else None
        unit = _UNIT.search(label)
        if amount and (unit or amount["unit"]):
            return Target(
                code=task.code,
                horizon=0,
                metric=task.title,
                comparator="=",
                value=number(amount["number"]),
                unit=amount["unit"] or (unit[1] if unit else ""),
                value_printed=cell.strip(),
                statement=column,
                place=task.place,
            )
    return None
