"""The reply where no plan is followed that could be asked about."""

from __future__ import annotations

from handlers.messages import Paragraph, Reply
from handlers.wording import common


def no_plan() -> Reply:
    """That no plan has been loaded yet."""
    return Reply((Paragraph(common.NO_PLAN),), without_plan=True)
