"""Routes for papers: those that the plan cites or is based on, and those that its tasks result in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answers.answer import Answer, Quotation, Topic
from knowledge.answers.ground import TASK_FACETS, Ground, hard_beyond, list_of
from knowledge.answers.single import single
from knowledge.lexicon import plan_parts as parts
from knowledge.lexicon.asking import WHO
from knowledge.lexicon.papers import (
    AMENDS,
    BRINGS_OTHERS,
    CITED,
    DEFINES,
    FOLLOWING,
    ISSUES_WHAT,
    ISSUING,
    KINDS,
    MADE,
    TO_BE_MADE,
    WHICH_PAPER,
)
from knowledge.lexicon.questions import Phrase, words_of
from knowledge.lexicon.unsaid import OF_EFFECT
from knowledge.questions import Question, find
from knowledge.questions.several import counts, is_asked_for

SHOWN = 8
"""So many papers of a list are quoted."""
OF_BASIS = 0.75
"""A paper's title that says so much of a question is what it is about."""
_OF_THE_PAPER = ("whom", "issuer", "signer", "about", "amend", "mention", "dated")
"""What is asked of a paper itself."""
BESIDE_PAPER = 3
"""More words than so many beside a paper's name are of what is done by it."""
FEW, ISSUER = 12, 5
"""Words of a message that says whose paper is meant, and of a basis after "của" that say so."""
HEAD_OF_BASIS = 5
"""Words within which a basis says what sort of paper it is: "Căn cứ Nghị quyết số …"."""


def papers_made(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Bộ Y tế phải trình mấy nghị định trong năm 2027": the tasks that are meant and result in such papers."""
    kinds = [kind for kind in q.papers if kind in MADE]
    marked = [kind for kind in kinds if is_asked_for(q, kind)]
    to_be_made = q.says(*TO_BE_MADE)
    of_whom = q.units or q.years or to_be_made or ground.authority_named(q)
    if not marked or not of_whom or q.documents or q.codes or q.foreign or q.things & {"task", "target"}:
        return None
    if q.has("mention", "about", "paper", "dated", "amend") and not (q.units or to_be_made):
        return None
    if q.has("deadline") and not q.years:
        return None  # "Phòng TCCB hoàn thiện các quyết định … hạn khi nào": one task's cell
    own = words_of(kinds, TO_BE_MADE if to_be_made else ())
    chosen = ground.task_selector.select(replace(q, content=tuple(w for w in q.content if w not in own)))
    found = [t for t in chosen.records if any(ground.names_paper(t, kind) for kind in kinds)]
    if chosen.rest or not found:
        return None
    names = "; ".join(KINDS[kind] for kind in kinds)
    return list_of([t.code for t in found], "task", {**chosen.filters, "words": names})


def papers_listed(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Kế hoạch dẫn những nghị định nào", "có mấy nghị quyết": the papers of a type that the plan names."""
    types = [kind for kind in q.papers if kind in CITED and kind != parts.PLAN]
    asked = any(is_asked_for(q, kind) for kind in types) or q.says(parts.LISTED)
    if q.has("number_of_plan", "date_of_plan", "issuer", "signer"):
        return None
    if not types or not asked or q.documents or q.units or q.areas or q.foreign or q.things & {"task", "target"}:
        return None
    own = words_of(types) | parts.OF_PAPERS
    if hard_beyond(q, (*own, *q.asking)):
        return None
    if "basis" in q.things and not counts(q) and (based := bases_of_kind(ground, types)):
        return based  # "Căn cứ nghị quyết nào" asks for what the plan is based on, not for all that it cites.
    names = ground.papers.of_types(types)
    return Answer("answer", "papers", tally=tuple(names.items()), count=len(names)) if names else None


def paper_again(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Ban hành ngày nào", "nội dung gì" after a paper was quoted: of that paper, where nothing else is named."""
    about = q.has("dated", "date_of_plan", "number_of_plan", "about", "issuer", "amend")
    if before.facet == "legal" and q.says(*OF_EFFECT) and len(q.words) <= FEW and not (q.documents or q.things):
        return ground.none(q)  # "vậy còn hiệu lực không": no plan says that of a paper that it cites
    if before.papers and len(q.words) <= FEW and (name := _of_issuer(ground, q, before.papers)):
        return legal(ground, ground.understanding.read(f"{name} {parts.DAY_OF_PAPER}"), Topic())
    if before.papers and about and not (q.documents or q.units or q.areas or q.foreign or q.says(*parts.THE_PAPER)):
        return _of_listed(ground, q, before.papers)
    of_tasks = "task" in q.things and q.things <= {"task", "unit"} and q.says(*parts.THIS_PAPER)
    if before.paper and of_tasks and q.papers:
        those = ground.understanding.read(f"{parts.TASKS_BY} {before.paper}")
        return legal(ground, replace(those, asks=those.asks | q.asks & set(TASK_FACETS)), Topic())
    kinds = [kind for kind in q.papers if kind in CITED and kind != parts.PLAN]
    of_task = before.record in ground.tasks and not before.paper and not q.documents
    by_which = q.words[0] == FOLLOWING and q.says(*WHICH_PAPER) and len(q.words) <= FEW
    if of_task and by_which and (quoted := ground.papers.quoting(before.record, kinds)):
        return Answer("answer", "legal", quotations=quoted, records=(before.record,))  # "theo quyết định nào"
    if of_task and kinds and about and q.says(*parts.THIS_PAPER):
        quoted = ground.papers.quoting(before.record, kinds)  # "QĐ đó ban hành ngày mấy" after its task
        return Answer("answer", "legal", quotations=quoted, records=(before.record,)) if quoted else ground.none(q)
    another = q.has("amend") and q.says(*WHICH_PAPER)  # "văn bản nào sửa đổi nó"
    of_plan = q.says(*parts.THE_PAPER) and not another
    if not before.paper or q.documents or q.areas or q.things or q.foreign or of_plan:
        return None
    if q.has("again") and q.papers:
        return bases_of_kind(ground, q.papers)  # "Còn quyết định của tỉnh"
    if q.units or not about:
        return None
    own = {*ground.index.words(before.paper), *parts.OF_PAPERS, *q.asking, *ground.lexicon.light}
    if any(word not in own for word in q.hard):
        return None
    return legal(ground, ground.understanding.read(f"{before.paper} {q.text}"), Topic())


def _of_issuer(ground: Ground, q: Question, papers: Sequence[str]) -> str:
    """ "Cái của UBND tỉnh ngày mấy": of the papers listed the one that who is named has issued, or ""."""
    said = [w for w in q.hard if w not in q.asking]
    if not said or q.documents or q.codes or q.things or (q.asks & set(TASK_FACETS) and not q.has("dated")):
        return ""
    texts = {name: b.text for name in papers for b in ground.plan.legal_bases if b.text.startswith(name)}
    issuers = {name: ground.index.words(text.partition(parts.OF_ISSUER)[2])[:ISSUER] for name, text in texts.items()}
    found = [name for name, issuer in issuers.items() if set(issuer).issuperset(said)]
    return found[0] if len(found) == 1 else ""


def _of_listed(ground: Ground, q: Question, papers: Sequence[str]) -> Answer | None:
    """ "Ban hành ngày nào" after a list of papers: what the plan says of the first of them, or of the one that is
    pointed at."""
    own = q.asking | words_of(q.papers) | parts.OF_PAPERS | ground.lexicon.light
    if [w for w in q.hard if w not in own and not w.isdigit()]:
        return None
    one = papers[q.ordinal - 1 : q.ordinal] if q.ordinal > 0 else papers[-1:] if q.ordinal else papers
    told = [legal(ground, ground.understanding.read(f"{name} {q.text}"), Topic()) for name in one[:SHOWN]]
    quoted = tuple(dict.fromkeys(found.quotations[0] for found in told if found and found.quotations))
    return Answer("answer", "legal", quotations=quoted) if quoted else None


def legal(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """What the plan says of a paper that is named by its number or its day, or the tasks that follow it."""
    cited = [c for d in q.documents for c in ground.papers.cited(d)] or ground.papers.dated(q.days, q.papers)
    if not (q.documents or cited):
        return None
    if q.says(*ISSUES_WHAT) and not any(d.beside or d.doubtful for d in q.documents):
        q = replace(q, asks=q.asks - {"product"} | {"about"})
    if q.has("signer") and not any(d.beside for d in q.documents):
        return ground.none(q)  # who signed a paper, no plan says that cites it
    if not cited:
        return None if all(d.doubtful for d in q.documents) else Answer("none", "legal")
    tasks = [c.quotation.record for c in cited if ground.plan.task(c.quotation.record)]
    asks_task = (
        q.has("lead", "cooperation", "product")
        or (WHO in q.said and any(d.beside for d in q.documents) and not q.has(*_OF_THE_PAPER))
        or (q.has("deadline") and (not q.has("dated") or q.says(*parts.DUE)))
        or (q.has("deadline") and len(hard_beyond(q, ground.index.words(cited[0].name))) > BESIDE_PAPER)
        or (q.has("deadline") and any(d.beside for d in q.documents) and not q.has("about"))
    )
    if asks_task and not tasks and not q.has("dated", "about") and (told := _told_by_paper(ground, q, before)):
        return told
    carried = _carried(q, before, tasks)
    if carried:
        return ground.about_task(q, [ground.tasks[tasks[0]]], 1.0, carried)
    if (asks_task or "task" in q.things) and tasks:
        unique = list(dict.fromkeys(tasks))
        return ground.about_task(q, [ground.tasks[c] for c in unique[:3]], 1.0)
    if q.has("amend"):
        cited = [c for c in cited if AMENDS in c.quotation.text] or cited
    seen = {c.quotation.text: c.quotation for c in sorted(cited, key=lambda c: len(c.quotation.text))}
    quoted = sorted(seen.values(), key=lambda quotation: (not _defines(quotation.text), len(quotation.text)))
    return Answer("answer", "legal", quotations=tuple(quoted[:3]), records=tuple(dict.fromkeys(tasks)))


def _told_by_paper(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """Who, or by when, in words beside a paper's number: "kế hoạch thực hiện Chỉ thị 52 xong khi nào"."""
    found = single(ground, replace(q, documents=()), before)
    return found if found.kind == "answer" else None


def _carried(q: Question, before: Topic, tasks: Sequence[str]) -> str:
    """The cell asked of the task before, where this one is named by the paper it follows ("còn theo NĐ 130")."""
    leans = not q.asks or q.has("again") or q.says(parts.CARRIED, parts.OTHER_YEAR) or bool(before.candidates)
    of_one = leans and before.facet in TASK_FACETS and len(set(tasks)) == 1
    if not of_one or q.has("about", "amend", "mention", "lead", "day", "date_of_plan"):
        return ""
    if q.has("deadline"):
        return "" if q.says(parts.ISSUED) else "deadline"  # "Còn NĐ 106 thì năm nào"
    return "" if q.has("dated") else before.facet


def issued_by(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Chương trình … của thành phố ban hành bằng văn bản nào, ngày nào": the paper that the plan is based on whose
    title says so, where no record says as much."""
    if (
        q.documents
        or q.codes
        or q.units
        or q.things & {"task", "target"}
        or not (q.has("paper") or q.says(*WHICH_PAPER))
    ):
        return None
    own = {*q.asking, *ISSUING, *words_of(WHICH_PAPER), *ground.lexicon.light}
    words = {w: ground.index.idf(w) for w in q.hard if w not in own and not w.isdigit()}
    weights = [(words, sum(words.values()))] if words else []
    kinds = [kind for kind in q.papers if kind in BRINGS_OTHERS]
    said = [(ground.explained(b.text, weights), b) for b in ground.plan.legal_bases if _is_of(ground, b.text, kinds)]
    said = [(share, b) for share, b in said if all(str(year) in b.text for year in q.years)]
    best, basis = max(said, key=lambda pair: pair[0], default=(0.0, None))
    records = ground.index.search(q.variants, ("task", "target", "passage"))[:1]
    texts = (" ".join(ground.texts_of(m.entry.code)) for m in records)
    told = max((ground.explained(t, weights) for t in texts if all(str(y) in t for y in q.years)), default=0.0)
    better = told > best if kinds else told >= best
    if basis is None or best < OF_BASIS or better:
        return None
    return Answer("answer", "legal", quotations=(Quotation(basis.text, basis.place),), score=best)


def bases_of_kind(ground: Ground, kinds: Sequence[Phrase]) -> Answer | None:
    """ "Kế hoạch căn cứ nghị quyết nào": only the bases that are such papers."""
    named = [Quotation(b.text, b.place) for b in ground.plan.legal_bases if kinds and _is_of(ground, b.text, kinds)]
    return Answer("answer", "legal", quotations=tuple(named)) if named else None


def _is_of(ground: Ground, basis: str, kinds: Sequence[Phrase]) -> bool:
    """Whether a basis is a paper of one of the kinds, of any where none is said."""
    head = ground.index.words(basis)[:HEAD_OF_BASIS]
    return not kinds or any(find(head, kind) >= 0 for kind in kinds)


def _defines(text: str) -> bool:
    """Whether a clause says what the paper is about."""
    return any(words in text for words in DEFINES)
