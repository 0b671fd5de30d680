"""Words with which parts of a plan, or its units, are asked for by how many tasks or targets they have. Folded."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from functools import cache

from knowledge.lexicon.numbers import NUMBER_WORDS

_N = rf"(?P<n>\d{{1,3}}|{'|'.join(NUMBER_WORDS)})"
_HAVING = r"(?:co |phai |duoc giao |chu tri |phu trach |dam nhan |lam )*"
_THING = r"(?:(?P<task>nhiem vu|viec|dau viec|cong viec|hang muc)|(?P<target>chi tieu))"
_WHICH = (
    r"^(?:ke |liet ke |cho biet |co |nhung |cac |may |bao nhieu )*"
    r"(?:(?P<area>linh vuc|mang|noi dung)|(?P<group>nhom)|(?P<unit>phong|don vi|bo|so|ban|co quan))(?: nao)? "
    r"(?:ma |dang |lai |thi )*"
)
_END = (
    r"(?: nao| gi| ca| het| vay| the| a| nhi| nhe| cu the| (?:trong|cua|o) (?:ban )?ke hoach| (?:den|nam|cho|cua|moc) |"
    r" (?P<year>(?:19|20)\d\d))*$"
)
_SAID: tuple[tuple[str, Callable[[int, int], bool]], ...] = (
    (rf"(?:khong|chua|chang) {_HAVING}(?:dat |mot |bat ky )*{_THING}", operator.eq),
    (rf"{_HAVING}(?:nhieu hon|lon hon|hon|tren|qua) {_N} {_THING}", operator.gt),
    (rf"{_HAVING}(?:it hon|duoi|chua den|chua toi|chua duoc) {_N} {_THING}", operator.lt),
    (rf"{_HAVING}(?:tu |it nhat |toi thieu ){_N} {_THING}(?: tro len)?", operator.ge),
    (rf"{_HAVING}{_N} {_THING} tro len", operator.ge),
    (rf"(?:khong qua |toi da |nhieu nhat ){_HAVING}{_N} {_THING}", operator.le),
    (rf"{_HAVING}(?:tu )?{_N} {_THING} tro xuong", operator.le),
    (rf"(?:chi |dung |vua |vua dung |vua van )*{_HAVING}(?:chi |dung |vua dung |duy nhat )*{_N} {_THING}", operator.eq),
)


@cache
def wordings() -> tuple[tuple[re.Pattern[str], Callable[[int, int], bool]], ...]:
    """Whole questions, as they are said, and how the number of what each has is compared with the one that is said.
    Made when the first of them is asked: most runs of the program hear none."""
    return tuple((re.compile(_WHICH + said + _END), meets) for said, meets in _SAID)
