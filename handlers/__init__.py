"""Use cases: a message or the clock comes in, a Reply goes out."""
