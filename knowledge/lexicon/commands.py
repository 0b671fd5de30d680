"""Plain sentences that give an order, folded: which command each begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_ALL_UNITS = r"(?:moi nguoi|tat ca|ca so|cac phong|cac don vi|cac bo phan|cac phong ban|nhung ai|anh em)"
_HOW_WORK_GOES = r"(?:tien do|tinh hinh|ket qua)(?: thuc hien| cong viec)?"
_PLEASE = r"(?:(?:cho|xin|em|toi|minh|nho|giup|hay|vui long|de nghi|muon|can|a)\s+)*"


@dataclass(frozen=True, slots=True)
class Order:
    """`form` stands at the start of the sentence; what follows goes to the command. `about`: the sentence must name a
    task by its code, or a unit, else it may be a question about such a thing; "all": nothing else may stand there."""

    command: str
    form: re.Pattern[str]
    about: Literal["task", "unit", "all", ""] = ""


def _order(command: str, form: str, about: Literal["task", "unit", "all", ""] = "") -> Order:
    return Order(command, re.compile(rf"{_PLEASE}(?:{form})(?!\w)[\s:,]*"), about)


TO_OFFICE = re.compile(
    rf"{_PLEASE}(?:hoi|nhan|gui|chuyen)(?: giup| cau hoi)?(?: cho| toi| den)? van phong(?: so)?\s*:\s*(?=\S)"
)
"""Begins a question that is meant for the office itself: "hỏi Văn phòng: báo cáo quý gửi ai"."""
ORDERS = (
    _order("giahan", r"(?:gia|lui|doi|gian|keo dai(?: thoi)?) han(?: cho)?(?: viec| nhiem vu)?", "task"),
    _order("giao", r"(?:phan cong|giao)(?: viec| nhiem vu)?", "task"),
    _order("lichsu", r"(?:xem |coi )?(?:lich su|nhat ky)(?: cap nhat)?(?: cua)?(?: viec| nhiem vu)?", "task"),
    _order("trichdan", r"(?:lay ma )?trich dan(?: viec| nhiem vu)?", "task"),
    _order(
        "trichdan",
        r"(?:lay |cho |xin )*(?:ma )?trich dan(?: (?:cau|noi dung)(?: tra loi)?(?: nay| tren| vua roi)?)?",
        "all",
    ),
    _order("xacnhan", r"(?:xac nhan|duyet)(?: hoan thanh)?(?: viec| nhiem vu)?", "task"),
    _order("suanhiemvu", r"sua(?: viec| nhiem vu)?(?![^:=]*\d ?(?:%|phan tram))", "task"),
    _order("dondoc", r"(?:nhac|don doc|giuc|nhac viec|nhac nho)(?: viec)?", "unit"),
    _order(
        "dondoc",
        rf"(?:nhac nho|nhac|don doc|giuc) {_ALL_UNITS}(?: (?:chua|dang|con|bi|co|viec))*"
        rf"(?: (?:cap nhat|bao cao|gui|nop|lam)(?: bao cao)?(?: {_HOW_WORK_GOES})?| qua han| cham| tre han)*",
        "all",
    ),
    _order("bangiao", r"ban giao(?: viec| cong viec)?(?: cua)?(?=.*(?: cho | sang |->|→))"),
    _order("moi", r"(?:moi|them)(?: them)? (?:nguoi|can bo|thanh vien|nguoi dung)(?: moi)?(?: vao)?", "all"),
    _order(
        "duyet", r"(?:duyet|xem) (?:nguoi|yeu cau|de nghi|thanh vien|can bo)(?: moi| vao| xin vao| dang cho)*", "all"
    ),
    _order(
        "hoidap",
        r"(?:co |xem |con )?(?:nhung |cac )?cau hoi(?: nao| gi)?(?: gui (?:den |toi |cho )?van phong)?"
        r"(?: (?:chua|dang cho|cho|can)(?: duoc)? tra loi| dang cho| ton dong)?(?: khong| ko)?",
        "all",
    ),
    _order("nhatky", r"(?:xem |coi )?nhat ky(?: hoat dong| cua van phong| van phong| he thong)?", "all"),
    _order(
        "hethong",
        r"(?:xem |coi )?(?:lich nhac(?: viec)?|lich he thong|hang cho|ngay nghi le)(?: chung| cua so)?",
        "all",
    ),
    _order("nguoidung", r"(?:xem )?danh sach (?:nguoi dung|can bo|thanh vien)", "all"),
    _order("thongbao", r"(?:gui )?thong bao(?=\s*:|\s+(?:cho|toi|den)\s)(?:\s+(?:cho|toi|den))?"),
    _order("nhacviec", r"(?:doi|dat|chinh|chuyen) gio nhac(?: viec)?(?: sang| thanh| luc| la| vao)?"),
    _order("nhacviec", r"(?:tat|ngung|dung|bo|giam) nhac(?: viec)?(?: toi| em)?(?: nua)?", "all"),
    _order("lienket", r"(?:lien ket|ket noi|dung chung)(?: tai khoan| voi)* (?:zalo|telegram)", "all"),
    _order("dulieucuatoi", r"(?:xem |tai )?du lieu (?:ca nhan )?cua (?:toi|em|minh)", "all"),
    _order("lich", r"(?:tai |xin |lay )?lich (?:thoi han|cua toi|cua em|deadline)", "all"),
    _order(
        "trogiup",
        r"menu|help|huong dan(?: su dung| dung)?|tro giup|giup (?:toi|em|minh)(?: voi)?|cac lenh|lenh gi"
        r"|(?:ban|bot|ad|em) (?:la ai|lam duoc (?:nhung )?gi|giup duoc (?:nhung )?gi|biet lam gi)"
        r"|(?:co )?(?:nhung )?lenh (?:nao|gi)|dung (?:the nao|nhu the nao|sao)",
        "all",
    ),
)
"""In order; the first that fits is meant."""
COURTESY = re.compile(r"[\s.!,?]*(?:(?:nhe|a|ah|nha|voi|di|em|anh|chi|oi|giup|giup em|ad|bot|vay|the)[\s.!,?]*)*")
"""What may follow a sentence that is an order by itself."""
