"""Orders to list or to count, and what people say around them."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.lexicon.courtesies import ALL_OF_THEM, BEFORE_ORDERS, FOR_ME, ONCE_MORE, ORDERS
from knowledge.lexicon.questions import Phrase
from knowledge.questions.question import Listed, find

_ORDERS = Listed(ORDERS)


def beside_orders(words: Phrase) -> Iterator[int]:
    """The places of what is said around an order to list or to count: "(phiền) liệt kê", "đếm (lại)"."""
    for order in _ORDERS.among(words):
        at = find(words, order)
        if at > 0 and words[at - 1] in BEFORE_ORDERS:
            yield at - 1
        after = [i for i in range(at + len(order), len(words)) if words[i] not in FOR_ME][:2] if at >= 0 else []
        if after and (words[after[0]] in ONCE_MORE or words[after[0] : after[-1] + 1] in ALL_OF_THEM):
            yield after[0]
