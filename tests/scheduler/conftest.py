"""A clock that the test moves."""

from __future__ import annotations

import pytest

from tests.support.times import Time


@pytest.fixture
def time() -> Time:
    """Wall clock and monotonic seconds at a working morning."""
    return Time()
