"""Patterns that few questions need: each is compiled when it is first used, so that a start does not wait for them."""

from __future__ import annotations

import re
from typing import Any, cast
from weakref import WeakSet

_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer", "flags", "groups")


class Seldom:
    """A pattern by its source. At its first use the compiled one's methods become its own, so that later uses do not
    pass by here."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._asked_for = flags
        _WAITING.add(self)

    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, self._asked_for)

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        self.use()
        return self.__dict__[name]

    def use(self) -> None:
        """Compiles the pattern, whose methods become its own."""
        made = self.compiled()
        self.__dict__.update((method, getattr(made, method)) for method in _METHODS)
        _WAITING.discard(self)


_WAITING: WeakSet[Seldom] = WeakSet()
"""Those that were not used yet."""


def use_all() -> None:
    """Compiles those that were not used yet, some tenths of a second, so that no question waits for it: for a program
    that answers many."""
    for pattern in list(_WAITING):
        pattern.use()


def seldom(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern for what one question in two or fewer asks; `re.compile` for the others, whose every use is a little
    quicker."""
    return cast("re.Pattern[str]", Seldom(source, flags))
