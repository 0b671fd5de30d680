"""Words that ask how work stands ("chưa xong", "đang vướng"), and the days from now on in which it falls due ("tuần
này", "tháng sau"); folded."""

from __future__ import annotations

import re
from typing import NamedTuple

from knowledge.patterns import seldom
from knowledge.vietnamese import fold


class Form(NamedTuple):
    """How something is said, and the words of which every such form has one: those are looked for first, which is
    sooner done."""

    needs: tuple[str, ...]
    said: re.Pattern[str]


def _form(needs: str, said: str) -> Form:
    return Form(tuple(needs.split(", ")), seldom(said))


_NOT_YET = r"(?:con |van |hien )*chua"
_DOING = r"(?:xong|hoan thanh|lam|thuc hien|trien khai)"
STATES: dict[str, Form] = {
    "silent": _form(
        "chua",
        rf"\b{_NOT_YET} (?:co )?(?:cap nhat|bao cao tien do|bao tien do|gui tien do)(?: tien do)?(?: gi)?\b",
    ),
    "awaiting": _form("xac nhan, duyet", r"\b(?:dang )?cho (?:van phong |vp )?(?:xac nhan|duyet)(?: hoan thanh)?\b"),
    "open": _form(
        "chua, con, do dang",
        rf"\b{_NOT_YET} {_DOING}(?: xong| het)?\b(?! (?:han|theo)\b)"
        r"|\bcon (?:no|ton dong|dang do|do dang|phai lam|phai hoan thanh)\b|\bdo dang\b",
    ),
    "urgent": _form(
        "gap, khan cap, cap bach, can kip, truoc",
        r"\b(?:can )?(?:gap|khan cap|cap bach|can kip)(?: rut)? (?:nhat|truoc)\b|\bgap rut\b|\bcan gap\b"
        r"|\b(?:can|phai|nen) (?:lam|uu tien) truoc(?: tien| nhat)?\b(?! (?:ngay|thang|quy|nam|het|cuoi|\d))",
    ),
    "overdue": _form(
        "han, cham, tre",
        r"\b(?:bi |da |dang )*(?:qua han|tre han|cham han|no han|cham tien do|bi tre|bi cham)\b",
    ),
    "blocked": _form(
        "vuong, kho khan, ach tac",
        r"\b(?:dang|bi|con|gap) (?:bi |gap )?(?:vuong mac|vuong|kho khan|ach tac)(?: gi)?\b",
    ),
    "done": _form(
        "xong, hoan thanh",
        r"\b(?:da|vua|moi) (?:lam |thuc hien )?(?:xong|hoan thanh)\b(?! chua)(?: roi| duoc)?|\bxong roi\b"
        r"|\b(?:lam |thuc hien )?(?:xong|hoan thanh) duoc\b|\b(?:lam )?(?:xong|hoan thanh)\b(?=(?! chua).* roi$)",
    ),
    "underway": _form("dang ", r"\bdang (?:lam|thuc hien|trien khai|tien hanh)(?: do)?\b(?! (?:the|theo)\b)"),
}
"""How work stands, by the name of the state; the first that is said is meant. "Hoàn thành chưa" names none."""

PROGRESS_REPORT = ("bao", "cao", "tien", "do")
"""Who writes one asks for no progress: "tôi làm báo cáo tiến độ"."""
STILL = _form("con", r"\bcon\b")
"""Who asks what there is still to do, "còn việc gì", asks for what is not done."""

_NOW = r"(?:nay|hien tai)"
_NEXT = r"(?:sau|toi|ke tiep|tiep theo)"
_LAST = r"(?:truoc|vua qua|vua roi|roi)"
_SPELT = """
mai nợ đang đã còn tuần tháng quý chưa chờ mới tới sau hạn gấp gặp vướng bị năm ngày hôm trước sắp làm hoàn thành cần
"""
SPELLINGS: dict[str, set[str]] = {}
for _word in _SPELT.split():
    SPELLINGS.setdefault(fold(_word), set()).add(_word)
"""How the words of these are spelt that have other meanings with other marks: "thương mại", "kỷ luật đảng"."""
WINDOWS: tuple[tuple[Form, str], ...] = (
    (
        _form(
            "toi, nua, sau, tiep",
            rf"\b(?:trong )?(?P<count>\d{{1,3}}) (?P<unit>ngay|tuan|thang) (?:toi|nua|sap toi|{_NEXT})\b",
        ),
        "next",
    ),
    (
        _form(
            "cuoi, het",
            rf"\b(?:tu (?:nay|gio|bay gio) )?(?:den|toi) (?:cuoi|het) (?P<unit>tuan|thang|quy|nam)(?: {_NOW})?\b",
        ),
        "rest",
    ),
    (_form("hom nay", r"\b(?:trong )?(?:ngay )?hom nay\b"), "day:0"),
    (_form("mai", r"\b(?:ngay mai|(?<!thuong )(?<!khuyen )mai)\b"), "day:1"),
    (_form("nay, hien tai", rf"\b(?:trong )?(?P<unit>tuan|thang|quy) (?:{_NOW})\b"), "this"),
    (_form("toi, sau, tiep", rf"\b(?:trong )?(?P<unit>tuan|thang|quy) {_NEXT}\b"), "following"),
    (_form("truoc, qua, roi", rf"(?<!hang )(?<!moi )\b(?:trong )?(?P<unit>tuan|thang|quy) {_LAST}\b"), "before"),
    (_form("nay, hien tai, toi", rf"\b(?:trong )?thang (?P<month>1[0-2]|0?[1-9]) (?:{_NOW}|toi)\b"), "month"),
    (
        _form(
            "toi, han",
            r"\b(?:sap|thoi gian|may ngay) toi\b|\b(?:sap|gan) (?:den|toi|het) han\b|\b(?:den|toi) han\b",
        ),
        "soon",
    ),
)
"""Days that are counted from today, with the kind of window."""
UNITS = {"ngay": "day", "tuan": "week", "thang": "month", "quy": "quarter", "nam": "year"}
_STARTS = """
chua cho no nợ do ton dang qua tre cham vuong kho da xong moi hom mai tuan thang quy toi sap den het ngay gap khan cap
can truoc
"""
STARTS = frozenset(_STARTS.split())
"""A question that asks so has one of these words."""
