"""Routes for the facts of a plan's head, and for its money."""

from __future__ import annotations

import re
from collections.abc import Set

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.ground import Ground
from knowledge.lexicon import plan_parts as parts
from knowledge.lexicon.cells import AMOUNT_OF_MONEY, COUNTED, TOTAL_COST
from knowledge.lexicon.importing import TYPES
from knowledge.lexicon.questions import phrase
from knowledge.model import Plan
from knowledge.questions import Document, Question, find

_BEGINS_WITH_NUMBER = re.compile(r"\d+")
_ASKED = ("number_of_plan", "date_of_plan", "signer", "issuer", "money", "period")
_CELLS = ("lead", "cooperation", "product", "deadline", "compare")
OF_MONEY, MONEY_AMONG = 0.6, 5
"""A record that explains so much of a question, among the first so many, may say the amount of money."""


def head(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """A fact of the plan's head: its number, its day, who signed or issued it, what it costs, its years."""
    if not q.has(*_ASKED):
        return None
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
    issued = q.has("date_of_plan") and not q.says(*parts.TO_BE_DONE_BY)
    if issued and about_plan and (few or q.says(parts.ISSUED)) and len(hard) <= 4:
        return _fact(ground, "issued", q)
    of_signer = about_plan and q.says(*parts.POST) and own.union(parts.OF_SIGNER).issuperset(hard)
    if q.has("signer") and (few or of_signer or (about_plan and len(hard) <= 3)):
        return _fact(ground, "signer")
    if (
        q.has("issuer")
        and few
        and not names_another_plan(ground, q)
        and (about_plan or before.record not in ground.tasks)
    ):
        return _fact(ground, "issuer")
    if q.has("money") and not q.says(*COUNTED) and (q.has("value", "funding") or not q.has(*_CELLS)):
        return _amount_of_money(ground, q, own) or Answer("none", "head", facts={"asked": "money"})
    if q.has("period") and about_plan and own.union(parts.OF_PERIOD).issuperset(hard):
        return _fact(ground, "period")
    return None


def again(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Chức vụ gì vậy" after who signed the plan, "ngày nào" after its number: another fact of its head, or the same
    anew."""
    if before.asked not in ("number", "issued", "signer") or q.things:
        return None
    if before.asked == "signer" and q.says(*parts.POST) and parts.OF_SIGNER.issuperset(q.hard):
        return _fact(ground, "signer")
    if not parts.OF_HEAD.issuperset(q.hard) or q.units or q.years:
        return None
    if q.has("number_of_plan"):
        return _fact(ground, "number", q)
    return _fact(ground, "issued", q) if q.has("dated", "day", "date_of_plan") else None


def names_another_plan(ground: Ground, q: Question) -> bool:
    """ "Kế hoạch đào tạo …", where the plan's title goes on otherwise after "kế hoạch"."""
    at = find(q.words, parts.PLAN)
    after = q.words[at + len(parts.PLAN) : at + len(parts.PLAN) + 2] if at >= 0 else ()
    return (
        len(after) > 1 and after[0] in q.hard and find(ground.index.words(ground.plan.title), after) != len(parts.PLAN)
    )


def _amount_of_money(ground: Ground, q: Question, own: Set[str]) -> Answer | None:
    """The record that names an amount of money for what is asked about; what the plan costs no record says."""
    if all(w in own or w in parts.MONEY or w in q.asking or w in ground.lexicon.light for w in q.hard) or q.foreign:
        return _total(ground) if q.says(*parts.COSTS) and not q.foreign else None
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


def funding(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Kinh phí thực hiện kế hoạch lấy từ đâu": the clause on funding."""
    where = q.says(*parts.WHENCE) and not parts.MONEY.isdisjoint(q.said)
    if not (q.has("funding") or where) or q.has("money", "lead"):
        return None
    own = {*ground.index.words(ground.plan.title), *q.asking, *ground.lexicon.light, *parts.MONEY, *parts.GIVEN}
    if any(w not in own for w in q.hard):
        return None
    found = ground.index.search([parts.OF_FUNDING], ("passage",))
    if not found or not ground.index.has_pair(found[0].entry.code, parts.FUNDS):
        return None
    return Answer("answer", "section", records=(found[0].entry.code,), score=found[0].sure)


def _fact(ground: Ground, name: str, q: Question | None = None) -> Answer:
    """A fact of the head; with the number or the day the signer as well, where it is asked for."""
    value = head_fact(ground.plan, name)
    facts = {"asked": name, "value": value}
    if value and q is not None and q.has("signer") and (signer := head_fact(ground.plan, "signer")):
        facts["signer"] = signer
    return Answer("answer" if value else "none", "head", facts=facts)


def head_fact(plan: Plan, name: str) -> str:
    """A fact of the plan's head: its "number", "issued" (ISO), "signer", "issuer" or "period"; "" when left blank."""
    match name:
        case "issued":
            return plan.issued.isoformat() if plan.issued else ""
        case "period":
            return f"{plan.starts}–{plan.period_ends}"
    return {"number": plan.number, "signer": plan.signer, "issuer": plan.issuer}[name] or ""
