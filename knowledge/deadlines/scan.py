"""Words of a deadline as items: spans of time, rhythms, and the small words that stand between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from knowledge.deadlines.items import Item, Span, Unit
from knowledge.deadlines.numbers import number, quarter_number, year_number
from knowledge.deadlines.rhythms import every, periods, recur, recur_times, recur_unit
from knowledge.lexicon import deadlines as lexicon
from knowledge.patterns import seldom


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + r")(?!\w)"


_Y = r"(?:19|20|21)\d\d(?!\d)"
_D = r"\d{1,2}(?!\d)"
_SEP = r"(?:/|\.| - )"
_OF_YEAR = rf"(?: ?(?:/|\.|-|,)? ?(?:cua )?(?:nam )?(?P<y>{_Y})|/(?P<y2>2\d|3[0-5])(?![\d/%]))?"
_JOIN = r" ?(?:,|-|\+|&|va|den|hoac) ?"
_LISTED = r"(?= ?(?:$|[^a-z ]|(?:hang|moi|tung|va|nam|den|cua|hoac|trong)\b))"
_MONTH = r"(?:0?[1-9]|1[0-2])(?!\d)"
_ROMAN_QUARTER = r"(?:[il|1]{1,3}|[il|1]v|[il|1] [il|1](?: [il|1])?|[il|1] v|v[il|1]{0,3})(?![a-z0-9])"
_QUARTER = rf"(?:{_ROMAN_QUARTER}|{_D}|(?:mot|hai|ba|bon|tu|nhat|nhi)\b)"
_MONTH_WORD = _any(w for w in lexicon.NUMBER_WORDS if w != "nam")
_UNIT = r"(?P<unit>nam|quy(?! (?:dinh|che|hoach|trinh|mo|uoc|chuan|tac)\b)|thang|tuan)\b"
_WEEKDAY = r"(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat)\b"
_AND = r" ?(?:, va|,|va|&) ?"
_WEEKDAYS = rf"{_WEEKDAY}(?:{_AND}{_WEEKDAY})*"
_PERIOD = r"(?:(?:ca )?(?:nam|quy|thang|tuan)|(?:0?[69]|sau|chin) thang)\b"
_EACH = r"(?: (?:hang|moi|tung))"
_SIX = r"(?:(?:0?6|sau) thang|0?6 t\b)"
_COUNTED = _any(lexicon.COUNTED)
_ONCE = rf"(?:(?:/| )(?:0?1 |mot )?lan\b|(?:/| (?=0?1 |mot ))(?:0?1 |mot )?{_COUNTED})"
_DOC_DATE = rf"(?:,? (?:ky )?ngay {_D}(?:{_SEP}{_D}{_SEP}\d{{2,4}}(?!\d)| thang {_D},? nam \d{{4}}))?(?: nam {_Y})?"
_NEXT = _any(lexicon.NEXT)
_REPORT_ENDS = r"(?= ?(?:$|[,;:().])| (?:truoc|cham nhat|gui|va|khong|hang|dinh ky)\b)"
_TWO_YEARS = rf"{_Y}(?: - |/){_Y}"
_SPACE_OF_TIME = rf"(?P<n>{_D}|hai|ba|bon|nam) (?P<unit>ngay|tuan|thang|quy|nam)"
_NO_MORE = r"(?! (?:\d|hoc\b|tiep\b|sau\b|toi\b|dau\b|cuoi\b|ngan\b|tai\b))"

_FROM_ISSUE = seldom(rf"(?:ke |tinh )?(?:tu|sau) (?:ngay |khi |thoi diem )?{lexicon.ISSUED}")

_LATER = seldom(r"tháng sau(?!\w)")
"""The month after; the sixth has a tone."""
_NAME = seldom(r"^(?:quy|thang|t ?\.?) ?(?=[\dilv|])")
_FOURTH = seldom(r"(?:tháng|quý|thứ) tư(?!\w)")

Builder = Callable[[re.Match[str]], list[Item]]


def _between(items: Iterable[Item], kind: str) -> list[Item]:
    """The items with one of this kind between them."""
    return [piece for item in items for piece in (Item(kind), item)][1:]


def _day(match: re.Match[str]) -> list[Item]:
    groups = match.groupdict()
    span = Span("day", int(groups["m"]), int(groups["m"]), year_number(groups.get("y")), int(groups["d"]))
    if "d1" not in groups:
        return [Item("bare" if "bare" in groups else "span", span)]
    return [Item("span", replace(span, day=int(groups["d1"]))), Item("dash"), Item("span", span)]


def _day_of_months(match: re.Match[str]) -> list[Item]:
    """Items of "ngày 20 tháng 3, 6, 9, 12": the day in each of these months."""
    months = [item.span for item in _months(match) if item.span]
    return _between((Item("span", replace(month, unit="day", day=int(match["d"]))) for month in months), "and")


def _days(match: re.Match[str]) -> list[Item]:
    """Items of "ngày 15 và 30" of every month."""
    return _between((Item("day", value=day) for day in re.findall(r"\d+", match["n"])), "and")


def _listed(unit: Unit, numbers: str, year: str | None) -> list[Item]:
    """Items of "quý I, III/2026" or "tháng 3 - 6/2026"; the year stands on the last and is shared out later."""
    width, read = (1, number) if unit == "month" else (3, quarter_number)
    parts = re.split(rf"({_JOIN})", numbers)
    items: list[Item] = []
    for index, part in enumerate(parts):
        if index % 2:
            items.append(Item({",": "comma", "-": "dash", "den": "to"}.get(part.strip(), "and")))
            continue
        last = read(_NAME.sub("", part.strip())) * width
        own = year_number(year) if index == len(parts) - 1 else None
        items.append(Item("span", Span(unit, last - width + 1, last, own)))
    return items


def _months(match: re.Match[str]) -> list[Item]:
    items = _listed("month", match["n"], match["y"] or match.groupdict().get("y2"))
    return [replace(i, kind="bare") if i.span and "bare" in match.groupdict() else i for i in items]


def _quarters(match: re.Match[str]) -> list[Item]:
    return _listed("quarter", match["n"], match["y"] or match.groupdict().get("y2"))


def _bare_quarter(match: re.Match[str]) -> list[Item]:
    return [replace(item, kind="bare") for item in _quarters(match)]


def _half(match: re.Match[str]) -> list[Item]:
    first = 1 if match["part"] == "dau" else 7
    return [Item("span", Span("half", first, first + 5, year_number(match["y"])))]


def _edge_quarter(match: re.Match[str]) -> list[Item]:
    first = 1 if match["part"] == "dau" else 10
    return [Item("span", Span("quarter", first, first + 2, year_number(match["y"])))]


def _first_months(match: re.Match[str]) -> list[Item]:
    count = number(match["n"])
    return [Item("span", Span("month" if count % 3 else "quarter", 1, count, year_number(match["y"])))]


def _whole_year(match: re.Match[str]) -> list[Item]:
    return [Item("bare" if "bare" in match.groupdict() else "span", Span("year", 1, 12, int(match["y"])))]


def _school_years(match: re.Match[str]) -> list[Item]:
    """Each from September until the end of May, by when lessons end; its two years must follow each other."""
    years = [int(year) for year in re.findall(_Y, match[0])]
    if any(last != first + 1 for first, last in zip(years[::2], years[1::2], strict=True)):
        return [Item("unsure")]
    return _between((Item("span", Span("school_year", 9, 17, year)) for year in years[::2]), "and")


def _this_year(match: re.Match[str]) -> list[Item]:
    return [Item("by" if match.groupdict().get("mark") else "in"), Item("span", Span("year", 1, 12))]


def _plain(kind: str) -> Builder:
    return lambda match: [Item(kind, value=match[0])]


def _weekdays(match: re.Match[str]) -> list[Item]:
    words = re.findall(_WEEKDAY, match["days"])
    numbers = [7 if word == "chu nhat" else number(word.removeprefix("thu ")) - 1 for word in words]
    return _between((Item("weekday", value=str(day)) for day in numbers), "and")


def _after(match: re.Match[str]) -> list[Item]:
    unit = {"ngay": "D", "tuan": "W", "thang": "M", "nam": "Y"}[match["unit"]]
    event = _FROM_ISSUE.fullmatch((match["event"] or "").strip())
    own = event and not match["work"]
    return [Item("after", value=f"P{int(match['n'])}{unit}" if own else "")]


_PATTERNS: tuple[tuple[str, Builder], ...] = (
    # Numbers of documents with their dates, and percentages: never a deadline.
    (rf"so (?:van ban )?\d+(?:(?:/| - )[a-z0-9]+)*{_DOC_DATE}", _plain("word")),
    (rf"\d+(?:/\d{{4}})?(?:/| - )[a-z]{{2,}}(?: \d+)?(?:(?: - |/)[a-z]+)*{_DOC_DATE}", _plain("word")),
    (r"\d+(?: ?[.,] ?\d+)? ?(?:%|phan tram)", _plain("word")),
    (r"(?<=[\div] )(?:cua )?nam (?:bao cao|ke hoach)\b", recur("yearly")),
    (
        rf"(?:tu )?thang {_D} nam truoc (?:den|-) (?:het )?thang (?P<n>{_MONTH}) nam (?:sau|nay)\b",
        lambda match: [*_listed("month", match["n"], None), Item("recur", value="yearly")],
    ),
    (rf"(?:dau|giua) nam {_Y}[^()]{{0,40}}(?=\( ?(?:trong )?(?:truoc |den )?(?:ngay|thang|quy|\d))", _plain("word")),
    (r"nam (?:truoc(?! (?:ngay|thang|quy|\d))|bao cao|ke truoc)\b", _plain("unsure")),
    (r"am lich\b", _plain("unsure")),
    (rf"[1-3] (?={_D}[/.]{_D}[/.]\d{{4}})(?=\d[/.])", _plain("unsure")),  # "1 5/9/2026": the fifth or the 15th?
    (rf"(?:va |, )(?:cac |nhung )nam\b(?! (?:(?:hoc )?(?:{_NEXT}|{_Y})))", _plain("unsure")),
    (rf"(?:cac |nhung )(?:thang|quy|tuan|ngay) {_NEXT}", _plain("unsure")),
    (r"tuan (?:thu )?(?:\d|nhat|hai|ba|tu|dau|cuoi)(?: cua)?(?= thang)", _plain("unsure")),
    (r"hoc ky (?:[1-3i]+|he|dau|cuoi)\b", _plain("unsure")),  # when a term ends each school says
    (rf"(?:(?:cac|nhung) )?nam hoc {_TWO_YEARS}(?:{_AND}(?:nam hoc )?{_TWO_YEARS})*", _school_years),
    (rf"nam hoc(?: {_Y})?", _plain("word")),
    (r"(?:\A|(?<=[-(,;] ))24/24(?: ?(?:gio|h)\b)?(?:(?: ?/ ?| trong | moi )ngay)?", _plain("ongoing")),
    (r"(?:\A|(?<=[-(] ))24/7(?=\W*\Z)", _plain("ongoing")),
    (r"\d{1,2} ?(?:h|gio)\b(?: ?\d\d(?!\d))?(?: phut)?", _plain("hour")),
    # Days.
    (rf"(?:ngay )?(?P<y>{_Y})(?P<sep> - |/)(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?!\d)", _day),
    (rf"(?:ngay )?(?P<d1>{_D}) - (?P<d>{_D})[/.](?P<m>{_D})[/.](?P<y>\d{{4}})(?!\d)", _day),
    (rf"(?:ngay )?(?P<d>{_D}){_SEP}(?P<m>{_D})(?:{_SEP}| nam )(?P<y>\d{{4}}|\d\d)(?![\d/])", _day),
    (rf"(?P<bare>(?P<d>{_D}) , (?P<m>{_D}) , (?P<y>{_Y}))", _day),
    (
        rf"ngay (?P<d>{_D}) (?:cua )?(?:cac )?"
        rf"thang (?P<n>{_MONTH}(?:{_AND}(?:thang )?{_MONTH}{_LISTED})+){_OF_YEAR}(?![\d/%])",
        _day_of_months,
    ),
    (rf"ngay (?P<n>{_D}(?:{_AND}(?:ngay )?{_D})+)(?=(?: cua)?{_EACH} thang\b)", _days),
    (rf"(?:(?<=truoc )|(?<=nhat ))(?P<n>{_D})(?={_EACH} thang\b)", _days),
    (rf"(?:ngay )?(?P<d>{_D}) ?,? thang (?P<m>{_D})(?: ?,? nam |/| - | )(?P<y>{_Y})", _day),
    (rf"ngay (?P<d>{_D})(?:,? thang |{_SEP})(?P<m>{_D})(?!/?\d)", _day),
    (rf"(?P<bare>(?P<d>{_D})(?: thang |/)(?P<m>{_D})(?![/%]?\d)(?! lan\b))", _day),
    # Months, quarters, halves, years.
    (rf"bao cao {_SIX} (?:dau|cuoi) nam\b(?=.* (?:truoc|cham nhat)\b)", _plain("word")),  # the report's name
    (rf"thang (?P<n>{_D}(?:{_JOIN}{_MONTH}{_LISTED})*){_OF_YEAR}(?![\d/%])", _months),
    (rf"t(?:hg)? ?\.? ?(?P<n>{_D}(?: - (?:t ?\.? ?)?{_D})?)[/.](?P<y>{_Y})", _months),
    (rf"{_Y}/{_Y}", _plain("unsure")),  # a school year, or either of the two
    (rf"(?P<bare>(?P<y>{_Y})(?: - |/)(?P<n>0[1-9]|1[0-2]))(?![\d/]| - )", _months),
    (rf"thang (?P<n>{_MONTH_WORD}|nam(?= nam \d)){_OF_YEAR}(?! lan)", _months),
    (rf"(?P<bare>(?P<n>{_D}(?: - {_D})?){_SEP}(?P<y>{_Y})(?!/))", _months),
    (rf"(?:quy|qui|q ?\.?) ?(?P<n>{_QUARTER}(?:{_JOIN}(?:quy )?{_QUARTER}{_LISTED})*){_OF_YEAR}", _quarters),
    (rf"quy (?P<part>dau|cuoi)(?: cua)? nam\b(?: ?/?(?P<y>{_Y}))?{_NO_MORE}", _edge_quarter),
    (rf"(?:{_SIX}|nua) (?P<part>dau|cuoi)(?: cua)?(?: nam)?\b(?: ?/?(?P<y>{_Y}))?", _half),
    (rf"(?P<n>0?[1-9]|1[01]|ba|chin) thang dau(?: cua)? nam\b(?: ?/?(?P<y>{_Y}))?", _first_months),
    (rf"(?P<bare>(?P<n>{_ROMAN_QUARTER})(?:/| - )(?P<y>{_Y}))", _bare_quarter),
    (rf"(?:trong |cua |vao )?(?:cac|nhung) nam(?= {_Y})", _plain("years")),
    (rf"nam (?:ngan sach |tai chinh )?(?P<y>{_Y})", _whole_year),
    (rf"(?P<bare>(?P<y>{_Y})(?![%,.]\d))", _whole_year),
    (
        rf"(?:(?:va |, )?(?:cac |nhung )?giai doan|(?:va |, )nam|(?:va |, )?(?:cac |nhung )nam(?: hoc)?) {_NEXT}",
        _plain("next"),
    ),
    (r"(?:thang|quy|tuan) (?:tiep theo|ke tiep|tiep sau)\b", _plain("unsure")),
    (rf"nam {_NEXT}", _plain("unsure")),  # of which year it is the next, only the reader knows
    (r"(?:tro di|tro ve sau|va tiep theo)\b", _plain("next")),
    (rf"(?P<mark>den cuoi|den het|truoc cuoi|cuoi|het) nam\b(?: nay\b)?{_NO_MORE}", _this_year),
    (rf"(?:trong|ca|suot) nam\b(?: nay\b)?{_NO_MORE}", _this_year),
    (
        rf"(?:bao cao )?(?:dinh ky )?(?<!ngay )(?<!ngay , )(?:hang |moi )?"
        rf"(?P<list>{_PERIOD}(?:(?:{_AND}|/){_PERIOD})+)"
        rf"(?! ?(?:[\d(]|[ivx]+\b)){_REPORT_ENDS}",
        periods,
    ),
    # Work counted from an event ("6 tháng, năm" is a rhythm).
    (rf"{_SIX}(?= ?(?:,|va|/) ?(?:hang )?(?:0?1 )?nam\b(?! \d))", recur("half_yearly")),
    (r"\d{1,3} (?:ngay|tuan|thang)(?: lam viec)? truoc (?:ngay )?(?=\d)", _plain("unsure")),
    (
        r"\d{1,3} (?:ngay|tuan|thang)(?: lam viec)? (?:truoc (?:ngay|khi|thoi diem)|so voi)\b[^,;:().]*",
        lambda match: [Item("after")],
    ),
    (
        r"(?P<n>\d{1,3}) (?P<unit>ngay|tuan|thang|nam)\b(?P<work> lam viec)?"
        r"(?: (?P<event>(?:ke tu|tinh tu|tu|sau|ke)\b[^,;:().]*)|(?= ?(?:$|[,;:().])))",
        _after,
    ),
    (r"(?:ke |tinh )?tu (?:ngay|khi|thoi diem)\b(?= \w)(?! ?\d| (?:duoc |ky|ban hanh|phe duyet))", _plain("cond")),
    (rf"(?:ke )?tu (?:ngay |khi ){lexicon.ISSUED}(?: tro di|(?= ?(?:$|[,;.)])))", _plain("ongoing")),
    # Rhythms.
    (rf"bao cao (?:dinh ky )?{_UNIT}{_REPORT_ENDS}", recur_unit),
    (rf"bao cao (?:dinh ky )?{_SIX}{_REPORT_ENDS}", recur("half_yearly")),
    (
        rf"(?:dinh ky )?(?:hang|moi) tuan(?: (?:0?1|mot) lan)?(?: ?[,(] ?| )"
        rf"(?:vao )?(?:ngay )?(?P<days>{_WEEKDAYS})",
        _weekdays,
    ),
    (rf"(?:moi|hang|0?1|mot) {_UNIT} (?P<times>\d\d?|mot|hai|ba|bon) {_COUNTED}", recur_times),
    (rf"(?P<times>\d\d?|mot|hai|ba|bon) {_COUNTED}(?:/| (?:moi |trong )?(?:0?1 |mot )?){_UNIT}", recur_times),
    (rf"(?:dinh ky )?(?:moi |hang )?{_SIX}{_ONCE}", recur("half_yearly")),
    (rf"(?:dinh ky|moi|hang)(?: moi| hang)? {_SIX}\b", recur("half_yearly")),
    (rf"nua nam{_ONCE}", recur("half_yearly")),
    (rf"(?:(?:dinh ky|moi|hang)(?: moi| hang)? (?:0?3|ba) thang\b|(?:0?3|ba) thang{_ONCE})", recur("quarterly")),
    (r"(?:cua )?thang cuoi (?:cua )?(?:moi |tung |hang )?quy\b", recur("quarterly")),
    (rf"(?:dinh ky )?(?:hang|moi|tung) {_UNIT}(?: mot lan| 0?1 lan)?", recur_unit),
    (rf"dinh ky (?:theo )?{_UNIT}(?! ?(?:\d|[ivx]+\b))", recur_unit),
    (
        r"dinh ky(?: vao)?(?= (?:truoc )?(?:(?:thang|quy) (?:\d|[iv]+\b)|(?:ngay )?\d\d?/\d))"
        rf"(?!.*(?:{_EACH} |\d{{4}}))",
        recur("yearly"),
    ),
    (r"cac (?P<unit>quy|thang|tuan)\b(?= (?:trong |cua )?(?:ca )?nam\b)", recur_unit),
    (r"theo (?P<unit>quy|thang|tuan)\b(?=$| ?[,;.)]| va\b)", recur_unit),
    (rf"12 thang{_ONCE}", recur("yearly")),
    (rf"(?:(?:dinh ky|moi) )*{_SPACE_OF_TIME}{_ONCE}", every),
    (rf"(?:dinh ky|moi)(?: moi)? {_SPACE_OF_TIME}\b(?! ?\d)", every),
    (rf"(?:0?1 |mot )?{_UNIT}{_ONCE}", recur_unit),
    (r"thuong nien\b", recur("yearly")),
    (rf"(?:trong |cua )?cac nam\b(?! (?:{_NEXT}|{_Y}))", recur("yearly")),
    (rf"(?P<days>{_WEEKDAYS})(?= (?:hang|moi) tuan)", _weekdays),
    (rf"ngay (?P<d>{_D})", lambda match: [Item("day", value=match["d"])]),
    # Words.
    (_any(lexicon.NOT_ONGOING), _plain("word")),
    (_any(lexicon.ONGOING), _plain("ongoing")),
    (_any(lexicon.NOT_CONDITIONS), _plain("word")),
    (r"theo huong\b(?! dan\b)", _plain("word")),
    (rf"(?:sau|truoc) (?:cac |ngay |dip |moi (?:dot |lan )?)?{_any(lexicon.EVENTS)}", _plain("cond")),
    (r"truoc het\b(?= (?:nam|quy|thang|ngay|\d))", _plain("by")),
    (r"truoc khi (?:ket thuc|het)\b(?= (?:nam|quy|thang|ngay|\d))", _plain("by")),
    (_any(lexicon.CONDITIONS), _plain("cond")),
    *((_any(words), _plain(kind)) for kind, words in lexicon.MARKS.items()),
    (r"[,:)\]]", _plain("comma")),
    (r"[(\[]", _plain("open")),
    (r"-", _plain("dash")),
    (r"/", _plain("slash")),
    (r"[.;]", _plain("stop")),
    (r"\w+|[^\w\s]", _plain("word")),
)


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], Builder], ...]:
    """The patterns, when the first deadline is read: most runs of the program read none."""
    return tuple((re.compile(pattern), builder) for pattern, builder in _PATTERNS)


def scan(plain: str, folded: str) -> list[Item]:
    """All items of a prepared phrase, in order; text that belongs to no pattern is items of kind "word"."""
    toned = plain != folded
    items: list[Item] = []
    at = 0
    while at < len(folded):
        if folded[at] == " ":
            at += 1
            continue
        for pattern, build in _compiled():
            match = pattern.match(folded, at)
            if match is None:
                continue
            found = build(match)
            words = plain[at : match.end()]
            if toned and found[0].kind != "word" and (_misread(words) or (found[0].span and _LATER.search(words))):
                continue
            items += [replace(item, place=at) for item in found]
            at = match.end()
            break
    return items


def _misread(words: str) -> bool:
    """Whether a word has tones that make it another one ("đầu tư" is no "từ"; "tháng Tư" is the fourth)."""
    return not lexicon.OTHER_WORDS.isdisjoint(_FOURTH.sub("", words).split())
