"""Answers a question from a plan's records: facets understood, records matched, facts returned (never sentences)."""

from knowledge.answers.answer import Answer, Derivation, Kind, Quotation, Topic
from knowledge.answers.engine import Engine
from knowledge.answers.head import head_fact

__all__ = ["Answer", "Derivation", "Engine", "Kind", "Quotation", "Topic", "head_fact"]
