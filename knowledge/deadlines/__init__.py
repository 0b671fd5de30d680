"""What the printed words of a deadline mean: a grammar from phrase to rule, and back."""

from knowledge.deadlines.phrases import phrase
from knowledge.deadlines.reading import read
from knowledge.deadlines.rule import Boundary, Kind, Recurs, Rule

__all__ = ["Boundary", "Kind", "Recurs", "Rule", "phrase", "read"]
