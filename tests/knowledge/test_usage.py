"""How often a plan has its words: a text that many records share counts for each of them."""

from __future__ import annotations

import pytest

from knowledge.postings import Soft, Text
from knowledge.usage import Usage


def used(*texts: Text) -> Usage:
    usage = Usage()
    for text in texts:
        usage.add((text,), set(text.words))
    usage.settle()
    return usage


@pytest.mark.parametrize("shared", [True, False])
def test_a_text_of_several_records_counts_for_each(shared: bool) -> None:
    one = Text.of(("moi", "truong", "so"))
    three = (one, one, one) if shared else tuple(Text.of(one.words) for _ in range(3))
    usage = used(*three, Text.of(("so", "hoa")))
    assert usage.bound == {"moi", "truong"}
    assert usage.idf("hoa") > usage.idf("truong") > usage.idf("so")
    assert usage.is_single("hoa")
    assert not usage.is_single("moi")


def test_a_pair_is_firm_at_a_place_where_some_text_has_a_hard_word() -> None:
    usage = used(Text.of((Soft("cong"), "viec")), Text.of(("cong", Soft("viec"))), Text.of((Soft("cua"), "so")))
    assert usage.is_firm(("cong", "viec"), 0)
    assert usage.is_firm(("cong", "viec"), 1)
    assert not usage.is_firm(("cua", "so"), 0)
    assert usage.is_firm(("cua", "so"), 1)
    assert not usage.is_firm(("so", "cua"), 1)
