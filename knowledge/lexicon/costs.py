"""Words with which it is asked what tasks cost. Folded."""

from __future__ import annotations

from knowledge.lexicon.figures import MONEY
from knowledge.patterns import seldom

_OF = r"(?: (?:thuc hien|cho|cua|de|lam|danh cho|ca giai doan|ca|du kien|dau tu|la|duoc|can|het|bo tri))*"
_ASKED = r"(?:bao ?nhieu|may)(?: (?:nghin|trieu|ty|tien|dong|kinh phi))*"
ASIDE = seldom(
    rf"\b(?:tong (?:cong |so )?)?{MONEY.pattern}{_OF}\b"
    rf"|\b(?:(?:la|het|ton|can|du kien|bo tri|duoc|cap|phai|chi|mat) )*{_ASKED}\b|\b(?:la|het|ton) (?=$)"
    r"|\b(?:(?:trong|cua|cho|ca|vao|thi) )*(?:(?:nam|giai doan|tu nam|tu) )?20\d\d"
    r"(?:\s*(?:[-–]|den|va)\s*(?:nam )?20\d\d)?"
    r"|\b(?:ton|nhieu|cao|lon|it|thap|nho)(?: (?:ton|nhieu|kinh phi|tien))* nhat\b|\bca giai doan\b|\bcong(?= |$)"
    r"|\b(?:nhiem vu|viec|hang muc|cong viec) nao\b"
)
"""What a question on money says beside the words of what costs it."""
COLUMN_OF_MONEY = seldom(rf"{MONEY.pattern}(?: (?:thuc hien|du kien|bo tri|duoc cap))*")
"""How the name of a column of money begins that goes on with the part that it tells."""
MOST = seldom(r"\b(?:nhieu|cao|lon|ton|dat)(?: \w+){0,3} nhat\b")
LEAST = seldom(r"\b(?:it|thap|nho|re)(?: \w+){0,3} nhat\b")
ADDED = seldom(r"\b(?:tong|cong|ca thay|tat ca)\b")
"""That the highest, the lowest or the sum of several is asked for."""
THE_TASKS = "các nhiệm vụ"
"""What is said before the words of those that are meant; with marks."""
