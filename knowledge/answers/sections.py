"""Routes for the plan's head, its running text, and what it cannot say."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.fitting import compared_with
from knowledge.answers.ground import Ground, hard_beyond, list_of
from knowledge.answers.of_papers import bases_of_kind
from knowledge.lexicon import plan_parts as parts
from knowledge.lexicon import printed_places
from knowledge.lexicon.asking import WHO
from knowledge.lexicon.cells import AMOUNT_OF_MONEY, COUNTED, DAY, OF_REPORTS, REPORTED, TOTAL_COST, WHERE_TO
from knowledge.lexicon.importing import TYPES
from knowledge.lexicon.lists import SECTION
from knowledge.lexicon.questions import phrase
from knowledge.model import Passage, Plan
from knowledge.postings import Soft
from knowledge.questions import Document, Question, find
from knowledge.questions.several import counts, is_asked_for
from knowledge.texts import texts_of

_PASSAGES = ("solution", "viewpoint", "objective", "focus", "organization", "recipient", "content")

_BEGINS_WITH_NUMBER = re.compile(r"\d+")
_CELLS = ("lead", "cooperation", "product", "deadline", "compare")
CLOSE = 0.06
""" "Nội dung" may mean any part: the one meant explains nearly as much of the question as any other."""
OF_MONEY, MONEY_AMONG = 0.6, 5
"""A record that explains so much of a question, among the first so many, may say the amount of money."""
TOLD_AMONG = 3
"""A year that no target is set for may stand in one of so many records."""
OF_PAPER = 8
"""Words within which a paper is named before its year."""


def head(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """A fact of the plan's head: its number, its day, who signed or issued it, what it costs, its years."""
    hard = q.hard
    about_plan = q.says(*parts.THE_PAPER) or any(
        ground.plan.title.lower().startswith(t) and q.says(phrase(t)) for t in TYPES
    )
    own = {*parts.OF_HEAD, *ground.index.words(f"{ground.plan.title} {ground.plan.issuer} {ground.plan.number}")}
    few = not [w for w in hard if w not in own]
    named = [d for d in q.documents if not d.doubtful]
    if named and not all(_is_own(ground, d) for d in named):
        return None
    if any(ground.papers.cited(d) for d in q.documents if not _is_own(ground, d)):
        return None  # "Kế hoạch 412 của tỉnh ban hành ngày nào": a plan that this one cites
    about_plan = about_plan or bool(named)
    if q.has("number_of_plan") and (about_plan or q.says(*parts.NUMBER)) and few:
        return _fact(ground, "number", q)
    if q.has("date_of_plan") and about_plan and (few or q.says(parts.ISSUED)) and len(hard) <= 4:
        return _fact(ground, "issued", q)
    if q.has("signer") and (few or len(hard) <= 3):
        return _fact(ground, "signer")
    if q.has("issuer") and few and not _of_another_plan(ground, q):
        return _fact(ground, "issuer")
    if q.has("money") and not q.says(*COUNTED) and (q.has("value", "funding") or not q.has(*_CELLS)):
        return _amount_of_money(ground, q, own) or Answer("none", "head", facts={"asked": "money"})
    if q.has("period") and about_plan and few:
        return _fact(ground, "period")
    return None


def _of_another_plan(ground: Ground, q: Question) -> bool:
    """ "Kế hoạch đào tạo …", where the plan's title goes on otherwise after "kế hoạch"."""
    at = find(q.words, parts.PLAN)
    after = q.words[at + len(parts.PLAN) : at + len(parts.PLAN) + 2] if at >= 0 else ()
    return (
        len(after) > 1 and after[0] in q.hard and find(ground.index.words(ground.plan.title), after) != len(parts.PLAN)
    )


def _amount_of_money(ground: Ground, q: Question, own: Set[str]) -> Answer | None:
    """The record that names an amount of money for what is asked about; what the plan costs no record says."""
    if all(w in own or w in parts.MONEY or w in q.asking or w in ground.lexicon.light for w in q.hard) or q.foreign:
        return None if q.foreign else _total(ground)
    matches = ground.index.search(q.variants, ("task", "target", "passage"))
    of_years = {t.code for t in ground.plan.targets if not q.years or t.horizon in q.years}
    of_series = {t.series for t in ground.plan.targets if t.code in of_years and t.series}
    for match in matches[:MONEY_AMONG]:
        code, target = match.entry.code, ground.plan.target(match.entry.code)
        if target is not None and code not in of_years:
            if target.series not in of_series:
                continue
            code = next(t.code for t in ground.plan.targets if t.series == target.series and t.code in of_years)
        text = (target is None and match.entry.text) or " ".join((*ground.texts_of(code), _product_of(ground, code)))
        if match.coverage >= OF_MONEY and AMOUNT_OF_MONEY.search(text):
            facet = "section" if match.entry.kind == "passage" else "value" if ground.plan.target(code) else "record"
            return Answer("answer", facet, records=(code,), score=match.sure)
    return None


def _total(ground: Ground) -> Answer | None:
    """The part of the text that says what the plan costs in all."""
    said = (
        p
        for p in ground.plan.passages
        if (found := TOTAL_COST.search(p.text)) and AMOUNT_OF_MONEY.search(p.text, found.end())
    )
    total = next(said, None)
    return Answer("answer", "section", records=(total.code,)) if total else None


def _product_of(ground: Ground, code: str) -> str:
    task = ground.plan.task(code)
    return task.product if task else ""


def _is_own(ground: Ground, paper: Document) -> bool:
    """Whether a paper that is named by its number is the plan itself, or the one that issues it."""
    number = _BEGINS_WITH_NUMBER.match(ground.plan.number or "")
    same = number is not None and str(int(number[0])) == paper.number
    return same and paper.year in ("", str(ground.plan.year))


def reports(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Bao lâu báo cáo một lần, gửi về đâu": the clause on reports, in whatever part of the plan it stands."""
    if not q.says(parts.REPORT) or q.has("money", "overdue") or not (q.has("deadline") or q.says(*WHERE_TO)):
        return None
    if ground.of_task_before(q, before):
        return None
    rest = {w for w in q.hard if w not in OF_REPORTS and w not in q.asking and not w.isdigit()}
    rest -= {*ground.lexicon.light, *ground.index.words(ground.plan.title), *parts.REPORTING}
    for match in ground.index.search(((*parts.REPORT, *q.variants[0]),), ("passage",)):
        code = match.entry.code
        clauses = ground.passages[code].text.split("\n")
        told = [c for c in clauses if REPORTED.search(c) and rest.issubset(ground.index.words(c))]
        told = [c for c in told if DAY.search(c) or not q.has("day")]
        if told:
            weights = ground.weights(q)
            clause = max(told, key=lambda text: ground.explained(text, weights))
            return Answer("answer", "section", records=(code,), score=match.sure, facts={"clause": clause})
    return None


def funding(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Kinh phí thực hiện kế hoạch lấy từ đâu": the clause on funding."""
    own = {*ground.index.words(ground.plan.title), *q.asking, *ground.lexicon.light, *parts.MONEY, *parts.GIVEN}
    where = q.says(*parts.WHENCE) and not parts.MONEY.isdisjoint(q.words)
    if not (q.has("funding") or where) or q.has("money", "lead") or any(w not in own for w in q.hard):
        return None
    found = ground.index.search([parts.OF_FUNDING], ("passage",))
    if not found or not ground.index.has_pair(found[0].entry.code, parts.FUNDS):
        return None
    return Answer("answer", "section", records=(found[0].entry.code,), score=found[0].sure)


def beyond(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """What no plan of these years says: years outside it, who somebody is."""
    plan = ground.plan
    inside = {*range(plan.starts, max(plan.ends.year, plan.period_ends) + 1), *ground.years_of_targets}
    if (span := parts.SPAN.search(q.text)) and int(span[1]) > plan.starts and not _prints(ground, span[1], span[2]):
        return ground.none(q)
    years = [y for y in q.years if not (_of_paper(q, y) or _as_printed(ground, q, y) or compared_with(q, y))]
    outside = not q.documents and years and not any(y in inside for y in years)
    if outside and not _told_of(ground, q, years):
        return ground.none(q)
    who = q.has("person") and not (q.says(*parts.WHO_IS) and parts.ROLES.isdisjoint(q.words))
    return ground.none(q) if who and not q.has("lead", "cooperation") else None


def _told_of(ground: Ground, q: Question, years: Sequence[int]) -> bool:
    """Whether a record speaks of the years, and of most of what is asked: "xếp hạng Chỉ số … năm 2026"."""
    near = ground.index.search(q.variants, ("task", "target"))[:TOLD_AMONG]
    texts = [" ".join(ground.texts_of(m.entry.code)) for m in near if m.coverage >= OF_MONEY]
    return any(all(f"{parts.YEAR_PRINTED} {year}" in text for year in years) for text in texts)


def _as_printed(ground: Ground, q: Question, year: int) -> bool:
    """Whether the plan prints a year after the same word: "sổ hộ tịch trước 1991"; "năm" is before any."""
    at = find(q.words, (str(year),))
    return at > 0 and q.words[at - 1] != parts.YEAR_WORD and tuple(q.words[at - 1 : at + 1]) in ground.index.pairs


def _prints(ground: Ground, first: str, last: str) -> bool:
    """Whether the plan speaks of a span of years."""
    span = re.compile(rf"{first}\s*[-–]\s*{last}")
    return any(span.search(text) for text in (ground.plan.title, *texts_of(ground.plan)))


def _of_paper(q: Question, year: int) -> bool:
    """Whether a year belongs to a law or a decree: "Luật … 2017"."""
    at = find(q.words, (str(year),))
    return at > 0 and not parts.OF_LAWS.isdisjoint(q.words[max(0, at - OF_PAPER) : at])


def live(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """What is late or falls due: answered from what was reported, so only the tasks are named here."""
    if not q.has("overdue", "soon") or q.foreign or not ("task" in q.things or not q.hard):
        return None
    chosen = ground.task_selector.select(q)
    if q.has("mention"):
        return None
    facts = {"overdue": "1"} if q.has("overdue") else {"soon": "1"}
    codes = tuple(t.code for t in chosen.records)
    return Answer("answer", "progress", records=codes, thing="task", filters=chosen.filters, facts=facts)


def _fact(ground: Ground, name: str, q: Question | None = None) -> Answer:
    """A fact of the head; with the number or the day the signer as well, where it is asked for."""
    value = head_fact(ground.plan, name)
    facts = {"asked": name, "value": value}
    if value and q is not None and q.has("signer") and (signer := head_fact(ground.plan, "signer")):
        facts["signer"] = signer
    return Answer("answer" if value else "none", "head", facts=facts)


def passage_by_number(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Giải pháp thứ 4", "các quan điểm", "mục tiêu chung", "nơi nhận"."""
    kind = next((k for k in _PASSAGES if k in q.things), "")
    if not kind and q.has("deadline", "lead", "product"):
        return None
    of_kind = ground.of_kind(kind)
    if not kind or not of_kind or (q.has("count") and kind in ("solution", "viewpoint") and not q.ordinal):
        return None
    if q.ordinal:
        at = q.ordinal if q.ordinal > 0 else len(of_kind)
        if at <= len(of_kind):
            return Answer("answer", "section", records=(of_kind[at - 1].code,), thing=kind)
        return Answer("none", "section")
    own = {*ground.index.words(ground.plan.title), *(w for p in ground.lexicon.things[kind] for w in p)}
    named = [w for w in q.hard if w not in own and w not in parts.COPY and not w.isdigit()]
    if named:
        asked = {w for said in ground.lexicon.things[kind] for w in said} - {*named}
        variants = [tuple(Soft(w) if w in asked else w for w in variant) for variant in q.variants]
        told = ground.as_spelt(ground.index.search((*q.variants, *variants), ("passage",)), q)
        among = [m for m in told if ground.passages[m.entry.code].kind == kind]
        most = max((m.coverage for m in told), default=0.0)
        vague = kind == "focus" and not (q.says(*parts.FOCUS) and ground.lexicon.light.issuperset(named))
        if kind == "solution" and WHO in q.words:
            return None  # "Ai đề xuất giải pháp tháo gỡ vướng mắc": part of what is to be done.
        if among and among[0].coverage >= (max(0.5, most - CLOSE) if vague else 0.5):
            return Answer("answer", "section", records=(among[0].entry.code,), thing=kind, score=among[0].sure)
        return None
    if q.foreign:
        return None
    if q.has("count") and kind == "organization":
        return _points(of_kind)
    return Answer("answer", "section", records=tuple(p.code for p in of_kind), thing=kind, count=len(of_kind))


def _points(passages: Sequence[Passage]) -> Answer:
    """How many points a section has, and which."""
    codes = tuple(p.code for p in passages)
    return Answer("answer", "count", codes, thing="part", count=len(codes))


def by_place(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Phần V của kế hoạch", "mục VI điểm 3": what is printed there, where nothing else is asked for."""
    named = SECTION.search(q.text)
    if named is None or q.codes or q.candidates or q.has(*_CELLS) or q.things & {"task", "target", "solution"}:
        return None
    place = f"{printed_places.SECTION} {named['roman'].upper()}"
    found = [p for p in ground.plan.passages if re.match(rf"{place}(?:,|$)", p.place)]
    if named["point"]:
        found = [p for p in found if p.place == f"{place}, {printed_places.POINT} {named['point']}"]
    found = found or [p for p in ground.plan.passages if p.place.startswith(f"{place}.") and not named["point"]]
    said = ground.understanding.read(q.text.replace(named[0], " "))
    known = {*parts.OF_SECTION, *said.asking, *(w for p in found for w in ground.index.words(p.title))}
    if not found or not known.issuperset(said.hard) or q.says(*parts.NO_SECTION):
        return None
    if q.has("count") and len(found) > 1:
        return _points(found)
    return Answer("answer", "section", records=tuple(p.code for p in found))


def objectives(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Mục tiêu cải cách thể chế": the area's objective; with a year, its targets. "Căn cứ pháp lý": the bases."""
    if "basis" in q.things and not hard_beyond(q, _of_bases(ground)):
        named = None if counts(q) else bases_of_kind(ground, [k for k in q.papers if is_asked_for(q, k)])
        return named or Answer("answer", "list", thing="basis", count=len(ground.plan.legal_bases))
    horizons = [y for y in q.years if y in ground.plan.horizons]
    aims = "area_objective" in q.things or (horizons and not q.has("value", "cooperation", "product"))
    if not aims or not q.areas or q.things & {"target", "task"} or q.has("count", "lead"):
        return None
    if [w for w in ground.beyond_areas(q) if w not in ground.lexicon.light]:
        return None
    codes = {a.code for a in q.areas}
    if horizons:
        targets = [t.code for t in ground.plan.targets if t.area in codes and t.horizon in horizons]
        return list_of(targets, "target", ground.target_selector.select(q).filters) if targets else None
    found = [p.code for p in ground.plan.passages if p.kind == "area_objective" and p.area in codes]
    return Answer("answer", "section", records=tuple(found[:1])) if found else None


def _of_bases(ground: Ground) -> tuple[str, ...]:
    """Words with which the papers a plan is based on are asked for, and those that it cites them with."""
    texts = (ground.plan.issuer, *(basis.text for basis in ground.plan.legal_bases))
    return (*parts.BASES, *(word for text in texts for word in ground.index.words(text)))


def head_fact(plan: Plan, name: str) -> str:
    """A fact of the plan's head: its "number", "issued" (ISO), "signer", "issuer" or "period"; "" when left blank."""
    match name:
        case "issued":
            return plan.issued.isoformat() if plan.issued else ""
        case "period":
            return f"{plan.starts}–{plan.period_ends}"
    return {"number": plan.number, "signer": plan.signer, "issuer": plan.issuer}[name] or ""
