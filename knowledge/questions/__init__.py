"""Questions understood: what is asked, and about what."""

from knowledge.questions.question import Document, Question, find
from knowledge.questions.spotting import DOCUMENT_TYPES
from knowledge.questions.understanding import Understanding, learnt_abbreviations

__all__ = ["DOCUMENT_TYPES", "Document", "Question", "Understanding", "find", "learnt_abbreviations"]
