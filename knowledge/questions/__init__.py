"""Questions understood: what is asked, and about what."""

from knowledge.questions.names import learnt_abbreviations
from knowledge.questions.numbered import annex_of
from knowledge.questions.question import Document, Question, find
from knowledge.questions.understanding import Understanding

__all__ = ["Document", "Question", "Understanding", "annex_of", "find", "learnt_abbreviations"]
