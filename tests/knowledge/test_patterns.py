import gc
import pkgutil
import re
from importlib import import_module

import pytest

import knowledge
from knowledge.patterns import Seldom, seldom, use_all


def test_a_pattern_is_compiled_when_it_is_first_used() -> None:
    malformed = seldom("(")
    assert malformed.pattern == "("
    with pytest.raises(re.error):
        malformed.search("")


@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE])
def test_it_finds_what_a_compiled_one_finds(flags: re.RegexFlag) -> None:
    late, now, text = seldom(r"(?P<first>a)(b)?", flags), re.compile(r"(?P<first>a)(b)?", flags), "ab Ab a"
    for _ in range(2):
        assert late.findall(text) == now.findall(text)
        assert [m.span() for m in late.finditer(text)] == [m.span() for m in now.finditer(text)]
        assert (late.sub("-", text), late.split(text)) == (now.sub("-", text), now.split(text))
        assert [(m and m["first"]) for m in (late.search(text, 1), late.match(text, 3), late.fullmatch(text))] == [
            (m and m["first"]) for m in (now.search(text, 1), now.match(text, 3), now.fullmatch(text))
        ]
    assert (late.flags, late.groups) == (now.flags, now.groups)


def test_every_pattern_is_well_formed() -> None:
    for module in pkgutil.walk_packages(knowledge.__path__, "knowledge."):
        import_module(module.name)
    gc.unfreeze()
    patterns = [thing for thing in gc.get_objects() if type(thing) is Seldom and thing.pattern != "("]
    assert len(patterns) > 200
    use_all()
    assert all("search" in vars(pattern) for pattern in patterns)
