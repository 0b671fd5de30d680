"""Words with which people address, thank and speak of themselves around what they ask. Folded."""

from __future__ import annotations

import re

from knowledge.lexicon.questions import phrase, phrases

ADDRESS = frozenset(phrase("em dạ xin chào anh chị mình tôi kính thưa alo ad nhờ phiền mong cảm sếp"))
"""With which a clause of courtesy begins."""
THANKS = phrases("giúp em với, giúp mình với, cảm ơn, giúp em nhé, giúp tôi với")
"""What ends a message."""
HELP = "giup"
"""Begins openers that end a message as well: "giúp em với"."""
NOT_THAT = re.compile(r"[,;(]\s*(?:đừng|chớ|dung)\s+(?:lấy|tính|nhầm|lay|tinh|nham)\b[^,;?!.)]*\)?", re.IGNORECASE)
"""A clause that says what is not asked for: "đừng lấy số của sở"; as typed."""
ONESELF = frozenset(phrase("tôi em mình chúng"))
"""Words with which people tell of themselves, before they ask."""
OWN = phrases("chúng tôi, chúng em, tôi, em, mình, bên tôi")
"""With which people speak of their own place."""
