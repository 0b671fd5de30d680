"""Thousands of questions about a plan, written from records by templates and by noise, in two halves.

One half (dev) may be looked at while the engine is improved; of the other (held out) only the counts are looked at.
"""
