"""Words that take the last update back, folded."""

from __future__ import annotations

UNDO = frozenset(
    {
        "hoan tac",
        "hoan tac cap nhat",
        "hoan tac cap nhat vua roi",
        "hoan tac tien do",
        "huy cap nhat",
        "huy cap nhat vua roi",
        "bo cap nhat",
        "bo cap nhat vua roi",
        "rut lai cap nhat",
        "ghi nham",
        "ghi nham roi",
        "nhap nham",
        "nhap nham roi",
        "nham",
        "nham roi",
        "a nham",
        "a nham roi",
        "go nham",
        "go nham roi",
        "undo",
    }
)
